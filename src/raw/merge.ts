// Old records and what a load brought, made one list. It knows keys only.
import { entitySpec, type RecordOf } from './entities';
import type { Deal, EntityId, ProductRow, StageChange } from './records';

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

/**
 * A history that arrived whole, with the rows that were seen before and that the portal returns no more: older portals show only those of
 * the present pipeline. Rows of deals that are gone go with them, as the portal deletes them. Ascending by id.
 */
export function keptHistory(seen: readonly StageChange[], arrived: StageChange[], deals: readonly Deal[]): StageChange[] {
  const returned = new Set(arrived.map((change) => change.id));
  const alive = new Set(deals.map((deal) => deal.id));
  const kept = seen.filter((change) => alive.has(change.ownerId) && !returned.has(change.id));
  return kept.length === 0 ? arrived : sorted([...arrived, ...kept], (change) => change.id);
}

/** Ascending by key; a list that ascends already is not sorted again. */
function sorted<T>(records: T[], key: (record: T) => number | string): T[] {
  const ascends = records.every((record, at) => at === 0 || key(records[at - 1] as T) < key(record));
  return ascends ? records : records.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
