// M17: open deals that stand still, and why. As of now: the slice's period does not matter.
import { type Facts, NO_DAY } from '../facts/facts';
import type { Norms } from '../inputs/norms';
import { quantile } from '../stats';
import { dealGroups } from './grouping';
import type { Slice } from './slice';
import { stayDays } from './time-in-stage';

export const STUCK_REASONS = ['stuckInStage', 'idle', 'noNextStep', 'overdueClose'] as const;
export type StuckReason = (typeof STUCK_REASONS)[number];

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
const WINDOW_DAYS = 365;

/** Open deals of the slice with at least one reason, ascending by id. All comparisons are strict. */
export function stuckDeals(facts: Facts<'deals' | 'stays' | 'steps' | 'cards'>, slice: Slice, norms: StuckNorms): StuckDeal[] {
  const { deals, steps, cards, labels } = facts;
  const groups = dealGroups(facts, slice);
  const limits = stageLimits(facts, slice, norms);
  const since = openSince(facts);
  const found: StuckDeal[] = [];
  for (let at = 0; at < steps.count; at++) {
    const deal = steps.deal[at] ?? 0;
    if (groups[deal] !== 0) continue;
    const visitStart = since.get(deal);
    const stageAge = visitStart === undefined ? null : (labels.asOf - visitStart) / DAY_SECONDS;
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
    if (reasons.length === 0) continue;
    const planned = Number.isNaN(nextStep) ? null : nextStep;
    found.push({ deal, reasons, stageAge, norm, idleDays, nextStep: planned, subject: steps.subject[at] ?? '', closedate });
  }
  return found;
}

/** By pipeline and stage: p90 of everybody's stays completed in the last 365 days when there are enough, otherwise the typed norm. */
function stageLimits(facts: Facts<'deals' | 'stays'>, slice: Slice, norms: StuckNorms): (number | null)[][] {
  const { labels } = facts;
  const period = { start: labels.asOfDay - WINDOW_DAYS + 1, end: labels.asOfDay };
  const days = stayDays(facts, { period, managers: null, pipelines: slice.pipelines });
  return labels.pipelines.map(({ stages }, pipeline) =>
    stages.map(({ id }, stage) => {
      const own = days[pipeline]?.[stage] ?? [];
      return own.length >= norms.minStays ? quantile(own, 0.9) : (norms.stageDays[id] ?? null);
    }),
  );
}

/** Start of the current visit of each open deal, deals without history by their made-up row. */
function openSince({ stays }: Facts<'stays'>): Map<number, number> {
  const since = new Map<number, number>();
  for (let row = 0; row < stays.count; row++) {
    const start = stays.openSince[row] ?? Number.NaN;
    if (!Number.isNaN(start)) since.set(stays.deal[row] ?? 0, start);
  }
  return since;
}
