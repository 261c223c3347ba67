// Addresses, names and answers (1.1–1.3; bodies stand in bodies.test.ts): what a portal makes of a request before any method sees it.
import { request as httpRequest } from 'node:http';
import { createPortal } from '../../../local/portal/portal';
import { servePortal } from '../../../local/portal/server';
import { ids, noon, portalOf, reply } from './harness';

const path = '/rest/1/demo0secret0code/';
const deals = [1, 2, 3].map((id) => ({ id, title: `Deal ${id}` }));

test.each(['PROFILE', 'Profile', 'profile.json', 'profile.JSON', 'profile/', 'profile.json/', '/profile'])(
  'a method is found as %s [1.1 method-case]',
  (method) => {
    const { send } = portalOf({});
    expect(reply(send({ path: path + method })).result).toMatchObject({ ID: '1' });
  },
);

test('the suffix .xml answers XML: items without names, true as 1, nothing for null, and errors too [1.1 xml]', () => {
  const { send } = portalOf({ users: [{ ID: '1', NAME: 'A & "B" <C>' }], deals: [{ id: 1 }] }, { operatingLimit: 0 });
  const xml = (method: string): unknown[] => {
    const { status, headers, body } = send({ path: path + method });
    return [status, headers['content-type'], body.replace(/<time>.*<\/time>/, '<time/>')];
  };
  const type = 'text/xml; charset=utf-8';
  expect([
    xml('profile.xml'),
    xml('crm.item.list.XML?entityTypeId=2&select[]=id&select[]=companyId'),
    xml('nosuch.xml'),
    xml('batch.xml?cmd[a]=server.time&cmd[b]=nosuch'),
  ]).toEqual([
    [
      200,
      type,
      '<response><result><ID>1</ID><ADMIN>1</ADMIN><NAME>A &amp; &quot;B&quot; &lt;C&gt;</NAME><LAST_NAME></LAST_NAME><PERSONAL_GENDER></PERSONAL_GENDER><TIME_ZONE></TIME_ZONE></result><time/></response>',
    ],
    [
      200,
      type,
      expect.stringMatching(
        /^<response><result><items><item><id>1<\/id><companyId>0?<\/companyId><\/item><\/items><\/result><total>1<\/total>/,
      ),
    ],
    [404, type, '<response><error>ERROR_METHOD_NOT_FOUND</error><error_description>Method not found!</error_description></response>'],
    [
      200,
      type,
      expect.stringContaining(
        '<result_error><b><error>ERROR_METHOD_NOT_FOUND</error><error_description>Method not found!</error_description></b></result_error><result_total></result_total>',
      ),
    ],
  ]);
});

test('an address without the user id, or with a part too many, is a wrong method name [1.1 no-user-id]', () => {
  const { send } = portalOf({});
  const errors = ['/rest/demo0secret0code/profile', '/rest/1/demo0secret0code/', '/rest/api/1/demo0secret0code/profile', '/rest/'].map(
    (address) => reply(send({ path: address })).error,
  );
  expect(errors).toEqual(errors.map(() => ['ERROR_METHOD_NOT_FOUND', 'Method not found!']));
});

test('a user that is no number is as unknown as a wrong one, and the code of a webhook goes before a token', () => {
  const { send } = portalOf({});
  expect(
    ['/rest/john/demo0secret0code/profile', '/rest/1/wrong/profile?auth=x'].map((address) => reply(send({ path: address })).error[0]),
  ).toEqual(['INVALID_CREDENTIALS', 'INVALID_CREDENTIALS']);
});

describe('https [1.1 https-only]', () => {
  const ask = (options: { requireHttps?: boolean }, secure?: boolean): unknown => {
    const { portal } = portalOf({}, options);
    const request = { method: 'GET', path: `${path}profile`, headers: {}, body: '' };
    return reply(portal.handle(secure === undefined ? request : { ...request, secure })).status;
  };

  test('a webhook over plain http is served by default, because the emulator itself lives on loopback', () => {
    expect([ask({}, false), ask({}, true), ask({})]).toEqual([200, 200, 200]);
  });

  test('a portal that insists refuses it; a token over http is not refused by that check', () => {
    expect([ask({ requireHttps: true }, false), ask({ requireHttps: true }, true), ask({ requireHttps: true })]).toEqual([400, 200, 200]);
    const { portal } = portalOf({}, { requireHttps: true });
    const bare = { method: 'GET', path: '/rest/profile?auth=x', headers: {}, body: '', secure: false };
    expect(reply(portal.handle(bare)).error[0]).toBe('invalid_token');
  });

  test('the server on loopback tells the portal how a request came', async () => {
    const server = await servePortal(createPortal({ data: {}, clock: portalOf({}).clock, requireHttps: true }), { port: 0 });
    const response = await fetch(`${server.url}profile`);
    await server.close();
    expect([response.status, await response.json()]).toEqual([400, { error: 'INVALID_REQUEST', error_description: 'Https required.' }]);
  });
});

describe('a webhook', () => {
  test('with an end is dead from then on [1.1 webhook-expiry]', () => {
    const { ask, clock } = portalOf({ portal: { webhook: { expires: '2025-05-20T12:00:01+03:00' } } });
    const before = ask('profile').status;
    clock.advance(1000);
    expect([before, ask('profile').error[0]]).toEqual([200, 'INVALID_CREDENTIALS']);
  });

  test('that an administrator edits gets a new code and a new owner [1.1 webhook-edited]', () => {
    const { portal, send } = portalOf({ portal: { webhook: { userId: 7, code: 'old' } } });
    portal.mutate({ portal: { webhook: { userId: 1, code: 'new' } } });
    expect([
      portal.webhookPath,
      reply(send({ path: '/rest/7/old/profile' })).error[0],
      reply(send({ path: '/rest/1/new/profile' })).status,
    ]).toEqual(['/rest/1/new/', 'INVALID_CREDENTIALS', 200]);
  });
});

describe('a renamed portal [1.1 renamed]', () => {
  test('answers 302 with the same path at the new host, and works there', () => {
    const { send, portal } = portalOf({ portal: { host: 'old.bitrix24.test' } });
    const at = (host: string): unknown[] => {
      const { status, headers } = send({ method: 'POST', path: `${path}profile?x=1`, headers: { host } });
      return [status, headers['location']];
    };
    const before = at('old.bitrix24.test');
    portal.mutate({ portal: { host: 'new.bitrix24.test' } });
    expect([before, at('old.bitrix24.test'), at('new.bitrix24.test'), at('NEW.bitrix24.test')]).toEqual([
      [200, undefined],
      [302, `https://new.bitrix24.test${path}profile?x=1`],
      [200, undefined],
      [200, undefined],
    ]);
  });

  test('a client on loopback is sent to the new address and served there; records and counters stay', async () => {
    const portal = createPortal({ data: { deals }, clock: portalOf({}).clock });
    const server = await servePortal(portal, { port: 0 });
    const { port, host } = new URL(server.origin);
    await fetch(`${server.origin}/_mutate`, { method: 'POST', body: JSON.stringify({ portal: { host: `localhost:${port}` } }) });
    const call = (name: string): Promise<unknown[]> =>
      new Promise((resolve) => {
        httpRequest({ host: '127.0.0.1', port, path: `${path}crm.item.list?entityTypeId=2`, headers: { host: name } }, (answer) => {
          answer.resume();
          resolve([answer.statusCode, answer.headers.location]);
        }).end();
      });
    const answers = [await call(host), await call(`localhost:${port}`)];
    await server.close();
    expect([answers, portal.stats().rows]).toEqual([
      [
        [302, `http://localhost:${port}${path}crm.item.list?entityTypeId=2`],
        [200, undefined],
      ],
      3,
    ]);
  });

  test('the fault of that name redirects a single request, whatever the portal is called', () => {
    const { send } = portalOf({}, { faults: [{ fault: 'redirect', match: { nth: 1 } }] });
    const [moved, served] = [send({ path: `${path}profile` }), send({ path: `${path}profile` })];
    expect([moved?.status, moved?.headers['location'], served?.status]).toEqual([302, `https://renamed.bitrix24.test${path}profile`, 200]);
  });
});

test('old methods and batch take parameters in any case, controllers in exact camelCase [1.2 parameter-case]', () => {
  const activities = [1, 2].map((id) => ({ ID: String(id) }));
  const { ask } = portalOf({ deals, activities });
  expect([
    ids(ask('crm.activity.list', { FILTER: { ID: 2 } })),
    ids(ask('crm.activity.list', { Filter: { ID: 2 } })),
    ids(ask('crm.item.list', { entityTypeId: 2, FILTER: { id: 2 } })),
    ask('crm.item.list', { ENTITYTYPEID: 2 }).error[0],
    (ask('batch', { Cmd: ['server.time'], HALT: 1 }).result as Record<string, unknown>)['result'],
    ask('scope', { Full: 1 }).status,
  ]).toEqual([[2], [2], [1, 2, 3], 100, ['2025-05-20T12:00:00+03:00'], 200]);
});

test('only lower-case start pages [1.2 start-case]', () => {
  const activities = Array.from({ length: 60 }, (_, index) => ({ ID: String(index + 1) }));
  const { ask } = portalOf({ activities });
  const first = (params: object): unknown => ids(ask('crm.activity.list', { order: { ID: 'ASC' }, ...params }))[0];
  expect([first({ start: 50 }), first({ start: '50' }), first({ START: 50 }), first({ Start: 50 })]).toEqual([51, 51, 1, 1]);
});

describe('the envelope [1.3 envelope]', () => {
  const many = Array.from({ length: 120 }, (_, index) => ({ id: index + 1, ID: String(index + 1) }));
  test.each([
    ['crm.item.list', { start: 0 }, { total: 120, next: 50 }],
    ['crm.item.list', {}, { total: 120, next: 50 }],
    ['crm.item.list', { start: 50 }, { total: 120, next: 100 }],
    ['crm.item.list', { start: 100 }, { total: 120 }],
    ['crm.item.list', { start: 500 }, { total: 120 }],
    ['crm.item.list', { start: -1 }, {}],
    ['crm.activity.list', { start: 50 }, { total: 120, next: 100 }],
    ['crm.activity.list', { start: -1 }, { total: 0 }],
    ['profile', {}, {}],
  ])('of %s with %j has beside result and time %j', (method, params, paging) => {
    const { body } = portalOf({ deals: many, activities: many }).ask(method, { entityTypeId: 2, ...params });
    const { result, time, ...others } = body;
    expect([others, result !== undefined, time !== undefined]).toEqual([paging, true, true]);
  });

  test('of an error is the code and the text alone', () => {
    expect(Object.keys(portalOf({}).ask('nosuch').body)).toEqual(['error', 'error_description']);
  });
});

test('an empty map is a list, keys from 0 on make a list, others an object [1.3 empty-map]', () => {
  const { send } = portalOf({ users: [{ ID: '1' }] });
  const body = (cmd: string): string => send({ path: `${path}batch?${cmd}` }).body.replace(/,"result_time".*/, '');
  expect([body(''), body('cmd[0]=server.time'), body('cmd[1]=server.time')]).toEqual([
    '{"result":{"result":[],"result_error":[],"result_total":[],"result_next":[]',
    `{"result":{"result":["${noon}"],"result_error":[],"result_total":[],"result_next":[]`,
    `{"result":{"result":{"1":"${noon}"},"result_error":[],"result_total":[],"result_next":[]`,
  ]);
});

test('any origin may call, nothing is cached', () => {
  expect(portalOf({}).send({ path: `${path}profile` }).headers).toEqual({
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-cache',
    'access-control-allow-origin': '*',
    'access-control-allow-headers': 'origin, content-type, accept',
    'x-content-type-options': 'nosniff',
  });
});
