// Rows of a raw sheet in the spreadsheet: what is read of them, how they are deleted, and how formulas of people reach new ones. Rows are counted
// from 0 below the header.
import type { StrayRow } from '../raw/row-places';
import { neighbours, type Run } from '../raw/row-runs';
import type { ColumnType } from '../raw/sheet';
import { likeness } from '../raw/sheet-value';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Ids read at once. */
const BLOCK_IDS = 100000;
/** Stray rows read at once. */
const BLOCK_STRAYS = 1000;

/** The first column from the first row to the last one that anything stands in, people's columns included. */
export function idsIn(sheet: Sheet): unknown[] {
  const height = sheet.getLastRow() - 1;
  const ids: unknown[] = [];
  for (let from = 0; from < height; from += BLOCK_IDS)
    for (const [id] of sheet.getRange(from + 2, 1, Math.min(BLOCK_IDS, height - from), 1).getValues()) ids.push(id);
  return ids;
}

/** What the rows hold, in our columns and to the right of them. */
export function straysIn(sheet: Sheet, rows: readonly number[], types: readonly ColumnType[]): Map<number, StrayRow> {
  const strays = new Map<number, StrayRow>();
  const width = types.length;
  const columns = Math.max(sheet.getLastColumn(), width);
  for (const { from, count } of neighbours(rows, BLOCK_STRAYS)) {
    const range = sheet.getRange(from + 2, 1, count, columns);
    const formulas = range.getFormulas();
    range.getValues().forEach((cells, at) => {
      const empty = cells.map((cell, column) => cell === '' && formulas[at]?.[column] === '');
      const ours = cells.slice(0, width);
      strays.set(from + at, {
        likeness: likeness(ours, types),
        oursEmpty: empty.slice(0, width).every(Boolean),
        empty: empty.slice(width),
      });
    });
  }
  return strays;
}

/** Deletes a run with what stands beside it. A sheet keeps a row below its header and its frozen rows: where it would lose the last, an empty one comes first. */
export function deleteRun(sheet: Sheet, { from, count }: Run): void {
  if (sheet.getMaxRows() - count <= Math.max(1, sheet.getFrozenRows())) sheet.insertRowsAfter(sheet.getMaxRows(), 1);
  sheet.deleteRows(from + 2, count);
}

export function growRows(sheet: Sheet, rows: number): void {
  const have = sheet.getMaxRows() - 1;
  if (have < rows) sheet.insertRowsAfter(have + 1, rows - have);
}

/** The grid ends with its last row: empty cells count towards Google's ten million. */
export function trimRows(sheet: Sheet, rows: number): void {
  const last = Math.max(rows + 1, 2, sheet.getFrozenRows() + 1);
  const have = sheet.getMaxRows();
  if (have > last) sheet.deleteRows(last + 1, have - last);
}

/**
 * Fills formulas of people's columns from a row into rows below it, with the references moved along as when a person fills down. `isFree` tells
 * cells that may be filled; constants are nobody's pattern and are not copied.
 */
export function formulaFiller(
  sheet: Sheet,
  source: number,
  width: number,
): (run: Run, isFree: (row: number, column: number) => boolean) => void {
  const columns = sheet.getLastColumn() - width;
  if (source < 0 || columns <= 0) return () => {};
  const formulas = sheet.getRange(source + 2, width + 1, 1, columns).getFormulas()[0] ?? [];
  return ({ from, count }, isFree) => {
    formulas.forEach((formula, column) => {
      if (!formula) return;
      const rows = Array.from({ length: count }, (_, at) => from + at).filter((row) => isFree(row, column));
      for (const free of neighbours(rows))
        sheet.getRange(source + 2, width + 1 + column).copyTo(sheet.getRange(free.from + 2, width + 1 + column, free.count, 1));
    });
  };
}
