// KPI sets edited in the panel. On the built bundle.
import type { PaySetup } from '../../src/functions/pay-setup';
import { act, connected, type Desk, fresh, loadedDesk, sentence } from './loaded-desk';

const setup = (desk: Desk): PaySetup => desk.call('paySetup') as PaySetup;
const item = (metric: string, weight: number, target: number, more: object = {}) => ({
  metric,
  weight,
  target,
  direction: 'up',
  floor: 0,
  cap: 1.5,
  ...more,
});
const save = (desk: Desk, owner: string, items: object[]): PaySetup => desk.call('saveKpiSet', { owner, items }) as PaySetup;
const rows = (desk: Desk): string[][] =>
  (
    JSON.parse(
      String(act(desk, `return JSON.stringify(file.getSheetByName('Наборы KPI').getDataRange().getDisplayValues())`)).replace(
        /\u00a0/g,
        ' ',
      ),
    ) as string[][]
  )
    .slice(1)
    .filter((row) => row[0] !== '' && !String(row[0]).startsWith('Пример'));

test('before the first load there is a sentence', () => {
  expect(sentence(() => setup(connected()))).toContain('Данных ещё нет');
});

test('a set lands in «Наборы KPI» and is read back; scores count by it at once', () => {
  const desk = loadedDesk();
  const made = save(desk, 'Борис Б.', [item('wonSum', 0.7, 500000), item('winRateCount', 0.3, 0.5)]);
  expect(made.sets).toEqual([{ owner: 'Борис Б.', items: [item('wonSum', 0.7, 500000), item('winRateCount', 0.3, 0.5)] }]);
  expect(rows(desk).map((row) => row.slice(0, 5))).toEqual([
    ['Борис Б.', 'Сумма продаж', '70,0%', '500 000', 'больше'],
    ['Борис Б.', 'Доля побед, шт.', '30,0%', '50,0%', 'больше'],
  ]);
  expect(fresh(desk).value('=B24_SCORE("2025-05";"Борис";;B24_DATA)')).toEqual(expect.any(Number));
});

test('a changed set keeps its rows with what people wrote beside them; what is gone goes, others stay', () => {
  const desk = loadedDesk();
  save(desk, 'Анна А.', [item('wonCount', 1, 5)]);
  save(desk, 'Борис Б.', [item('wonSum', 0.5, 100), item('wonCount', 0.5, 3)]);
  act(
    desk,
    `const s = file.getSheetByName('Наборы KPI'); s.insertColumnsAfter(s.getMaxColumns(), 4); const at = s.getDataRange().getValues().findIndex((row) => row[0] === 'Борис Б.' && row[1] === 'Сумма продаж') + 1; s.getRange(at, 12).setValue('с июня')`,
  );
  const next = save(desk, 'Борис Б.', [item('wonSum', 0.6, 200), item('created', 0.4, 9)]);
  expect(next.sets.map(({ owner, items }) => [owner, items.map(({ metric, weight, target }) => [metric, weight, target])])).toEqual([
    ['Анна А.', [['wonCount', 1, 5]]],
    [
      'Борис Б.',
      [
        ['wonSum', 0.6, 200],
        ['created', 0.4, 9],
      ],
    ],
  ]);
  expect(rows(desk).find((row) => row[0] === 'Борис Б.')?.[11]).toBe('с июня');
  expect(save(desk, 'Борис Б.', []).sets.map(({ owner }) => owner)).toEqual(['Анна А.']);
});

test.each([
  ['an unknown person', 'Никто', [item('wonSum', 1, 5)]],
  ['an unknown metric', 'Борис Б.', [item('profit', 1, 5)]],
  ['a metric twice', 'Борис Б.', [item('wonSum', 0.5, 5), item('wonSum', 0.5, 6)]],
  ['no weight', 'Борис Б.', [item('wonSum', 0, 5)]],
  ['no target', 'Борис Б.', [item('wonSum', 1, 0)]],
  ['a floor above the cap', 'Борис Б.', [item('wonSum', 1, 5, { floor: 2 })]],
  ['no list', 'Борис Б.', 'все'],
])('%s is refused with a sentence and nothing is written', (_name, owner, items) => {
  const desk = loadedDesk();
  expect(sentence(() => save(desk, owner, items as object[]))).toContain('Набор KPI не сохранён');
  expect(setup(desk).sets).toEqual([]);
});
