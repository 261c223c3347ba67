// Old list methods: upper-case names, every value a text (bitrix24-rest, 5).
import { Table } from '../../../local/portal/store/table';
import { ids, portalOf } from './harness';

const deal = (id: number, more: Record<string, unknown> = {}): Record<string, unknown> => ({
  id,
  title: `Deal ${id}`,
  createdTime: '2025-05-01T10:00:00+03:00',
  assignedById: 5,
  ...more,
});
const userFields = [
  { ENTITY_ID: 'CRM_DEAL', FIELD_NAME: 'UF_CRM_REASON', USER_TYPE_ID: 'enumeration' },
  { ENTITY_ID: 'CRM_DEAL', FIELD_NAME: 'UF_CRM_FLAG', USER_TYPE_ID: 'boolean' },
  { ENTITY_ID: 'CRM_DEAL', FIELD_NAME: 'UF_CRM_TAGS', USER_TYPE_ID: 'string', MULTIPLE: 'Y' },
];

describe('crm.deal.list', () => {
  test('answers upper-case names, every value a text, nothing as null, an empty date as an empty text [5 typing] [5.1 deal]', () => {
    const { ask } = portalOf({
      statuses: [{ ENTITY_ID: 'DEAL_STAGE', STATUS_ID: 'NEW', SORT: '10' }],
      currencies: [{ CURRENCY: 'EUR', BASE: 'Y' }],
      deals: [deal(410, { opportunity: 19000, companyId: 9, probability: 99, parentId1220: 22, contactIds: [84, 85], contactId: 84 })],
    });
    expect(ask('crm.deal.list').body).toMatchObject({ total: 1 });
    expect(ask('crm.deal.list').result).toEqual([
      {
        ID: '410',
        TITLE: 'Deal 410',
        TYPE_ID: 'SALE',
        CATEGORY_ID: '0',
        STAGE_ID: 'NEW',
        STAGE_SEMANTIC_ID: 'P',
        IS_NEW: 'Y',
        IS_RECURRING: 'N',
        IS_RETURN_CUSTOMER: 'N',
        IS_REPEATED_APPROACH: 'N',
        PROBABILITY: '99',
        CURRENCY_ID: 'EUR',
        OPPORTUNITY: '19000.00',
        IS_MANUAL_OPPORTUNITY: 'N',
        TAX_VALUE: '0.00',
        COMPANY_ID: '9',
        CONTACT_ID: '84',
        QUOTE_ID: null,
        LEAD_ID: null,
        BEGINDATE: '2025-05-01T03:00:00+03:00',
        CLOSEDATE: '',
        OPENED: 'Y',
        CLOSED: 'N',
        COMMENTS: null,
        ADDITIONAL_INFO: null,
        LOCATION_ID: null,
        ASSIGNED_BY_ID: '5',
        CREATED_BY_ID: '5',
        MODIFY_BY_ID: '5',
        MOVED_BY_ID: '5',
        DATE_CREATE: '2025-05-01T10:00:00+03:00',
        DATE_MODIFY: '2025-05-01T10:00:00+03:00',
        MOVED_TIME: '2025-05-01T10:00:00+03:00',
        SOURCE_ID: null,
        SOURCE_DESCRIPTION: null,
        ORIGINATOR_ID: null,
        ORIGIN_ID: null,
        LAST_ACTIVITY_BY: '5',
        LAST_ACTIVITY_TIME: '2025-05-01T10:00:00+03:00',
        UTM_SOURCE: null,
        UTM_MEDIUM: null,
        UTM_CAMPAIGN: null,
        UTM_CONTENT: null,
        UTM_TERM: null,
        PARENT_ID_1220: '22',
      },
    ]);
  });

  const { ask } = portalOf({ userFields, deals: [deal(1, { ufCrmReason: 44, ufCrmFlag: 'Y', ufCrmTags: ['a'] }), deal(2)] });

  test.each<[unknown, Record<string, unknown>]>([
    [['TITLE'], { ID: '1', TITLE: 'Deal 1' }],
    [['title', 'NO_SUCH', 'CONTACT_IDS'], { ID: '1', TITLE: 'Deal 1' }],
    ['TITLE', { ID: '1', TITLE: 'Deal 1' }],
    [['ID', 'UF_*'], { ID: '1', UF_CRM_REASON: '44', UF_CRM_FLAG: '1', UF_CRM_TAGS: ['a'] }],
    [['UF_CRM_REASON'], { ID: '1', UF_CRM_REASON: '44' }],
  ])('select %j answers what it names, ID always, unknown names never [4.4 select-old] [4.3 contact-ids]', (select, expected) => {
    expect(ask('crm.deal.list', { select, filter: { ID: 1 } }).result).toEqual([expected]);
  });

  test('`*` is the system fields without the custom ones, no select is both [4.4 select-old]', () => {
    const keys = (params: unknown): number => Object.keys((ask('crm.deal.list', params).result as object[])[0] ?? {}).length;
    expect([keys({ select: ['*'] }), keys({}), keys({ select: ['*', 'UF_*'] })]).toEqual([44, 47, 47]);
  });

  test('recurring templates are hidden unless the filter names them or an id, but not by an id bound [5.1 recurring]', () => {
    const portal = portalOf({ deals: [deal(1), deal(2, { isRecurring: 'Y' })] });
    const found = (filter: unknown): number[] => ids(portal.ask('crm.deal.list', { filter }));
    expect([found({}), found({ '>ID': 0 }), found({ ID: 2 }), found({ '@ID': [1, 2] }), found({ IS_RECURRING: 'Y' })]).toEqual([
      [1],
      [1],
      [2],
      [1, 2],
      [2],
    ]);
  });
});

describe('parameters of old methods', () => {
  const { ask } = portalOf({ deals: Array.from({ length: 120 }, (_, index) => deal(index + 1)) });
  const first = (params: unknown): number | undefined => ids(ask('crm.deal.list', params))[0];

  test.each([
    ['filter', 100],
    ['FILTER', 100],
    ['Filter', 100],
    ['arFilter', 100],
    ['fIlTeR', 1],
  ])('%s as the name of a parameter begins at id %p [1.2 parameter-case]', (name, id) => {
    expect(first({ [name]: { '>=ID': 100 }, order: { ID: 'ASC' } })).toBe(id);
  });

  test('controllers take exact camelCase only [1.2 parameter-case]', () => {
    const found = (params: Record<string, unknown>): number | undefined =>
      ids(ask('crm.item.list', { entityTypeId: 2, order: { id: 'ASC' }, ...params }))[0];
    expect([found({ filter: { '>=id': 100 } }), found({ FILTER: { '>=id': 100 } })]).toEqual([100, 1]);
    expect(ask('crm.item.list', { ENTITYTYPEID: 2 }).error).toEqual([100, 'Could not find value for parameter {entityTypeId}']);
  });

  test('only lower-case start pages, in either family [1.2 start-case]', () => {
    const order = { ID: 'ASC' };
    expect([first({ order, start: 50 }), first({ order, START: 50 }), first({ order, start: 75 })]).toEqual([51, 1, 51]);
    expect(ids(ask('crm.item.list', { entityTypeId: 2, order: { id: 'ASC' }, START: 50 }))[0]).toBe(1);
  });

  test('pages are of 50 rows, `next` stands while there is another, `total` is 0 when nothing was counted [4.2 page-size] [4.2 no-count] [1.3 envelope]', () => {
    const shape = (start: number): unknown[] => {
      const { body, result } = ask('crm.deal.list', { order: { ID: 'ASC' }, start });
      return [(result as unknown[]).length, body['total'], body['next']];
    };
    expect([shape(0), shape(100), shape(-1)]).toEqual([
      [50, 120, 50],
      [20, 120, undefined],
      [50, 0, undefined],
    ]);
  });

  test.each<['zero' | 'absent', unknown[]]>([
    ['zero', [0, 0, 0]],
    ['absent', [undefined, undefined, undefined]],
  ])('what stands where nothing was counted is unconfirmed: %s [4.2 uncounted-total]', (uncountedTotal, totals) => {
    const portal = portalOf({ portal: { uncountedTotal }, deals: [deal(1)], users: [{ ID: '1' }] });
    const asked = [
      portal.ask('crm.deal.list', { start: -1 }),
      portal.ask('user.get', { start: -1 }),
      portal.ask('crm.item.list', { entityTypeId: 2, start: -1 }),
    ];
    expect(asked.map(({ body }) => body['total'])).toEqual(totals);
  });

  test('a call that gives no order is promised none: the rows may come the other way round [4.2 order-explicit]', () => {
    const portal = portalOf({ portal: { unordered: 'reversed' }, deals: [deal(1), deal(2)] });
    const items = (params: object): number[] => ids(portal.ask('crm.item.list', { entityTypeId: 2, ...params }));
    expect([ids(portal.ask('crm.deal.list')), items({}), items({ order: { id: 'ASC' } })]).toEqual([
      [2, 1],
      [2, 1],
      [1, 2],
    ]);
  });
});

describe('errors of old methods have an empty code', () => {
  const { ask } = portalOf({
    portal: { rights: 'own', webhook: { userId: 5 } },
    deals: [deal(1), deal(2, { assignedById: 6 })],
    leads: [{ id: 3, title: 'L', assignedById: 5 }],
  });
  const blind = portalOf({ portal: { rights: 'none', webhook: { userId: 5 } }, deals: [deal(1)] });

  test.each<[string, unknown, string]>([
    ['crm.deal.list', { filter: 'ID=1' }, "Parameter 'filter' must be array."],
    ['crm.lead.list', { filter: '' }, "Parameter 'filter' must be array."],
    ['crm.contact.list', { ORDER: 'ID' }, "Parameter 'order' must be array."],
    ['crm.deal.userfield.list', { filter: 1 }, "Parameter 'filter' must be array."],
    ['crm.deal.get', {}, 'ID is not defined or invalid.'],
    ['crm.deal.get', { Id: 1 }, 'ID is not defined or invalid.'],
    ['crm.deal.get', { id: 9 }, 'Not found'],
    ['crm.deal.get', { id: 2 }, 'Access denied.'],
    ['crm.deal.productrows.get', { id: 'x' }, 'The parameter id is invalid or not defined.'],
    ['crm.deal.productrows.get', { id: 9 }, 'Not found'],
    ['crm.deal.productrows.get', { id: 2 }, 'Access denied.'],
    ['crm.status.list', { filter: { ENTITY_ID: ['SOURCE'] } }, 'Filter by ENTITY_ID must be a string'],
  ])('%s %j: %p', (method, params, description) => {
    expect(ask(method, params)).toMatchObject({ status: 400, body: { error: '', error_description: description } });
  });

  test.each([
    'crm.deal.list',
    'crm.lead.list',
    'crm.deal.fields',
    'crm.deal.userfield.list',
    'crm.status.list',
    'crm.currency.list',
    'crm.activity.list',
  ])('%s refuses somebody without a right to CRM [1.4 old-empty-code]', (method) => {
    expect(blind.ask(method)).toMatchObject({ status: 400, error: ['', 'Access denied.'] });
  });

  test('an item is read by ID or id [1.4 old-empty-code]', () => {
    expect([ask('crm.deal.get', { ID: '1' }).result, ask('crm.lead.get', { id: 3 }).result]).toMatchObject([
      { ID: '1', TITLE: 'Deal 1' },
      { ID: '3', STATUS_ID: 'NEW' },
    ]);
  });
});

describe('leads, contacts and companies the old way', () => {
  const fm = [
    { id: 1, typeId: 'PHONE', valueType: 'WORK', value: '+7 1' },
    { id: 2, typeId: 'PHONE', valueType: 'HOME', value: '+7 2' },
    { id: 3, typeId: 'EMAIL', valueType: 'WORK', value: 'a@x.test' },
  ];
  const { ask } = portalOf({
    leads: [{ id: 1, title: 'L', stageId: 'CONVERTED', dateClosed: '2025-05-02T10:00:00+03:00', opportunity: 15000 }],
    contacts: [
      { id: 3, name: 'Ann', lastName: 'Ok', birthdate: '2000-01-01', companyId: 4, fm },
      { id: 5, name: 'Bob' },
    ],
    companies: [{ id: 4, title: 'Acme', typeId: 'CUSTOMER', isMyCompany: 'Y', revenue: 7 }],
  });

  test('a lead names its stage STATUS_ID and its meaning STATUS_SEMANTIC_ID [5.2 lead]', () => {
    const select = ['STATUS_ID', 'STATUS_SEMANTIC_ID', 'DATE_CLOSED', 'BIRTHDATE', 'OPPORTUNITY', 'CATEGORY_ID'];
    expect(ask('crm.lead.list', { select, filter: { STATUS_SEMANTIC_ID: 'S' } }).result).toEqual([
      {
        ID: '1',
        STATUS_ID: 'CONVERTED',
        STATUS_SEMANTIC_ID: 'S',
        DATE_CLOSED: '2025-05-02T10:00:00+03:00',
        BIRTHDATE: '',
        OPPORTUNITY: '15000.00',
      },
    ]);
    expect(
      ask('crm.item.list', { entityTypeId: 1, select: ['id', 'stageId', 'stageSemanticId', 'opportunity', 'birthdate'] }).result,
    ).toEqual({
      items: [{ id: 1, stageId: 'CONVERTED', stageSemanticId: 'S', opportunity: 15000, birthdate: null }],
    });
  });

  test('a company names its type COMPANY_TYPE; a contact shows its only company [5.3 clients]', () => {
    expect([
      ask('crm.company.list', { select: ['TITLE', 'COMPANY_TYPE', 'IS_MY_COMPANY', 'REVENUE'] }).result,
      ask('crm.contact.list', { select: ['NAME', 'COMPANY_ID', 'COMPANY_IDS', 'BIRTHDATE'], filter: { ID: 3 } }).result,
      ask('crm.item.list', { entityTypeId: 3, select: ['id', 'name', 'companyId', 'companyIds'], filter: { id: 3 } }).result,
    ]).toEqual([
      [{ ID: '4', TITLE: 'Acme', COMPANY_TYPE: 'CUSTOMER', IS_MY_COMPANY: 'Y', REVENUE: '7.00' }],
      [{ ID: '3', NAME: 'Ann', COMPANY_ID: '4', BIRTHDATE: '2000-01-01T03:00:00+03:00' }],
      { items: [{ id: 3, name: 'Ann', companyId: 4, companyIds: [4] }] },
    ]);
  });

  test('phones come by name only, filter exactly, and stand in a single record; who has none has no key [5.3 clients]', () => {
    const phones = [
      { ID: '1', VALUE_TYPE: 'WORK', VALUE: '+7 1', TYPE_ID: 'PHONE' },
      { ID: '2', VALUE_TYPE: 'HOME', VALUE: '+7 2', TYPE_ID: 'PHONE' },
    ];
    expect(ask('crm.contact.list', { select: ['PHONE'], order: { ID: 'ASC' } }).result).toEqual([{ ID: '3', PHONE: phones }, { ID: '5' }]);
    expect(ask('crm.contact.list').result).not.toHaveProperty('0.PHONE');
    expect([
      ids(ask('crm.contact.list', { filter: { PHONE: '+7 2' } })),
      ids(ask('crm.contact.list', { filter: { EMAIL: 'a@x' } })),
    ]).toEqual([[3], []]);
    expect(ask('crm.contact.get', { id: 3 }).result).toMatchObject({ PHONE: phones, EMAIL: [{ VALUE: 'a@x.test' }] });
  });
});

test('a keyset page of the old list of 200,000 deals looks at its own rows only [4.2 keyset]', () => {
  const { ask, portal } = portalOf({ deals: Array.from({ length: 200_000 }, (_, index) => deal(index + 1)) });
  const looked = jest.spyOn(Table.prototype, 'row');
  const page = ask('crm.deal.list', { order: { ID: 'ASC' }, filter: { '>ID': 150_000 }, select: ['ID'], start: -1 });
  const looks = looked.mock.calls.length;
  looked.mockRestore();
  // Each row is looked at twice: for the template test, and to be printed.
  expect([ids(page)[0], ids(page).length, looks, portal.stats().counts]).toEqual([150_001, 50, 100, 0]);
});
