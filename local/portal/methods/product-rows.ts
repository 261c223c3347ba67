// crm.item.productrow.list (bitrix24-rest 5.7): the filter must name the owner by `=ownerType` and `=ownerId`; rights are those of the owner.
import { controllerFilter } from '../list/filter';
import { lenientOrder } from '../list/order';
import { readPage } from '../list/page';
import { type Answer, accessDenied, type Call, invalidArgument, type Method, oldError, RestError } from '../method';
import { PhpArray, toInt, toText } from '../php/value';
import type { Field, FieldType, Row } from '../store/fields';
import { upperName } from '../store/item-fields';
import { ownerEntity } from '../store/store';
import { controllerList } from './answers';
import { controllerArray, controllerStart, oldId } from './parameters';
import { canReadNothing, readableItem } from './rights';

const kinds: Readonly<Record<string, FieldType>> = {
  ownerType: 'string',
  productName: 'string',
  taxIncluded: 'boolean',
  customized: 'boolean',
  measureName: 'string',
  xmlId: 'string',
};
const names =
  'id ownerId ownerType productId productName price priceAccount priceExclusive priceNetto priceBrutto quantity discountTypeId discountRate discountSum taxRate taxIncluded customized measureCode measureName sort xmlId type storeId'.split(
    ' ',
  );
const fields = new Map<string, Field>(names.map((name) => [name, { name, type: kinds[name] ?? 'double' }]));

export const productRowMethods: readonly Method[] = [
  { name: 'crm.item.productrow.list', scopes: ['crm'], style: 'controller', run: listRows },
  { name: 'crm.deal.productrows.get', scopes: ['crm'], style: 'old', run: (call) => oldRows(call, 2, 'D') },
  { name: 'crm.lead.productrows.get', scopes: ['crm'], style: 'old', run: (call) => oldRows(call, 1, 'L') },
];

// The old way: all rows of one item, by sort; upper-case names, ids of rows and owners as texts, the rest as numbers.
function oldRows(call: Call, entityTypeId: 1 | 2, ownerType: string): Answer {
  const id = oldId(call);
  if (id <= 0) throw oldError('The parameter id is invalid or not defined.');
  const owner = call.store.items[entityTypeId].get(id);
  if (owner === undefined) throw oldError(canReadNothing(call) ? 'Access denied' : 'Not found');
  const readable = readableItem(call, entityTypeId);
  if (readable !== null && !readable(owner)) throw oldError('Access denied.');
  const { productRows } = call.store;
  const rows = (productRows.byValue('ownerId').get(String(id)) ?? [])
    .map((position) => productRows.row(position))
    .filter((row) => row['ownerType'] === ownerType)
    .sort((a, b) => Number(a['sort']) - Number(b['sort']) || Number(a['id']) - Number(b['id']));
  return { result: rows.map(oldRow), rows: rows.length, pages: 1 };
}

// What this portal does not keep (the catalogue's name, the description, the reserve) is null.
function oldRow(row: Row): Row {
  const record = Object.fromEntries(names.map((name) => [upperName(name), row[name]]));
  return {
    ...record,
    ID: String(row['id']),
    OWNER_ID: String(row['ownerId']),
    ORIGINAL_PRODUCT_NAME: Number(row['productId']) > 0 ? row['productName'] : null,
    PRODUCT_DESCRIPTION: null,
    PRICE_ACCOUNT: Number(row['priceAccount']).toFixed(2),
    RESERVE_ID: null,
    DATE_RESERVE_END: null,
    RESERVE_QUANTITY: null,
  };
}

function listRows(call: Call): Answer {
  const filter = controllerArray(call, 'filter') ?? PhpArray.of();
  const order = controllerArray(call, 'order') ?? PhpArray.of();
  checkParameters(call);
  checkOwner(call, filter);
  checkValues(filter);
  const find = (name: string): Field => fields.get(name) ?? unknownField(name);
  const page = readPage({
    table: call.store.productRows,
    filter: controllerFilter(filter, { find, print: upperName }),
    order: lenientOrder(order, find),
    start: controllerStart(call.start),
    indexes: { values: ['ownerId'], times: [] },
    readable: null,
    zone: call.store.zone,
    now: call.now,
  });
  return controllerList(call, 'productRows', page.rows, page);
}

// One user reports that parameters the method does not know break it; with which error is not said (bitrix24-rest 5.7).
function checkParameters(call: Call): void {
  if (call.store.file?.extraParameters !== 'refused') return;
  const extra = [...call.params.entries()].map(([name]) => name).find((name) => name !== 'filter' && name !== 'order');
  if (extra !== undefined) throw new RestError(100, `Invalid value to match with parameter {${extra}}.`, 400);
}

function checkOwner(call: Call, filter: PhpArray): void {
  for (const name of ['=ownerType', '=ownerId']) {
    const value = filter.get(name);
    const missing = name === '=ownerType' ? toText(value) === '' : toInt(value) <= 0;
    if (missing) throw new RestError('REQUIRED_ARG_MISSING', `Argument '${name}' is required`, 400);
  }
  const entityTypeId = ownerEntity(toText(filter.get('=ownerType')));
  const readable = readableItem(call, entityTypeId ?? 2);
  if (readable === null) return;
  // The portal casts the id to one number, so a list of owners is judged as item 1.
  const owner = entityTypeId === undefined ? undefined : call.store.items[entityTypeId].get(toInt(filter.get('=ownerId')));
  if (owner === undefined || !readable(owner)) throw accessDenied();
}

function checkValues(filter: PhpArray): void {
  for (const [key, value] of filter.entries()) {
    if (!/[<>]/.test(key) || key.includes('><') || typeof value === 'string' || typeof value === 'number') continue;
    throw invalidArgument(`Value for filter key '${upperName(key)}' should be either string or number`);
  }
}

function unknownField(name: string): never {
  const upper = upperName(name);
  throw new RestError(0, `Unknown field definition \`${upper}\` (${upper}) for \\Bitrix\\Crm\\ProductRow Entity.`, 400);
}
