// Against whose plan a fact stands, and how far it is (M28–M31). Plans are typed for people or for pipelines, never for both at once.
import type { Labels } from '../facts/facts';
import type { Inputs } from '../inputs/inputs';
import type { PlanOwner } from '../inputs/plan';
import { type Metric, type MetricId, metricOf } from '../metrics/catalogue';
import { type PlanProgress, planProgress } from '../metrics/plan-progress';
import { planTarget } from '../metrics/plan-target';
import type { DayRange, Slice } from '../metrics/slice';
import { type DaysOfPeriod, daysOfPeriod } from '../metrics/working-days';
import { periodArgument } from './arguments/period';
import { type Pipelines, pipelinesArgument } from './arguments/pipeline';
import { namedPipelines } from './named-pipelines';
import type { Question } from './question';

/** A metric in a period and pipelines, and what was typed about it. */
export interface PlanScope {
  readonly metric: Metric;
  /** What the fact is computed over; everybody. */
  readonly slice: Slice;
  /** Pipelines named in the formula. null = none was: the plans are those of people, whichever pipelines the settings choose. */
  readonly named: Pipelines;
  readonly inputs: Inputs;
  readonly labels: Labels;
}

/** Out of the arguments period (first) and pipeline (third). Throws KpiError('argument'). */
export function planScope(args: readonly unknown[], id: MetricId, question: Question): PlanScope {
  const { labels } = question;
  const period = periodArgument(args[0], labels);
  const named = namedPipelines(args[2], [id], labels);
  const slice: Slice = { period, managers: null, pipelines: pipelinesArgument(args[2], labels) };
  return { metric: metricOf(id), slice, named, inputs: question.inputs().inputs, labels };
}

/** The plan of everybody asked for; null = none. Plans of several are added up where the metric adds up. */
export function targetOf(scope: PlanScope, owners: readonly PlanOwner[], period: DayRange = scope.slice.period): number | null {
  const { metric, inputs, labels } = scope;
  const targets = ownersWithin(scope, owners).map((owner) =>
    planTarget(inputs.plans, { owner, metric: metric.id, additive: metric.additive, period }, labels, inputs.calendar),
  );
  if (targets.length === 1) return targets[0] ?? null;
  const known = targets.flatMap((target) => target ?? []);
  return known.length === 0 || !metric.additive ? null : known.reduce((sum, target) => sum + target, 0);
}

/** Progress of a fact towards its plan in the scope's period or a part of it. */
export function progressOf(
  scope: PlanScope,
  target: number | null,
  fact: number | null,
  period: DayRange = scope.slice.period,
): PlanProgress {
  return planProgress(target, fact, scope.metric, daysOf(period, scope), scope.inputs.settings);
}

/** Working and calendar days of a period as of the data (R14). */
export function daysOf(period: DayRange, { labels, inputs }: Pick<PlanScope, 'labels' | 'inputs'>): DaysOfPeriod {
  return daysOfPeriod(period, labels.asOfDay, inputs.calendar, inputs.settings.countToday);
}

/** Pipelines have plans of everybody only: a person within a pipeline has none. */
function ownersWithin({ named, labels }: PlanScope, owners: readonly PlanOwner[]): readonly PlanOwner[] {
  if (named === null) return owners;
  if (owners.some(({ scope }) => scope !== 'company')) return [];
  return [...named].map((index) => ({ scope: 'pipeline', id: labels.pipelines[index]?.id ?? null }));
}
