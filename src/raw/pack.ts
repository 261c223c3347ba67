// Records ↔ text, column by column, for the store and the staging sheet. Compression is the edge's; columns of like values help it.
import { KpiError } from '../errors';
import { entitySpec, type RecordOf } from './entities';
import type { Packing } from './entity';
import type { EntityId } from './records';

type Column = readonly unknown[] | string;

interface Packed {
  /** The schema it was written by: entity and columns. */
  readonly schema: string;
  readonly count: number;
  readonly columns: readonly Column[];
}

export function packRecords<E extends EntityId>(entity: E, records: readonly RecordOf<E>[]): string {
  const columns = columnsOf(entity).map(([name, packing]) =>
    packedColumn(
      packing,
      records.map((record) => (record as unknown as Record<string, unknown>)[name]),
    ),
  );
  const packed: Packed = { schema: schemaOf(entity), count: records.length, columns };
  return JSON.stringify(packed);
}

/** KpiError('data') when the text was written by another version of the columns or is damaged. */
export function unpackRecords<E extends EntityId>(entity: E, text: string): RecordOf<E>[] {
  const packed = readPacked(entity, text);
  const names = columnsOf(entity);
  const records: Record<string, unknown>[] = [];
  for (let row = 0; row < packed.count; row++) records.push({});
  names.forEach(([name, packing], at) => {
    const values = unpackedColumn(packing, packed.columns[at], packed.count);
    if (!values) throw new KpiError('data', 'packedUnreadable', { what: entity });
    records.forEach((record, row) => {
      record[name] = values[row];
    });
  });
  // The schema text guards the cast: it names every column of this version.
  return records as unknown as RecordOf<E>[];
}

function columnsOf(entity: EntityId): [string, Packing][] {
  return Object.entries<Packing>(entitySpec(entity).columns);
}

function schemaOf(entity: EntityId): string {
  return `${entity}:${columnsOf(entity)
    .map(([name, packing]) => `${name}.${packing}`)
    .join(',')}`;
}

function readPacked(entity: EntityId, text: string): Packed {
  try {
    const packed = JSON.parse(text) as Packed;
    if (packed.schema === schemaOf(entity) && Number.isInteger(packed.count) && Array.isArray(packed.columns)) return packed;
  } catch {
    // Damaged text: said below.
  }
  throw new KpiError('data', 'packedUnreadable', { what: entity });
}

function packedColumn(packing: Packing, values: readonly unknown[]): Column {
  if (packing === 'rising') return differences(values as readonly number[]);
  if (packing === 'flag') return values.map((value) => (value ? '1' : '0')).join('');
  return values;
}

function unpackedColumn(packing: Packing, column: Column | undefined, count: number): unknown[] | null {
  if (column === undefined || column.length !== count) return null;
  if (typeof column === 'string') return packing === 'flag' ? [...column].map((digit) => digit === '1') : null;
  return packing === 'rising' ? sums(column as readonly number[]) : [...column];
}

/** Moments and ids rise slowly: differences are short. */
function differences(values: readonly number[]): number[] {
  let before = 0;
  return values.map((value) => {
    const difference = value - before;
    before = value;
    return difference;
  });
}

function sums(values: readonly number[]): number[] {
  let sum = 0;
  return values.map((value) => {
    sum += value;
    return sum;
  });
}
