// Sorting the rows of a range by its columns.
import type { CellValue } from '../../spreadsheet/contract';
import { type RangeGeometry, storeOf } from './range-geometry';

/** A column of the sheet (from one) and the direction. */
export interface SortSpec {
  readonly column: number;
  readonly ascending: boolean;
}

/** Rewrites the rows of a range in order; formulas move as they are written, texts stay texts. */
export function sorted(range: RangeGeometry, specs: readonly SortSpec[]): void {
  const { top, left } = range.zone;
  const store = storeOf(range);
  const values = store.values(range.zone);
  const formulas = store.formulas(range.zone);
  const order = values.map((_, index) => index);
  order.sort((a, b) => {
    for (const { column, ascending } of specs) {
      const result = compareCells(values[a]?.[column - 1 - left] ?? '', values[b]?.[column - 1 - left] ?? '', ascending);
      if (result !== 0) return result;
    }
    return a - b;
  });
  const cells = order.map((row) =>
    (values[row] ?? []).map((value, col) => formulas[row]?.[col] || (typeof value === 'string' && value !== '' ? `'${value}` : value)),
  );
  range.context.workbook.write(range.sheetId, top, left, cells);
}

/** Google's order: numbers and dates, then text, then booleans; blanks last whatever the direction. */
function compareCells(a: CellValue, b: CellValue, ascending: boolean): number {
  const rank = (value: CellValue) => (value === '' ? 3 : typeof value === 'boolean' ? 2 : typeof value === 'string' ? 1 : 0);
  if (rank(a) !== rank(b)) return rank(a) === 3 || rank(b) === 3 ? rank(a) - rank(b) : (rank(a) - rank(b)) * (ascending ? 1 : -1);
  const result = typeof a === 'string' ? a.localeCompare(String(b), undefined, { sensitivity: 'base' }) : Number(a) - Number(b);
  return ascending ? result : -result;
}
