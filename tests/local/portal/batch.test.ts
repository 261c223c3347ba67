import fc from 'fast-check';
import { ids, portalOf, type Reply, seed } from './harness';

type Maps = Record<'result' | 'result_error' | 'result_total' | 'result_next' | 'result_time', Record<string, unknown>>;
const maps = (reply: Reply): Maps => reply.result as Maps;
const page = (more: string): string => `crm.item.list?entityTypeId=2&select[]=id&order[id]=ASC&start=-1${more}`;
const deals = (count: number): { id: number; title: string }[] =>
  Array.from({ length: count }, (_, index) => ({ id: index + 1, title: `Deal ${index + 1}` }));

test('commands run in the order of the request, numeric names included, and empty maps are lists', () => {
  const { send, portal } = portalOf({ deals: deals(1) });
  const body = '{"cmd":{"2":"server.time","1":"crm.item.list?entityTypeId=2&select[]=id"}}';
  const response = send({ method: 'POST', path: `${portal.webhookPath}batch`, headers: { 'content-type': 'application/json' }, body });
  expect(response.body).toContain(
    '"result":{"result":{"2":"2025-05-20T12:00:00+03:00","1":{"items":[{"id":1}]}},"result_error":[],"result_total":{"1":1},"result_next":[],"result_time":{"2":',
  );
});

test('a list of commands answers lists where no number is missing', () => {
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

test('halt stops after the first error; commands after it are nowhere', () => {
  const { ask } = portalOf({});
  const halted = maps(ask('batch', { halt: 1, cmd: { a: 'nosuch', b: 'server.time' } }));
  expect([halted.result, Object.keys(halted.result_error), halted.result_time]).toEqual([[], ['a'], []]);
});

test('a scope that is missing is an error of its command, without a description', () => {
  const { ask } = portalOf({ portal: { scopes: ['crm'] } });
  expect(maps(ask('batch', { cmd: { u: 'user.current', t: 'server.time' } })).result_error).toEqual({
    u: { error: 'insufficient_scope', error_description: '' },
  });
});

test('the 51st command is not run, and a batch in a batch is refused; the answer stays 200', () => {
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

test('a value that is a reference keeps its type; inside text only texts and numbers are put in', () => {
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

test('a chain over a short page degrades: a controller refuses the list, an old method restarts from id 1', () => {
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

test('values of other types than text are skipped, and the command string ends at a hash', () => {
  const { ask } = portalOf({});
  expect(maps(ask('batch', { cmd: { a: 7, b: ['server.time'], c: 'server.time#x' } })).result).toEqual({ c: '2025-05-20T12:00:00+03:00' });
});

test('parameters of the outer call take any case, names of commands too', () => {
  const { ask } = portalOf({ deals: deals(1) });
  expect(maps(ask('BATCH', { CMD: { a: 'CRM.Item.List?entityTypeId=2&select[]=id' } })).result).toEqual({ a: { items: [{ id: 1 }] } });
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
