// B24_SOURCES: channels and marks of advertising with what they brought and cost.
import fc from 'fast-check';
import { channelTable } from '../../src/metrics/channels';
import { minorUnits } from '../../src/money';
import { HEAVY } from '../fuzz';
import { golden, may } from '../golden-kpi';
import { madeDeal, madeFacts } from '../made-records';
import { world } from '../made-worlds';
import { money, percent } from '../rounded';
import { askGolden, type Desk } from './golden-desk';

type Row = (string | number)[];
const sources = (who: unknown = '', pipeline: unknown = '', by = '', desk: Desk = {}, period = '2025-05') =>
  askGolden('B24_SOURCES', [period, who, pipeline, by], desk) as Row[];
const value = (cell: string | number | undefined) => (typeof cell === 'number' ? cell : null);

test('the worked example, channel by channel, and its total', () => {
  const [header, ...rows] = sources();
  expect(header).toEqual([
    'Источник',
    'Создано',
    'Выиграно',
    'Сумма продаж',
    'Проиграно',
    'Доля побед, шт.',
    'Средний чек',
    'Лиды',
    'Расходы',
    'Расход на сделку',
    'Расход на продажу',
    'ROMI',
  ]);
  const found = rows.slice(0, -1).map((row) => [
    row[0] === 'Не указан' ? '__NOT_SET__' : row[0],
    {
      created: row[1],
      wonCount: row[2],
      wonSum: row[3],
      lostCount: row[4],
      winRateCount: percent(value(row[5])),
      cost: value(row[8]),
      costPerDeal: money(value(row[9])),
      costPerWon: money(value(row[10])),
      romi: percent(value(row[11])),
    },
  ]);
  expect(Object.fromEntries(found)).toEqual(golden.expected.channels);
  expect(found.map(([name]) => name)).toEqual(['WEB', 'CALL', 'PARTNER', 'REPEAT_SALE', 'ADVERTISING', 'TRADE_SHOW', '__NOT_SET__']);
  const { company, leads } = golden.expected;
  expect(rows[rows.length - 1]).toEqual([
    'Итого',
    company.created,
    company.wonCount,
    company.wonSum,
    company.lostCount,
    7 / 11,
    610000 / 7,
    leads.created,
    80000,
    80000 / 7,
    80000 / 7,
    530000 / 80000,
  ]);
});

test('leads stand at their own channel', () => {
  expect(
    sources()
      .map((row) => [row[0], row[7]])
      .filter(([, leads]) => leads !== 0),
  ).toEqual([
    ['Источник', 'Лиды'],
    ['WEB', 2],
    ['CALL', 1],
    ['Итого', 3],
  ]);
});

test('of some people there are no costs, of some pipelines neither costs nor leads; all pipelines by name are all', () => {
  const costCells = (rows: Row[]) => [...new Set(rows.slice(1).flatMap((row) => row.slice(8)))];
  expect(costCells(sources('Анна'))).toEqual(['']);
  expect(sources('Анна').slice(-1)[0]?.[7]).toBe(2);
  expect(
    sources('', 0)
      .slice(1)
      .map((row) => row[7]),
  ).toEqual(
    sources('', 0)
      .slice(1)
      .map(() => ''),
  );
  expect(costCells(sources('', 0))).toEqual(['']);
  expect(sources('', [[0, 5]])).toEqual(sources());
});

test('marks of advertising have deals, no leads and no costs', () => {
  expect(sources('', '', 'utm_source')).toEqual([
    ['utm_source', 'Создано', 'Выиграно', 'Сумма продаж', 'Проиграно', 'Доля побед, шт.', 'Средний чек'],
    ['google', 0, 1, 200000, 0, 1, 200000],
    ['yandex', 0, 1, 100000, 1, 0.5, 100000],
    ['Не указан', 7, 5, 310000, 3, 0.625, 62000],
    ['Итого', 7, 7, 610000, 4, 7 / 11, 610000 / 7],
  ]);
  expect(sources('', '', 'utm medium')[0]?.[0]).toBe('utm_medium');
  expect(sources('', '', 'кампания')[0]?.[0]).toBe('utm_campaign');
  expect(() => sources('', '', 'баннер')).toThrow('argChoice');
});

test('a channel that only costs, and one that only has leads, have their lines', () => {
  const desk: Desk = { inputs: { costs: [{ channel: 'FAIR', period: may.period, amount: 500 }] } };
  const lead = { ...madeDeal(9), stageId: 'NEW', sourceId: 'SITE' };
  const rows = sources('', '', '', { ...desk, facts: madeFacts({ leads: [lead] }) });
  expect(rows.slice(1)).toEqual([
    ['FAIR', 0, 0, 0, 0, '', '', 0, 500, '', '', -1],
    ['SITE', 0, 0, 0, 0, '', '', 1, '', '', '', ''],
    ['Total', 0, 0, 0, 0, '', '', 1, 500, '', '', -1],
  ]);
});

test('beyond 100 channels the rest is one line, its rates its own', () => {
  const deals = Array.from({ length: 103 }, (_, index) =>
    madeDeal(index + 1, {
      sourceId: `S${index}`,
      opportunity: 1000 - index,
      ...(index % 2 === 0 ? { stageId: 'WON', semantic: 'S' as const } : { stageId: 'LOSE', semantic: 'F' as const }),
    }),
  );
  const rows = sources('', '', '', { facts: madeFacts({ deals }), inputs: { costs: [] }, labels: { lang: 'en' } });
  expect(rows.length).toBe(1 + 100 + 1);
  expect(rows[100]).toEqual(['4 more', 4, 0, 0, 4, 0, '', 0, '', '', '', '']);
  expect(rows[101]?.slice(0, 5)).toEqual(['Total', 103, 52, 49348, 51]);
});

test('whatever the portal, the lines add up to the total and hold what the metric holds', () => {
  fc.assert(
    fc.property(world, fc.constantFrom('канал', 'utm_campaign'), (records, by) => {
      const facts = madeFacts(records);
      const rows = sources('', '', by, { facts }, '2025-04');
      const lines = rows.slice(1, -1);
      for (const column of [1, 2, 3, 4])
        expect(lines.reduce((sum, row) => sum + minorUnits(Number(row[column])), 0)).toBe(
          minorUnits(Number(rows[rows.length - 1]?.[column])),
        );
      if (by !== 'канал') return;
      const period = { start: may.period.start - 30, end: may.period.start - 1 };
      const known = channelTable(facts, { ...may, period }, []).map((row) => row.key || 'Not set');
      expect(known.every((key) => lines.some(([name]) => name === key))).toBe(true);
    }),
    HEAVY,
  );
});
