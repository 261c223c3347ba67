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
    'Rule 2 of the faults file: "fault" must be one of html-502,',
  );
  expect(() => readFaults({})).toThrow('A faults file must be a JSON list of rules.');
});
