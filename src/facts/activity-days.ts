// M37: completed activities counted by day, person and kind.
import { dayOf } from '../period';
import type { Activity, Records } from '../raw/records';
import type { Zone } from '../zone';
import { ACTIVITY_KINDS, type ActivityFacts, type ActivityKind } from './side-tables';

const LEAD = 1;
const DEAL = 2;
const CONTACT = 3;
const COMPANY = 4;

/**
 * Rows ascend by day, person and kind. Only what belongs to a loaded lead, deal (`dealIds`: R4; null = any, a deal may be outside the depth), contact or
 * company counts; nothing after asOf does.
 */
export function activityFacts(
  records: Pick<Records, 'activities' | 'leads' | 'contacts' | 'companies'>,
  dealIds: ReadonlySet<number> | null,
  managerOf: (userId: number) => number,
  zone: Zone,
  asOf: number,
): ActivityFacts {
  const idsOf = (rows: readonly { readonly id: number }[]) => new Set(rows.map((row) => row.id));
  const owners: Readonly<Record<number, ReadonlySet<number> | null>> = {
    [LEAD]: idsOf(records.leads),
    [DEAL]: dealIds,
    [CONTACT]: idsOf(records.contacts),
    [COMPANY]: idsOf(records.companies),
  };
  const found = new Map<string, { day: number; manager: number; kind: number; number: number }>();
  for (const activity of records.activities) {
    if (!activity.completed || !isLoaded(activity, owners[activity.ownerTypeId])) continue;
    const kind = kindOf(activity);
    if (kind === null) continue;
    const moment = momentOf(activity, kind, asOf);
    if (moment <= 0 || moment > asOf) continue;
    const row = { day: dayOf(moment, zone), manager: managerOf(activity.responsibleId), kind: ACTIVITY_KINDS.indexOf(kind), number: 1 };
    const key = `${row.day} ${row.manager} ${row.kind}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, row);
    else known.number++;
  }
  const rows = [...found.values()].sort((a, b) => a.day - b.day || a.manager - b.manager || a.kind - b.kind);
  return {
    count: rows.length,
    day: Int32Array.from(rows, (row) => row.day),
    manager: Int32Array.from(rows, (row) => row.manager),
    kind: Int32Array.from(rows, (row) => row.kind),
    number: Int32Array.from(rows, (row) => row.number),
  };
}

function isLoaded({ ownerId }: Activity, ids: ReadonlySet<number> | null | undefined): boolean {
  return ids === null || ids?.has(ownerId) === true;
}

/** Missed calls and other kinds (chats, imported events) are none. */
function kindOf({ typeId, providerId, missedCall }: Activity): ActivityKind | null {
  if (typeId === 2) return missedCall ? null : 'calls';
  if (typeId === 1) return 'meetings';
  if (typeId === 4) return 'emails';
  if (typeId === 3 || providerId === 'CRM_TASKS_TASK') return 'tasks';
  return providerId === 'CRM_TODO' ? 'todos' : null;
}

/** Contacts happen when they start; tasks and to-dos have no completion time, so their deadline stands for it unless it is still to come. */
function momentOf(activity: Activity, kind: ActivityKind, asOf: number): number {
  if (kind !== 'tasks' && kind !== 'todos') return activity.startTime;
  return activity.deadline > 0 && activity.deadline <= asOf ? activity.deadline : activity.updatedTime;
}
