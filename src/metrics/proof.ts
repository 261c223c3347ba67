// How each metric of the catalogue is made of its records: what every one of them puts into the number, so that a person can add it up again.
// Stands on the same populations as the numbers; apart from the catalogue, so that whoever only computes does not carry it.
import { type FactTableName, LOST, NO_DAY, TRANSFERRED, WON } from '../facts/facts';
import { ACTIVITY_KINDS, type ActivityKind } from '../facts/side-tables';
import { cohortJourneys } from './cohort-funnel';
import { cycleRows } from './cycle';
import { type LoadedFacts, personGroups, requireTables } from './grouping';
import { leadRows } from './leads';
import type { MetricId } from './metric-id';
import { dealRows, type Population } from './populations';
import type { Slice } from './slice';

/** sum: Σ parts. ratio: Σ parts / Σ wholes. median, p90: of the parts. velocity: Σ parts × win rate × average cheque / mean cycle (M09). */
export type ProofHow = 'sum' | 'ratio' | 'median' | 'p90' | 'velocity';

/** Reads one value of a record. */
type OfRow = (facts: LoadedFacts, row: number) => number;

export interface Proof {
  /** Which table the records are rows of. */
  readonly of: 'deals' | 'journeys' | 'leads' | 'activities';
  readonly how: ProofHow;
  /** What a part is measured in: whole records, minor units of money, seconds. */
  readonly unit: 'count' | 'minor' | 'seconds';
  /** Tables it reads besides `labels`. */
  readonly tables: readonly FactTableName[];
  readonly rows: (facts: LoadedFacts, slice: Slice) => number[];
  readonly part: OfRow;
  /** null = the number is no ratio. */
  readonly whole: OfRow | null;
  readonly wholeUnit: 'count' | 'minor';
  /** The day that put the record into the number. */
  readonly day: OfRow;
  readonly dayOf: 'created' | 'closed' | 'entered' | 'done';
}

const one: OfRow = () => 1;
const known = (minor: number | undefined): number => (minor === undefined || Number.isNaN(minor) ? 0 : minor);
const amount: OfRow = ({ deals }, row) => known(deals?.amount[row]);
const when =
  (holds: (facts: LoadedFacts, row: number) => boolean, value: OfRow): OfRow =>
  (facts, row) =>
    holds(facts, row) ? value(facts, row) : 0;
const isWon = ({ deals }: LoadedFacts, row: number) => deals?.state[row] === WON;
const isRepeat = ({ origins }: LoadedFacts, row: number) => origins?.repeat[row] === 1;
const createdDay: OfRow = ({ deals }, row) => deals?.createdDay[row] ?? NO_DAY;
const closeDay: OfRow = ({ deals }, row) => deals?.closeDay[row] ?? NO_DAY;

type Making = Pick<Proof, 'how' | 'unit' | 'part' | 'whole' | 'wholeUnit'>;
const counting: Making = { how: 'sum', unit: 'count', part: one, whole: null, wholeUnit: 'count' };
const summing: Making = { ...counting, unit: 'minor', part: amount };
const shareOf = (part: OfRow, whole: OfRow): Making => ({ ...counting, how: 'ratio', part, whole });
const shareOfMoney = (part: OfRow): Making => ({ ...summing, how: 'ratio', part, whole: amount, wholeUnit: 'minor' });
const meanAmount: Making = { ...summing, how: 'ratio', whole: one };

/** Deals of a population; they are there by their closing day, or by their creation. */
function dealsThat(which: Population, making: Making, more: readonly FactTableName[] = []): Proof {
  const dayOf = which === 'created' || which === 'open' || which === 'inWork' ? 'created' : 'closed';
  return {
    of: 'deals',
    ...making,
    tables: ['deals', ...more],
    rows: (facts, slice) => dealRows(requireTables(facts, 'deals'), slice, which),
    day: dayOf === 'created' ? createdDay : closeDay,
    dayOf,
  };
}

/** Wins that have a cycle (M08); a part is the cycle. */
function cycles(how: ProofHow): Proof {
  const tables = ['deals', 'cycles'] as const;
  const part: OfRow = ({ cycles: own }, row) => own?.cycle[row] ?? 0;
  return {
    ...dealsThat('won', { ...counting, how, unit: 'seconds', part, whole: how === 'ratio' ? one : null }),
    tables,
    rows: (facts, slice) => cycleRows(requireTables(facts, ...tables), slice),
  };
}

/** Repeat wins (M24). */
function repeats(making: Making): Proof {
  const proof = dealsThat('won', making, ['origins']);
  return { ...proof, rows: (facts, slice) => proof.rows(facts, slice).filter((row) => isRepeat(facts, row)) };
}

/** Wins with an amount, which a median needs (R8). */
function amounts(): Proof {
  const proof = dealsThat('won', { ...summing, how: 'median' });
  const has = ({ deals }: LoadedFacts, row: number) => !Number.isNaN(deals?.amount[row] ?? Number.NaN);
  return { ...proof, rows: (facts, slice) => proof.rows(facts, slice).filter((row) => has(facts, row)) };
}

/** Journeys of the cohort (M11). */
function journeysThat(making: Making): Proof {
  return {
    of: 'journeys',
    ...making,
    tables: ['deals', 'journeys'],
    rows: (facts, slice) => cohortJourneys(requireTables(facts, 'deals', 'journeys'), slice),
    day: ({ journeys }, row) => journeys?.entryDay[row] ?? NO_DAY,
    dayOf: 'entered',
  };
}
const ended =
  (...outcomes: readonly number[]): OfRow =>
  ({ journeys }, row) =>
    outcomes.includes(journeys?.outcome[row] ?? -1) ? 1 : 0;
const stayedIn: OfRow = ({ journeys }, row) => (journeys?.outcome[row] === TRANSFERRED ? 0 : 1);

/** Leads of a population (M10). */
function leadsThat(which: Parameters<typeof leadRows>[2], making: Making): Proof {
  return {
    of: 'leads',
    ...making,
    tables: ['leads'],
    rows: (facts, slice) => leadRows(requireTables(facts, 'leads'), slice, which),
    day: ({ leads }, row) => (which === 'created' ? leads?.createdDay[row] : leads?.closeDay[row]) ?? NO_DAY,
    dayOf: which === 'created' ? 'created' : 'closed',
  };
}

/** Rows of `ActivityFacts` of a kind: a day, a person, and how many (M37). */
function activitiesOf(kind: ActivityKind): Proof {
  const wanted = ACTIVITY_KINDS.indexOf(kind);
  return {
    of: 'activities',
    ...counting,
    part: ({ activities }, row) => activities?.number[row] ?? 0,
    tables: ['activities'],
    rows: (facts, slice) => {
      const { activities } = requireTables(facts, 'activities');
      const groups = personGroups(facts, activities.manager, slice, null);
      const { start, end } = slice.period;
      const rows: number[] = [];
      for (let row = 0; row < activities.count; row++) {
        const day = activities.day[row] ?? NO_DAY;
        if (groups[row] === 0 && activities.kind[row] === wanted && day >= start && day <= end) rows.push(row);
      }
      return rows;
    },
    day: ({ activities }, row) => activities?.day[row] ?? NO_DAY,
    dayOf: 'done',
  };
}

const wonOne = when(isWon, one);
const wonAmount = when(isWon, amount);
const isConverted = ({ leads }: LoadedFacts, row: number) => leads?.state[row] === WON;

export const proofOf: Readonly<Record<MetricId, Proof>> = {
  created: dealsThat('created', counting),
  openCount: dealsThat('open', counting),
  openSum: dealsThat('open', summing),
  inWorkDuring: dealsThat('inWork', counting),
  wonCount: dealsThat('won', counting),
  wonSum: dealsThat('won', summing),
  lostCount: dealsThat('lost', counting),
  lostSum: dealsThat('lost', summing),
  winRateCount: dealsThat('closed', shareOf(wonOne, one)),
  winRateValue: dealsThat('closed', shareOfMoney(wonAmount)),
  avgCheque: dealsThat('won', meanAmount),
  avgChequeMedian: amounts(),
  avgChequeNonZero: dealsThat('paid', meanAmount),
  zeroAmountWon: dealsThat('zeroWon', counting),
  junkCount: dealsThat('junk', counting),
  cycleMedianDays: cycles('median'),
  cycleMeanDays: cycles('ratio'),
  cycleP90Days: cycles('p90'),
  cohortEntered: journeysThat(counting),
  cohortConversion: journeysThat(shareOf(ended(WON), ended(WON, LOST))),
  cohortWinRateAll: journeysThat(shareOf(ended(WON), stayedIn)),
  maturity: journeysThat(shareOf(ended(WON, LOST), stayedIn)),
  salesVelocity: dealsThat('open', { ...counting, how: 'velocity' }, ['cycles']),
  repeatCount: repeats(counting),
  repeatSum: repeats(summing),
  repeatShareCount: dealsThat('won', shareOf(when(isRepeat, one), one), ['origins']),
  repeatShareSum: dealsThat('won', shareOfMoney(when(isRepeat, amount)), ['origins']),
  leadsCreated: leadsThat('created', counting),
  leadsConverted: leadsThat('converted', counting),
  leadsJunk: leadsThat('junk', counting),
  leadConversion: leadsThat('closed', shareOf(when(isConverted, one), one)),
  calls: activitiesOf('calls'),
  meetings: activitiesOf('meetings'),
  emails: activitiesOf('emails'),
  tasks: activitiesOf('tasks'),
  todos: activitiesOf('todos'),
};
