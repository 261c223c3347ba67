// Old records and what a load brought, made one list. It knows keys only.
import { entitySpec, type RecordOf } from './entities';
import type { EntityId, ProductRow } from './records';

/** What a load brought for one entity. */
export interface Arrived<T> {
  readonly records: readonly T[];
  /** Ids that are gone from the portal. */
  readonly deleted?: readonly number[];
  /** Nothing of the old list stays: a full load, and directories always. */
  readonly whole?: boolean;
  /** Product rows: every old row of these deals goes. */
  readonly owners?: readonly number[];
}

/** Upsert by key, later arrivals win, ascending by key; `previous` is not changed. */
export function mergeRecords<E extends EntityId>(
  entity: E,
  previous: readonly RecordOf<E>[],
  arrived: Arrived<RecordOf<E>>,
): RecordOf<E>[] {
  const { key } = entitySpec(entity);
  const merged = new Map<number | string, RecordOf<E>>();
  if (!arrived.whole) {
    const owners = new Set(arrived.owners ?? []);
    for (const record of previous) if (owners.size === 0 || !owners.has((record as ProductRow).ownerId)) merged.set(key(record), record);
  }
  for (const record of arrived.records) merged.set(key(record), record);
  for (const id of arrived.deleted ?? []) merged.delete(id);
  return sorted([...merged.values()], key);
}

/** Ascending by key; a list that ascends already is not sorted again. */
function sorted<T>(records: T[], key: (record: T) => number | string): T[] {
  const ascends = records.every((record, at) => at === 0 || key(records[at - 1] as T) < key(record));
  return ascends ? records : records.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
