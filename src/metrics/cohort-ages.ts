// M11 over time: what became of the journeys of each month of entry after 0, 1, 2… months. What has not happened yet is unknown, never 0.
import { type Facts, FLAG, NO_DAY, TRANSFERRED, WON } from '../facts/facts';
import { monthOf, monthRange, monthsOf } from '../period';
import { journeyGroups } from './grouping';
import type { Slice } from './slice';

/** Journeys that entered in one month of the period, junk left out (M04). */
export interface AgedCohort {
  /** 'YYYY-MM'. */
  readonly month: string;
  readonly entered: number;
  /** Of them gone to another pipeline: neither success nor loss, not in the denominator of a share. */
  readonly transferred: number;
  /** Wins up to the end of age 0, 1, 2…: age 0 is the month of entry. Only ages whose last day lies before asOf's. */
  readonly wins: readonly number[];
  /** Σ amounts of those wins, minor units of the base currency; unknown currencies add nothing (R8). */
  readonly sums: readonly number[];
}

/**
 * One cohort per month of the period, clipped to it; several pipelines are a union of journeys. A win dated before its entry (an edited
 * date) counts at age 0.
 */
export function cohortAges(facts: Facts<'deals' | 'journeys'>, slice: Slice): AgedCohort[] {
  const { deals, journeys, labels } = facts;
  const { start, end } = slice.period;
  const months = monthsOf(slice.period);
  if (months.length === 0) return [];
  const last = Math.max(end, labels.asOfDay);
  const ages = monthsOf({ start, end: last }).length;
  const monthAt = monthByDay(start, last);
  const groups = journeyGroups(facts, slice);
  const entered = new Int32Array(months.length);
  const transferred = new Int32Array(months.length);
  const wins = new Float64Array(months.length * ages);
  const sums = new Float64Array(months.length * ages);
  for (let row = 0; row < journeys.count; row++) {
    const day = journeys.entryDay[row] ?? NO_DAY;
    const deal = journeys.deal[row] ?? 0;
    if (groups[row] !== 0 || day < start || day > end || ((deals.flags[deal] ?? 0) & FLAG.JUNK) !== 0) continue;
    const month = monthAt[day - start] ?? 0;
    entered[month] = (entered[month] ?? 0) + 1;
    if (journeys.outcome[row] === TRANSFERRED) transferred[month] = (transferred[month] ?? 0) + 1;
    const closed = deals.closeDay[deal] ?? NO_DAY;
    if (journeys.outcome[row] !== WON || closed === NO_DAY) continue;
    const age = Math.max(0, (monthAt[Math.max(0, closed - start)] ?? 0) - month);
    const cell = month * ages + age;
    const amount = deals.amount[deal] ?? Number.NaN;
    wins[cell] = (wins[cell] ?? 0) + 1;
    if (!Number.isNaN(amount)) sums[cell] = (sums[cell] ?? 0) + amount;
  }
  return months.map((month, index) => {
    const complete = completeAges(month, labels.asOfDay);
    const soFar = (cells: Float64Array) => runningTotals(cells.subarray(index * ages, index * ages + complete));
    return { month, entered: entered[index] ?? 0, transferred: transferred[index] ?? 0, wins: soFar(wins), sums: soFar(sums) };
  });
}

/** How many ages of a month of entry have wholly passed before the day of asOf: asOf's own month has not. */
function completeAges(month: string, asOfDay: number): number {
  return Math.max(0, monthNumber(monthOf(asOfDay)) - monthNumber(month));
}

function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
}

/** Place of each day's month, counted from the month of `start`. */
function monthByDay(start: number, end: number): Int32Array {
  const places = new Int32Array(end - start + 1);
  monthsOf({ start, end }).forEach((month, place) => {
    const days = monthRange(month) ?? { start, end };
    places.fill(place, Math.max(0, days.start - start), days.end - start + 1);
  });
  return places;
}

function runningTotals(values: Float64Array): number[] {
  let sum = 0;
  return Array.from(values, (value) => {
    sum += value;
    return sum;
  });
}

/** First day on which any journey of the slice entered; null when none did. */
export function firstEntry(facts: Facts<'deals' | 'journeys'>, slice: Slice): number | null {
  const { journeys } = facts;
  const groups = journeyGroups(facts, slice);
  let first = Number.POSITIVE_INFINITY;
  for (let row = 0; row < journeys.count; row++) if (groups[row] === 0) first = Math.min(first, journeys.entryDay[row] ?? first);
  return Number.isFinite(first) ? first : null;
}

/** Wins so far / (entered − transferred) of a cohort at an age; null when the age is not complete or nobody entered. */
export function winShareAt({ entered, transferred, wins }: AgedCohort, age: number): number | null {
  const won = wins[age];
  return won === undefined || entered === transferred ? null : won / (entered - transferred);
}

/** The same over all cohorts whose age is complete. */
export function pooledWinShareAt(cohorts: readonly AgedCohort[], age: number): number | null {
  const complete = cohorts.filter(({ wins }) => wins.length > age);
  const asked = complete.reduce((sum, { entered, transferred }) => sum + entered - transferred, 0);
  return asked === 0 ? null : complete.reduce((sum, { wins }) => sum + (wins[age] ?? 0), 0) / asked;
}
