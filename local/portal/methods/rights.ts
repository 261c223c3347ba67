// What the webhook's user may read. A rule is applied before paging and counting, so totals never tell of hidden records (bitrix24-rest 10).
import { type Call, RestError } from '../method';
import type { Row } from '../store/fields';
import { type EntityTypeId, isEntityTypeId } from '../store/item-fields';

export type Readable = ((row: Row) => boolean) | null;

/** Whether the user has no right to CRM at all. */
export const canReadNothing = (call: Call): boolean => call.store.file?.rights === 'none';

/** Controllers of CRM answer intranet users only; the status is unconfirmed (bitrix24-rest 1.4). */
export function intranetOnly(call: Call): void {
  const type = call.store.users.get(call.userId)?.['USER_TYPE'];
  if (type === 'extranet') throw new RestError('allowed_only_intranet_user', 'Action is allowed for intranet users only', 403);
}

/** Whether the user administers the portal; one with full rights does unless their record says otherwise. */
export function isAdmin(call: Call): boolean {
  const { rights = 'all', funnels } = call.store.file ?? {};
  if (rights !== 'all' || funnels !== undefined) return false;
  const user = call.store.users.get(call.userId);
  return user?.['ADMIN'] !== false && user?.['IS_ADMIN'] !== 'N';
}

/** Whether the user may read a funnel of deals. */
export function canReadFunnel(call: Call, categoryId: number): boolean {
  return !canReadNothing(call) && (call.store.file?.funnels?.includes(categoryId) ?? true);
}

/** Items: everything, or those the user is responsible for; of deals only those in funnels they may read. */
export function readableItem(call: Call, entityTypeId: EntityTypeId): Readable {
  const { rights = 'all', funnels } = call.store.file ?? {};
  if (rights === 'none') return () => false;
  const isOwn = (row: Row): boolean => rights === 'all' || row['assignedById'] === call.userId;
  if (funnels !== undefined && entityTypeId === 2) return (row) => isOwn(row) && funnels.includes(Number(row['categoryId']));
  return rights === 'all' ? null : isOwn;
}

/** Records that belong to an item: readable with it. */
export function readableOwner(call: Call, entityTypeId: EntityTypeId, ownerKey: string): Readable {
  const readable = readableItem(call, entityTypeId);
  if (readable === null) return null;
  return (row) => {
    const owner = call.store.items[entityTypeId].get(Number(row[ownerKey]));
    return owner !== undefined && readable(owner);
  };
}

/** Activities: one's own, and those of readable items. */
export function readableActivity(call: Call): Readable {
  const { rights = 'all', funnels } = call.store.file ?? {};
  if (rights === 'all' && funnels === undefined) return null;
  return (row) => {
    if (Number(row['RESPONSIBLE_ID']) === call.userId) return true;
    const entityTypeId = Number(row['OWNER_TYPE_ID']);
    const owner = isEntityTypeId(entityTypeId) ? call.store.items[entityTypeId].get(Number(row['OWNER_ID'])) : undefined;
    if (owner === undefined || !isEntityTypeId(entityTypeId)) return false;
    const readable = readableItem(call, entityTypeId);
    return readable === null || readable(owner);
  };
}
