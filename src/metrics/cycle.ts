// M08: the sales cycle, from first contact (R15) to the closing moment, of the deals won in the period; days of 86,400 s.
import { type Facts, NO_DAY, WON } from '../facts/facts';
import { ascending, mean, quantileSorted } from '../stats';
import { dealGroups, type Grouping } from './grouping';
import type { Slice } from './slice';

export interface CycleStats {
  /** Wins behind the figures: created-closed ones have no cycle. */
  readonly n: number;
  /** Headline: the distribution is skewed. */
  readonly median: number | null;
  readonly mean: number | null;
  readonly p90: number | null;
}

const DAY_SECONDS = 86400;

/** Cycle statistics of each group of the slice. */
export function cycleStats(facts: Facts<'deals' | 'cycles'>, slice: Slice, grouping: Grouping | null = null): CycleStats[] {
  const { deals, cycles } = facts;
  const { start, end } = slice.period;
  const groups = dealGroups(facts, slice, grouping);
  const days: number[][] = Array.from({ length: grouping?.count ?? 1 }, () => []);
  for (let row = 0; row < deals.count; row++) {
    const seconds = cycles.cycle[row] ?? Number.NaN;
    if (Number.isNaN(seconds) || deals.state[row] !== WON) continue;
    const closeDay = deals.closeDay[row] ?? NO_DAY;
    if (closeDay !== NO_DAY && closeDay >= start && closeDay <= end) days[groups[row] ?? -1]?.push(seconds / DAY_SECONDS);
  }
  return days.map((values) => {
    const sorted = ascending(values);
    return { n: values.length, median: quantileSorted(sorted, 0.5), mean: mean(values), p90: quantileSorted(sorted, 0.9) };
  });
}
