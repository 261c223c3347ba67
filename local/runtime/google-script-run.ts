// Values that cross between a page and the script by google.script.run: what is legal, and what becomes of the rest (apps-script reference, 7).
import { isDate } from 'node:util/types';
import type { Switches } from './switches';

/** The bound the reference advises where no figure is published (1). */
const advisedPayloadBytes = 5 * 1024 * 1024;

/** A copy of the arguments as the server receives them; throws the browser's TypeError for an illegal value. */
export function pageArguments(args: readonly unknown[], { advisedSizesHold }: Switches): unknown[] {
  if (advisedSizesHold && isLarge(args)) throw new Error('The arguments are larger than 5 MB.');
  return args.map((value, index) => legalCopy(value, String(index), []));
}

function legalCopy(value: unknown, name: string, above: readonly object[]): unknown {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value !== 'object') throw illegal(name);
  if (above.includes(value)) throw new TypeError('Failed due to circular reference.');
  const path = [...above, value];
  if (Array.isArray(value)) return Array.from(value, (item: unknown, index) => legalCopy(item, String(index), path));
  if (!isPlain(value)) throw illegal(name);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([key, item]) => [key, legalCopy(item, key, path)]),
  );
}

const illegal = (name: string): TypeError => new TypeError(`Failed due to illegal value in property: ${name}`);

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value) as object | null;
  // Objects may come from another realm, whose Object.prototype is another object without a prototype.
  return prototype === null || (Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype, 'hasOwnProperty'));
}

/** What the success handler receives: a copy; null for the whole value when a Date or anything else illegal is inside, or (by switch) a failed request. */
export function pageResult(value: unknown, { dateResult, advisedSizesHold }: Switches): unknown {
  try {
    const copy = legalCopy(value, '', []);
    return advisedSizesHold && isLarge(copy) ? null : copy;
  } catch (error) {
    if (dateResult === 'failure') throw error;
    return null;
  }
}

function isLarge(value: unknown): boolean {
  try {
    return (JSON.stringify(value) ?? '').length > advisedPayloadBytes;
  } catch {
    return false;
  }
}

/** What a caller beside the page receives (menu, trigger, editor): a host copy; Dates stay Dates, functions become null. */
export function hostCopy(value: unknown, depth = 0): unknown {
  if (typeof value === 'function' || typeof value === 'symbol' || depth > 100) return null;
  if (typeof value !== 'object' || value === null) return value ?? null;
  if (isDate(value)) return new Date(Date.prototype.getTime.call(value));
  if (Array.isArray(value)) return Array.from(value, (item) => hostCopy(item, depth + 1));
  return Object.fromEntries(Object.keys(value).map((key) => [key, hostCopy((value as Record<string, unknown>)[key], depth + 1)]));
}
