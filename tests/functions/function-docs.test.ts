// The help that Sheets shows and the page of the documentation, from the catalogue.
import { choiceWords } from '../../src/functions/arguments/choice';
import { functionDefinition } from '../../src/functions/catalogue';
import { chequeStats } from '../../src/functions/cheque';
import { conversionModes, winRateBases } from '../../src/functions/conversion';
import { dealStates } from '../../src/functions/deals';
import { durationStats } from '../../src/functions/durations';
import { functionsPage, jsdoc, signature } from '../../src/functions/function-docs';
import { funnelModes } from '../../src/functions/funnel';
import { functionTexts } from '../../src/functions/help/texts';
import { tableDimensions } from '../../src/functions/kpi-table';
import { metricMeaning, metricName, metricShortName, metricsArgument } from '../../src/functions/metric-names';
import { FUNCTION_NAMES } from '../../src/functions/names';
import { METRIC_IDS } from '../../src/metrics/catalogue';
import { labels } from './small-company';

test('the parameters are those of the issue, the stamp always last', () => {
  expect(FUNCTION_NAMES.map((name) => signature(functionDefinition(name), 'ru'))).toEqual([
    'B24_DEALS([period];[who];[pipeline];[state];[data])',
    'B24_REVENUE([period];[who];[pipeline];[data])',
    'B24_CONVERSION([period];[who];[pipeline];[stage];[mode];[data])',
    'B24_WINRATE([period];[who];[pipeline];[by];[data])',
    'B24_AVG_DEAL([period];[who];[pipeline];[stat];[data])',
    'B24_CYCLE([period];[who];[pipeline];[stat];[data])',
    'B24_STAGE_TIME([period];[who];[pipeline];[stage];[stat];[data])',
    'B24_FUNNEL([period];[who];[pipeline];[mode];[data])',
    'B24_KPI_TABLE([period];[who];[pipeline];[by];[metrics];[data])',
    'B24_KPI([period];[who];[pipeline];[metric];[data])',
    'B24_LEADS([period];[who];[pipeline];[state];[data])',
    'B24_VELOCITY([period];[who];[pipeline];[data])',
    'B24_PLAN([period];[who];[pipeline];[metric];[data])',
    'B24_PLANFACT([period];[who];[pipeline];[metric];[what];[data])',
    'B24_PLANFACT_TABLE([period];[who];[pipeline];[metric];[by];[data])',
    'B24_RUNRATE([period];[who];[pipeline];[metric];[data])',
    'B24_FORECAST([period];[who];[pipeline];[method];[data])',
    'B24_FORECAST_DEALS([period];[who];[pipeline];[data])',
    'B24_FORECAST_LOG([period];[who];[data])',
    'B24_COVERAGE([period];[who];[pipeline];[what];[data])',
    'B24_GOAL([period];[who];[pipeline];[level];[metric];[data])',
    'B24_BOTTLENECK([period];[who];[pipeline];[data])',
    'B24_STUCK([who];[pipeline];[rule];[data])',
    'B24_LOSSES([period];[who];[pipeline];[by];[data])',
    'B24_WHATIF([period];[who];[pipeline];[stage];[points];[data])',
    'B24_COMPARE([period];[who];[pipeline];[metric];[against];[data])',
    'B24_COACH([period];[who];[pipeline];[data])',
    'B24_QUALITY([period];[who];[pipeline];[what];[data])',
    'B24_EXPLAIN([period];[who];[pipeline];[metric];[data])',
    'B24_BITRIX([period];[who];[pipeline];[report];[data])',
    'B24_TOP([period];[who];[pipeline];[by];[n];[metric];[data])',
    'B24_RFM([who];[pipeline];[data])',
    'B24_REPEAT([period];[who];[pipeline];[by];[data])',
    'B24_SOURCES([period];[who];[pipeline];[by];[data])',
    'B24_ACTIVITY([period];[who];[pipeline];[kind];[per];[data])',
    'B24_RESPONSE([period];[who];[pipeline];[stat];[data])',
    'B24_COHORT([period];[who];[pipeline];[metric];[data])',
    'B24_CHANGES([period];[who];[pipeline];[kind];[data])',
    'B24_SCORE([period];[who];[pipeline];[data])',
    'B24_BONUS([period];[who];[pipeline];[part];[data])',
    'B24_BONUS_DEALS([period];[who];[pipeline];[data])',
    'B24_STATUS([what];[data])',
  ]);
});

test('every parameter of a function has a text, and no text is left over', () => {
  for (const name of FUNCTION_NAMES) expect(Object.keys(functionTexts[name].params)).toEqual(functionDefinition(name).params);
});

test.each(FUNCTION_NAMES)('%s has an example, and both languages tell what an empty cell means', (name) => {
  const { text, examples } = functionTexts[name];
  expect(examples.length).toBeGreaterThan(0);
  for (const lang of ['ru', 'en'] as const) {
    expect(text[lang]).toMatch(/\.$/);
    expect(text[lang]).toMatch(lang === 'ru' ? /пуст/i : /empty/i);
  }
});

test('the JSDoc is one block with text, example, parameters and the tag', () => {
  expect(jsdoc('B24_REVENUE', 'en')).toBe(
    [
      '/**',
      ' * Sum of the deals won in the period, in the base currency of the portal. Every deal is converted by the CRM rate and',
      ' * rounded to cents, so breakdowns add up to the total. No sales is 0; only a blank name gets an empty cell.',
      ' * Example: =B24_REVENUE("last month","Corporate Sales",,B24_DATA)',
      ' *',
      ' * @param {any} period Period: "2026-10", "2026-Q3", "this month" (default), "last 30 days" or a date.',
      ' * @param {any} who Who: a name, a department, a range or "all" (default).',
      ' * @param {any} pipeline Pipeline or "all" (default).',
      ' * @param {any} data B24_DATA: recalculates after a refresh.',
      ' * @return A value or a table.',
      ' * @customfunction',
      ' */',
    ].join('\n'),
  );
});

test.each(['ru', 'en'] as const)('every function has its block and its section (%s)', (lang) => {
  const page = functionsPage(lang, () => '');
  for (const name of FUNCTION_NAMES) {
    const block = jsdoc(name, lang);
    expect(block.split('*/').length).toBe(2);
    expect(block).toContain('@customfunction');
    expect(page).toContain(`## ${name}\n`);
    for (const example of functionTexts[name].examples) expect(page).toContain(example[lang]);
  }
  for (const id of METRIC_IDS) expect(page).toContain(metricMeaning(id, lang));
});

test('examples carry the stamp, with the separator of their language', () => {
  for (const name of FUNCTION_NAMES) {
    for (const example of functionTexts[name].examples) {
      const bare = example.ru === '=B24_CONVERSION()';
      expect([example.ru, bare || example.ru.endsWith(';B24_DATA)')]).toEqual([example.ru, true]);
      expect([example.en, bare || example.en.endsWith(',B24_DATA)')]).toEqual([example.en, true]);
    }
  }
});

test.each(['ru', 'en'] as const)('every metric is found by its own name and by its short name (%s)', (lang) => {
  for (const id of METRIC_IDS) expect([id, metricsArgument(metricName(id, lang), 'metrics', [], { ...labels, lang })]).toEqual([id, [id]]);
  const list = METRIC_IDS.map((id) => metricShortName(id, lang)).join(', ');
  expect(metricsArgument(list, 'metrics', [], { ...labels, lang })).toEqual(METRIC_IDS);
});

test.each([
  ['B24_DEALS', 'state', dealStates],
  ['B24_CONVERSION', 'mode', conversionModes],
  ['B24_WINRATE', 'by', winRateBases],
  ['B24_AVG_DEAL', 'stat', chequeStats],
  ['B24_CYCLE', 'stat', durationStats],
  ['B24_FUNNEL', 'mode', funnelModes],
  ['B24_KPI_TABLE', 'by', tableDimensions],
] as const)('the help of %s names every word of "%s"', (name, param, choices) => {
  for (const lang of ['ru', 'en'] as const) {
    for (const word of choiceWords(choices, lang)) expect(functionTexts[name].params[param]?.[lang]).toContain(`"${word}"`);
  }
});
