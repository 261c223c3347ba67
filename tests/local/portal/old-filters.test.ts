// Filters of the old lists, which drop what they do not know (bitrix24-rest, 5).
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
];

describe('filters of old lists', () => {
  const { ask } = portalOf({
    userFields,
    deals: [
      deal(1, {
        title: 'Alpha',
        sourceId: 'WEB',
        opportunity: 10,
        companyId: 5,
        createdTime: '2025-01-31T00:00:00+03:00',
        ufCrmReason: 44,
      }),
      deal(2, {
        title: 'beta',
        opportunity: 20,
        createdTime: '2025-02-01T00:00:00+03:00',
        closedate: '2025-02-01',
        isManualOpportunity: 'Y',
      }),
      deal(3, { title: 'Gamma', sourceId: 'CALL', opportunity: 30, companyId: 6, contactIds: [7], contactId: 7, ufCrmFlag: 'Y' }),
    ],
  });
  const found = (filter: unknown): number[] => ids(ask('crm.deal.list', { filter, order: { ID: 'ASC' } }));

  test.each<[unknown, number[]]>([
    [{ NO_SUCH: 1 }, [1, 2, 3]],
    [{ title: 'Alpha' }, [1, 2, 3]],
    [{ CONTACT_IDS: [7] }, [1, 2, 3]],
    [{ '><OPPORTUNITY': [15, 25] }, [1, 2, 3]],
    [{ 0: { LOGIC: 'OR', 0: { ID: 1 } } }, [1, 2, 3]],
    [{ '@ID': [] }, [1, 2, 3]],
  ])(
    '%j is dropped without a word, so the answer widens to %j [4.3 unknown-field] [4.3 or-groups] [4.3 between] [4.3 contact-ids]',
    (filter, expected) => {
      expect(found(filter)).toEqual(expected);
    },
  );

  test.each<[unknown, number[]]>([
    [{ '>ID': 1 }, [2, 3]],
    [{ '>=ID': 2, '<ID': 3 }, [2]],
    [{ '<=OPPORTUNITY': '20' }, [1, 2]],
    [{ '=TITLE': 'ALPHA' }, [1]],
    [{ ID: [1, 3] }, [1, 3]],
    [{ '@ASSIGNED_BY_ID': [5, 6], '!@ID': [2] }, [1, 3]],
    [{ '!ID': 2 }, [1, 3]],
    [{ '!=ID': [1, 2] }, [3]],
    [{ '%TITLE': 'am' }, [3]],
    [{ '=%TITLE': '%a' }, [1, 2, 3]],
    [{ '%=TITLE': 'b%' }, [2]],
  ])('%j finds %j [4.3 prefixes]', (filter, expected) => {
    expect(found(filter)).toEqual(expected);
  });

  test.each<[unknown, number[]]>([
    [{ '!%TITLE': 'am' }, [3]],
    [{ '!=%TITLE': 'b%' }, [2]],
  ])('a negated LIKE is no negation: %j finds %j [4.3 prefixes]', (filter, expected) => {
    expect(found(filter)).toEqual(expected);
  });

  test.each<[unknown, number[]]>([
    [{ '%SOURCE_ID': 'WE' }, []],
    [{ '%SOURCE_ID': 'WEB' }, [1]],
    [{ '=%STAGE_ID': 'N%' }, []],
    [{ '%COMPANY_ID': 5 }, [1]],
    [{ '%CONTACT_ID': [7, 8] }, [3]],
  ])('LIKE on statuses and clients is exact: %j finds %j [4.3 like-exact]', (filter, expected) => {
    expect(found(filter)).toEqual(expected);
  });

  test.each<[unknown, number[]]>([
    [{ SOURCE_ID: '' }, [2]],
    [{ '!SOURCE_ID': '' }, [1, 3]],
    [{ '!SOURCE_ID': 'WEB' }, [2, 3]],
    [{ '!@SOURCE_ID': ['WEB'] }, [3]],
    [{ CLOSEDATE: '' }, [1, 3]],
    [{ '!CLOSEDATE': '' }, [2]],
    [{ COMPANY_ID: 0 }, [2]],
  ])('empty values: %j finds %j; only NOT IN leaves out records without a value [4.3 empty-values]', (filter, expected) => {
    expect(found(filter)).toEqual(expected);
  });

  test.each<[unknown, number[]]>([
    [{ IS_MANUAL_OPPORTUNITY: 'Y' }, [2]],
    [{ IS_MANUAL_OPPORTUNITY: true }, []],
    [{ UF_CRM_FLAG: 1 }, [3]],
    [{ UF_CRM_FLAG: 0 }, [1, 2]],
    [{ UF_CRM_FLAG: 'Y' }, [1, 2]],
  ])('booleans: %j finds %j; a custom one is a number, so Y means "not set" [4.3 booleans]', (filter, expected) => {
    expect(found(filter)).toEqual(expected);
  });

  test.each<[unknown, number[]]>([
    [{ '>=DATE_CREATE': '2025-02-01' }, [2, 3]],
    [{ '<=DATE_CREATE': '2025-02-01' }, [1, 2]],
    [{ '@DATE_CREATE': ['2025-01-31', '2025-02-01'] }, [1, 2]],
    [{ '>=DATE_CREATE': 'soon' }, []],
    [{ '!DATE_CREATE': 'soon' }, [1, 2, 3]],
    [{ '>CLOSEDATE': '2025-01-31' }, [2]],
  ])('dates: %j finds %j; an unreadable one asks for "no date", lists are converted [7 unparsable] [7 date-lists]', (filter, expected) => {
    expect(found(filter)).toEqual(expected);
  });

  test('a list under a comparison of ids counts as 1, as a short page of a batch chain does [4.3 array-value]', () => {
    expect([found({ '>ID': [2, 3] }), found({ '>OPPORTUNITY': [15, 25] })]).toEqual([
      [2, 3],
      [2, 3],
    ]);
  });

  test('an order by stage follows the funnel, not the letters [4.2 order-explicit]', () => {
    const portal = portalOf({
      statuses: ['NEW', 'B', 'A'].map((STATUS_ID, index) => ({ ENTITY_ID: 'DEAL_STAGE', STATUS_ID, SORT: String(index * 10) })),
      deals: [deal(1, { stageId: 'A' }), deal(2, { stageId: 'B' }), deal(3, { stageId: 'NEW' })],
    });
    expect([
      ids(portal.ask('crm.deal.list', { order: { STAGE_ID: 'ASC' } })),
      ids(portal.ask('crm.item.list', { entityTypeId: 2, order: { stageId: 'ASC' } })),
    ]).toEqual([
      [3, 2, 1],
      [1, 2, 3],
    ]);
  });

  test('an order is by name in any case, descending unless ASC, unknown names left out [4.2 order-explicit]', () => {
    const order = (given: unknown): number[] => ids(ask('crm.deal.list', { order: given }));
    expect([order({ opportunity: 'down' }), order({ NO: 'ASC', ID: 'desc' }), order({ Title: 'asc' })]).toEqual([
      [3, 2, 1],
      [3, 2, 1],
      [1, 2, 3],
    ]);
  });
});
