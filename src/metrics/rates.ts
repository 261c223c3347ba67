// M06: the share of wins among the deals closed in the period.
import { type Interval, ratio, wilson } from '../stats';
import type { DealTotals } from './deals';

/** won / (won + lost); open deals are not in it, so show it beside the cohort's maturity (M06). */
export function winRateByCount(totals: DealTotals): number | null {
  return ratio(totals.wonCount, totals.wonCount + totals.lostCount);
}

/** Wilson interval of the win rate by count (R11). */
export function winRateInterval(totals: DealTotals): Interval | null {
  return wilson(totals.wonCount, totals.wonCount + totals.lostCount);
}

/** wonSum / (wonSum + lostSum). */
export function winRateByValue(totals: DealTotals): number | null {
  return ratio(totals.wonSum, totals.wonSum + totals.lostSum);
}
