// Product rows of deals: crm.item.productrow.list, one command per deal, because an array of owners is only checked as id 1 (bitrix24-rest 5.7).
import type { EntitySpec } from './entity';
import { amount, identifier, itemOf, link, text } from './fields';
import type { ProductRow } from './records';

export const productRowSpec: EntitySpec<ProductRow> = {
  method: 'crm.item.productrow.list',
  params: { filter: { '=ownerType': 'D' } },
  // Parameters the method does not know were reported to break it: no select.
  select: [],
  paging: 'owners',
  refresh: 'owners',
  idField: 'id',
  style: 'crm',
  filter: {},
  changedField: '',
  path: 'productRows',
  scope: 'crm',
  optional: false,
  blockWidth: 1000,
  decode: decodeProductRow,
  key: (row) => row.id,
  columns: { id: 'id', ownerId: 'id', productId: 'id', productName: 'text', price: 'float', quantity: 'float' },
};

const NEEDED = ['price', 'quantity', 'productId', 'productName'];

function decodeProductRow(value: unknown): ProductRow {
  const item = itemOf(value, 'productRows', NEEDED);
  return {
    id: identifier(item, 'id', 'productRows'),
    ownerId: identifier(item, 'ownerId', 'productRows'),
    productId: link(item, 'productId', 'productRows'),
    productName: text(item, 'productName', 'productRows'),
    price: amount(item, 'price', 'productRows'),
    quantity: amount(item, 'quantity', 'productRows'),
  };
}
