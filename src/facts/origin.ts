// R13: from whom and from where a deal came.
import type { Deal, Lead } from '../raw/records';
import { FLAG } from './facts';
import type { OriginFacts, UtmFacts } from './side-tables';

type LeadSources = ReadonlyMap<number, Pick<Lead, 'sourceId'>>;

/** Source of a deal: its own, otherwise its lead's; '' = not set. */
export function channelOf(deal: Pick<Deal, 'sourceId' | 'leadId'>, leadById: LeadSources): string {
  return deal.sourceId || leadById.get(deal.leadId)?.sourceId || '';
}

/** Client of a deal: its company, otherwise its contact (negative), otherwise 0 = "No client". */
export function clientOf(deal: Pick<Deal, 'companyId' | 'contactId'>): number {
  if (deal.companyId > 0) return deal.companyId;
  return deal.contactId > 0 ? -deal.contactId : 0;
}

/** NO_CLIENT and NO_SOURCE. */
export function originFlags(deal: Deal, leadById: LeadSources): number {
  return (clientOf(deal) === 0 ? FLAG.NO_CLIENT : 0) | (channelOf(deal, leadById) === '' ? FLAG.NO_SOURCE : 0);
}

/** Clients and channels of all deals, in the order given. */
export function origins(deals: readonly Deal[], leadById: LeadSources, repeat: Uint8Array): OriginFacts {
  return { client: Float64Array.from(deals, clientOf), channel: deals.map((deal) => channelOf(deal, leadById)), repeat };
}

/** Marks of advertising of all deals, in the order given. */
export function utmFacts(deals: readonly Deal[]): UtmFacts {
  return {
    utmSource: deals.map((deal) => deal.utmSource),
    utmMedium: deals.map((deal) => deal.utmMedium),
    utmCampaign: deals.map((deal) => deal.utmCampaign),
  };
}
