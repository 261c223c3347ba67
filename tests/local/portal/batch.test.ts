// Batches (3): what a command may be, how results are handed on, and what a failure does to the rest. One file, as the section of the reference is one.
import fc from 'fast-check';
import { application, people, tokensOf } from './application';
import { ids, portalOf, type Reply, seed } from './harness';

type Maps = Record<'result' | 'result_error' | 'result_total' | 'result_next' | 'result_time', Record<string, unknown>>;
const maps = (reply: Reply): Maps => reply.result as Maps;
const page = (more: string): string => `crm.item.list?entityTypeId=2&select[]=id&order[id]=ASC&start=-1${more}`;
const deals = (count: number): { id: number; title: string }[] =>
  Array.from({ length: count }, (_, index) => ({ id: index + 1, title: `Deal ${index + 1}` }));

test('commands run in the order of the request, numeric names included, and empty maps are lists [3 maps]', () => {
  const { send, portal } = portalOf({ deals: deals(1) });
  const body = '{"cmd":{"2":"server.time","1":"crm.item.list?entityTypeId=2&select[]=id"}}';
  const response = send({ method: 'POST', path: `${portal.webhookPath}batch`, headers: { 'content-type': 'application/json' }, body });
  expect(response.body).toContain(
    '"result":{"result":{"2":"2025-05-20T12:00:00+03:00","1":{"items":[{"id":1}]}},"result_error":[],"result_total":{"1":1},"result_next":[],"result_time":{"2":',
  );
});

test('a list of commands answers lists where no number is missing [3 maps]', () => {
  const { ask } = portalOf({});
  expect(maps(ask('batch', { cmd: ['server.time', 'crm.nosuch', 'profile?x=1'] }))).toMatchObject({
    result: { 0: '2025-05-20T12:00:00+03:00', 2: { ID: '1' } },
    result_error: { 1: { error: 'ERROR_METHOD_NOT_FOUND', error_description: 'Method not found!' } },
    result_total: [],
  });
  expect(maps(ask('batch', { cmd: ['server.time', 'server.time'] })).result).toEqual([
    '2025-05-20T12:00:00+03:00',
    '2025-05-20T12:00:00+03:00',
  ]);
});

test('halt stops after the first error; commands after it are nowhere [3 halt]', () => {
  const { ask } = portalOf({});
  const halted = maps(ask('batch', { halt: 1, cmd: { a: 'nosuch', b: 'server.time' } }));
  expect([halted.result, Object.keys(halted.result_error), halted.result_time]).toEqual([[], ['a'], []]);
});

test('a scope that is missing is an error of its command, without a description [3 scope]', () => {
  const { ask } = portalOf({ portal: { scopes: ['crm'] } });
  expect(maps(ask('batch', { cmd: { u: 'user.current', t: 'server.time' } })).result_error).toEqual({
    u: { error: 'insufficient_scope', error_description: '' },
  });
});

test('the 51st command is not run, and a batch in a batch is refused; the answer stays 200 [3 cmd] [3 forbidden]', () => {
  const { ask, portal } = portalOf({});
  const cmd = Object.fromEntries(Array.from({ length: 52 }, (_, index) => [`c${index + 1}`, index === 0 ? 'batch' : 'server.time']));
  const answer = ask('batch', { cmd });
  expect([answer.status, maps(answer).result_error, portal.stats().commands, portal.stats().requests]).toEqual([
    200,
    {
      c1: { error: 'ERROR_BATCH_METHOD_NOT_ALLOWED', error_description: 'Method is not allowed for batch usage' },
      c51: { error: 'ERROR_BATCH_LENGTH_EXCEEDED', error_description: 'Max batch length exceeded' },
      c52: { error: 'ERROR_BATCH_LENGTH_EXCEEDED', error_description: 'Max batch length exceeded' },
    },
    49,
    1,
  ]);
});

test('a value that is a reference keeps its type; inside text only texts and numbers are put in [3 references]', () => {
  const { ask } = portalOf({
    deals: [...deals(60), { id: 61, title: 'about Deal 2 here' }],
    users: [{ ID: '4', UF_DEPARTMENT: [3, 8] }],
    departments: [{ ID: '3' }, { ID: '8' }, { ID: '9' }],
  });
  const { result } = maps(
    ask('batch', {
      cmd: {
        user: 'user.current',
        departments: 'department.get?ID=$result[user][UF_DEPARTMENT]',
        first: 'crm.item.list?entityTypeId=2&order[id]=ASC',
        title: 'crm.item.list?entityTypeId=2&select[]=id&filter[title]=about%20$result[first][items][1][title]%20here',
        words: 'crm.item.list?entityTypeId=2&select[]=id&filter[%25title]=$result[first][items]%20x',
        second: 'crm.item.list?entityTypeId=2&select[]=id&order[id]=ASC&start=$next[first]',
      },
    }),
  );
  // A path ends at the next space only, so the reference takes "here" as text after it.
  expect([
    ids({ result: result['departments'] }),
    ids({ result: result['title'] }),
    ids({ result: result['words'] }),
    ids({ result: result['second'] })[0],
  ]).toEqual([[3, 8], [61], [], 51]);
});

test('a chain over a short page degrades: a controller refuses the list, an old method restarts from id 1 [3 short-page-controller] [3 short-page-old]', () => {
  const activities = Array.from({ length: 3 }, (_, index) => ({
    ID: String(index + 1),
    OWNER_ID: '1',
    CREATED: '2025-05-01T10:00:00+03:00',
  }));
  const { ask } = portalOf({ deals: deals(3), activities });
  const { result, result_error } = maps(
    ask('batch', {
      cmd: {
        p1: page('&filter[%3Eid]=0'),
        p2: page('&filter[%3Eid]=$result[p1][items][49][id]'),
        p3: page('&filter[%3Eid]=$result[p2][items][49][id]'),
        a1: 'crm.activity.list?select[]=ID&order[ID]=ASC&start=-1&filter[%3EID]=0',
        a2: 'crm.activity.list?select[]=ID&order[ID]=ASC&start=-1&filter[%3EID]=$result[a1][49][ID]',
      },
    }),
  );
  const invalid = { error: 'INVALID_ARG_VALUE', error_description: "Invalid filter: field '>ID' has invalid value" };
  expect([result_error, ids({ result: result['a2'] })]).toEqual([{ p2: invalid, p3: invalid }, [2, 3]]);
});

test('values of other types than text are skipped, and the command string ends at a hash [3 cmd] [3 encoding]', () => {
  const { ask } = portalOf({});
  expect(maps(ask('batch', { cmd: { a: 7, b: ['server.time'], c: 'server.time#x' } })).result).toEqual({ c: '2025-05-20T12:00:00+03:00' });
});

test('parameters of the outer call take any case, names of commands too', () => {
  const { ask } = portalOf({ deals: deals(1) });
  expect(maps(ask('BATCH', { CMD: { a: 'CRM.Item.List?entityTypeId=2&select[]=id' } })).result).toEqual({ a: { items: [{ id: 1 }] } });
});

test('what is not a list of commands runs nothing, and an empty command is no method [3 cmd]', () => {
  const { ask, portal } = portalOf({});
  const answers = [{}, { cmd: 'server.time' }, { cmd: null }, { cmd: [] }, { cmd: [''] }].map(
    (params) => maps(ask('batch', params)).result_error,
  );
  const missing = { error: 'ERROR_METHOD_NOT_FOUND', error_description: 'Method not found!' };
  expect([answers, portal.stats().commands]).toEqual([[[], [], [], [], [missing]], 0]);
});

test('commands that are skipped count towards the 50, and one beyond is an error whatever it is [3 cmd]', () => {
  const { ask } = portalOf({});
  const { result, result_error } = maps(ask('batch', { cmd: [...Array.from({ length: 49 }, () => 1), 'server.time', 2, 'server.time'] }));
  const exceeded = { error: 'ERROR_BATCH_LENGTH_EXCEEDED', error_description: 'Max batch length exceeded' };
  expect([result, result_error]).toEqual([{ 49: '2025-05-20T12:00:00+03:00' }, { 50: exceeded, 51: exceeded }]);
});

test.each([
  [{ halt: 0 }, ['b', 'd']],
  [{ halt: '0' }, ['b', 'd']],
  [{ halt: false }, ['b', 'd']],
  [{ halt: 1 }, []],
  [{ HALT: '1' }, []],
  [{ halt: true }, []],
  // The text is not empty, hence true to PHP.
  [{ halt: 'false' }, []],
])('%j decides whether the rest of a batch runs after an error [3 halt]', (params, expected) => {
  const { ask } = portalOf({});
  expect(Object.keys(maps(ask('batch', { ...params, cmd: { a: 'nosuch', b: 'server.time', c: 'nosuch', d: 'profile' } })).result)).toEqual(
    expected,
  );
});

test.each(['batch', 'BATCH', 'download', 'upload', 'Upload', 'batch?cmd[]=server.time'])(
  '%s may not be nested [3 forbidden]',
  (command) => {
    const { ask } = portalOf({});
    expect(maps(ask('batch', { cmd: { a: command } })).result_error).toEqual({
      a: { error: 'ERROR_BATCH_METHOD_NOT_ALLOWED', error_description: 'Method is not allowed for batch usage' },
    });
  },
);

describe('a command is an address [3 encoding]', () => {
  const title = 'a+b & c#d 100% :[x]';
  const list = (value: string): string => `crm.item.list?entityTypeId=2&select[]=id&filter[title]=${value}`;
  const found = (cmd: unknown): unknown => {
    const { ask } = portalOf({
      deals: [
        { id: 1, title },
        { id: 2, title: 'a b' },
        { id: 3, title: 'a+b ' },
      ],
    });
    return ids({ result: maps(ask('batch', { cmd })).result['a'] });
  };

  test('encoded once in a JSON body it arrives as it was', () => {
    expect(found({ a: list(encodeURIComponent(title)) })).toEqual([1]);
  });

  test('in a query or a form the whole command is encoded again', () => {
    const { send, portal } = portalOf({ deals: [{ id: 1, title }] });
    const cmd = `cmd[a]=${encodeURIComponent(list(encodeURIComponent(title)))}`;
    const bodies = [
      send({ path: `${portal.webhookPath}batch?${cmd}` }),
      send({ method: 'POST', path: `${portal.webhookPath}batch`, body: cmd }),
    ].map((response) => (JSON.parse(response.body) as { result: Maps }).result.result['a']);
    expect(bodies).toEqual([{ items: [{ id: 1 }] }, { items: [{ id: 1 }] }]);
  });

  test('a bare plus is a space, a bare ampersand ends a value, a hash ends the command', () => {
    expect([
      found({ a: list('a+b') }),
      found({ a: list('a%2Bb%20&filter[id]=3') }),
      found({ a: `${list('a%2Bb%20')}#&filter[id]=1` }),
    ]).toEqual([[2], [3], [3]]);
  });

  test('an offset of time sent bare loses its plus: the date is unreadable', () => {
    const { ask } = portalOf({ stageHistory: [{ ID: 1, OWNER_ID: 1, CREATED_TIME: '2025-05-20T11:00:00+03:00' }] });
    const history = (time: string): string => `crm.stagehistory.list?entityTypeId=2&filter[>%3DCREATED_TIME]=${time}`;
    const cmd = { bare: history('2025-05-20T10:00:00+03:00'), sent: history('2025-05-20T10:00:00%2B03:00') };
    const { result, result_error } = maps(ask('batch', { cmd }));
    expect([Object.keys(result), (result_error['bare'] as Record<string, unknown>)['error']]).toEqual([['sent'], 'WRONG_DATETIME_FORMAT']);
  });

  test('nested lists and groups are written in brackets', () => {
    const group = 'filter[0][logic]=OR&filter[0][0][id]=1&filter[0][1][%40id][0]=3';
    expect([
      found({ a: 'crm.item.list?entityTypeId=2&select[0]=id&filter[%40id][0]=1&filter[%40id][1]=2' }),
      found({ a: `crm.item.list?entityTypeId=2&select[0]=id&${group}` }),
    ]).toEqual([
      [1, 2],
      [1, 3],
    ]);
  });
});

describe('references [3 references]', () => {
  const chain = (second: string, first = 'crm.item.list?entityTypeId=2&order[id]=ASC'): Maps =>
    maps(portalOf({ deals: deals(60) }).ask('batch', { cmd: { p: first, x: second } }));
  const filtered = (filter: string): string => `crm.item.list?entityTypeId=2&select[]=id&order[id]=ASC&${filter}`;

  test.each([
    ['a number', filtered('filter[id]=$result[p][items][3][id]'), [4]],
    ['a text', filtered('filter[title]=$result[p][items][3][title]'), [4]],
    ['the next page', filtered('start=$next[p]'), [51, 52, 53, 54, 55, 56, 57, 58, 59, 60]],
    ['the total', filtered('filter[id]=$total[p]'), [60]],
    ['a number inside text', filtered('filter[title]=Deal%20$result[p][items][3][id]'), [4]],
    // At most `Deal 1 2`: that is `Deal 1`.
    ['two in one value', filtered('filter[%3C%3Dtitle]=Deal%20$result[p][items][0][id]%20$result[p][items][1][id]'), [1]],
    ['a level of a nested filter', filtered('filter[0][logic]=OR&filter[0][0][id]=$result[p][items][0][id]'), [1]],
    // No path: it stays as it is written.
    ['a dollar without a path', filtered('filter[title]=$result'), []],
  ])('%s', (_, second, expected) => {
    expect(ids({ result: chain(second).result['x'] })).toEqual(expected);
  });

  test('of an error tells its code; of a command that is not there leads nowhere', () => {
    const { result_error } = chain(filtered('filter[$error[p][error]]=1&filter[title]=$error[p][error]'), 'nosuch');
    expect(result_error['x']).toEqual({
      error: 'INVALID_ARG_VALUE',
      error_description: expect.stringContaining('is not allowed in filter'),
    });
    // `Deal …` stands before `ERROR_METHOD_NOT_FOUND`, and would stand after a dollar.
    expect(ids({ result: chain(filtered('filter[%3E%3Dtitle]=$error[p][error]'), 'nosuch').result['x'] })).toEqual([]);
  });

  test('a missing path stops at its last level: the list of items, the whole answer, all answers', () => {
    const paths = [
      '$result[p][items][70][id]',
      '$result[p][items][length]',
      '$result[p][constructor]',
      '$result[p][nothing]',
      '$result[q][items]',
    ];
    const refused = paths.map(
      (reference) => (chain(filtered(`filter[%3Eid]=${reference}`)).result_error['x'] as Record<string, unknown>)['error'],
    );
    expect(refused).toEqual(paths.map(() => 'INVALID_ARG_VALUE'));
  });

  test('a command sees only those before it', () => {
    const { ask } = portalOf({ deals: deals(3) });
    const cmd = { x: filtered('filter[%3Eid]=$result[p][items][0][id]'), p: 'crm.item.list?entityTypeId=2' };
    expect(Object.keys(maps(ask('batch', { cmd })).result_error)).toEqual(['x']);
  });
});

test('numeric names with a gap make an object, in the order given; without one a list [3 maps]', () => {
  const { send, portal } = portalOf({});
  const times = (cmd: string): string | undefined =>
    /"result":\{"result":(.*?),"result_error"/.exec(
      send({ method: 'POST', path: `${portal.webhookPath}batch`, headers: { 'content-type': 'application/json' }, body: `{"cmd":${cmd}}` })
        .body,
    )?.[1];
  const now = '"2025-05-20T12:00:00+03:00"';
  expect([
    times('["server.time","server.time"]'),
    times('{"0":"server.time","1":"server.time"}'),
    times('{"1":"server.time","0":"server.time"}'),
    times('["server.time","nosuch","server.time"]'),
    times('{"a":"nosuch"}'),
  ]).toEqual([`[${now},${now}]`, `[${now},${now}]`, `{"1":${now},"0":${now}}`, `{"0":${now},"2":${now}}`, '[]']);
});

test('scopes are those of the caller, for each command: of a webhook, and of the token of an application [3 scope]', () => {
  const portal = portalOf({ portal: { scopes: ['department'], app: { ...application, scopes: ['crm'] } }, users: people });
  const cmd = 'cmd[d]=department.get&cmd[c]=crm.status.list&cmd[t]=server.time';
  const { access_token } = tokensOf(portal);
  const denied = { error: 'insufficient_scope', error_description: '' };
  const errors = [`${portal.portal.webhookPath}batch?${cmd}`, `/rest/batch?${cmd}&auth=${access_token}`].map(
    (path) => (JSON.parse(portal.send({ path }).body) as { result: Maps }).result.result_error,
  );
  expect(errors).toEqual([{ c: denied }, { d: denied }]);
});

test('a chain of keyset pages walks every id once, whatever the holes between ids', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 400 }), fc.integer({ min: 1, max: 50 }), (steps, commands) => {
      let id = 0;
      const all = steps.map((step) => {
        id += step;
        return { id, title: 'x' };
      });
      const { ask } = portalOf({ deals: all }, { burst: 10_000 });
      const walked: number[] = [];
      let from = 0;
      for (let ended = false; !ended; ) {
        const cmd = Object.fromEntries(
          Array.from({ length: commands }, (_, index) => [
            `p${index}`,
            page(`&filter[%3Eid]=${index === 0 ? from : `$result[p${index - 1}][items][49][id]`}`),
          ]),
        );
        const { result } = maps(ask('batch', { cmd }));
        for (const answer of Object.values(result)) {
          const found = ids({ result: answer });
          walked.push(...found);
          from = found[found.length - 1] ?? from;
          ended = found.length < 50;
          if (ended) break;
        }
      }
      expect(walked).toEqual(all.map((deal) => deal.id));
    }),
    { numRuns: process.env['SOAK'] ? 500 : 40, ...seed },
  );
});
