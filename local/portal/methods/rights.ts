// What the webhook's user may read. A rule is applied before paging and counting, so totals never tell of hidden records (bitrix24-rest 10).
import type { Call } from '../method';
import type { Row } from '../store/fields';
import { type EntityTypeId, isEntityTypeId } from '../store/item-fields';

export type Readable = ((row: Row) => boolean) | null;

const ownOnly = (call: Call): boolean => call.store.file?.rights === 'own';

/** Whether the user administers the portal; one with full rights does unless their record says otherwise. */
export function isAdmin(call: Call): boolean {
  if (ownOnly(call)) return false;
  const user = call.store.users.get(call.userId);
  return user?.['ADMIN'] !== false && user?.['IS_ADMIN'] !== 'N';
}

/** Items: everything, or those the user is responsible for. */
export function readableItem(call: Call): Readable {
  return ownOnly(call) ? (row) => row['assignedById'] === call.userId : null;
}

/** Records that belong to an item: readable with it. */
export function readableOwner(call: Call, entityTypeId: EntityTypeId, ownerKey: string): Readable {
  const readable = readableItem(call);
  if (readable === null) return null;
  return (row) => {
    const owner = call.store.items[entityTypeId].get(Number(row[ownerKey]));
    return owner !== undefined && readable(owner);
  };
}

/** Activities: one's own, and those of readable items. */
export function readableActivity(call: Call): Readable {
  const readable = readableItem(call);
  if (readable === null) return null;
  return (row) => {
    if (Number(row['RESPONSIBLE_ID']) === call.userId) return true;
    const entityTypeId = Number(row['OWNER_TYPE_ID']);
    const owner = isEntityTypeId(entityTypeId) ? call.store.items[entityTypeId].get(Number(row['OWNER_ID'])) : undefined;
    return owner !== undefined && readable(owner);
  };
}
