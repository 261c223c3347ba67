// What Google may withhold from the add-on, or break under it: the person's language, a service for a moment. On the built bundle.
import type { Fault } from '../../local/runtime/faults';
import golden from '../golden/kpi-example/kpi-example.json';
import { openDesk } from './desk';

const now = golden.inputs.settings.asOf;
const switches = { localeNeedsScope: true };

test.each([
  ['the file’s language, where Google keeps the person’s back', 'en', 'bound', 'Bitrix24 KPI'],
  ['the file’s language in Russian too', 'ru', 'bound', 'Битрикс24 KPI'],
  ['Russian, where the file is closed as well', 'en', 'addon', 'Битрикс24 KPI'],
] as const)('the menu opens in %s', (_, lang, home, title) => {
  const desk = openDesk({ data: golden.inputs, now, lang, runtime: { switches, home } });
  desk.runtime.open();
  expect([desk.runtime.menus().map(({ label }) => label), desk.runtime.failures]).toEqual([[title], []]);
});

const rest = Number.POSITIVE_INFINITY;

/**
 * Google's trouble in the middle of a refresh, and what the person is told; calls 1 and 2 of `setValues`, and 3 of `setProperty`, are the journal's and the lock's, call 3
 * of `setValues` keeps the forecast of the week.
 */
test.each<[string, Fault, RegExp]>([
  ['a sheet that does not answer', { call: 'SpreadsheetApp.Range.setValues', nth: 5, error: 'timed-out' }, /Google Таблицы не отвечают/],
  [
    'a server error after the work was done',
    { call: 'SpreadsheetApp.Range.setValues', nth: 4, error: 'server-error', when: 'after' },
    /Google Таблицы не отвечают/,
  ],
  [
    'a raw sheet that is not written',
    { call: 'SpreadsheetApp.Range.setValues', nth: 9, error: 'service-failed' },
    /не записаны листы: Данные_Сделки/,
  ],
  [
    'properties that cannot be written',
    { call: 'PropertiesService.Properties.setProperty', nth: 4, error: 'server-unavailable' },
    /Google Таблицы не отвечают/,
  ],
  ['a full store of properties', { call: 'PropertiesService.Properties.setProperty', nth: 4, error: 'property-quota' }, /свойств/],
  ['fetches used up for the day', { call: 'UrlFetchApp.fetchAll', nth: 3, times: rest, error: 'daily-quota' }, /Google/],
  [
    'an administrator’s list',
    { call: 'UrlFetchApp.fetchAll', nth: 3, times: rest, error: 'admin-allowlist' },
    /not permitted by your admin/,
  ],
  [
    'a portal that cannot be reached',
    { call: 'UrlFetchApp.fetchAll', nth: 3, times: rest, error: 'address-unavailable' },
    /Портал не отвечает/,
  ],
])('%s is told in one sentence without the secret; the next refresh has the numbers', (_, fault, words) => {
  const broken = openDesk({ data: golden.inputs, now, runtime: { faults: [fault] } });
  const code = broken.webhook.split('/').at(-2) ?? '';
  broken.connect();
  let said = '';
  try {
    said = broken.refresh().text;
  } catch (error) {
    said = String((error as Error).message);
  }
  expect(said).toMatch(words);
  expect(said).not.toContain(code);
  const whole = openDesk({ data: golden.inputs, now, runtime: { state: broken.runtime.save() } });
  whole.refresh();
  expect(whole.value('=B24_REVENUE("2025-05")')).toBe(610000);
});

/** Trouble of a moment that the load lives through. */
test.each<[string, Fault]>([
  ['one lost wave', { call: 'UrlFetchApp.fetchAll', nth: 3, error: 'address-unavailable' }],
  ['too many calls in a short time', { call: 'UrlFetchApp.fetchAll', nth: 2, error: 'short-term-rate' }],
  ['a bandwidth quota', { call: 'UrlFetchApp.fetchAll', nth: 2, error: 'bandwidth' }],
  ['a forecast of the week that is not kept', { call: 'SpreadsheetApp.Range.setValues', nth: 3, error: 'timed-out' }],
  ['a journal whose header is not written', { call: 'SpreadsheetApp.Range.setValues', nth: 1, error: 'timed-out' }],
  ['a journal whose row is not begun', { call: 'SpreadsheetApp.Range.setValues', nth: 2, error: 'server-error' }],
  ['a row of the journal that has no place', { call: 'SpreadsheetApp.Sheet.insertRowsBefore', nth: 1, times: rest, error: 'server-error' }],
  [
    'a word of who is refreshing that cannot be left',
    { call: 'PropertiesService.Properties.setProperty', nth: 3, error: 'property-quota' },
  ],
  ['a cache that does not answer', { call: 'CacheService.Cache.putAll', times: rest, error: 'server-error' }],
])('%s changes no number', (_, fault) => {
  const desk = openDesk({ data: golden.inputs, now, runtime: { faults: [fault] } });
  desk.connect();
  desk.refresh();
  expect(desk.value('=B24_REVENUE("2025-05")')).toBe(610000);
});
