// The rows a raw sheet is to show: ids with the hashes of their cells, and the cells themselves as they are written. Records are counted from the
// first shown one.
import type { Zone } from '../zone';
import { rowHash } from './fingerprint';
import { type SheetValue, sheetValue } from './sheet-value';
import type { RawSheetRows } from './sheets';
import { packShown } from './shown-rows';

export interface Target {
  readonly rows: readonly (readonly [id: number, hash: number])[];
  /** `rows` packed. */
  readonly packed: string;
  /** Record by id. */
  readonly records: ReadonlyMap<number, number>;
  readonly line: (record: number) => SheetValue[];
}

const SLICE = 1000;

/** The last `shown` rows: the newest ones. */
export function targetRows(sheet: RawSheetRows, shown: number, zone: Zone): Target {
  const first = sheet.count - shown;
  const rows: (readonly [number, number])[] = [];
  for (let from = first; from < sheet.count; from += SLICE)
    for (const cells of sheet.cells(from, Math.min(sheet.count, from + SLICE))) rows.push([Number(cells[0]), rowHash(cells)]);
  return {
    rows,
    packed: packShown(rows),
    records: new Map(rows.map(([id], record) => [id, record])),
    line: (record) => (sheet.cells(first + record, first + record + 1)[0] ?? []).map((cell) => sheetValue(cell, zone)),
  };
}
