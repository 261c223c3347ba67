// M37: completed activities of people in the period, by kind. They belong to a person, not to a pipeline.
import type { Facts } from '../facts/facts';
import { ACTIVITY_KINDS, type ActivityKind } from '../facts/side-tables';
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
