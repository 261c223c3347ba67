// Sentences: both languages complete, parameters filled, secrets never shown.
import { KpiError } from '../../src/errors';
import { describe as sentenceOf } from '../../src/locale/describe';
import { errorSentences } from '../../src/locale/errors';
import { addonErrors } from '../../src/locale/errors-addon';
import { formulaErrors } from '../../src/locale/errors-formula';
import { inputErrors } from '../../src/locale/errors-inputs';
import { portalErrors } from '../../src/locale/errors-portal';
import { redacted } from '../../src/redact';

const slots = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();
const unique = (names: string[]): string[] => [...new Set(names)];

test.each(Object.entries(errorSentences))('%s says the same in both languages and ends as a sentence', (_key, text) => {
  expect(unique(slots(text.ru))).toEqual(unique(slots(text.en)));
  expect([text.ru, text.en].map((one) => /[.!?)]$/.test(one.trim()))).toEqual([true, true]);
});

test.each(Object.entries(errorSentences))('%s shows no example that redaction would cross out', (_key, text) => {
  expect([redacted(text.ru), redacted(text.en)]).toEqual([text.ru, text.en]);
});

test('no key of one area hides a key of another', () => {
  const keys = [addonErrors, formulaErrors, inputErrors, portalErrors].flatMap((area) => Object.keys(area));
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});

test('an error of ours is its sentence with the parameters filled in', () => {
  const error = new KpiError('argument', 'argChoice', { argument: 'режим', found: 'х', allowed: 'этап, шаг' });
  expect(sentenceOf(error, 'ru')).toBe('Аргумент «режим»: не понимаю «х». Можно: этап, шаг.');
  expect(sentenceOf({ name: 'KpiError', kind: 'data', key: 'notLoaded', params: {} }, 'en')).toMatch(/^There is no data yet/);
});

test('a sentence that ends with a name ends with one dot', () => {
  const error = new KpiError('argument', 'argChoice', { argument: 'режим', found: 'х', allowed: 'Анна А.' });
  expect(sentenceOf(error, 'ru')).toBe('Аргумент «режим»: не понимаю «х». Можно: Анна А.');
});

test('an error of anybody else is unexpected, cut and without secrets', () => {
  const url = 'https://romashka.bitrix24.ru/rest/11/abcdef0123456789/crm.item.list?auth=SECRET&x=1';
  const text = sentenceOf(new Error(`Address unavailable: ${url} ${'x'.repeat(1000)}`), 'ru');
  expect(text).toContain('https://romashka.bitrix24.ru/rest/11/***/crm.item.list');
  expect(text).not.toMatch(/abcdef0123456789|SECRET/);
  expect(text.length).toBeLessThan(500);
  expect(sentenceOf('plain text', 'en')).toContain('plain text');
  expect(sentenceOf(null, 'en')).toContain('null');
});

test.each([
  ['/rest/1/a1b2c3/', '/rest/1/***/'],
  ['/rest/1/a1b2c3', '/rest/1/***'],
  ['GET /rest/1/a1b2c3?x=1', 'GET /rest/1/***?x=1'],
  ['auth=0a1b&b=2', 'auth=***&b=2'],
  ['{"access_token":"0a1b","x":1}', '{"access_token":"***","x":1}'],
  ['refresh_token = zzz', 'refresh_token = ***'],
  ['Nothing secret: the code of the stage', 'Nothing secret: the code of the stage'],
])('%s becomes %s', (text, shown) => {
  expect(redacted(text)).toBe(shown);
});
