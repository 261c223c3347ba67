// Lists beside the items: stage history, statuses, currencies and others (bitrix24-rest, 5).
import { ids, noon, portalOf } from './harness';

describe('crm.stagehistory.list', () => {
  const { ask } = portalOf({
    stageHistory: [
      {
        ID: 1,
        TYPE_ID: 1,
        OWNER_ID: 7,
        CREATED_TIME: '2025-05-01T10:00:00+03:00',
        CATEGORY_ID: 0,
        STAGE_ID: 'NEW',
        STAGE_SEMANTIC_ID: 'P',
      },
      {
        ID: 2,
        TYPE_ID: 3,
        OWNER_ID: 7,
        CREATED_TIME: '2025-05-02T10:00:00+03:00',
        CATEGORY_ID: 0,
        STAGE_ID: 'WON',
        STAGE_SEMANTIC_ID: 'S',
      },
      {
        ID: 3,
        TYPE_ID: 1,
        OWNER_ID: 8,
        CREATED_TIME: '2025-05-03T10:00:00+03:00',
        CATEGORY_ID: 0,
        STAGE_ID: 'NEW',
        STAGE_SEMANTIC_ID: 'P',
      },
      { ID: 2, TYPE_ID: 1, OWNER_ID: 7, CREATED_TIME: '2025-05-01T10:00:00+03:00', STATUS_ID: 'NEW', STATUS_SEMANTIC_ID: 'P' },
    ],
  });

  test('answers the rows of deals, and of leads under their own names and ids [5.5 history]', () => {
    expect(ask('crm.stagehistory.list', { entityTypeId: 2, filter: { OWNER_ID: [8] } }).body).toMatchObject({
      result: {
        items: [
          {
            ID: 3,
            TYPE_ID: 1,
            OWNER_ID: 8,
            CREATED_TIME: '2025-05-03T10:00:00+03:00',
            CATEGORY_ID: 0,
            STAGE_SEMANTIC_ID: 'P',
            STAGE_ID: 'NEW',
          },
        ],
      },
      total: 1,
    });
    expect(ask('crm.stagehistory.list', { entityTypeId: 1 }).result).toEqual({
      items: [{ ID: 2, TYPE_ID: 1, OWNER_ID: 7, CREATED_TIME: '2025-05-01T10:00:00+03:00', STATUS_SEMANTIC_ID: 'P', STATUS_ID: 'NEW' }],
    });
  });

  test('always answers ID, ignores unknown names in select and order, takes any order but DESC as ascending [4.4 select-history]', () => {
    expect(ask('crm.stagehistory.list', { entityTypeId: 2, select: ['STAGE_ID', 'NO'], order: { no: 'ASC', ID: 'down' } }).result).toEqual({
      items: [
        { ID: 1, STAGE_ID: 'NEW' },
        { ID: 2, STAGE_ID: 'WON' },
        { ID: 3, STAGE_ID: 'NEW' },
      ],
    });
    expect(ids(ask('crm.stagehistory.list', { entityTypeId: 2, select: ['NO'], order: { ID: 'desc' } }))).toEqual([3, 2, 1]);
  });

  test.each([
    [{ entityTypeId: 2, filter: { '>=CREATED_TIME': 'soon' } }, ['WRONG_DATETIME_FORMAT', 'Wrong datetime format']],
    [
      { entityTypeId: 2, filter: { STATUS_ID: 'NEW' } },
      ['INVALID_ARG_VALUE', "Invalid filter: field 'STATUS_ID' is not allowed in filter"],
    ],
    [{ entityTypeId: 2, filter: { id: 1 } }, ['INVALID_ARG_VALUE', "Invalid filter: field 'id' is not allowed in filter"]],
    [{ entityTypeId: 3 }, ['ENTITY_TYPE_NOT_SUPPORTED', 'Entity type `3` is not supported']],
  ])('%j is refused [1.4 wrong-datetime-format] [1.4 invalid-arg-value] [1.4 controller-errors]', (params, error) => {
    expect(ask('crm.stagehistory.list', params)).toMatchObject({ status: 400, error });
  });
});

describe('crm.item.productrow.list', () => {
  const { ask } = portalOf({
    productRows: [
      { id: 1, ownerId: 7, ownerType: 'D', productName: 'A', price: 900, quantity: 2 },
      { id: 2, ownerId: 8, ownerType: 'D', productName: 'B', price: 50 },
      { id: 3, ownerId: 7, ownerType: 'L', productName: 'C', price: 10 },
      { id: 4, ownerId: 7, ownerType: 'D', productName: 'D', price: 100 },
    ],
  });

  test('ignores a parameter it does not know, or breaks over it as one user reports [5.7 extra-parameters]', () => {
    const productRows = [{ id: 1, ownerId: 7, price: 5 }];
    const filter = { '=ownerType': 'D', '=ownerId': 7 };
    const errors = (['ignored', 'refused'] as const).map((extraParameters) => {
      const portal = portalOf({ portal: { extraParameters }, productRows });
      return [
        { filter, select: ['id'] },
        { filter, order: { id: 'ASC' }, start: -1 },
      ].map((params) => portal.ask('crm.item.productrow.list', params).body['error']);
    });
    expect(errors).toEqual([
      [undefined, undefined],
      [100, undefined],
    ]);
  });

  test('answers the rows of the owner named [5.7 product-rows]', () => {
    expect(ids(ask('crm.item.productrow.list', { filter: { '=ownerType': 'D', '=ownerId': 7 }, order: { price: 'asc' } }))).toEqual([4, 1]);
    expect(ids(ask('crm.item.productrow.list', { filter: { '=ownerType': 'D', '=ownerId': [7, 8], '>price': 60 } }))).toEqual([1, 4]);
  });

  test.each([
    [{}, 'REQUIRED_ARG_MISSING', "Argument '=ownerType' is required"],
    [{ '=ownerType': 'D', ownerId: 7 }, 'REQUIRED_ARG_MISSING', "Argument '=ownerId' is required"],
    [{ '=ownerType': 'D', '=ownerId': 7, '>id': [1] }, 'INVALID_ARG_VALUE', "Value for filter key '>ID' should be either string or number"],
    [
      { '=ownerType': 'D', '=ownerId': 7, colour: 1 },
      0,
      'Unknown field definition `COLOUR` (COLOUR) for \\Bitrix\\Crm\\ProductRow Entity.',
    ],
  ])('the filter %j is refused [1.4 controller-errors]', (filter, code, description) => {
    expect(ask('crm.item.productrow.list', { filter })).toMatchObject({ status: 400, error: [code, description] });
  });
});

describe('crm.activity.list', () => {
  const { ask } = portalOf({
    activities: [
      {
        ID: '1',
        OWNER_ID: '7',
        OWNER_TYPE_ID: '2',
        TYPE_ID: '2',
        START_TIME: '2025-05-03T10:00:00+03:00',
        SUBJECT: 'Call',
        RESPONSIBLE_ID: '5',
      },
      { ID: '2', OWNER_ID: '7', OWNER_TYPE_ID: '1', TYPE_ID: '4', START_TIME: '2025-05-01T10:00:00+03:00', DEADLINE: '' },
      {
        ID: '3',
        OWNER_ID: '8',
        OWNER_TYPE_ID: '2',
        START_TIME: '2025-05-02T10:00:00+03:00',
        COMPLETED: 'Y',
        BINDINGS: [
          { OWNER_TYPE_ID: '2', OWNER_ID: '8' },
          { OWNER_TYPE_ID: '3', OWNER_ID: '4' },
        ],
      },
    ],
  });

  test('answers texts, in order of the start unless told otherwise [5.8 activities]', () => {
    expect(ids(ask('crm.activity.list'))).toEqual([2, 3, 1]);
    expect(
      ask('crm.activity.list', { filter: { ID: 2 }, select: ['ID', 'OWNER_ID', 'COMPLETED', 'STATUS', 'DEADLINE', 'CREATED', 'SETTINGS'] })
        .body,
    ).toMatchObject({
      result: [{ ID: '2', OWNER_ID: '7', COMPLETED: 'N', STATUS: '1', DEADLINE: '', CREATED: '2025-05-01T10:00:00+03:00', SETTINGS: [] }],
      total: 1,
    });
  });

  test('drops filter keys it does not know, so the answer widens', () => {
    expect(ids(ask('crm.activity.list', { filter: { ownerId: 7, OWNER_TYPE_ID: 2, NO: 1 }, order: { ID: 'ASC' } }))).toEqual([1, 3]);
  });

  test('takes parameters in any case, a list under a plain key, and bindings', () => {
    expect(ids(ask('crm.activity.list', { FILTER: { OWNER_ID: [7, 9] }, ORDER: { ID: 'DESC' } }))).toEqual([2, 1]);
    expect(ids(ask('crm.activity.list', { filter: { BINDINGS: [{ OWNER_TYPE_ID: 3, OWNER_ID: 4 }] } }))).toEqual([3]);
  });

  test('whose bindings a file writes as something else than a list has its owner alone', () => {
    const odd = portalOf({ activities: [{ ID: '1', OWNER_ID: '7', OWNER_TYPE_ID: '1', BINDINGS: '1:7' }] });
    expect(odd.ask('crm.activity.list', { select: ['BINDINGS'] }).result).toEqual([
      { ID: '1', BINDINGS: [{ OWNER_TYPE_ID: '1', OWNER_ID: '7' }] },
    ]);
  });

  test('comes twice when two of the pairs asked for are its own, and counts twice [5.8 activities]', () => {
    const filter = {
      BINDINGS: [
        { OWNER_TYPE_ID: 3, OWNER_ID: 4 },
        { OWNER_TYPE_ID: 2, OWNER_ID: 8 },
        { OWNER_TYPE_ID: 1, OWNER_ID: 7 },
      ],
    };
    const answers = ['ASC', 'DESC'].map((direction) => ask('crm.activity.list', { filter, order: { ID: direction } }));
    expect(answers.map((answer) => [ids(answer), answer.body['total']])).toEqual([
      [[2, 3, 3], 3],
      [[3, 3, 2], 3],
    ]);
  });

  test('start -1 says total 0, a filter that is no array is refused in the old way [4.2 no-count] [1.4 old-empty-code]', () => {
    expect(ask('crm.activity.list', { start: -1 }).body['total']).toBe(0);
    expect(ask('crm.activity.list', { filter: 'ID=1' })).toMatchObject({ status: 400, error: ['', "Parameter 'filter' must be array."] });
  });
});

describe('directories', () => {
  const { ask } = portalOf({
    categories: [{ id: 5, name: 'Repeat', sort: 100 }],
    statuses: [
      { ENTITY_ID: 'DEAL_STAGE_5', STATUS_ID: 'C5:LOSE', NAME: 'Lost', SORT: '100', SEMANTICS: 'F' },
      { ENTITY_ID: 'DEAL_STAGE_5', STATUS_ID: 'C5:NEW', NAME: 'New', SORT: '20', SEMANTICS: null },
      { ENTITY_ID: 'DEAL_STAGE_5', STATUS_ID: 'C5:UC_1', NAME: 'Spam', SORT: '110', SEMANTICS: 'F' },
      { ENTITY_ID: 'SOURCE', STATUS_ID: 'WEB', NAME: 'Site', SORT: '10' },
    ],
    currencies: [
      { CURRENCY: 'USD', AMOUNT_CNT: '1', AMOUNT: '68.7900', SORT: '200' },
      { CURRENCY: 'RUB', BASE: 'Y', SORT: '100' },
    ],
  });

  test('crm.category.list answers all funnels of deals by sort, the general one among them [5.4 categories] [4.2 whole-lists] [1.4 controller-errors]', () => {
    expect(ask('crm.category.list', { entityTypeId: 2 }).body).toMatchObject({
      result: {
        categories: [
          { id: 5, name: 'Repeat', sort: 100, entityTypeId: 2, isDefault: 'N', originId: '', originatorId: '' },
          { id: 0, name: 'General', sort: 300, entityTypeId: 2, isDefault: 'Y' },
        ],
      },
      total: 2,
    });
    expect([1, 0, -2, 5, 127, 128].map((entityTypeId) => ask('crm.category.list', { entityTypeId }).error[0])).toEqual([
      ...Array.from({ length: 5 }, () => 'ENTITY_TYPE_NOT_SUPPORTED'),
      'NOT_FOUND',
    ]);
  });

  test('crm.status.list sorts by number, tells funnels by CATEGORY_ID, marks the kind of losing, and comes whole [5.4 statuses] [4.2 whole-lists]', () => {
    const answer = ask('crm.status.list', { filter: { ENTITY_ID: 'DEAL_STAGE_5' }, order: { SORT: 'ASC' }, start: 50 });
    expect(
      (answer.result as Record<string, unknown>[]).map((row) => [row['STATUS_ID'], row['CATEGORY_ID'], row['SEMANTICS'], row['EXTRA']]),
    ).toEqual([
      ['C5:NEW', '5', null, { SEMANTICS: 'process', COLOR: '' }],
      ['C5:LOSE', '5', 'F', { SEMANTICS: 'failure', COLOR: '' }],
      ['C5:UC_1', '5', 'F', { SEMANTICS: 'apology', COLOR: '' }],
    ]);
    expect(ask('crm.status.list').body['total']).toBe(4);
    expect(ask('crm.status.list', { filter: { STATUS_ID: 'WEB' } }).result).not.toHaveProperty('0.EXTRA');
  });

  test.each(['ENTITY_ID', 'STATUS_ID', 'SORT', 'SEMANTICS'])('crm.status.list wants %s to be one value [4.3 status-scalars]', (key) => {
    expect(ask('crm.status.list', { filter: { [key]: ['X'] } })).toMatchObject({
      status: 400,
      error: ['', `Filter by ${key} must be a string`],
    });
  });

  test('crm.currency.list answers all by sort and says total 0 [5.9 currencies] [4.2 whole-lists]', () => {
    const answer = ask('crm.currency.list', { filter: { CURRENCY: 'USD' } });
    expect([(answer.result as Record<string, unknown>[]).map((row) => row['CURRENCY']), answer.body['total']]).toEqual([['RUB', 'USD'], 0]);
    expect(ask('crm.currency.base.get').result).toBe('RUB');
  });
});

test('service methods tell the time, the methods and what the webhook may call [5.11 service]', () => {
  const { ask } = portalOf({ portal: { scopes: ['crm'] } });
  expect(ask('server.time').result).toBe(noon);
  expect(ask('method.get', { name: 'user.get' }).result).toEqual({ isExisting: true, isAvailable: false });
  expect(ask('method.get', { name: 'crm.item.list' }).result).toEqual({ isExisting: true, isAvailable: true });
  expect(ask('method.get', { name: 'nosuch' }).result).toEqual({ isExisting: false, isAvailable: false });
  expect(ask('methods').result).toEqual(expect.arrayContaining(['server.time', 'crm.item.list']));
  expect(ask('methods').result).not.toContain('user.get');
});
