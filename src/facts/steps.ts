// M17: what is planned for each open deal, and when it last showed life.
import type { Activity, Deal } from '../raw/records';
import { OPEN } from './facts';
import type { StepFacts } from './side-tables';

const DEAL = 2;

/**
 * Open deals in the order given. A next step is an activity of the deal that is not completed and whose deadline is not before asOf; the
 * portal's "no deadline" (year 9999) is not before anything.
 */
export function stepFacts(deals: readonly Deal[], states: ArrayLike<number>, activities: readonly Activity[], asOf: number): StepFacts {
  const next = new Map<number, Activity>();
  for (const activity of activities) {
    if (activity.completed || activity.ownerTypeId !== DEAL || activity.createdTime > asOf || activity.deadline < asOf) continue;
    const known = next.get(activity.ownerId);
    if (known === undefined || (activity.deadline - known.deadline || activity.id - known.id) < 0) next.set(activity.ownerId, activity);
  }
  const open = deals.flatMap((deal, row) => (states[row] === OPEN ? [{ deal, row }] : []));
  return {
    count: open.length,
    deal: Int32Array.from(open, ({ row }) => row),
    aliveAt: Float64Array.from(open, ({ deal }) => deal.lastActivityTime || deal.updatedTime || deal.createdTime),
    nextStep: Float64Array.from(open, ({ deal }) => next.get(deal.id)?.deadline ?? Number.NaN),
    subject: open.map(({ deal }) => next.get(deal.id)?.subject ?? ''),
  };
}
