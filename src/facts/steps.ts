// M17: what is planned for each open deal, and when it last showed life.
import type { Activity, Deal } from '../raw/records';
import { OPEN, type StayFacts } from './facts';
import type { StepFacts } from './side-tables';

const DEAL = 2;

/**
 * Open deals in the order given. A next step is an activity of the deal that is not completed and whose deadline is not before asOf; the
 * portal's "no deadline" (year 9999) is not before anything.
 */
export function stepFacts(
  deals: readonly Deal[],
  states: ArrayLike<number>,
  stays: StayFacts,
  activities: readonly Activity[],
  asOf: number,
): StepFacts {
  const next = new Map<number, Activity>();
  for (const activity of activities) {
    if (activity.completed || activity.ownerTypeId !== DEAL || activity.createdTime > asOf || activity.deadline < asOf) continue;
    const known = next.get(activity.ownerId);
    if (known === undefined || (activity.deadline - known.deadline || activity.id - known.id) < 0) next.set(activity.ownerId, activity);
  }
  const since = visitStarts(stays);
  const open = deals.flatMap((deal, row) => (states[row] === OPEN ? [{ deal, row }] : []));
  return {
    count: open.length,
    deal: Int32Array.from(open, ({ row }) => row),
    since: Float64Array.from(open, ({ row }) => since.get(row) ?? Number.NaN),
    aliveAt: Float64Array.from(open, ({ deal }) => deal.lastActivityTime || deal.updatedTime || deal.createdTime),
    nextStep: Float64Array.from(open, ({ deal }) => next.get(deal.id)?.deadline ?? Number.NaN),
    subject: open.map(({ deal }) => next.get(deal.id)?.subject ?? ''),
  };
}

/** Start of the present visit of each deal that stands on a process stage, by row. */
function visitStarts({ count, deal, openSince }: StayFacts): Map<number, number> {
  const starts = new Map<number, number>();
  for (let row = 0; row < count; row++) {
    const start = openSince[row] ?? Number.NaN;
    if (!Number.isNaN(start)) starts.set(deal[row] ?? 0, start);
  }
  return starts;
}
