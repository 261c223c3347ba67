// The catalogue of scalar metrics: what each is called, measured in, stands on, and how it is computed. Words are elsewhere (locale).
import type { FactTableName } from '../facts/facts';
import {
  activity,
  chequeMedian,
  cohort,
  cycle,
  type Family,
  type FamilyValues,
  familyRows,
  familyRowsOf,
  lead,
  repeat,
  velocity,
  volume,
} from './families';
import type { Grouping, LoadedFacts } from './grouping';
import type { MetricId, MetricValue } from './metric-id';
import type { DayRange, Slice } from './slice';

export { METRIC_IDS, type MetricId, type MetricValue } from './metric-id';

export type MetricUnit = 'count' | 'money' | 'share' | 'days';

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
  /** Whether pipelines cut it: leads and activities belong to people alone. */
  readonly byPipeline: boolean;
  readonly compute: (facts: LoadedFacts, slice: Slice) => MetricValue;
  readonly computeGroups: (facts: LoadedFacts, slice: Slice, grouping: Grouping) => MetricValue[];
}

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
  repeatCount: { unit: 'count', rule: 'M24', family: repeat, additive: true, better: 'more' },
  repeatSum: { unit: 'money', rule: 'M24', family: repeat, additive: true, better: 'more' },
  repeatShareCount: { unit: 'share', rule: 'M24', family: repeat },
  repeatShareSum: { unit: 'share', rule: 'M24', family: repeat },
  leadsCreated: { unit: 'count', rule: 'M10', family: lead, additive: true, better: 'more' },
  leadsConverted: { unit: 'count', rule: 'M10', family: lead, additive: true, better: 'more' },
  leadsJunk: { unit: 'count', rule: 'M10', family: lead, additive: true, better: 'less' },
  leadConversion: { unit: 'share', rule: 'M10', family: lead, better: 'more' },
  calls: { unit: 'count', rule: 'M37', family: activity, additive: true, better: 'more' },
  meetings: { unit: 'count', rule: 'M37', family: activity, additive: true, better: 'more' },
  emails: { unit: 'count', rule: 'M37', family: activity, additive: true, better: 'more' },
  tasks: { unit: 'count', rule: 'M37', family: activity, additive: true, better: 'more' },
  todos: { unit: 'count', rule: 'M37', family: activity, additive: true, better: 'more' },
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
    byPipeline: family.of === 'deals',
    compute: (facts, slice) => picked(family.rows(facts, slice, null)[0]),
    computeGroups: (facts, slice, grouping) => familyRows(family, facts, slice, grouping).map(picked),
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
    if (!passes.has(family)) passes.set(family, familyRows(family, facts, slice, grouping));
  }
  return Array.from({ length: grouping?.count ?? 1 }, (_, group) =>
    ids.map((id) => passes.get(definitions[id].family)?.[group]?.[id] ?? null),
  );
}

/** The same of many periods, by period, group and metric; what the definitions let be counted in one pass is. Periods ascend without a gap. */
export function metricRowsOf(
  facts: LoadedFacts,
  slice: Slice,
  periods: readonly DayRange[],
  ids: readonly MetricId[],
  grouping: Grouping | null = null,
): MetricValue[][][] {
  const passes = new Map<Family, FamilyValues[][]>();
  for (const id of ids) {
    const { family } = definitions[id];
    if (!passes.has(family)) passes.set(family, familyRowsOf(family, facts, slice, periods, grouping));
  }
  return periods.map((_, period) =>
    Array.from({ length: grouping?.count ?? 1 }, (__, group) =>
      ids.map((id) => passes.get(definitions[id].family)?.[period]?.[group]?.[id] ?? null),
    ),
  );
}
