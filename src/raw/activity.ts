// Activities: crm.activity.list. Neither communications nor files nor descriptions are asked for (D13).
import type { EntitySpec } from './entity';
import { flag, type Item, identifier, instant, itemOf, link, text } from './fields';
import type { Activity } from './records';

export const activitySpec: EntitySpec<Activity> = {
  method: 'crm.activity.list',
  params: {},
  select: [
    'ID',
    'OWNER_TYPE_ID',
    'OWNER_ID',
    'TYPE_ID',
    'PROVIDER_ID',
    'DIRECTION',
    'COMPLETED',
    'SETTINGS',
    'RESPONSIBLE_ID',
    'CREATED',
    'LAST_UPDATED',
    'START_TIME',
    'DEADLINE',
    'SUBJECT',
  ],
  paging: 'keyset',
  refresh: 'changed',
  idField: 'ID',
  style: 'crm',
  filter: {},
  changedField: 'LAST_UPDATED',
  path: '',
  scope: 'crm',
  optional: false,
  blockWidth: 1000,
  decode: decodeActivity,
  key: (activity) => activity.id,
  columns: {
    id: 'id',
    ownerTypeId: 'id',
    ownerId: 'id',
    typeId: 'id',
    providerId: 'text',
    direction: 'int',
    completed: 'flag',
    missedCall: 'flag',
    responsibleId: 'id',
    createdTime: 'time',
    updatedTime: 'time',
    startTime: 'time',
    deadline: 'time',
    subject: 'text',
  },
};

function decodeActivity(value: unknown): Activity {
  const item = itemOf(value, 'activities');
  return {
    id: identifier(item, 'ID', 'activities'),
    ownerTypeId: link(item, 'OWNER_TYPE_ID', 'activities'),
    ownerId: link(item, 'OWNER_ID', 'activities'),
    typeId: link(item, 'TYPE_ID', 'activities'),
    providerId: text(item, 'PROVIDER_ID', 'activities'),
    direction: link(item, 'DIRECTION', 'activities'),
    completed: flag(item, 'COMPLETED', 'activities'),
    missedCall: missedCall(item),
    responsibleId: link(item, 'RESPONSIBLE_ID', 'activities'),
    createdTime: instant(item, 'CREATED', 'activities'),
    updatedTime: instant(item, 'LAST_UPDATED', 'activities'),
    startTime: instant(item, 'START_TIME', 'activities'),
    deadline: instant(item, 'DEADLINE', 'activities'),
    subject: text(item, 'SUBJECT', 'activities'),
  };
}

// SETTINGS is `[]` when empty; only telephony writes MISSED_CALL.
function missedCall(item: Item): boolean {
  const settings = item['SETTINGS'];
  if (typeof settings !== 'object' || settings === null) return false;
  return flag(settings as Item, 'MISSED_CALL', 'activities');
}
