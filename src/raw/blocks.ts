// Blocks of ids with fixed bounds: a refresh rewrites only the blocks it touched (D2). Product rows lie in the block of their deal, because
// they are replaced deal by deal.
import { entitySpec, type RecordOf } from './entities';
import type { Arrived } from './merge';
import type { EntityId, ProductRow } from './records';

/** Number of the block an id belongs to (product rows: the id of their deal); bounds never move. Directories are one block. */
export function blockOf(entity: EntityId, id: number): number {
  const { blockWidth } = entitySpec(entity);
  return blockWidth === 0 ? 0 : Math.floor(id / blockWidth);
}

export interface Block<T> {
  readonly block: number;
  readonly records: readonly T[];
}

/** Records in their blocks, blocks ascending, records in the given order; no empty block. */
export function blocksOf<E extends EntityId>(entity: E, records: readonly RecordOf<E>[]): Block<RecordOf<E>>[] {
  const blocks = new Map<number, RecordOf<E>[]>();
  for (const record of records) {
    const block = blockOfRecord(entity, record);
    const list = blocks.get(block);
    if (list) list.push(record);
    else blocks.set(block, [record]);
  }
  return [...blocks].sort(([a], [b]) => a - b).map(([block, list]) => ({ block, records: list }));
}

/** Blocks that merging `arrived` can change, ascending; null = all of them. */
export function touchedBlocks<E extends EntityId>(entity: E, arrived: Arrived<RecordOf<E>>): number[] | null {
  if (arrived.whole) return null;
  const touched = new Set<number>();
  for (const record of arrived.records) touched.add(blockOfRecord(entity, record));
  for (const owner of arrived.owners ?? []) touched.add(blockOf(entity, owner));
  if (entity === 'productRows' && arrived.deleted?.length) return null;
  for (const id of arrived.deleted ?? []) touched.add(blockOf(entity, id));
  return [...touched].sort((a, b) => a - b);
}

function blockOfRecord<E extends EntityId>(entity: E, record: RecordOf<E>): number {
  if (entity === 'productRows') return blockOf(entity, (record as ProductRow).ownerId);
  const key = entitySpec(entity).key(record);
  return typeof key === 'number' ? blockOf(entity, key) : 0;
}
