// Cells of raw sheets as numbers and texts for the sheet, and whether a sheet still shows them. Dates are serial numbers of the file's own zone:
// no conversion by the platform can move them.
import { parseIsoDay } from '../period';
import { offsetAt, type Zone } from '../zone';
import type { ColumnType, RawCell } from './sheet';

/** Characters a cell holds. */
const CELL_TEXT = 50000;
/** Days between 30 December 1899, where Sheets counts from, and 1 January 1970. */
const SHEETS_EPOCH = 25569;

export type SheetValue = string | number;

/** What is written into the cell; a text that is too long for a cell is cut with «…». */
export function sheetValue(cell: RawCell, zone: Zone): SheetValue {
  if (typeof cell === 'string') return cell.length > CELL_TEXT ? `${cell.slice(0, CELL_TEXT - 1)}…` : cell;
  if (typeof cell !== 'object') return cell;
  if ('day' in cell) return cell.day === '' ? '' : (parseIsoDay(cell.day) ?? 0) + SHEETS_EPOCH;
  return cell.instant === 0 ? '' : (cell.instant + offsetAt(zone, cell.instant)) / 86400 + SHEETS_EPOCH;
}

/** Whether a cell that reads so was written so. A date that is still some date counts as the same: what zone it was read in is not known. */
export function reads(read: unknown, written: SheetValue): boolean {
  if (typeof written === 'string') return typeof read === 'string' && visible(read) === visible(written);
  if (typeof read === 'number') return Math.abs(read - written) <= 1e-9 * Math.max(1, Math.abs(written));
  return typeof read === 'object' && read !== null;
}

/** Whether Sheets could take the text for a formula. */
export function looksLikeFormula(text: SheetValue): boolean {
  return typeof text === 'string' && /^[\s'"]*[=+\-@＝＋－＠]/.test(text);
}

/** A row known without its id: by the address of its card where it has one, else by its texts and numbers. '' = nothing to know it by. */
export function likeness(cells: readonly unknown[], types: readonly ColumnType[]): string {
  const url = types.indexOf('url');
  if (url >= 0) return visible(String(cells[url] ?? ''));
  const told = cells.filter((_, at) => at > 0 && types[at] !== 'date' && types[at] !== 'datetime').map((cell) => visible(String(cell)));
  return told.every((text) => text === '') ? '' : told.join('\u0001');
}

/** Without what Sheets may change in a text: kinds and number of spaces, an apostrophe before it. */
function visible(text: string): string {
  return text.replace(/^'/, '').replace(/\s+/g, ' ').trim();
}
