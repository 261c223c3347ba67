// Records ↔ text, column by column, for the store and the staging sheet. Compression is the edge's; columns of like values help it.
import { type ColumnSource, type ColumnSpec, packColumns, unpackColumns } from '../columns';
import { KpiError } from '../errors';
import { entitySpec, type RecordOf } from './entities';
import type { Packing } from './entity';
import type { EntityId } from './records';

export function packRecords<E extends EntityId>(entity: E, records: readonly RecordOf<E>[]): string {
  const sources: Record<string, ColumnSource> = {};
  const rows = records as readonly unknown[] as readonly Readonly<Record<string, unknown>>[];
  for (const [name, packing] of fieldsOf(entity)) {
    // The catalogue types each field's packing by the record's own keys.
    sources[name] = rows.map((row) => (packing === 'map' ? JSON.stringify(row[name]) : row[name])) as unknown as ColumnSource;
  }
  return packColumns(specsOf(entity), sources, records.length);
}

/** KpiError('data') when the text was written by another version of the columns or is damaged. */
export function unpackRecords<E extends EntityId>(entity: E, text: string): RecordOf<E>[] {
  const { count, columns } = unpackColumns(text, specsOf(entity));
  const arrays = columns as unknown as Readonly<Record<string, ArrayLike<unknown>>>;
  const records: Record<string, unknown>[] = [];
  for (let row = 0; row < count; row++) records.push({});
  for (const [name, packing] of fieldsOf(entity)) {
    const values = arrays[name] ?? [];
    const read = reader(entity, packing);
    records.forEach((record, row) => {
      record[name] = read(values[row]);
    });
  }
  // `unpackColumns` vouches for names, types and length.
  return records as unknown as RecordOf<E>[];
}

function fieldsOf(entity: EntityId): [string, Packing][] {
  return Object.entries<Packing>(entitySpec(entity).columns);
}

function specsOf(entity: EntityId): ColumnSpec[] {
  return fieldsOf(entity).map(([name, packing]) => ({ name, type: packing === 'map' ? 'text' : packing }));
}

function reader(entity: EntityId, packing: Packing): (value: unknown) => unknown {
  if (packing === 'flag') return (value) => value === 1;
  if (packing !== 'map') return (value) => value;
  return (value) => {
    try {
      return JSON.parse(String(value)) as unknown;
    } catch {
      throw new KpiError('data', 'packedUnreadable', { what: entity });
    }
  };
}
