// M26: how probable a win is from each stage, by what became of the deals closed in the last 365 days.
import { type Facts, FLAG, LOST, WON } from '../facts/facts';
import type { Norms } from '../inputs/norms';
import { ratio } from '../stats';

export interface StageProbability {
  /** Wins of the pipeline, the same for all stages. */
  readonly won: number;
  /** Closed journeys that reached the stage. */
  readonly closed: number;
  /** won / closed, a fraction. */
  readonly raw: number | null;
  /** Shrunk to the pipeline's rate: (won + m·p) / (closed + m). */
  readonly shrunk: number | null;
}

export interface PipelineProbabilities {
  /** p = wins / closed: what an unknown stage takes. */
  readonly pipeline: number | null;
  /** By index of the process stage. */
  readonly stages: readonly StageProbability[];
}

export type ProbabilityNorms = Pick<Norms, 'shrink' | 'probabilities'>;

const WINDOW_SECONDS = 365 * 86400;

/**
 * Probabilities of every pipeline label, from everybody's deals (a stage is as good as it is, whoever stands on it). Transferred and
 * created-closed deals are not in it, junk neither (R4 counts it among the funnel metrics). Nothing closed: the probability of the norms.
 */
export function stageProbabilities(facts: Facts<'deals' | 'cycles' | 'journeys'>, norms: ProbabilityNorms): PipelineProbabilities[] {
  const { deals, cycles, journeys, labels } = facts;
  const reached = labels.pipelines.map(({ stages }) => new Float64Array(stages.length));
  const totals = labels.pipelines.map(() => ({ won: 0, closed: 0 }));
  for (let row = 0; row < journeys.count; row++) {
    const outcome = journeys.outcome[row];
    const deal = journeys.deal[row] ?? 0;
    const age = labels.asOf - (cycles.closeTime[deal] ?? Number.NaN);
    if ((outcome !== WON && outcome !== LOST) || !(age < WINDOW_SECONDS)) continue;
    if (((deals.flags[deal] ?? 0) & FLAG.JUNK) !== 0) continue;
    const pipeline = journeys.pipeline[row] ?? 0;
    const total = totals[pipeline];
    const counts = reached[pipeline];
    if (total === undefined || counts === undefined) continue;
    total.closed++;
    if (outcome === WON) total.won++;
    const furthest = Math.min(journeys.maxIdx[row] ?? 1, counts.length);
    for (let stage = 0; stage < furthest; stage++) counts[stage] = (counts[stage] ?? 0) + 1;
  }
  return labels.pipelines.map(({ stages }, pipeline) => {
    const { won = 0, closed = 0 } = totals[pipeline] ?? {};
    const p = ratio(won, closed);
    return {
      pipeline: p,
      stages: stages.map(({ id }, stage) => {
        const own = reached[pipeline]?.[stage] ?? 0;
        const shrunk = p === null ? (norms.probabilities[id] ?? null) : (won + norms.shrink * p) / (own + norms.shrink);
        return { won, closed: own, raw: ratio(won, own), shrunk };
      }),
    };
  });
}

/** Probability of winning from a stage (an index; −1 = unknown); null = nobody knows. */
export function winProbability(probabilities: readonly PipelineProbabilities[], pipeline: number, stage: number): number | null {
  const own = probabilities[pipeline];
  return stage < 0 ? (own?.pipeline ?? null) : (own?.stages[stage]?.shrunk ?? null);
}

/** w of the stage after `stage`; after the last one everything is won. */
export function nextProbability(probabilities: readonly PipelineProbabilities[], pipeline: number, stage: number): number | null {
  const stages = probabilities[pipeline]?.stages ?? [];
  return stage + 1 >= stages.length ? 1 : winProbability(probabilities, pipeline, stage + 1);
}
