// Settings of custom fields: crm.deal.userfield.list and its siblings, userfieldconfig.list (bitrix24-rest 5.10).
import { controllerFilter, emptyFilter } from '../list/filter';
import { oldOrder } from '../list/order';
import { readPage } from '../list/page';
import { type Answer, type Call, type Method, oldError, RestError } from '../method';
import { PhpArray, toText } from '../php/value';
import type { Field, Row } from '../store/fields';
import { camelName, upperName } from '../store/item-fields';
import { oldEntities } from '../store/old-fields';
import { userFieldLabels } from '../store/records';
import { controllerList } from './answers';
import { controllerArray, controllerStart, oldArray } from './parameters';
import { canReadNothing } from './rights';

export const userFieldMethods: readonly Method[] = [
  ...oldEntities.map(
    ([name]): Method => ({
      name: `crm.${name}.userfield.list`,
      scopes: ['crm'],
      style: 'old',
      run: (call) => listOfEntity(call, `CRM_${name.toUpperCase()}`),
    }),
  ),
  { name: 'userfieldconfig.list', scopes: ['userfieldconfig'], style: 'controller', run: listConfig },
];

const exact = 'ID FIELD_NAME USER_TYPE_ID XML_ID SORT MULTIPLE MANDATORY SHOW_FILTER SHOW_IN_LIST EDIT_IN_LIST IS_SEARCHABLE'.split(' ');
const sortable = 'ID ENTITY_ID FIELD_NAME USER_TYPE_ID XML_ID SORT'.split(' ');
const labels: readonly string[] = userFieldLabels;

// Exact matches by names in any case; lists, empty values and unknown names are dropped. All rows in one answer; labels only in the LANG asked for.
function listOfEntity(call: Call, entityId: string): Answer {
  const order = oldArray(call, 'order');
  const filter = oldArray(call, 'filter').upperKeys();
  if (canReadNothing(call)) throw oldError('Access denied.');
  const wanted = [...filter.entries()].filter(
    ([name, value]) => exact.includes(name) && !(value instanceof PhpArray) && toText(value) !== '',
  );
  const found = call.store.userFields
    .all()
    .filter((row) => row['ENTITY_ID'] === entityId && wanted.every(([name, value]) => String(row[name] ?? '') === toText(value)));
  const language = toText(filter.get('LANG'));
  const rows = sorted(found, order).map((row) => oldRecord(row, language));
  return { result: rows, total: rows.length, rows: rows.length, pages: 1 };
}

function sorted(rows: readonly Row[], order: PhpArray): Row[] {
  const given = oldOrder(order, (name) => (sortable.includes(name) ? { name, type: 'string' } : undefined));
  const keys =
    given.length > 0
      ? given
      : [
          { field: { name: 'SORT', type: 'string' } as Field, descending: false },
          { field: { name: 'ID', type: 'string' } as Field, descending: false },
        ];
  return [...rows].sort((a, b) => {
    for (const { field, descending } of keys) {
      const difference = compare(field.name, a[field.name], b[field.name]);
      if (difference !== 0) return descending ? -difference : difference;
    }
    return 0;
  });
}

function compare(name: string, a: unknown, b: unknown): number {
  if (name === 'ID' || name === 'SORT') return Number(a) - Number(b);
  const [left, right] = [String(a ?? '').toLowerCase(), String(b ?? '').toLowerCase()];
  return left < right ? -1 : left > right ? 1 : 0;
}

function oldRecord(row: Row, language: string): Row {
  const { LIST, ...record } = row;
  const shown = Object.entries(record)
    .filter(([name]) => language !== '' || !labels.includes(name))
    .map(([name, value]) => [name, labels.includes(name) ? inLanguage(value, language) : value] as const);
  return { ...Object.fromEntries(shown), ...(Array.isArray(LIST) ? { LIST: LIST.map((item: Row) => listItem(item)) } : {}) };
}

function inLanguage(value: unknown, language: string): unknown {
  return typeof value === 'object' && value !== null ? ((value as Row)[language] ?? null) : value;
}

const listItem = (item: Row): Row => ({
  ID: String(item['ID'] ?? item['id']),
  SORT: String(item['SORT'] ?? item['sort'] ?? '500'),
  VALUE: item['VALUE'] ?? item['value'] ?? '',
  DEF: item['DEF'] ?? item['def'] ?? 'N',
  XML_ID: item['XML_ID'] ?? item['xmlId'] ?? null,
});

const configFields = new Map<string, Field>(
  [...exact, 'ENTITY_ID'].map((name) => [name, { name, type: name === 'ID' || name === 'SORT' ? 'integer' : 'string' }]),
);

// The scope of the module is checked by the method itself (main/lib/controller/userfieldconfig.php).
function listConfig(call: Call): Answer {
  const moduleId = call.params.get('moduleId');
  if (moduleId === undefined || moduleId === null) throw new RestError(100, 'Could not find value for parameter {moduleId}', 400);
  if (toText(moduleId) !== 'crm') throw new RestError(0, 'No settings for UserFieldAccess', 400);
  if (!call.scopes.includes('crm')) throw new RestError('insufficient_scope', 'The current method required more scopes. (crm)', 400);
  if (canReadNothing(call)) throw new RestError('', 'You do not have permission to view user field settings', 400);
  const find = (name: string): Field => configFields.get(upperName(name)) ?? unknownField(name);
  const filter = controllerArray(call, 'filter');
  const order = controllerArray(call, 'order') ?? PhpArray.of();
  const page = readPage({
    table: call.store.userFields,
    filter: filter === null ? emptyFilter : controllerFilter(filter, { find, print: upperName }),
    order: [...order.entries()].map(([name, value]) => ({ field: find(name), descending: /^desc$/i.test(toText(value)) })),
    start: controllerStart(call.start),
    indexes: { values: [], times: [] },
    readable: null,
    zone: call.store.zone,
    now: call.now,
  });
  const language = toText(controllerArray(call, 'select')?.get('language'));
  return controllerList(
    call,
    'fields',
    page.rows.map((row) => configRecord(row, language)),
    page,
  );
}

function configRecord(row: Row, language: string): Row {
  const { LIST: _, ...record } = row;
  const shown = Object.entries(record)
    .filter(([name]) => language !== '' || !labels.includes(name))
    .map(([name, value]) => {
      const label = labels.includes(name) ? inLanguage(value, language) : undefined;
      return [camelName(name), label === undefined ? value : label === null ? null : { [language]: label }] as const;
    });
  return { ...Object.fromEntries(shown), ...(language === '' ? {} : { languageId: { [language]: language } }) };
}

function unknownField(name: string): never {
  throw new RestError(0, `Unknown field definition \`${upperName(name)}\` (${upperName(name)}) for \\Bitrix\\Main\\UserField Entity.`, 400);
}
