// Records in order of their ids with lazily built columns and indexes, so that a keyset page of a table of millions costs a binary search. It knows no entity.
import type { Row } from './fields';

/** Positions of a table in order of the instants of one field; rows without an instant are left out. */
export interface TimeOrder {
  readonly instants: Float64Array;
  readonly positions: Uint32Array;
}

export class Table {
  private rows: Row[] = [];
  private numbers: number[] = [];
  private readonly columns = new Map<string, Float64Array>();
  private readonly values = new Map<string, Map<string, number[]>>();
  private readonly times = new Map<string, TimeOrder>();
  private greatest = 0;

  /** `idKey` names the field that holds the id: a number, or its decimal text. */
  constructor(readonly idKey: string) {}

  get size(): number {
    return this.rows.length;
  }

  row(position: number): Row {
    return this.rows[position] ?? {};
  }

  id(position: number): number {
    return this.numbers[position] ?? 0;
  }

  /** An id that no row ever had: a database does not give the id of a deleted row away. */
  freeId(): number {
    return this.greatest + 1;
  }

  all(): readonly Row[] {
    return this.rows;
  }

  get(id: number): Row | undefined {
    const position = this.lowerBound(id);
    return this.numbers[position] === id ? this.rows[position] : undefined;
  }

  /** First position whose id is not below the given one. */
  lowerBound(id: number): number {
    return lowerBound(this.numbers, id);
  }

  /** Inserts rows or replaces those with equal ids; of two rows with one id the later stands. */
  upsert(rows: readonly Row[]): void {
    if (rows.length === 0) return;
    const fresh: Row[] = [];
    for (const row of rows) {
      const id = Number(row[this.idKey]);
      const position = this.lowerBound(id);
      if (id > this.greatest) this.greatest = id;
      if (this.numbers[position] === id) this.rows[position] = row;
      else if (position === this.numbers.length) this.append(id, row);
      else fresh.push(row);
    }
    if (fresh.length > 0) this.merge(fresh);
    this.forget();
  }

  remove(ids: ReadonlySet<number>): void {
    if (ids.size === 0) return;
    let kept = 0;
    for (let position = 0; position < this.numbers.length; position += 1) {
      const id = this.numbers[position] ?? 0;
      if (ids.has(id)) continue;
      this.numbers[kept] = id;
      this.rows[kept] = this.rows[position] ?? {};
      kept += 1;
    }
    if (kept === this.numbers.length) return;
    this.numbers.length = kept;
    this.rows.length = kept;
    this.forget();
  }

  /** The instants of a date field by position; NaN where there is none. */
  instants(field: string): Float64Array {
    let column = this.columns.get(field);
    if (column === undefined) {
      column = Float64Array.from(this.rows, (row) => Date.parse(String(row[field] ?? '')));
      this.columns.set(field, column);
    }
    return column;
  }

  /** Positions, ascending, by the text of a field's value. */
  byValue(field: string): ReadonlyMap<string, readonly number[]> {
    let index = this.values.get(field);
    if (index === undefined) {
      index = new Map();
      for (let position = 0; position < this.rows.length; position += 1) {
        const key = String(this.rows[position]?.[field] ?? '');
        const positions = index.get(key);
        if (positions === undefined) index.set(key, [position]);
        else positions.push(position);
      }
      this.values.set(field, index);
    }
    return index;
  }

  /** Positions in order of a date field. */
  byTime(field: string): TimeOrder {
    let order = this.times.get(field);
    if (order === undefined) {
      const column = this.instants(field);
      const positions = Uint32Array.from(column.keys())
        .filter((position) => !Number.isNaN(column[position]))
        .sort((a, b) => (column[a] ?? 0) - (column[b] ?? 0));
      order = { positions, instants: Float64Array.from(positions, (position) => column[position] ?? 0) };
      this.times.set(field, order);
    }
    return order;
  }

  private append(id: number, row: Row): void {
    this.numbers.push(id);
    this.rows.push(row);
  }

  // One pass through both, because a portal file need not be sorted.
  private merge(fresh: readonly Row[]): void {
    const added = new Map(fresh.map((row) => [Number(row[this.idKey]), row]));
    const ids = [...added.keys()].sort((a, b) => a - b);
    const { rows, numbers } = this;
    this.rows = [];
    this.numbers = [];
    let next = 0;
    for (let position = 0; position <= numbers.length; position += 1) {
      const id = numbers[position] ?? Number.POSITIVE_INFINITY;
      for (let own = ids[next]; own !== undefined && own <= id; own = ids[next]) {
        if (own < id) this.append(own, added.get(own) ?? {});
        else rows[position] = added.get(own) ?? {};
        next += 1;
      }
      if (position < numbers.length) this.append(id, rows[position] ?? {});
    }
  }

  private forget(): void {
    this.columns.clear();
    this.values.clear();
    this.times.clear();
  }
}

/** First index whose value is not below the wanted one. */
export function lowerBound(values: ArrayLike<number>, wanted: number, length = values.length): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
