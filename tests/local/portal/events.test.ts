// Events of an application (6): subscriptions, the queue of offline events, and what is sent to handlers.
// One file, because it follows one section of the reference from its beginning to its end.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createPortal } from '../../../local/portal/portal';
import { servePortal } from '../../../local/portal/server';
import { application, people, tokensOf } from './application';
import { noon, portalOf, type Reply, reply, type TestPortal } from './harness';

const features = ['rest_offline_extended', 'rest_auth_connector'];
const start = Date.parse(noon) / 1000;

interface Bench extends TestPortal {
  /** Calls with a token of a person (default: the administrator). */
  call(method: string, params?: object, person?: number): Reply;
  /** Events of the queue, removed by reading. */
  queue(params?: object): Record<string, unknown>[];
}

function bench(settings: object = {}, deals: object[] = []): Bench {
  const at = portalOf({
    portal: { host: 'acme.bitrix24.test', memberId: 'm1', app: application, features, ...settings },
    users: people,
    deals: deals as [],
  });
  const tokens = { 1: tokensOf(at, 1).access_token, 8: tokensOf(at, 8).access_token };
  const call: Bench['call'] = (method, params = {}, person = 1) => {
    const body = JSON.stringify({ ...params, auth: tokens[person as 1 | 8] });
    return reply(at.send({ method: 'POST', path: `/rest/${method}`, headers: { 'content-type': 'application/json' }, body }));
  };
  const queue: Bench['queue'] = (params = {}) => (call('event.offline.get', params).result as { events: Record<string, unknown>[] }).events;
  return { ...at, call, queue };
}

const offline = { event: 'ONCRMDEALUPDATE', event_type: 'offline' };
const denied = (detail = ''): unknown[] => [403, 'ACCESS_DENIED', `Access denied!${detail}`];
const refusal = ({ status, error }: Reply): unknown[] => [status, ...error];
const names = (events: readonly Record<string, unknown>[]): unknown[] =>
  events.map((event) => [event['EVENT_NAME'], (event['EVENT_DATA'] as { FIELDS: { ID: number } }).FIELDS.ID]);

test.each(['events', 'event.bind', 'event.unbind', 'event.get', 'event.offline.get', 'event.offline.clear', 'event.offline.error'])(
  '%s with a webhook is refused, in a batch too [6 events-webhook]',
  (method) => {
    const { ask } = portalOf({});
    const text = 'Current authorization type is denied for this method';
    expect([
      refusal(ask(method, { event: 'ONCRMDEALADD', handler: 'https://app.test/' })),
      (ask('batch', { cmd: [method] }).result as Record<string, unknown>)['result_error'],
    ]).toEqual([[403, 'WRONG_AUTH_TYPE', text], [{ error: 'WRONG_AUTH_TYPE', error_description: text }]]);
  },
);

describe('event.bind [6 event-bind]', () => {
  test.each([
    ['without an event', {}, [400, 'ERROR_ARGUMENT', "Argument 'EVENT' is null or empty"]],
    ['without a handler', { event: 'ONCRMDEALADD' }, [400, 'ERROR_ARGUMENT', "Argument 'HANDLER' is null or empty"]],
    ['of another kind', { event: 'ONCRMDEALADD', event_type: 'x' }, [400, 'ERROR_ARGUMENT', 'Value must be one of {online|offline}']],
    ['of an event that is none', { event: 'ONNOTHING', handler: 'https://a.test/' }, [400, 'ERROR_EVENT_NOT_FOUND', 'Event not found']],
    ['with a handler that is no address', { event: 'ONCRMDEALADD', handler: 'app' }, [400, 'ERROR_WRONG_HANDLER_URL', 'Wrong handler URL']],
    [
      'with a handler without a dot',
      { event: 'ONCRMDEALADD', handler: 'https://localhost/' },
      [400, 'ERROR_WRONG_HANDLER_URL', 'Wrong handler URL'],
    ],
    [
      'with a handler of another protocol',
      { event: 'ONCRMDEALADD', handler: 'ftp://a.test/' },
      [400, 'ERROR_UNSUPPORTED_PROTOCOL', 'Unsupported handler protocol'],
    ],
  ])('%s is refused', (_, params, expected) => {
    expect(refusal(bench().call('event.bind', params))).toEqual(expected);
  });

  test('names the argument that is wrong [1.4 error-argument]', () => {
    expect(bench().call('event.bind', { event: 'ONCRMDEALADD' }).body['argument']).toBe('HANDLER');
  });

  test('of a scope that the application lacks finds no event', () => {
    const { call } = bench({ app: { ...application, scopes: ['im'] } });
    expect(call('event.bind', { event: 'ONCRMDEALADD', handler: 'https://a.test/' }).error[0]).toBe('ERROR_EVENT_NOT_FOUND');
  });

  test('takes parameters in any case, once for the same handler; event.get lists, event.unbind counts', () => {
    const { call } = bench();
    const wanted = { EVENT: 'onCrmDealAdd', Handler: 'https://app.test/deal' };
    const list = [
      { event: 'ONCRMDEALADD', handler: 'https://app.test/deal', auth_type: '0', offline: 0 },
      { event: 'ONCRMDEALUPDATE', connector_id: '', offline: 1 },
    ];
    expect([
      call('event.bind', wanted).result,
      refusal(call('event.bind', wanted)),
      call('event.bind', offline).result,
      call('event.get').result,
      call('event.unbind', wanted).result,
      call('event.unbind', wanted).result,
      call('event.unbind', offline).result,
      call('event.get').result,
    ]).toEqual([
      true,
      [400, 'ERROR_CORE', 'Unable to set event handler: Handler already binded'],
      true,
      list,
      { count: 1 },
      { count: 0 },
      { count: 1 },
      [],
    ]);
  });

  test('by a plain user is theirs; offline events and tokens of others are an administrator’s', () => {
    const { call } = bench();
    const wanted = { event: 'ONCRMDEALADD', handler: 'https://app.test/' };
    expect([
      call('event.bind', wanted, 8).result,
      call('event.get', {}, 8).result,
      refusal(call('event.bind', { ...wanted, auth_type: 1 }, 8)),
      refusal(call('event.bind', offline, 8)),
      refusal(call('event.offline.get', {}, 8)),
      refusal(call('event.offline.clear', { process_id: 'x' }, 8)),
    ]).toEqual([
      true,
      [{ event: 'ONCRMDEALADD', handler: 'https://app.test/', auth_type: '8', offline: 0 }],
      denied(' Event binding with AUTH_TYPE requires administrator access rights'),
      denied(' Offline events binding requires administrator access rights'),
      denied(),
      denied(),
    ]);
  });

  test('events lists what can be subscribed to by the scopes of the application', () => {
    const crm = (settings: object): unknown =>
      (bench(settings).call('events').result as string[]).filter((name) => name.startsWith('ONCRMDEAL'));
    expect([crm({}), crm({ app: { ...application, scopes: [] } })]).toEqual([['ONCRMDEALADD', 'ONCRMDEALUPDATE', 'ONCRMDEALDELETE'], []]);
  });
});

describe('offline events [6 offline-events]', () => {
  test('start to be kept with the subscription: what happened before is lost', () => {
    const { call, portal, queue } = bench({}, [{ id: 1 }, { id: 2 }]);
    portal.mutate({ deals: [{ id: 1, title: 'before' }] });
    call('event.bind', offline);
    portal.mutate({ deals: [{ id: 2, title: 'after' }] });
    expect(queue()).toEqual([
      {
        ID: '1',
        TIMESTAMP_X: noon,
        EVENT_NAME: 'ONCRMDEALUPDATE',
        EVENT_DATA: { FIELDS: { ID: 2 } },
        EVENT_ADDITIONAL: { user_id: 0 },
        MESSAGE_ID: expect.stringMatching(/^[0-9a-f]{32}$/),
      },
    ]);
  });

  test('tell adding from changing from deleting, of each kind of object', () => {
    const { call, portal, queue } = bench({}, [{ id: 1 }]);
    const kinds = ['DEAL', 'LEAD', 'CONTACT', 'COMPANY', 'ACTIVITY'];
    for (const kind of kinds)
      for (const action of ['ADD', 'UPDATE', 'DELETE']) call('event.bind', { event: `ONCRM${kind}${action}`, event_type: 'offline' });
    portal.mutate({ deals: [{ id: 1 }, { id: 2 }, { id: 2 }], leads: [{ id: 5 }], activities: [{ ID: '9' }], delete: { deals: [1, 99] } });
    portal.mutate({ leads: [{ id: 5 }], contacts: [{ id: 3 }], companies: [{ id: 4 }], delete: { activities: ['9'], leads: [5] } });
    expect(names(queue())).toEqual([
      ['ONCRMDEALUPDATE', 1],
      ['ONCRMDEALADD', 2],
      ['ONCRMDEALUPDATE', 2],
      ['ONCRMDEALDELETE', 1],
      ['ONCRMLEADADD', 5],
      ['ONCRMACTIVITYADD', 9],
      ['ONCRMLEADUPDATE', 5],
      ['ONCRMLEADDELETE', 5],
      ['ONCRMCONTACTADD', 3],
      ['ONCRMCOMPANYADD', 4],
      ['ONCRMACTIVITYDELETE', 9],
    ]);
  });

  test('keep the last state of an object, not its history', () => {
    const { call, portal, clock, queue } = bench({}, [{ id: 1 }, { id: 2 }]);
    call('event.bind', offline);
    for (const id of [1, 2, 1, 1]) {
      clock.advance(60_000);
      portal.mutate({ deals: [{ id }] });
    }
    const seen = queue().map((event) => [(event['EVENT_DATA'] as { FIELDS: { ID: number } }).FIELDS.ID, event['TIMESTAMP_X']]);
    expect(seen).toEqual([
      [2, '2025-05-20T12:02:00+03:00'],
      [1, '2025-05-20T12:04:00+03:00'],
    ]);
  });

  test('are removed by reading, 50 at a time or as many as asked for, the oldest first', () => {
    const { call, portal, queue } = bench();
    call('event.bind', { event: 'ONCRMDEALADD', event_type: 'offline' });
    portal.mutate({ deals: Array.from({ length: 60 }, (_, index) => ({ id: index + 1 })) });
    const whole = call('event.offline.get').result as { process_id: unknown; events: unknown[] };
    expect([whole.process_id, whole.events.length, queue({ limit: 3 }).length, queue().length, queue()]).toEqual([null, 50, 3, 7, []]);
    expect(call('event.offline.get', { limit: 0 })).toMatchObject({
      status: 400,
      error: ['ERROR_ARGUMENT', 'Value must be positive integer'],
    });
  });

  test('are reserved with clear 0 until they are confirmed, by id, by message, or whole', () => {
    const { call, portal } = bench();
    call('event.bind', { event: 'ONCRMDEALADD', event_type: 'offline' });
    portal.mutate({ deals: [1, 2, 3, 4].map((id) => ({ id })) });
    type Batch = { process_id: string; events: { ID: string; MESSAGE_ID: string }[] };
    const batch = call('event.offline.get', { clear: 0 }).result as Batch;
    const again = (): number => (call('event.offline.get', { clear: 0, process_id: batch.process_id }).result as Batch).events.length;
    const others = (call('event.offline.get', { clear: 0 }).result as Batch).events.length;
    const counts = [batch.events.length, others, again()];
    call('event.offline.clear', { process_id: batch.process_id, id: [batch.events[0]?.ID] });
    counts.push(again());
    call('event.offline.clear', { process_id: batch.process_id, message_id: [batch.events[1]?.MESSAGE_ID] });
    counts.push(again());
    const cleared = call('event.offline.clear', { process_id: batch.process_id }).result;
    expect([batch.process_id.length, counts, cleared, again()]).toEqual([32, [4, 0, 4, 3, 2], true, 0]);
  });

  test('a change while its entry is reserved makes a new entry', () => {
    const { call, portal, queue } = bench({}, [{ id: 1 }]);
    call('event.bind', offline);
    portal.mutate({ deals: [{ id: 1 }] });
    call('event.offline.get', { clear: 0 });
    portal.mutate({ deals: [{ id: 1 }] });
    expect(names(queue())).toEqual([['ONCRMDEALUPDATE', 1]]);
  });

  test('that could not be handled are set apart, and come with error 1 only', () => {
    const { call, portal, queue } = bench({}, [{ id: 1 }, { id: 2 }]);
    call('event.bind', offline);
    portal.mutate({ deals: [{ id: 1 }, { id: 2 }] });
    const { process_id, events } = call('event.offline.get', { clear: 0 }).result as {
      process_id: string;
      events: Record<string, unknown>[];
    };
    const marked = call('event.offline.error', { process_id, message_id: [events[0]?.['MESSAGE_ID']] }).result;
    expect([marked, queue(), names(queue({ error: 1 }))]).toEqual([true, [], [['ONCRMDEALUPDATE', 1]]]);
  });

  test.each([
    [['rest_offline_extended'], 200],
    [['rest_auth_connector'], 403],
    [[], 403],
  ])('reserving is a feature of the plan: with the features %j it is answered %d', (features, status) => {
    const { call } = bench({ features });
    expect([call('event.offline.get', { clear: 0 }).status, call('event.offline.get').status]).toEqual([status, 200]);
  });

  test.each([
    ['everything', {}, [1, 2, 3]],
    ['by id', { filter: { '>=ID': 1, '<=id': 2 } }, [1, 2]],
    ['by event', { filter: { '=EVENT_NAME': 'ONCRMDEALUPDATE' } }, []],
    ['by time', { filter: { '>=TIMESTAMP_X': '2025-05-20T12:00:01+03:00' } }, [3]],
    ['the other way round', { order: { ID: 'desc' } }, [3, 2, 1]],
    ['by two fields', { order: { TIMESTAMP_X: 'DESC', ID: 'ASC' } }, [3, 1, 2]],
  ])('are asked for %s', (_, params, expected) => {
    const { call, portal, clock, queue } = bench();
    call('event.bind', { event: 'ONCRMDEALADD', event_type: 'offline' });
    portal.mutate({ deals: [{ id: 1 }, { id: 2 }] });
    clock.advance(1500);
    portal.mutate({ deals: [{ id: 3 }] });
    expect(queue(params).map((event) => (event['EVENT_DATA'] as { FIELDS: { ID: number } }).FIELDS.ID)).toEqual(expected);
  });

  test.each([
    [{ filter: { '!ID': 1 } }, 'Filter operation not allowed: !'],
    [{ filter: { FIELD: 1 } }, 'Filter field not allowed: FIELD'],
    [{ filter: 'ID' }, 'The filter is not an array.'],
    [{ filter: { '=ID': [1] } }, "The value of an argument '=ID' has an invalid type"],
    [{ order: { FIELD: 'ASC' } }, 'Order field not allowed: FIELD'],
    [{ order: { ID: 'up' } }, 'Order direction should be one of {ASC|DESC}'],
  ])('%j is refused', (params, text) => {
    expect(refusal(bench().call('event.offline.get', params))).toEqual([400, 'ERROR_ARGUMENT', text]);
  });

  test.each([
    [{}, "Argument 'PROCESS_ID' is null or empty"],
    [{ process_id: 'x', id: 'y' }, 'Value must be array of integers'],
    [{ process_id: 'x', id: [0] }, 'Value must be array of integers'],
    [{ process_id: 'x', message_id: 'y' }, 'Value must be array of MESSAGE_ID values'],
    [{ process_id: 'x', message_id: ['short'] }, 'Value must be array of MESSAGE_ID values'],
  ])('event.offline.clear of %j is refused', (params, text) => {
    expect(refusal(bench().call('event.offline.clear', params))).toEqual([400, 'ERROR_ARGUMENT', text]);
  });

  test('of a connector lie in a queue of their own', () => {
    const { call, portal, queue } = bench({}, [{ id: 1 }]);
    call('event.bind', { ...offline, auth_connector: 'crm-sync' });
    portal.mutate({ deals: [{ id: 1 }] });
    expect([queue(), names(queue({ auth_connector: 'crm-sync' }))]).toEqual([[], [['ONCRMDEALUPDATE', 1]]]);
  });
});

describe('an event for a handler [6 event-payload]', () => {
  test('is a form with nested brackets, sent once, without tokens unless the subscription names a user', () => {
    const { call, portal } = bench({}, [{ id: 1765 }]);
    call('event.bind', { event: 'ONCRMDEALDELETE', handler: 'https://app.test/gone' });
    portal.mutate({ delete: { deals: [1765] } });
    const [sent, ...more] = portal.takeEvents();
    expect([sent?.url, sent?.headers['content-type'], more, portal.takeEvents()]).toEqual([
      'https://app.test/gone',
      'application/x-www-form-urlencoded',
      [],
      [],
    ]);
    expect(Object.fromEntries(new URLSearchParams(sent?.body))).toEqual({
      event: 'ONCRMDEALDELETE',
      event_handler_id: '1',
      'data[FIELDS][ID]': '1765',
      ts: String(start),
      'auth[domain]': 'acme.bitrix24.test',
      'auth[server_endpoint]': 'https://oauth.bitrix.info/rest/',
      'auth[client_endpoint]': 'https://acme.bitrix24.test/rest/',
      'auth[member_id]': 'm1',
      'auth[application_token]': expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    expect(sent?.body).toContain('data%5BFIELDS%5D%5BID%5D=1765');
  });

  test('brings a token of the user that the subscription names, and it works', () => {
    const { call, portal, send } = bench();
    call('event.bind', { event: 'ONCRMDEALADD', handler: 'https://app.test/new', auth_type: 8 });
    portal.mutate({ deals: [{ id: 1 }] });
    const form = new URLSearchParams(portal.takeEvents()[0]?.body);
    expect([
      form.get('auth[user_id]'),
      form.get('auth[expires]'),
      form.has('auth[refresh_token]'),
      reply(send({ path: `/rest/profile?auth=${form.get('auth[access_token]')}` })).result,
    ]).toEqual(['8', String(start + 3600), false, expect.objectContaining({ ID: '8' })]);
  });

  test('is posted by the server to its handler; a handler that is away loses it', async () => {
    const bodies: string[] = [];
    let arrived: () => void = () => undefined;
    const handled = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const handler = createServer((incoming, outgoing) => {
      let body = '';
      incoming.on('data', (chunk) => {
        body += chunk;
      });
      incoming.on('end', () => {
        bodies.push(`${incoming.method} ${incoming.url} ${new URLSearchParams(body).get('event')}`);
        outgoing.end();
        arrived();
      });
    });
    await new Promise<void>((resolve) => handler.listen(0, '127.0.0.1', resolve));
    const { clock } = portalOf({});
    const portal = createPortal({ data: { portal: { app: application }, users: people }, clock });
    const at = { send: (request: object) => portal.handle({ method: 'GET', headers: {}, body: '', path: '', ...request }) } as TestPortal;
    const server = await servePortal(portal, { port: 0 });
    const bind = (address: string): Promise<unknown> =>
      fetch(`${server.origin}/rest/event.bind?event=ONCRMDEALADD&handler=${address}&auth=${tokensOf(at).access_token}`);
    await bind('http://127.0.0.1:9/away');
    await bind(`http://127.0.0.1:${(handler.address() as AddressInfo).port}/here`);
    await fetch(`${server.origin}/_mutate`, { method: 'POST', body: '{"deals":[{"id":1}]}' });
    await handled;
    await server.close();
    handler.closeAllConnections();
    await new Promise((resolve) => handler.close(resolve));
    expect(bodies).toEqual(['POST /here ONCRMDEALADD']);
  });
});
