// B24_FORECAST_LOG: what earlier forecasts said of the worked example, against its facts.
import type { Cell } from '../../src/cell';
import type { KeptForecast } from '../../src/memory/forecasts';
import { forecastToKeep } from '../../src/metrics/kept-forecast';
import { parseIsoDay } from '../../src/period';
import { goldenInputs } from '../golden-inputs';
import { golden, goldenFacts } from '../golden-kpi';
import { money } from '../rounded';
import { askGolden, type Desk } from './golden-desk';

const { forecast } = golden.expected;
const facts = goldenFacts();
const today = forecastToKeep(facts, goldenInputs);
const day = (text: string): number => parseIsoDay(text) ?? 0;

/** A forecast of April, which is over: its only win is 113 of Anna, 25 000. */
const april: KeptForecast = {
  ...today,
  day: day('2025-04-07'),
  month: '2025-04',
  pace: [5, 22],
  people: [
    { managerId: 11, won: 5000, stages: 30000, weighted: 90000, overdue: 1000 },
    { managerId: 12, won: 0, stages: 20000, weighted: 50000, overdue: 0 },
  ],
  plans: [
    { scope: 'company', id: null, target: 100000 },
    { scope: 'department', id: 3, target: 70000 },
    { scope: 'manager', id: 11, target: 60000 },
    { scope: 'manager', id: 12, target: 30000 },
  ],
};

const desk = (log: readonly KeptForecast[], more: Desk = {}): Desk => ({ ...more, context: { forecasts: () => log } });
const table = (args: readonly unknown[], log: readonly KeptForecast[] = [april, today], more: Desk = {}) =>
  askGolden('B24_FORECAST_LOG', args, desk(log, more)) as Cell[][];
const columns = (args: readonly unknown[], ...titles: string[]) => {
  const [header = [], ...lines] = table(args);
  return lines.map((line) => titles.map((title) => line[header.indexOf(title)]));
};
const midnight = (text: string) => new Date(`${text}T00:00:00+03:00`);

test('what is kept is what B24_FORECAST answers at that moment, of everybody and of each, with the plans', () => {
  const [line = []] = columns(
    ['2025-05'],
    'По стадиям',
    'По темпу',
    'Нижний',
    'Верхний',
    'Взвешенная воронка',
    'Просрочено',
    'Выиграно к тому дню',
  );
  expect(line.map((cell) => money(Number(cell)))).toEqual([
    forecast.pipelineForecast,
    forecast.runRate,
    forecast.pipelineForecast,
    forecast.runRate,
    forecast.weightedPipeline,
    forecast.overdueWeighted,
    610000,
  ]);
  const asked = (method: string, who: string) => Math.round(Number(askGolden('B24_FORECAST', ['2025-05', who, '', method])));
  for (const who of ['Анна А.', 'Борис Б.', 'Вера В.', 'Отдел продаж 2']) {
    const [of = []] = columns(['2025-05', who], 'По стадиям', 'По темпу', 'Выиграно к тому дню');
    expect([who, ...of.map((cell) => Math.round(Number(cell)))]).toEqual([who, asked('', who), asked('темп', who), asked('выиграно', who)]);
  }
  expect(['', 'Анна А.', 'Отдел продаж 1'].map((who) => columns(['2025-05', who], 'План на тот день')[0]?.[0])).toEqual(
    ['', 'Анна А.', 'Отдел продаж 1'].map((who) => askGolden('B24_PLAN', ['2025-05', who])),
  );
});

test('a month that is over is measured by its fact of now, a running one has no deviation', () => {
  const [header, ...lines] = table(['2025-Q2']);
  expect(header).toEqual([
    'Месяц',
    'День прогноза',
    'План на тот день',
    'Выиграно к тому дню',
    'По стадиям',
    'По темпу',
    'Нижний',
    'Верхний',
    'Взвешенная воронка',
    'Просрочено',
    'Факт',
    'Факт на',
    'Отклонение по стадиям',
    'Отклонение по темпу',
  ]);
  expect(lines[0]).toEqual([
    'апрель 2025',
    midnight('2025-04-07'),
    100000,
    5000,
    50000,
    22000,
    22000,
    50000,
    140000,
    1000,
    25000,
    'конец месяца',
    1,
    -0.12,
  ]);
  expect(lines[1]?.slice(10)).toEqual([610000, 'сейчас', '', '']);
});

test('people and departments get their own numbers and plan', () => {
  const titles = ['План на тот день', 'По стадиям', 'Факт', 'Отклонение по стадиям'] as const;
  expect(columns(['2025-04', 'Анна А.'], ...titles)).toEqual([[60000, 30000, 25000, 0.2]]);
  // Nothing to divide by is empty.
  expect(columns(['2025-04', 'Борис Б.'], ...titles)).toEqual([[30000, 20000, 0, '']]);
  expect(columns(['2025-04', [['Анна А.'], ['Борис Б.']]], ...titles)).toEqual([[90000, 50000, 25000, 1]]);
  // Department 3 has a plan of its own, which is not the sum of its people's.
  expect(columns(['2025-04', 'Отдел продаж 1'], ...titles)[0]?.[0]).toBe(70000);
});

test('too early for a pace, the range is the forecast by stages', () => {
  const [[, , , , stages, pace, low, high] = []] = table(['2025-04'], [{ ...april, pace: null }]).slice(1);
  expect([stages, pace, low, high]).toEqual([50000, '', 50000, 50000]);
});

test('the fact is that of the pipelines the forecast was made for, in its currency', () => {
  const fact = (change: Partial<KeptForecast>) => table(['2025-04'], [{ ...april, ...change }])[1]?.slice(10);
  expect(fact({ pipelines: [0] })?.[0]).toBe(25000);
  expect(fact({ pipelines: [5] })).toEqual([0, 'конец месяца', '', '']);
  expect(fact({ currency: 'KZT' })).toEqual(['', 'конец месяца', '', '']);
});

test('says honestly what there is not', () => {
  expect(table([], [])).toContain('Прогнозов прошлых недель ещё нет');
  expect(table(['2025-04'], [], { labels: { lang: 'en' } })).toContain('There are no forecasts of earlier weeks yet');
  expect(table(['2024-12'])).toContain('самый ранний – от 07.04.2025');
  expect(table(['2025-04', 'Вера В.'])).toContain('За этот период прогнозов нет');
  expect(() => table(['2025-04', 'Анна А.', 'Продажи'])).toThrow('argData');
});

test('one pass over the deals answers all weeks of a month', () => {
  const asked: Desk['asked'] = [];
  table(['2025-04'], [april, { ...april, day: april.day + 7 }, { ...april, day: april.day + 14 }], { asked });
  expect(asked).toEqual(['deals']);
});
