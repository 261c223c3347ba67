// crm.item.list and crm.item.get for leads, deals, contacts and companies (bitrix24-rest 4, 5.1-5.3). Recurring templates are listed like any deal.
import type { Indexes } from '../list/candidates';
import { type Condition, type ControllerFields, controllerFilter, emptyFilter, type Filter } from '../list/filter';
import { controllerOrder } from '../list/order';
import { readPage } from '../list/page';
import { type Answer, accessDenied, type Call, type Method, RestError } from '../method';
import { toText } from '../php/value';
import type { Field, Row } from '../store/fields';
import { type EntityTypeId, isEntityTypeId, isParentLink, itemFields, upperName } from '../store/item-fields';
import { controllerList, phpMap } from './answers';
import { cachedCount, filterKey } from './count-cache';
import { controllerArray, controllerInt, controllerStart, implicitOrder, texts } from './parameters';
import { readableItem } from './rights';

/** What the tables of items are indexed by. */
export const itemIndexes: Indexes = { values: [], times: ['updatedTime', 'createdTime', 'movedTime'] };
const catalogues = mapEntities((entityTypeId) => new Map<string, Field>(itemFields[entityTypeId].map((field) => [field.name, field])));

export const itemMethods: readonly Method[] = [
  { name: 'crm.item.list', scopes: ['crm'], style: 'controller', run: listItems },
  { name: 'crm.item.get', scopes: ['crm'], style: 'controller', run: getItem },
];

function listItems(call: Call): Answer {
  const entityTypeId = supportedEntity(call);
  const { store } = call;
  const select = texts(controllerArray(call, 'select'));
  const fields = fieldsOf(call, entityTypeId);
  const filter = controllerArray(call, 'filter');
  const order = controllerArray(call, 'order');
  const page = readPage({
    table: store.items[entityTypeId],
    filter: nestedTimes(call, filter === null ? emptyFilter : controllerFilter(filter, fields)),
    order:
      order === null || order.size === 0
        ? implicitOrder(call)
        : controllerOrder(order, { ...fields, find: (name) => (name === 'contactIds' ? undefined : fields.find(name)) }),
    start: controllerStart(call.start),
    indexes: itemIndexes,
    readable: readableItem(call, entityTypeId),
    zone: store.zone,
    now: call.now,
  });
  const original = call.params.get('useOriginalUfNames') === 'Y';
  const print = printer(call, entityTypeId, select, original);
  return controllerList(call, 'items', page.rows.map(print), cachedCount(call, `${entityTypeId} ${filterKey(filter)}`, page));
}

// One user reports that a time with an offset is not honoured inside a nested group (bitrix24-rest 7, issue 215); the vendor could not reproduce it.
function nestedTimes(call: Call, filter: Filter, isNested = false): Filter {
  if (call.store.file?.nestedOffsets !== 'unreadable') return filter;
  const blind = (condition: Condition): Condition =>
    condition.field.type === 'datetime' && condition.values.some((value) => /\d[+-]\d\d:?\d\d$|Z$/.test(toText(value)))
      ? { ...condition, values: ['unreadable'] }
      : condition;
  return {
    ...filter,
    conditions: isNested ? filter.conditions.map(blind) : filter.conditions,
    groups: filter.groups.map((group) => nestedTimes(call, group, true)),
  };
}

function getItem(call: Call): Answer {
  const entityTypeId = supportedEntity(call);
  const row = call.store.items[entityTypeId].get(controllerInt(call, 'id'));
  if (row === undefined) throw new RestError('NOT_FOUND', 'Element not found', 400);
  const readable = readableItem(call, entityTypeId);
  if (readable !== null && !readable(row)) throw accessDenied();
  const item = printer(call, entityTypeId, null, call.params.get('useOriginalUfNames') === 'Y')(row);
  return { result: { item }, rows: 1, pages: 1 };
}

/** The entity type of a call: 0 is no type, a smart process that does not exist is not found. */
export function supportedEntity(call: Call): EntityTypeId {
  const entityTypeId = controllerInt(call, 'entityTypeId');
  if (isEntityTypeId(entityTypeId)) return entityTypeId;
  if (entityTypeId >= 128) throw new RestError('NOT_FOUND', 'SPA not found', 400);
  throw new RestError('ENTITY_TYPE_NOT_SUPPORTED', `Entity type \`${entityTypeId}\` is not supported`, 400);
}

function fieldsOf(call: Call, entityTypeId: EntityTypeId): ControllerFields {
  const custom = call.store.customFields(entityTypeId);
  const byUpper =
    call.params.get('useOriginalUfNames') === 'Y' ? new Map([...custom].map(([name, field]) => [upperName(name), field])) : null;
  return {
    find: (name) => catalogues[entityTypeId].get(name) ?? custom.get(name) ?? byUpper?.get(name),
    print: upperName,
  };
}

/** How a record is printed under a `select`. Absent or with `*`: everything, multi-fields included; else the known names only, `id` not added. */
function printer(call: Call, entityTypeId: EntityTypeId, select: readonly string[] | null, original: boolean): (row: Row) => unknown {
  const custom = [...call.store.customFields(entityTypeId).keys()];
  if (select === null || select.includes('*')) return (row) => printWhole(row, custom, entityTypeId, original);
  // Known defect of the portal: original names lose every field that was selected (bitrix24-rest 4.4, issues 263 and 368).
  if (original) return () => [];
  const wanted = new Set(select.includes('UF_*') ? [...select, ...custom] : select);
  const known = [...catalogues[entityTypeId].keys(), ...custom].filter((name) => wanted.has(name));
  const names = [...known, ...select.filter(isParentLink)];
  return (row) => {
    const record: Record<string, unknown> = {};
    for (const name of names) record[name] = row[name] ?? null;
    return phpMap(record);
  };
}

function printWhole(row: Row, custom: readonly string[], entityTypeId: EntityTypeId, original: boolean): Row {
  const record: Record<string, unknown> = { ...row };
  for (const name of custom) {
    const value = row[name] ?? null;
    if (original) delete record[name];
    record[original ? upperName(name) : name] = value;
  }
  if (entityTypeId !== 2) record['fm'] = row['fm'] ?? [];
  record['entityTypeId'] = entityTypeId;
  return record;
}

function mapEntities<T>(make: (entityTypeId: EntityTypeId) => T): Readonly<Record<EntityTypeId, T>> {
  return { 1: make(1), 2: make(2), 3: make(3), 4: make(4) };
}
