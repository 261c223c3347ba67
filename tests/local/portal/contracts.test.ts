// The official examples of Bitrix24's documentation, read in place: the portal is filled with what an example answers, asked what the example asks, and must
// answer the same.
import type { PortalFile, PortalOptions } from '../../../local/portal/portal';
import { portalOf } from './harness';
import { type Contract, contractTest, type Rows, read, rows } from './official-examples';

const plus2: PortalFile['portal'] = { timeZone: 'Etc/GMT-2' };
const plus3: PortalFile['portal'] = { timeZone: 'Etc/GMT-3' };
const utc: PortalFile['portal'] = { timeZone: 'UTC' };

const byId = (list: unknown): unknown =>
  Array.isArray(list)
    ? [...list].sort((a: Record<string, unknown>, b: Record<string, unknown>) => Number(a['id'] ?? a['ID']) - Number(b['id'] ?? b['ID']))
    : list;

/** Result with lists in order of ids: some examples are not sorted as they were asked to be. */
const comparable = (result: unknown): unknown => {
  if (Array.isArray(result)) return byId(result);
  if (typeof result !== 'object' || result === null) return result;
  return Object.fromEntries(Object.entries(result).map(([key, value]) => [key, byId(value)]));
};

/** Data that the portal needs to give an example's answer, and changes to requests whose printed answer does not follow from them. */
const lists: readonly [name: string, data: (contract: Contract) => PortalFile, request?: Record<string, unknown>][] = [
  ['crm.item.list', (contract) => ({ portal: plus2, leads: rows(contract, 'items') })],
  ['crm.item.list.deals_keyset', (contract) => ({ portal: plus2, deals: rows(contract, 'items') })],
  ['crm.item.list.original_uf_names_defect', () => ({ leads: [1, 2, 3, 4, 5, 6, 7].map((id) => ({ id })) })],
  // The answer printed there belongs to another owner and has every field.
  [
    'crm.stagehistory.list',
    (contract) => ({ portal: utc, stageHistory: rows(contract, 'items') }),
    { filter: { OWNER_ID: 21 }, select: [] },
  ],
  ['crm.item.productrow.list', (contract) => ({ productRows: rows(contract, 'productRows') })],
  ['crm.category.list', (contract) => ({ categories: rows(contract, 'categories') })],
  ['crm.status.list', (contract) => ({ statuses: rows(contract) })],
  ['crm.activity.list', (contract) => ({ portal: plus3, activities: rows(contract) }), { filter: {}, select: ['*'] }],
  ['department.get', (contract) => ({ departments: rows(contract) })],
  ['profile', (contract) => ({ users: [rows(contract) as unknown as Record<string, unknown>] })],
  ['crm.currency.base.get', (contract) => ({ currencies: [{ CURRENCY: rows(contract), BASE: 'Y' }] })],
  ['method.get', () => ({})],
];

describe.each(lists)('%s', (name, data, request) => {
  contractTest('answers what the example answers', () => {
    const contract = read(name);
    const answer = portalOf(data(contract)).ask(contract.method, { ...contract.request, ...request });
    expect(answer.status).toBe(contract.status);
    expect(comparable(answer.result)).toEqual(comparable(contract.response['result']));
    const timeless = Object.keys(contract.response).filter((key) => key !== 'next');
    expect(Object.keys(answer.body).sort()).toEqual(timeless.sort());
  });
});

contractTest('the time block has the keys and types of the examples', () => {
  const example = read('crm.status.list').response['time'] as Record<string, unknown>;
  const { ask } = portalOf({ deals: [{ id: 1 }] }, { pageMs: 200 });
  const time = ask('crm.item.list', { entityTypeId: 2 }).body['time'] as Record<string, unknown>;
  const shape = (block: Record<string, unknown>): unknown =>
    Object.fromEntries(Object.entries(block).map(([key, value]) => [key, typeof value]));
  expect(shape(time)).toEqual(shape(example));
});

contractTest('crm.currency.list answers the example, whose codes are told apart', () => {
  const contract = read('crm.currency.list');
  const distinct = rows(contract).filter((_, index) => index !== 1);
  expect(portalOf({ currencies: distinct }).ask('crm.currency.list', contract.request).body).toMatchObject({ result: distinct, total: 0 });
});

contractTest('user.get answers the fields of the example with their types', () => {
  const contract = read('user.get');
  const { ask } = portalOf({ users: rows(contract) });
  const answer = ask('user.get', { ...contract.request, start: 0 });
  const [example] = rows(contract);
  expect(answer.body['total']).toBe(2);
  expect((answer.result as Rows)[0]).toMatchObject(example ?? {});
});

contractTest('crm.item.get answers the documented fields of the example', () => {
  const contract = read('crm.item.get');
  const item = (contract.response['result'] as Record<string, Record<string, unknown>>)['item'] ?? {};
  const answer = portalOf({ portal: plus2, leads: [item] }).ask('crm.item.get', contract.request);
  const answered = (answer.result as Record<string, Record<string, unknown>>)['item'] ?? {};
  // Besides documented fields the example shows dead ones (login, icq …); only their absence may differ.
  expect(item).toMatchObject(answered);
  expect(Object.keys(item).filter((key) => !(key in answered))).toEqual([
    'dateCreateShort',
    'dateModifyShort',
    'isConvert',
    'productId',
    'shortName',
    'login',
    'searchContent',
    'phoneMobile',
    'phoneWork',
    'phoneMailing',
    'emailHome',
    'emailWork',
    'emailMailing',
    'skype',
    'icq',
    'imol',
    'email',
    'phone',
  ]);
});

describe.each<[string, PortalFile, Partial<PortalOptions>?]>([
  ['error.invalid_filter', {}],
  ['error.item_not_found', {}],
  ['error.method_not_found', {}],
  ['error.insufficient_scope', { portal: { scopes: ['crm'] } }],
  ['error.invalid_credentials', {}, { faults: [{ fault: 'auth' }] }],
  ['error.query_limit_exceeded', {}, { burst: 0 }],
  ['error.operation_time_limit', {}, { faults: [{ fault: 'operation-limit' }] }],
])('%s', (name, data, options) => {
  contractTest('is the example, status and text', () => {
    const contract = read(name);
    const { ask } = portalOf(data, options);
    const answer = ask(contract.method, contract.request);
    expect([answer.status, answer.body]).toEqual([contract.status, contract.response]);
  });
});

contractTest('error.no_auth_found is the example, status and text', () => {
  const contract = read('error.no_auth_found');
  const { send } = portalOf({});
  const response = send({ path: `/rest/${contract.method}?entityTypeId=2` });
  expect([response.status, JSON.parse(response.body)]).toEqual([contract.status, contract.response]);
});

describe('batch', () => {
  const withoutTimes = (contract: { response: Record<string, unknown> } | { body: Record<string, unknown> }): unknown => {
    const body = 'response' in contract ? contract.response : contract.body;
    const { result_time, ...result } = body['result'] as Record<string, unknown>;
    return [result, Object.keys(result_time as object)];
  };

  contractTest.each(['batch.errors_halt0', 'batch.errors_halt1'])('%s is answered as printed', (name) => {
    const contract = read(name);
    const answer = portalOf({ portal: { scopes: ['crm'] } }).ask('batch', contract.request);
    expect([answer.status, withoutTimes(answer)]).toEqual([contract.status, withoutTimes(contract)]);
  });

  contractTest('batch.linked is answered as printed', () => {
    const contract = read('batch.linked');
    const { get_user, get_department } = (contract.response['result'] as Record<string, Record<string, unknown>>)['result'] ?? {};
    const { ask } = portalOf({ users: [get_user as Record<string, unknown>], departments: get_department as Rows });
    const answer = ask('batch', contract.request);
    expect(answer.body).toMatchObject({
      result: {
        result: { get_user, get_department },
        result_error: [],
        result_total: { get_department: 1 },
        result_next: [],
        result_time: { get_user: {}, get_department: {} },
      },
    });
  });

  contractTest('batch.length_exceeded is answered as printed', () => {
    const contract = read('batch.length_exceeded');
    const { clock, ask } = portalOf({ portal: utc });
    clock.advance(Date.parse('2024-08-05T09:02:13Z') - clock.now());
    const answer = ask('batch', contract.request);
    expect([answer.status, withoutTimes(answer)]).toEqual([contract.status, withoutTimes(contract)]);
  });
});
