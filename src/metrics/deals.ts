// M01–M05: how many deals were created, are open, were in work, won and lost, and for how much.
import type { Facts } from '../facts/facts';
import { units } from '../money';
import { dealGroups, type Grouping } from './grouping';
import { CREATED, IN_WORK, JUNK_IN, LOST_IN, membership, OPEN_NOW, PAID_WON, WON_IN, ZERO_WON } from './populations';
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

/** Totals of each group of the slice (one group without a grouping). */
export function dealTotals(facts: Facts<'deals'>, slice: Slice, grouping: Grouping | null = null): DealTotals[] {
  const { deals } = facts;
  const groups = dealGroups(facts, slice, grouping);
  const totals = Array.from({ length: grouping?.count ?? 1 }, emptyTotals);
  for (let row = 0; row < deals.count; row++) {
    const total = totals[groups[row] ?? -1];
    const bits = total === undefined ? 0 : membership(deals, row, slice.period);
    if (total === undefined || bits === 0) continue;
    count(total, bits, deals.amount[row] ?? Number.NaN);
  }
  return totals.map(inUnits);
}

/** Totals being counted: sums are in minor units. */
export type Counting = { -readonly [K in keyof DealTotals]: DealTotals[K] };

/** Adds a deal to the totals of every population it belongs to (bits of `membership`). */
export function count(total: Counting, bits: number, amount: number): void {
  const known = Number.isNaN(amount) ? 0 : amount;
  if ((bits & CREATED) !== 0) total.created++;
  if ((bits & OPEN_NOW) !== 0) {
    total.openCount++;
    total.openSum += known;
  }
  if ((bits & IN_WORK) !== 0) total.inWorkDuring++;
  if ((bits & WON_IN) !== 0) {
    total.wonCount++;
    total.wonSum += known;
  }
  if ((bits & ZERO_WON) !== 0) total.zeroAmountWon++;
  if ((bits & PAID_WON) !== 0) {
    total.paidCount++;
    total.paidSum += known;
  }
  if ((bits & LOST_IN) !== 0) {
    total.lostCount++;
    total.lostSum += known;
  }
  if ((bits & JUNK_IN) !== 0) total.junkCount++;
}

/** Sums from minor units to units of the base currency. */
export function inUnits(total: Counting): DealTotals {
  const { openSum, wonSum, paidSum, lostSum } = total;
  return { ...total, openSum: units(openSum), wonSum: units(wonSum), paidSum: units(paidSum), lostSum: units(lostSum) };
}

export function emptyTotals(): Counting {
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
