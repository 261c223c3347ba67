// Names of sources, fail stages and clients: what the breakdowns print beside their keys.
import type { Deal, Records } from '../raw/records';
import { clientOf } from './origin';
import type { ClientFacts, Directories } from './side-tables';

/** Sources, the fail stages of deals and currencies, in the order of the portal. Sources that only records still name, deleted ones, come last under their id. */
export function directories(
  { statuses, currencies, deals, leads }: Pick<Records, 'statuses' | 'currencies' | 'deals' | 'leads'>,
  lossReasonField: string,
): Directories {
  const sorted = [...statuses].sort(
    (a, b) => a.sort - b.sort || (a.statusId < b.statusId ? -1 : a.statusId > b.statusId ? 1 : a.id - b.id),
  );
  const named = (rows: typeof sorted) => rows.map(({ statusId, name }) => ({ id: statusId, name }));
  const sources = named(sorted.filter((status) => status.entityId === 'SOURCE'));
  const former = new Set<string>();
  for (const { sourceId } of [...deals, ...leads]) if (sourceId !== '') former.add(sourceId);
  for (const { id } of sources) former.delete(id);
  return {
    sources: [...sources, ...[...former].sort().map((id) => ({ id, name: id }))],
    failStages: named(sorted.filter((status) => /^DEAL_STAGE(_\d+)?$/.test(status.entityId) && status.semantic === 'F')),
    currencies: [...currencies].sort((a, b) => Number(b.base) - Number(a.base) || (a.code < b.code ? -1 : 1)).map(({ code }) => code),
    lossReasonField,
  };
}

/** Names of the clients that deals name; one that is not loaded has no name (''). */
export function clientFacts(deals: readonly Deal[], { companies, contacts }: Pick<Records, 'companies' | 'contacts'>): ClientFacts {
  const names = new Map<number, string>();
  for (const company of companies) names.set(company.id, company.title);
  for (const contact of contacts) names.set(-contact.id, contact.title);
  const clients = Float64Array.from(new Set(deals.map(clientOf).filter((client) => client !== 0))).sort();
  return { count: clients.length, client: clients, name: Array.from(clients, (client) => names.get(client) ?? '') };
}
