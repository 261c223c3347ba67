// The catalogue of scalar metrics: what each is called, measured in, stands on, and how it is computed. Words are elsewhere (locale).
import type { FactTableName } from '../facts/facts';
import { averageCheque, averageChequeNonZero, medianCheques } from './cheque';
import { cohortTotals, cohortWinRateAll, cohortWinRateDecided, maturity } from './cohort-funnel';
import { cycleStats } from './cycle';
import { dealTotals } from './deals';
import { type Grouping, type LoadedFacts, requireTables } from './grouping';
import { winRateByCount, winRateByValue } from './rates';
import type { Slice } from './slice';
import { salesVelocity } from './velocity';

export type MetricUnit = 'count' | 'money' | 'share' | 'days';

/** Every metric id; the order is that of the help and of drop-downs. */
export const METRIC_IDS = [
  'created',
  'openCount',
  'openSum',
  'inWorkDuring',
  'wonCount',
  'wonSum',
  'lostCount',
  'lostSum',
  'winRateCount',
  'winRateValue',
  'avgCheque',
  'avgChequeMedian',
  'avgChequeNonZero',
  'zeroAmountWon',
  'junkCount',
  'cycleMedianDays',
  'cycleMeanDays',
  'cycleP90Days',
  'cohortEntered',
  'cohortConversion',
  'cohortWinRateAll',
  'maturity',
  'salesVelocity',
] as const;
export type MetricId = (typeof METRIC_IDS)[number];

/** Value of a metric; null = none (R9). Counts are whole, shares are fractions, money is units of the base currency, durations are days; all unrounded. */
export type MetricValue = number | null;

/** What one pass over the facts answers about one group. */
type FamilyValues = Readonly<Partial<Record<MetricId, MetricValue>>>;

/** Metrics that one pass computes together. */
interface Family {
  readonly tables: readonly FactTableName[];
  readonly rows: (facts: LoadedFacts, slice: Slice, grouping: Grouping | null) => FamilyValues[];
}

export interface Metric {
  readonly id: MetricId;
  readonly unit: MetricUnit;
  /** The rule of the definitions that it implements. */
  readonly rule: string;
  /** Tables it reads besides `labels`. */
  readonly tables: readonly FactTableName[];
  /** Values of parts of a period add up (plan to date, run-rate); snapshots, rates and durations do not. */
  readonly additive: boolean;
  /** Which direction is good news; null = neither. */
  readonly better: 'more' | 'less' | null;
  readonly compute: (facts: LoadedFacts, slice: Slice) => MetricValue;
  readonly computeGroups: (facts: LoadedFacts, slice: Slice, grouping: Grouping) => MetricValue[];
}

const volume: Family = {
  tables: ['deals'],
  rows: (facts, slice, grouping) =>
    dealTotals(requireTables(facts, 'deals'), slice, grouping).map((totals) => ({
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
    })),
};

const chequeMedian: Family = {
  tables: ['deals'],
  rows: (facts, slice, grouping) =>
    medianCheques(requireTables(facts, 'deals'), slice, grouping).map((avgChequeMedian) => ({ avgChequeMedian })),
};

const cycle: Family = {
  tables: ['deals', 'cycles'],
  rows: (facts, slice, grouping) =>
    cycleStats(requireTables(facts, 'deals', 'cycles'), slice, grouping).map((stats) => ({
      cycleMedianDays: stats.median,
      cycleMeanDays: stats.mean,
      cycleP90Days: stats.p90,
    })),
};

const cohort: Family = {
  tables: ['deals', 'journeys'],
  rows: (facts, slice, grouping) =>
    cohortTotals(requireTables(facts, 'deals', 'journeys'), slice, grouping).map((totals) => ({
      cohortEntered: totals.entered,
      cohortConversion: cohortWinRateDecided(totals),
      cohortWinRateAll: cohortWinRateAll(totals),
      maturity: maturity(totals),
    })),
};

const velocity: Family = {
  tables: ['deals', 'cycles'],
  rows: (facts, slice, grouping) => {
    const loaded = requireTables(facts, 'deals', 'cycles');
    const cycles = cycleStats(loaded, slice, grouping);
    return dealTotals(loaded, slice, grouping).map((totals, group) => {
      const stats = cycles[group];
      return { salesVelocity: stats === undefined ? null : salesVelocity(totals, stats) };
    });
  },
};

interface Definition {
  readonly unit: MetricUnit;
  readonly rule: string;
  readonly family: Family;
  readonly additive?: true;
  readonly better?: 'more' | 'less';
}

const definitions: Readonly<Record<MetricId, Definition>> = {
  created: { unit: 'count', rule: 'M01', family: volume, additive: true, better: 'more' },
  openCount: { unit: 'count', rule: 'M02', family: volume },
  openSum: { unit: 'money', rule: 'M02', family: volume },
  inWorkDuring: { unit: 'count', rule: 'M02', family: volume },
  wonCount: { unit: 'count', rule: 'M03', family: volume, additive: true, better: 'more' },
  wonSum: { unit: 'money', rule: 'M05', family: volume, additive: true, better: 'more' },
  lostCount: { unit: 'count', rule: 'M04', family: volume, additive: true, better: 'less' },
  lostSum: { unit: 'money', rule: 'M05', family: volume, additive: true, better: 'less' },
  winRateCount: { unit: 'share', rule: 'M06', family: volume, better: 'more' },
  winRateValue: { unit: 'share', rule: 'M06', family: volume, better: 'more' },
  avgCheque: { unit: 'money', rule: 'M07', family: volume, better: 'more' },
  avgChequeMedian: { unit: 'money', rule: 'M07', family: chequeMedian, better: 'more' },
  avgChequeNonZero: { unit: 'money', rule: 'M07', family: volume, better: 'more' },
  zeroAmountWon: { unit: 'count', rule: 'M05', family: volume, additive: true, better: 'less' },
  junkCount: { unit: 'count', rule: 'M04', family: volume, additive: true, better: 'less' },
  cycleMedianDays: { unit: 'days', rule: 'M08', family: cycle, better: 'less' },
  cycleMeanDays: { unit: 'days', rule: 'M08', family: cycle, better: 'less' },
  cycleP90Days: { unit: 'days', rule: 'M08', family: cycle, better: 'less' },
  cohortEntered: { unit: 'count', rule: 'M11', family: cohort, additive: true, better: 'more' },
  cohortConversion: { unit: 'share', rule: 'M11', family: cohort, better: 'more' },
  cohortWinRateAll: { unit: 'share', rule: 'M11', family: cohort, better: 'more' },
  maturity: { unit: 'share', rule: 'M11', family: cohort },
  salesVelocity: { unit: 'money', rule: 'M09', family: velocity, better: 'more' },
};

/** The metric of an id. */
export function metricOf(id: MetricId): Metric {
  const { unit, rule, family, additive, better } = definitions[id];
  const picked = (values: FamilyValues | undefined): MetricValue => values?.[id] ?? null;
  return {
    id,
    unit,
    rule,
    tables: family.tables,
    additive: additive ?? false,
    better: better ?? null,
    compute: (facts, slice) => picked(family.rows(facts, slice, null)[0]),
    computeGroups: (facts, slice, grouping) => family.rows(facts, slice, grouping).map(picked),
  };
}

/** Tables that a set of metrics reads besides `labels`, each once. */
export function tablesOf(ids: readonly MetricId[]): FactTableName[] {
  return [...new Set(ids.flatMap((id) => definitions[id].family.tables))];
}

/** Values of many metrics: one row per group, metrics in the order asked; each family passes over the facts once. Without a grouping there is one row. */
export function metricRows(facts: LoadedFacts, slice: Slice, ids: readonly MetricId[], grouping: Grouping | null = null): MetricValue[][] {
  const passes = new Map<Family, FamilyValues[]>();
  for (const id of ids) {
    const { family } = definitions[id];
    if (!passes.has(family)) passes.set(family, family.rows(facts, slice, grouping));
  }
  return Array.from({ length: grouping?.count ?? 1 }, (_, group) =>
    ids.map((id) => passes.get(definitions[id].family)?.[group]?.[id] ?? null),
  );
}
