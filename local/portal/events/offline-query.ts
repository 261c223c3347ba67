// Filter and order of event.offline.get: four fields, six comparisons, anything else is refused (bitrix24-rest 6). It knows no queue.
import { RestError } from '../method';
import { PhpArray, type PhpValue, toInt, toText } from '../php/value';
import { type PortalZone, readTime } from '../zone';
import type { QueuedEvent } from './desk';

type Value = string | number;

const fields: Readonly<Record<string, (entry: QueuedEvent) => Value>> = {
  ID: (entry) => entry.id,
  // The queue keeps whole seconds.
  TIMESTAMP_X: (entry) => Math.floor(entry.at / 1000) * 1000,
  EVENT_NAME: (entry) => entry.event,
  MESSAGE_ID: (entry) => entry.messageId,
};

const comparisons: Readonly<Record<string, (own: Value, wanted: Value) => boolean>> = {
  '': (own, wanted) => own === wanted,
  '=': (own, wanted) => own === wanted,
  '>': (own, wanted) => own > wanted,
  '<': (own, wanted) => own < wanted,
  '>=': (own, wanted) => own >= wanted,
  '<=': (own, wanted) => own <= wanted,
};

const refused = (text: string): RestError => new RestError('ERROR_ARGUMENT', text, 400);

/** A predicate out of `filter`; keys in any case. Throws ERROR_ARGUMENT for another field or comparison. */
export function offlineFilter(filter: PhpValue | undefined, zone: PortalZone, now: number): (entry: QueuedEvent) => boolean {
  if (filter === undefined || filter === null) return () => true;
  if (!(filter instanceof PhpArray)) throw refused('The filter is not an array.');
  const tests = [...filter.upperKeys().entries()].map(([key, value]) => {
    const [, operation = '', name = ''] = /^([^a-zA-Z]*)(.*)/.exec(key) ?? [];
    const compare = comparisons[operation];
    if (compare === undefined) throw refused(`Filter operation not allowed: ${operation}`);
    const field = fields[name];
    if (field === undefined) throw refused(`Filter field not allowed: ${name}`);
    if (value instanceof PhpArray) throw refused(`The value of an argument '${operation}${name}' has an invalid type`);
    const wanted =
      name === 'ID' ? toInt(value) : name === 'TIMESTAMP_X' ? (readTime(toText(value), zone, now) ?? Number.NaN) : toText(value);
    return (entry: QueuedEvent): boolean => compare(field(entry), wanted);
  });
  return (entry) => tests.every((test) => test(entry));
}

/** A comparison out of `order` (default: by time). Throws ERROR_ARGUMENT for another field or direction. */
export function offlineOrder(order: PhpValue | undefined): (a: QueuedEvent, b: QueuedEvent) => number {
  const wanted = order === undefined || order === null ? PhpArray.of([['TIMESTAMP_X', 'ASC']]) : order;
  if (!(wanted instanceof PhpArray)) throw refused('The order is not an array.');
  return by(
    [...wanted.upperKeys().entries()].map(([key, value]) => {
      const field = fields[key];
      if (field === undefined) throw refused(`Order field not allowed: ${key}`);
      const direction = toText(value).toUpperCase();
      if (direction !== 'ASC' && direction !== 'DESC') throw refused('Order direction should be one of {ASC|DESC}');
      return [field, direction === 'ASC' ? 1 : -1] as const;
    }),
  );
}

function by(keys: readonly (readonly [(entry: QueuedEvent) => Value, 1 | -1])[]): (a: QueuedEvent, b: QueuedEvent) => number {
  return (a, b) => {
    for (const [field, sign] of keys) {
      const [left, right] = [field(a), field(b)];
      if (left !== right) return left < right ? -sign : sign;
    }
    return a.id - b.id;
  };
}
