// crm.item.productrow.list (bitrix24-rest 5.7): the filter must name the owner by `=ownerType` and `=ownerId`; rights are those of the owner.
import { controllerFilter } from '../list/filter';
import { lenientOrder } from '../list/order';
import { readPage } from '../list/page';
import { type Answer, accessDenied, type Call, invalidArgument, type Method, RestError } from '../method';
import { PhpArray, toInt, toText } from '../php/value';
import type { Field, FieldType } from '../store/fields';
import { upperName } from '../store/item-fields';
import { ownerEntity } from '../store/store';
import { controllerList } from './answers';
import { controllerArray, controllerStart } from './parameters';
import { readableItem } from './rights';

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
];

function listRows(call: Call): Answer {
  const filter = controllerArray(call, 'filter') ?? PhpArray.of();
  const order = controllerArray(call, 'order') ?? PhpArray.of();
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
