// The fields of leads, deals, contacts and companies as crm.item.* names them (bitrix24-rest 5.1-5.3), with the value a new record has.
import type { Field, FieldType } from './fields';

export type EntityTypeId = 1 | 2 | 3 | 4;

export interface ItemField extends Field {
  /** What stands when the portal file says nothing and no rule derives it. */
  readonly empty: unknown;
}

const empties: Record<FieldType, unknown> = {
  integer: null,
  double: null,
  string: null,
  boolean: 'N',
  flag: null,
  date: null,
  datetime: null,
  links: [],
  any: null,
  raw: null,
};

const fields = (type: FieldType, names: string, empty: unknown = empties[type]): ItemField[] =>
  names.split(' ').map((name) => ({ name, type, empty }));

const common = [
  ...fields('integer', 'id'),
  ...fields('datetime', 'createdTime updatedTime'),
  ...fields('integer', 'createdBy updatedBy assignedById'),
  ...fields('boolean', 'opened', 'Y'),
];
const activity = [...fields('integer', 'lastActivityBy'), ...fields('datetime', 'lastActivityTime')];
const origin = fields('string', 'sourceId sourceDescription originatorId originId');
const money = [...fields('double', 'opportunity', 0), ...fields('boolean', 'isManualOpportunity'), ...fields('string', 'currencyId')];
const marketing = fields('string', 'utmSource utmMedium utmCampaign utmContent utmTerm');
const moves = [...fields('integer', 'movedBy'), ...fields('datetime', 'movedTime')];
const person = [...fields('string', 'honorific name secondName lastName post'), ...fields('date', 'birthdate')];
const reach = fields('boolean', 'hasPhone hasEmail hasImol');

/** Order is that of the answers. */
export const itemFields: Readonly<Record<EntityTypeId, readonly ItemField[]>> = {
  1: [
    ...common,
    ...fields('string', 'title stageId stageSemanticId statusDescription companyTitle comments address'),
    ...person,
    ...fields('integer', 'companyId contactId', 0),
    ...fields('links', 'contactIds observers'),
    ...money,
    ...origin,
    ...fields('integer', 'webformId', 0),
    ...fields('datetime', 'dateClosed'),
    ...reach,
    ...fields('boolean', 'isReturnCustomer'),
    ...moves,
    ...activity,
    ...marketing,
  ],
  2: [
    ...common,
    ...fields('string', 'title'),
    ...fields('string', 'typeId', 'SALE'),
    ...fields('integer', 'categoryId', 0),
    ...fields('string', 'stageId stageSemanticId'),
    ...fields('boolean', 'isNew isRecurring isReturnCustomer isRepeatedApproach closed'),
    ...fields('integer', 'probability'),
    ...money,
    ...fields('double', 'taxValue', 0),
    ...fields('integer', 'companyId contactId', 0),
    ...fields('integer', 'quoteId leadId'),
    ...fields('links', 'contactIds observers'),
    ...fields('date', 'begindate closedate'),
    ...fields('string', 'comments additionalInfo'),
    ...fields('integer', 'locationId'),
    ...origin,
    ...fields('integer', 'webformId', 0),
    ...moves,
    ...activity,
    ...marketing,
  ],
  3: [
    ...common,
    ...person,
    ...fields('string', 'typeId', 'CLIENT'),
    ...fields('integer', 'companyId', 0),
    ...fields('links', 'companyIds observers'),
    ...fields('integer', 'leadId'),
    ...fields('integer', 'categoryId', 0),
    ...fields('boolean', 'export', 'Y'),
    ...fields('string', 'comments address'),
    ...origin,
    ...fields('integer', 'webformId', 0),
    ...reach,
    ...activity,
    ...marketing,
  ],
  4: [
    ...common,
    ...fields('string', 'title industry employees currencyId comments address'),
    ...fields('string', 'typeId', 'CUSTOMER'),
    ...fields('double', 'revenue', 0),
    ...fields('integer', 'leadId'),
    ...fields('links', 'contactIds observers'),
    ...fields('boolean', 'isMyCompany'),
    ...fields('integer', 'categoryId', 0),
    ...fields('string', 'originatorId originId'),
    ...fields('integer', 'webformId', 0),
    ...reach,
    ...activity,
    ...marketing,
  ],
};

export const isEntityTypeId = (value: number): value is EntityTypeId => value === 1 || value === 2 || value === 3 || value === 4;

/** `stageId` → `STAGE_ID`, `ufCrmLossReason` → `UF_CRM_LOSS_REASON`, `ufCrm_1721244482250` → `UF_CRM_1721244482250`, `parentId1220` → `PARENT_ID_1220`; upper case stays. */
export function upperName(name: string): string {
  if (/^[A-Z0-9_]+$/.test(name)) return name;
  if (isParentLink(name)) return name.replace('parentId', 'PARENT_ID_');
  return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase();
}

/** The link to a smart process: a name that a record may have beside its catalogue. */
export const isParentLink = (name: string): boolean => /^parentId\d+$/.test(name);

/** `UF_CRM_LOSS_REASON` → `ufCrmLossReason`; an underscore before a digit stays (bitrix24-rest 4.4). */
export function camelName(name: string): string {
  return name.toLowerCase().replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
