// What Bitrix24 writes by itself when deals and leads change: stage history (bitrix24-rest 5.5), the close date, the flags of repeat customers (5.1). Off unless the
// portal file asks for it; otherwise records stand as given.
import type { PortalChange } from '../portal-file';
import { dateOf } from '../zone';
import type { Clockwork, Row } from './fields';
import { historyRow, isLeadChange } from './records';
import type { Table } from './table';

/** The tables that the automation reads and writes. */
export interface AutomatedTables {
  readonly items: Readonly<Record<1 | 2, Table>>;
  readonly history: Readonly<Record<1 | 2, Table>>;
}

/** An item before and after a change; undefined before it was created. */
interface Changed {
  readonly before: Row | undefined;
  readonly after: Row;
}

/** Remembers the leads and deals that a change names; called after the change, it writes what follows from it. */
export function automation({ items, history }: AutomatedTables, change: PortalChange): (clockwork: Clockwork) => void {
  const named = ([1, 2] as const).map((entityTypeId) => {
    const records = (entityTypeId === 1 ? change.leads : change.deals) ?? [];
    return { entityTypeId, rows: records.map((record) => ({ record, before: items[entityTypeId].get(Number(record['id'])) })) };
  });
  return (clockwork) => {
    for (const { entityTypeId, rows } of named) {
      // Rows that the change brings itself are the history of their owner; nothing is added to them.
      const brought = (change.stageHistory ?? []).filter((row) => isLeadChange(row) === (entityTypeId === 1));
      const told = new Set(brought.map((row) => Number(row['OWNER_ID'])));
      for (const { record, before } of rows) {
        const after = items[entityTypeId].get(Number(record['id']));
        if (after === undefined) continue;
        if (!told.has(Number(after['id']))) writeHistory(entityTypeId, history[entityTypeId], { before, after }, clockwork);
        if (entityTypeId === 1) continue;
        if (record['closedate'] === undefined) items[2].upsert([closedToday({ before, after }, clockwork)]);
        items[2].upsert(repeatCustomers(items[2], after));
      }
    }
  };
}

function writeHistory(entityTypeId: 1 | 2, history: Table, { before, after }: Changed, clockwork: Clockwork): void {
  const stageId = after['stageId'];
  if (before !== undefined && before['stageId'] === stageId && before['categoryId'] === after['categoryId']) return;
  const own = history.byValue('OWNER_ID').get(String(after['id'])) ?? [];
  const last = history.row(own.at(-1) ?? -1);
  // Nothing is written when the latest row already says so.
  if (last[entityTypeId === 1 ? 'STATUS_ID' : 'STAGE_ID'] === stageId && last['CATEGORY_ID'] === after['categoryId']) return;
  const row = { ID: history.freeId(), TYPE_ID: typeOf({ before, after }), OWNER_ID: after['id'] };
  const stage =
    entityTypeId === 1
      ? { STATUS_ID: stageId, STATUS_SEMANTIC_ID: after['stageSemanticId'] }
      : { CATEGORY_ID: after['categoryId'], STAGE_ID: stageId, STAGE_SEMANTIC_ID: after['stageSemanticId'] };
  history.upsert([historyRow({ ...row, ...stage }, clockwork)]);
}

// 1 created, 2 moved, 3 moved to a final stage (or created on one), 5 moved to another funnel.
function typeOf({ before, after }: Changed): number {
  if (before !== undefined && before['categoryId'] !== after['categoryId']) return 5;
  if (after['stageSemanticId'] !== 'P') return 3;
  return before === undefined ? 1 : 2;
}

// A deal that enters a final stage is closed today, whatever date was planned.
function closedToday({ before, after }: Changed, { zone, now }: Clockwork): Row {
  const isEntered = after['stageSemanticId'] !== 'P' && (before === undefined || before['stageSemanticId'] === 'P');
  return isEntered ? { ...after, closedate: zone.iso(dateOf(now, zone)) } : after;
}

// Deals of one client whose flags change once one of them is won: the first won deal is no repeat, every other deal is, older ones included. `updatedTime` stays.
function repeatCustomers(deals: Table, deal: Row): Row[] {
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
