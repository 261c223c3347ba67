// The old siblings of crm.item.*: crm.deal.list, crm.deal.get and those of leads, contacts and companies (bitrix24-rest 4, 5). Upper-case names, values as texts,
// unknown filter keys dropped, recurring templates hidden from lists.
import { condition, type Filter, scalars } from '../list/filter';
import { type OldFilterField, oldFilter, splitOldKey } from '../list/old-filter';
import { oldOrder } from '../list/order';
import { readPage } from '../list/page';
import { type Answer, type Call, type Method, oldError } from '../method';
import { type PhpArray, toText } from '../php/value';
import { restType } from '../store/field-info';
import type { Field, Row } from '../store/fields';
import { type EntityTypeId, isParentLink, upperName } from '../store/item-fields';
import { multiFields, oldDynamicField, oldEntities, oldFields } from '../store/old-fields';
import { oldList } from './answers';
import { itemIndexes } from './items';
import { oldCustomValue, oldMultiFields, oldParentLinks, oldValue } from './old-print';
import { controllerStart, implicitOrder, oldArray, oldId, oldSelect } from './parameters';
import { canReadNothing, readableItem } from './rights';

export const oldItemMethods: readonly Method[] = oldEntities.flatMap(([name, entityTypeId]): Method[] => [
  { name: `crm.${name}.list`, scopes: ['crm'], style: 'old', run: (call) => listItems(call, entityTypeId) },
  { name: `crm.${name}.get`, scopes: ['crm'], style: 'old', run: (call) => getItem(call, entityTypeId) },
]);

function listItems(call: Call, entityTypeId: EntityTypeId): Answer {
  const { store, now } = call;
  const given = oldArray(call, 'filter');
  const order = oldArray(call, 'order');
  const select = oldSelect(call);
  if (canReadNothing(call)) throw oldError('Access denied.');
  const custom = store.customFields(entityTypeId);
  const find = (name: string): Field | undefined => oldFields[entityTypeId].get(name) ?? oldDynamicField(name, custom);
  const filter = oldFilter(given, (name) => filterField(entityTypeId, name, custom), { zone: store.zone, now });
  const stages = store.stages();
  const rank = (row: Row): number => stages.sort(entityTypeId, Number(row['categoryId'] ?? 0), String(row['stageId']));
  // An order by stage is one by the place of the stage in its funnel (restservice.php, innerGetList).
  const keys = oldOrder(order, find).map((key) => (key.field.name === 'stageId' ? { ...key, rank } : key));
  const readable = readableItem(call, entityTypeId);
  const reached = multiFieldTest(given);
  const page = readPage({
    table: store.items[entityTypeId],
    filter: entityTypeId === 2 ? withoutTemplates(filter, given) : filter,
    order: keys.length > 0 ? keys : implicitOrder(call),
    start: controllerStart(call.start),
    indexes: itemIndexes,
    readable: reached === null ? readable : (row) => reached(row) && (readable === null || readable(row)),
    zone: store.zone,
    now,
  });
  return oldList(call, page.rows.map(printer(entityTypeId, select, custom)), page);
}

function getItem(call: Call, entityTypeId: EntityTypeId): Answer {
  const id = oldId(call);
  if (id <= 0) throw oldError('ID is not defined or invalid.');
  const row = call.store.items[entityTypeId].get(id);
  if (row === undefined) throw oldError(canReadNothing(call) ? 'Access denied' : 'Not found');
  const readable = readableItem(call, entityTypeId);
  if (readable !== null && !readable(row)) throw oldError('Access denied.');
  const record: Record<string, unknown> = printer(entityTypeId, [], call.store.customFields(entityTypeId))(row);
  for (const name of call.store.customFields(entityTypeId).keys()) record[upperName(name)] ??= '';
  return { result: { ...record, ...oldMultiFields(row) }, rows: 1, pages: 1 };
}

const directories = ['crm_status', 'crm_company', 'crm_contact'];

function filterField(entityTypeId: EntityTypeId, name: string, custom: ReadonlyMap<string, Field>): OldFilterField | undefined {
  const own = oldFields[entityTypeId].get(name);
  if (own === undefined) {
    const field = oldDynamicField(name, custom);
    return field === undefined ? undefined : { field, isCustom: !isParentLink(field.name) };
  }
  const type = restType(entityTypeId, own, 'old');
  // Y and N are letters to the old SQL: a JSON true finds nothing.
  const field: Field = own.type === 'boolean' ? { name: own.name, type: 'string' } : own;
  return { field, isInteger: type === 'integer', isDirectory: directories.includes(type) };
}

// Hidden unless the filter speaks of them, or of ids (but not of an id bound).
function withoutTemplates(filter: Filter, given: PhpArray): Filter {
  const speaks = ['IS_RECURRING', '=IS_RECURRING', 'ID', '=ID', '@ID'].some((key) => (given.get(key) ?? null) !== null);
  if (speaks) return filter;
  return { ...filter, conditions: [...filter.conditions, condition({ name: 'isRecurring', type: 'string' }, 'eq', 'N')] };
}

// PHONE, EMAIL, WEB, IM: one of the values is exactly that.
function multiFieldTest(given: PhpArray): ((row: Row) => boolean) | null {
  const wanted = [...given.entries()].flatMap(([key, value]) => {
    const { name } = splitOldKey(key);
    return (multiFields as readonly string[]).includes(name) ? [[name, scalars(value).map(toText)] as const] : [];
  });
  if (wanted.length === 0) return null;
  return (row) => {
    const entries = Array.isArray(row['fm']) ? (row['fm'] as readonly Row[]) : [];
    return wanted.every(([kind, values]) => entries.some((entry) => entry['typeId'] === kind && values.includes(String(entry['value']))));
  };
}

// Nothing selected: all system and all custom fields; `*` the former, `UF_*` the latter; names in any case; ID always. Multi-fields by name only.
function printer(
  entityTypeId: EntityTypeId,
  select: readonly string[],
  custom: ReadonlyMap<string, Field>,
): (row: Row) => Record<string, unknown> {
  const upper = new Set(select.map((name) => name.toUpperCase()));
  const all = upper.size === 0;
  const system = [...oldFields[entityTypeId]].filter(([name]) => all || upper.has('*') || name === 'ID' || upper.has(name));
  const own = [...custom.values()]
    .map((field) => [upperName(field.name), field] as const)
    .filter(([name]) => all || upper.has('UF_*') || upper.has(name));
  const kinds = multiFields.filter((kind) => select.includes(kind));
  return (row) => {
    const record: Record<string, unknown> = {};
    for (const [name, { name: key, type }] of system) record[name] = oldValue(type, row[key]);
    if (all || upper.has('*')) Object.assign(record, oldParentLinks(row));
    for (const [name, { name: key, type }] of own) record[name] = oldCustomValue(type, row[key]);
    return kinds.length === 0 ? record : { ...record, ...oldMultiFields(row, kinds) };
  };
}
