// Limits of requests: buckets, operating time, refusals (bitrix24-rest, 2).
import { application, tokensOf } from './application';
import { portalOf, reply } from './harness';

const path = '/rest/1/demo0secret0code/';

test('the 51st request at once is refused with 503 and not counted; two a second come free [2.1 leaky-bucket]', () => {
  const { send, clock } = portalOf({});
  const statuses = (count: number): number[] => Array.from({ length: count }, () => send({ path: `${path}server.time` }).status);
  expect(statuses(52).filter((status) => status === 200)).toHaveLength(50);
  expect(reply(send({ path: `${path}server.time` }))).toMatchObject({ status: 503, error: ['QUERY_LIMIT_EXCEEDED', 'Too many requests'] });
  clock.advance(1000);
  expect(statuses(3)).toEqual([200, 200, 503]);
});

test('each source address has a bucket of its own, and a batch counts once [2.1 batch-is-one]', () => {
  const { send, portal } = portalOf({}, { burst: 1, rate: 1 });
  const batch = `${path}batch?cmd[a]=server.time&cmd[b]=server.time`;
  const answers = [send({ path: batch, ip: '10.0.0.1' }), send({ path: batch, ip: '10.0.0.2' }), send({ path: batch, ip: '10.0.0.1' })];
  expect([answers.map((answer) => answer.status), portal.stats()]).toEqual([
    [200, 200, 503],
    {
      requests: 3,
      commands: 4,
      rows: 0,
      rejected: 1,
      counts: 0,
      byMethod: { batch: 2, 'server.time': 4 },
      now: '2025-05-20T12:00:00+03:00',
    },
  ]);
});

test('two addresses never share a bucket [2.1 leaky-bucket]', () => {
  const { send, clock } = portalOf({});
  const refused = (ip: string, count: number): number =>
    Array.from({ length: count }, () => send({ path: `${path}server.time`, ip }).status).filter((status) => status === 503).length;
  const atOnce = [refused('10.0.0.1', 51), refused('10.0.0.2', 50)];
  clock.advance(500);
  expect([atOnce, refused('10.0.0.1', 2), refused('10.0.0.2', 1)]).toEqual([[1, 0], 1, 0]);
});

test.each([
  ['enterprise', {}, 250, 5],
  ['ent250', {}, 250, 5],
  ['de_ent10000', {}, 250, 5],
  ['professional', {}, 50, 2],
  ['std', {}, 50, 2],
  [undefined, {}, 50, 2],
  ['enterprise', { rate: 1, burst: 10 }, 10, 1],
])('the plan %s with %j holds %d and drains %d a second [2.1 leaky-bucket]', (plan, options, capacity, rate) => {
  const { send, clock } = portalOf({ portal: plan === undefined ? {} : { plan } }, options);
  const admitted = (): number =>
    Array.from({ length: 300 }, () => send({ path: `${path}server.time` }).status).filter((status) => status === 200).length;
  const atOnce = admitted();
  clock.advance(1000);
  expect([atOnce, admitted()]).toEqual([capacity, rate]);
});

test.each([
  [false, [200, 503, 503, 200]],
  [true, [200, 503, 503, 503]],
])('with countRefused %p refused requests add to the bucket or not: %j [2.1 refused-counts]', (countRefused, expected) => {
  const { send, clock } = portalOf({}, { rate: 1, burst: 1, countRefused });
  const status = (): number => send({ path: `${path}server.time` }).status;
  const statuses = [status(), status(), status()];
  clock.advance(1000);
  expect([...statuses, status()]).toEqual(expected);
});

describe('operating time', () => {
  const deals = [{ id: 1 }];

  test('the call that crosses the limit still succeeds, the next is 429 until the oldest minute falls out [2.2 crossing-call]', () => {
    const { ask, clock } = portalOf({ deals }, { pageMs: 10_000, operatingLimit: 15 });
    const list = (): unknown => {
      const { status, body } = ask('crm.item.list', { entityTypeId: 2 });
      return status === 200 ? (body['time'] as Record<string, unknown>)['operating'] : [status, body];
    };
    expect([list(), list(), list()]).toEqual([
      10,
      20,
      [429, { error: 'OPERATION_TIME_LIMIT', error_description: 'Method is blocked due to operation time limit.' }],
    ]);
    clock.advance(599_000);
    expect(ask('crm.item.list', { entityTypeId: 2 }).status).toBe(429);
    clock.advance(1000);
    expect(list()).toBe(10);
  });

  test('other methods are not concerned, and in a batch each command stands for itself [2.2 batch-charge]', () => {
    const { ask } = portalOf({ deals }, { pageMs: 4000, operatingLimit: 7 });
    const cmd = {
      a: 'crm.item.list?entityTypeId=2',
      b: 'crm.item.list?entityTypeId=2',
      c: 'crm.item.list?entityTypeId=2',
      d: 'server.time',
    };
    const { result, result_error } = ask('batch', { cmd }).result as Record<string, Record<string, unknown>>;
    expect([Object.keys(result ?? {}), result_error]).toEqual([
      ['a', 'b', 'd'],
      { c: { error: 'OPERATION_TIME_LIMIT', error_description: 'Method is blocked due to operation time limit.' } },
    ]);
    expect(ask('crm.stagehistory.list', { entityTypeId: 2 }).status).toBe(200);
  });

  const operating = (reply: { readonly body: Record<string, unknown> }): unknown[] => {
    const time = reply.body['time'] as Record<string, unknown>;
    return [time['operating'], time['operating_reset_at']];
  };
  const list = { entityTypeId: 2 };
  const noonSeconds = Date.parse('2025-05-20T12:00:00+03:00') / 1000;

  test.each([
    [99, [0, undefined]],
    [100, [0, undefined]],
    [101, [0.202, noonSeconds + 600]],
  ])('calls of %d ms: only those longer than a tenth of a second are recorded [2.2 window]', (pageMs, expected) => {
    const { ask } = portalOf({ deals }, { pageMs });
    ask('crm.item.list', list);
    expect(operating(ask('crm.item.list', list))).toEqual(expected);
  });

  test('short calls of one request are recorded together, once it is over', () => {
    const { ask } = portalOf({ deals }, { pageMs: 60 });
    const cmd = { a: 'crm.item.list?entityTypeId=2', b: 'crm.item.list?entityTypeId=2' };
    const { result_time } = ask('batch', { cmd }).result as { result_time: Record<string, Record<string, unknown>> };
    expect([result_time['b']?.['operating'], operating(ask('crm.item.list', list))]).toEqual([0, [0.12, noonSeconds + 600]]);
  });

  test('the window is ten one-minute buckets: a second of the first minute is forgotten when the eleventh begins', () => {
    const { ask, clock } = portalOf({ deals }, { pageMs: 1000 });
    const seen: unknown[] = [];
    clock.advance(30_000);
    seen.push(operating(ask('crm.item.list', list)));
    clock.advance(5 * 60_000);
    seen.push(operating(ask('crm.item.list', list)));
    clock.advance(4 * 60_000 + 29_000);
    seen.push(operating(ask('crm.item.list', list)));
    clock.advance(1_000);
    seen.push(operating(ask('crm.item.list', list)));
    const first = noonSeconds + 30 + 600;
    expect(seen).toEqual([
      [1, first],
      [2, first],
      [3, first],
      [3, first + 300],
    ]);
  });

  test('the limit is one of webhook and method: other methods and the application have their own [2.2 key]', () => {
    const portal = portalOf({ portal: { app: application }, deals }, { pageMs: 2000, operatingLimit: 1 });
    const { access_token: auth } = tokensOf(portal);
    const byToken = (): unknown => reply(portal.send({ path: `/rest/crm.item.list?entityTypeId=2&auth=${auth}` })).status;
    const byHook = (method: string): number => portal.ask(method, list).status;
    expect([byHook('crm.item.list'), byHook('crm.item.list'), byHook('crm.stagehistory.list'), byToken(), byToken()]).toEqual([
      200, 429, 200, 200, 429,
    ]);
  });

  test('the default limit is 480 s; the call that stands exactly at the limit is still answered', () => {
    const { ask, clock } = portalOf({ deals }, { pageMs: 48_000 });
    const statuses = Array.from({ length: 12 }, () => {
      clock.advance(1000);
      return ask('crm.item.list', list).status;
    });
    expect(statuses).toEqual([...Array.from({ length: 11 }, () => 200), 429]);
  });

  describe.each([
    [false, 'the documented limiter'],
    [true, 'the newer limiter'],
  ])('with operatingBan %p, %s', (operatingBan) => {
    test('lets a method in again when its minutes fall out, or after a ban of 300 s [2.2 ban]', () => {
      const { ask, clock } = portalOf({ deals }, { pageMs: 20_000, operatingLimit: 15, operatingBan });
      const crossing = ask('crm.item.list', list).status;
      clock.advance(20_000);
      const statuses = [0, 299_000, 1000, 279_000, 1000].map((ms) => {
        clock.advance(ms);
        return ask('crm.item.list', list).status;
      });
      // After the ban the method begins with empty buckets, and is over its limit again at once.
      expect([crossing, statuses]).toEqual([200, operatingBan ? [429, 429, 200, 429, 429] : [429, 429, 429, 429, 200]]);
    });

    test('charges a batch at half its time, or not at all [2.2 batch-charge]', () => {
      const { ask } = portalOf({ deals }, { pageMs: 8000, operatingBan });
      const answer = ask('batch', { cmd: ['crm.item.list?entityTypeId=2', 'crm.stagehistory.list?entityTypeId=2'] });
      const { result_time } = answer.result as { result_time: Record<string, unknown>[] };
      expect([operating(answer)[0], result_time.map((time) => time['operating'])]).toEqual([operatingBan ? 8.0005 : 0, [8, 8]]);
    });
  });

  test('a batch that is over its own limit is refused whole by the newer limiter', () => {
    const { ask } = portalOf({ deals }, { pageMs: 4000, operatingLimit: 1, operatingBan: true });
    const cmd = ['crm.item.list?entityTypeId=2'];
    expect([ask('batch', { cmd }).status, ask('batch', { cmd })]).toMatchObject([
      200,
      { status: 429, error: ['OPERATION_TIME_LIMIT', expect.any(String)] },
    ]);
  });
});

test('each page takes its time, a call without pages none [2.2 page-time]', () => {
  const { ask } = portalOf({ deals: [{ id: 1 }] }, { pageMs: 700, latencyMs: 40 });
  const cmd = ['crm.item.list?entityTypeId=2', 'crm.item.list?entityTypeId=2', 'server.time'];
  expect([ask('server.time').delayMs, ask('crm.item.list', { entityTypeId: 2 }).delayMs, ask('batch', { cmd }).delayMs]).toEqual([
    41, 741, 1442,
  ]);
});
