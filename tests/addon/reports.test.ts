// Report sheets: drawn once, rebuilt in place, made of formulas that people can copy.
import { demoPortal } from '../../local/demo-data/demo-portal';
import { openDesk } from './desk';

const now = '2026-11-23T12:00:00+03:00';
const { data } = demoPortal({ lang: 'ru', now: Date.parse(now), scale: 0.05 });

const desk = openDesk({ data, now });
const sheetNames = () => desk.runtime.spreadsheet.sheets().map((sheet) => sheet.name);
const chartsOf = (name: string) => {
  const sheet = desk.runtime.spreadsheet.sheetByName(name);
  return sheet ? desk.runtime.spreadsheet.model.getters.getChartIds(sheet.id).length : 0;
};

beforeAll(() => {
  desk.connect();
  desk.refresh();
  desk.call('buildReports', { ids: ['managers', 'funnel'], restore: false });
});

test('the picked sheets stand first, with their charts', () => {
  expect(sheetNames().slice(0, 2)).toEqual(['Эффективность менеджеров', 'Воронка']);
  expect([chartsOf('Эффективность менеджеров'), chartsOf('Воронка')]).toEqual([3, 2]);
});

test('a rebuild makes no second sheet and no second chart, and keeps what was chosen', () => {
  desk.runtime.edit('Воронка', 'B5', 'последние 30 дней');
  const before = sheetNames();
  desk.call('buildReports');
  expect(sheetNames()).toEqual(before);
  expect([chartsOf('Эффективность менеджеров'), chartsOf('Воронка')]).toEqual([3, 2]);
  expect(desk.value("='Воронка'!B5")).toBe('последние 30 дней');
});

test('a renamed sheet is still ours; a deleted one comes back', () => {
  const funnel = desk.runtime.spreadsheet.sheetByName('Воронка');
  if (!funnel) throw new Error('no funnel');
  desk.runtime.spreadsheet.renameSheet(funnel.id, 'Моя воронка');
  desk.call('buildReports');
  expect(sheetNames()).toContain('Моя воронка');
  expect(sheetNames()).not.toContain('Воронка');
  desk.runtime.spreadsheet.deleteSheet(funnel.id);
  desk.call('buildReports');
  expect(sheetNames()).toContain('Воронка');
});

test('choosing another manager changes the table', () => {
  const all = desk.value("=COUNTA('Эффективность менеджеров'!A46:A106)");
  const first = String(desk.value("='Эффективность менеджеров'!A46"));
  desk.runtime.edit('Эффективность менеджеров', 'B7', first);
  expect(desk.value("=COUNTA('Эффективность менеджеров'!A46:A106)")).toBe(2);
  desk.runtime.edit('Эффективность менеджеров', 'B7', 'Все');
  expect(desk.value("=COUNTA('Эффективность менеджеров'!A46:A106)")).toBe(all);
});

test('no cell of the reports shows an error', () => {
  for (const name of ['Эффективность менеджеров', 'Воронка']) {
    const table = desk.value(`='${name}'!A1:P60`) as unknown[][];
    expect(table.flat().filter((cell) => typeof cell === 'string' && cell.startsWith('#'))).toEqual([]);
  }
});
