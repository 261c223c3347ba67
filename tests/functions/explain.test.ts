// B24_EXPLAIN: every number can be added up again from the records behind it.
import fc from 'fast-check';
import { functionDefinition } from '../../src/functions/catalogue';
import { METRIC_IDS, metricOf } from '../../src/metrics/catalogue';
import { proofOf } from '../../src/metrics/proof';
import type { Slice } from '../../src/metrics/slice';
import { minorUnits } from '../../src/money';
import { parseIsoDay } from '../../src/period';
import { quantile } from '../../src/stats';
import { HEAVY } from '../fuzz';
import { golden, goldenFacts, may } from '../golden-kpi';
import { madeFacts } from '../made-records';
import { world } from '../made-worlds';
import { askGolden, type Desk } from './golden-desk';

type Cells = (string | number | Date)[][];
const { expected } = golden;
const explained = (metric: string, who: unknown = '', pipeline: unknown = '', desk: Desk = {}) =>
  askGolden('B24_EXPLAIN', ['2025-05', who, pipeline, metric], desk) as Cells;
const records = (table: Cells) => table.slice(2, -1);
const local = (cell: unknown) => new Date(Number(cell) + 3 * 3600000).toISOString().slice(0, 10);

test('the rule of the number in a sentence, then its deals, then their total', () => {
  const [first = [], headers, ...lines] = explained('Сумма продаж', 'Анна', 'Общая');
  expect(first[0]).toBe(
    'Сумма продаж = 190\u00a0000\u00a0RUB. Сумма выигранных сделок в базовой валюте, каждая пересчитана по курсу CRM. Период: 01.05.2025–31.05.2025. Кто: Анна А. Воронка: Общая. Число – итог столбца «Засчитано».',
  );
  expect(first.slice(1)).toEqual(['', '', '', '', '', 190000, '']);
  expect(headers).toEqual(['Id', 'Что', 'Ссылка', 'Менеджер', 'Закрыто', 'Сумма', 'Засчитано', 'Из']);
  expect(lines.map((line) => [line[0], line[1], line[4] === '' ? '' : local(line[4]), line[5], line[6], line[7]])).toEqual([
    [106, 'Deal 106', '2025-05-16', 0, 0, ''],
    [102, 'Deal 102', '2025-05-12', 90000, 90000, ''],
    [101, 'Deal 101', '2025-05-05', 100000, 100000, ''],
    ['Итого', '', '', 190000, 190000, ''],
  ]);
  expect(lines[0]?.slice(2, 4)).toEqual(['https://example.bitrix24.ru/crm/deal/details/106/', 'Анна А.']);
});

test.each([
  ['wonCount', expected.dealIds.won],
  ['lostCount', expected.dealIds.lost],
  ['openCount', expected.dealIds.open],
  ['created', expected.dealIds.createdIn],
  ['repeatCount', expected.repeat.deals],
])('the deals behind %s are those of the worked example', (metric, ids) => {
  expect(
    records(explained(metric))
      .map((line) => Number(line[0]))
      .sort(),
  ).toEqual(ids);
});

test('a rate marks what it counts and what it divides by', () => {
  const table = explained('Доля побед');
  const marks = records(table).map((line) => [line[0], line[6], line[7]]);
  expect(
    marks
      .filter(([, counted]) => counted === 1)
      .map(([id]) => Number(id))
      .sort(),
  ).toEqual(expected.dealIds.won);
  expect(marks.every(([, , whole]) => whole === 1)).toBe(true);
  expect(table[table.length - 1]?.slice(6)).toEqual([7, 11]);
  expect(table[0]?.[0]).toContain('Доля побед, шт. = 63,64\u00a0%.');
});

test('a lead is told by its id and link; activities by day and person', () => {
  expect(records(explained('Конверсия лидов')).map((line) => line.slice(0, 3))).toEqual([
    [903, 'Лид 903', 'https://example.bitrix24.ru/crm/lead/details/903/'],
    [902, 'Лид 902', 'https://example.bitrix24.ru/crm/lead/details/902/'],
  ]);
  const calls = records(explained('Звонки'));
  expect(calls.map((line) => [line[0], line[1], line[3], local(line[4]), line[6]])).toEqual([
    ['', 'Звонки', 'Борис Б.', '2025-05-19', 1],
    ['', 'Звонки', 'Анна А.', '2025-05-14', 1],
  ]);
});

test('a median says so, and stands in the total itself; a velocity names its factors', () => {
  const cycle = explained('Цикл');
  expect(cycle[0]?.[0]).toContain('= 27. ');
  expect(cycle[0]?.[0]).toContain('медиана столбца «Засчитано»');
  expect(cycle[cycle.length - 1]?.slice(6)).toEqual([expected.company.cycle.median, '']);
  expect(explained('Скорость')[0]?.[0]).toMatch(
    /итог «Засчитано» × доля побед 63,64\u00a0% × средний чек 87\u00a0142,86\u00a0RUB \/ средний цикл 26,4\.$/,
  );
});

test('nothing to divide by is a dash and an empty cell, in English too', () => {
  const desk = { labels: { lang: 'en' as const } };
  const [first = [], headers, total] = askGolden('B24_EXPLAIN', ['2024-01', '', '', 'Win rate'], desk) as Cells;
  expect([first[0], first[6]]).toEqual([
    'Win rate, count = —. Won / (won + lost) among the deals closed in the period. Unreliable for a few deals. Period: 2024-01-01–2024-01-31. Who: all. Pipeline: all. The number is the total of "Counted" divided by the total of "Out of".',
    '',
  ]);
  expect([headers?.[4], total]).toEqual(['Closed', ['Total', '', '', '', '', 0, 0, 0]]);
});

test('more than 200 records: 199 lines, the rest in one, the total of all', () => {
  const facts = goldenFacts();
  const count = 300;
  const fill = (value: number) => new Int32Array(count).fill(value);
  const deals = {
    count,
    id: Float64Array.from({ length: count }, (_, row) => row + 1),
    pipeline: fill(0),
    stage: fill(-1),
    state: fill(1),
    manager: fill(1),
    createdDay: fill(may.period.start),
    closeDay: Int32Array.from({ length: count }, (_, row) => may.period.start + (row % 20)),
    amount: Float64Array.from({ length: count }, (_, row) => row * 10 + 1),
    flags: fill(0),
  };
  const table = explained('wonSum', '', '', { facts: { ...facts, deals } });
  expect(table).toHaveLength(203);
  const counted = table.slice(2).map((line) => minorUnits(Number(line[6])));
  const total = counted.pop();
  expect(total).toBe(counted.reduce((sum, minor) => sum + minor, 0));
  expect(table[0]?.[6]).toBe((total ?? 0) / 100);
  expect(table[201]?.[0]).toBe('Ещё 101');
  expect(table[2]?.[0]).toBe(20);
});

test('only the tables of the metric are read', () => {
  const asked: string[] = [];
  const load = (tables: readonly string[]) => {
    asked.push(...tables);
    return goldenFacts();
  };
  explained('calls', '', '', { context: { load: load as never } });
  expect(asked).toEqual(['activities']);
  expect(functionDefinition('B24_EXPLAIN').params).toEqual(['period', 'who', 'pipeline', 'metric', 'data']);
});

const first = parseIsoDay('2025-03-01') ?? 0;
const slice: fc.Arbitrary<Slice> = fc
  .record({
    start: fc.nat(80),
    length: fc.nat(80),
    managers: fc.option(fc.uniqueArray(fc.nat(3)).map((indices) => new Set(indices))),
    pipelines: fc.option(fc.uniqueArray(fc.nat(1)).map((indices) => new Set(indices))),
  })
  .map(({ start, length, managers, pipelines }) => ({
    period: { start: first + start, end: first + start + length },
    managers,
    pipelines,
  }));

test('whatever the portal, every metric is made of its records exactly as its proof says', () => {
  fc.assert(
    fc.property(world, slice, (made, asked) => {
      const facts = madeFacts(made, { settings: { junkStages: ['SPAM'] } });
      const value = (id: (typeof METRIC_IDS)[number]) => metricOf(id).compute(facts, asked);
      for (const id of METRIC_IDS) {
        const { rows, part, whole, how, unit, wholeUnit, day, dayOf } = proofOf[id];
        const behind = rows(facts, asked);
        const parts = behind.map((row) => part(facts, row));
        const scale = { count: 1, minor: 100, seconds: 86400 };
        const sum = parts.reduce((total, one) => total + one, 0) / scale[unit];
        const wholes = behind.reduce((total, row) => total + (whole?.(facts, row) ?? 0), 0) / scale[wholeUnit];
        if (how === 'sum') expect([id, value(id)]).toEqual([id, sum]);
        if (how === 'ratio') {
          expect([id, value(id) === null]).toEqual([id, wholes === 0]);
          if (wholes !== 0) expect(value(id)).toBeCloseTo(sum / wholes, 8);
        }
        if (how === 'median' || how === 'p90') {
          const middle = quantile(parts, how === 'p90' ? 0.9 : 0.5);
          expect(value(id)).toEqual(middle === null ? null : id === 'avgChequeMedian' ? middle / 100 : expect.closeTo(middle / 86400, 8));
        }
        if (how === 'velocity') {
          const [rate, cheque, cycle] = [value('winRateCount'), value('avgCheque'), value('cycleMeanDays')];
          const none = rate === null || cheque === null || cycle === null || cycle <= 0;
          if (none) expect(value(id)).toBeNull();
          else expect(value(id)).toBeCloseTo((sum * rate * cheque) / cycle, 6);
        }
        // Whoever is open or in work may have come before the period; the others are there by that very day.
        if (dayOf !== 'created' || id === 'created' || id === 'leadsCreated')
          for (const row of behind) expect(day(facts, row)).toBeGreaterThanOrEqual(asked.period.start);
      }
    }),
    HEAVY,
  );
});
