// Companies and contacts: crm.item.list of types 4 and 3; names only, no phones, no e-mails (D13).
import type { EntitySpec } from './entity';
import { identifier, instant, itemOf, link, text } from './fields';
import type { Client } from './records';

const common: Omit<EntitySpec<Client>, 'params' | 'select' | 'decode'> = {
  method: 'crm.item.list',
  paging: 'keyset',
  refresh: 'changed',
  idField: 'id',
  style: 'crm',
  filter: {},
  changedField: 'updatedTime',
  path: 'items',
  scope: 'crm',
  optional: false,
  blockWidth: 2000,
  key: (client) => client.id,
  columns: { id: 'id', title: 'text', assignedById: 'id', createdTime: 'time', updatedTime: 'time' },
};

export const companySpec: EntitySpec<Client> = {
  ...common,
  params: { entityTypeId: 4 },
  select: ['id', 'title', 'assignedById', 'createdTime', 'updatedTime'],
  decode: (value) => decodeClient(value, 'companies', ['title']),
};

export const contactSpec: EntitySpec<Client> = {
  ...common,
  params: { entityTypeId: 3 },
  select: ['id', 'name', 'lastName', 'assignedById', 'createdTime', 'updatedTime'],
  decode: (value) => decodeClient(value, 'contacts', ['name', 'lastName']),
};

function decodeClient(value: unknown, what: 'companies' | 'contacts', nameFields: readonly string[]): Client {
  const item = itemOf(value, what);
  return {
    id: identifier(item, 'id', what),
    title: nameFields
      .map((field) => text(item, field, what).trim())
      .filter((part) => part !== '')
      .join(' '),
    assignedById: link(item, 'assignedById', what),
    createdTime: instant(item, 'createdTime', what),
    updatedTime: instant(item, 'updatedTime', what),
  };
}
