// `npm run release`: what it refuses, what it runs in which order, and what it says when Google's side is not ready.
import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { release } from '../../tools/release/steps.js';

const HEAD = 'aaaa\n';
const files: Record<string, string> = {
  'package.json': '{"version":"1.2.0"}',
  'package-lock.json': '{"version":"1.2.0"}',
  'CHANGELOG.md': '# Changelog\n\n## Unreleased\n\n## 1.2.0 (2026-12-01)\n\n- A change.\n\n## 1.1.0\n\n- Another.\n',
  '.clasp.json': '{"scriptId":"1abc","rootDir":"dist"}',
};
const answers: Record<string, { status: number; output: string }> = {
  'git status --porcelain': { status: 0, output: '' },
  'git rev-parse --verify --quiet v1.2.0^{commit}': { status: 1, output: '' },
  'git rev-parse HEAD': { status: 0, output: HEAD },
  'git tag --list v1.2.0': { status: 0, output: '' },
  'npx --no-install clasp show-authorized-user': { status: 0, output: 'You are logged in as a person.\n' },
};

/** A release where everything is ready but for what is given. */
async function released(other: { files?: Record<string, string>; answers?: typeof answers; dryRun?: boolean } = {}) {
  const ran: string[] = [];
  const said: string[] = [];
  const code = await release({
    run: async (command: string, args: string[], { quiet }: { quiet: boolean }) => {
      const line = [command, ...args].join(' ');
      if (!quiet) ran.push(line);
      return { ...answers, ...other.answers }[line] ?? { status: 0, output: '' };
    },
    read: (file: string) => ({ ...files, ...other.files })[file] ?? '',
    say: (sentence: string) => said.push(sentence),
    dryRun: other.dryRun ?? false,
  });
  return { code, ran, said: said.join('\n') };
}

const all = ['npm test', 'npm run build', 'git tag --annotate v1.2.0 --message 1.2.0', 'npx --no-install clasp push'];

test('tests, builds, tags and pushes, in that order, and says how to publish the tag', async () => {
  expect(await released()).toEqual({ code: 0, ran: all, said: expect.stringContaining('git push origin v1.2.0') });
});

test('a dry run says the commands and runs none', async () => {
  const { code, ran, said } = await released({ dryRun: true });
  expect([code, ran]).toEqual([0, []]);
  for (const command of all) expect(said).toContain(command);
});

describe('nothing is run, and a sentence says what to do,', () => {
  test.each<[string, Parameters<typeof released>[0], RegExp]>([
    [
      'when the work tree has changes',
      { answers: { 'git status --porcelain': { status: 0, output: ' M src/main.ts\n M .clasp.json\n' } } },
      /commit or stash first:\n M src\/main\.ts$/,
    ],
    ['when the lock file has another version', { files: { 'package-lock.json': '{"version":"1.1.0"}' } }, /run npm install/],
    [
      'when the change log does not know the version',
      { files: { 'CHANGELOG.md': '## 1.1.0\n\n- Another.\n' } },
      /says nothing under "## 1\.2\.0"/,
    ],
    ['when its section is empty', { files: { 'CHANGELOG.md': '## 1.2.0\n\n## 1.1.0\n\n- Another.\n' } }, /says nothing under "## 1\.2\.0"/],
    [
      'when entries were left unreleased',
      { files: { 'CHANGELOG.md': '## Unreleased\n\n- New.\n\n## 1.2.0\n\n- A change.\n' } },
      /move them under "## 1\.2\.0"/,
    ],
    [
      'when the tag is that of another commit',
      { answers: { 'git rev-parse --verify --quiet v1.2.0^{commit}': { status: 0, output: 'bbbb\n' } } },
      /raise the version/,
    ],
    [
      'when .clasp.json is as committed',
      { files: { '.clasp.json': '{"scriptId":"PUT_YOUR_SCRIPT_ID_HERE"}' } },
      /put the id of your script there.*Do not commit it/,
    ],
    [
      'when clasp is not logged in',
      { answers: { 'npx --no-install clasp show-authorized-user': { status: 0, output: 'Not logged in.\n' } } },
      /npx --no-install clasp login/,
    ],
  ])('%s', async (_, other, sentence) => {
    const { code, ran, said } = await released(other);
    expect([code, ran]).toEqual([1, []]);
    expect(said).toMatch(sentence);
    expect(said.split('\n').filter((line) => !line.startsWith(' M '))).toHaveLength(1);
  });
});

test('an id of a script in .clasp.json, uncommitted, is no obstacle', async () => {
  expect(await released({ answers: { 'git status --porcelain': { status: 0, output: ' M .clasp.json\n' } } })).toMatchObject({ code: 0 });
});

test('after a failing test nothing is tagged', async () => {
  const { code, ran, said } = await released({ answers: { 'npm test': { status: 1, output: '' } } });
  expect([code, ran]).toEqual([1, ['npm test']]);
  expect(said).toContain('"npm test" failed: v1.2.0 is not released');
});

test('when clasp finds no credentials after all, it says how to log in; the next release does not tag again', async () => {
  const push = { 'npx --no-install clasp push': { status: 1, output: 'No credentials found.\n' } };
  expect(await released({ answers: push })).toEqual({ code: 1, ran: all, said: expect.stringContaining('clasp login') });
  const tagged = {
    'git rev-parse --verify --quiet v1.2.0^{commit}': { status: 0, output: HEAD },
    'git tag --list v1.2.0': { status: 0, output: 'v1.2.0\n' },
  };
  expect(await released({ answers: tagged })).toMatchObject({ code: 0, ran: all.filter((command) => !command.startsWith('git tag')) });
});

test('in a real repository, with the real git and the pinned clasp, a dry run finds all of it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'b24-release-'));
  const command = (file: string, ...args: string[]) =>
    spawnSync(file, args, {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, HOME: folder, USERPROFILE: folder, npm_config_update_notifier: 'false' },
    });
  for (const file of ['package.json', 'package-lock.json', '.clasp.json']) copyFileSync(file, join(folder, file));
  cpSync('tools', join(folder, 'tools'), { recursive: true });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'CHANGELOG.md'), '# Changelog\n');
  command('git', 'init', '--quiet');
  const { status, stdout } = command(process.execPath, 'tools/release.js', '--dry-run');
  rmSync(folder, { recursive: true });
  expect(status).toBe(1);
  for (const sentence of [/The work tree is not clean/, /says nothing under/, /still holds the placeholder/, /is not logged in/])
    expect(stdout).toMatch(sentence);
});
