// The fields of the old methods (crm.deal.*, crm.lead.*, crm.contact.*, crm.company.*): the catalogue of crm.item.* under its old names (bitrix24-rest 5).
import type { Field } from './fields';
import { camelName, type EntityTypeId, itemFields, upperName } from './item-fields';

/** An old name and the field of a record that it stands for. */
export interface OldField {
  readonly name: string;
  readonly field: Field;
}

/** What the old methods call their entities: crm.deal.list, crm.deal.fields (bitrix24-rest 4.1). */
export const oldEntities: readonly (readonly [name: string, entityTypeId: EntityTypeId])[] = [
  ['lead', 1],
  ['deal', 2],
  ['contact', 3],
  ['company', 4],
];

const renamed: Readonly<Record<string, string>> = {
  createdTime: 'DATE_CREATE',
  updatedTime: 'DATE_MODIFY',
  createdBy: 'CREATED_BY_ID',
  updatedBy: 'MODIFY_BY_ID',
  movedBy: 'MOVED_BY_ID',
};
const renamedHere: Partial<Record<EntityTypeId, Readonly<Record<string, string>>>> = {
  1: { stageId: 'STATUS_ID', stageSemanticId: 'STATUS_SEMANTIC_ID' },
  4: { typeId: 'COMPANY_TYPE' },
};

// Known to crm.item.* alone. CONTACT_IDS and COMPANY_IDS are described by crm.*.fields and never listed (issue 219).
const controllersOnly = new Set(['contactIds', 'companyIds', 'observers', 'webformId']);
const isControllersOnly = (entityTypeId: EntityTypeId, name: string): boolean =>
  controllersOnly.has(name) || (name === 'categoryId' && entityTypeId !== 2);

// Known to the old methods alone; this portal keeps nothing in them.
const address =
  'ADDRESS_2 ADDRESS_CITY ADDRESS_POSTAL_CODE ADDRESS_REGION ADDRESS_PROVINCE ADDRESS_COUNTRY ADDRESS_COUNTRY_CODE ADDRESS_LOC_ADDR_ID';
const alwaysEmpty: Partial<Record<EntityTypeId, string>> = {
  1: address,
  3: `${address} PHOTO ORIGIN_VERSION`,
  4: `${address} LOGO ADDRESS_LEGAL BANKING_DETAILS ORIGIN_VERSION`,
};

/** Multi-fields: answered by name only, and by the `get` methods. */
export const multiFields = ['PHONE', 'EMAIL', 'WEB', 'IM'] as const;

/** The old name of a field of crm.item.*. */
export const oldName = (entityTypeId: EntityTypeId, name: string): string =>
  renamedHere[entityTypeId]?.[name] ?? renamed[name] ?? upperName(name);

function listed(entityTypeId: EntityTypeId): ReadonlyMap<string, Field> {
  const own = itemFields[entityTypeId]
    .filter(({ name }) => !isControllersOnly(entityTypeId, name))
    .map((field) => [oldName(entityTypeId, field.name), field] as const);
  const empty = (alwaysEmpty[entityTypeId] ?? '').split(' ').filter((name) => name !== '');
  return new Map<string, Field>([...own, ...empty.map((name) => [name, { name, type: 'string' }] as const)]);
}

/** System fields of the old lists by old name. */
export const oldFields: Readonly<Record<EntityTypeId, ReadonlyMap<string, Field>>> = {
  1: listed(1),
  2: listed(2),
  3: listed(3),
  4: listed(4),
};

/** The field that an old name of a custom field or of a link to a smart process stands for. */
export function oldDynamicField(name: string, custom: ReadonlyMap<string, Field>): Field | undefined {
  const parent = /^PARENT_ID_(\d+)$/.exec(name)?.[1];
  return parent === undefined ? custom.get(camelName(name)) : { name: `parentId${parent}`, type: 'integer' };
}
