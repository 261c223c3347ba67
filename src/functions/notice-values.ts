// How notices and digests show values in their sentences: kopecks tell nothing there, and titles may be long.
import type { Lang } from '../cell';
import type { Facts, Labels } from '../facts/facts';
import { monthNames } from '../locale/table-words';
import { round } from '../money';
import { civilDate } from '../period';
import { shownValue } from './table-cells';

/** Letters of a title that are told. */
const TITLE = 80;

export function shownMoney(value: number | null, labels: Labels): string {
  return shownValue(value === null || Number.isNaN(value) ? null : round(value, 0), 'money', labels);
}

/** A fraction in per cent, to a tenth. */
export function shownShare(value: number, labels: Labels): string {
  return shownValue(round(value, 3), 'share', labels);
}

/** The month of a day, `май 2025`. */
export function shownMonth(day: number, lang: Lang): string {
  const { year, month } = civilDate(day);
  return `${monthNames[lang][month - 1] ?? ''} ${year}`;
}

export function shortTitle(title: string): string {
  const line = title.replace(/\s+/g, ' ').trim();
  return line.length > TITLE ? `${line.slice(0, TITLE - 1)}…` : line;
}

/** How many of the deals have no amount in base currency (R8). */
export function unpricedCount({ deals }: Facts<'deals'>, rows: readonly number[]): number {
  return rows.filter((row) => Number.isNaN(deals.amount[row] ?? Number.NaN)).length;
}
