// `npm run workbook` as a program: steps, output, kept state, exit codes.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runningClock } from '../../../local/clock';
import { createPortal } from '../../../local/portal/portal';
import { readPortalFile } from '../../../local/portal/portal-file';
import { type PortalServer, servePortal } from '../../../local/portal/server';

jest.setTimeout(120_000);

const root = join(__dirname, '..', '..', '..');
const golden = readPortalFile(JSON.parse(readFileSync(join(root, 'tests', 'golden', 'kpi-example', 'kpi-example.json'), 'utf8')));
let portal: PortalServer;

beforeAll(async () => {
  portal = await servePortal(createPortal({ data: golden, clock: runningClock() }), { port: 0 });
});
afterAll(() => portal.close());

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** `npm run -s workbook -- …` */
function workbook(...args: readonly string[]): Promise<Run> {
  return new Promise((resolve) => {
    const program = spawn(process.execPath, [join(root, 'tools', 'run-local.js'), 'workbook', ...args], {
      cwd: root,
      env: { ...process.env, B24_WEBHOOK: '' },
    });
    let out = '';
    let err = '';
    program.stdout.on('data', (chunk) => {
      out += chunk;
    });
    program.stderr.on('data', (chunk) => {
      err += chunk;
    });
    program.once('close', (code) => resolve({ code, out, err }));
  });
}

const folder = (): string => mkdtempSync(join(tmpdir(), 'workbook-'));

test('one JSON object tells what the steps gave', async () => {
  const tsv = join(folder(), 'sums.tsv');
  writeFileSync(tsv, 'Менеджер\tСумма\nАнна\t1 234,5\nБорис\t=B2*2\n');
  const { code, out } = await workbook(
    ...['--webhook', portal.url, '--refresh', '--eval', '=B24_DEALS("2026-10")', '--eval', '=B24_DEALS("2026-13")'],
    ...[
      '--fill',
      `Свод=${tsv}`,
      '--set',
      'Свод!B4=01.10.2026',
      '--eval',
      '=SUM(Свод!B2:B3)',
      '--eval',
      '=IF(FALSE;1;"")',
      '--dump',
      'Свод',
    ],
    ...['--call', 'sidebarState()'],
  );
  const report = JSON.parse(out) as Record<string, never[]>;
  expect(code).toBe(0);
  expect(report['refresh']).toEqual([
    { requests: expect.any(Number), rows: expect.any(Number), seconds: expect.any(Number), generation: 2 },
  ]);
  expect(report['eval']).toEqual([
    { formula: '=B24_DEALS("2026-10")', value: expect.any(Number) },
    { formula: '=B24_DEALS("2026-13")', error: '#ERROR!', message: expect.stringContaining('2026-13') },
    { formula: '=SUM(Свод!B2:B3)', value: 3703.5 },
    { formula: '=IF(FALSE;1;"")', value: '' },
  ]);
  expect(report['sheets']).toEqual({
    Свод: [
      ['Менеджер', 'Сумма'],
      ['Анна', 1234.5],
      ['Борис', 2469],
      ['', '2026-10-01T00:00:00+03:00'],
    ],
  });
  expect(report['calls']).toEqual([{ function: 'sidebarState', value: expect.objectContaining({ deals: 16 }) }]);
});

test('a kept workbook needs no webhook and loads only what changed', async () => {
  const state = folder();
  const first = JSON.parse((await workbook('--webhook', portal.url, '--state', state, '--refresh', '--reports')).out);
  const second = await workbook('--state', state, '--refresh', '--eval', '=B24_STATUS()', '--dump', 'Воронка');
  const report = JSON.parse(second.out);
  expect(second.code).toBe(0);
  expect(report.refresh[0].rows).toBeLessThan(first.refresh[0].rows);
  expect(report.eval[0].value).toContain('16');
  expect(report.sheets['Воронка'][0][0]).toBe('Воронка');
  expect(readFileSync(join(state, 'workbook.json'), 'utf8')).toContain('"version":1');
});

test('the language decides the separator, a semicolon works in both', async () => {
  const { out } = await workbook('--lang', 'en', '--eval', '=SUM(1,2.5)', '--eval', '=SUM(1;2)', '--eval', '=B24_STATUS()');
  expect(JSON.parse(out).eval).toEqual([
    { formula: '=SUM(1,2.5)', value: 3.5 },
    { formula: '=SUM(1;2)', value: 3 },
    { formula: '=B24_STATUS()', error: '#ERROR!', message: expect.stringMatching(/^There is no data/) },
  ]);
});

test.each([
  ['nothing listens there', () => 'http://127.0.0.1:9999/rest/1/verysecretcode/'],
  ['the code is wrong', () => `${portal.origin}/rest/1/verysecretcode/`],
  ['it is no webhook', () => 'https://example.com/verysecretcode'],
])('a webhook is refused with one sentence and without its code: %s', async (_reason, webhook) => {
  const { code, out, err } = await workbook('--webhook', webhook(), '--refresh');
  expect(code).toBe(1);
  expect(Object.keys(JSON.parse(out))).toEqual(['error']);
  expect(JSON.parse(out).error.length).toBeGreaterThan(20);
  expect(out + err).not.toContain('verysecretcode');
});

test('a step that fails ends with code 1, a typo in a flag with code 2 and the usage', async () => {
  const failed = await workbook('--dump', 'Ворона');
  expect(failed.code).toBe(1);
  expect(JSON.parse(failed.out)).toEqual({ error: 'There is no sheet "Ворона"; the sheets are: "Лист1".' });
  const typo = await workbook('--refersh');
  expect([typo.code, typo.out]).toEqual([2, '']);
  expect(typo.err).toMatch(/^There is no option --refersh\.\n\nUsage: npm run -s workbook/);
});
