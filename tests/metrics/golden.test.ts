// Every value of the worked example that the metrics M01–M15 and M20 cover, at its stated rounding.
import { FLAG, LOST, NO_DAY, OPEN, WON } from '../../src/facts/facts';
import { breakdown } from '../../src/metrics/breakdown';
import { metricOf } from '../../src/metrics/catalogue';
import { averageCheque, averageChequeNonZero } from '../../src/metrics/cheque';
import { cohortFunnel, cohortTotals, cohortWinRateAll, cohortWinRateDecided, maturity } from '../../src/metrics/cohort-funnel';
import { cycleStats } from '../../src/metrics/cycle';
import { dealTotals } from '../../src/metrics/deals';
import { flowFunnel } from '../../src/metrics/flow-funnel';
import { dealRows } from '../../src/metrics/populations';
import { winRateByCount, winRateByValue, winRateInterval } from '../../src/metrics/rates';
import type { Slice } from '../../src/metrics/slice';
import { snapshotFunnel } from '../../src/metrics/snapshot-funnel';
import { timeInStage } from '../../src/metrics/time-in-stage';
import { round } from '../../src/money';
import { isoDay } from '../../src/period';
import type { Interval } from '../../src/stats';
import { cohort, golden, goldenFacts, may } from '../golden-kpi';

const facts = goldenFacts();
const { labels } = facts;
const expected = golden.expected;
const managerIndex = (id: number) => labels.managers.findIndex((manager) => manager.id === id);
const pipelineIndex = (id: number) => labels.pipelines.findIndex((pipeline) => pipeline.id === id);
const ids = (rows: readonly number[]) => rows.map((row) => facts.deals.id[row]);
const money = (value: number | null) => (value === null ? null : round(value, 2));
const percent = (value: number | null) => (value === null ? null : round(value * 100, 2));
const days = (value: number | null) => (value === null ? null : round(value, 4));
const bounds = (interval: Interval | null) => (interval === null ? null : [percent(interval.low), percent(interval.high)]);

function scope(slice: Slice) {
  const [totals] = dealTotals(facts, slice);
  const [cycle] = cycleStats(facts, slice);
  if (totals === undefined || cycle === undefined) throw new Error('a slice gives one group');
  return {
    created: totals.created,
    openCount: totals.openCount,
    openSum: money(totals.openSum),
    inWorkDuring: totals.inWorkDuring,
    wonCount: totals.wonCount,
    wonSum: money(totals.wonSum),
    lostCount: totals.lostCount,
    lostSum: money(totals.lostSum),
    winRateCount: percent(winRateByCount(totals)),
    winRateCountWilson: bounds(winRateInterval(totals)),
    winRateValue: percent(winRateByValue(totals)),
    avgCheque: money(averageCheque(totals)),
    avgChequeNonZero: money(averageChequeNonZero(totals)),
    zeroAmountWon: totals.zeroAmountWon,
    cycle: { n: cycle.n, mean: days(cycle.mean), median: days(cycle.median), p90: days(cycle.p90) },
  };
}

function funnel(pipelineId: number) {
  const pipeline = pipelineIndex(pipelineId);
  const result = cohortFunnel(facts, cohort, pipeline);
  const stages = labels.pipelines[pipeline]?.stages ?? [];
  return {
    rows: [
      ...result.rows.map((row) => ({
        stage: stages[row.stage]?.id,
        reached: row.reached,
        sum: money(row.sum),
        advanced: row.advanced,
        lost: row.lost,
        open: row.open,
        transferred: row.transferred,
        passRate: percent(row.passRate),
        passRateWilson: bounds(row.passInterval),
        stepConversion: percent(row.stepConversion),
        cumulative: percent(row.cumulative),
        dropOff: percent(row.dropOff),
        lossShare: percent(row.lossShare),
        winFromStage: percent(row.winFromStage),
      })),
      { stage: '__WON__', reached: result.wonRow.reached, sum: money(result.wonRow.sum), cumulative: percent(result.wonRow.cumulative) },
    ],
    entered: result.entered,
    maturity: percent(maturity(result)),
    cohortWinRateDecided: percent(cohortWinRateDecided(result)),
    cohortWinRateAll: percent(cohortWinRateAll(result)),
  };
}

/** The loss in money of a stage (M16) belongs to a later metric. */
function withoutLostValue(rows: readonly object[]) {
  return rows.map((row) => Object.fromEntries(Object.entries(row).filter(([key]) => key !== 'lostValue')));
}

describe('worked example: volume and value', () => {
  test('the company in May', () => expect(scope(may)).toEqual(expected.company));

  test.each(Object.entries(expected.byManager))('manager %s in May', (id, values) => {
    expect(scope({ ...may, managers: new Set([managerIndex(Number(id))]) })).toEqual(values);
  });

  test.each(Object.entries(expected.byPipeline))('pipeline %s in May', (id, values) => {
    expect(scope({ ...may, pipelines: new Set([pipelineIndex(Number(id))]) })).toEqual(values);
  });

  test('the deals behind the counts', () => {
    expect({
      won: ids(dealRows(facts, may, 'won')),
      lost: ids(dealRows(facts, may, 'lost')),
      open: ids(dealRows(facts, may, 'open')),
      createdIn: ids(dealRows(facts, may, 'created')),
    }).toEqual(expected.dealIds);
  });

  test('closing dates taken from the deal card instead of history', () => {
    const [totals] = dealTotals(goldenFacts({ closeDateSource: 'closedate' }), may);
    expect(
      totals && {
        wonCount: totals.wonCount,
        wonSum: money(totals.wonSum),
        lostCount: totals.lostCount,
        winRateCount: percent(winRateByCount(totals)),
      },
    ).toEqual(expected.closedateMode);
  });

  test('amount, closing day, cycle and oddities of each deal', () => {
    const found = Object.fromEntries(
      Array.from(facts.deals.id, (id, row) => {
        const closeDay = facts.deals.closeDay[row] ?? NO_DAY;
        const cycle = facts.cycles.cycle[row] ?? Number.NaN;
        const flags = facts.deals.flags[row] ?? 0;
        return [
          id,
          {
            amountBase: (facts.deals.amount[row] ?? 0) / 100,
            closeDay: closeDay === NO_DAY ? null : isoDay(closeDay),
            cycleDays: Number.isNaN(cycle) ? null : days(cycle / 86400),
            reopens: (flags & FLAG.REOPENED) === 0 ? 0 : 1,
            misclicks: (flags & FLAG.MISCLICK) === 0 ? 0 : 1,
          },
        ];
      }),
    );
    expect(found).toEqual(expected.deals);
  });

  test('velocity', () => {
    expect(money(metricOf('salesVelocity').compute(facts, may))).toBe(expected.salesVelocity.perDay);
  });

  test('the table by manager equals the values of each manager', () => {
    const { rows, total } = breakdown(facts, may, 'manager', ['wonCount', 'wonSum', 'winRateCount', 'cycleMedianDays']);
    expect(rows.map(({ key, values }) => [labels.managers[Number(key)]?.id, ...values.map(days)])).toEqual([
      [11, 3, 190000, 1, 33],
      [12, 3, 350000, 0.6, 27],
      [13, 1, 70000, 0.3333, 19.6042],
    ]);
    expect(total.map(days)).toEqual([7, 610000, 0.6364, 27]);
  });

  test('a manager of two departments counts in the first one', () => {
    const { rows } = breakdown(facts, may, 'department', ['wonSum']);
    expect(rows.map(({ key, values }) => [labels.departments[Number(key)]?.id, ...values])).toEqual([
      [3, 540000],
      [4, 70000],
    ]);
  });

  test('states are those of the cards', () => {
    expect([...facts.deals.state].filter((state) => state === OPEN).length).toBe(4);
    expect([...facts.deals.state].filter((state) => state === WON).length).toBe(8);
    expect([...facts.deals.state].filter((state) => state === LOST).length).toBe(4);
  });
});

describe('worked example: funnel and time', () => {
  test.each(Object.entries(expected.cohortFunnel))('cohort funnel of pipeline %s', (id, values) => {
    expect(funnel(Number(id))).toEqual({ ...values, rows: withoutLostValue(values.rows) });
  });

  test('several pipelines make a union of journeys', () => {
    expect(cohortTotals(facts, cohort)).toEqual([{ entered: 16, won: 7, lost: 4, open: 4, transferred: 1 }]);
  });

  test.each(Object.entries(expected.flowFunnel))('flow funnel of pipeline %s', (id, values) => {
    const pipeline = pipelineIndex(Number(id));
    const { reached, won } = flowFunnel(facts, may, pipeline);
    const stages = labels.pipelines[pipeline]?.stages ?? [];
    expect({ ...Object.fromEntries(stages.map((stage, index) => [stage.id, reached[index]])), __WON__: won }).toEqual(values);
  });

  test.each(Object.entries(expected.snapshotFunnel))('snapshot of pipeline %s', (id, values) => {
    const pipeline = pipelineIndex(Number(id));
    const found = snapshotFunnel(facts, may, pipeline).map(({ stage, count, sum }) => [
      labels.pipelines[pipeline]?.stages[stage]?.id,
      { count, sum },
    ]);
    expect(Object.fromEntries(found)).toEqual(values);
  });

  test.each(Object.entries(expected.timeInStage))('time in the stages of pipeline %s', (id, values) => {
    const pipeline = pipelineIndex(Number(id));
    const lines = timeInStage(facts, may, pipeline).filter((line) => line.stage >= 0);
    const found = lines.map((line) => [
      labels.pipelines[pipeline]?.stages[line.stage]?.id,
      {
        completedDeals: ids(line.completed),
        n: line.n,
        mean: days(line.mean),
        median: days(line.median),
        p90: days(line.p90),
        openAges: Object.fromEntries(line.openAges.map((age) => [facts.deals.id[age.deal], days(age.days)])),
      },
    ]);
    expect(Object.fromEntries(found)).toEqual(values);
  });

  test('the time on a deleted stage has its own line', () => {
    const line = timeInStage(facts, cohort, pipelineIndex(0)).find(({ stage }) => stage < 0);
    expect(line && { completed: ids(line.completed), days: line.days, openAges: line.openAges }).toEqual({
      completed: [111],
      days: [3],
      openAges: [],
    });
  });
});

describe('worked example: what the report says beside the numbers', () => {
  test('flags with their deals', () => {
    const flagged = (flag: number) => ids([...facts.deals.flags.keys()].filter((row) => ((facts.deals.flags[row] ?? 0) & flag) !== 0));
    expect({
      NO_HISTORY: flagged(FLAG.NO_HISTORY),
      CREATED_CLOSED: flagged(FLAG.CREATED_CLOSED),
      CLOSE_DATE_EDITED: flagged(FLAG.CLOSE_DATE_EDITED),
      ZERO_AMOUNT_WON: flagged(FLAG.ZERO_AMOUNT_WON),
      NO_SOURCE: flagged(FLAG.NO_SOURCE),
      REOPENED: flagged(FLAG.REOPENED),
      MISCLICK: flagged(FLAG.MISCLICK),
      DELETED_STAGE: flagged(FLAG.DELETED_STAGE),
      HISTORY_GAP: flagged(FLAG.HISTORY_GAP),
    }).toEqual({
      NO_HISTORY: [112],
      CREATED_CLOSED: [113],
      CLOSE_DATE_EDITED: [111],
      ZERO_AMOUNT_WON: [106],
      NO_SOURCE: [106],
      REOPENED: [104],
      MISCLICK: [109],
      DELETED_STAGE: [111],
      HISTORY_GAP: [],
    });
    expect(labels.flagCounts.NO_HISTORY).toBe(1);
  });

  test('transfers are visible: a row of type 5 appears', () => expect(labels.transfersHidden).toBe(false));
});
