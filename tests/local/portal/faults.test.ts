// Faults that the portal plays: what each does to a request, a command, a row.
import { type FaultRule, readFaults } from '../../../local/portal/faults';
import { portalOf } from './harness';

const statuses = (faults: FaultRule[], count: number): number[] => {
  const { send, portal } = portalOf({}, { faults });
  return Array.from({ length: count }, () => send({ path: `${portal.webhookPath}server.time` }).status);
};

test.each<[FaultRule[], number[]]>([
  [[{ fault: 'html-502' }], [502, 502, 502, 502]],
  [[{ fault: 'html-503', match: { nth: 2 } }], [200, 503, 200, 200]],
  [[{ fault: 'auth', match: { every: 2 } }], [200, 401, 200, 401]],
  [[{ fault: 'server-error', match: { after: 2 }, times: 1 }], [200, 200, 500, 200]],
  [[{ fault: 'query-limit', match: { method: 'SERVER.time', nth: 1 } }], [503, 200, 200, 200]],
  [[{ fault: 'operation-limit', match: { method: 'profile' } }], [200, 200, 200, 200]],
])('the rules %j give %j', (faults, expected) => {
  expect(statuses(faults, 4)).toEqual(expected);
});

test('a cut body is the beginning of the right one, a silent portal is silent for two minutes, a renamed one redirects [1.4 html-bodies]', () => {
  const { send, portal } = portalOf(
    {},
    {
      faults: [
        { fault: 'cut-body', match: { nth: 1 } },
        { fault: 'timeout', match: { nth: 2 } },
        { fault: 'redirect', match: { nth: 3 } },
      ],
    },
  );
  const path = `${portal.webhookPath}server.time`;
  const [cut, silent, moved] = [send({ path }), send({ path }), send({ path })];
  expect(cut?.body.startsWith('{"result":"2025-05-20T12:00:00+03:00"')).toBe(true);
  expect(() => JSON.parse(cut?.body ?? '')).toThrow(SyntaxError);
  expect([silent?.delayMs, moved?.status, moved?.headers['location']]).toEqual([120_000, 302, `https://renamed.bitrix24.test${path}`]);
});

test('the pages of the front end are HTML, not JSON [1.4 html-bodies]', () => {
  const { send, portal } = portalOf({}, { faults: [{ fault: 'html-502', match: { nth: 1 } }, { fault: 'html-503' }] });
  const pages = [1, 2].map(() => send({ path: `${portal.webhookPath}server.time` }));
  expect(pages.map(({ status, headers, body }) => [status, headers['content-type'], /<h1>(.*)<\/h1>/.exec(body)?.[1]])).toEqual([
    [502, 'text/html', '502 Bad Gateway'],
    [503, 'text/html', '503 Service Temporarily Unavailable'],
  ]);
});

test('inside a batch a rule strikes the command it names', () => {
  const { ask } = portalOf({}, { faults: [{ fault: 'server-error', match: { method: 'profile', nth: 2 } }] });
  const { result_error } = ask('batch', { cmd: { a: 'profile', b: 'server.time', c: 'profile' } }).result as Record<string, unknown>;
  expect(result_error).toEqual({ c: { error: 'INTERNAL_SERVER_ERROR', error_description: 'Internal server error' } });
});

test('a faults file with a rule it does not know is refused with a sentence', () => {
  expect(() => readFaults([{ fault: 'html-502' }, { fault: 'fire' }])).toThrow(
    'Rule 2 of the faults file: "fault" must be one of html-500,',
  );
  expect(() => readFaults({})).toThrow('A faults file must be a JSON list of rules.');
});

test('answers are spoilt on their way: a warning before the JSON, another label, a late one, a connection that is reset [1.4 html-bodies]', () => {
  const faults: FaultRule[] = [
    { fault: 'broken-json', match: { nth: 1 } },
    { fault: 'wrong-type', match: { nth: 2 } },
    { fault: 'slow', match: { nth: 3 }, delayMs: 700 },
    { fault: 'slow', match: { nth: 4 } },
    { fault: 'reset', match: { nth: 5 } },
  ];
  const { send, portal } = portalOf({}, { faults });
  const all = faults.map(() => send({ path: `${portal.webhookPath}server.time` }));
  expect(all[0]?.body).toMatch(/^<br \/>\n<b>Warning<\/b>.*<br \/>\n\{"result":"2025-05-20T12:00:00\+03:00"/);
  expect(all.map(({ status, headers, delayMs, fault }) => [status, headers['content-type']?.split(';')[0], delayMs, fault])).toEqual([
    [200, 'application/json', 0, undefined],
    [200, 'text/html', 0, undefined],
    [200, 'application/json', 700, undefined],
    [200, 'application/json', 30_000, undefined],
    [200, 'application/json', 0, 'address'],
  ]);
  expect(portal.stats()).toMatchObject({ requests: 5, commands: 5, rejected: 0 });
});

const deals = { deals: [1, 2, 3].map((id) => ({ id, title: `d${id}`, categoryId: 0, stageId: 'NEW' })) };
const listed = (faults: FaultRule[], method = 'crm.item.list'): unknown => {
  const { ask } = portalOf(deals, { faults });
  const alone = ask(method, { entityTypeId: 2, select: ['id', 'title'] }).result;
  const cmd = { a: `${method}?entityTypeId=2&select[]=id&select[]=title` };
  const { result } = ask('batch', { cmd }).result as { result: { a: unknown } };
  expect(result.a).toEqual(alone);
  return (alone as { items: Record<string, unknown>[] }).items.map(({ id, title }) => [id, title]);
};

test.each<[string, FaultRule, unknown]>([
  ['the last record twice', { fault: 'duplicate-rows', match: { method: 'crm.item.list' } }, [1, 2, 3, 3].map((id) => [id, `d${id}`])],
  ['the other way round', { fault: 'unordered-rows', match: { method: 'crm.item.list' } }, [3, 2, 1].map((id) => [id, `d${id}`])],
  [
    'a field of another type',
    { fault: 'retyped-field', field: 'title', as: 'map', match: { method: 'crm.item.list' } },
    [1, 2, 3].map((id) => [id, { a: 1 }]),
  ],
  [
    'a field that is away',
    { fault: 'retyped-field', field: 'title', as: 'absent', match: { method: 'crm.item.list' } },
    [1, 2, 3].map((id) => [id, undefined]),
  ],
])('a list comes wrong, alone and inside a batch: %s', (_title, rule, expected) => {
  expect(listed([rule])).toEqual(expected);
});

test('a change happens between two requests, and between two commands of a batch', () => {
  const faults: FaultRule[] = [
    {
      fault: 'change',
      match: { method: 'crm.item.list', nth: 2 },
      times: 1,
      change: { deals: [{ id: 4, title: 'new' }], delete: { deals: [1] } },
    },
    { fault: 'change', match: { method: 'batch', nth: 2 }, change: { portal: { webhook: { code: 'other' } } } },
  ];
  const { ask } = portalOf(deals, { faults });
  const list = 'crm.item.list?entityTypeId=2&select[]=id';
  const { result } = ask('batch', { cmd: [list, list] }).result as { result: { items: { id: number }[] }[] };
  expect(result.map(({ items }) => items.map(({ id }) => id))).toEqual([
    [1, 2, 3],
    [2, 3, 4],
  ]);
  expect(ask('batch', { cmd: [list] }).error[0]).toBe('INVALID_CREDENTIALS');
});

test('a faults file says which rule lacks what', () => {
  expect(() => readFaults([{ fault: 'retyped-field', field: 'id' }])).toThrow(
    'Rule 1 of the faults file: "retyped-field" needs "field" and "as"',
  );
  expect(() => readFaults([{ fault: 'change' }])).toThrow('Rule 1 of the faults file: "change" needs a "change" of the portal');
  expect(() => readFaults([{ fault: 'change', change: { deals: 1 } }])).toThrow('"deals" must be a list of records');
});
