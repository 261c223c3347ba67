// One page of a list: candidates, test, order, 50 rows, and the total when it is asked for (bitrix24-rest 4.2). It knows no entity.
import type { Clockwork, Field, Row } from '../store/fields';
import type { Table } from '../store/table';
import { candidates, type Indexes } from './candidates';
import type { Filter } from './filter';
import { filterTest, type Test } from './predicate';

export const pageSize = 50;

export interface OrderKey {
  readonly field: Field;
  readonly descending: boolean;
  /** What is compared instead of the field's value. */
  readonly rank?: (row: Row) => number;
}

export interface PageQuery extends Clockwork {
  readonly table: Table;
  readonly filter: Filter;
  /** Empty: ascending ids. */
  readonly order: readonly OrderKey[];
  /** First row; negative: the first rows without a count. */
  readonly start: number;
  readonly indexes: Indexes;
  /** Records the caller may read; null: all. Applied before paging and counting. */
  readonly readable: ((row: Row) => boolean) | null;
  /** How often a record that fits is listed and counted; absent: once. */
  readonly copies?: (row: Row) => number;
}

export interface Page {
  readonly rows: readonly Row[];
  /** Undefined when `start` was negative. */
  readonly total?: number;
  readonly next?: number;
  readonly counted: boolean;
}

export function readPage(query: PageQuery): Page {
  const { table, order, readable } = query;
  const span = candidates(query.filter, table, query.indexes, query);
  const filtered = filterTest(span.rest, table, query);
  const test: Test | null =
    readable === null ? filtered : (position) => (filtered === null || filtered(position)) && readable(table.row(position));
  const [first] = order;
  const byId = first === undefined || (order.length === 1 && first.field.name === table.idKey);
  const { copies } = query;
  const repeated = (positions: number[]): number[] =>
    copies === undefined ? positions : positions.flatMap((position) => Array<number>(copies(table.row(position))).fill(position));
  const found =
    byId && copies === undefined ? byIds(query, span, test, first?.descending ?? false) : sorted(query, repeated(matches(span, test)));
  const rows = found.positions.map((position) => table.row(position));
  if (query.start < 0) return { rows, counted: false };
  const next = query.start + pageSize;
  return { rows, total: found.total, counted: true, ...(found.total > next ? { next } : {}) };
}

interface Found {
  readonly positions: readonly number[];
  readonly total: number;
}

type Span = Pick<ReturnType<typeof candidates>, 'from' | 'to' | 'positions'>;

function byIds({ start }: PageQuery, span: Span, test: Test | null, descending: boolean): Found {
  const length = span.positions?.length ?? span.to - span.from;
  const at = (step: number): number => {
    const index = descending ? length - 1 - step : step;
    return span.positions === null ? span.from + index : (span.positions[index] ?? 0);
  };
  const offset = Math.max(0, start);
  const positions: number[] = [];
  if (test === null) {
    for (let step = offset; step < length && positions.length < pageSize; step += 1) positions.push(at(step));
    return { positions, total: length };
  }
  let total = 0;
  for (let step = 0; step < length; step += 1) {
    const position = at(step);
    if (!test(position)) continue;
    if (total >= offset && positions.length < pageSize) positions.push(position);
    total += 1;
    if (start < 0 && positions.length === pageSize) break;
  }
  return { positions, total };
}

function matches(span: Span, test: Test | null): number[] {
  const positions: number[] = [];
  const length = span.positions?.length ?? span.to - span.from;
  for (let index = 0; index < length; index += 1) {
    const position = span.positions === null ? span.from + index : (span.positions[index] ?? 0);
    if (test === null || test(position)) positions.push(position);
  }
  return positions;
}

function sorted({ table, order, start }: PageQuery, positions: number[]): Found {
  const comparisons = order.map((key) => comparison(table, key));
  positions.sort((a, b) => {
    for (const compare of comparisons) {
      const result = compare(a, b);
      if (result !== 0) return result;
    }
    return a - b;
  });
  const offset = Math.max(0, start);
  return { positions: positions.slice(offset, offset + pageSize), total: positions.length };
}

// As in MySQL, nothing sorts before something.
function comparison(table: Table, { field, descending, rank }: OrderKey): (a: number, b: number) => number {
  const sign = descending ? -1 : 1;
  const key = rank === undefined ? sortKey(table, field) : (position: number) => rank(table.row(position));
  return (a, b) => {
    const [left, right] = [key(a), key(b)];
    if (left === right) return 0;
    if (left === null) return -sign;
    if (right === null) return sign;
    return left < right ? -sign : sign;
  };
}

function sortKey(table: Table, field: Field): (position: number) => number | string | null {
  const name = field.name;
  if (field.type === 'date' || field.type === 'datetime') {
    const instants = table.instants(name);
    return (position) => {
      const instant = instants[position] ?? Number.NaN;
      return Number.isNaN(instant) ? null : instant;
    };
  }
  const numeric = field.type === 'integer' || field.type === 'double';
  return (position) => {
    const value = table.row(position)[name];
    if (value === null || value === undefined) return null;
    if (numeric || typeof value === 'number') return Number(value);
    return String(value).toLowerCase();
  };
}
