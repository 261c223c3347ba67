// The worked example of the KPI definitions, through portal → bundle → formula, at the stated rounding: volume, value, rates and cycles, deal by
// deal. The files beside hold the rest, with what its people would have typed; ASSERTED_IN says which value is asserted where.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadedDesk } from '../addon/loaded-desk';
import { ASSERTED_IN, days, money, partsOf, percent, writtenDay } from './example';
import example from './kpi-example/kpi-example.json';

const { expected, unread } = partsOf('kpi-example');
type Totals = (typeof expected)['company'];
const desk = loadedDesk();

const scopes: [string, string, string, Totals][] = [
  ['company', '', '', expected.company],
  ['Anna', '"Анна"', '', expected.byManager['11'] as Totals],
  ['Boris', '"Борис"', '', expected.byManager['12'] as Totals],
  ['Vera', '"Вера"', '', expected.byManager['13'] as Totals],
  ['pipeline 0', '', '"Общая"', expected.byPipeline['0'] as Totals],
  ['pipeline 5', '', '"Повторные продажи"', expected.byPipeline['5'] as Totals],
];

/** The records behind a number: what stands between its second line and its last, and the last. */
function explained(at: string, metric: string): { readonly records: unknown[][]; readonly total: unknown[] } {
  const [, , ...rows] = desk.value(`=B24_EXPLAIN(${at};"${metric}")`) as unknown[][];
  return { records: rows.slice(0, -1), total: rows[rows.length - 1] ?? [] };
}

describe.each(scopes)('%s in May', (_name, who, pipeline, want) => {
  const at = `"2025-05";${who};${pipeline}`;
  const kpi = (metric: string) => desk.value(`=B24_KPI(${at};"${metric}")`);

  test('deals by state', () => {
    expect({
      created: desk.value(`=B24_DEALS(${at})`),
      openCount: desk.value(`=B24_DEALS(${at};"открыто")`),
      inWorkDuring: desk.value(`=B24_DEALS(${at};"в работе")`),
      wonCount: desk.value(`=B24_DEALS(${at};"выиграно")`),
      lostCount: desk.value(`=B24_DEALS(${at};"проиграно")`),
      zeroAmountWon: kpi('zeroAmountWon'),
    }).toEqual({
      created: want.created,
      openCount: want.openCount,
      inWorkDuring: want.inWorkDuring,
      wonCount: want.wonCount,
      lostCount: want.lostCount,
      zeroAmountWon: want.zeroAmountWon,
    });
  });

  test('sums', () => {
    expect({
      wonSum: money(desk.value(`=B24_REVENUE(${at})`)),
      lostSum: money(kpi('lostSum')),
      openSum: money(kpi('openSum')),
    }).toEqual({ wonSum: want.wonSum, lostSum: want.lostSum, openSum: want.openSum });
  });

  test('win rate by count and by value', () => {
    expect(percent(desk.value(`=B24_WINRATE(${at})`))).toBe(want.winRateCount);
    expect(percent(desk.value(`=B24_WINRATE(${at};"сумма")`))).toBe(want.winRateValue);
  });

  test('average deal, with and without zero sums', () => {
    expect(money(desk.value(`=B24_AVG_DEAL(${at})`))).toBe(want.avgCheque);
    expect(money(desk.value(`=B24_AVG_DEAL(${at};"без нулей")`))).toBe(want.avgChequeNonZero);
  });

  test('sales cycle, and how many wins it stands on', () => {
    expect({
      n: explained(at, 'cycleMeanDays').total[7],
      median: days(desk.value(`=B24_CYCLE(${at})`)),
      mean: days(desk.value(`=B24_CYCLE(${at};"среднее")`)),
      p90: days(desk.value(`=B24_CYCLE(${at};"p90")`)),
    }).toEqual({ n: want.cycle.n, median: want.cycle.median, mean: want.cycle.mean, p90: want.cycle.p90 });
  });
});

test('two win rates are compared by the intervals of both', () => {
  const [, line = []] = desk.value('=B24_COMPARE("2025-05";"Анна";;"Доля побед";"Борис")') as unknown[][];
  const [one, other] = [expected.byManager['11'], expected.byManager['12']] as [Totals, Totals];
  const difference = one.winRateCount - other.winRateCount;
  const [low = 0, high = 0] = one.winRateCountWilson;
  const [otherLow = 0, otherHigh = 0] = other.winRateCountWilson;
  // Newcombe (R11) of the example's own bounds, which are rounded.
  const below = Math.hypot(one.winRateCount - low, otherHigh - other.winRateCount);
  const above = Math.hypot(high - one.winRateCount, other.winRateCount - otherLow);
  expect(line.slice(1, 4).map(percent)).toEqual([one.winRateCount, other.winRateCount, difference]);
  expect(Number(line[5]) * 100).toBeCloseTo(difference - below, 1);
  expect(Number(line[6]) * 100).toBeCloseTo(difference + above, 1);
});

test.each(['wonSum', 'lostSum', 'openSum', 'created'] as const)(
  'the deals behind %s are those of the example and add up to it',
  (metric) => {
    const { records, total } = explained('"2025-05";;', metric);
    const part = { wonSum: 'won', lostSum: 'lost', openSum: 'open', created: 'createdIn' } as const;
    expect(records.map(([id]) => id).sort()).toEqual(expected.dealIds[part[metric]]);
    expect(records.reduce((sum, line) => sum + Number(line[6]), 0)).toBe(expected.company[metric]);
    expect(total[6]).toBe(expected.company[metric]);
  },
);

test('deal by deal: amount in roubles, closing day, cycle, what was re-opened and what was a misclick', () => {
  const always = '"все время";;';
  const found: Record<string, Record<string, unknown>> = {};
  const note = (metric: string, read: (line: unknown[]) => Record<string, unknown>) => {
    for (const line of explained(always, metric).records) found[String(line[0])] = { ...found[String(line[0])], ...read(line) };
  };
  const blank = { cycleDays: null, reopens: 0, misclicks: 0 };
  note('openSum', ([, , , , , sum]) => ({ ...blank, amountBase: sum, closeDay: null }));
  for (const metric of ['wonSum', 'lostSum'])
    note(metric, ([, , , , day, sum]) => ({ ...blank, amountBase: sum, closeDay: writtenDay(day) }));
  note('cycleMeanDays', (line) => ({ cycleDays: days(line[6]) }));
  // The check lists a deal once; in the example none was re-opened or misclicked twice.
  for (const [check, key] of [
    ['открыты заново', 'reopens'],
    ['с ошибочными переводами', 'misclicks'],
  ] as const)
    for (const [, link] of (desk.value(`=B24_QUALITY(${always};"${check}")`) as unknown[][]).slice(1)) {
      const id = /(\d+)\/$/.exec(String(link))?.[1] ?? '';
      found[id] = { ...found[id], [key]: 1 };
    }
  expect(found).toEqual(expected.deals);
});

test('what is odd about the data, by the column «Tests» of the definitions', () => {
  const checks = (desk.value('=B24_QUALITY("2025-05")') as unknown[][]).slice(1).map((line) => line.slice(0, 3));
  expect(checks.sort()).toEqual(
    [
      // 104 and 201 are worth something else than their products.
      ['с товарами не на сумму сделки', 2, 270000],
      ['без истории стадий', 1, 30000],
      ['внесены закрытыми', 1, 25000],
      ['дата закрытия изменена', 1, 40000],
      ['выиграны с нулевой суммой', 1, 0],
      ['без источника', 1, 0],
      ['открыты заново', 1, 200000],
      ['с ошибочными переводами', 1, 60000],
      ['на удалённых стадиях', 1, 40000],
    ].sort(),
  );
});

test('the table by manager ends with a total that is computed from the union', () => {
  const table = desk.value('=B24_KPI_TABLE("2025-05";;;"менеджер";"created, wonCount, wonSum, winRateCount")') as unknown[][];
  const rows = table
    .slice(1)
    .map(([name, created, wonCount, wonSum, rate]) => [String(name).slice(0, 4), created, wonCount, wonSum, percent(rate)]);
  const of = (want: Totals) => [want.created, want.wonCount, want.wonSum, want.winRateCount];
  expect(rows).toEqual([
    ['Бори', ...of(expected.byManager['12'] as Totals)],
    ['Анна', ...of(expected.byManager['11'] as Totals)],
    ['Вера', ...of(expected.byManager['13'] as Totals)],
    ['Итог', ...of(expected.company)],
  ]);
});

/** With the written closing date the example becomes what Bitrix24’s plan counts. */
const byCloseDate = () => ({
  wonCount: desk.value('=B24_DEALS("2025-05";;;"выиграно";B24_DATA)'),
  wonSum: money(desk.value('=B24_REVENUE("2025-05";;;B24_DATA)')),
  lostCount: desk.value('=B24_DEALS("2025-05";;;"проиграно";B24_DATA)'),
  winRateCount: percent(desk.value('=B24_WINRATE("2025-05";;;;B24_DATA)')),
});

test('the closing day by the card, chosen in the panel', () => {
  desk.call('saveSettings', { closeDateSource: 'closedate', misclickSeconds: 60 });
  expect(byCloseDate()).toEqual(expected.closedateMode);
  desk.call('saveSettings', { closeDateSource: 'history', misclickSeconds: 60 });
  expect(byCloseDate()).not.toEqual(example.expected.closedateMode);
});

test('the same typed into «Настройки», from the next refresh on', () => {
  desk.runtime.run('createInputSheets', [], { as: 'menu' });
  const row = desk.runtime.spreadsheet.dump('Настройки').findIndex(([name]) => name === 'Дата закрытия');
  desk.runtime.edit('Настройки', `B${row + 1}`, 'из поля');
  desk.refresh();
  expect(byCloseDate()).toEqual(example.expected.closedateMode);
});

describe('the account of the values', () => {
  test('every part of the example is asserted in a file that is there', () => {
    expect(Object.keys(ASSERTED_IN).sort()).toEqual(Object.keys(example.expected).sort());
    for (const file of Object.values(ASSERTED_IN)) expect([file, existsSync(join(__dirname, `${file}.test.ts`))]).toEqual([file, true]);
  });

  test('no value of these parts is forgotten', () => {
    expect(unread()).toEqual([]);
  });
});
