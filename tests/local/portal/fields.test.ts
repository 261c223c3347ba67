// Descriptions of fields in both families of methods (bitrix24-rest, 5).
import { ids, portalOf } from './harness';

const reason = {
  ID: '311',
  ENTITY_ID: 'CRM_DEAL',
  FIELD_NAME: 'UF_CRM_1715000001',
  USER_TYPE_ID: 'enumeration',
  EDIT_FORM_LABEL: { ru: 'Причина', en: 'Reason' },
  LIST_COLUMN_LABEL: 'Reason',
  LIST: [
    { ID: 44, VALUE: 'Price', SORT: 10 },
    { ID: 45, VALUE: 'Terms', SORT: 20 },
  ],
};
const flag = { ID: '312', ENTITY_ID: 'CRM_DEAL', FIELD_NAME: 'UF_CRM_FLAG', USER_TYPE_ID: 'boolean', SORT: '50' };
const paid = { ID: '313', ENTITY_ID: 'CRM_DEAL', FIELD_NAME: 'UF_CRM_PAID', USER_TYPE_ID: 'date', MANDATORY: 'Y' };
const tags = { ID: '314', ENTITY_ID: 'CRM_DEAL', FIELD_NAME: 'UF_CRM_TAGS', USER_TYPE_ID: 'string', MULTIPLE: 'Y' };
const leadField = { ID: '315', ENTITY_ID: 'CRM_LEAD', FIELD_NAME: 'UF_CRM_NOTE', USER_TYPE_ID: 'string' };
const userFields = [reason, flag, paid, tags, leadField];
const { ask } = portalOf({ userFields });

describe('crm.item.fields', () => {
  const fields = (params: object): Record<string, Record<string, unknown>> =>
    (ask('crm.item.fields', params).result as { fields: Record<string, Record<string, unknown>> }).fields;

  test('describes system fields by camelCase names, with the upper-case ones beside them [5.10 item-fields]', () => {
    expect(fields({ entityTypeId: 2 })).toMatchObject({
      opportunity: { type: 'double', isReadOnly: false, isDynamic: false, title: 'Amount', upperName: 'OPPORTUNITY' },
      isNew: { type: 'boolean', isReadOnly: true },
      stageId: { type: 'crm_status', statusType: 'DEAL_STAGE' },
      contactIds: { type: 'crm_contact', isMultiple: true },
    });
  });

  test('describes custom fields with their items, under original names when asked [5.10 item-fields]', () => {
    expect(fields({ entityTypeId: 2 })['ufCrm_1715000001']).toEqual({
      type: 'enumeration',
      isRequired: false,
      isReadOnly: false,
      isImmutable: false,
      isMultiple: false,
      isDynamic: true,
      items: [
        { ID: '44', VALUE: 'Price' },
        { ID: '45', VALUE: 'Terms' },
      ],
      title: 'Причина',
      listLabel: 'Reason',
      formLabel: 'Причина',
      filterLabel: '',
      settings: [],
      upperName: 'UF_CRM_1715000001',
    });
    expect(Object.keys(fields({ entityTypeId: 2, useOriginalUfNames: 'Y' }))).toContain('UF_CRM_1715000001');
    expect(Object.keys(fields({ entityTypeId: 1 })).filter((name) => name.startsWith('uf'))).toEqual(['ufCrmNote']);
  });

  test('refuses what is no entity, and who has no right to CRM [1.4 controller-errors] [1.4 access-denied-controller]', () => {
    expect([
      ask('crm.item.fields', { entityTypeId: 0 }).error,
      ask('crm.item.fields', { entityTypeId: 1268 }).error,
      portalOf({ portal: { rights: 'none' } }).ask('crm.item.fields', { entityTypeId: 2 }).error,
    ]).toEqual([
      ['ENTITY_TYPE_NOT_SUPPORTED', 'Entity type `0` is not supported'],
      ['NOT_FOUND', 'SPA not found'],
      ['ACCESS_DENIED', 'Access denied'],
    ]);
  });
});

describe('crm.deal.fields and its siblings', () => {
  test('describe CONTACT_IDS, which no list answers; a custom field has its technical name as the title [5.10 deal-fields]', () => {
    expect(ask('crm.deal.fields').result).toMatchObject({
      CONTACT_IDS: { type: 'crm_contact', isMultiple: true },
      UF_CRM_1715000001: { type: 'enumeration', title: 'UF_CRM_1715000001', listLabel: 'Reason', formLabel: 'Причина' },
      UF_CRM_PAID: { type: 'date', isRequired: true },
      IS_NEW: { type: 'char' },
    });
  });

  test.each([
    ['crm.lead.fields', { STATUS_ID: { type: 'crm_status', statusType: 'STATUS' }, PHONE: { type: 'crm_multifield' }, UF_CRM_NOTE: {} }],
    ['crm.contact.fields', { TYPE_ID: { statusType: 'CONTACT_TYPE' }, COMPANY_IDS: { isMultiple: true }, NAME: { type: 'string' } }],
    ['crm.company.fields', { COMPANY_TYPE: { statusType: 'COMPANY_TYPE' }, REVENUE: { type: 'double' }, EMAIL: { isMultiple: true } }],
  ])('%s [5.10 deal-fields]', (method, expected) => {
    expect(ask(method).result).toMatchObject(expected);
  });
});

describe('settings of custom fields', () => {
  test('crm.deal.userfield.list answers the fields of deals by sort, texts, the list of an enumeration, no labels unless LANG asks [5.10 user-fields]', () => {
    const answer = ask('crm.deal.userfield.list');
    expect([ids(answer), answer.body['total'], answer.body['next']]).toEqual([[312, 311, 313, 314], 4, undefined]);
    expect((answer.result as unknown[])[1]).toEqual({
      ID: '311',
      ENTITY_ID: 'CRM_DEAL',
      FIELD_NAME: 'UF_CRM_1715000001',
      USER_TYPE_ID: 'enumeration',
      XML_ID: null,
      SORT: '100',
      MULTIPLE: 'N',
      MANDATORY: 'N',
      SHOW_FILTER: 'N',
      SHOW_IN_LIST: 'Y',
      EDIT_IN_LIST: 'Y',
      IS_SEARCHABLE: 'N',
      SETTINGS: [],
      LIST: [
        { ID: '44', SORT: '10', VALUE: 'Price', DEF: 'N', XML_ID: null },
        { ID: '45', SORT: '20', VALUE: 'Terms', DEF: 'N', XML_ID: null },
      ],
    });
  });

  test.each<[Record<string, unknown>, number[]]>([
    [{ filter: { USER_TYPE_ID: 'date' } }, [313]],
    [{ filter: { multiple: 'Y' } }, [314]],
    [{ filter: { NO_SUCH: 1, '>ID': 312, FIELD_NAME: ['UF_CRM_FLAG'] } }, [312, 311, 313, 314]],
    [{ order: { ID: 'DESC' } }, [314, 313, 312, 311]],
  ])('crm.deal.userfield.list %j finds %j [5.10 user-fields]', (params, expected) => {
    expect(ids(ask('crm.deal.userfield.list', params))).toEqual(expected);
  });

  test('LANG brings the labels of that language [5.10 user-fields]', () => {
    expect(ask('crm.deal.userfield.list', { filter: { FIELD_NAME: 'UF_CRM_1715000001', LANG: 'en' } }).result).toMatchObject([
      { EDIT_FORM_LABEL: 'Reason', LIST_COLUMN_LABEL: 'Reason', LIST_FILTER_LABEL: null, ERROR_MESSAGE: null, HELP_MESSAGE: null },
    ]);
  });

  test.each<[string[], number, string]>([
    [['crm'], 403, 'insufficient_scope'],
    [['userfieldconfig'], 400, 'insufficient_scope'],
  ])('userfieldconfig.list with the scopes %j alone is refused: %p %s [5.10 user-fields]', (scopes, status, error) => {
    const answer = portalOf({ portal: { scopes }, userFields }).ask('userfieldconfig.list', { moduleId: 'crm' });
    expect([answer.status, answer.body['error']]).toEqual([status, error]);
  });

  test('userfieldconfig.list answers camelCase fields of every entity, 50 a page, and wants its module [5.10 user-fields]', () => {
    const many = Array.from({ length: 60 }, (_, index) => ({ ...tags, ID: String(index + 1), FIELD_NAME: `UF_CRM_T${index}` }));
    const portal = portalOf({ userFields: [...many, ...userFields] });
    const page = portal.ask('userfieldconfig.list', { moduleId: 'crm', filter: { multiple: 'Y' }, order: { id: 'DESC' } });
    expect([ids(page)[0], ids(page).length, page.body['total'], page.body['next']]).toEqual([314, 50, 61, 50]);
    expect(portal.ask('userfieldconfig.list', { moduleId: 'crm', filter: { id: 315 } }).result).toEqual({
      fields: [
        {
          id: '315',
          entityId: 'CRM_LEAD',
          fieldName: 'UF_CRM_NOTE',
          userTypeId: 'string',
          xmlId: null,
          sort: '100',
          multiple: 'N',
          mandatory: 'N',
          showFilter: 'N',
          showInList: 'Y',
          editInList: 'Y',
          isSearchable: 'N',
          settings: [],
        },
      ],
    });
    expect([portal.ask('userfieldconfig.list').error, portal.ask('userfieldconfig.list', { moduleId: 'tasks' }).error]).toEqual([
      [100, 'Could not find value for parameter {moduleId}'],
      [0, 'No settings for UserFieldAccess'],
    ]);
  });
});

describe('custom values', () => {
  const money = { ENTITY_ID: 'CRM_DEAL', FIELD_NAME: 'UF_CRM_MONEY', USER_TYPE_ID: 'money' };
  const deals = [
    { id: 1, title: 'A', ufCrm_1715000001: 44, ufCrmFlag: 'Y', ufCrmPaid: '2025-05-01', ufCrmTags: ['a', 'b'], ufCrmMoney: '1000|USD' },
    { id: 2, title: 'B', ufCrmTags: [], ufCrmFlag: 'N' },
  ];
  const portal = portalOf({ userFields: [...userFields, money], deals });

  test('crm.item.list: the number of an item, Y or N, a list, "sum|currency", null [5.10 custom-values]', () => {
    const select = ['id', 'ufCrm_1715000001', 'ufCrmFlag', 'ufCrmPaid', 'ufCrmTags', 'ufCrmMoney'];
    expect(portal.ask('crm.item.list', { entityTypeId: 2, select, order: { id: 'ASC' } }).result).toEqual({
      items: [
        {
          id: 1,
          ufCrm_1715000001: 44,
          ufCrmFlag: 'Y',
          ufCrmPaid: '2025-05-01T03:00:00+03:00',
          ufCrmTags: ['a', 'b'],
          ufCrmMoney: '1000|USD',
        },
        { id: 2, ufCrm_1715000001: null, ufCrmFlag: 'N', ufCrmPaid: null, ufCrmTags: [], ufCrmMoney: null },
      ],
    });
  });

  test('crm.deal.list: the id of an item as a text, 1 or 0, `false` for an empty list, an empty date as an empty text [5.10 custom-values] [5 typing]', () => {
    expect(portal.ask('crm.deal.list', { select: ['UF_*'], order: { ID: 'ASC' } }).result).toEqual([
      {
        ID: '1',
        UF_CRM_1715000001: '44',
        UF_CRM_FLAG: '1',
        UF_CRM_PAID: '2025-05-01T03:00:00+03:00',
        UF_CRM_TAGS: ['a', 'b'],
        UF_CRM_MONEY: '1000|USD',
      },
      { ID: '2', UF_CRM_1715000001: null, UF_CRM_FLAG: '0', UF_CRM_PAID: '', UF_CRM_TAGS: false, UF_CRM_MONEY: null },
    ]);
  });

  test('crm.deal.get: what is empty is an empty text [5.10 custom-values]', () => {
    expect(portal.ask('crm.deal.get', { id: 2 }).result).toMatchObject({ UF_CRM_1715000001: '', UF_CRM_MONEY: '', UF_CRM_TAGS: false });
  });

  test.each<[unknown, number[]]>([
    [{ ufCrmFlag: 1 }, [1]],
    [{ ufCrmFlag: '0' }, [2]],
    [{ ufCrmFlag: 'Y' }, [2]],
  ])('crm.item.list filters custom booleans by 1 and 0: %j finds %j [4.3 booleans]', (filter, expected) => {
    expect(ids(portal.ask('crm.item.list', { entityTypeId: 2, select: ['id'], filter }))).toEqual(expected);
  });
});
