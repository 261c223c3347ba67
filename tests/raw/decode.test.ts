// Records out of REST shapes: the spellings Bitrix24 mixes are forgiven, anything else is refused by record and field.
import { entitySpec } from '../../src/raw/entities';
import type { EntityId } from '../../src/raw/records';

function decode(entity: EntityId, item: unknown, customFields: readonly string[] = []): unknown {
  return entitySpec(entity).decode(item, customFields);
}

const deal = {
  id: 410,
  title: 'New Deal #1',
  categoryId: 0,
  stageId: 'PREPARATION',
  stageSemanticId: 'P',
  opportunity: 1000000,
  currencyId: 'EUR',
  isManualOpportunity: 'Y',
  assignedById: 1,
  createdTime: '2024-08-30T14:29:00+02:00',
  updatedTime: '2024-08-30T14:29:00+02:00',
  movedTime: null,
  lastActivityTime: '',
  begindate: '2024-08-30T02:00:00+02:00',
  closedate: '2024-09-09T23:00:00-01:00',
  companyId: 9,
  contactId: 0,
  leadId: null,
  sourceId: 'CALLBACK',
  utmSource: null,
  utmMedium: null,
  utmCampaign: 'spring',
  isReturnCustomer: 'N',
  isRecurring: 'N',
};

describe('a deal', () => {
  it('is read with its links, moments, written days (R3) and custom fields', () => {
    const item = { ...deal, ufCrmReason: ['12', '', 15], ufCrmFlag: false, ufCrmObject: { a: 1 } };
    expect(decode('deals', item, ['ufCrmReason', 'ufCrmFlag', 'ufCrmObject', 'ufCrmAbsent'])).toEqual({
      id: 410,
      title: 'New Deal #1',
      categoryId: 0,
      stageId: 'PREPARATION',
      semantic: 'P',
      opportunity: 1000000,
      currencyId: 'EUR',
      manualOpportunity: true,
      assignedById: 1,
      createdTime: Date.parse('2024-08-30T12:29:00Z') / 1000,
      updatedTime: Date.parse('2024-08-30T12:29:00Z') / 1000,
      movedTime: 0,
      lastActivityTime: 0,
      begindate: '2024-08-30',
      closedate: '2024-09-10',
      companyId: 9,
      contactId: 0,
      leadId: 0,
      sourceId: 'CALLBACK',
      utmSource: '',
      utmMedium: '',
      utmCampaign: 'spring',
      returnCustomer: false,
      recurring: false,
      custom: { ufCrmReason: '12; 15', ufCrmFlag: '', ufCrmObject: '{"a":1}', ufCrmAbsent: '' },
    });
  });

  it('may have its numbers and flags spelt the old way', () => {
    const spelt = {
      id: '410',
      categoryId: '0',
      opportunity: '1000000.00',
      assignedById: '1',
      companyId: '9',
      contactId: '',
      isRecurring: false,
      isManualOpportunity: '1',
    };
    expect(decode('deals', { ...deal, ...spelt })).toEqual(decode('deals', deal));
  });

  it.each([
    ['id', undefined],
    ['id', 0],
    ['id', 'x'],
    ['id', 1.5],
    ['title', { a: 1 }],
    ['categoryId', null],
    ['stageId', ''],
    ['stageSemanticId', 'X'],
    ['stageSemanticId', undefined],
    ['opportunity', 'много'],
    ['opportunity', {}],
    ['assignedById', 'Ann'],
    ['createdTime', undefined],
    ['createdTime', '15.10.2026'],
    ['updatedTime', 5],
    ['begindate', 'soon'],
    ['isRecurring', 'maybe'],
  ])('whose %s is %j is refused by its number and field', (field, value) => {
    const id = field === 'id' ? (value === undefined ? '?' : String(value)) : '410';
    expect(() => decode('deals', { ...deal, [field]: value })).toThrow(
      expect.objectContaining({ kind: 'data', key: 'unreadableRecord', params: { what: 'deals', id, field } }),
    );
  });

  it.each([[null], ['text'], [[]], [5]])('is not read from %j', (value) => {
    expect(() => decode('deals', value)).toThrow(expect.objectContaining({ key: 'unreadableRecord' }));
  });
});

describe('records of the other entities', () => {
  it.each<[EntityId, object, object]>([
    [
      'stageHistory',
      {
        ID: 35,
        TYPE_ID: '1',
        OWNER_ID: 21,
        CREATED_TIME: '2024-04-25T14:59:11+00:00',
        CATEGORY_ID: 0,
        STAGE_SEMANTIC_ID: 'P',
        STAGE_ID: 'NEW',
      },
      { id: 35, typeId: 1, ownerId: 21, time: Date.parse('2024-04-25T14:59:11Z') / 1000, categoryId: 0, stageId: 'NEW', semantic: 'P' },
    ],
    [
      'activities',
      {
        ID: '20',
        OWNER_ID: '15',
        OWNER_TYPE_ID: '3',
        TYPE_ID: '2',
        PROVIDER_ID: 'VOXIMPLANT_CALL',
        DIRECTION: '1',
        COMPLETED: 'Y',
        SETTINGS: { MISSED_CALL: true },
        RESPONSIBLE_ID: '505',
        CREATED: '2020-09-27T13:26:55+03:00',
        LAST_UPDATED: '2021-03-21T20:28:24+03:00',
        START_TIME: '2020-09-27T13:25:00+03:00',
        DEADLINE: '9999-12-31T00:00:00+03:00',
        SUBJECT: 'Call',
      },
      {
        id: 20,
        ownerTypeId: 3,
        ownerId: 15,
        typeId: 2,
        providerId: 'VOXIMPLANT_CALL',
        direction: 1,
        completed: true,
        missedCall: true,
        responsibleId: 505,
        createdTime: Date.parse('2020-09-27T10:26:55Z') / 1000,
        updatedTime: Date.parse('2021-03-21T17:28:24Z') / 1000,
        startTime: Date.parse('2020-09-27T10:25:00Z') / 1000,
        deadline: Date.parse('9999-12-30T21:00:00Z') / 1000,
        subject: 'Call',
      },
    ],
    [
      'users',
      { ID: '3', ACTIVE: false, NAME: 'John', LAST_NAME: 'Smith', WORK_POSITION: null, UF_DEPARTMENT: false },
      { id: 3, name: 'John Smith', email: '', active: false, position: '', departmentId: 0 },
    ],
    [
      'users',
      { ID: '4', ACTIVE: true, EMAIL: 'a@b.c', UF_DEPARTMENT: [7, 1] },
      { id: 4, name: 'a@b.c', email: 'a@b.c', active: true, position: '', departmentId: 7 },
    ],
    ['departments', { ID: '1', NAME: 'Root', SORT: 500 }, { id: 1, name: 'Root', sort: 500, parentId: 0, headId: 0 }],
    [
      'departments',
      { ID: '2', NAME: 'Sales', SORT: '10', PARENT: '1', UF_HEAD: '5' },
      { id: 2, name: 'Sales', sort: 10, parentId: 1, headId: 5 },
    ],
    ['categories', { id: 0, name: 'General', sort: 300 }, { id: 0, name: 'General', sort: 300 }],
    [
      'statuses',
      {
        ID: '109',
        ENTITY_ID: 'DEAL_STAGE_5',
        STATUS_ID: 'C5:APOLOGY',
        NAME: 'Why lost',
        SORT: '60',
        CATEGORY_ID: '5',
        SEMANTICS: null,
        EXTRA: { SEMANTICS: 'apology' },
      },
      { id: 109, entityId: 'DEAL_STAGE_5', statusId: 'C5:APOLOGY', name: 'Why lost', sort: 60, categoryId: 5, semantic: 'F' },
    ],
    [
      'statuses',
      { ID: '1', ENTITY_ID: 'SOURCE', STATUS_ID: '10', NAME: 'Web', SORT: '1', CATEGORY_ID: null },
      { id: 1, entityId: 'SOURCE', statusId: '10', name: 'Web', sort: 1, categoryId: 0, semantic: 'P' },
    ],
    [
      'currencies',
      { CURRENCY: 'USD', AMOUNT_CNT: '100', AMOUNT: '9000.0000', BASE: 'N' },
      { code: 'USD', amount: 9000, count: 100, base: false },
    ],
    [
      'contacts',
      { id: 5, name: 'Ann', lastName: 'Lee', assignedById: null },
      { id: 5, title: 'Ann Lee', assignedById: 0, createdTime: 0, updatedTime: 0 },
    ],
    [
      'companies',
      { id: 6, title: 'Acme', createdTime: '2024-08-30T14:29:00+02:00' },
      { id: 6, title: 'Acme', assignedById: 0, createdTime: Date.parse('2024-08-30T12:29:00Z') / 1000, updatedTime: 0 },
    ],
    [
      'productRows',
      { id: 17649, ownerId: 13142, ownerType: 'D', productId: null, productName: 'Work', price: '10.5', quantity: 3 },
      { id: 17649, ownerId: 13142, productId: 0, productName: 'Work', price: 10.5, quantity: 3 },
    ],
  ])('%s', (entity, item, record) => {
    expect(decode(entity, item)).toEqual(record);
  });
});
