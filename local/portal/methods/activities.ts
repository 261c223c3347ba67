// crm.activity.list (bitrix24-rest 5.8): an old method, so unknown filter keys widen the answer, values are texts, the default order is START_TIME.
import { type OldFilterField, oldFilter } from '../list/old-filter';
import { oldOrder } from '../list/order';
import { readPage } from '../list/page';
import { type Answer, type Call, type Method, oldError } from '../method';
import { PhpArray, toInt } from '../php/value';
import type { Field, FieldType, Row } from '../store/fields';
import { oldList } from './answers';
import { controllerStart, oldArray, oldSelect } from './parameters';
import { canReadNothing, readableActivity } from './rights';

const kinds: readonly (readonly [FieldType, string])[] = [
  [
    'integer',
    'ID OWNER_ID OWNER_TYPE_ID TYPE_ID ASSOCIATED_ENTITY_ID STATUS RESPONSIBLE_ID PRIORITY DIRECTION AUTHOR_ID EDITOR_ID RESULT_MARK RESULT_STATUS RESULT_STREAM AUTOCOMPLETE_RULE NOTIFY_TYPE NOTIFY_VALUE DESCRIPTION_TYPE',
  ],
  [
    'string',
    'PROVIDER_ID PROVIDER_TYPE_ID PROVIDER_GROUP_ID SUBJECT COMPLETED DESCRIPTION LOCATION ORIGINATOR_ID ORIGIN_ID RESULT_CURRENCY_ID RESULT_SOURCE_ID',
  ],
  ['double', 'RESULT_VALUE RESULT_SUM'],
  ['datetime', 'CREATED LAST_UPDATED START_TIME END_TIME DEADLINE'],
];
const fields = new Map<string, Field>(kinds.flatMap(([type, names]) => names.split(' ').map((name) => [name, { name, type }] as const)));
const filterFields = new Map<string, OldFilterField>(
  [...fields].map(([name, field]) => [name, { field, isInteger: field.type === 'integer' }]),
);
// Answered only when asked for by name: they hold people's addresses, or cost another query.
const onDemand = ['COMMUNICATIONS', 'FILES', 'BINDINGS'];

export const activityMethods: readonly Method[] = [{ name: 'crm.activity.list', scopes: ['crm'], style: 'old', run: listActivities }];

function listActivities(call: Call): Answer {
  const given = oldArray(call, 'filter');
  if (canReadNothing(call)) throw oldError('Access denied.');
  const filter = oldFilter(given, (name) => filterFields.get(name), { zone: call.store.zone, now: call.now });
  const keys = oldOrder(oldArray(call, 'order'), (name) => fields.get(name));
  const readable = readableActivity(call);
  const bound = timesBound(given.get('BINDINGS'));
  const page = readPage({
    table: call.store.activities,
    filter,
    order: keys.length > 0 ? keys : [{ field: { name: 'START_TIME', type: 'datetime' }, descending: false }],
    start: controllerStart(call.start),
    indexes: { values: ['OWNER_ID'], times: ['LAST_UPDATED', 'CREATED'] },
    readable: bound === null ? readable : (row) => bound(row) > 0 && (readable === null || readable(row)),
    ...(bound === null ? {} : { copies: bound }),
    zone: call.store.zone,
    now: call.now,
  });
  return oldList(call, page.rows.map(printer(oldSelect(call))), page);
}

// BINDINGS: any of the pairs of owner type and owner. The portal joins them, so that a row comes once for each pair it has (bitrix24-rest 5.8).
function timesBound(bindings: unknown): ((row: Row) => number) | null {
  if (!(bindings instanceof PhpArray)) return null;
  const pairs = bindings
    .values()
    .filter((pair) => pair instanceof PhpArray)
    .map((pair) => [toInt(pair.get('OWNER_TYPE_ID')), toInt(pair.get('OWNER_ID'))] as const);
  return (row) => {
    const own = row['BINDINGS'] as readonly Readonly<Record<string, unknown>>[];
    const isAsked = (binding: Row): boolean =>
      pairs.some(([type, id]) => Number(binding['OWNER_TYPE_ID']) === type && Number(binding['OWNER_ID']) === id);
    return own.filter(isAsked).length;
  };
}

function printer(select: readonly string[]): (row: Row) => Row {
  if (select.length === 0 || select.includes('*')) {
    const extra = onDemand.filter((name) => select.includes(name));
    return (row) => {
      const record: Record<string, unknown> = { ...row };
      for (const name of onDemand) delete record[name];
      for (const name of extra) record[name] = row[name] ?? [];
      return record;
    };
  }
  const names = [...new Set(['ID', ...select])];
  return (row) =>
    Object.fromEntries(
      names
        .filter((name) => Object.hasOwn(row, name) || onDemand.includes(name))
        .map((name) => [name, row[name] ?? (onDemand.includes(name) ? [] : null)]),
    );
}
