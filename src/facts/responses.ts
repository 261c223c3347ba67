// R15 from the other side: how long a request – a lead, or a deal made without one – waited for our first contact.
import { dayOf } from '../period';
import type { Activity, Deal, Lead } from '../raw/records';
import type { Zone } from '../zone';
import type { People } from './people';
import { FROM_LEAD, type ResponseFacts } from './side-tables';

const LEAD = 1;
const DEAL = 2;
const MEETING = 1;
const CALL = 2;
const EMAIL = 4;
const INCOMING = 1;
const OPEN_CHANNEL = 'IMOPENLINES_SESSION';

export interface ResponseGround {
  readonly staff: People;
  readonly pipelineOf: (categoryId: number) => number;
  /** Deals entered after the fact, by their place: nobody waited for an answer there. */
  readonly createdClosed: (row: number) => boolean;
  readonly zone: Zone;
  readonly asOf: number;
}

/**
 * Leads ascending by id, then deals without a loaded lead in the order given. A deal made of a lead is no request of its own: contacts with it
 * answer the lead. A contact before the creation (the call that made the lead) is an answer without waiting.
 */
export function responseFacts(
  leads: readonly Lead[],
  deals: readonly Deal[],
  activities: readonly Activity[],
  { staff, pipelineOf, createdClosed, zone, asOf }: ResponseGround,
): ResponseFacts {
  const known = leads.filter(({ createdTime }) => createdTime > 0 && createdTime <= asOf).sort((a, b) => a.id - b.id);
  const leadIds = new Set(known.map(({ id }) => id));
  const leadOfDeal = new Map<number, number>();
  for (const { id, leadId } of deals) if (leadIds.has(leadId)) leadOfDeal.set(id, leadId);
  const { ofLead, ofDeal } = firstAnswers(activities, leadOfDeal, asOf);
  const own = deals.flatMap((deal, row) => (leadOfDeal.has(deal.id) || createdClosed(row) ? [] : [deal]));
  const requests = [
    ...known.map((lead) => ({ ...personAndTime(lead), pipeline: FROM_LEAD, answer: ofLead.get(lead.id) })),
    ...own.map((deal) => ({ ...personAndTime(deal), pipeline: pipelineOf(deal.categoryId), answer: ofDeal.get(deal.id) })),
  ];
  return {
    count: requests.length,
    pipeline: Int32Array.from(requests, ({ pipeline }) => pipeline),
    manager: Int32Array.from(requests, ({ person }) => staff.managerOf(person)),
    createdDay: Int32Array.from(requests, ({ created }) => dayOf(created, zone)),
    createdTime: Float64Array.from(requests, ({ created }) => created),
    waited: Float64Array.from(requests, ({ created, answer }) => (answer === undefined ? Number.NaN : Math.max(0, answer - created))),
  };
}

function personAndTime({ assignedById, createdTime }: Pick<Deal, 'assignedById' | 'createdTime'>) {
  return { person: assignedById, created: createdTime };
}

interface FirstAnswers {
  readonly ofLead: ReadonlyMap<number, number>;
  readonly ofDeal: ReadonlyMap<number, number>;
}

/** Earliest answer to each lead and deal, unix seconds. */
function firstAnswers(activities: readonly Activity[], leadOfDeal: ReadonlyMap<number, number>, asOf: number): FirstAnswers {
  const ofLead = new Map<number, number>();
  const ofDeal = new Map<number, number>();
  for (const activity of activities) {
    const { ownerTypeId, ownerId, startTime } = activity;
    if (!isAnswer(activity) || startTime <= 0 || startTime > asOf || (ownerTypeId !== LEAD && ownerTypeId !== DEAL)) continue;
    const lead = ownerTypeId === LEAD ? ownerId : leadOfDeal.get(ownerId);
    const first = lead === undefined ? ofDeal : ofLead;
    const owner = lead ?? ownerId;
    if (startTime < (first.get(owner) ?? Number.POSITIVE_INFINITY)) first.set(owner, startTime);
  }
  return { ofLead, ofDeal };
}

/** Completed, and somebody of ours took part: a missed call and a letter from the client are none. */
function isAnswer({ completed, typeId, direction, missedCall, providerId }: Activity): boolean {
  if (!completed) return false;
  if (typeId === CALL) return !missedCall;
  if (typeId === EMAIL) return direction !== INCOMING;
  return typeId === MEETING || providerId === OPEN_CHANNEL;
}
