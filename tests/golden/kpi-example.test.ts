// The worked example of the KPI definitions, through portal → bundle → formula: every expected value that the functions of this product
// can show, at the stated rounding. tests/metrics checks the same values on the metrics directly.

import { openDesk } from '../addon/desk';
import golden from './kpi-example/kpi-example.json';

const { inputs, expected } = golden;
const desk = openDesk({ data: inputs, now: inputs.settings.asOf });

/** Percent with two decimals, money and days as stated: rounding half away from zero, as the example says. */
const round = (value: unknown, digits: number): unknown => {
  if (typeof value !== 'number') return value === '' ? null : value;
  const scaled = Math.abs(value) * 10 ** digits;
  return (Math.sign(value) * Math.round(scaled + 1e-9 * Math.max(1, scaled))) / 10 ** digits;
};
const money = (formula: string) => round(desk.value(formula), 2);
const percent = (formula: string) => {
  const value = desk.value(formula);
  return typeof value === 'number' ? round(value * 100, 2) : round(value, 2);
};
const days = (formula: string) => round(desk.value(formula), 4);

beforeAll(() => {
  desk.connect();
  expect(desk.refresh()).toMatchObject({ done: true, generation: 1 });
});

const scopes: [string, string, string, (typeof expected)['company']][] = [
  ['company', '', '', expected.company],
  ['Anna', '"Анна"', '', expected.byManager['11'] as (typeof expected)['company']],
  ['Boris', '"Борис"', '', expected.byManager['12'] as (typeof expected)['company']],
  ['Vera', '"Вера"', '', expected.byManager['13'] as (typeof expected)['company']],
  ['pipeline 0', '', '"Общая"', expected.byPipeline['0'] as (typeof expected)['company']],
  ['pipeline 5', '', '"Повторные продажи"', expected.byPipeline['5'] as (typeof expected)['company']],
];

describe.each(scopes)('%s in May', (_name, who, pipeline, want) => {
  const at = `"2025-05";${who};${pipeline}`;

  test('deals by state', () => {
    expect({
      created: desk.value(`=B24_DEALS(${at})`),
      openCount: desk.value(`=B24_DEALS(${at};"открыто")`),
      inWorkDuring: desk.value(`=B24_DEALS(${at};"в работе")`),
      wonCount: desk.value(`=B24_DEALS(${at};"выиграно")`),
      lostCount: desk.value(`=B24_DEALS(${at};"проиграно")`),
    }).toEqual({
      created: want.created,
      openCount: want.openCount,
      inWorkDuring: want.inWorkDuring,
      wonCount: want.wonCount,
      lostCount: want.lostCount,
    });
  });

  test('sums', () => {
    expect({
      wonSum: money(`=B24_REVENUE(${at})`),
      lostSum: money(`=B24_KPI(${at};"lostSum")`),
      openSum: money(`=B24_KPI(${at};"openSum")`),
    }).toEqual({ wonSum: want.wonSum, lostSum: want.lostSum, openSum: want.openSum });
  });

  test('win rate by count and by value', () => {
    expect(percent(`=B24_WINRATE(${at})`)).toBe(want.winRateCount);
    expect(percent(`=B24_WINRATE(${at};"сумма")`)).toBe(want.winRateValue);
  });

  test('average deal, with and without zero sums', () => {
    expect(money(`=B24_AVG_DEAL(${at})`)).toBe(want.avgCheque);
    expect(money(`=B24_AVG_DEAL(${at};"без нулей")`)).toBe(want.avgChequeNonZero);
  });

  test('sales cycle', () => {
    expect({
      median: days(`=B24_CYCLE(${at})`),
      mean: days(`=B24_CYCLE(${at};"среднее")`),
      p90: days(`=B24_CYCLE(${at};"p90")`),
    }).toEqual({ median: want.cycle.median, mean: want.cycle.mean, p90: want.cycle.p90 });
  });
});

const cohort = '"2025-04-01..2025-05-31"';

describe.each([
  ['0', '"Общая"'],
  ['5', '"Повторные продажи"'],
] as const)('the cohort funnel of pipeline %s', (id, pipeline) => {
  const want = expected.cohortFunnel[id];
  const stages = inputs.statuses.filter(
    (status) => status.ENTITY_ID === (id === '0' ? 'DEAL_STAGE' : `DEAL_STAGE_${id}`) && status.SEMANTICS === null,
  );
  const nameOf = (stage: string) => stages.find((status) => status.STATUS_ID === stage)?.NAME ?? '(won)';

  test('as a table: counts, sums, rates', () => {
    const table = desk.value(`=B24_FUNNEL(${cohort};;${pipeline})`) as unknown[][];
    const rows = table
      .slice(1)
      .map((row) =>
        row.slice(0, 11).map((cell, at) => (at >= 7 ? round(typeof cell === 'number' ? cell * 100 : cell, 2) : cell === '' ? null : cell)),
      );
    const last = want.rows.length - 1;
    expect(rows.slice(0, last)).toEqual(
      want.rows
        .slice(0, last)
        .map((row) => [
          nameOf(row.stage),
          row.reached,
          row.sum,
          row.advanced,
          row.lost,
          row.open,
          row.transferred,
          row.passRate,
          row.stepConversion,
          row.cumulative,
          row.lossShare,
        ]),
    );
    const won = want.rows[last];
    expect([rows[last]?.[1], rows[last]?.[2], rows[last]?.[9]]).toEqual([won?.reached, won?.sum, won?.cumulative]);
  });

  test('as single answers, in every mode', () => {
    for (const row of want.rows.filter((one) => nameOf(one.stage) !== '(won)')) {
      const at = `${cohort};;${pipeline};"${nameOf(row.stage)}"`;
      expect({
        stage: row.stage,
        pass: percent(`=B24_CONVERSION(${at})`),
        step: percent(`=B24_CONVERSION(${at};"шаг")`),
        cumulative: percent(`=B24_CONVERSION(${at};"сквозная")`),
        win: percent(`=B24_CONVERSION(${at};"успех")`),
      }).toEqual({ stage: row.stage, pass: row.passRate, step: row.stepConversion, cumulative: row.cumulative, win: row.winFromStage });
    }
    expect(percent(`=B24_CONVERSION(${cohort};;${pipeline})`)).toBe(want.cohortWinRateDecided);
    expect(percent(`=B24_CONVERSION(${cohort};;${pipeline};;"зрелость")`)).toBe(want.maturity);
  });

  test('as a flow and as a snapshot', () => {
    const flow = desk.value(`=B24_FUNNEL("2025-05";;${pipeline};"поток")`) as unknown[][];
    const flowWant = Object.values(expected.flowFunnel[id]);
    expect(flow.slice(1).map((row) => row[1])).toEqual(flowWant);
    expect(flow.slice(1).every((row) => row[7] === '' && row[8] === '' && row[9] === '' && row[10] === '')).toBe(true);
    const snapshot = desk.value(`=B24_FUNNEL("2025-05";;${pipeline};"снимок")`) as unknown[][];
    const snapshotWant = Object.values(expected.snapshotFunnel[id] as Record<string, { count: number; sum: number }>);
    expect(snapshot.slice(1, 1 + snapshotWant.length).map((row) => [row[1], row[2]])).toEqual(
      snapshotWant.map((row) => [row.count, row.sum]),
    );
  });

  test('time in stage', () => {
    for (const [stage, time] of Object.entries(expected.timeInStage[id])) {
      const at = `"2025-05";;${pipeline};"${nameOf(stage)}"`;
      expect({
        stage,
        median: days(`=B24_STAGE_TIME(${at})`),
        mean: days(`=B24_STAGE_TIME(${at};"среднее")`),
        p90: days(`=B24_STAGE_TIME(${at};"p90")`),
      }).toEqual({ stage, median: time.median, mean: time.mean, p90: time.p90 });
    }
  });
});

test('the table by manager ends with a total that is computed from the union', () => {
  const table = desk.value('=B24_KPI_TABLE("2025-05";;;"менеджер";"created, wonCount, wonSum, winRateCount")') as unknown[][];
  const rows = Object.fromEntries(
    table.slice(1).map((row) => [String(row[0]), row.slice(1).map((cell, at) => (at === 3 ? round(Number(cell) * 100, 2) : cell))]),
  );
  const of = (want: (typeof expected)['company']) => [want.created, want.wonCount, want.wonSum, want.winRateCount];
  const find = (name: string) => Object.entries(rows).find(([key]) => key.startsWith(name))?.[1];
  expect(find('Анна')).toEqual(of(expected.byManager['11'] as (typeof expected)['company']));
  expect(find('Борис')).toEqual(of(expected.byManager['12'] as (typeof expected)['company']));
  expect(find('Вера')).toEqual(of(expected.byManager['13'] as (typeof expected)['company']));
  expect(Object.values(rows).at(-1)).toEqual(of(expected.company));
});

test('with the close date field as the closing day, the example becomes what Bitrix24’s plan counts', () => {
  desk.call('saveSettings', { closeDateSource: 'closedate', misclickSeconds: 60 });
  const want = expected.closedateMode;
  expect({
    wonCount: desk.value('=B24_DEALS("2025-05";;;"выиграно";B24_DATA)'),
    wonSum: money('=B24_REVENUE("2025-05";;;B24_DATA)'),
    lostCount: desk.value('=B24_DEALS("2025-05";;;"проиграно";B24_DATA)'),
    winRateCount: percent('=B24_WINRATE("2025-05";;;;B24_DATA)'),
  }).toEqual(want);
});
