// M17: open deals, and why some of them stand still. As of now: the slice's period does not matter.
import { type Facts, NO_DAY } from '../facts/facts';
import type { Norms } from '../inputs/norms';
import { dealGroups } from './grouping';
import type { Slice } from './slice';

export const STUCK_REASONS = ['stuckInStage', 'idle', 'noNextStep', 'overdueClose'] as const;
export type StuckReason = (typeof STUCK_REASONS)[number];

/** An open deal and what is known about its standing; stuck as soon as there is a reason. */
export interface StuckDeal {
  /** Row of `DealFacts`. */
  readonly deal: number;
  /** In the order of `STUCK_REASONS`. */
  readonly reasons: readonly StuckReason[];
  /** Age of the current visit, days; null when the history does not tell. */
  readonly stageAge: number | null;
  /** What the age is measured by, days; null = neither samples nor a typed norm. */
  readonly norm: number | null;
  readonly idleDays: number;
  /** Unix seconds; null = nothing is planned. */
  readonly nextStep: number | null;
  readonly subject: string;
  readonly closedate: number;
}

export type StuckNorms = Pick<Norms, 'stageDays' | 'idleDays' | 'minStays'>;

const DAY_SECONDS = 86400;

/** Open deals of the slice with at least one reason, ascending by id. */
export function stuckDeals(facts: Facts<'deals' | 'steps' | 'paces' | 'cards'>, slice: Slice, norms: StuckNorms): StuckDeal[] {
  return openDeals(facts, slice, norms).filter(({ reasons }) => reasons.length > 0);
}

/** Every open deal of the slice, ascending by id, with the reasons it has. All comparisons are strict. */
export function openDeals(facts: Facts<'deals' | 'steps' | 'paces' | 'cards'>, slice: Slice, norms: StuckNorms): StuckDeal[] {
  const { deals, steps, cards, labels } = facts;
  const groups = dealGroups(facts, slice);
  const limits = stageLimits(facts, norms);
  const found: StuckDeal[] = [];
  for (let at = 0; at < steps.count; at++) {
    const deal = steps.deal[at] ?? 0;
    if (groups[deal] !== 0) continue;
    const since = steps.since[at] ?? Number.NaN;
    const stageAge = Number.isNaN(since) ? null : (labels.asOf - since) / DAY_SECONDS;
    const norm = limits[deals.pipeline[deal] ?? 0]?.[deals.stage[deal] ?? -1] ?? null;
    const idleDays = (labels.asOf - (steps.aliveAt[at] ?? labels.asOf)) / DAY_SECONDS;
    const nextStep = steps.nextStep[at] ?? Number.NaN;
    const closedate = cards.closedate[deal] ?? NO_DAY;
    const holds: Readonly<Record<StuckReason, boolean>> = {
      stuckInStage: stageAge !== null && norm !== null && stageAge > norm,
      idle: idleDays > norms.idleDays,
      noNextStep: Number.isNaN(nextStep),
      overdueClose: closedate !== NO_DAY && closedate < labels.asOfDay,
    };
    const reasons = STUCK_REASONS.filter((reason) => holds[reason]);
    const planned = Number.isNaN(nextStep) ? null : nextStep;
    found.push({ deal, reasons, stageAge, norm, idleDays, nextStep: planned, subject: steps.subject[at] ?? '', closedate });
  }
  return found;
}

/** By pipeline and stage: p90 of everybody's stays completed in the last 365 days when there are enough, otherwise the typed norm. */
function stageLimits({ paces, labels }: Facts<'paces'>, norms: StuckNorms): (number | null)[][] {
  const limits = labels.pipelines.map(({ stages }) => stages.map(({ id }): number | null => norms.stageDays[id] ?? null));
  for (let at = 0; at < paces.count; at++) {
    const own = limits[paces.pipeline[at] ?? -1];
    if (own !== undefined && (paces.stays[at] ?? 0) >= norms.minStays && !Number.isNaN(paces.p90[at] ?? Number.NaN))
      own[paces.stage[at] ?? 0] = paces.p90[at] ?? null;
  }
  return limits;
}
