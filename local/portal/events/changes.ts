// Which events a change of the portal's records raises: names and ids, in order (bitrix24-rest 6). It knows no subscriber.
import type { PortalChange } from '../portal-file';

/** One event: its name and the id of the object. */
export interface RaisedEvent {
  readonly name: string;
  readonly id: number;
}

const entities = { deals: 'DEAL', leads: 'LEAD', contacts: 'CONTACT', companies: 'COMPANY', activities: 'ACTIVITY' } as const;

export type EventTable = keyof typeof entities;

const tables = Object.keys(entities) as EventTable[];

/** Events of CRM objects that can be subscribed to (scope crm). */
export const crmEvents: readonly string[] = tables.flatMap((table) =>
  ['ADD', 'UPDATE', 'DELETE'].map((action) => `ONCRM${entities[table]}${action}`),
);

/** Events of an upsert and then of deletions; ids that are not there are deleted without an event. `exists` answers for the records before the change. */
export function raisedEvents(change: PortalChange, exists: (table: EventTable, id: number) => boolean): RaisedEvent[] {
  const events: RaisedEvent[] = [];
  for (const table of tables) {
    const added = new Set<number>();
    for (const record of change[table] ?? []) {
      const id = Number(record['id'] ?? record['ID']);
      events.push({ name: `ONCRM${entities[table]}${exists(table, id) || added.has(id) ? 'UPDATE' : 'ADD'}`, id });
      added.add(id);
    }
    for (const id of (change.delete?.[table] ?? []).map(Number))
      if (exists(table, id) || added.has(id)) events.push({ name: `ONCRM${entities[table]}DELETE`, id });
  }
  return events;
}
