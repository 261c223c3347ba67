// crm.item.*: selection, names, values, paging (bitrix24-rest, 5).
import { ids, portalOf } from './harness';

const deal = (id: number, more: Record<string, unknown> = {}): Record<string, unknown> => ({
  id,
  title: `Deal ${id}`,
  createdTime: '2025-05-01T10:00:00+03:00',
  ...more,
});

describe('crm.item.list', () => {
  test('answers selected fields by their camelCase names, with numbers as numbers, and adds neither id nor anything else [4.4 select-items]', () => {
    const { ask } = portalOf({ deals: [deal(410, { opportunity: '19000.50', companyId: '9', closedate: '2025-06-01' })] });
    expect(
      ask('crm.item.list', { entityTypeId: 2, select: ['title', 'opportunity', 'companyId', 'closedate', 'leadId', 'noSuchField'] }),
    ).toMatchObject({
      status: 200,
      body: {
        result: {
          items: [{ title: 'Deal 410', opportunity: 19000.5, companyId: 9, closedate: '2025-06-01T03:00:00+03:00', leadId: null }],
        },
        total: 1,
      },
    });
  });

  test('without a select answers every field, with the documented value where the portal file says nothing [5.1 deal] [5 typing]', () => {
    const { ask } = portalOf({
      statuses: [
        { ENTITY_ID: 'DEAL_STAGE', STATUS_ID: 'NEW', SORT: '10' },
        { ENTITY_ID: 'DEAL_STAGE', STATUS_ID: 'WON', SORT: '20', SEMANTICS: 'S' },
      ],
      currencies: [{ CURRENCY: 'EUR', BASE: 'Y' }],
      deals: [deal(7, { stageId: 'WON', assignedById: 5, contactId: 3, ufCrmReason: 'price' })],
    });
    expect(ask('crm.item.list', { entityTypeId: 2 }).result).toEqual({
      items: [
        {
          id: 7,
          createdTime: '2025-05-01T10:00:00+03:00',
          updatedTime: '2025-05-01T10:00:00+03:00',
          createdBy: 5,
          updatedBy: 5,
          assignedById: 5,
          opened: 'Y',
          title: 'Deal 7',
          typeId: 'SALE',
          categoryId: 0,
          stageId: 'WON',
          stageSemanticId: 'S',
          isNew: 'N',
          isRecurring: 'N',
          isReturnCustomer: 'N',
          isRepeatedApproach: 'N',
          closed: 'Y',
          probability: null,
          opportunity: 0,
          isManualOpportunity: 'N',
          currencyId: 'EUR',
          taxValue: 0,
          companyId: 0,
          contactId: 3,
          quoteId: null,
          leadId: null,
          contactIds: [3],
          observers: [],
          begindate: '2025-05-01T03:00:00+03:00',
          closedate: null,
          comments: null,
          additionalInfo: null,
          locationId: null,
          sourceId: null,
          sourceDescription: null,
          originatorId: null,
          originId: null,
          webformId: 0,
          movedBy: 5,
          movedTime: '2025-05-01T10:00:00+03:00',
          lastActivityBy: 5,
          lastActivityTime: '2025-05-01T10:00:00+03:00',
          utmSource: null,
          utmMedium: null,
          utmCampaign: null,
          utmContent: null,
          utmTerm: null,
          ufCrmReason: 'price',
          entityTypeId: 2,
        },
      ],
    });
  });

  const many = portalOf({ deals: Array.from({ length: 120 }, (_, index) => deal(index + 1)) });

  test.each([
    [0, 1, 50, 120, 50],
    [50, 51, 50, 120, 100],
    [100, 101, 20, 120, undefined],
    [75, 51, 50, 120, 100],
    [150, undefined, 0, 120, undefined],
  ])('start %p begins at id %p with %p rows, counts %p and says next %p [4.2 page-size]', (start, first, rows, total, next) => {
    const answer = many.ask('crm.item.list', { entityTypeId: 2, select: ['id'], order: { id: 'ASC' }, start });
    expect([ids(answer)[0], ids(answer).length, answer.body['total'], answer.body['next']]).toEqual([first, rows, total, next]);
  });

  test('start -1 answers the first page without total and next, and counts nothing [4.2 no-count]', () => {
    const before = many.portal.stats().counts;
    const answer = many.ask('crm.item.list', { entityTypeId: 2, select: ['id'], order: { id: 'DESC' }, filter: { '<=id': 70 }, start: -1 });
    expect(ids(answer)).toEqual(Array.from({ length: 50 }, (_, index) => 70 - index));
    expect([Object.keys(answer.body), many.portal.stats().counts]).toEqual([['result', 'time'], before]);
  });

  test('newer versions keep a count for 5 s per filter, so that the total lags behind the rows [4.2 count-cache]', () => {
    const total = (countCache: boolean): unknown[] => {
      const { ask, portal, clock } = portalOf({ portal: { countCache }, deals: [deal(1)] });
      const count = (filter = {}): unknown => ask('crm.item.list', { entityTypeId: 2, select: ['id'], filter }).body['total'];
      const counts = [count()];
      portal.mutate({ deals: [{ id: 2 }] });
      counts.push(count(), count({ '>id': 0 }));
      clock.advance(5000);
      return [...counts, count()];
    };
    expect([total(true), total(false)]).toEqual([
      [1, 1, 2, 2],
      [1, 2, 2, 2],
    ]);
  });

  test('recurring templates are listed unless the filter leaves them out [5.1 recurring]', () => {
    const { ask } = portalOf({ deals: [deal(1), deal(2, { isRecurring: 'Y' })] });
    expect([
      ids(ask('crm.item.list', { entityTypeId: 2 })),
      ids(ask('crm.item.list', { entityTypeId: 2, filter: { isRecurring: 'N' } })),
    ]).toEqual([[1, 2], [1]]);
  });

  test('an order by a text puts nothing first, ignores case and breaks ties by id', () => {
    const { ask } = portalOf({
      deals: [deal(1, { sourceId: 'web' }), deal(2), deal(3, { sourceId: 'CALL' }), deal(4, { sourceId: 'WEB' })],
    });
    expect(ids(ask('crm.item.list', { entityTypeId: 2, order: { sourceId: 'asc' } }))).toEqual([2, 3, 1, 4]);
  });

  test.each([
    [{ entityTypeId: 2, filter: { FIELD: 1 } }, 400, 'INVALID_ARG_VALUE', "Invalid filter: field 'FIELD' is not allowed in filter"],
    [{ entityTypeId: 2, filter: { noSuch: 1 } }, 400, 'INVALID_ARG_VALUE', "Invalid filter: field 'NO_SUCH' is not allowed in filter"],
    [{ entityTypeId: 2, filter: { ID: 1 } }, 400, 'INVALID_ARG_VALUE', "Invalid filter: field 'ID' is not allowed in filter"],
    [{ entityTypeId: 2, filter: { '>id': [1] } }, 400, 'INVALID_ARG_VALUE', "Invalid filter: field '>ID' has invalid value"],
    [
      { entityTypeId: 2, filter: { '><createdTime': ['2025-01-01', '2025-02-01'] } },
      400,
      'INVALID_ARG_VALUE',
      "Invalid filter: field '><CREATED_TIME' has invalid value",
    ],
    [{ entityTypeId: 2, order: { ID: 'ASC' } }, 400, 'INVALID_ARG_VALUE', "Invalid order: field 'ID' is not allowed in order"],
    [
      { entityTypeId: 2, order: { contactIds: 'ASC' } },
      400,
      'INVALID_ARG_VALUE',
      "Invalid order: field 'CONTACT_IDS' is not allowed in order",
    ],
    [
      { entityTypeId: 2, order: { id: 'UP' } },
      400,
      'INVALID_ARG_VALUE',
      "Invalid order: allowed sort directions are ASC, DESC. But got 'UP' for field 'ID'",
    ],
    [
      { entityTypeId: 2, filter: 'id=1' },
      400,
      100,
      'Invalid value {id=1} to match with parameter {filter}. Should be value of type array.',
    ],
    [{}, 400, 100, 'Could not find value for parameter {entityTypeId}'],
    [{ ENTITYTYPEID: 2 }, 400, 100, 'Could not find value for parameter {entityTypeId}'],
    [{ entityTypeId: 0 }, 400, 'ENTITY_TYPE_NOT_SUPPORTED', 'Entity type `0` is not supported'],
    [{ entityTypeId: 190 }, 400, 'NOT_FOUND', 'SPA not found'],
  ])('%j is refused [1.4 invalid-arg-value] [4.3 unknown-field] [4.3 array-value] [4.3 between]', (params, status, code, description) => {
    const answer = many.ask('crm.item.list', params);
    expect([answer.status, answer.body]).toEqual([status, { error: code, error_description: description }]);
  });

  test('original names of custom fields with a select answer empty items, as the portal does [4.4 original-uf-names]', () => {
    const { ask } = portalOf({ deals: [deal(1, { ufCrm_1721244482250: 'x' })] });
    expect(ask('crm.item.list', { entityTypeId: 2, select: ['id'], useOriginalUfNames: 'Y' }).result).toEqual({ items: [[]] });
    expect(ask('crm.item.list', { entityTypeId: 2, useOriginalUfNames: 'Y' }).result).toMatchObject({
      items: [{ id: 1, UF_CRM_1721244482250: 'x' }],
    });
  });

  test('a select that names nothing known answers empty maps, which JSON shows as lists [1.3 empty-map]', () => {
    const { ask } = portalOf({ deals: [deal(1)] });
    expect(ask('crm.item.list', { entityTypeId: 2, select: ['NO'] }).result).toEqual({ items: [[]] });
  });

  test('multi-fields come only with everything', () => {
    const { ask } = portalOf({ contacts: [{ id: 3, name: 'A', fm: [{ id: 1, typeId: 'PHONE', valueType: 'WORK', value: '+7' }] }] });
    expect(ask('crm.item.list', { entityTypeId: 3, select: ['id', 'fm'] }).result).toEqual({ items: [{ id: 3 }] });
    expect(ask('crm.item.list', { entityTypeId: 3, select: ['*'] }).result).toMatchObject({
      items: [{ fm: [{ id: 1, typeId: 'PHONE', valueType: 'WORK', value: '+7' }] }],
    });
  });

  test('a webhook user who sees only their own items sees, and counts, no others [5 rights] [1.4 access-denied-controller]', () => {
    const { ask } = portalOf({
      portal: { rights: 'own', webhook: { userId: 5 } },
      deals: [deal(1, { assignedById: 5 }), deal(2, { assignedById: 6 })],
      stageHistory: [
        { ID: 1, OWNER_ID: 1, TYPE_ID: 1, STAGE_ID: 'NEW' },
        { ID: 2, OWNER_ID: 2, TYPE_ID: 1, STAGE_ID: 'NEW' },
      ],
      productRows: [{ id: 1, ownerId: 2, ownerType: 'D', price: 1 }],
    });
    const listed = ask('crm.item.list', { entityTypeId: 2, select: ['id'] });
    expect([ids(listed), listed.body['total'], ids(ask('crm.stagehistory.list', { entityTypeId: 2 }))]).toEqual([[1], 1, [1]]);
    expect(ask('crm.item.productrow.list', { filter: { '=ownerType': 'D', '=ownerId': 2 } })).toMatchObject({
      status: 400,
      error: ['ACCESS_DENIED', 'Access denied'],
    });
    expect(ask('profile').result).toMatchObject({ ID: '5', ADMIN: false });
  });
});

describe('crm.item.get', () => {
  test('answers one item, or NOT_FOUND with status 400 [1.4 controller-errors]', () => {
    const { ask } = portalOf({ leads: [{ id: 250, title: 'Lead' }] });
    expect(ask('crm.item.get', { entityTypeId: 1, id: 250 }).result).toMatchObject({
      item: { id: 250, title: 'Lead', stageSemanticId: 'P', fm: [] },
    });
    expect(ask('crm.item.get', { entityTypeId: 1, id: 9 })).toMatchObject({ status: 400, error: ['NOT_FOUND', 'Element not found'] });
  });
});
