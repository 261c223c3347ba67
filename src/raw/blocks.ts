// Blocks of ids with fixed bounds: a refresh rewrites only the blocks it touched (D2).
import type { RecordOf } from './merge';
import type { EntityId } from './records';

/** Number of the block an id belongs to; bounds never move. Directories are one block. */
export function blockOf(_entity: EntityId, _id: number): number {
  throw new Error('not yet');
}

export interface Block<T> {
  readonly block: number;
  readonly records: readonly T[];
}

/** Records (ascending by id) in their blocks, ascending; no empty block. */
export function blocksOf<E extends EntityId>(_entity: E, _records: readonly RecordOf<E>[]): Block<RecordOf<E>>[] {
  throw new Error('not yet');
}
