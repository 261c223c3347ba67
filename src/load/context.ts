// What the machine has to know of the records at hand while it loads what is new.
import { isCounted } from '../raw/depth';
import type { Deal, EntityId, Records } from '../raw/records';
import type { LoadContext, Page } from './load';

/**
 * `stored`: the records an incremental load adds to, none of a full one. `pages`: what has arrived up to now. `heldAt`: moment before which whatever
 * is not stored was outside the `depth` (unix seconds).
 */
export function contextOf(stored: Records, pages: () => readonly Page[], depth = '', heldAt = 0): LoadContext {
  const known: Partial<Record<EntityId, readonly number[]>> = {};
  let won: readonly number[] | null = null;
  return {
    wonDealIds: () => {
      won = won ?? wonIds(pages().flatMap((page) => (page.entity === 'deals' ? page.records : [])));
      return won;
    },
    knownIds: (entity) => {
      const ids = known[entity] ?? idsOf(entity, stored, pages(), depth);
      known[entity] = ids;
      return ids;
    },
    staleDealIds: () => staleIds(stored.deals, pages()),
    revivedDealIds: () => (heldAt > 0 ? revivedIds(stored.deals, pages(), heldAt) : []),
  };
}

/** The deals whose product rows are wanted, ascending (M21); of several records of a deal the last one counts. */
export function wonIds(deals: readonly Deal[]): number[] {
  const won = new Set<number>();
  for (const deal of deals) {
    if (isWon(deal)) won.add(deal.id);
    else won.delete(deal.id);
  }
  return [...won].sort((a, b) => a - b);
}

function isWon({ semantic, recurring }: Deal): boolean {
  return semantic === 'S' && !recurring;
}

function idsOf(entity: EntityId, stored: Records, pages: readonly Page[], depth: string): number[] {
  const ids = new Set<number>();
  const add = (records: readonly unknown[]): void => {
    for (const record of records) if (isCounted(entity, record, depth)) ids.add((record as { readonly id: number }).id);
  };
  add(stored[entity]);
  for (const page of pages) if (page.entity === entity) add(page.records);
  return [...ids].sort((a, b) => a - b);
}

/** A deal that is older than what is stored, and whose history and activities were not asked for yet. */
function revivedIds(stored: readonly Deal[], pages: readonly Page[], heldAt: number): number[] {
  const revived = new Set<number>();
  for (const page of pages)
    if (page.entity === 'deals') for (const { id, createdTime } of page.records) if (createdTime < heldAt) revived.add(id);
  for (const { id } of stored) revived.delete(id);
  for (const page of pages) {
    if (page.entity === 'activities') for (const id of page.owners) revived.delete(id);
    if (page.entity === 'deals') for (const id of page.deleted) revived.delete(id);
  }
  return [...revived].sort((a, b) => a - b);
}

/** Deals of clients for whom a deal began or ceased to be won: the portal marks all of them anew as those of a returning client or not, and says nothing (bitrix24-rest 5.1). */
function staleIds(stored: readonly Deal[], pages: readonly Page[]): number[] {
  const arrived = new Map<number, Deal>();
  const gone = new Set<number>();
  for (const page of pages) {
    if (page.entity !== 'deals') continue;
    for (const deal of page.records) arrived.set(deal.id, deal);
    for (const id of page.deleted) gone.add(id);
  }
  const clients = new Set<number>();
  const before = new Map(stored.flatMap((deal) => (arrived.has(deal.id) || gone.has(deal.id) ? [[deal.id, deal] as const] : [])));
  for (const [id, deal] of arrived) {
    const old = before.get(id);
    const was = old !== undefined && isWon(old) ? clientOf(old) : 0;
    const is = isWon(deal) ? clientOf(deal) : 0;
    if (was !== is) clients.add(was).add(is);
  }
  for (const id of gone) {
    const old = before.get(id);
    if (old && isWon(old)) clients.add(clientOf(old));
  }
  clients.delete(0);
  const others = stored.filter((deal) => !arrived.has(deal.id) && !gone.has(deal.id) && clients.has(clientOf(deal)));
  return others.map((deal) => deal.id);
}

/** The company, else the contact; 0 = none. */
function clientOf({ companyId, contactId }: Deal): number {
  return companyId > 0 ? companyId : -contactId;
}
