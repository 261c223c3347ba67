// Reading one cell of a row as what its column means: a number, a share, a word, a name, a period. null = a complaint was made and the row is left out.
import type { inputNouns } from '../locale/errors-inputs';
import type { ValueWord } from '../locale/input-rows';
import { listed, partMatches, similarNames } from '../matching';
import { addMonthsToDay, civilDate, type DayRange, lengthOf, monthOf, monthRange } from '../period';
import { isDateCell, typedNumber } from './cells';
import type { InputRow } from './rows';
import type { Found } from './sheet';
import { wordNames, wordOf } from './words';

export type Noun = keyof typeof inputNouns;

export interface NumberBounds {
  /** Of a blank cell; without it a blank is a complaint. */
  readonly blank?: number;
  /** positive: above zero. any: below zero too. Otherwise from zero on. */
  readonly sign?: 'positive' | 'any';
  readonly whole?: boolean;
  readonly most?: number;
}

export function numberOf<K extends string>(row: InputRow<K>, key: K, { blank, sign, whole, most }: NumberBounds = {}): number | null {
  if (row.cell(key) === '') return blank ?? missing(row, key);
  const typed = typedNumber(row.cell(key), row.directory.lang);
  if (typed === null || typed.percent) return row.bad(key, 'inputNumber');
  const { value } = typed;
  if (most !== undefined && (value < 0 || value > most)) return row.bad(key, 'inputRange', { least: 0, most });
  if (sign === 'positive' && value <= 0) return row.bad(key, 'inputPositive');
  if (sign !== 'any' && value < 0) return row.bad(key, 'inputNegative');
  return whole && !Number.isInteger(value) ? row.bad(key, 'inputWhole') : value;
}

/** A fraction up to `most` (1 = 100 %); 64 for 64 % is told how to be written. */
export function shareOf<K extends string>(row: InputRow<K>, key: K, { blank, sign, most = 1 }: NumberBounds = {}): number | null {
  if (row.cell(key) === '') return blank ?? missing(row, key);
  const typed = typedNumber(row.cell(key), row.directory.lang);
  if (typed === null) return row.bad(key, 'inputShare');
  const { value, percent } = typed;
  if (value < 0) return row.bad(key, 'inputNegative');
  if (sign === 'positive' && value === 0) return row.bad(key, 'inputPositive');
  if (value <= most) return value;
  if (percent || value > most * 100) return row.bad(key, 'inputShareRange', { most: asPercent(most) });
  return row.bad(key, 'inputShareBig', { most: asPercent(most), percent: value, fraction: Number(`${value}e-2`) });
}

export function wordIn<K extends string, W extends ValueWord>(row: InputRow<K>, key: K, words: readonly W[], blank?: W): W | null {
  const typed = row.cell(key);
  if (typed === '') return blank ?? missing(row, key);
  // A tick box is a yes or a no.
  const word = wordOf(typeof typed === 'boolean' ? (typed ? 'yes' : 'no') : row.shown(key), words);
  return word ?? row.bad(key, 'inputWord', { allowed: listed(wordNames(words, row.directory.lang)) });
}

/** The text of a cell that must not be blank. */
export function textOf<K extends string>(row: InputRow<K>, key: K): string | null {
  return row.cell(key) === '' ? missing(row, key) : row.shown(key);
}

/** The id that a name means. */
export function idOf<K extends string, T>(row: InputRow<K>, key: K, what: Noun, find: (typed: string) => Found<T>): T | null {
  const typed = String(row.cell(key));
  if (typed === '') return missing(row, key);
  const found = find(typed);
  return 'id' in found ? found.id : unknownName(row, key, what, found.similar);
}

/** Complains that there is no such name, or that it fits several. */
export function unknownName<K extends string>(row: InputRow<K>, key: K, what: Noun, similar: readonly string[]): null {
  const several = similar.length > 1 && partMatches(String(row.cell(key)), similar).length === similar.length;
  if (several) return row.bad(key, 'inputSeveral', { similar: listed(similar) });
  return similar.length > 0 ? row.bad(key, 'inputSimilar', { what, similar: listed(similar) }) : row.bad(key, 'inputUnknown', { what });
}

/** The key of a closed list's name. */
export function keyOf<K extends string, T extends string>(
  row: InputRow<K>,
  key: K,
  what: Noun,
  find: (typed: string) => T | undefined,
  names: readonly string[],
): T | null {
  return idOf(row, key, what, (typed) => {
    const id = find(typed);
    return id === undefined ? { similar: similarNames(typed, names) } : { id };
  });
}

/** The days of a written period; of a date, its month. */
export function periodOf<K extends string>(row: InputRow<K>, key: K): DayRange | null {
  const typed = row.cell(key);
  if (typed === '') return missing(row, key);
  const range = row.directory.period(typed);
  if (range === null || range.end < range.start) return row.bad(key, 'inputPeriod');
  // A date typed into a column of text stays text: it means what a date cell means.
  return lengthOf(range) === 1 ? (monthRange(monthOf(range.start)) ?? range) : range;
}

/** A month, a quarter, a half-year or a year. */
export function planPeriodOf<K extends string>(row: InputRow<K>, key: K): DayRange | null {
  const range = periodOf(row, key);
  return range === null || isUnit(range, [1, 3, 6, 12]) ? range : row.bad(key, 'inputPeriodUnit');
}

/** 'YYYY-MM'. */
export function monthIn<K extends string>(row: InputRow<K>, key: K): string | null {
  if (row.cell(key) === '') return missing(row, key);
  const range = row.directory.period(row.cell(key));
  if (range === null) return row.bad(key, 'inputMonth');
  return lengthOf(range) === 1 || isUnit(range, [1]) ? monthOf(range.start) : row.bad(key, 'inputMonth');
}

/** A date cell, or a date written as text. */
export function dayIn<K extends string>(row: InputRow<K>, key: K): number | null {
  const typed = row.cell(key);
  if (typed === '') return missing(row, key);
  const range = isDateCell(typed) || typeof typed === 'number' ? null : row.directory.period(typed);
  const day = row.directory.dayOf(typed) ?? (range !== null && lengthOf(range) === 1 ? range.start : null);
  return day ?? row.bad(key, 'inputDay');
}

export function missing<K extends string>(row: InputRow<K>, key: K): null {
  return row.bad(key, 'inputMissing', { expected: row.expected(key).replace(/\.$/, '') });
}

/** A record of one property, for records put together row by row; null stays null. */
export function only<T>(key: keyof T, value: T[keyof T] | null): Partial<T> | null {
  return value === null ? null : ({ [key]: value } as unknown as Partial<T>);
}

/** Percent of a fraction for a sentence, without the noise of its binary form. */
export function asPercent(share: number): number {
  return Number((share * 100).toFixed(6));
}

/** Rows seen so far by what they set: the first of two holds, the second is left out. */
export type Seen = Map<string, number>;

/** Row that set the same before; null for the first. */
export function setBefore(seen: Seen, what: readonly (string | number | null)[], row: number): number | null {
  const id = JSON.stringify(what);
  const before = seen.get(id);
  if (before === undefined) seen.set(id, row);
  return before ?? null;
}

function isUnit({ start, end }: DayRange, months: readonly number[]): boolean {
  const { month, day } = civilDate(start);
  return day === 1 && months.some((count) => (month - 1) % count === 0 && end === addMonthsToDay(start, count) - 1);
}
