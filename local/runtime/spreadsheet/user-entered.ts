// What a typed text becomes in a cell (Google's USER_ENTERED), by the file's locale. Pure: no workbook, no engine.
import type { WorkbookLocale } from './contract';
import { Formatted, Formula, type TypedCell } from './typed';
import { daySerial } from './zone-time';

export interface TypingRules {
  readonly locale: WorkbookLocale;
  /** Year of "today" in the file's zone: a typed day and month without a year is of this year. */
  readonly currentYear: number;
  /** The cell has the format `@`: whatever is typed stays text. */
  readonly plainText: boolean;
  /** Save a formula, by one reading of Google (apps-script 5.1). */
  readonly formulaInPlainText?: boolean;
}

/** Characters a cell may hold (apps-script 2.2). */
export const CELL_LIMIT = 50_000;

// A text that begins otherwise can only be text: most CRM cells leave here.
const MAY_MEAN_SOMETHING = /^[\s\u00a0\d=+\-.,'$€₽£(tTfFиИлЛ]|^[A-Za-z]{3,9}\.? \d/;

/** The default date pattern of the locale, as Google names it. */
export function dateFormat(locale: WorkbookLocale): string {
  return locale === 'ru_RU' ? 'dd.MM.yyyy' : 'M/d/yyyy';
}

/** The default date and time pattern of the locale. */
export function dateTimeFormat(locale: WorkbookLocale): string {
  return `${dateFormat(locale)} H:mm:ss`;
}

/** The cell a typed text makes: undefined for an empty text. */
export function typedText(text: string, rules: TypingRules): TypedCell {
  if (text === '') return undefined;
  if (text.startsWith("'")) return text.slice(1);
  if (rules.plainText && !rules.formulaInPlainText) return text;
  if (text.startsWith('=') && text.length > 1) return new Formula(text);
  if (rules.plainText || !MAY_MEAN_SOMETHING.test(text)) return text;
  const trimmed = text.replace(/^[\s\u00a0]+|[\s\u00a0]+$/g, '');
  if (trimmed === '' || trimmed.length > 40) return startsFormula(trimmed) ? new Formula(`=${trimmed}`) : text;
  const bool = typedBoolean(trimmed, rules.locale);
  if (bool !== undefined) return bool;
  const number = typedNumber(trimmed, rules.locale);
  const moment = typedMoment(trimmed, rules);
  // In Russian `1.5` is a day, in English a number: each locale's numbers and dates do not overlap, save for a bare number.
  const meaning = number ?? moment;
  if (meaning !== undefined) return meaning;
  return startsFormula(trimmed) ? new Formula(`=${trimmed}`) : text;
}

function startsFormula(text: string): boolean {
  return text.startsWith('+') && text.length > 1;
}

function typedBoolean(text: string, locale: WorkbookLocale): boolean | undefined {
  const word = text.toUpperCase();
  if (word === 'TRUE' || (locale === 'ru_RU' && word === 'ИСТИНА')) return true;
  if (word === 'FALSE' || (locale === 'ru_RU' && word === 'ЛОЖЬ')) return false;
  return undefined;
}

const RU_NUMBER = /^\d+(?:,\d*)?$|^,\d+$|^\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:,\d*)?$/;
const EN_NUMBER = /^\d+(?:\.\d*)?$|^\.\d+$|^\d{1,3}(?:,\d{3})+(?:\.\d*)?$/;
const SCIENTIFIC = /^[+-]?\d+(?:[.,]\d+)?[eE][+-]?\d+$/;
const CURRENCY = /^(-?)\s?(\$|€|£|₽)\s?(.+)$|^(-?)(.+?)[\s\u00a0]?(\$|€|£|₽|р\.|руб\.)$/;

function typedNumber(text: string, locale: WorkbookLocale): number | Formatted | undefined {
  if (SCIENTIFIC.test(text)) {
    const decimal = locale === 'ru_RU' ? ',' : '.';
    if (/[.,]/.test(text) && !text.includes(decimal)) return undefined;
    return new Formatted(Number(text.replace(',', '.')), '0.00E+00');
  }
  const negative = /^\((.+)\)$/.exec(text);
  if (negative) {
    const value = plainNumber(negative[1] ?? '', locale);
    return value === undefined || value < 0 ? undefined : -value;
  }
  if (text.endsWith('%')) {
    const value = plainNumber(text.slice(0, -1).trim(), locale);
    // Divided as text, so that 7 % is 0.07 and not 0.07000000000000001.
    return value === undefined ? undefined : new Formatted(Number(`${value}e-2`), Number.isInteger(value) ? '0%' : '0.00%');
  }
  const money = CURRENCY.exec(text);
  if (money) {
    const sign = money[1] || money[4] ? -1 : 1;
    const value = plainNumber((money[3] ?? money[5] ?? '').trim(), locale);
    return value === undefined
      ? undefined
      : new Formatted(sign * value, currencyFormat(money[2] ?? money[6] ?? '', money[2] !== undefined));
  }
  return plainNumber(text, locale);
}

function plainNumber(text: string, locale: WorkbookLocale): number | undefined {
  const sign = text.startsWith('-') ? -1 : 1;
  const digits = /^[+-]/.test(text) ? text.slice(1) : text;
  if (!(locale === 'ru_RU' ? RU_NUMBER : EN_NUMBER).test(digits)) return undefined;
  const canonical = locale === 'ru_RU' ? digits.replace(/[ \u00a0\u202f]/g, '').replace(',', '.') : digits.replaceAll(',', '');
  return sign * Number(canonical);
}

function currencyFormat(sign: string, before: boolean): string {
  const quoted = `"${sign === 'р.' || sign === 'руб.' ? '₽' : sign}"`;
  return before ? `${quoted}#,##0.00` : `#,##0.00 ${quoted}`;
}

function typedMoment(text: string, rules: TypingRules): Formatted | undefined {
  const clock = typedClock(text);
  if (clock) return new Formatted(clock.value, clock.format);
  const split = /^(.*\S)[\sT]+(\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:\s?[AaPp][Mm])?)$/.exec(text);
  const time = split ? typedClock(split[2] ?? '') : undefined;
  const day = typedDay(time ? (split?.[1] ?? '') : text, rules);
  if (day === undefined) return undefined;
  return time ? new Formatted(day.serial + time.value, `${dateFormat(rules.locale)} H:mm:ss`) : new Formatted(day.serial, day.format);
}

function typedClock(text: string): { value: number; format: string } | undefined {
  const match = /^(\d{1,2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?(?:\s?([AaPp])[Mm])?$/.exec(text);
  if (!match) return undefined;
  const half = match[4]?.toUpperCase();
  let hours = Number(match[1]);
  const minutes = Number(match[2]);
  const seconds = Number(match[3] ?? 0);
  if (minutes > 59 || seconds >= 60 || hours > (half ? 12 : 23)) return undefined;
  if (half) hours = (hours % 12) + (half === 'P' ? 12 : 0);
  return { value: (hours * 3600 + minutes * 60 + seconds) / 86400, format: match[3] ? 'H:mm:ss' : 'H:mm' };
}

interface Day {
  readonly serial: number;
  readonly format: string;
}

function typedDay(text: string, rules: TypingRules): Day | undefined {
  const iso = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/.exec(text);
  // `2026-10` is understood as the first day of that month.
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3] ?? 1), iso[3] ? 'yyyy-MM-dd' : 'yyyy-MM');
  const ru = rules.locale === 'ru_RU';
  const numeric = (ru ? /^(\d{1,2})([./-])(\d{1,2})(?:\2(\d{4}|\d{2}))?\.?$/ : /^(\d{1,2})([/-])(\d{1,2})(?:\2(\d{4}|\d{2}))?$/).exec(text);
  if (numeric) {
    const [first, second] = [Number(numeric[1]), Number(numeric[3])];
    const year = fullYear(numeric[4], rules.currentYear);
    const format = numeric[4] ? dateFormat(rules.locale) : ru ? 'dd.MM' : 'M/d';
    return ru ? day(year, second, first, format) : day(year, first, second, format);
  }
  return namedDay(text, rules);
}

const MONTHS: Readonly<Record<WorkbookLocale, readonly string[]>> = {
  ru_RU: ['янв', 'фев', 'мар', 'апр', 'ма', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'],
  en_US: ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
};

function namedDay(text: string, rules: TypingRules): Day | undefined {
  const dayFirst = /^(\d{1,2})[ -]([\p{L}]{3,9})\.?(?:[ -](\d{4}|\d{2}))?(?: ?г\.?)?$/u.exec(text);
  const monthFirst = /^([\p{L}]{3,9})\.? (\d{1,2})(?:,? (\d{4}))?$/u.exec(text);
  const name = (dayFirst?.[2] ?? monthFirst?.[1])?.toLowerCase();
  if (name === undefined) return undefined;
  const month = monthNumber(name, rules.locale);
  if (month === undefined) return undefined;
  const year = fullYear(dayFirst?.[3] ?? monthFirst?.[3], rules.currentYear);
  return day(year, month, Number(dayFirst?.[1] ?? monthFirst?.[2]), dateFormat(rules.locale));
}

function monthNumber(name: string, locale: WorkbookLocale): number | undefined {
  for (const language of [locale, 'en_US'] as const) {
    const index = MONTHS[language].findIndex((start) => name.startsWith(start) && (start !== 'ма' || name === 'мая' || name === 'май'));
    if (index >= 0) return index + 1;
  }
  return undefined;
}

function fullYear(text: string | undefined, currentYear: number): number {
  if (text === undefined) return currentYear;
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

function day(year: number, month: number, dayOfMonth: number, format: string): Day | undefined {
  const serial = daySerial(year, month, dayOfMonth);
  return serial === undefined ? undefined : { serial, format };
}
