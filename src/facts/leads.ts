// M10: what became of each lead, by local days.
import { dayOf } from '../period';
import type { Lead } from '../raw/records';
import type { Zone } from '../zone';
import { stateOf } from './clean-history';
import { NO_DAY, OPEN } from './facts';
import type { LeadFacts } from './side-tables';

/** Leads that exist at asOf, ascending by id. An ending dated after asOf has not happened: the lead is open (R1). */
export function leadFacts(leads: readonly Lead[], managerOf: (userId: number) => number, zone: Zone, asOf: number): LeadFacts {
  const known = leads.filter((lead) => lead.createdTime <= asOf).sort((a, b) => a.id - b.id);
  const movedAt = (lead: Lead) => lead.movedTime || lead.updatedTime || lead.createdTime;
  const state = known.map((lead) => (movedAt(lead) > asOf ? OPEN : stateOf(lead.semantic)));
  return {
    count: known.length,
    id: Float64Array.from(known, (lead) => lead.id),
    manager: Int32Array.from(known, (lead) => managerOf(lead.assignedById)),
    state: Int32Array.from(state),
    createdDay: Int32Array.from(known, (lead) => dayOf(lead.createdTime, zone)),
    closeDay: Int32Array.from(known, (lead, row) => (state[row] === OPEN ? NO_DAY : dayOf(movedAt(lead), zone))),
    channel: known.map((lead) => lead.sourceId),
  };
}
