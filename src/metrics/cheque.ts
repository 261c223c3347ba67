// M07: the average cheque of the deals won in the period, in units of the base currency.
import type { Facts } from '../facts/facts';
import { units } from '../money';
import { median, ratio } from '../stats';
import type { DealTotals } from './deals';
import { dealGroups, type Grouping } from './grouping';
import { membership, WON_IN } from './populations';
import type { Slice } from './slice';

/** wonSum / wonCount, zero-amount wins in the denominator, so that wonSum = count × cheque. */
export function averageCheque(totals: DealTotals): number | null {
  return ratio(totals.wonSum, totals.wonCount);
}

/** The same over amounts above 0; shown when any win has amount 0. */
export function averageChequeNonZero(totals: DealTotals): number | null {
  return ratio(totals.paidSum, totals.paidCount);
}

/** Median amount of the wins of each group, zero amounts included; unknown currencies have no amount (R8). */
export function medianCheques(facts: Facts<'deals'>, slice: Slice, grouping: Grouping | null = null): (number | null)[] {
  const { deals } = facts;
  const groups = dealGroups(facts, slice, grouping);
  const amounts: number[][] = Array.from({ length: grouping?.count ?? 1 }, () => []);
  for (let row = 0; row < deals.count; row++) {
    if ((membership(deals, row, slice.period) & WON_IN) === 0) continue;
    const amount = deals.amount[row] ?? Number.NaN;
    if (!Number.isNaN(amount)) amounts[groups[row] ?? -1]?.push(amount);
  }
  return amounts.map((values) => {
    const middle = median(values);
    return middle === null ? null : units(middle);
  });
}
