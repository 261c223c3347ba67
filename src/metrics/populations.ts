// Which deals stand behind the counts and sums of a period: one reading of M01–M06 for every number and for its drill-down.
import { type DealFacts, type Facts, FLAG, LOST, NO_DAY, OPEN, WON } from '../facts/facts';
import { dealGroups } from './grouping';
import type { DayRange, Slice } from './slice';

/** Bits of `membership`. */
export const CREATED = 1;
export const OPEN_NOW = 2;
export const IN_WORK = 4;
export const WON_IN = 8;
export const LOST_IN = 16;
export const JUNK_IN = 32;
export const ZERO_WON = 64;
export const PAID_WON = 128;

/** What drill-downs ask for, as sets of bits. */
const POPULATIONS = {
  /** M01: created in the period, created-closed ones included. */
  created: CREATED,
  /** M02 a: open at asOf, whatever the period. */
  open: OPEN_NOW,
  /** M02 b: open at some moment of the period, created-closed ones excluded. */
  inWork: IN_WORK,
  /** M03. */
  won: WON_IN,
  /** M04, junk stages left out. */
  lost: LOST_IN,
  /** M06: what the win rate divides. */
  closed: WON_IN | LOST_IN,
  /** M04: lost on a junk stage, the separate line. */
  junk: JUNK_IN,
  /** M05: wins of amount 0. */
  zeroWon: ZERO_WON,
  /** M07 "without zeros": wins of an amount above 0. */
  paid: PAID_WON,
  /** R17: whatever can stand behind a number of the period. */
  any: CREATED | OPEN_NOW | IN_WORK | WON_IN | LOST_IN | JUNK_IN,
} as const;
export type Population = keyof typeof POPULATIONS;

/** The populations a deal belongs to, as bits. "Closed in the period" means closeDay within it (R6). */
export function membership(deals: DealFacts, row: number, { start, end }: DayRange): number {
  const state = deals.state[row] ?? OPEN;
  const flags = deals.flags[row] ?? 0;
  const createdDay = deals.createdDay[row] ?? NO_DAY;
  const closeDay = deals.closeDay[row] ?? NO_DAY;
  let bits = createdDay >= start && createdDay <= end ? CREATED : 0;
  if (state === OPEN) bits |= OPEN_NOW;
  // No closing day: open, or closed by a date still to come (FUTURE_CLOSE).
  if ((flags & FLAG.CREATED_CLOSED) === 0 && createdDay <= end && (closeDay === NO_DAY || closeDay >= start)) bits |= IN_WORK;
  if (closeDay === NO_DAY || closeDay < start || closeDay > end) return bits;
  if (state === LOST) return bits | ((flags & FLAG.JUNK) === 0 ? LOST_IN : JUNK_IN);
  if (state !== WON) return bits;
  const amount = deals.amount[row] ?? Number.NaN;
  return bits | WON_IN | (amount === 0 ? ZERO_WON : 0) | (amount > 0 ? PAID_WON : 0);
}

/** Rows of `DealFacts` of the slice that belong to a population, ascending. */
export function dealRows(facts: Facts<'deals'>, slice: Slice, which: Population): number[] {
  const { deals } = facts;
  const groups = dealGroups(facts, slice);
  const rows: number[] = [];
  for (let row = 0; row < deals.count; row++) {
    if (groups[row] === 0 && (membership(deals, row, slice.period) & POPULATIONS[which]) !== 0) rows.push(row);
  }
  return rows;
}

/** Σ amounts of deals in minor units; unknown currencies add nothing (R8). */
export function minorSum({ amount }: DealFacts, rows: readonly number[]): number {
  let sum = 0;
  for (const row of rows) {
    const minor = amount[row] ?? Number.NaN;
    if (!Number.isNaN(minor)) sum += minor;
  }
  return sum;
}
