// What a person with fewer rights sees, counts and is told (bitrix24-rest, 5).
import { ids, portalOf } from './harness';

const data = {
  categories: [{ id: 5, name: 'Repeat' }],
  deals: [
    { id: 1, title: 'A', assignedById: 5, categoryId: 0, stageId: 'NEW' },
    { id: 2, title: 'B', assignedById: 6, categoryId: 0, stageId: 'NEW' },
    { id: 3, title: 'C', assignedById: 6, categoryId: 5, stageId: 'C5:NEW' },
  ],
  leads: [{ id: 1, title: 'L', assignedById: 6 }],
  stageHistory: [1, 2, 3].map((id) => ({
    ID: id,
    OWNER_ID: id,
    TYPE_ID: 1,
    CATEGORY_ID: id === 3 ? 5 : 0,
    STAGE_ID: id === 3 ? 'C5:NEW' : 'NEW',
  })),
  productRows: [1, 2, 3].map((id) => ({ id, ownerId: id, ownerType: 'D', price: 10 })),
  activities: [
    { ID: '1', OWNER_TYPE_ID: '2', OWNER_ID: '2', RESPONSIBLE_ID: '5' },
    { ID: '2', OWNER_TYPE_ID: '2', OWNER_ID: '2', RESPONSIBLE_ID: '6' },
    { ID: '3', OWNER_TYPE_ID: '2', OWNER_ID: '1', RESPONSIBLE_ID: '6' },
  ],
};
const webhook = { userId: 5 };

describe('somebody who may read only their own items', () => {
  const { ask } = portalOf({ ...data, portal: { rights: 'own', webhook } });

  test('sees and counts no others, in either family [5 rights]', () => {
    const found = (method: string, params = {}): unknown[] => [ids(ask(method, params)), ask(method, params).body['total']];
    expect([
      found('crm.item.list', { entityTypeId: 2 }),
      found('crm.deal.list'),
      found('crm.lead.list'),
      found('crm.stagehistory.list', { entityTypeId: 2 }),
      found('crm.activity.list'),
      found('crm.deal.list', { filter: { '@ID': [1, 2] } }),
    ]).toEqual([
      [[1], 1],
      [[1], 1],
      [[], 0],
      [[1], 1],
      [[1, 3], 2],
      [[1], 1],
    ]);
  });

  test('is told in the words of the family that others are not theirs [5 rights] [1.4 access-denied-controller]', () => {
    expect(
      [
        ask('crm.item.get', { entityTypeId: 2, id: 2 }),
        ask('crm.item.productrow.list', { filter: { '=ownerType': 'D', '=ownerId': 2 } }),
        ask('crm.deal.get', { id: 2 }),
        ask('crm.deal.productrows.get', { id: 2 }),
      ].map(({ status, error }) => [status, error]),
    ).toEqual([
      [400, ['ACCESS_DENIED', 'Access denied']],
      [400, ['ACCESS_DENIED', 'Access denied']],
      [400, ['', 'Access denied.']],
      [400, ['', 'Access denied.']],
    ]);
  });

  test('an array of owners is judged as item 1: theirs lets everything through [5.7 owner-array]', () => {
    const rows = { filter: { '=ownerType': 'D', '=ownerId': [2, 3] } };
    expect(ids(ask('crm.item.productrow.list', rows))).toEqual([2, 3]);
  });

  test('an array of owners is judged as item 1: somebody else’s shuts their own out [5.7 owner-array]', () => {
    const other = portalOf({ ...data, portal: { rights: 'own', webhook: { userId: 6 } } });
    const rows = { filter: { '=ownerType': 'D', '=ownerId': [2, 3] } };
    expect([other.ask('crm.item.productrow.list', rows).error, ids(portalOf(data).ask('crm.item.productrow.list', rows))]).toEqual([
      ['ACCESS_DENIED', 'Access denied'],
      [2, 3],
    ]);
  });

  test('still sees every funnel, and is no administrator [5 rights]', () => {
    expect([ids(ask('crm.category.list', { entityTypeId: 2 })), ask('profile').result]).toMatchObject([[0, 5], { ADMIN: false }]);
  });
});

test('a funnel that may not be read is left out of the funnels, its deals out of everything [5.4 categories] [5 rights]', () => {
  const { ask } = portalOf({ ...data, portal: { funnels: [5], webhook } });
  const categories = ask('crm.category.list', { entityTypeId: 2 });
  expect([
    ids(categories),
    categories.body['total'],
    ids(ask('crm.deal.list')),
    ids(ask('crm.stagehistory.list', { entityTypeId: 2 })),
  ]).toEqual([[5], 1, [3], [3]]);
  expect(ids(ask('crm.lead.list'))).toEqual([1]);
});

test('somebody without a right to CRM gets empty lists from controllers [5 rights]', () => {
  const { ask } = portalOf({ ...data, portal: { rights: 'none', webhook } });
  expect(ask('crm.item.list', { entityTypeId: 2 }).body).toMatchObject({ result: { items: [] }, total: 0 });
  expect(ask('crm.deal.get', { id: 1 }).error).toEqual(['', 'Access denied.']);
});

test('controllers answer intranet users only, old methods anybody [1.4 allowed-only-intranet-user]', () => {
  const { ask } = portalOf({ ...data, users: [{ ID: '5', USER_TYPE: 'extranet' }], portal: { webhook } });
  expect(ask('crm.item.list', { entityTypeId: 2 })).toMatchObject({
    status: 403,
    error: ['allowed_only_intranet_user', 'Action is allowed for intranet users only'],
  });
  expect(ask('crm.deal.list').status).toBe(200);
});

describe('app.info with a webhook', () => {
  test('answers scopes and plan, as the server code does [5.11 app-info]', () => {
    const { ask } = portalOf({ portal: { scopes: ['crm'], plan: 'ru_basic' } });
    expect(ask('app.info').result).toEqual({ SCOPE: ['crm'], LICENSE: 'ru_basic' });
  });

  test('is refused, as the documentation says [5.11 app-info] [1.4 access-denied-rights]', () => {
    const { ask } = portalOf({ portal: { appInfo: 'refused' } });
    expect(ask('app.info')).toMatchObject({ status: 403, error: ['ACCESS_DENIED', 'Access denied! Application context required'] });
  });
});

test('feature.get says which features the plan has, and wants a CODE [5.11 service]', () => {
  const { ask } = portalOf({ portal: { features: ['rest_offline_extended'] } });
  expect([
    ask('feature.get', { CODE: 'rest_offline_extended' }).result,
    ask('feature.get', { code: 'rest_auth_connector' }).result,
    ask('feature.get').error,
  ]).toEqual([{ value: 'Y' }, { value: 'N' }, ['CODE_EMPTY', "CODE can't be empty"]]);
});
