// A value of a script as a cell holds it: what is no text is kept by type, what is no value at all becomes a text. It knows no sheet.
import type { Switches } from '../switches';
import type { WorkbookLocale } from './contract';
import { Formatted, type StoredCell } from './typed';
import { CELL_LIMIT, dateFormat, dateTimeFormat } from './user-entered';
import { WorkbookError } from './workbook-error';
import { dateToSerial } from './zone-time';

/** Throws Google's text when a text is longer than a cell may hold (apps-script 2.2). */
export function checkLength(text: string): void {
  if (text.length > CELL_LIMIT)
    throw new WorkbookError(`Your input contains more than the maximum of ${CELL_LIMIT} characters in a single cell.`);
}

/** The file's ways with values. */
export interface InputRules extends Pick<Switches, 'nonFiniteNumbers'> {
  readonly locale: WorkbookLocale;
  readonly timeZone: string;
}

/** Numbers and booleans stay, dates become serial numbers with the locale's pattern, null and undefined empty the cell. */
export function readCell(input: unknown, rules: InputRules): StoredCell {
  if (input === null || input === undefined) return undefined;
  if (isNoNumber(input)) return rules.nonFiniteNumbers === 'error' ? '#NUM!' : String(input);
  // A cell knows no negative zero.
  if (typeof input === 'number') return input + 0;
  if (typeof input === 'boolean') return input;
  if (!(input instanceof Date)) return javaText(input);
  const serial = dateToSerial(input, rules.timeZone);
  return new Formatted(serial, Number.isInteger(serial) ? dateFormat(rules.locale) : dateTimeFormat(rules.locale));
}

/** NaN, an infinity, or a date without a time. */
function isNoNumber(input: unknown): boolean {
  return typeof input === 'number' ? !Number.isFinite(input) : input instanceof Date && Number.isNaN(input.getTime());
}

/** Whether a value is neither text, number, boolean, date nor nothing. */
export function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !(value instanceof Date);
}

/** An object as Java prints it: `{a=1.0}` (apps-script 5.1). */
export function javaText(value: unknown): string {
  if (typeof value === 'number') return Number.isInteger(value) ? `${value}.0` : String(value);
  if (Array.isArray(value)) return `[${value.map(javaText).join(', ')}]`;
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return String(value);
  return `{${Object.entries(value)
    .map(([key, entry]) => `${key}=${javaText(entry)}`)
    .join(', ')}}`;
}
