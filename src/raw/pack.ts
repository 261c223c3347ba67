// Records ↔ text, column by column, for the store and the staging sheet. Compression is the edge's.
import type { RecordOf } from './merge';
import type { EntityId } from './records';

export function packRecords<E extends EntityId>(_entity: E, _records: readonly RecordOf<E>[]): string {
  throw new Error('not yet');
}

/** KpiError('data') when the text was written by another version of the columns or is damaged. */
export function unpackRecords<E extends EntityId>(_entity: E, _text: string): RecordOf<E>[] {
  throw new Error('not yet');
}
