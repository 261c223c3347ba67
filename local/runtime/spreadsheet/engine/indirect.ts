// INDIRECT tells the workbook which range it was asked for: that may lie on a sheet whose cells are not in the engine yet.
import type { EngineValue } from './library';
import { library } from './library';

type Reach = (reference: string) => void;

const reaches = new WeakMap<object, Reach>();

/** Tells a model (by its getters) who wants to hear of INDIRECT's references. */
export function connectIndirect(getters: object, reach: Reach): void {
  reaches.set(getters, reach);
}

/** Teaches the library; the values are the library's own. */
export function registerIndirect(): void {
  const { functionRegistry } = library.registries;
  const original = functionRegistry.get('INDIRECT');
  const compute = original.compute as unknown as (this: unknown, ...values: unknown[]) => unknown;
  functionRegistry.replace('INDIRECT', {
    ...original,
    compute: function (this: { getters: object }, ...values: unknown[]) {
      const reference = (values[0] as EngineValue | undefined)?.value;
      if (typeof reference === 'string') reaches.get(this.getters)?.(reference);
      return compute.apply(this, values) as never;
    } as never,
  });
}
