// Rows that the panel types into an input sheet as a person would: changed cells in place, new rows below everything, whatever the order of the columns.
import type { ReadSheet } from './input-sheets';

export type TypedCell = string | number;

/** Cells of one column that follow each other; nothing where the sheet has no such column. */
export function writeColumn(sheet: ReadSheet['sheet'], column: number | undefined, row: number, cells: readonly TypedCell[]): void {
  if (column === undefined) return;
  sheet.getRange(row, column + 1, cells.length, 1).setValues(cells.map((cell) => [safe(cell)]));
}

/**
 * Below a row, else below everything that stands in the sheet; columns that are not ours stay blank. `format`: of cells that are no text.
 * Answers the first row, from 1.
 */
export function appendRows<K extends string>(
  { sheet, values }: ReadSheet,
  place: ReadonlyMap<K, number>,
  rows: readonly Readonly<Partial<Record<K, TypedCell>>>[],
  format: (key: K, cells: readonly TypedCell[]) => string,
  below = Number.POSITIVE_INFINITY,
): number {
  const filled = lastFilled(values);
  const last = Math.min(below, filled);
  if (rows.length === 0) return last + 1;
  const lacking = last < filled ? rows.length : last + rows.length - sheet.getMaxRows();
  if (lacking > 0) sheet.insertRowsAfter(last < filled ? last : sheet.getMaxRows(), lacking);
  for (const [key, column] of place) {
    const cells = rows.map((row) => safe(row[key] ?? ''));
    if (cells.every((cell) => cell === '')) continue;
    const range = sheet.getRange(last + 1, column + 1, rows.length, 1);
    // A month like 2026-10 must not become a date in a sheet that people made.
    range.setNumberFormat(cells.some((cell) => typeof cell === 'number') ? format(key, cells) : '@');
    range.setValues(cells.map((cell) => [cell]));
  }
  return last + 1;
}

/** The last row with anything in it, from 1. */
export function lastFilled(values: ReadSheet['values']): number {
  let last = values.length;
  while (last > 1 && (values[last - 1] ?? []).every((cell) => cell === '')) last--;
  return last;
}

/** Google keeps at least one row below the frozen ones. */
export function deleteRows(sheet: ReadSheet['sheet'], rows: readonly number[]): void {
  if (rows.length > 0 && sheet.getMaxRows() - rows.length <= sheet.getFrozenRows()) sheet.insertRowsAfter(sheet.getMaxRows(), 1);
  for (const row of [...rows].sort((a, b) => b - a)) sheet.deleteRow(row);
}

/** Names of the CRM may look like formulas: an apostrophe keeps them text. */
function safe(cell: TypedCell): TypedCell {
  return typeof cell === 'string' && cell.startsWith('=') ? `'${cell}` : cell;
}

/** Thousands apart, kopecks where there are any. */
export function numberFormat(cells: readonly TypedCell[]): string {
  return cells.every((cell) => Number.isInteger(cell)) ? '#,##0' : '#,##0.00';
}
