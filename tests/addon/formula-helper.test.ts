// The formula helper of the panel: every choice gives a formula that, typed into a cell, answers what was shown. On the built bundle.
import { FORMULA_KINDS, type FormulaAnswer, type FormulaChoices } from '../../src/functions/formula-helper';
import { act, connected, type Desk, loadedDesk, rounded, sentence } from './loaded-desk';

const form = { kind: 'metric', period: '2025-05', who: '', pipeline: '', metric: 'Сумма продаж', detail: '' };
const ask = (desk: Desk, more: object): FormulaAnswer => desk.call('formulaAnswer', { ...form, ...more }) as FormulaAnswer;

test('before the first load it says so', () => {
  expect(sentence(() => connected().call('formulaChoices'))).toContain('Данных ещё нет');
});

test('every kind with every detail gives the answer of its own formula', () => {
  const desk = loadedDesk();
  const { details, metrics, people, pipelines } = desk.call('formulaChoices') as FormulaChoices;
  expect(metrics.length).toBeGreaterThan(20);
  expect([people, pipelines]).toEqual([
    expect.arrayContaining(['Анна А.', 'Отдел продаж 1']),
    expect.arrayContaining(['Повторные продажи']),
  ]);
  for (const kind of FORMULA_KINDS)
    for (const detail of details[kind] ?? ['']) {
      const { formula, shown, rows, columns } = ask(desk, {
        kind,
        detail,
        who: 'Отдел продаж 1',
        ...(kind === 'funnel' || kind === 'bottleneck' ? { pipeline: 'Общая', who: '' } : {}),
      });
      const value = desk.value(formula);
      const table = (Array.isArray(value) ? value : [[value]]) as unknown[][];
      expect([formula, rows, columns]).toEqual([formula, table.length, Math.max(...table.map((row) => row.length))]);
      expect([formula, rounded(shown)]).toEqual([formula, rounded(table.slice(0, 8).map((row) => row.slice(0, 4)))]);
    }
});

test('a formula goes into the active cell; cells that hold something are not written over', () => {
  const desk = loadedDesk();
  act(desk, `const s = file.insertSheet('Моё'); file.setActiveSheet(s); s.getRange('B2').activate()`);
  expect(desk.call('insertFormula', form)).toBe('Формула записана в ячейку B2.');
  expect(act(desk, `return file.getSheetByName('Моё').getRange('B2').getFormula()`)).toBe('=B24_KPI("2025-05";;;"Сумма продаж";B24_DATA)');
  act(desk, `file.getSheetByName('Моё').getRange('A1').activate()`);
  expect(sentence(() => desk.call('insertFormula', { ...form, kind: 'table', detail: 'менеджер' }))).toContain('Ответу нужно место');
  expect(act(desk, `return file.getSheetByName('Моё').getRange('A1').getFormula()`)).toBe('');
});

test('hostile and mistaken texts are arguments, never formulas: the function’s own sentence says what is wrong', () => {
  const desk = loadedDesk();
  expect(sentence(() => ask(desk, { who: '");IMPORTXML("http://x' }))).toMatch(/Кто|who|найден/i);
  expect(sentence(() => ask(desk, { period: 'вчерась' }))).toContain('вчерась');
  expect(ask(desk, { pipeline: '', who: '', metric: 'Выиграно' }).formula).toBe('=B24_KPI("2025-05";;;"Выиграно";B24_DATA)');
  expect(sentence(() => desk.call('formulaAnswer', null))).toMatch(/период|показатель|no error/i);
});
