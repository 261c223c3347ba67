// The pages of docs/ that need no run of the add-on: those that come from catalogues are what `npm run docs` would write, that of security leaves nothing out.
import { readFileSync } from 'node:fs';
import { SCOPE_NEEDS } from '../../src/bitrix24/scopes';
import { functionDefinition } from '../../src/functions/catalogue';
import { withErrorTables } from '../../src/functions/error-docs';
import { commonRules, metricRules } from '../../src/functions/help/rules';
import { metricsPage } from '../../src/functions/metric-docs';
import { FUNCTION_NAMES } from '../../src/functions/names';
import { errorSentences } from '../../src/locale/errors';
import { METRIC_IDS, metricOf } from '../../src/metrics/catalogue';

const written = new Set(Object.keys({ ...metricRules, ...commonRules }));
const textOf = (path: string) => readFileSync(path, 'utf8');

describe.each([
  ['en', 'docs/metrics.md'],
  ['ru', 'docs/metrics.ru.md'],
] as const)('the page of metrics (%s)', (lang, path) => {
  test('is up to date (npm run docs)', () => {
    expect(textOf(path)).toBe(metricsPage(lang));
  });

  test('tells of every metric once', () => {
    for (const id of METRIC_IDS) expect(metricsPage(lang).split(`| \`${id}\` |`)).toHaveLength(2);
  });
});

test('every rule that a metric or a function names is in words', () => {
  const named = [
    ...METRIC_IDS.map((id) => metricOf(id).rule),
    ...FUNCTION_NAMES.flatMap((name) => functionDefinition(name).rules),
    'M38',
    ...Array.from({ length: 15 }, (_, at) => `R${at + 1}`),
  ];
  expect(named.filter((rule) => !written.has(rule))).toEqual([]);
});

test('every rule of a number is answered by a function', () => {
  const answered = new Set(FUNCTION_NAMES.flatMap((name) => functionDefinition(name).rules));
  const ofMetrics = new Set(METRIC_IDS.map((id) => metricOf(id).rule));
  expect(Object.keys(metricRules).filter((rule) => !answered.has(rule) && !ofMetrics.has(rule))).toEqual([]);
});

test('the table of errors is up to date (npm run docs)', () => {
  expect(withErrorTables(textOf('docs/loading.md'))).toBe(textOf('docs/loading.md'));
});

test('the table of errors has every sentence once', () => {
  const page = textOf('docs/loading.md');
  for (const key of Object.keys(errorSentences)) expect(page.split(`| \`${key}\` |`)).toHaveLength(2);
});

describe('docs/security.md', () => {
  const page = textOf('docs/security.md');
  const missing = (names: readonly string[]) => names.filter((name) => !page.includes(`\`${name}\``));

  test('gives a reason for every permission of Google', () => {
    const { oauthScopes } = JSON.parse(textOf('appsscript.json')) as { readonly oauthScopes: readonly string[] };
    expect(missing(oauthScopes.map((scope) => scope.replace('https://www.googleapis.com/auth/', '')))).toEqual([]);
  });

  test('says what is lost without each scope of Bitrix24', () => {
    expect(missing(SCOPE_NEEDS.flatMap(({ anyOf }) => anyOf))).toEqual([]);
  });

  test('names every method that may be called', () => {
    const methods = [...textOf('src/bitrix24/allow-list.ts').matchAll(/'([a-z]+(?:\.[a-z]+)+)'/g)].map((match) => match[1] ?? '');
    expect(methods.length).toBeGreaterThan(10);
    expect(missing(methods)).toEqual([]);
  });
});
