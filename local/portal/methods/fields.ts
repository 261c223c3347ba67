// What fields there are: crm.item.fields by camelCase names, crm.deal.fields and its siblings by upper-case ones (bitrix24-rest 5.10).
import { type Answer, accessDenied, type Call, type Method, oldError } from '../method';
import { type FieldInfo, systemFieldInfo } from '../store/field-info';
import type { Row } from '../store/fields';
import { camelName, type EntityTypeId, itemFields, upperName } from '../store/item-fields';
import { multiFields, oldEntities, oldFields, oldName } from '../store/old-fields';
import { userFieldEntity } from '../store/store';
import { supportedEntity } from './items';
import { canReadNothing } from './rights';

export const fieldMethods: readonly Method[] = [
  { name: 'crm.item.fields', scopes: ['crm'], style: 'controller', run: describeItem },
  ...oldEntities.map(
    ([name, entityTypeId]): Method => ({
      name: `crm.${name}.fields`,
      scopes: ['crm'],
      style: 'old',
      run: (call) => ({ result: oldDescriptions(call, entityTypeId) }),
    }),
  ),
];

function describeItem(call: Call): Answer {
  const entityTypeId = supportedEntity(call);
  if (canReadNothing(call)) throw accessDenied();
  const original = call.params.get('useOriginalUfNames') === 'Y';
  const fields: Record<string, FieldInfo> = {};
  for (const field of itemFields[entityTypeId]) {
    const upper = upperName(field.name);
    fields[field.name] = { ...systemFieldInfo(entityTypeId, field, 'item', upper), upperName: upper };
  }
  for (const row of declared(call, entityTypeId)) {
    const upper = String(row['FIELD_NAME']);
    fields[original ? upper : camelName(upper)] = { ...customFieldInfo(row, label(row, 'EDIT_FORM_LABEL') || upper), upperName: upper };
  }
  return { result: { fields } };
}

// CONTACT_IDS is described, although no old list answers it (issue 219).
function oldDescriptions(call: Call, entityTypeId: EntityTypeId): Row {
  if (canReadNothing(call)) throw oldError('Access denied.');
  const fields: Record<string, FieldInfo> = {};
  for (const [name, field] of oldFields[entityTypeId]) fields[name] = systemFieldInfo(entityTypeId, field, 'old', name);
  for (const field of itemFields[entityTypeId]) {
    const isBinding = field.name === 'companyIds' || (field.name === 'contactIds' && entityTypeId !== 4);
    if (isBinding)
      fields[oldName(entityTypeId, field.name)] = systemFieldInfo(entityTypeId, field, 'old', oldName(entityTypeId, field.name));
  }
  if (entityTypeId !== 2) for (const kind of multiFields) fields[kind] = multiFieldInfo(kind);
  for (const row of declared(call, entityTypeId)) fields[String(row['FIELD_NAME'])] = customFieldInfo(row, String(row['FIELD_NAME']));
  return fields;
}

const multiFieldInfo = (title: string): FieldInfo => ({
  type: 'crm_multifield',
  isRequired: false,
  isReadOnly: false,
  isImmutable: false,
  isMultiple: true,
  isDynamic: false,
  title,
});

const declared = (call: Call, entityTypeId: EntityTypeId): readonly Row[] =>
  call.store.userFields.all().filter((row) => userFieldEntity(String(row['ENTITY_ID'])) === entityTypeId);

function customFieldInfo(row: Row, title: string): FieldInfo {
  const type = String(row['USER_TYPE_ID']);
  const list = Array.isArray(row['LIST']) ? (row['LIST'] as readonly Row[]) : [];
  const settings = row['SETTINGS'] as Row;
  return {
    type,
    isRequired: row['MANDATORY'] === 'Y',
    isReadOnly: false,
    isImmutable: false,
    isMultiple: row['MULTIPLE'] === 'Y',
    isDynamic: true,
    ...(type === 'enumeration' ? { items: list.map(({ ID, VALUE }) => ({ ID: String(ID), VALUE })) } : {}),
    ...(type === 'crm_status' ? { statusType: settings['ENTITY_TYPE'] ?? '' } : {}),
    title,
    listLabel: label(row, 'LIST_COLUMN_LABEL'),
    formLabel: label(row, 'EDIT_FORM_LABEL'),
    filterLabel: label(row, 'LIST_FILTER_LABEL'),
    settings,
  };
}

// The portal answers in its user's language; a file with labels by language is answered in the first of them.
function label(row: Row, name: string): string {
  const value = row[name];
  if (typeof value !== 'object' || value === null) return value === null || value === undefined ? '' : String(value);
  return String(Object.values(value)[0] ?? '');
}
