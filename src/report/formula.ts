// Formula text: built canonical (comma between arguments, point in numbers), rendered for the separator a file expects (D8).
import type { Lang } from '../cell';
import type { Labels } from '../facts/facts';
import { monthsOf } from '../period';

/** A text literal. */
export function quoted(text: string): string {
  return `"${text.replace(/"/g, '""')}"`;
}

/** The last months up to this one as an argument: `most` of them, fewer where the history that is loaded begins later. */
export function lastMonths(most: number, { asOfDay, horizonDay }: Pick<Labels, 'asOfDay' | 'horizonDay'>, lang: Lang): string {
  const loaded = horizonDay > 0 ? monthsOf({ start: horizonDay, end: asOfDay }).length : most;
  const months = Math.min(most, loaded);
  if (months <= 1) return quoted(lang === 'ru' ? 'этот месяц' : 'this month');
  const few = months % 10 >= 2 && months % 10 <= 4 && (months < 12 || months > 14);
  return quoted(lang === 'ru' ? `последние ${months} ${few ? 'месяца' : 'месяцев'}` : `last ${months} months`);
}

/** `NAME(a,b)` without the equals sign, for use inside a formula. */
export function call(name: string, ...args: readonly string[]): string {
  return `${name}(${args.join(',')})`;
}

/** A formula of ours: the stamp is its last argument, so it recalculates after every refresh (D4). */
export function stamped(name: string, ...args: readonly string[]): string {
  return call(name, ...args, 'B24_DATA');
}

/** The formula as a file expects it: with `;` the commas between arguments become `;` and decimal points become commas; texts stay. */
export function withSeparator(formula: string, separator: ',' | ';'): string {
  if (separator === ',') return formula;
  return formula
    .split(/("(?:[^"]|"")*"|'(?:[^']|'')*')/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/,/g, ';').replace(/(\d)\.(\d)/g, '$1,$2')))
    .join('');
}

/** Values of a column where another one is not blank (and is none of the words), for charts: what lies beyond them is truly empty. */
export function filled(values: string, names: string, ...without: readonly string[]): string {
  return `IFERROR(FILTER(${[values, `${names}<>""`, ...without.map((word) => `${names}<>${quoted(word)}`)].join(',')}),"")`;
}
