// Pipelines of deals: crm.category.list. Pipelines the connected user may not read are left out by the portal.
import { directory } from './directory';
import type { EntitySpec } from './entity';
import { amount, itemOf, text, whole } from './fields';
import type { Category } from './records';

export const categorySpec: EntitySpec<Category> = {
  ...directory,
  method: 'crm.category.list',
  params: { entityTypeId: 2 },
  idField: 'id',
  path: 'categories',
  decode: (value) => {
    const item = itemOf(value, 'categories');
    return { id: whole(item, 'id', 'categories'), name: text(item, 'name', 'categories'), sort: amount(item, 'sort', 'categories') };
  },
  key: (category) => category.id,
  columns: { id: 'int', name: 'text', sort: 'float' },
};
