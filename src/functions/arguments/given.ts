// What stands in an argument: nothing, one value, or a block of cells. Values come from another realm, so nothing is compared by class.
import type { Lang } from '../../cell';
import { KpiError } from '../../errors';
import type { Labels } from '../../facts/facts';
import { type ArgumentName, argumentWords } from '../../locale/argument-words';
import { civilDate, dayOf, isoDay } from '../../period';
import { isStamp } from './stamp';

/** A value people typed, or a date cell. */
export type Given = string | number | boolean | Date;

/** Dates of Sheets come from another realm: the class tag is all they share with ours. */
export function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]';
}

/** A range of more than one cell: rows of cells. A range of one cell is its value. */
export function isBlock(value: unknown): value is readonly (readonly unknown[])[] {
  return Array.isArray(value) && !(value.length === 1 && Array.isArray(value[0]) && value[0].length === 1);
}

/** The value of one cell; undefined when it is blank, omitted, or the stamp (D4). */
export function cellValue(value: unknown): Given | undefined {
  if (Array.isArray(value)) return cellValue(Array.isArray(value[0]) ? value[0][0] : value[0]);
  if (isDate(value)) return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  return text === '' || isStamp(text) ? undefined : text;
}

/** The one value of an argument that takes no range; KpiError('argument', 'argRange') for a block of cells. */
export function singleValue(value: unknown, argument: ArgumentName, lang: Lang): Given | undefined {
  if (isBlock(value)) {
    const columns = Array.isArray(value[0]) ? value[0].length : 1;
    throw new KpiError('argument', 'argRange', { argument: argumentWords[argument][lang], rows: value.length, columns });
  }
  return cellValue(value);
}

/** Every cell of a block that holds something, in reading order. */
export function filledCells(block: readonly (readonly unknown[])[]): Given[] {
  const found: Given[] = [];
  for (const row of block) {
    for (const cell of Array.isArray(row) ? row : [row]) {
      const value = cellValue(cell);
      if (value !== undefined) found.push(value);
    }
  }
  return found;
}

/** What values look like to the person before the file: its language, and the zone of its dates. */
export type Reader = Pick<Labels, 'lang' | 'zone'>;

/** How a found value is shown in a sentence: as the cell shows it, shortened to 60 letters. */
export function shown(value: Given, reader: Reader): string {
  const ru = reader.lang === 'ru';
  if (isDate(value)) {
    const seconds = Math.floor(value.getTime() / 1000);
    return Number.isFinite(seconds) ? shownDay(dayOf(seconds, reader.zone), reader.lang) : '?';
  }
  if (typeof value === 'boolean') return ru ? (value ? 'ИСТИНА' : 'ЛОЖЬ') : String(value).toUpperCase();
  if (typeof value === 'number') return ru ? String(value).replace('.', ',') : String(value);
  return value.length > 60 ? `${value.slice(0, 57)}…` : value;
}

/** A day in a sentence: 05.10.2026 in Russian, 2026-10-05 in English. */
export function shownDay(day: number, lang: Lang): string {
  if (lang === 'en') return isoDay(day);
  const { year, month, day: dayOfMonth } = civilDate(day);
  return `${String(dayOfMonth).padStart(2, '0')}.${String(month).padStart(2, '0')}.${String(year).padStart(4, '0')}`;
}
