// M37: completed activities of people in the period, by kind. They belong to a person, not to a pipeline.
import type { Facts } from '../facts/facts';
import { ACTIVITY_KINDS, type ActivityKind } from '../facts/side-tables';
import { ratio } from '../stats';
import { type Grouping, personGroups } from './grouping';
import type { Slice } from './slice';

export type ActivityTotals = Readonly<Record<ActivityKind, number>>;

/** Totals of each group of people; pipelines do not matter. */
export function activityTotals(facts: Facts<'activities'>, slice: Slice, grouping: Grouping | null = null): ActivityTotals[] {
  const { activities } = facts;
  const { start, end } = slice.period;
  const groups = personGroups(facts, activities.manager, slice, grouping);
  const totals = Array.from({ length: grouping?.count ?? 1 }, () => ({ calls: 0, meetings: 0, emails: 0, tasks: 0, todos: 0 }));
  for (let row = 0; row < activities.count; row++) {
    const total = totals[groups[row] ?? -1];
    const kind = ACTIVITY_KINDS[activities.kind[row] ?? -1];
    const day = activities.day[row] ?? 0;
    if (total !== undefined && kind !== undefined && day >= start && day <= end) total[kind] += activities.number[row] ?? 0;
  }
  return totals;
}

/** Σ of some kinds. */
export function activityCount(totals: ActivityTotals, kinds: readonly ActivityKind[]): number {
  return kinds.reduce((sum, kind) => sum + totals[kind], 0);
}

/** Totals of several people together. */
export function togetherTotals(people: readonly ActivityTotals[]): ActivityTotals {
  const sumOf = (kind: ActivityKind) => people.reduce((sum, totals) => sum + totals[kind], 0);
  return { calls: sumOf('calls'), meetings: sumOf('meetings'), emails: sumOf('emails'), tasks: sumOf('tasks'), todos: sumOf('todos') };
}

/**
 * Done of what was due: Σ done / (Σ norms × days × heads) over the kinds that have a norm above 0; null without one, and when nothing was due.
 * `norms`: activities a person's working day, by kind.
 */
export function normShare(
  totals: ActivityTotals,
  kinds: readonly ActivityKind[],
  norms: Readonly<Record<string, number>>,
  days: number,
  heads: number,
): number | null {
  const normed = kinds.filter((kind) => (norms[kind] ?? 0) > 0);
  const daily = normed.reduce((sum, kind) => sum + (norms[kind] ?? 0), 0);
  return ratio(activityCount(totals, normed), daily * days * heads);
}
