// M36: at which stages a manager passes deals on more or less often than everybody else. Many comparisons at once, so published hints take a wide interval.
import type { Facts } from '../facts/facts';
import { type Difference, newcombe } from '../stats';
import { cohortFunnel, cohortFunnels, lostRows } from './cohort-funnel';
import { groupingByManager } from './grouping';
import type { Slice } from './slice';

/** z of a published hint; inside the drill-down the usual 95 % (R11) may be shown. */
export const Z99 = 2.575829;

export type CoachingVerdict = 'strong' | 'weak' | 'no_difference' | 'insufficient';

export interface CoachingRow {
  readonly stage: number;
  /** Passed, of those decided at the stage. */
  readonly manager: readonly [k: number, n: number];
  readonly team: readonly [k: number, n: number];
  /** Share of the manager − share of the others; null when there is too little to compare. */
  readonly difference: Difference | null;
  readonly verdict: CoachingVerdict;
  /** Rows of `DealFacts` the manager lost here. */
  readonly lostDeals: readonly number[];
}

export interface CoachingRules {
  readonly minimum: number;
  readonly z: number;
}

/** The stages of one pipeline for every manager (by index) against all others of the slice; those outside the slice have passed nothing. */
export function coaching(facts: Facts<'deals' | 'journeys'>, slice: Slice, pipeline: number, rules: CoachingRules): CoachingRow[][] {
  const grouping = groupingByManager(facts);
  const everybody = cohortFunnel(facts, slice, pipeline).rows;
  const lost = lostRows(facts, slice, pipeline, grouping);
  return cohortFunnels(facts, slice, pipeline, grouping).map(({ rows }, manager) =>
    rows.map(({ stage, advanced, lost: lostHere }) => {
      const all = everybody[stage];
      const mine = [advanced, advanced + lostHere] as const;
      const team = [(all?.advanced ?? 0) - mine[0], (all?.advanced ?? 0) + (all?.lost ?? 0) - mine[1]] as const;
      return { stage, manager: mine, team, ...compared(mine, team, rules), lostDeals: lost[manager]?.[stage] ?? [] };
    }),
  );
}

/** The verdict of two shares, both samples of at least the minimum. */
export function compared(
  [k1, n1]: readonly [number, number],
  [k2, n2]: readonly [number, number],
  { minimum, z }: CoachingRules,
): { readonly difference: Difference | null; readonly verdict: CoachingVerdict } {
  const difference = n1 < minimum || n2 < minimum ? null : newcombe(k1, n1, k2, n2, z);
  if (difference === null) return { difference, verdict: 'insufficient' };
  if (difference.low > 0) return { difference, verdict: 'strong' };
  return { difference, verdict: difference.high < 0 ? 'weak' : 'no_difference' };
}
