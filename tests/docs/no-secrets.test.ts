// Nothing of anybody gets into the repository: no secret, no address of a person, no path of somebody's machine, no address of a registry.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { inRepository, repositoryFiles } from './pages';

const texts = repositoryFiles.filter((file) => !/\.(png|jpg|gif|ico|woff2?)$/.test(file));

/** A code of an inbound webhook is 16 letters and digits; those of the tests say that they are none. */
const MADE_UP = /secret|code|abcdef|abc0def/;
/** Domains that belong to nobody (RFC 2606) or to the example itself. */
const NOBODY = /(^|\.)(example(\.(com|org|net|ru))?|test|invalid|localhost)$/;

const rules: readonly (readonly [string, RegExp, (match: RegExpMatchArray) => boolean])[] = [
  ['a private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----/g, () => true],
  [
    'a token',
    /\b(AIza[\w-]{35}|ya29\.[\w-]{20,}|gh[pousr]_\w{30,}|xox[abprs]-[\w-]{10,}|AKIA[0-9A-Z]{16}|1\/\/0[\w-]{30,}|npm_\w{30,}|GOCSPX-[\w-]{20,}|eyJ[\w-]{20,}\.eyJ[\w-]{10,}|\d{8,10}:AA[\w-]{33})/g,
    () => true,
  ],
  ['an address of a webhook', /\/rest\/\d+\/([a-z0-9]{12,})\b/gi, ([, code = '']) => !MADE_UP.test(code)],
  [
    'an e-mail address',
    /(?<![/\w.@:-])[\w.+-]+@([a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,})\b/gi,
    ([, domain = '']) => !NOBODY.test(domain.toLowerCase()),
  ],
  ['a path of a machine', /(?<![\w.])(\/(home|Users|root|work|mnt)\/[\w.-]+|[A-Z]:\\\\?Users\\)/g, () => true],
];

const findings = (text: string): string[] =>
  rules.flatMap(([what, pattern, real]) => [...text.matchAll(pattern)].filter(real).map(([found]) => `${what}: ${found.slice(0, 60)}`));

test('no file holds a secret, an address of a person or a path of a machine', () => {
  expect(texts.length).toBeGreaterThan(1000);
  const found = texts.flatMap((file) => findings(readFileSync(file, 'utf8')).map((one) => `${file}: ${one}`));
  expect(found).toEqual([]);
});

// Put together here, so that this file holds none of them.
test.each([
  ['a private key', `-----BEGIN RSA ${'PRIVATE'} KEY-----`],
  ['a token', `AKIA${'ABCDEFGH01234567'}`],
  ['a token', `ghp_${'a1'.repeat(18)}`],
  ['an address of a webhook', `https://acme.bitrix24.ru/rest/1/${'k3v9'.repeat(4)}/`],
  ['an e-mail address', `write to ${'ivan.petrov'}@gmail.com`],
  ['a path of a machine', `see ${'/ho'}me/ivan/project`],
])('%s would be found', (what, text) => {
  expect(findings(text)).toEqual([expect.stringContaining(what)]);
});

test.each([
  'ivan@example.com',
  'https://user:pass@acme.bitrix24.ru',
  'https://acme.bitrix24.ru/rest/1/demo0secret0code/',
  'the /home page',
])('%s is nobody’s', (text) => {
  expect(findings(text)).toEqual([]);
});

// Who pushes has their own id in the work tree.
const committed = inRepository ? test : test.skip;
committed('the id of the script that is committed is the placeholder', () => {
  expect(JSON.parse(execFileSync('git', ['show', ':.clasp.json'], { encoding: 'utf8' }))).toEqual({
    scriptId: 'PUT_YOUR_SCRIPT_ID_HERE',
    rootDir: 'dist',
  });
});

test('the lock file names no registry', () => {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, { resolved?: string }> };
  expect(Object.entries(lock.packages).filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  expect(readFileSync('.npmrc', 'utf8')).not.toMatch(/registry=|_auth/i);
});
