// Language and time zone of the file from the panel: the spreadsheet's own settings, by which days are cut and numbers are written. On the built bundle.
import type { SettingsForm } from '../../src/addon/server-api';
import { act, type Desk, fresh, loadedDesk, sentence, sheetNames } from './loaded-desk';
import { column, DEALS, records, rowsOf } from './raw-desk';
import { day, hour, runDesk, schedule, second, wait } from './run-desk';
import { shownRows, stampOf } from './typed-inputs';

let made: Desk | null = null;
const desk = (): Desk => {
  made = made ?? loadedDesk();
  return fresh(made);
};
const shown = (of: Desk): SettingsForm => (of.call('sidebarState') as { settings: SettingsForm }).settings;
const ofFile = (of: Desk): unknown => act(of, 'return file.getSpreadsheetLocale() + " " + file.getSpreadsheetTimeZone()');

test('the panel shows what the file has, be it changed in File → Settings', () => {
  const one = desk();
  expect(shown(one)).toMatchObject({ locale: 'ru_RU', zone: 'Europe/Moscow' });
  act(one, "file.setSpreadsheetTimeZone('Asia/Omsk'); file.setSpreadsheetLocale('en_US')");
  expect(shown(one)).toMatchObject({ locale: 'en_US', zone: 'Asia/Omsk' });
});

test('another zone is the file’s own, and cuts the days anew at once, without the portal', () => {
  const one = desk();
  const { generation } = stampOf(one);
  const portalRequests = one.portal.stats().requests;
  one.call('saveSettings', { zone: 'Asia/Vladivostok' });
  expect([ofFile(one), stampOf(one).generation]).toEqual(['ru_RU Asia/Vladivostok', generation + 1]);
  expect(one.value('=B24_STATUS("часовой пояс";B24_DATA)')).toBe('Asia/Vladivostok');
  expect(String(act(one, `return file.getSheetByName('${DEALS}').getRange(2, 10).getDisplayValue()`))).toContain('17:00');
  expect(one.portal.stats().requests).toBe(portalRequests);
  one.call('saveSettings', { zone: 'Asia/Vladivostok' });
  expect([stampOf(one).generation, one.refresh().generation]).toEqual([generation + 1, generation + 1]);
});

test('another language is the file’s own: facts, data sheets and «Настройки» speak it', () => {
  const one = desk();
  const { generation } = stampOf(one);
  const before = records(rowsOf(one));
  one.call('saveSettings', { locale: 'en_US', statusGreen: 0.955 });
  expect([ofFile(one), stampOf(one).generation]).toEqual(['en_US Europe/Moscow', generation + 1]);
  const rows = rowsOf(one);
  expect([column(rows, 'Title'), records(rows)['101']?.[9]]).toEqual([1, before['101']?.[9]]);
  expect(shownRows(one, 'Settings').find(([name]) => name === 'Green status from')?.[1]).toBe('95.5%');
  one.call('saveSettings', { locale: 'ru_RU' });
  expect(shown(one)).toMatchObject({ locale: 'ru_RU', statusGreen: 0.955 });
});

test.each([['Europe/Mars'], ['=1+1'], [''], ['Europe/Moscow; drop'], [5], [null]])(
  'a zone that is none is refused by a sentence, and nothing changes: %j',
  (zone) => {
    const one = desk();
    const said = sentence(() => one.call('saveSettings', { zone, locale: 'en_US', statusGreen: 0.5 }));
    expect([said, ofFile(one), stampOf(one)]).toEqual([
      `Google не знает часового пояса «${zone}». Выберите из списка или напишите имя вида Europe/Moscow. Настройки не изменены.`,
      'ru_RU Europe/Moscow',
      stampOf(desk()),
    ]);
    expect(sheetNames(one)).not.toContain('Настройки');
  },
);

test.each([['de_DE'], [null], ['']])('a language that the product does not speak is refused, and nothing changes: %j', (locale) => {
  const one = desk();
  expect(sentence(() => one.call('saveSettings', { zone: 'Asia/Omsk', locale }))).toContain('ru_RU, en_US');
  expect(ofFile(one)).toBe('ru_RU Europe/Moscow');
});

test('before the first load zone and language can be set too', () => {
  const one = runDesk();
  one.call('saveSettings', { zone: 'Asia/Almaty', locale: 'en_US' });
  expect([ofFile(one), one.refresh().done]).toEqual(['en_US Asia/Almaty', true]);
  expect(sheetNames(one)).toContain('Data_Deals');
});

test('the hour of the schedule is one of the new zone: at once for its keeper, from the keeper’s next run on for others', () => {
  const one = runDesk();
  one.refresh();
  schedule(one, { kind: 'daily', hour: 6 });
  const trigger = (): unknown => one.runtime.triggers().map(({ functionName }) => functionName);
  const uid = (): string => JSON.parse(one.runtime.save().properties.document['b24.schedule'] ?? '{}').triggerUid;
  const first = uid();
  one.call('saveSettings', { zone: 'Asia/Vladivostok' });
  expect([uid() === first, trigger()]).toEqual([false, ['scheduledRefresh']]);
  const own = uid();
  one.runtime.run('saveSettings', [{ zone: 'Asia/Omsk' }], { as: 'sidebar', user: second });
  expect(uid()).toBe(own);
  wait(one, day);
  expect([uid() === own, trigger(), one.runtime.failures]).toEqual([false, ['scheduledRefresh'], []]);
  const settled = uid();
  wait(one, hour, 25);
  expect(uid()).toBe(settled);
});
