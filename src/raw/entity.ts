// What the catalogue says about one entity: how it is asked for, read, kept. Everything else in the product learns of entities from here (D7).
import type { Params } from '../bitrix24/call';
import type { ColumnType } from '../columns';

/**
 * keyset: pages of 50 by rising id. all: everything in one answer. offset: pages of 50 by `start`.
 * owners: one command per deal, pages of 50 by `start`.
 */
export type Paging = 'keyset' | 'all' | 'offset' | 'owners';

/**
 * changed: records whose `changedField` moved since a mark. appended: ids after a known one. whole: everything, every time.
 * owners: all rows of the deals named.
 */
export type Refresh = 'changed' | 'appended' | 'whole' | 'owners';

/** How a field is kept: a column type of src/columns.ts, or a map of texts kept as JSON. */
export type Packing = ColumnType | 'map';

export type PackedColumns<T> = { readonly [K in keyof T]-?: Packing };

export interface EntitySpec<T> {
  readonly method: string;
  /** Parameters of every call, without paging. */
  readonly params: Params;
  /** Fields asked for; empty = the method knows no `select`. */
  readonly select: readonly string[];
  readonly paging: Paging;
  readonly refresh: Refresh;
  /** Field of the id in answers, filters and orders. */
  readonly idField: string;
  /** `filter` and `order` are spelt otherwise by user.get. */
  readonly style: 'crm' | 'user';
  /** Filters sent always. */
  readonly filter: Params;
  /** Field that moves when a record changes ('' = none). */
  readonly changedField: string;
  /** Key of the array inside `result`; '' = `result` is the array. */
  readonly path: string;
  /** Scope to recommend when the portal misses one. */
  readonly scope: string;
  /** Without the scope there are no records, and everything else works (bitrix24/scopes.ts). */
  readonly optional: boolean;
  /** Ids per block of the store; 0 = one block for all. */
  readonly blockWidth: number;
  /** Strict: KpiError('data') for anything unexpected. `customFields` by REST name (deals only). */
  readonly decode: (item: unknown, customFields: readonly string[]) => T;
  /** What records are merged and ordered by. */
  readonly key: (record: T) => number | string;
  /** Columns in packing order. */
  readonly columns: PackedColumns<T>;
}
