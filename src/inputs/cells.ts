// What a typed cell is: a blank, a text, a number written the way people write numbers. Values come from another realm: nothing is compared by class.
import type { Lang } from '../cell';
import { civilDate, isoDay } from '../period';

/** What a cell holds, for us: '' when it is blank or no value of a cell. */
export type Typed = string | number | boolean | Date;

/** Dates of Sheets come from another realm: the class tag is all they share with ours. */
export function isDateCell(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]';
}

export function typedCell(value: unknown): Typed {
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' || typeof value === 'boolean' || isDateCell(value) ? value : '';
}

/** A cell as the file shows it, shortened to 60 letters; `dayOf` reads date cells. */
export function shownCell(value: Typed, lang: Lang, dayOf: (cell: unknown) => number | null): string {
  if (typeof value === 'number') return lang === 'ru' ? String(value).replace('.', ',') : String(value);
  if (typeof value === 'boolean') return lang === 'ru' ? (value ? 'ИСТИНА' : 'ЛОЖЬ') : String(value).toUpperCase();
  if (typeof value === 'string') return value.length > 60 ? `${value.slice(0, 57)}…` : value;
  const day = dayOf(value);
  return day === null ? '?' : shownDate(day, lang);
}

/** 05.11.2026 in Russian, 2026-11-05 in English. */
function shownDate(day: number, lang: Lang): string {
  if (lang === 'en') return isoDay(day);
  const { year, month, day: dayOfMonth } = civilDate(day);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(dayOfMonth)}.${two(month)}.${year}`;
}

export interface TypedNumber {
  readonly value: number;
  /** Typed with a percent sign; the value is already a fraction. */
  readonly percent: boolean;
}

const MONEY_MARKS = /(?:₽|руб(?:\.|лей|ля|ль)?|р\.|rub|\$|usd|€|eur)/g;

/**
 * A number cell, or a number typed as text: «1 200 000,50 ₽», «3 %», 1,200.5. Of comma and dot together the last is the decimal one; a comma alone
 * is, but in English before exactly three digits. null when it is no number.
 */
export function typedNumber(cell: Typed, lang: Lang): TypedNumber | null {
  // Nobody types −0, and a text does not keep it.
  if (typeof cell === 'number') return Number.isFinite(cell) ? { value: cell + 0, percent: false } : null;
  if (typeof cell !== 'string') return null;
  const bare = cell
    .toLowerCase()
    .replace(/[\s\u00a0\u2009\u202f']/g, '')
    .replace(/[−–]/g, '-')
    .replace(MONEY_MARKS, '');
  const percent = bare.endsWith('%');
  const digits = withDecimalDot(percent ? bare.slice(0, -1) : bare, lang);
  if (!/^[-+]?(?:\d{1,15}(?:\.\d*)?|\.\d+)$/.test(digits)) return null;
  // The exponent keeps decimals exact: 64.3 % is 0.643.
  return { value: Number(percent ? `${digits}e-2` : digits) + 0, percent };
}

function withDecimalDot(text: string, lang: Lang): string {
  const comma = text.lastIndexOf(',');
  const dot = text.lastIndexOf('.');
  if (comma >= 0 && dot >= 0) return comma > dot ? text.replace(/\./g, '').replace(',', '.') : text.replace(/,/g, '');
  for (const mark of [',', '.']) {
    const groups = text.split(mark);
    if (groups.length > 2 && groups.slice(1).every((group) => group.length === 3)) return groups.join('');
  }
  return lang === 'en' && /^[-+]?\d{1,3},\d{3}$/.test(text) ? text.replace(',', '') : text.replace(',', '.');
}
