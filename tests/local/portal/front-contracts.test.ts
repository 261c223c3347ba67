// Official examples that concern the front of the portal: refusals, events, OAuth, and the methods about the portal itself.
import type { FaultRule, PortalFile, PortalOptions } from '../../../local/portal/portal';
import { application, people, tokensOf } from './application';
import { portalOf, type Reply, reply, type TestPortal } from './harness';
import { type Contract, contractTest, read } from './official-examples';

/** Names of keys and types of values, lists by their first entry: what an example promises whatever its data. */
function shape(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? [] : [shape(value[0])];
  if (typeof value !== 'object' || value === null) return value === null ? null : typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, shape(member)]));
}

const withFault = (fault: FaultRule['fault']): Partial<PortalOptions> => ({ faults: [{ fault }] });

describe.each<[string, PortalFile, Partial<PortalOptions>?]>([
  ['error.access_denied_plan', { portal: { subscription: false } }],
  ['error.overload_limit', { portal: { webhook: { held: true } } }],
  ['error.portal_deleted', { portal: { closed: true } }],
  ['error.wrong_auth_type', {}],
  ['error.invalid_credentials', {}, withFault('auth')],
  ['error.operation_time_limit', {}, withFault('operation-limit')],
])('%s', (name, data, options) => {
  contractTest('is the example, status and text; the other status by the other source', () => {
    const contract = read(name) as Contract & { server_code_status?: number; documented_status?: number };
    const statusBy = (statuses: PortalOptions['statuses']): Reply => {
      const { ask } = portalOf(data, { ...options, ...(statuses === undefined ? {} : { statuses }) });
      return ask(contract.method, contract.request);
    };
    const answer = statusBy(undefined);
    expect([answer.status, answer.body]).toEqual([contract.status, contract.response]);
    if (contract.server_code_status !== undefined) expect(statusBy('server').status).toBe(contract.server_code_status);
    if (contract.documented_status !== undefined) expect(statusBy('docs').status).toBe(contract.documented_status);
  });
});

/** A portal with an application and a way to call with its token. */
function withApplication(settings: object = {}): TestPortal & { call(method: string, params: object): Reply } {
  const at = portalOf({ portal: { app: application, features: ['rest_auth_connector'], ...settings }, users: people });
  const { access_token } = tokensOf(at);
  const headers = { 'content-type': 'application/json' };
  return {
    ...at,
    call: (method, params) =>
      reply(at.send({ method: 'POST', path: `/rest/${method}`, headers, body: JSON.stringify({ auth: access_token, ...params }) })),
  };
}

contractTest('error.expired_token is the example, status and text', () => {
  const contract = read('error.expired_token');
  const at = withApplication();
  at.clock.advance(3_600_000);
  const { auth: _, ...request } = contract.request;
  const answer = at.call(contract.method, request);
  expect([answer.status, answer.body]).toEqual([contract.status, contract.response]);
});

contractTest('app.info answers the example to an application', () => {
  const contract = read('app.info');
  const { ID, CODE, STATUS, LICENSE } = contract.response['result'] as { ID: number; CODE: string; STATUS: 'F'; LICENSE: string };
  const at = withApplication({ plan: LICENSE, app: { ...application, id: ID, code: CODE, status: STATUS } });
  const answer = at.call(contract.method, contract.request);
  expect([answer.status, { ...(answer.result as object), VERSION: 4 }, shape(answer.body)]).toEqual([
    contract.status,
    contract.response['result'],
    shape(contract.response),
  ]);
});

contractTest('event.bind answers the example, with the keys of its time', () => {
  const contract = read('event.bind');
  const answer = withApplication().call(contract.method, contract.request);
  expect([answer.status, shape(answer.body)]).toEqual([contract.status, shape(contract.response)]);
});

contractTest('event.offline.get answers the keys and types of the example; who did it and what changed may be false', () => {
  const contract = read('event.offline.get');
  const at = withApplication();
  at.call('event.bind', { event: 'ONCRMLEADADD', event_type: 'offline', auth_connector: contract.request['auth_connector'] });
  at.portal.mutate({ leads: [{ id: 7 }] });
  // The message id of the example is a number, real ones are 32 characters.
  const answer = at.call(contract.method, { ...contract.request, filter: { '=EVENT_NAME': 'ONCRMLEADADD', '>=ID': 1 } });
  const { result } = contract.response as { result: { events: Record<string, unknown>[] } };
  const events = result.events.map((event) => ({ ...event, EVENT_DATA: { FIELDS: { ID: 7 } }, EVENT_ADDITIONAL: { user_id: 0 } }));
  expect([answer.status, shape(answer.body)]).toEqual([contract.status, shape({ ...contract.response, result: { ...result, events } })]);
});

contractTest('event.offline.clear answers the example', () => {
  const contract = read('event.offline.clear');
  const answer = withApplication().call(contract.method, contract.request);
  expect([answer.status, shape(answer.body)]).toEqual([contract.status, shape(contract.response)]);
});

contractTest('event.ONCRMDEALDELETE is sent with the keys of the example', () => {
  const { request } = read('event.ONCRMDEALDELETE') as Contract & { request: { data: { FIELDS: { ID: string } } } };
  const at = withApplication({ host: 'some-domain.bitrix24.com', memberId: 'a223c6b3710f85df22e9377d6c4f7553' });
  const { ID } = request.data.FIELDS;
  at.portal.mutate({ deals: [{ id: Number(ID) }] });
  at.call('event.bind', { event: 'ONCRMDEALDELETE', handler: 'https://www.my-domain.com/handler/' });
  at.portal.mutate({ delete: { deals: [ID] } });
  const sent = new URLSearchParams(at.portal.takeEvents()[0]?.body);
  const form = new Map<string, string>();
  const flatten = (values: object, prefix: string): void => {
    for (const [key, value] of Object.entries(values)) {
      const name = prefix === '' ? key : `${prefix}[${key}]`;
      if (typeof value === 'object') flatten(value as object, name);
      else form.set(name, String(value));
    }
  };
  flatten(request, '');
  for (const own of ['event_handler_id', 'ts', 'auth[application_token]']) form.set(own, sent.get(own) ?? 'missing');
  expect(Object.fromEntries(sent)).toEqual(Object.fromEntries(form));
});

describe('the authorization server', () => {
  const settings = {
    host: 'portal.bitrix24.com',
    memberId: 'a223c6b3710f85df22e9377d6c4f7553',
    app: {
      ...application,
      clientId: 'EXAMPLE_CLIENT_ID',
      clientSecret: 'EXAMPLE_CLIENT_SECRET',
      scopes: ['crm', 'entity', 'im', 'task'],
      status: 'F' as const,
    },
  };
  const own = ['access_token', 'refresh_token', 'expires', 'user_id'];
  const constant = (body: Record<string, unknown>): unknown =>
    Object.fromEntries(Object.entries(body).filter(([key]) => !own.includes(key)));
  const ask = ({ send }: TestPortal, request: object): ReturnType<TestPortal['send']> =>
    send({ path: `/oauth/token/?${new URLSearchParams(request as Record<string, string>)}`, headers: { host: 'oauth.bitrix.info' } });

  contractTest('answers oauth.token.authorization_code and oauth.token.refresh, but for tokens and times', () => {
    const [exchange, refresh] = [read('oauth.token.authorization_code'), read('oauth.token.refresh')];
    const at = portalOf({ portal: settings });
    const page = at.send({ path: '/oauth/authorize/?client_id=EXAMPLE_CLIENT_ID' });
    const code = new URL(page.headers['location'] ?? '').searchParams.get('code');
    const first = ask(at, { ...exchange.request, code });
    const tokens = JSON.parse(first.body) as Record<string, unknown>;
    const second = ask(at, { ...refresh.request, refresh_token: tokens['refresh_token'] });
    const renewed = JSON.parse(second.body) as Record<string, unknown>;
    expect([first.status, constant(tokens), shape(tokens)]).toEqual([
      exchange.status,
      constant(exchange.response),
      shape(exchange.response),
    ]);
    expect([second.status, constant(renewed), shape(renewed)]).toEqual([
      refresh.status,
      constant(refresh.response),
      shape(refresh.response),
    ]);
  });

  contractTest('answers oauth.token.error to an application that is not paid', () => {
    const contract = read('oauth.token.error');
    const at = portalOf({ portal: { ...settings, app: { ...settings.app, paid: false } } });
    expect(JSON.parse(ask(at, contract.request).body)).toEqual(contract.response);
  });
});

contractTest.each(['scope', 'server.time'])('%s answers the shape of the example', (name) => {
  const contract = read(name);
  const answer = portalOf({}).ask(contract.method, contract.request);
  expect([answer.status, shape(answer.result), Object.keys(answer.body)]).toEqual([
    contract.status,
    shape(contract.response['result']),
    Object.keys(contract.response),
  ]);
});
