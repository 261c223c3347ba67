// What crm.item.fields and crm.*.fields say of a field: its REST type, its attributes, its title (bitrix24-rest 5.10). Two families, one description.
import type { Field } from './fields';
import type { EntityTypeId } from './item-fields';

export type Family = 'item' | 'old';

/** A field as described; statusType, settings and the rest follow where they apply. */
export type FieldInfo = Readonly<Record<string, unknown>>;

const users = new Set(['createdBy', 'updatedBy', 'movedBy', 'assignedById', 'lastActivityBy', 'observers']);
const links: Readonly<Record<string, string>> = {
  categoryId: 'crm_category',
  companyId: 'crm_company',
  companyIds: 'crm_company',
  contactId: 'crm_contact',
  contactIds: 'crm_contact',
  currencyId: 'crm_currency',
  leadId: 'crm_lead',
  locationId: 'location',
  quoteId: 'crm_quote',
};
const parents: Readonly<Record<string, number>> = { companyId: 4, leadId: 1, quoteId: 7 };

/** The directory a field takes its values from; undefined for other fields. */
export function statusType(entityTypeId: EntityTypeId, name: string): string | undefined {
  if (name === 'sourceId') return 'SOURCE';
  if (name === 'honorific') return 'HONORIFIC';
  if (name === 'industry') return 'INDUSTRY';
  if (name === 'employees') return 'EMPLOYEES';
  if (name === 'stageId') return entityTypeId === 1 ? 'STATUS' : 'DEAL_STAGE';
  return name === 'typeId' ? { 1: undefined, 2: 'DEAL_TYPE', 3: 'CONTACT_TYPE', 4: 'COMPANY_TYPE' }[entityTypeId] : undefined;
}

/** The REST type of a system field. */
export function restType(entityTypeId: EntityTypeId, { name, type }: Field, family: Family): string {
  if (users.has(name)) return 'user';
  if (statusType(entityTypeId, name) !== undefined) return 'crm_status';
  const link = links[name];
  if (link !== undefined) return link;
  if (type === 'boolean') return family === 'item' ? 'boolean' : 'char';
  if (family === 'item' && (name === 'sourceDescription' || name === 'comments')) return 'text';
  return type === 'links' || type === 'any' || type === 'flag' || type === 'raw' ? 'string' : type;
}

const readOnly = new Set(
  'id createdTime updatedTime createdBy updatedBy movedBy movedTime lastActivityBy lastActivityTime stageSemanticId isNew quoteId leadId dateClosed hasPhone hasEmail hasImol'.split(
    ' ',
  ),
);

/** A system field. `old` is the name that its title falls back to. */
export function systemFieldInfo(entityTypeId: EntityTypeId, field: Field, family: Family, old: string): FieldInfo {
  const { name } = field;
  const status = statusType(entityTypeId, name);
  const parent = parents[name];
  const isDeprecated = (name === 'contactId' && entityTypeId !== 4) || (name === 'companyId' && entityTypeId === 3);
  return {
    type: restType(entityTypeId, field, family),
    isRequired: false,
    isReadOnly: readOnly.has(name) || (name === 'isReturnCustomer' && entityTypeId === 1),
    isImmutable: name === 'categoryId' && family === 'old',
    isMultiple: field.type === 'links',
    isDynamic: false,
    ...(isDeprecated ? { isDeprecated } : {}),
    ...(status === undefined ? {} : { statusType: status }),
    title: titles[name] ?? old,
    ...(parent === undefined || isDeprecated ? {} : { settings: { parentEntityTypeId: parent } }),
  };
}

// As an English portal names them; a portal answers in the language of its user.
const titles: Readonly<Record<string, string>> = {
  id: 'ID',
  title: 'Title',
  typeId: 'Type',
  categoryId: 'Sales Funnel',
  stageId: 'Deal Stage',
  stageSemanticId: 'Stage Group',
  isNew: 'New Deal',
  isRecurring: 'Recurring Deal',
  isReturnCustomer: 'Repeat Deal',
  isRepeatedApproach: 'Repeated Approach',
  probability: 'Probability',
  currencyId: 'Currency',
  opportunity: 'Amount',
  taxValue: 'Tax Rate',
  companyId: 'Company',
  contactId: 'Contact',
  contactIds: 'Contacts',
  quoteId: 'Estimate',
  begindate: 'Start Date',
  closedate: 'Close Date',
  opened: 'Available to All',
  closed: 'Closed',
  comments: 'Comment',
  assignedById: 'Responsible',
  createdBy: 'Created By',
  updatedBy: 'Modified By',
  createdTime: 'Creation Date',
  updatedTime: 'Modification Date',
  sourceId: 'Source',
  sourceDescription: 'Additional Info about Source',
  leadId: 'Lead',
  additionalInfo: 'Additional Information',
  locationId: 'Location',
  originatorId: 'External Source',
  originId: 'Identifier in External Source',
  utmSource: 'Advertising System',
  utmMedium: 'Traffic Type',
  utmCampaign: 'Campaign Identifier',
  utmContent: 'Campaign Content',
  utmTerm: 'Campaign Search Condition',
  name: 'Name',
  lastName: 'Last Name',
  secondName: 'Second Name',
  observers: 'Observers',
};
