// R13: from whom and from where a deal came. For now only what is missing; the breakdowns by client and channel stand on the same rules.
import type { Deal, Lead } from '../raw/records';
import { FLAG } from './facts';

/** Source of a deal: its own, otherwise its lead's; '' = not set. */
export function channelOf(deal: Pick<Deal, 'sourceId' | 'leadId'>, leadById: ReadonlyMap<number, Pick<Lead, 'sourceId'>>): string {
  return deal.sourceId || leadById.get(deal.leadId)?.sourceId || '';
}

/** NO_CLIENT and NO_SOURCE. */
export function originFlags(deal: Deal, leadById: ReadonlyMap<number, Pick<Lead, 'sourceId'>>): number {
  const client = deal.companyId > 0 || deal.contactId > 0 ? 0 : FLAG.NO_CLIENT;
  return client | (channelOf(deal, leadById) === '' ? FLAG.NO_SOURCE : 0);
}
