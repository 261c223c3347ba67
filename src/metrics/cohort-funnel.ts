// M11 and M12: the cohort funnel. Who entered a pipeline in the period, how far each journey came, where it ended.
import { type Facts, FLAG, LOST, TRANSFERRED, WON } from '../facts/facts';
import { units } from '../money';
import { type Interval, ratio, wilson } from '../stats';
import { type Grouping, journeyGroups } from './grouping';
import type { DayRange, Slice } from './slice';

/** One process stage. reached = advanced + lost + open + transferred. Shares are fractions; null = nothing to divide by. */
export interface FunnelRow {
  /** Index in the pipeline's process stages. */
  readonly stage: number;
  readonly reached: number;
  /** Σ amounts of the deals that reached the stage, transferred ones included; units of the base currency. */
  readonly sum: number;
  readonly advanced: number;
  readonly lost: number;
  readonly open: number;
  readonly transferred: number;
  /** Headline: advanced / (advanced + lost), with its Wilson interval. */
  readonly passRate: number | null;
  readonly passInterval: Interval | null;
  /** Next reached / reached: the lower bound, open deals taken as failures; the upper bound takes them as advanced. */
  readonly stepConversion: number | null;
  readonly stepUpper: number | null;
  /** Reached / entered. */
  readonly cumulative: number | null;
  /** Lost / reached. */
  readonly dropOff: number | null;
  /** Lost / all losses of the funnel. */
  readonly lossShare: number | null;
  /** M12: won / (won + lost) among those who reached the stage. */
  readonly winFromStage: number | null;
}

export interface CohortFunnel extends CohortTotals {
  readonly rows: readonly FunnelRow[];
  /** The last row: it has only reached, sum and cumulative. */
  readonly wonRow: { readonly reached: number; readonly sum: number; readonly cumulative: number | null };
}

/** Outcomes of the journeys that entered in the period. */
export interface CohortTotals {
  readonly entered: number;
  readonly won: number;
  readonly lost: number;
  readonly open: number;
  readonly transferred: number;
}

/** (won + lost) / (entered − transferred): the share already decided; below 80 % say that the cohort is still open. */
export function maturity(cohort: CohortTotals): number | null {
  return ratio(cohort.won + cohort.lost, cohort.entered - cohort.transferred);
}

/** won / (won + lost): the conversion of the cohort. */
export function cohortWinRateDecided(cohort: CohortTotals): number | null {
  return ratio(cohort.won, cohort.won + cohort.lost);
}

/** won / (entered − transferred): open deals in the denominator. */
export function cohortWinRateAll(cohort: CohortTotals): number | null {
  return ratio(cohort.won, cohort.entered - cohort.transferred);
}

/** Journeys that entered in the period; junk deals are left out (M04). */
function inCohort({ deals, journeys }: Facts<'deals' | 'journeys'>, row: number, { start, end }: DayRange): boolean {
  const entryDay = journeys.entryDay[row] ?? 0;
  return entryDay >= start && entryDay <= end && ((deals.flags[journeys.deal[row] ?? 0] ?? 0) & FLAG.JUNK) === 0;
}

/** The journeys of the cohort, ascending. */
export function cohortJourneys(facts: Facts<'deals' | 'journeys'>, slice: Slice): number[] {
  const groups = journeyGroups(facts, slice);
  return [...groups.keys()].filter((row) => groups[row] === 0 && inCohort(facts, row, slice.period));
}

/** The deals of the cohort, one row of `DealFacts` per journey, ascending. */
export function cohortRows(facts: Facts<'deals' | 'journeys'>, slice: Slice): number[] {
  return cohortJourneys(facts, slice).map((row) => facts.journeys.deal[row] ?? 0);
}

/** Rows of `DealFacts` lost from each process stage of the funnel of each group: what stands behind `FunnelRow.lost`. */
export function lostRows(
  facts: Facts<'deals' | 'journeys'>,
  slice: Slice,
  pipeline: number,
  grouping: Grouping | null = null,
): number[][][] {
  const { journeys } = facts;
  const stages = facts.labels.pipelines[pipeline]?.stages.length ?? 0;
  const groups = journeyGroups(facts, { ...slice, pipelines: new Set([pipeline]) }, grouping);
  const lost = Array.from({ length: grouping?.count ?? 1 }, () => Array.from({ length: stages }, (): number[] => []));
  for (let row = 0; row < journeys.count; row++) {
    const group = groups[row] ?? -1;
    if (group < 0 || journeys.outcome[row] !== LOST || !inCohort(facts, row, slice.period)) continue;
    lost[group]?.[Math.min(journeys.maxIdx[row] ?? 1, stages) - 1]?.push(journeys.deal[row] ?? 0);
  }
  return lost;
}

/** Outcomes of each group; several pipelines are a union of journeys. */
export function cohortTotals(facts: Facts<'deals' | 'journeys'>, slice: Slice, grouping: Grouping | null = null): CohortTotals[] {
  const { journeys } = facts;
  const groups = journeyGroups(facts, slice, grouping);
  const totals = Array.from({ length: grouping?.count ?? 1 }, () => ({ entered: 0, won: 0, lost: 0, open: 0, transferred: 0 }));
  for (let row = 0; row < journeys.count; row++) {
    const total = totals[groups[row] ?? -1];
    if (total === undefined || !inCohort(facts, row, slice.period)) continue;
    total.entered++;
    total[outcomeName(journeys.outcome[row])]++;
  }
  return totals;
}

/** The funnel of one pipeline (an index in `labels.pipelines`); the slice gives the cohort's period and the managers, its pipelines do not matter. */
export function cohortFunnel(facts: Facts<'deals' | 'journeys'>, slice: Slice, pipeline: number): CohortFunnel {
  return finished(endingsOf(facts, slice, pipeline, null)[0] ?? noEndings(0));
}

/** The same for each group of a grouping, in one pass. */
export function cohortFunnels(facts: Facts<'deals' | 'journeys'>, slice: Slice, pipeline: number, grouping: Grouping): CohortFunnel[] {
  return endingsOf(facts, slice, pipeline, grouping).map(finished);
}

/** Slot i−1 counts journeys whose furthest stage is i; slot k holds the wins. Reaching is then a sum from the end. */
interface Endings {
  readonly totals: { entered: number } & Record<Outcome, number>;
  readonly counts: Readonly<Record<Outcome, Float64Array>>;
  /** Minor units. */
  readonly sums: Float64Array;
}

function noEndings(stages: number): Endings {
  const slots = () => new Float64Array(stages + 1);
  return {
    totals: { entered: 0, won: 0, lost: 0, open: 0, transferred: 0 },
    counts: { won: slots(), lost: slots(), open: slots(), transferred: slots() },
    sums: slots(),
  };
}

function endingsOf(facts: Facts<'deals' | 'journeys'>, slice: Slice, pipeline: number, grouping: Grouping | null): Endings[] {
  const { deals, journeys } = facts;
  const stages = facts.labels.pipelines[pipeline]?.stages.length ?? 0;
  const groups = journeyGroups(facts, { ...slice, pipelines: new Set([pipeline]) }, grouping);
  const found = Array.from({ length: grouping?.count ?? 1 }, () => noEndings(stages));
  for (let row = 0; row < journeys.count; row++) {
    const own = found[groups[row] ?? -1];
    if (own === undefined || !inCohort(facts, row, slice.period)) continue;
    const outcome = outcomeName(journeys.outcome[row]);
    own.totals.entered++;
    own.totals[outcome]++;
    const slot = outcome === 'won' ? stages : Math.min(journeys.maxIdx[row] ?? 1, stages) - 1;
    if (slot < 0) continue;
    const counts = own.counts[outcome];
    counts[slot] = (counts[slot] ?? 0) + 1;
    const amount = deals.amount[journeys.deal[row] ?? 0] ?? Number.NaN;
    if (!Number.isNaN(amount)) own.sums[slot] = (own.sums[slot] ?? 0) + amount;
  }
  return found;
}

function finished({ totals, counts, sums }: Endings): CohortFunnel {
  const stages = sums.length - 1;
  const { won, lost, entered } = totals;
  const wonSum = sums[stages] ?? 0;
  const rows: FunnelRow[] = [];
  let next = won;
  let sum = wonSum;
  let lostBeyond = 0;
  for (let stage = stages - 1; stage >= 0; stage--) {
    const lostHere = counts.lost[stage] ?? 0;
    const openHere = counts.open[stage] ?? 0;
    const transferredHere = counts.transferred[stage] ?? 0;
    const reached = next + lostHere + openHere + transferredHere;
    sum += sums[stage] ?? 0;
    lostBeyond += lostHere;
    rows.unshift({
      stage,
      reached,
      sum: units(sum),
      advanced: next,
      lost: lostHere,
      open: openHere,
      transferred: transferredHere,
      passRate: ratio(next, next + lostHere),
      passInterval: wilson(next, next + lostHere),
      stepConversion: ratio(next, reached),
      stepUpper: ratio(next + openHere, reached),
      cumulative: ratio(reached, entered),
      dropOff: ratio(lostHere, reached),
      lossShare: ratio(lostHere, lost),
      winFromStage: ratio(won, won + lostBeyond),
    });
    next = reached;
  }
  return { ...totals, rows, wonRow: { reached: won, sum: units(wonSum), cumulative: ratio(won, entered) } };
}

type Outcome = 'open' | 'won' | 'lost' | 'transferred';

function outcomeName(outcome: number | undefined): Outcome {
  if (outcome === WON) return 'won';
  if (outcome === LOST) return 'lost';
  return outcome === TRANSFERRED ? 'transferred' : 'open';
}
