// Families of the catalogue: metrics that one pass over the facts computes together.
import type { FactTableName } from '../facts/facts';
import { activityTotals } from './activities';
import { averageCheque, averageChequeNonZero, medianCheques } from './cheque';
import { cohortTotals, cohortWinRateAll, cohortWinRateDecided, maturity } from './cohort-funnel';
import { cycleStats } from './cycle';
import { dealTotalsOf } from './deal-months';
import { type DealTotals, dealTotals } from './deals';
import { type Grouping, type LoadedFacts, requireTables } from './grouping';
import { leadConversion, leadTotals } from './leads';
import type { MetricId, MetricValue } from './metric-id';
import { winRateByCount, winRateByValue } from './rates';
import { repeatShareByCount, repeatShareBySum, repeatTotals } from './repeat';
import type { DayRange, Slice } from './slice';
import { salesVelocity } from './velocity';

/** What one pass over the facts answers about one group. */
export type FamilyValues = Readonly<Partial<Record<MetricId, MetricValue>>>;

/** Metrics that one pass computes together. */
export interface Family {
  readonly tables: readonly FactTableName[];
  /** deals: cut by person and by pipeline. people: by person only; no pipeline has a value, and a slice's pipelines do not matter. */
  readonly of: 'deals' | 'people';
  readonly rows: (facts: LoadedFacts, slice: Slice, grouping: Grouping | null) => FamilyValues[];
  /** The same of many periods that follow each other, in one pass, by period; without it each period is a pass. */
  readonly rowsOf?: (facts: LoadedFacts, slice: Slice, periods: readonly DayRange[], grouping: Grouping | null) => FamilyValues[][];
}

/** M01–M07: what one pass over the deals counts and sums. */
export const volume: Family = {
  tables: ['deals'],
  of: 'deals',
  rows: (facts, slice, grouping) => dealTotals(requireTables(facts, 'deals'), slice, grouping).map(volumeValues),
  rowsOf: (facts, slice, periods, grouping) =>
    dealTotalsOf(requireTables(facts, 'deals'), slice, periods, grouping).map((totals) => totals.map(volumeValues)),
};

function volumeValues(totals: DealTotals): FamilyValues {
  return {
    created: totals.created,
    openCount: totals.openCount,
    openSum: totals.openSum,
    inWorkDuring: totals.inWorkDuring,
    wonCount: totals.wonCount,
    wonSum: totals.wonSum,
    lostCount: totals.lostCount,
    lostSum: totals.lostSum,
    winRateCount: winRateByCount(totals),
    winRateValue: winRateByValue(totals),
    avgCheque: averageCheque(totals),
    avgChequeNonZero: averageChequeNonZero(totals),
    zeroAmountWon: totals.zeroAmountWon,
    junkCount: totals.junkCount,
  };
}

/** M07: medians need the amounts themselves. */
export const chequeMedian: Family = {
  tables: ['deals'],
  of: 'deals',
  rows: (facts, slice, grouping) =>
    medianCheques(requireTables(facts, 'deals'), slice, grouping).map((avgChequeMedian) => ({ avgChequeMedian })),
};

/** M08. */
export const cycle: Family = {
  tables: ['deals', 'cycles'],
  of: 'deals',
  rows: (facts, slice, grouping) =>
    cycleStats(requireTables(facts, 'deals', 'cycles'), slice, grouping).map((stats) => ({
      cycleMedianDays: stats.median,
      cycleMeanDays: stats.mean,
      cycleP90Days: stats.p90,
    })),
};

/** M11: the rates of the whole cohort. */
export const cohort: Family = {
  tables: ['deals', 'journeys'],
  of: 'deals',
  rows: (facts, slice, grouping) =>
    cohortTotals(requireTables(facts, 'deals', 'journeys'), slice, grouping).map((totals) => ({
      cohortEntered: totals.entered,
      cohortConversion: cohortWinRateDecided(totals),
      cohortWinRateAll: cohortWinRateAll(totals),
      maturity: maturity(totals),
    })),
};

/** M09. */
export const velocity: Family = {
  tables: ['deals', 'cycles'],
  of: 'deals',
  rows: (facts, slice, grouping) => {
    const loaded = requireTables(facts, 'deals', 'cycles');
    const cycles = cycleStats(loaded, slice, grouping);
    return dealTotals(loaded, slice, grouping).map((totals, group) => {
      const stats = cycles[group];
      return { salesVelocity: stats === undefined ? null : salesVelocity(totals, stats) };
    });
  },
};

/** M24. */
export const repeat: Family = {
  tables: ['deals', 'origins'],
  of: 'deals',
  rows: (facts, slice, grouping) =>
    repeatTotals(requireTables(facts, 'deals', 'origins'), slice, grouping).map((totals) => ({
      repeatCount: totals.repeatCount,
      repeatSum: totals.repeatSum,
      repeatShareCount: repeatShareByCount(totals),
      repeatShareSum: repeatShareBySum(totals),
    })),
};

/** M10. */
export const lead: Family = {
  tables: ['leads'],
  of: 'people',
  rows: (facts, slice, grouping) =>
    leadTotals(requireTables(facts, 'leads'), slice, grouping).map((totals) => ({
      leadsCreated: totals.created,
      leadsConverted: totals.converted,
      leadsJunk: totals.junk,
      leadConversion: leadConversion(totals),
    })),
};

/** M37. */
export const activity: Family = {
  tables: ['activities'],
  of: 'people',
  rows: (facts, slice, grouping) => activityTotals(requireTables(facts, 'activities'), slice, grouping),
};

/** Rows of each period; periods ascend and follow each other without a gap. */
export function familyRowsOf(
  family: Family,
  facts: LoadedFacts,
  slice: Slice,
  periods: readonly DayRange[],
  grouping: Grouping | null,
): FamilyValues[][] {
  return (
    family.rowsOf?.(facts, slice, periods, grouping) ?? periods.map((period) => familyRows(family, facts, { ...slice, period }, grouping))
  );
}

/** What belongs to people alone has no value of a pipeline or of a deal. */
export function familyRows(family: Family, facts: LoadedFacts, slice: Slice, grouping: Grouping | null): FamilyValues[] {
  if (family.of === 'people' && grouping !== null && grouping.by !== 'manager') return Array.from({ length: grouping.count }, () => ({}));
  return family.rows(facts, slice, grouping);
}
