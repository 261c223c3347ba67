// The records behind each metric of the catalogue, by the same predicates that the numbers are computed with. Apart from the catalogue, so that
// whoever only computes does not carry it.
import type { FactTableName } from '../facts/facts';
import { cohortRows } from './cohort-funnel';
import { cycleRows } from './cycle';
import { type LoadedFacts, requireTables } from './grouping';
import { leadRows } from './leads';
import type { MetricId } from './metric-id';
import { dealRows, type Population } from './populations';
import { repeatRows } from './repeat';
import type { Slice } from './slice';

/** The records behind a number, so that it can be checked by hand. */
export interface Evidence {
  /** Which table `rows` number. */
  readonly of: 'deals' | 'leads';
  /** What of the records adds up to the number; null = the number is made of them otherwise (a rate, a median). */
  readonly adds: 'count' | 'amount' | null;
  /** Tables `rows` reads besides `labels`. */
  readonly tables: readonly FactTableName[];
  readonly rows: (facts: LoadedFacts, slice: Slice) => number[];
}

/** The deals of a population; `adds` as in `Evidence`. */
function dealsThat(which: Population, adds: Evidence['adds']): Evidence {
  return { of: 'deals', adds, tables: ['deals'], rows: (facts, slice) => dealRows(requireTables(facts, 'deals'), slice, which) };
}

/** The leads of a population (M10). */
function leadsThat(which: Parameters<typeof leadRows>[2], adds: Evidence['adds']): Evidence {
  return { of: 'leads', adds, tables: ['leads'], rows: (facts, slice) => leadRows(requireTables(facts, 'leads'), slice, which) };
}

/** Repeat wins (M24). */
function repeats(adds: Evidence['adds']): Evidence {
  const tables = ['deals', 'origins'] as const;
  return { of: 'deals', adds, tables, rows: (facts, slice) => repeatRows(requireTables(facts, ...tables), slice) };
}

/** Deals of the cohort, once per journey (M11). */
function cohortDeals(adds: Evidence['adds']): Evidence {
  const tables = ['deals', 'journeys'] as const;
  return { of: 'deals', adds, tables, rows: (facts, slice) => cohortRows(requireTables(facts, ...tables), slice) };
}

/** Wins that have a cycle (M08). */
const cycleDeals: Evidence = {
  of: 'deals',
  adds: null,
  tables: ['deals', 'cycles'],
  rows: (facts, slice) => cycleRows(requireTables(facts, 'deals', 'cycles'), slice),
};

/** null = only days and numbers are kept of what is behind it (activities). */
export const evidenceOf: Readonly<Record<MetricId, Evidence | null>> = {
  created: dealsThat('created', 'count'),
  openCount: dealsThat('open', 'count'),
  openSum: dealsThat('open', 'amount'),
  inWorkDuring: dealsThat('inWork', 'count'),
  wonCount: dealsThat('won', 'count'),
  wonSum: dealsThat('won', 'amount'),
  lostCount: dealsThat('lost', 'count'),
  lostSum: dealsThat('lost', 'amount'),
  winRateCount: dealsThat('closed', null),
  winRateValue: dealsThat('closed', null),
  avgCheque: dealsThat('won', null),
  avgChequeMedian: dealsThat('won', null),
  avgChequeNonZero: dealsThat('paid', null),
  zeroAmountWon: dealsThat('zeroWon', 'count'),
  junkCount: dealsThat('junk', 'count'),
  cycleMedianDays: cycleDeals,
  cycleMeanDays: cycleDeals,
  cycleP90Days: cycleDeals,
  cohortEntered: cohortDeals('count'),
  cohortConversion: cohortDeals(null),
  cohortWinRateAll: cohortDeals(null),
  maturity: cohortDeals(null),
  salesVelocity: dealsThat('open', null),
  repeatCount: repeats('count'),
  repeatSum: repeats('amount'),
  repeatShareCount: repeats(null),
  repeatShareSum: repeats(null),
  leadsCreated: leadsThat('created', 'count'),
  leadsConverted: leadsThat('converted', 'count'),
  leadsJunk: leadsThat('junk', 'count'),
  leadConversion: leadsThat('closed', null),
  calls: null,
  meetings: null,
  emails: null,
  tasks: null,
  todos: null,
};
