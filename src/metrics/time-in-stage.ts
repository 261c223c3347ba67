// M15: how long deals stay on each process stage. All visits of a deal to a stage are one stay; days of 86,400 s.
import { type Facts, FLAG, NO_DAY, type StayFacts } from '../facts/facts';
import { ascending, mean, quantileSorted } from '../stats';
import { type Grouping, stayGroups } from './grouping';
import type { Slice } from './slice';

export interface StageTime {
  /** Index in the pipeline's process stages; −1 = the line of deleted stages. */
  readonly stage: number;
  /** Rows of `DealFacts` whose stay ended in the period, ascending, and their days side by side. */
  readonly completed: readonly number[];
  readonly days: readonly number[];
  readonly n: number;
  readonly median: number | null;
  readonly mean: number | null;
  readonly p90: number | null;
  /** Deals standing there now: age of the current visit at asOf. Censored, therefore not in the median. */
  readonly openAges: readonly { readonly deal: number; readonly days: number }[];
}

const DAY_SECONDS = 86400;

/** Time in each process stage of one pipeline, then the deleted stages when any deal stood there. */
export function timeInStage(facts: Facts<'deals' | 'stays'>, slice: Slice, pipeline: number): StageTime[] {
  const { stays } = facts;
  const groups = stayGroups(facts, { ...slice, pipelines: new Set([pipeline]) });
  const stages = facts.labels.pipelines[pipeline]?.stages.length ?? 0;
  const lines = Array.from({ length: stages + 1 }, () => ({
    completed: [] as number[],
    days: [] as number[],
    openAges: [] as { deal: number; days: number }[],
  }));
  for (let row = 0; row < stays.count; row++) {
    if (groups[row] !== 0 || !hasHistory(facts, row)) continue;
    const stage = stays.stage[row] ?? -1;
    const line = lines[stage < 0 ? stages : stage];
    const deal = stays.deal[row] ?? 0;
    const since = stays.openSince[row] ?? Number.NaN;
    if (!Number.isNaN(since)) line?.openAges.push({ deal, days: (facts.labels.asOf - since) / DAY_SECONDS });
    else if (endedWithin(stays, row, slice)) {
      line?.completed.push(deal);
      line?.days.push((stays.seconds[row] ?? 0) / DAY_SECONDS);
    }
  }
  return lines
    .map((line, index) => ({ stage: index < stages ? index : -1, ...line, ...durations(line.days) }))
    .filter((line) => line.stage >= 0 || line.n > 0 || line.openAges.length > 0);
}

/** Completed stays of each group over all process stages of the slice (deleted ones too); `stage` narrows it to one index of one pipeline. */
export function stayStats(
  facts: Facts<'deals' | 'stays'>,
  slice: Slice,
  stage: number | null = null,
  grouping: Grouping | null = null,
): Durations[] {
  const { stays } = facts;
  const groups = stayGroups(facts, slice, grouping);
  const days: number[][] = Array.from({ length: grouping?.count ?? 1 }, () => []);
  for (let row = 0; row < stays.count; row++) {
    if (stage !== null && stays.stage[row] !== stage) continue;
    if (hasHistory(facts, row) && endedWithin(stays, row, slice)) days[groups[row] ?? -1]?.push((stays.seconds[row] ?? 0) / DAY_SECONDS);
  }
  return days.map(durations);
}

export interface Durations {
  readonly n: number;
  readonly median: number | null;
  readonly mean: number | null;
  readonly p90: number | null;
}

function durations(days: readonly number[]): Durations {
  const sorted = ascending(days);
  return { n: days.length, median: quantileSorted(sorted, 0.5), mean: mean(days), p90: quantileSorted(sorted, 0.9) };
}

/** The deal is not there now and left for the last time within the period. */
function endedWithin(stays: StayFacts, row: number, slice: Slice): boolean {
  const exitDay = stays.exitDay[row] ?? NO_DAY;
  return exitDay !== NO_DAY && exitDay >= slice.period.start && exitDay <= slice.period.end;
}

/** Deals without history have only a made-up row: good for an age (M17), not for a duration (M15). */
function hasHistory(facts: Facts<'deals' | 'stays'>, row: number): boolean {
  return ((facts.deals.flags[facts.stays.deal[row] ?? 0] ?? 0) & FLAG.NO_HISTORY) === 0;
}
