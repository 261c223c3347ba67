// Raw sheets that people switch off in «Настройки»: no longer written nor made, left as they are with a word on it, and written as usual when they are
// switched on again. On the built bundle.
import { act, type Desk, fresh, loadedDesk, numbers, sheetNames, won107 } from './loaded-desk';
import { beside, HISTORY, handle, records, rowsOf, writeNotes } from './raw-desk';

const PRODUCTS = 'Данные_Товары';
const OPTIONAL = [HISTORY, PRODUCTS, 'Данные_Дела', 'Данные_Компании', 'Данные_Контакты'];
const ALWAYS = ['Данные_Сделки', 'Данные_Лиды', 'Данные_Стадии', 'Данные_Сотрудники'];

let made: Desk | null = null;
const desk = (): Desk => {
  made = made ?? loadedDesk();
  return fresh(made);
};
const keep = (of: Desk, rawSheets: readonly string[]): unknown => of.call('saveSettings', { rawSheets });
const all = ['stageHistory', 'products', 'activities', 'companies', 'contacts'];
const header = (of: Desk, name = HISTORY): unknown[] => rowsOf(of, name)[0] ?? [];
const mark = (of: Desk, name = HISTORY): string =>
  String(header(of, name).find((title) => /^(Данные на|Data as of|Не обн|Not ref|Обновл)/.test(String(title))));
const off = /^Не обновляется: данные на 20\.05\.2025 18:00, выключено в настройках\. Лист можно удалить\.$/;

/** Deal 107 is won, which its history tells. */
function news(of: Desk): void {
  of.portal.mutate({ ...won107, now: '2025-05-20T19:00:00+03:00' } as never);
  of.refresh();
}

test('sheets that are switched off are not made; the numbers are the same', () => {
  const bare = loadedDesk();
  act(bare, `for (const name of ${JSON.stringify(OPTIONAL)}) file.deleteSheet(file.getSheetByName(name))`);
  keep(bare, []);
  bare.refresh();
  expect(sheetNames(bare).filter((name) => name.startsWith('Данные_'))).toEqual(ALWAYS);
  news(bare);
  expect(sheetNames(bare).filter((name) => name.startsWith('Данные_'))).toEqual(ALWAYS);
  const whole = desk();
  news(whole);
  expect(numbers(bare)).toEqual(numbers(whole));
});

test('one that exists keeps rows, columns and formulas of people, says so right after saving, and is refreshed no more', () => {
  const one = desk();
  writeNotes(one, HISTORY);
  const rows = records(rowsOf(one, HISTORY));
  keep(one, ['products', 'activities', 'companies', 'contacts']);
  expect(mark(one)).toMatch(off);
  expect(mark(one, PRODUCTS)).toBe('Данные на 20.05.2025 18:00');
  news(one);
  const after = rowsOf(one, HISTORY);
  expect([mark(one), mark(one, PRODUCTS)]).toEqual([expect.stringMatching(off), 'Данные на 20.05.2025 19:00']);
  expect(after.length - 1).toBe(Object.keys(rows).length);
  expect(beside(after, 'Заметки')[String(after[1]?.[0])]).toBe(`note ${after[1]?.[0]}`);
  expect(act(one, `return file.getSheetByName('${HISTORY}').getDataRange().getNotes()[0].join()`)).toContain('#REF!');
});

test('switched on again it is written as usual, notes of people beside their records', () => {
  const one = desk();
  writeNotes(one, HISTORY);
  keep(one, []);
  news(one);
  keep(one, all);
  const straight = desk();
  writeNotes(straight, HISTORY);
  news(straight);
  const [rows, usual] = [rowsOf(one, HISTORY), rowsOf(straight, HISTORY)];
  expect([mark(one), records(rows), beside(rows, 'Заметки')]).toEqual([mark(straight), records(usual), beside(usual, 'Заметки')]);
  expect(act(one, `return file.getSheetByName('${HISTORY}').getDataRange().getNotes()[0].join('').includes('#REF!')`)).toBe(false);
  expect(one.refresh().text).toContain('Новых данных нет');
});

test('switched on again at the same moment it stands at once', () => {
  const one = desk();
  keep(one, []);
  keep(one, all);
  expect(mark(one)).toBe('Данные на 20.05.2025 18:00');
  expect(one.refresh().text).toContain('Новых данных нет');
});

test('typed by hand the choice counts from the next refresh on', () => {
  const one = desk();
  one.runtime.paste('Настройки', 'A1', [
    ['Настройка', 'Значение'],
    ['Листы данных', 'Товары; Контакты'],
  ]);
  expect(mark(one)).toBe('Данные на 20.05.2025 18:00');
  one.refresh();
  expect([mark(one), mark(one, PRODUCTS)]).toEqual([expect.stringMatching(off), expect.stringMatching(/^Данные на 20\.05\.2025 1/)]);
});

test('the word keeps the earlier "as of" in the file’s new language, and is known when the sheet comes back', () => {
  const one = desk();
  keep(one, []);
  one.call('saveSettings', { locale: 'en_US' });
  expect(mark(one)).toBe('Not refreshed: data as of 20.05.2025 18:00, switched off in the settings. The sheet may be deleted.');
  keep(one, all);
  expect([mark(one, HISTORY), header(one)[0]]).toEqual(['Data as of 20.05.2025 18:00', 'ID']);
});

test.each([
  ['deleted', `file.deleteSheet(file.getSheetByName('${HISTORY}'))`, null],
  ['emptied', `file.getSheetByName('${HISTORY}').clear()`, null],
  ['renamed', `file.getSheetByName('${HISTORY}').setName('История')`, 'История'],
  ['without its header', `file.getSheetByName('${HISTORY}').deleteRow(1)`, null],
])('a sheet that was %s makes no trouble, and comes back whole', (_name, body, name) => {
  const one = desk();
  keep(one, []);
  act(one, body);
  news(one);
  keep(one, all);
  const straight = desk();
  news(straight);
  expect(records(rowsOf(one, name ?? HISTORY))).toEqual(records(rowsOf(straight, HISTORY)));
});

test('a sheet that was being written when it was switched off says that it is not whole', () => {
  const one = desk();
  handle(one, "s.getRange(1, w + 1).setValue('Обновляется…')", HISTORY);
  keep(one, []);
  expect(mark(one)).toBe('Не обновляется: записан не полностью, выключено в настройках. Лист можно удалить.');
  keep(one, all);
  expect(mark(one)).toBe('Данные на 20.05.2025 18:00');
});
