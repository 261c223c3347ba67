// crm.stagehistory.list for leads and deals (bitrix24-rest 5.5): upper-case names, filter strict, order and select forgiving, ID always answered.
import { type ControllerFields, controllerFilter, emptyFilter, type Filter } from '../list/filter';
import { lenientOrder } from '../list/order';
import { readPage } from '../list/page';
import { type Answer, type Call, type Method, RestError } from '../method';
import { toText } from '../php/value';
import type { Field } from '../store/fields';
import { readTime } from '../zone';
import { controllerList } from './answers';
import { controllerArray, controllerInt, controllerStart, texts } from './parameters';
import { type Readable, readableOwner } from './rights';

const common: readonly Field[] = [
  { name: 'ID', type: 'integer' },
  { name: 'TYPE_ID', type: 'integer' },
  { name: 'OWNER_ID', type: 'integer' },
  { name: 'CREATED_TIME', type: 'datetime' },
];
const fields: Readonly<Record<1 | 2, readonly Field[]>> = {
  1: [...common, { name: 'STATUS_SEMANTIC_ID', type: 'string' }, { name: 'STATUS_ID', type: 'string' }],
  2: [
    ...common,
    { name: 'CATEGORY_ID', type: 'integer' },
    { name: 'STAGE_SEMANTIC_ID', type: 'string' },
    { name: 'STAGE_ID', type: 'string' },
  ],
};
const indexes = { values: ['OWNER_ID'], times: ['CREATED_TIME'] };

export const stageHistoryMethods: readonly Method[] = [
  { name: 'crm.stagehistory.list', scopes: ['crm'], style: 'controller', run: listHistory },
];

function listHistory(call: Call): Answer {
  const entityTypeId = controllerInt(call, 'entityTypeId');
  if (entityTypeId !== 1 && entityTypeId !== 2) {
    throw new RestError('ENTITY_TYPE_NOT_SUPPORTED', `Entity type \`${entityTypeId}\` is not supported`, 400);
  }
  const byName = new Map(fields[entityTypeId].map((field) => [field.name, field]));
  const find: ControllerFields['find'] = (name) => byName.get(name);
  const filter = controllerArray(call, 'filter');
  const order = controllerArray(call, 'order');
  const page = readPage({
    table: call.store.history[entityTypeId],
    filter: filter === null ? emptyFilter : checkTimes(controllerFilter(filter, { find, print: (name) => name }), call),
    order: order === null ? [] : lenientOrder(order, find),
    start: controllerStart(call.start),
    indexes,
    readable: readableHistory(call, entityTypeId),
    zone: call.store.zone,
    now: call.now,
  });
  const selected = (texts(controllerArray(call, 'select')) ?? []).filter((name) => byName.has(name));
  if (selected.length === 0) return controllerList(call, 'items', page.rows, page);
  const names = [...byName.keys()].filter((name) => name === 'ID' || selected.includes(name));
  const items = page.rows.map((row) => Object.fromEntries(names.map((name) => [name, row[name]])));
  return controllerList(call, 'items', items, page);
}

// Older builds show the rows of a deal's present funnel only (bitrix24-rest 5.5, unconfirmed on a given portal).
function readableHistory(call: Call, entityTypeId: 1 | 2): Readable {
  const readable = readableOwner(call, entityTypeId, 'OWNER_ID');
  if (entityTypeId === 1 || call.store.file?.historyOf !== 'present-funnel') return readable;
  return (row) => {
    const owner = call.store.items[2].get(Number(row['OWNER_ID']));
    return owner?.['categoryId'] === row['CATEGORY_ID'] && (readable === null || readable(row));
  };
}

// Unlike crm.item.list, this method refuses a time it cannot read.
function checkTimes(filter: Filter, call: Call): Filter {
  for (const { field, isList, values } of filter.conditions) {
    if (field.type !== 'datetime' || isList || readTime(toText(values[0]), call.store.zone, call.now) !== null) continue;
    throw new RestError('WRONG_DATETIME_FORMAT', 'Wrong datetime format', 400);
  }
  for (const group of filter.groups) checkTimes(group, call);
  return filter;
}
