// How a request reaches a method: paths, parameters, encodings (bitrix24-rest, 1).
import { ids, noon, portalOf, reply } from './harness';

const deals = [1, 2, 3].map((id) => ({ id, title: `Deal ${id}` }));
const path = '/rest/1/demo0secret0code/';

describe('parameters', () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const multipart = { 'content-type': 'multipart/form-data; boundary=xx' };
  const part = (name: string, value: string): string => `--xx\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  test.each([
    ['a query', { path: `${path}crm.item.list?entityTypeId=2&filter[%3Eid]=1&select[]=id&order[id]=DESC` }],
    ['a query of a .json address', { path: `${path}crm.item.list.json?entityTypeId=2&filter[>id]=1&order[id]=desc` }],
    ['an address with a slash at its end', { path: `${path}crm.item.list/?entityTypeId=2&filter[>id]=1&order[id]=desc` }],
    ['a form', { method: 'POST', path: `${path}crm.item.list`, headers: form, body: 'entityTypeId=2&filter%5B%3Eid%5D=1&order[id]=DESC' }],
    ['a form under no type', { method: 'POST', path: `${path}crm.item.list`, body: 'entityTypeId=2&filter[>id]=1&order[id]=DESC' }],
    [
      'multipart',
      {
        method: 'POST',
        path: `${path}crm.item.list`,
        headers: multipart,
        body: `${part('entityTypeId', '2')}${part('filter[>id]', '1')}${part('order[id]', 'DESC')}--xx--\r\n`,
      },
    ],
    [
      'JSON',
      {
        method: 'POST',
        path: `${path}crm.item.list`,
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: '{"entityTypeId":"2","filter":{">id":"1"},"order":{"id":"DESC"}}',
      },
    ],
    [
      'a query under a JSON body',
      {
        method: 'POST',
        path: `${path}crm.item.list?entityTypeId=1&order[id]=DESC`,
        headers: { 'content-type': 'application/json' },
        body: '{"entityTypeId":2,"filter":{">id":1}}',
      },
    ],
  ])('come by %s', (_, request) => {
    const { send } = portalOf({ deals });
    expect(ids(reply(send(request)))).toEqual([3, 2]);
  });

  test('JSON that does not parse counts as no parameters', () => {
    const { send } = portalOf({ deals });
    const answer = reply(
      send({ method: 'POST', path: `${path}crm.item.list`, headers: { 'content-type': 'application/json' }, body: '{"entityTypeId":2' }),
    );
    expect([answer.status, answer.error]).toEqual([400, [100, 'Could not find value for parameter {entityTypeId}']]);
  });

  test('a plus sign in a query is a space, so an offset sent bare is an unreadable time', () => {
    const { send } = portalOf({ stageHistory: [{ ID: 1, OWNER_ID: 1, CREATED_TIME: noon }] });
    const ask = (time: string): unknown =>
      reply(send({ path: `${path}crm.stagehistory.list?entityTypeId=2&filter[>%3DCREATED_TIME]=${time}` })).error[0];
    expect([ask('2025-05-20T10:00:00+03:00'), ask('2025-05-20T10:00:00%2B03:00')]).toEqual(['WRONG_DATETIME_FORMAT', undefined]);
  });
});

describe('credentials', () => {
  const { ask, send } = portalOf({
    portal: { webhook: { userId: 7, code: 'secret' }, scopes: ['crm'] },
    users: [{ ID: '7' }, { ID: '8', ACTIVE: false }],
  });
  test.each([
    ['/rest/7/wrong/profile', 401, 'INVALID_CREDENTIALS', 'Invalid request credentials'],
    ['/rest/1/secret/profile', 401, 'INVALID_CREDENTIALS', 'Invalid request credentials'],
    ['/rest/profile', 401, 'NO_AUTH_FOUND', 'Wrong authorization data'],
    ['/rest/profile?auth=x', 401, 'invalid_token', 'Unable to get application by token'],
    ['/rest/secret/profile', 404, 'ERROR_METHOD_NOT_FOUND', 'Method not found!'],
    ['/rest/7/secret/', 404, 'ERROR_METHOD_NOT_FOUND', 'Method not found!'],
    ['/rest/7/secret/crm.nosuch.list', 404, 'ERROR_METHOD_NOT_FOUND', 'Method not found!'],
    ['/rest/7/secret/user.get', 403, 'insufficient_scope', 'The request requires higher privileges than provided by the webhook token'],
  ])('%s answers %p %s', (address, status, code, description) => {
    const answer = reply(send({ path: address }));
    expect([answer.status, answer.body]).toEqual([status, { error: code, error_description: description }]);
  });

  test('a good address works in any case of the method, and tells who is asking', () => {
    expect(ask('PROFILE').result).toEqual({ ID: '7', ADMIN: true, NAME: '', LAST_NAME: '', PERSONAL_GENDER: '', TIME_ZONE: '' });
    expect(ask('scope').result).toEqual(['crm']);
    expect(ask('scope', { full: true }).result).toContain('user_basic');
  });

  test('a dismissed owner is not let in', () => {
    const fired = portalOf({ portal: { webhook: { userId: 8 } }, users: [{ ID: '8', ACTIVE: false }] });
    expect(fired.ask('profile')).toMatchObject({ status: 401, error: ['authorization_error', 'Unable to authorize user'] });
  });

  test('without a user in the file the webhook belongs to the first administrator, else the first active user, else 1', () => {
    const owner = (users: Record<string, unknown>[]): string => portalOf({ users }).portal.webhookPath;
    expect([
      owner([{ ID: '3', ACTIVE: false }, { ID: '4' }, { ID: '5', ADMIN: true }]),
      owner([{ ID: '3', ACTIVE: false }, { ID: '4' }]),
      owner([]),
    ]).toEqual(['/rest/5/demo0secret0code/', '/rest/4/demo0secret0code/', '/rest/1/demo0secret0code/']);
  });
});

test('paths that are no REST address get a page, not JSON', () => {
  const { send } = portalOf({});
  expect(send({ path: '/stream/' })).toMatchObject({ status: 404, headers: { 'content-type': 'text/html' } });
});

describe('the time block [1.3 time]', () => {
  test('stands on success in the portal offset, with what the call cost', () => {
    const { ask } = portalOf({ portal: { timeZone: 'Asia/Yekaterinburg' }, deals }, { pageMs: 300, latencyMs: 40 });
    const answer = ask('crm.item.list', { entityTypeId: 2 });
    expect([answer.body['time'], answer.delayMs]).toEqual([
      {
        start: 1747731600,
        finish: 1747731600.3005,
        duration: 0.3005,
        processing: 0.3005,
        date_start: '2025-05-20T14:00:00+05:00',
        date_finish: '2025-05-20T14:00:00+05:00',
        operating_reset_at: 1747732200,
        operating: 0.3,
      },
      341,
    ]);
  });

  test.each([
    [false, { start: 1747731600.7, finish: 1747731601.0005, duration: 0.3005, processing: 0.3005 }],
    [true, { start: 1747731600, finish: 1747731601.0005, duration: 1.0005, processing: 0 }],
  ])('with wholeSeconds %p begins as recent cloud portals write it, or exactly [1.3 whole-seconds]', (wholeSeconds, expected) => {
    const { ask, clock } = portalOf({ deals }, { pageMs: 300, wholeSeconds });
    clock.advance(700);
    expect(ask('crm.item.list', { entityTypeId: 2 }).body['time']).toMatchObject(expected);
  });

  test('a portal without the operating limiter leaves its keys out', () => {
    const { ask } = portalOf({}, { operatingLimit: 0 });
    expect(Object.keys(ask('server.time').body['time'] as object)).toEqual([
      'start',
      'finish',
      'duration',
      'processing',
      'date_start',
      'date_finish',
    ]);
  });

  test('a batch takes the sum of its commands, and the clock moves along inside it', () => {
    const { ask, clock } = portalOf({ deals }, { pageMs: 2000 });
    const answer = ask('batch', { cmd: { a: 'crm.item.list?entityTypeId=2', b: 'server.time', c: 'crm.item.list?entityTypeId=2' } });
    const { result } = answer.result as { result: Record<string, unknown> };
    expect([result['b'], answer.delayMs, clock.now()]).toEqual(['2025-05-20T12:00:02+03:00', 4002, Date.parse(noon)]);
  });

  test('a request of 60 s and more is cut off by the front end [2.2 page-time]', () => {
    const { ask, send } = portalOf({ deals }, { pageMs: 2000 });
    const cmd = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`c${index}`, 'crm.item.list?entityTypeId=2&start=-1']));
    const response = send({
      method: 'POST',
      path: `${path}batch`,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ cmd }),
    });
    expect(response).toMatchObject({ status: 504, headers: { 'content-type': 'text/html' }, delayMs: 60_000 });
    expect(ask('crm.item.list', { entityTypeId: 2 }).status).toBe(200);
  });
});

test.each([
  ['Europe/Moscow', '2025-05-20T12:00:00+03:00', '2025-06-01T03:00:00+03:00'],
  ['Europe/Berlin', '2025-05-20T11:00:00+02:00', '2025-06-01T02:00:00+02:00'],
  ['America/New_York', '2025-05-20T05:00:00-04:00', '2025-05-31T20:00:00-04:00'],
  ['Asia/Kolkata', '2025-05-20T14:30:00+05:30', '2025-06-01T05:30:00+05:30'],
])('a portal in %s prints times with its offset, and a day as its midnight plus the offset', (timeZone, createdTime, closedate) => {
  const { ask } = portalOf({ portal: { timeZone }, deals: [{ id: 1, createdTime: noon, closedate: '2025-06-01' }] });
  expect(ask('crm.item.list', { entityTypeId: 2, select: ['createdTime', 'closedate'] }).result).toEqual({
    items: [{ createdTime, closedate }],
  });
  expect(ids(ask('crm.item.list', { entityTypeId: 2, select: ['id'], filter: { closedate: '2025-06-01' } }))).toEqual([1]);
});

test('the printed hour of a day follows summer time', () => {
  const { ask } = portalOf({
    portal: { timeZone: 'Europe/Berlin' },
    deals: [{ id: 1, begindate: '2025-01-15', closedate: '2025-07-15T02:00:00+02:00' }],
  });
  expect(ask('crm.item.list', { entityTypeId: 2, select: ['begindate', 'closedate'] }).result).toEqual({
    items: [{ begindate: '2025-01-15T01:00:00+01:00', closedate: '2025-07-15T02:00:00+02:00' }],
  });
});
