// Funnels, directories of statuses, currencies: short lists that come whole in one answer (bitrix24-rest 5.4, 5.9).
import { lenientOrder } from '../list/order';
import { type Answer, type Call, type Method, oldError, RestError } from '../method';
import { PhpArray, toText } from '../php/value';
import type { Row } from '../store/fields';
import { controllerInt, oldArray } from './parameters';
import { canReadFunnel, canReadNothing } from './rights';
import { statusEntityTypes } from './status-entities';

export const directoryMethods: readonly Method[] = [
  { name: 'crm.category.list', scopes: ['crm'], style: 'controller', run: listCategories },
  { name: 'crm.status.list', scopes: ['crm'], style: 'old', run: listStatuses },
  { name: 'crm.status.entity.types', scopes: ['crm'], style: 'old', run: (call) => ({ result: statusEntityTypes(call.store) }) },
  { name: 'crm.currency.list', scopes: ['crm'], style: 'old', run: listCurrencies },
  { name: 'crm.currency.base.get', scopes: ['crm'], style: 'old', run: (call) => ({ result: call.store.baseCurrency }) },
];

// Deals, contacts, companies, smart invoices; leads have none, and numbers that name nothing are no type.
const withFunnels = [2, 3, 4, 31];

function listCategories(call: Call): Answer {
  const entityTypeId = controllerInt(call, 'entityTypeId');
  if (entityTypeId >= 128) throw new RestError('NOT_FOUND', 'SPA not found', 400);
  if (!withFunnels.includes(entityTypeId)) {
    throw new RestError('ENTITY_TYPE_NOT_SUPPORTED', `Entity type \`${entityTypeId}\` is not supported`, 400);
  }
  const stored = call.store.categories.all().filter((row) => row['entityTypeId'] === entityTypeId);
  const general = { id: 0, name: entityTypeId === 2 ? 'General' : '', sort: 300, entityTypeId, isDefault: 'Y' };
  // Funnels that the caller may not read are left out.
  const all = stored.some((row) => row['id'] === 0) ? [...stored] : [...stored, general];
  const categories = all.filter((row) => entityTypeId !== 2 || canReadFunnel(call, Number(row['id'])));
  categories.sort((a, b) => Number(a['sort']) - Number(b['sort']) || Number(a['id']) - Number(b['id']));
  return { result: { categories }, total: categories.length, rows: categories.length, pages: 1 };
}

// Only these are checked for lists; of other keys a list matches nothing.
const scalarFilters = ['ENTITY_ID', 'STATUS_ID', 'SORT', 'SEMANTICS'];
const statusFilters = ['ID', 'ENTITY_ID', 'STATUS_ID', 'NAME', 'SORT', 'SYSTEM', 'SEMANTICS', 'CATEGORY_ID'];

function listStatuses(call: Call): Answer {
  const filter = oldArray(call, 'filter');
  const wanted = [...filter.entries()]
    .map(([key, value]) => [key.replace(/^=/, ''), value] as const)
    .filter(([key]) => statusFilters.includes(key));
  if (canReadNothing(call)) throw oldError('Access denied.');
  for (const key of scalarFilters) if (filter.get(key) instanceof PhpArray) throw oldError(`Filter by ${key} must be a string`);
  const rows = call.store.statuses
    .all()
    .filter((row) => wanted.every(([key, value]) => toText(row[key] as string | null) === toText(value)));
  const order = oldArray(call, 'order').upperKeys();
  const statuses = sortedTexts(rows, order.size === 0 ? PhpArray.of([['SORT', 'ASC']]) : order, ['ID', 'SORT', 'CATEGORY_ID']);
  return { result: statuses, total: statuses.length, rows: statuses.length, pages: 1 };
}

// Ignores filter and select, and says `total: 0` whatever there is.
function listCurrencies(call: Call): Answer {
  if (canReadNothing(call)) throw oldError('Access denied.');
  const order = oldArray(call, 'order').upperKeys();
  const rows = sortedTexts(call.store.currencies, order.size === 0 ? PhpArray.of([['SORT', 'ASC']]) : order, [
    'SORT',
    'AMOUNT',
    'AMOUNT_CNT',
  ]);
  return { result: rows, total: 0, rows: rows.length, pages: 1 };
}

/** Orders records of texts; the named fields hold numbers. */
function sortedTexts(rows: readonly Row[], order: PhpArray, numeric: readonly string[]): Row[] {
  const first = rows[0] ?? {};
  const keys = lenientOrder(order, (name) =>
    Object.hasOwn(first, name) ? { name, type: numeric.includes(name) ? 'integer' : 'string' } : undefined,
  );
  return [...rows].sort((a, b) => {
    for (const { field, descending } of keys) {
      const difference =
        field.type === 'integer' ? Number(a[field.name]) - Number(b[field.name]) : compareTexts(a[field.name], b[field.name]);
      if (difference !== 0) return descending ? -difference : difference;
    }
    return 0;
  });
}

function compareTexts(a: unknown, b: unknown): number {
  const [left, right] = [String(a ?? '').toLowerCase(), String(b ?? '').toLowerCase()];
  return left < right ? -1 : left > right ? 1 : 0;
}
