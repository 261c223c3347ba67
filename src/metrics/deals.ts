// M01–M05: how many deals were created, are open, were in work, won and lost, and for how much.
import { type Facts, FLAG, LOST, NO_DAY, OPEN, WON } from '../facts/facts';
import { units } from '../money';
import { dealGroups, type Grouping } from './grouping';
import type { Slice } from './slice';

/** Counts and sums of one group. Sums are in units of the base currency; deals of an unknown currency are counted but not summed (R8). */
export interface DealTotals {
  /** M01: created in the period, created-closed ones included. */
  readonly created: number;
  /** M02 a: open at asOf, whatever the period. */
  readonly openCount: number;
  readonly openSum: number;
  /** M02 b: open at some moment of the period, created-closed ones excluded. */
  readonly inWorkDuring: number;
  /** M03, M05. */
  readonly wonCount: number;
  readonly wonSum: number;
  /** Won deals whose amount is 0. */
  readonly zeroAmountWon: number;
  /** Won deals with an amount above 0, and their sum (M07 "without zeros"). */
  readonly paidCount: number;
  readonly paidSum: number;
  /** M04, junk stages left out. */
  readonly lostCount: number;
  readonly lostSum: number;
  /** Lost on a junk stage in the period: the separate line of M04. */
  readonly junkCount: number;
}

/** Totals of each group of the slice (one group without a grouping). "Closed in the period" means closeDay within it (R6). */
export function dealTotals(facts: Facts<'deals'>, slice: Slice, grouping: Grouping | null = null): DealTotals[] {
  const { deals } = facts;
  const { start, end } = slice.period;
  const groups = dealGroups(facts, slice, grouping);
  const totals = Array.from({ length: grouping?.count ?? 1 }, emptyTotals);
  for (let row = 0; row < deals.count; row++) {
    const total = totals[groups[row] ?? -1];
    if (total === undefined) continue;
    const state = deals.state[row] ?? OPEN;
    const flags = deals.flags[row] ?? 0;
    const createdDay = deals.createdDay[row] ?? NO_DAY;
    const closeDay = deals.closeDay[row] ?? NO_DAY;
    const amount = deals.amount[row] ?? Number.NaN;
    const known = !Number.isNaN(amount) ? amount : 0;
    if (createdDay >= start && createdDay <= end) total.created++;
    if (state === OPEN) {
      total.openCount++;
      total.openSum += known;
    }
    // No closing day: open, or closed by a date still to come (FUTURE_CLOSE).
    if ((flags & FLAG.CREATED_CLOSED) === 0 && createdDay <= end && (closeDay === NO_DAY || closeDay >= start)) total.inWorkDuring++;
    if (closeDay === NO_DAY || closeDay < start || closeDay > end) continue;
    if (state === WON) {
      total.wonCount++;
      total.wonSum += known;
      if (amount === 0) total.zeroAmountWon++;
      if (amount > 0) {
        total.paidCount++;
        total.paidSum += amount;
      }
    } else if (state === LOST) {
      if ((flags & FLAG.JUNK) !== 0) total.junkCount++;
      else {
        total.lostCount++;
        total.lostSum += known;
      }
    }
  }
  for (const total of totals) {
    total.openSum = units(total.openSum);
    total.wonSum = units(total.wonSum);
    total.paidSum = units(total.paidSum);
    total.lostSum = units(total.lostSum);
  }
  return totals;
}

/** Rows of `DealFacts` behind one number, for drill-down: `created`, `open`, `inWork`, `won` or `lost` deals of the slice. */
export function dealRows(facts: Facts<'deals'>, slice: Slice, which: 'created' | 'open' | 'inWork' | 'won' | 'lost'): number[] {
  const { deals } = facts;
  const { start, end } = slice.period;
  const groups = dealGroups(facts, slice);
  const rows: number[] = [];
  for (let row = 0; row < deals.count; row++) {
    if (groups[row] !== 0) continue;
    const state = deals.state[row] ?? OPEN;
    const flags = deals.flags[row] ?? 0;
    const createdDay = deals.createdDay[row] ?? NO_DAY;
    const closeDay = deals.closeDay[row] ?? NO_DAY;
    const closedWithin = closeDay !== NO_DAY && closeDay >= start && closeDay <= end;
    const belongs = {
      created: createdDay >= start && createdDay <= end,
      open: state === OPEN,
      inWork: (flags & FLAG.CREATED_CLOSED) === 0 && createdDay <= end && (closeDay === NO_DAY || closeDay >= start),
      won: state === WON && closedWithin,
      lost: state === LOST && closedWithin && (flags & FLAG.JUNK) === 0,
    };
    if (belongs[which]) rows.push(row);
  }
  return rows;
}

type Counting = { -readonly [K in keyof DealTotals]: DealTotals[K] };

function emptyTotals(): Counting {
  return {
    created: 0,
    openCount: 0,
    openSum: 0,
    inWorkDuring: 0,
    wonCount: 0,
    wonSum: 0,
    zeroAmountWon: 0,
    paidCount: 0,
    paidSum: 0,
    lostCount: 0,
    lostSum: 0,
    junkCount: 0,
  };
}
