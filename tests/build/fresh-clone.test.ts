// Every command that the pages tell people to type is typed in a fresh clone of what is committed, as far as it goes without Google and without somebody's portal;
// what is not typed is named with the reason. Packages are linked, not installed again: npm only checks that the lock file would install.
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { commands, inRepository, pages } from '../docs/pages';

jest.setTimeout(300_000);

/** Why a command is not typed here. */
const untried: readonly (readonly [RegExp, string])[] = [
  [/^npm test$/, 'this test is part of it'],
  [/^npm run (-s )?(lint|types|deps|dead|unit)\b/, 'npm test runs it'],
  [/^npm run (-s )?(soak|mutation|bench)\b/, 'takes minutes to hours'],
  [/^npm run (-s )?docs$/, 'other tests compare what it writes'],
  [/^npm run (-s )?format$/, 'npm run lint says whether it would change anything'],
  [/^npm run (-s )?release\b/, 'tests/build/release.test.ts tries it'],
  [/^npm run (-s )?build -- --lang en$/, 'the build is tried once, in the other language'],
  [/^npm run (-s )?demo -- /, 'the demo is started once; its options are tried by tests/local/workbench and tests/browser'],
  [/^npx (--no-install )?clasp login\b/, 'asks a person in a browser'],
  [/^npx (--no-install )?jest\b/, 'npm test runs it'],
  [/^git (push|clone)\b/, 'needs the repository on a server'],
  [/^npm version\b/, 'changes what is committed'],
  [/^npm run (-s )?(workbook|portal)$/, 'needs arguments; the examples of the README are typed'],
  [/^cd /, 'the tests stand in the clone'],
];

const all = pages.flatMap((file) => [...commands(file).inBlocks, ...commands(file).inProse]);
// The same command in another language, with other words in its formula, is not another one.
const typed = [...new Map(all.map((command) => [command.replace(/"[^"]*"/g, '""'), command])).values()];
const reason = (command: string) => untried.find(([pattern]) => pattern.test(command))?.[1];

let clone = '';
let environment: NodeJS.ProcessEnv = {};
const started: ChildProcess[] = [];

beforeAll(() => {
  if (!inRepository) return;
  clone = mkdtempSync(join(tmpdir(), 'b24-clone-'));
  execFileSync('git', ['clone', '--quiet', process.cwd(), clone], { stdio: 'pipe' });
  symlinkSync(resolve('node_modules'), join(clone, 'node_modules'));
  // The home of nobody: without Google's credentials, without settings of npm. Nothing is fetched.
  environment = {
    PATH: process.env['PATH'],
    HOME: join(clone, 'build', 'home'),
    npm_config_offline: 'true',
    npm_config_update_notifier: 'false',
  };
});
afterAll(() => {
  for (const { pid } of started) if (pid !== undefined) process.kill(-pid, 'SIGTERM');
  if (clone !== '') rmSync(clone, { recursive: true, force: true });
});

/** Types a command and waits for its end. */
function run(command: string): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', command], { cwd: clone, env: environment, encoding: 'utf8', input: '' });
  return { status, out: stdout, err: stderr };
}

/** Types a command that goes on until it is stopped, and answers the address that it prints. */
function start(command: string, address: RegExp): Promise<string> {
  const child = spawn('sh', ['-c', command], { cwd: clone, env: environment, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  started.push(child);
  return new Promise((done, failed) => {
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        said += chunk;
        const [, found] = address.exec(said) ?? [];
        if (found !== undefined) done(found);
      });
    child.once('close', () => failed(new Error(`${command} ended: ${said}`)));
  });
}

let portal: Promise<string> | undefined;
/** The portal that the pages tell to start, with a small portal file, on a free port. */
function startedPortal(command: string): Promise<string> {
  copyFileSync('tests/golden/kpi-example/kpi-example.json', join(clone, 'portal.json'));
  portal ??= start(command.replace(/--port \d+/, '--port 0'), /^(http:\/\/\S+)\n/m);
  return portal;
}

/** How each command is typed, and what has to come of it. */
const tried: readonly (readonly [RegExp, (command: string) => Promise<void>])[] = [
  [
    /^npm (ci|install)$/,
    async () => {
      expect(run('npm ci --dry-run --ignore-scripts')).toMatchObject({ status: 0, out: expect.stringMatching(/added \d{3} packages/) });
    },
  ],
  [
    /^npm run (-s )?build$/,
    async (command) => {
      expect(run(command)).toMatchObject({ status: 0 });
      expect(readdirSync(join(clone, 'dist')).sort()).toEqual(readdirSync('dist').sort());
    },
  ],
  [
    /^npm run (-s )?demo$/,
    async (command) => {
      const address = await start(`${command} -- --no-open --port 0`, /Таблица: (http:\S+)/);
      const answer = await fetch(address);
      expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('<html')]);
    },
  ],
  [
    /^npm run (-s )?portal -- --data portal\.json\b/,
    async (command) => {
      const answer = await fetch(`${await startedPortal(command)}profile`);
      expect([answer.status, await answer.json()]).toEqual([200, expect.objectContaining({ result: expect.anything() })]);
    },
  ],
  [
    /^npm run (-s )?workbook -- --webhook URL\b/,
    async (command) => {
      const address = await startedPortal(typed.find((one) => / portal -- --data portal\.json/.test(one)) ?? '');
      const { status, out, err } = run(command.replace('URL', address));
      expect([status, err]).toEqual([0, expect.anything()]);
      expect(JSON.parse(out)).toMatchObject({ refresh: [{ rows: expect.any(Number) }], eval: [{ value: expect.any(Number) }] });
    },
  ],
  [
    /^npx (--no-install )?clasp (show-file-)?status\b/,
    async (command) => {
      expect(run(command)).toMatchObject({ status: 0, out: expect.stringContaining('dist/Code.js') });
    },
  ],
  [
    /^npx (--no-install )?clasp \S+/,
    async (command) => {
      expect(run(command)).toMatchObject({ status: 1, err: expect.stringContaining('No credentials found') });
    },
  ],
];

test('the commands of the pages that are not typed have a reason', () => {
  const lines = typed.flatMap((command) => (reason(command) === undefined ? [] : [`  ${command}: ${reason(command)}`]));
  process.stderr.write(`Not typed in the fresh clone:\n${lines.join('\n')}\n`);
  expect(typed.filter((command) => reason(command) === undefined && !tried.some(([pattern]) => pattern.test(command)))).toEqual([]);
});

// The build comes first: what follows needs what it makes.
const order = (command: string) => [/ (ci|install)$/, / build/].findIndex((pattern) => pattern.test(command)) >>> 0;
const executed = typed.filter((command) => reason(command) === undefined).sort((a, b) => order(a) - order(b));

test('among those that are typed are the install, the build, the demo, the push', () => {
  expect(executed).toEqual(expect.arrayContaining(['npm ci', 'npm run build', 'npm run demo', 'npx clasp push']));
});

const cloned = inRepository ? test : test.skip;
cloned.each(executed)('%s', async (command) => {
  await tried.find(([pattern]) => pattern.test(command))?.[1](command);
});
