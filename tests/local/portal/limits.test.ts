import { portalOf, reply } from './harness';

const path = '/rest/1/demo0secret0code/';

test('the 51st request at once is refused with 503 and not counted; two a second come free', () => {
  const { send, clock } = portalOf({});
  const statuses = (count: number): number[] => Array.from({ length: count }, () => send({ path: `${path}server.time` }).status);
  expect(statuses(52).filter((status) => status === 200)).toHaveLength(50);
  expect(reply(send({ path: `${path}server.time` }))).toMatchObject({ status: 503, error: ['QUERY_LIMIT_EXCEEDED', 'Too many requests'] });
  clock.advance(1000);
  expect(statuses(3)).toEqual([200, 200, 503]);
});

test('each source address has a bucket of its own, and a batch counts once', () => {
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

describe('operating time', () => {
  const deals = [{ id: 1 }];

  test('the call that crosses the limit still succeeds, the next is 429 until the oldest minute falls out', () => {
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

  test('other methods are not concerned, and in a batch each command stands for itself', () => {
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

  test('calls shorter than a tenth of a second are not recorded', () => {
    const { ask } = portalOf({ deals }, { pageMs: 99 });
    ask('crm.item.list', { entityTypeId: 2 });
    expect(ask('crm.item.list', { entityTypeId: 2 }).body['time']).toMatchObject({ operating: 0 });
  });
});
