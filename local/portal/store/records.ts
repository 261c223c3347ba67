// The other records of a portal file with their documented fields filled: directories, people, stage history, activities, product rows. It knows no filter.
import type { PortalRecord } from '../portal-file';
import { type Clockwork, fieldValue, type Row, yesNo } from './fields';
import { upperName } from './item-fields';

const text = (value: unknown, empty: string | null = null): string | null =>
  value === undefined || value === null ? empty : String(value);

/** A row of crm.status.list. EXTRA stands on stage directories only (bitrix24-rest 5.4). */
export function statusRow(record: PortalRecord, id: number): Row {
  const entity = String(record['ENTITY_ID'] ?? '');
  const semantics = text(record['SEMANTICS']) || null;
  const category = /^DEAL_STAGE_(\d+)$/.exec(entity)?.[1] ?? null;
  const row: Record<string, unknown> = {
    ID: String(record['ID'] ?? id),
    ENTITY_ID: entity,
    STATUS_ID: String(record['STATUS_ID'] ?? ''),
    NAME: text(record['NAME'], ''),
    NAME_INIT: text(record['NAME_INIT'], ''),
    SORT: text(record['SORT'], '10'),
    SYSTEM: yesNo(record['SYSTEM']),
    CATEGORY_ID: text(record['CATEGORY_ID'], category),
    COLOR: text(record['COLOR'], ''),
    SEMANTICS: semantics,
  };
  if (/^(STATUS|DEAL_STAGE.*|QUOTE_STATUS)$/.test(entity))
    row['EXTRA'] = record['EXTRA'] ?? { SEMANTICS: extraSemantics(record), COLOR: row['COLOR'] };
  return row;
}

// The factory's losing stage is the failure, every other losing stage an apology.
function extraSemantics(record: PortalRecord): string {
  if (record['SEMANTICS'] === 'S') return 'success';
  if (record['SEMANTICS'] !== 'F') return 'process';
  return /^(C\d+:)?(LOSE|JUNK|DECLAINED)$/.test(String(record['STATUS_ID'])) ? 'failure' : 'apology';
}

export function categoryRow(record: PortalRecord): Row {
  const id = Number(record['id']);
  return {
    id,
    name: text(record['name'], ''),
    sort: Number(record['sort'] ?? 500),
    entityTypeId: Number(record['entityTypeId'] ?? 2),
    isDefault: record['isDefault'] === undefined ? (id === 0 ? 'Y' : 'N') : yesNo(record['isDefault']),
    ...(id === 0 ? {} : { originId: text(record['originId'], ''), originatorId: text(record['originatorId'], '') }),
  };
}

export function currencyRow(record: PortalRecord): Row {
  return {
    CURRENCY: String(record['CURRENCY']),
    AMOUNT_CNT: text(record['AMOUNT_CNT'], '1'),
    AMOUNT: text(record['AMOUNT'], '1.0000'),
    SORT: text(record['SORT'], '100'),
    BASE: yesNo(record['BASE']),
    FULL_NAME: text(record['FULL_NAME'], String(record['CURRENCY'])),
    LID: text(record['LID'], 'ru'),
    FORMAT_STRING: text(record['FORMAT_STRING'], '#'),
    DEC_POINT: text(record['DEC_POINT'], '.'),
    THOUSANDS_SEP: text(record['THOUSANDS_SEP'], '&nbsp;'),
    DECIMALS: text(record['DECIMALS'], '2'),
    DATE_UPDATE: text(record['DATE_UPDATE'], ''),
  };
}

/** A user; ACTIVE is a JSON boolean, everything else as given (bitrix24-rest 5.6). */
export function userRow(record: PortalRecord): Row {
  return {
    NAME: '',
    LAST_NAME: '',
    SECOND_NAME: '',
    EMAIL: '',
    LAST_LOGIN: '',
    DATE_REGISTER: '',
    TIME_ZONE: '',
    IS_ONLINE: 'N',
    TIMESTAMP_X: {},
    LAST_ACTIVITY_DATE: {},
    PERSONAL_GENDER: '',
    PERSONAL_BIRTHDAY: '',
    PERSONAL_MOBILE: '',
    WORK_PHONE: '',
    WORK_POSITION: '',
    UF_EMPLOYMENT_DATE: '',
    UF_DEPARTMENT: [],
    USER_TYPE: 'employee',
    ...record,
    ID: String(record['ID']),
    ACTIVE: record['ACTIVE'] === undefined || yesNo(record['ACTIVE']) === 'Y',
  };
}

export function departmentRow(record: PortalRecord): Row {
  return {
    ID: String(record['ID']),
    NAME: text(record['NAME'], ''),
    SORT: Number(record['SORT'] ?? 500),
    ...(record['PARENT'] ? { PARENT: String(record['PARENT']) } : {}),
    ...(record['UF_HEAD'] ? { UF_HEAD: String(record['UF_HEAD']) } : {}),
  };
}

/** A stage change of a lead names STATUS_ID, of a deal STAGE_ID. */
export const isLeadChange = (record: PortalRecord): boolean =>
  record['STATUS_ID'] !== undefined || record['STATUS_SEMANTIC_ID'] !== undefined;

export function historyRow(record: PortalRecord, clockwork: Clockwork): Row {
  const ID = Number(record['ID']);
  const TYPE_ID = Number(record['TYPE_ID'] ?? 2);
  const OWNER_ID = Number(record['OWNER_ID'] ?? 0);
  const CREATED_TIME = fieldValue('datetime', record['CREATED_TIME'], clockwork) ?? clockwork.zone.iso(clockwork.now);
  if (isLeadChange(record)) {
    const STATUS_SEMANTIC_ID = text(record['STATUS_SEMANTIC_ID'], 'P');
    return { ID, TYPE_ID, OWNER_ID, CREATED_TIME, STATUS_SEMANTIC_ID, STATUS_ID: text(record['STATUS_ID'], '') };
  }
  const CATEGORY_ID = Number(record['CATEGORY_ID'] ?? 0);
  const STAGE_SEMANTIC_ID = text(record['STAGE_SEMANTIC_ID'], 'P');
  return { ID, TYPE_ID, OWNER_ID, CREATED_TIME, CATEGORY_ID, STAGE_SEMANTIC_ID, STAGE_ID: text(record['STAGE_ID'], '') };
}

const activityTexts =
  'ID OWNER_ID OWNER_TYPE_ID TYPE_ID PROVIDER_ID PROVIDER_TYPE_ID PROVIDER_GROUP_ID ASSOCIATED_ENTITY_ID SUBJECT COMPLETED STATUS RESPONSIBLE_ID PRIORITY NOTIFY_TYPE NOTIFY_VALUE DESCRIPTION DESCRIPTION_TYPE DIRECTION LOCATION ORIGINATOR_ID ORIGIN_ID AUTHOR_ID EDITOR_ID PROVIDER_DATA RESULT_MARK RESULT_VALUE RESULT_SUM RESULT_CURRENCY_ID RESULT_STATUS RESULT_STREAM RESULT_SOURCE_ID AUTOCOMPLETE_RULE'.split(
    ' ',
  );
const activityEmpty: Readonly<Record<string, string>> = {
  OWNER_TYPE_ID: '2',
  TYPE_ID: '6',
  PROVIDER_ID: 'CRM_TODO',
  PROVIDER_TYPE_ID: '',
  ASSOCIATED_ENTITY_ID: '0',
  SUBJECT: '',
  COMPLETED: 'N',
  PRIORITY: '2',
  NOTIFY_TYPE: '0',
  NOTIFY_VALUE: '0',
  DESCRIPTION: '',
  DESCRIPTION_TYPE: '1',
  DIRECTION: '0',
  LOCATION: '',
  RESULT_MARK: '0',
  RESULT_STATUS: '0',
  RESULT_STREAM: '0',
  AUTOCOMPLETE_RULE: '0',
};

const activityTimes = 'CREATED LAST_UPDATED START_TIME END_TIME DEADLINE';
const activityBlank: Row = Object.fromEntries(
  [...activityTexts, ...activityTimes.split(' '), 'SETTINGS', 'PROVIDER_PARAMS', 'BINDINGS'].map((key) => [
    key,
    activityEmpty[key] ?? null,
  ]),
);
const nothing: readonly unknown[] = [];

/** An activity: texts throughout, empty objects as `[]` (bitrix24-rest 5.8). A time that the file leaves out falls back to the creation. */
export function activityRow(record: PortalRecord, clockwork: Clockwork): Row {
  // Every row starts as the same literal, as those of items do: a row that grows key by key becomes a hash table of two kilobytes.
  const row: Record<string, unknown> = { ...activityBlank };
  for (const key of activityTexts) if (record[key] !== undefined && record[key] !== null) row[key] = String(record[key]);
  const time = (key: string): unknown => fieldValue('datetime', record[key], clockwork);
  row['CREATED'] = time('CREATED') ?? time('START_TIME') ?? clockwork.zone.iso(clockwork.now);
  row['LAST_UPDATED'] = time('LAST_UPDATED') ?? row['CREATED'];
  row['START_TIME'] = time('START_TIME') ?? row['CREATED'];
  row['END_TIME'] = time('END_TIME') ?? row['START_TIME'];
  row['DEADLINE'] = record['DEADLINE'] === undefined ? row['END_TIME'] : (time('DEADLINE') ?? '');
  row['STATUS'] ??= row['COMPLETED'] === 'Y' ? '2' : '1';
  row['AUTHOR_ID'] ??= row['RESPONSIBLE_ID'];
  row['EDITOR_ID'] ??= row['AUTHOR_ID'];
  row['SETTINGS'] = record['SETTINGS'] ?? nothing;
  row['PROVIDER_PARAMS'] = record['PROVIDER_PARAMS'] ?? nothing;
  row['BINDINGS'] = Array.isArray(record['BINDINGS'])
    ? record['BINDINGS']
    : [{ OWNER_TYPE_ID: row['OWNER_TYPE_ID'], OWNER_ID: row['OWNER_ID'] }];
  return row;
}

const number = (value: unknown, empty: number): number => (value === undefined || value === null || value === '' ? empty : Number(value));

/** A product row; prices that the file leaves out follow from the price (bitrix24-rest 5.7). */
export function productRow(record: PortalRecord): Row {
  const price = number(record['price'], 0);
  const rate = record['taxRate'];
  return {
    id: Number(record['id']),
    ownerId: number(record['ownerId'], 0),
    ownerType: text(record['ownerType'], 'D'),
    productId: number(record['productId'], 0),
    productName: text(record['productName'], ''),
    price,
    priceAccount: number(record['priceAccount'], price),
    priceExclusive: number(record['priceExclusive'], price),
    priceNetto: number(record['priceNetto'], price),
    priceBrutto: number(record['priceBrutto'], price),
    quantity: number(record['quantity'], 1),
    discountTypeId: number(record['discountTypeId'], 2),
    discountRate: number(record['discountRate'], 0),
    discountSum: number(record['discountSum'], 0),
    taxRate: rate === undefined || rate === null ? null : Number(rate),
    taxIncluded: record['taxIncluded'] === undefined ? 'Y' : yesNo(record['taxIncluded']),
    customized: record['customized'] === undefined ? 'Y' : yesNo(record['customized']),
    measureCode: number(record['measureCode'], 796),
    measureName: text(record['measureName'], 'шт'),
    sort: number(record['sort'], 10),
    xmlId: text(record['xmlId'], ''),
    type: number(record['type'], 1),
    storeId: record['storeId'] ?? null,
  };
}

const userFieldTexts =
  'ENTITY_ID FIELD_NAME USER_TYPE_ID XML_ID SORT MULTIPLE MANDATORY SHOW_FILTER SHOW_IN_LIST EDIT_IN_LIST IS_SEARCHABLE'.split(' ');
const userFieldEmpty: Readonly<Record<string, string>> = {
  ENTITY_ID: 'CRM_DEAL',
  FIELD_NAME: '',
  USER_TYPE_ID: 'string',
  SORT: '100',
  MULTIPLE: 'N',
  MANDATORY: 'N',
  SHOW_FILTER: 'N',
  SHOW_IN_LIST: 'Y',
  EDIT_IN_LIST: 'Y',
  IS_SEARCHABLE: 'N',
};

/** Labels of a custom field: a text for every language, or a map by language. */
export const userFieldLabels = ['EDIT_FORM_LABEL', 'LIST_COLUMN_LABEL', 'LIST_FILTER_LABEL', 'ERROR_MESSAGE', 'HELP_MESSAGE'] as const;

/** A custom field as crm.deal.userfield.list names its keys; a file may write them as userfieldconfig.list does (bitrix24-rest 5.10). */
export function userFieldRow(record: PortalRecord, id: number): Row {
  const given: PortalRecord = Object.fromEntries(Object.entries(record).map(([key, value]) => [upperName(key), value]));
  const row: Record<string, unknown> = { ID: String(given['ID'] ?? id) };
  for (const key of userFieldTexts) row[key] = text(given[key], userFieldEmpty[key] ?? null);
  row['SETTINGS'] = given['SETTINGS'] ?? [];
  for (const key of userFieldLabels) row[key] = given[key] ?? null;
  if (row['USER_TYPE_ID'] === 'enumeration') row['LIST'] = given['LIST'] ?? given['ENUM'] ?? [];
  return row;
}
