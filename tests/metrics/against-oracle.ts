// What tests against the second reading share: facts of its worlds, its slices in our indices, and a comparison of whole answers.
import { deriveFacts } from '../../src/facts/derive';
import type { FactTables } from '../../src/facts/facts';
import { packFacts } from '../../src/facts/pack';
import type { Slice } from '../../src/metrics/slice';
import { parseIsoDay } from '../../src/period';
import { zoneOf } from '../golden-kpi';
import { unpackedFacts } from '../unpacked-facts';
import type * as oracle from './oracle';

/** Facts as a formula reads them: derived, packed and unpacked. */
export function factsOf({ records, settings, timeZone, asOf }: oracle.World): FactTables {
  const texts = packFacts(
    deriveFacts(records, {
      settings,
      zone: zoneOf(timeZone),
      asOf,
      lang: 'en',
      portal: 'example.bitrix24.com',
      userName: 'Anna',
      generation: 1,
      horizonDay: 0,
      defaultPipelineIds: [],
    }),
  );
  return unpackedFacts(texts);
}

export function sliceOf({ labels }: FactTables, slice: oracle.Slice): Slice {
  const indices = (rows: readonly { readonly id: number }[], ids: ReadonlySet<number> | null) =>
    ids === null ? null : new Set(rows.flatMap(({ id }, index) => (ids.has(id) ? [index] : [])));
  return {
    period: { start: parseIsoDay(slice.start) ?? 0, end: parseIsoDay(slice.end) ?? 0 },
    managers: indices(labels.managers, slice.managers),
    pipelines: indices(labels.pipelines, slice.pipelines),
  };
}

/** Numbers cut at eleven significant digits: two orders of addition may differ in the last bits, nothing else may. */
export function comparable(value: unknown): unknown {
  if (typeof value === 'number') return Number.isInteger(value) ? value + 0 : Number(value.toPrecision(11));
  if (Array.isArray(value)) return value.map(comparable);
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, own]) => [key, comparable(own)]));
  return value;
}

export function expectSame(found: unknown, expected: unknown): void {
  expect(comparable(found)).toEqual(comparable(expected));
}
