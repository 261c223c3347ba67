// M08: the sales cycle, from first contact (R15) to the closing moment, of the deals won in the period; days of 86,400 s.
import type { Facts } from '../facts/facts';
import { ascending, mean, quantileSorted } from '../stats';
import { dealGroups, type Grouping } from './grouping';
import { membership, WON_IN } from './populations';
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
  const groups = dealGroups(facts, slice, grouping);
  const days: number[][] = Array.from({ length: grouping?.count ?? 1 }, () => []);
  for (let row = 0; row < deals.count; row++) {
    if (hasCycle(facts, row, slice)) days[groups[row] ?? -1]?.push((cycles.cycle[row] ?? 0) / DAY_SECONDS);
  }
  return days.map((values) => {
    const sorted = ascending(values);
    return { n: values.length, median: quantileSorted(sorted, 0.5), mean: mean(values), p90: quantileSorted(sorted, 0.9) };
  });
}

/** The deals behind the figures, as rows of `DealFacts`. */
export function cycleRows(facts: Facts<'deals' | 'cycles'>, slice: Slice): number[] {
  const groups = dealGroups(facts, slice);
  return [...groups.keys()].filter((row) => groups[row] === 0 && hasCycle(facts, row, slice));
}

function hasCycle({ deals, cycles }: Facts<'deals' | 'cycles'>, row: number, slice: Slice): boolean {
  return !Number.isNaN(cycles.cycle[row] ?? Number.NaN) && (membership(deals, row, slice.period) & WON_IN) !== 0;
}
