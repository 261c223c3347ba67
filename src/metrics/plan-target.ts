// M28: what the plan of a scope and a period is, out of the rows people typed.
import type { Labels } from '../facts/facts';
import type { Calendar } from '../inputs/calendar';
import type { Plan, PlanOwner } from '../inputs/plan';
import { intersection, lengthOf } from '../period';
import { managersOfDepartment } from './breakdown';
import type { DayRange } from './slice';
import { workingDays } from './working-days';

export interface TargetQuestion {
  readonly owner: PlanOwner;
  readonly metric: string;
  /** Whether values of parts of a period add up; rates, durations and snapshots are never pro-rated or summed. */
  readonly additive: boolean;
  readonly period: DayRange;
}

/** Own rows go first; without them a department has the sum of its people's plans, and so has the company. null = no plan. */
export function planTarget(plans: readonly Plan[], question: TargetQuestion, labels: Labels, calendar: Calendar): number | null {
  const own = ownTarget(plans, question, calendar);
  if (own !== null) return own;
  const { scope } = question.owner;
  return scope === 'company' || scope === 'department' ? managersTarget(plans, question, labels, calendar) : null;
}

/** Sum of the plans of the managers of a department (children included) or of the company: the second line of M28. Only targets are added up. */
export function managersTarget(plans: readonly Plan[], question: TargetQuestion, labels: Labels, calendar: Calendar): number | null {
  if (!question.additive) return null;
  const targets = membersWithPlans(plans, question.owner, labels).flatMap((id) => {
    const target = ownTarget(plans, { ...question, owner: { scope: 'manager', id } }, calendar);
    return target === null ? [] : [target];
  });
  return targets.length === 0 ? null : targets.reduce((sum, target) => sum + target, 0);
}

/**
 * Target of the rows typed for exactly this owner. A row of the very period holds. Otherwise the largest rows inside the period are added
 * up (months of a quarter), and days they leave are filled by the shortest rows that hold them, by their share of working days (a quarter's
 * plan in a month). Metrics that do not add up take the shortest row holding the whole period, as it is.
 */
export function ownTarget(plans: readonly Plan[], { owner, metric, additive, period }: TargetQuestion, calendar: Calendar): number | null {
  const rows = plans.filter((plan) => plan.scope === owner.scope && plan.id === owner.id && plan.metric === metric);
  const holding = rows
    .filter((plan) => plan.period.start <= period.start && plan.period.end >= period.end)
    .sort((a, b) => lengthOf(a.period) - lengthOf(b.period));
  const [shortest] = holding;
  if (shortest !== undefined && (!additive || sameRange(shortest.period, period))) return shortest.target;
  return additive ? sharedTarget(rows, period, calendar) : null;
}

function sharedTarget(rows: readonly Plan[], period: DayRange, calendar: Calendar): number | null {
  let free: DayRange[] = [period];
  let target = 0;
  let found = false;
  const inside = rows.filter((plan) => plan.period.start >= period.start && plan.period.end <= period.end);
  for (const plan of [...inside].sort((a, b) => lengthOf(b.period) - lengthOf(a.period))) {
    if (!free.some((part) => part.start <= plan.period.start && part.end >= plan.period.end)) continue;
    free = free.flatMap((part) => without(part, plan.period));
    target += plan.target;
    found = true;
  }
  const reaching = rows.filter((plan) => !inside.includes(plan));
  for (const plan of [...reaching].sort((a, b) => lengthOf(a.period) - lengthOf(b.period))) {
    const shared = free.flatMap((part) => intersection(part, plan.period) ?? []);
    const whole = workingDays(plan.period, calendar);
    if (shared.length === 0 || whole === 0) continue;
    free = free.flatMap((part) => without(part, plan.period));
    target += (plan.target * shared.reduce((days, part) => days + workingDays(part, calendar), 0)) / whole;
    found = true;
  }
  return found ? target : null;
}

/** What is left of a range when another is taken out. */
function without(range: DayRange, taken: DayRange): DayRange[] {
  if (intersection(range, taken) === null) return [range];
  return [
    { start: range.start, end: taken.start - 1 },
    { start: taken.end + 1, end: range.end },
  ].filter(({ start, end }) => start <= end);
}

function sameRange(a: DayRange, b: DayRange): boolean {
  return a.start === b.start && a.end === b.end;
}

/** Ids of the managers within a company or a department who have plans at all. */
function membersWithPlans(plans: readonly Plan[], owner: PlanOwner, labels: Labels): number[] {
  const ids = [...new Set(plans.flatMap((plan) => (plan.scope === 'manager' && plan.id !== null ? [plan.id] : [])))];
  if (owner.scope === 'company') return ids;
  const department = labels.departments.findIndex(({ id }) => id === owner.id);
  if (department < 0) return [];
  const members = managersOfDepartment({ labels }, department);
  return ids.filter((id) => members.has(labels.managers.findIndex((manager) => manager.id === id)));
}
