// A value of a script, other than text, as a cell holds it.
import type { CellInput, WorkbookLocale } from './contract';
import { Formatted, type StoredCell } from './typed';
import { dateFormat, dateTimeFormat } from './user-entered';
import { dateToSerial } from './zone-time';

/** Numbers and booleans stay, dates become serial numbers with the locale's pattern, null and undefined empty the cell. */
export function readCell(input: Exclude<CellInput, string>, locale: WorkbookLocale, timeZone: string): StoredCell {
  if (input === null || input === undefined) return undefined;
  if (typeof input === 'number' && !Number.isFinite(input)) return Number.isNaN(input) ? '#NUM!' : `${input > 0 ? '' : '-'}Infinity`;
  if (typeof input !== 'object') return input;
  const serial = dateToSerial(input, timeZone);
  return new Formatted(serial, Number.isInteger(serial) ? dateFormat(locale) : dateTimeFormat(locale));
}
