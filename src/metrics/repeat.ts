// M24: repeat sales among the wins of the period.
import type { Facts } from '../facts/facts';
import { units } from '../money';
import { ratio } from '../stats';
import { dealGroups, type Grouping } from './grouping';
import { dealRows, membership, WON_IN } from './populations';
import type { Slice } from './slice';

/** Wins of the period and the repeat ones among them; sums in units of the base currency. */
export interface RepeatTotals {
  readonly wonCount: number;
  readonly wonSum: number;
  readonly repeatCount: number;
  readonly repeatSum: number;
}

/** Totals of each group of the slice. */
export function repeatTotals(facts: Facts<'deals' | 'origins'>, slice: Slice, grouping: Grouping | null = null): RepeatTotals[] {
  const { deals, origins } = facts;
  const groups = dealGroups(facts, slice, grouping);
  const totals = Array.from({ length: grouping?.count ?? 1 }, () => ({ wonCount: 0, wonSum: 0, repeatCount: 0, repeatSum: 0 }));
  for (let row = 0; row < deals.count; row++) {
    const total = totals[groups[row] ?? -1];
    if (total === undefined || (membership(deals, row, slice.period) & WON_IN) === 0) continue;
    const amount = deals.amount[row] ?? Number.NaN;
    const known = Number.isNaN(amount) ? 0 : amount;
    total.wonCount++;
    total.wonSum += known;
    if (origins.repeat[row] !== 1) continue;
    total.repeatCount++;
    total.repeatSum += known;
  }
  return totals.map((total) => ({ ...total, wonSum: units(total.wonSum), repeatSum: units(total.repeatSum) }));
}

/** The repeat wins of the period, as rows of `DealFacts`. */
export function repeatRows(facts: Facts<'deals' | 'origins'>, slice: Slice): number[] {
  return dealRows(facts, slice, 'won').filter((row) => facts.origins.repeat[row] === 1);
}

/** Share of the wins by count. */
export function repeatShareByCount(totals: RepeatTotals): number | null {
  return ratio(totals.repeatCount, totals.wonCount);
}

/** Share of the won sum. */
export function repeatShareBySum(totals: RepeatTotals): number | null {
  return ratio(totals.repeatSum, totals.wonSum);
}
