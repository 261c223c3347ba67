// R15: when the sale began for the client. Client cards and older deals do not count: a repeat sale starts its own cycle.
import type { Activity, Deal, Lead } from '../raw/records';

const LEAD = 1;
const DEAL = 2;
/** Meeting, call (missed ones included), e-mail. */
const CONTACT_TYPES: ReadonlySet<number> = new Set([1, 2, 4]);
const OPEN_CHANNEL = 'IMOPENLINES_SESSION';

/**
 * Earliest of the deal's creation, its lead's creation and the completed client activities of both; unix seconds, one per deal in the order
 * given. Deals exist at asOf, so nothing later can be the earliest (R1).
 */
export function firstContacts(deals: readonly Deal[], leads: readonly Lead[], activities: readonly Activity[]): Float64Array {
  const leadStart = new Map<number, number>();
  const earliest = new Map<number, number>();
  for (const lead of leads) if (lead.createdTime > 0) leadStart.set(lead.id, lead.createdTime);
  for (const activity of activities) {
    if (!isContact(activity) || activity.startTime <= 0) continue;
    const starts = activity.ownerTypeId === DEAL ? earliest : activity.ownerTypeId === LEAD ? leadStart : null;
    if (starts !== null && activity.startTime < (starts.get(activity.ownerId) ?? Number.POSITIVE_INFINITY))
      starts.set(activity.ownerId, activity.startTime);
  }
  return Float64Array.from(deals, (deal) =>
    Math.min(deal.createdTime, earliest.get(deal.id) ?? deal.createdTime, leadStart.get(deal.leadId) ?? deal.createdTime),
  );
}

function isContact(activity: Activity): boolean {
  return activity.completed && (CONTACT_TYPES.has(activity.typeId) || activity.providerId === OPEN_CHANNEL);
}
