// What a change writes by itself when the portal file says `automation`, and what a change leaves alone.
import { ids, portalOf } from './harness';

const start = {
  portal: { automation: true },
  categories: [{ id: 1, name: 'Repeat' }],
  statuses: [
    { ENTITY_ID: 'STATUS', STATUS_ID: 'NEW', SORT: '10' },
    { ENTITY_ID: 'STATUS', STATUS_ID: 'JUNK', SORT: '20', SEMANTICS: 'F' },
    { ENTITY_ID: 'DEAL_STAGE', STATUS_ID: 'NEW', SORT: '10' },
    { ENTITY_ID: 'DEAL_STAGE', STATUS_ID: 'OFFER', SORT: '20' },
    { ENTITY_ID: 'DEAL_STAGE', STATUS_ID: 'WON', SORT: '30', SEMANTICS: 'S' },
    { ENTITY_ID: 'DEAL_STAGE_1', STATUS_ID: 'C1:NEW', SORT: '10' },
    { ENTITY_ID: 'DEAL_STAGE_1', STATUS_ID: 'C1:LOSE', SORT: '20', SEMANTICS: 'F' },
  ],
  deals: [{ id: 7, title: 'x', stageId: 'NEW', createdTime: '2025-05-01T10:00:00+03:00', closedate: '2025-12-31' }],
  leads: [{ id: 3, title: 'l', stageId: 'NEW' }],
  stageHistory: [{ ID: 70, OWNER_ID: 7, TYPE_ID: 1, CATEGORY_ID: 0, STAGE_ID: 'NEW' }],
};
type Portal = ReturnType<typeof portalOf>;
const history = ({ ask }: Portal, entityTypeId = 2): unknown[] =>
  (
    ask('crm.stagehistory.list', { entityTypeId, filter: { '>ID': 70 }, order: { ID: 'ASC' } }).result as {
      items: Record<string, unknown>[];
    }
  ).items.map((row) => [
    row['ID'],
    row['TYPE_ID'],
    row['OWNER_ID'],
    row['STAGE_ID'] ?? row['STATUS_ID'],
    row['STAGE_SEMANTIC_ID'] ?? row['STATUS_SEMANTIC_ID'],
  ]);

describe('stage history', () => {
  test('a move writes 2, a final stage 3, another funnel 5, reopening 2; a jump over stages writes the stage entered only [5.5 history-written]', () => {
    const test = portalOf(start);
    for (const change of [{ stageId: 'WON' }, { stageId: 'OFFER' }, { categoryId: 1, stageId: 'C1:LOSE' }])
      test.portal.mutate({ deals: [{ id: 7, ...change }] });
    expect(history(test)).toEqual([
      [71, 3, 7, 'WON', 'S'],
      [72, 2, 7, 'OFFER', 'P'],
      [73, 5, 7, 'C1:LOSE', 'F'],
    ]);
  });

  test('the id of a row that went with its deal is not given to another [5.5 history-written]', () => {
    const test = portalOf(start);
    test.portal.mutate({ deals: [{ id: 8, title: 'new' }] });
    test.portal.mutate({ delete: { deals: [8] } });
    test.portal.mutate({ deals: [{ id: 9, title: 'newer' }] });
    expect(history(test)).toEqual([[72, 1, 9, 'NEW', 'P']]);
  });

  test('a new deal writes 1, one created on a final stage 3 and no 1; saving without a move writes nothing [5.5 history-written]', () => {
    const test = portalOf(start);
    test.portal.mutate({
      deals: [
        { id: 8, title: 'new' },
        { id: 9, title: 'won', stageId: 'WON' },
      ],
    });
    test.portal.mutate({
      deals: [
        { id: 7, title: 'renamed' },
        { id: 8, stageId: 'NEW' },
      ],
    });
    expect(history(test)).toEqual([
      [71, 1, 8, 'NEW', 'P'],
      [72, 3, 9, 'WON', 'S'],
    ]);
  });

  test('leads have a history of their own [5.5 history-written]', () => {
    const test = portalOf({ ...start, stageHistory: [{ ID: 70, OWNER_ID: 3, TYPE_ID: 1, STATUS_ID: 'NEW' }] });
    test.portal.mutate({ leads: [{ id: 3, stageId: 'JUNK' }] });
    expect(history(test, 1)).toEqual([[71, 3, 3, 'JUNK', 'F']]);
  });

  test('a change that brings rows of a deal is its history, nothing is added [5.5 history-written]', () => {
    const test = portalOf(start);
    test.portal.mutate({
      deals: [{ id: 7, stageId: 'WON' }],
      stageHistory: [{ ID: 99, OWNER_ID: 7, TYPE_ID: 3, STAGE_ID: 'WON', STAGE_SEMANTIC_ID: 'S' }],
    });
    expect(history(test)).toEqual([[99, 3, 7, 'WON', 'S']]);
  });

  test('without the switch records stand as given [5.5 history-written]', () => {
    const test = portalOf({ ...start, portal: {} });
    test.portal.mutate({ deals: [{ id: 7, stageId: 'WON' }] });
    expect(history(test)).toEqual([]);
  });
});

describe('the close date', () => {
  const closedate = ({ ask }: Portal): unknown =>
    ask('crm.item.list', { entityTypeId: 2, select: ['closedate'], filter: { id: 7 } }).result;

  test('becomes today when the deal enters a final stage, whatever was planned, and a person may change it afterwards [5.1 close-date]', () => {
    const test = portalOf(start);
    test.portal.mutate({ deals: [{ id: 7, stageId: 'WON' }] });
    const closed = closedate(test);
    test.portal.mutate({ deals: [{ id: 7, closedate: '2025-01-01' }] });
    expect([closed, closedate(test)]).toEqual([
      { items: [{ closedate: '2025-05-20T03:00:00+03:00' }] },
      { items: [{ closedate: '2025-01-01T03:00:00+03:00' }] },
    ]);
  });

  test('stands as given without the switch [5.1 close-date]', () => {
    const test = portalOf({ ...start, portal: {} });
    test.portal.mutate({ deals: [{ id: 7, stageId: 'WON' }] });
    expect(closedate(test)).toEqual({ items: [{ closedate: '2025-12-31T03:00:00+03:00' }] });
  });
});

test('once a client has won, every other deal of theirs is a repeat, older ones included, and none of them looks modified [5.1 return-customer]', () => {
  const old = { title: 'x', createdTime: '2025-05-01T10:00:00+03:00', companyId: 4, isRepeatedApproach: 'Y' };
  const { ask, portal } = portalOf({
    ...start,
    deals: [
      { ...old, id: 1 },
      { ...old, id: 2 },
      { ...old, id: 3 },
      { ...old, id: 4, companyId: 5 },
    ],
  });
  portal.mutate({ deals: [{ id: 2, stageId: 'WON' }] });
  const select = ['id', 'isReturnCustomer', 'isRepeatedApproach'];
  expect(ask('crm.item.list', { entityTypeId: 2, select, order: { id: 'ASC' } }).result).toEqual({
    items: [
      { id: 1, isReturnCustomer: 'Y', isRepeatedApproach: 'N' },
      { id: 2, isReturnCustomer: 'N', isRepeatedApproach: 'N' },
      { id: 3, isReturnCustomer: 'Y', isRepeatedApproach: 'N' },
      { id: 4, isReturnCustomer: 'N', isRepeatedApproach: 'Y' },
    ],
  });
  expect(ids(ask('crm.item.list', { entityTypeId: 2, select: ['id'], filter: { '>updatedTime': '2025-05-02' } }))).toEqual([2]);
});

test('a deleted deal leaves no trace in any method [6 deletions] [5.5 history-deleted]', () => {
  const { ask, portal } = portalOf({
    ...start,
    deals: [...start.deals, { id: 8, title: 'kept' }],
    productRows: [{ id: 1, ownerId: 7, ownerType: 'D', price: 1 }],
  });
  portal.mutate({ delete: { deals: [7] } });
  expect([
    ids(ask('crm.item.list', { entityTypeId: 2 })),
    ids(ask('crm.item.list', { entityTypeId: 2, filter: { '@id': [7, 8] }, select: ['id'] })),
    ids(ask('crm.deal.list')),
    ask('crm.item.list', { entityTypeId: 2 }).body['total'],
    ask('crm.item.get', { entityTypeId: 2, id: 7 }).error,
    ask('crm.deal.get', { id: 7 }).error,
    ask('crm.deal.productrows.get', { id: 7 }).error,
    ids(ask('crm.stagehistory.list', { entityTypeId: 2 })),
    ids(ask('crm.item.productrow.list', { filter: { '=ownerType': 'D', '=ownerId': 7 } })),
  ]).toEqual([[8], [8], [8], 1, ['NOT_FOUND', 'Element not found'], ['', 'Not found'], ['', 'Not found'], [], []]);
});

test('older builds list the history of the present funnel only; newer ones all of it [5.5 history-funnel]', () => {
  const deals = [{ id: 7, title: 'x', categoryId: 1, stageId: 'C1:NEW' }];
  const stageHistory = [
    { ID: 1, OWNER_ID: 7, TYPE_ID: 1, CATEGORY_ID: 0, STAGE_ID: 'NEW' },
    { ID: 2, OWNER_ID: 7, TYPE_ID: 5, CATEGORY_ID: 1, STAGE_ID: 'C1:NEW' },
  ];
  const listed = (historyOf: 'deal' | 'present-funnel'): number[] =>
    ids(portalOf({ portal: { historyOf }, deals, stageHistory }).ask('crm.stagehistory.list', { entityTypeId: 2 }));
  expect([listed('deal'), listed('present-funnel')]).toEqual([[1, 2], [2]]);
});
