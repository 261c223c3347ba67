// What Bitrix24 writes by itself when deals and leads change: stage history (bitrix24-rest 5.5), the close date, the flags of repeat customers (5.1). Off unless the
// portal file asks for it; otherwise records stand as given.
import { dateOf } from '../zone';
import type { Clockwork, Row } from './fields';
import type { EntityTypeId } from './item-fields';
import type { Table } from './table';

/** An item before and after a change; undefined before it was created. */
export interface Changed {
  readonly before: Row | undefined;
  readonly after: Row;
}

/** The history row a change writes under an id, in the shape of a portal file; null when neither funnel nor stage changed. */
export function writtenHistory(
  entityTypeId: 1 | 2,
  { before, after }: Changed,
  ID: number,
  last: Row | undefined,
  now: string,
): Row | null {
  const stageId = after['stageId'];
  const semantic = after['stageSemanticId'];
  const OWNER_ID = after['id'];
  const lastStage = last?.[entityTypeId === 1 ? 'STATUS_ID' : 'STAGE_ID'];
  const isSame = before !== undefined && before['stageId'] === stageId && before['categoryId'] === after['categoryId'];
  const isWritten = lastStage === stageId && (entityTypeId === 1 || last?.['CATEGORY_ID'] === after['categoryId']);
  if (isSame || isWritten) return null;
  const row = { ID, TYPE_ID: typeOf(before, after), OWNER_ID, CREATED_TIME: now };
  if (entityTypeId === 1) return { ...row, STATUS_ID: stageId, STATUS_SEMANTIC_ID: semantic };
  return { ...row, CATEGORY_ID: after['categoryId'], STAGE_ID: stageId, STAGE_SEMANTIC_ID: semantic };
}

// 1 created, 2 moved, 3 moved to a final stage (or created on one), 5 moved to another funnel.
function typeOf(before: Row | undefined, after: Row): number {
  if (before !== undefined && before['categoryId'] !== after['categoryId']) return 5;
  if (after['stageSemanticId'] !== 'P') return 3;
  return before === undefined ? 1 : 2;
}

/** A deal that enters a final stage is closed today, whatever date was planned. */
export function closedToday({ before, after }: Changed, { zone, now }: Clockwork): Row {
  const isEntered = after['stageSemanticId'] !== 'P' && (before === undefined || before['stageSemanticId'] === 'P');
  return isEntered ? { ...after, closedate: zone.iso(dateOf(now, zone)) } : after;
}

/** Rows of the deals of one client whose flags change: the first won deal is no repeat, every other deal is, older ones included. `updatedTime` stays. */
export function repeatCustomers(deals: Table, deal: Row): Row[] {
  const client = clientOf(deal);
  if (client === null) return [];
  const own = (deals.byValue(client.key).get(String(client.id)) ?? [])
    .map((position) => deals.row(position))
    .filter((row) => clientOf(row)?.key === client.key);
  const first = own.find((row) => row['stageSemanticId'] === 'S');
  if (first === undefined) return [];
  return own.flatMap((row) => {
    const flag = row === first ? 'N' : 'Y';
    if (row['isReturnCustomer'] === flag && row['isRepeatedApproach'] === 'N') return [];
    return [{ ...row, isReturnCustomer: flag, isRepeatedApproach: 'N' }];
  });
}

// The company, else the contact of a deal without a company.
function clientOf(row: Row): { key: string; id: number } | null {
  for (const key of ['companyId', 'contactId']) if (Number(row[key]) > 0) return { key, id: Number(row[key]) };
  return null;
}

/** Leads and deals: the items that have a history. */
export const withHistory: readonly (1 | 2)[] = [1, 2] satisfies readonly EntityTypeId[];
