// What the shares by count divide: k of n, so that two of them can be compared with an interval (R11).
import type { FactTableName } from '../facts/facts';
import { type CohortTotals, cohortTotals } from './cohort-funnel';
import { dealTotals } from './deals';
import { type Grouping, type LoadedFacts, requireTables } from './grouping';
import { leadTotals } from './leads';
import type { MetricId } from './metric-id';
import { repeatTotals } from './repeat';
import type { Slice } from './slice';

export type ShareCount = readonly [k: number, n: number];

export interface ShareCounts {
  readonly tables: readonly FactTableName[];
  /** k and n of each group of the slice (one group without a grouping); k / n is the metric. */
  readonly of: (facts: LoadedFacts, slice: Slice, grouping: Grouping | null) => ShareCount[];
}

function ofCohort(count: (totals: CohortTotals) => ShareCount): ShareCounts {
  return {
    tables: ['deals', 'journeys'],
    of: (facts, slice, grouping) => cohortTotals(requireTables(facts, 'deals', 'journeys'), slice, grouping).map(count),
  };
}

/** Shares by sum are not here: money is no sample. */
export const shareCounts: Readonly<Partial<Record<MetricId, ShareCounts>>> = {
  winRateCount: {
    tables: ['deals'],
    of: (facts, slice, grouping) =>
      dealTotals(requireTables(facts, 'deals'), slice, grouping).map(({ wonCount, lostCount }) => [wonCount, wonCount + lostCount]),
  },
  cohortConversion: ofCohort(({ won, lost }) => [won, won + lost]),
  cohortWinRateAll: ofCohort(({ won, entered, transferred }) => [won, entered - transferred]),
  maturity: ofCohort(({ won, lost, entered, transferred }) => [won + lost, entered - transferred]),
  repeatShareCount: {
    tables: ['deals', 'origins'],
    of: (facts, slice, grouping) =>
      repeatTotals(requireTables(facts, 'deals', 'origins'), slice, grouping).map(({ repeatCount, wonCount }) => [repeatCount, wonCount]),
  },
  leadConversion: {
    tables: ['leads'],
    of: (facts, slice, grouping) =>
      leadTotals(requireTables(facts, 'leads'), slice, grouping).map(({ converted, junk }) => [converted, converted + junk]),
  },
};
