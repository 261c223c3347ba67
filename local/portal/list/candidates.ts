// Which positions of a table a filter can hit at all: id bounds by binary search, owners and modification times by index. The rest of the filter is still tested.
import { toFloat } from '../php/value';
import type { Clockwork } from '../store/fields';
import { lowerBound, type Table } from '../store/table';
import type { Condition, Filter } from './filter';
import { timeLimit } from './predicate';

/** Fields that have an index, by table: equality ones by value, times for lower bounds. */
export interface Indexes {
  readonly values: readonly string[];
  readonly times: readonly string[];
}

/** Ascending positions to test, either a span or a list, and the filter that is left to test on them. */
export interface Candidates {
  readonly from: number;
  readonly to: number;
  readonly positions: readonly number[] | null;
  readonly rest: Filter;
}

// Positions by time must be sorted back by id: beyond this many, testing the rows one after another is cheaper.
const longestTail = 2000;

export function candidates(filter: Filter, table: Table, indexes: Indexes, clockwork: Clockwork): Candidates {
  let from = 0;
  let to = table.size;
  const rest: Condition[] = [];
  const lists: (readonly number[])[] = [];
  for (const condition of filter.any ? [] : filter.conditions) {
    const span = idSpan(condition, table);
    if (span !== null) {
      from = Math.max(from, span[0]);
      to = Math.min(to, span[1]);
      continue;
    }
    rest.push(condition);
    const list = indexed(condition, table, indexes, clockwork);
    if (list !== null) lists.push(list);
  }
  const left = filter.any ? filter : { ...filter, conditions: rest };
  to = Math.max(from, to);
  const shortest = lists.reduce<readonly number[] | null>((best, list) => (best === null || list.length < best.length ? list : best), null);
  if (shortest === null || shortest.length > (to - from) / 8) return { from, to, positions: null, rest: left };
  return { from, to, positions: shortest.filter((position) => position >= from && position < to), rest: left };
}

// A bound by id: `>`, `>=`, `<`, `<=`, and equality with one value.
function idSpan({ field, operation, values, isList }: Condition, table: Table): readonly [number, number] | null {
  if (field.name !== table.idKey || isList || values.length !== 1) return null;
  const id = toFloat(values[0]);
  if (operation === 'gt') return [table.lowerBound(Math.floor(id) + 1), table.size];
  if (operation === 'ge') return [table.lowerBound(id), table.size];
  if (operation === 'lt') return [0, table.lowerBound(id)];
  if (operation === 'le') return [0, table.lowerBound(Math.floor(id) + 1)];
  if (operation === 'eq') return [table.lowerBound(id), table.lowerBound(Math.floor(id) + 1)];
  return null;
}

function indexed(
  { field, operation, values, isList }: Condition,
  table: Table,
  indexes: Indexes,
  clockwork: Clockwork,
): readonly number[] | null {
  if (operation === 'eq' && field.name === table.idKey) {
    const positions = values.map((value) => table.lowerBound(toFloat(value)));
    return ascending(positions.filter((position, index) => position < table.size && table.id(position) === toFloat(values[index])));
  }
  if (operation === 'eq' && indexes.values.includes(field.name)) {
    const index = table.byValue(field.name);
    return ascending(values.flatMap((value) => index.get(String(toFloat(value))) ?? []));
  }
  if ((operation === 'ge' || operation === 'gt') && !isList && indexes.times.includes(field.name)) {
    const { instants, positions } = table.byTime(field.name);
    const first = lowerBound(instants, timeLimit(field.type, values[0] ?? null, clockwork));
    return positions.length - first > longestTail ? null : ascending([...positions.subarray(first)]);
  }
  return null;
}

const ascending = (positions: readonly number[]): number[] => [...new Set(positions)].sort((a, b) => a - b);
