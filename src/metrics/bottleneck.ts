// M16: where a pipeline leaks, by three honest signals. The lowest percentage alone is never called a bottleneck: stages differ by nature.
import type { Facts } from '../facts/facts';
import type { Norms } from '../inputs/norms';
import { units } from '../money';
import { addMonthsToDay } from '../period';
import { type Interval, median, wilson } from '../stats';
import { cohortFunnel, lostRows } from './cohort-funnel';
import { minorSum } from './populations';
import type { DayRange, Slice } from './slice';
import { nextProbability, type PipelineProbabilities } from './stage-probabilities';
import { timeInStage } from './time-in-stage';

export type PassVerdict = 'worse' | 'better' | 'normal' | 'insufficient';

export interface BottleneckRow {
  readonly stage: number;
  /** Passed, of those decided at the stage. */
  readonly k: number;
  readonly n: number;
  readonly passRate: number | null;
  readonly passInterval: Interval | null;
  /** Share that is normal; null = no norm. */
  readonly norm: number | null;
  readonly verdict: PassVerdict;
  /** Expected revenue lost here, units of the base currency; null = no probability is known. */
  readonly lostValue: number | null;
  /** Rows of `DealFacts` lost here. */
  readonly lostDeals: readonly number[];
}

export interface Bottleneck {
  readonly rows: readonly BottleneckRow[];
  /** Stage that loses most, of those with enough samples; the earlier one of equals; null = none loses anything. */
  readonly main: number | null;
}

/** Cohort funnel of the slice's period against `norms` by index of stage (see `passNorms`). */
export function bottleneck(
  facts: Facts<'deals' | 'journeys'>,
  slice: Slice,
  pipeline: number,
  probabilities: readonly PipelineProbabilities[],
  norms: readonly (number | null)[],
  minimum: number,
): Bottleneck {
  const [lost = []] = lostRows(facts, slice, pipeline);
  const rows = cohortFunnel(facts, slice, pipeline).rows.map(({ stage, advanced, lost: lostHere, passRate }): BottleneckRow => {
    const n = advanced + lostHere;
    const lostDeals = lost[stage] ?? [];
    const weight = nextProbability(probabilities, pipeline, stage);
    const norm = norms[stage] ?? null;
    return {
      stage,
      k: advanced,
      n,
      passRate,
      passInterval: wilson(advanced, n),
      norm,
      verdict: passVerdict(advanced, n, norm, minimum),
      lostValue: weight === null ? null : units(minorSum(facts.deals, lostDeals)) * weight,
      lostDeals,
    };
  });
  return { rows, main: mainStage(rows.filter((row) => row.n >= minimum)) };
}

/** Signal 1: the whole interval lies on one side of the norm. */
export function passVerdict(k: number, n: number, norm: number | null, minimum: number): PassVerdict {
  const interval = wilson(k, n);
  if (norm === null || interval === null || n < minimum) return 'insufficient';
  if (interval.high < norm) return 'worse';
  return interval.low > norm ? 'better' : 'normal';
}

/** Norm of each stage: what is typed, otherwise the pipeline's own share over the twelve months before the period, everybody's deals. */
export function passNorms(
  facts: Facts<'deals' | 'journeys'>,
  period: DayRange,
  pipeline: number,
  typed: Norms['passShares'],
): (number | null)[] {
  const slice: Slice = { period: yearBefore(period), managers: null, pipelines: null };
  const stages = facts.labels.pipelines[pipeline]?.stages ?? [];
  return cohortFunnel(facts, slice, pipeline).rows.map(({ stage, passRate }) => typed[stages[stage]?.id ?? ''] ?? passRate);
}

export interface TimeRow {
  readonly stage: number;
  readonly n: number;
  readonly median: number | null;
  readonly normN: number;
  readonly norm: number | null;
  /** insufficient: fewer than the minimum of stays, in the period or in the norm. */
  readonly verdict: 'slow' | 'normal' | 'insufficient';
}

/** A median is slow when it is more than this many times the norm. */
const SLOW = 1.5;

/** Signal 3: completed stays of the period against those of the twelve months before it, everybody's. */
export function timeBottleneck(facts: Facts<'deals' | 'stays'>, slice: Slice, pipeline: number, minimum: number): TimeRow[] {
  const before = timeInStage(facts, { period: yearBefore(slice.period), managers: null, pipelines: null }, pipeline);
  return timeInStage(facts, slice, pipeline)
    .filter(({ stage }) => stage >= 0)
    .map(({ stage, n, days }) => {
      const normDays = before.find((row) => row.stage === stage)?.days ?? [];
      const own = median(days);
      const norm = median(normDays);
      const enough = n >= minimum && normDays.length >= minimum && own !== null && norm !== null;
      const verdict = !enough ? 'insufficient' : own > SLOW * norm ? 'slow' : 'normal';
      return { stage, n, median: own, normN: normDays.length, norm, verdict };
    });
}

function yearBefore({ start }: DayRange): DayRange {
  return { start: addMonthsToDay(start, -12), end: start - 1 };
}

function mainStage(rows: readonly BottleneckRow[]): number | null {
  let main: BottleneckRow | null = null;
  for (const row of rows) if ((row.lostValue ?? 0) > (main?.lostValue ?? 0)) main = row;
  return main?.stage ?? null;
}
