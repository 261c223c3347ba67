// Old records and what a load brought, made one list. It knows ids only.
import type { EntityId, Records } from './records';

export type RecordOf<E extends EntityId> = Records[E][number];

/** What a load brought for one entity. */
export interface Arrived<T> {
  readonly records: readonly T[];
  /** Ids that are gone from the portal. */
  readonly deleted?: readonly number[];
  /** Directories: what arrived is all there is. */
  readonly whole?: boolean;
  /** Product rows: every old row of these deals goes. */
  readonly owners?: readonly number[];
}

/** Upsert by key, later arrivals win, ascending by key; `previous` is not changed. */
export function mergeRecords<E extends EntityId>(
  _entity: E,
  _previous: readonly RecordOf<E>[],
  _arrived: Arrived<RecordOf<E>>,
): RecordOf<E>[] {
  throw new Error('not yet');
}
