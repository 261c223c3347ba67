// Every value of the worked example that M10, M16–M19, M21–M26, M37, M38 and R14 cover, at its stated rounding.
import { activityTotals } from '../../src/metrics/activities';
import { bitrixDealConversion, bitrixManagerRating, bitrixSalesPlan } from '../../src/metrics/bitrix-figures';
import { bottleneck, passNorms } from '../../src/metrics/bottleneck';
import { metricOf } from '../../src/metrics/catalogue';
import { channelTable } from '../../src/metrics/channels';
import { clientKey, clientTable, rfmTable } from '../../src/metrics/clients';
import { cohortFunnel } from '../../src/metrics/cohort-funnel';
import { leadConversion, leadTotals } from '../../src/metrics/leads';
import { lossTable, reasonKey } from '../../src/metrics/losses';
import { productTable } from '../../src/metrics/products';
import { repeatRows, repeatShareByCount, repeatShareBySum, repeatTotals } from '../../src/metrics/repeat';
import { stageProbabilities } from '../../src/metrics/stage-probabilities';
import { stuckDeals } from '../../src/metrics/stuck';
import { whatIf } from '../../src/metrics/what-if';
import { daysOfPeriod } from '../../src/metrics/working-days';
import { monthRange } from '../../src/period';
import { cohort, golden, goldenCalendar, goldenFacts, goldenNorms, may } from '../golden-kpi';
import { days, money, percent, ratio4 } from '../rounded';

const facts = goldenFacts();
const { labels } = facts;
const { expected, inputs } = golden;
const managerIndex = (id: number) => labels.managers.findIndex((manager) => manager.id === id);
const pipelineIndex = (id: number | string) => labels.pipelines.findIndex((pipeline) => pipeline.id === Number(id));
const stageId = (pipeline: number, stage: number) => labels.pipelines[pipeline]?.stages[stage]?.id ?? '';
const ids = (rows: readonly number[]) => rows.map((row) => facts.deals.id[row]);
const probabilities = stageProbabilities(facts, goldenNorms);

test('working days of May and of the second quarter (R14)', () => {
  const { calendarTotal, calendarElapsed, total, elapsed, remaining } = daysOfPeriod(may.period, labels.asOfDay, goldenCalendar, true);
  expect({ total, elapsed, remaining, calendarTotal, calendarElapsed }).toEqual(expected.workdays);
  const quarter = { start: monthRange('2025-04')?.start ?? 0, end: monthRange('2025-06')?.end ?? 0 };
  expect(daysOfPeriod(quarter, labels.asOfDay, goldenCalendar, true).total).toBe(expected.workdaysQ2);
});

test('leads of May (M10)', () => {
  const [totals] = leadTotals(facts, may);
  expect(totals && { ...totals, conversion: percent(leadConversion(totals)) }).toEqual(expected.leads);
});

test.each(Object.entries(expected.activities))('activities of manager %s (M37)', (id, values) => {
  const [totals] = activityTotals(facts, { ...may, managers: new Set([managerIndex(Number(id))]) });
  const { todos, ...others } = totals ?? { todos: 0 };
  expect([others, todos]).toEqual([values, 0]);
});

describe('stages', () => {
  test.each(Object.entries(expected.stageWinRates))('win probabilities of pipeline %s (M26)', (id, values) => {
    const pipeline = pipelineIndex(id);
    const found = probabilities[pipeline]?.stages.map(({ won, closed, raw, shrunk }, stage) => [
      stageId(pipeline, stage),
      { won, closed, raw: percent(raw), shrunk: ratio4(shrunk) },
    ]);
    expect(Object.fromEntries(found ?? [])).toEqual(values);
  });

  test('bottleneck of pipeline 0 against its norms (M16)', () => {
    const typed = Object.fromEntries(Object.entries(inputs.settings.baselinePass['0']).map(([id, [k = 0, n = 1]]) => [id, k / n]));
    const norms = passNorms(facts, cohort.period, 0, typed);
    const { rows, main } = bottleneck(facts, cohort, 0, probabilities, norms, inputs.settings.minNBottleneck);
    expect({
      rows: rows.map(({ stage, k, n, norm, verdict, lostValue }) => {
        return { stage: stageId(0, stage), k, n, baseline: percent(norm), verdict, lostValue: money(lostValue) };
      }),
      main: main === null ? null : stageId(0, main),
    }).toEqual(expected.bottleneck);
  });

  test.each(Object.entries(expected.cohortFunnel))(
    'money lost at the stages of pipeline %s, and the deals behind it (M16)',
    (id, { rows }) => {
      const pipeline = pipelineIndex(id);
      const found = bottleneck(facts, cohort, pipeline, probabilities, [], 5);
      expect(found.rows.map(({ stage, lostValue }) => [stageId(pipeline, stage), money(lostValue)])).toEqual(
        rows.flatMap((row) => ('lostValue' in row ? [[row.stage, row.lostValue]] : [])),
      );
      expect(found.rows.map(({ lostDeals }) => lostDeals.length)).toEqual(rows.flatMap((row) => ('lost' in row ? [row.lost] : [])));
    },
  );

  test('too few decided deals make no verdict and no main stage, whatever was lost', () => {
    expect(bottleneck(facts, cohort, pipelineIndex(5), probabilities, [0.1, 0.1], 5)).toMatchObject({
      main: null,
      rows: [{ verdict: 'insufficient' }, { verdict: 'insufficient' }],
    });
  });

  test('ten more points at the second stage (M19)', () => {
    const { whatIf: want } = expected;
    const cheque = metricOf('avgCheque').compute(facts, { ...may, pipelines: new Set([want.pipeline]) });
    const stage = labels.pipelines[want.pipeline]?.stages.findIndex(({ id }) => id === want.stage) ?? -1;
    const found = whatIf(cohortFunnel(facts, cohort, want.pipeline), stage, want.deltaPoints / 100, cheque);
    expect(
      found && {
        baseWins: ratio4(found.baseWins),
        newWins: ratio4(found.newWins),
        deltaWins: ratio4(found.deltaWins),
        avgCheque: money(cheque),
        deltaRevenue: money(found.deltaRevenue),
      },
    ).toEqual({
      baseWins: want.baseWins,
      newWins: want.newWins,
      deltaWins: want.deltaWins,
      avgCheque: want.avgCheque,
      deltaRevenue: want.deltaRevenue,
    });
  });

  test('deals that stand still (M17)', () => {
    const found = stuckDeals(facts, may, goldenNorms);
    expect(
      found.map(({ deal, stageAge, reasons }) => ({ id: facts.deals.id[deal], stageAgeDays: days(stageAge), flags: reasons })),
    ).toEqual(expected.stuck);
  });
});

describe('losses (M18)', () => {
  const named = (rows: ReturnType<typeof lossTable>) =>
    Object.fromEntries(rows.map(({ key, count, sum, share }) => [key || '__NOT_SET__', { count, sum: money(sum), share: percent(share) }]));

  test('by the configured reason', () => expect(named(lossTable(facts, may, reasonKey(facts.directories)))).toEqual(expected.lossReasons));
  test.each([
    ['fromStage', expected.lossStages],
    ['failStage', expected.failStages],
  ] as const)('by %s', (by, want) => {
    expect(Object.fromEntries(lossTable(facts, may, by).map(({ key, count }) => [key, count]))).toEqual(want);
  });
});

describe('what and who', () => {
  test('products add up to the won sum (M21)', () => {
    const rows = productTable(facts, may);
    const keys = { product: '', unallocated: '__UNALLOCATED__', noRows: '__NO_ROWS__' };
    const found = rows.map(({ kind, key, sum, quantity, deals, share }) => [
      keys[kind] || key,
      { sum: money(sum), quantity, deals: deals.length, share: percent(share) },
    ]);
    expect(Object.fromEntries(found)).toEqual(expected.products);
    expect(rows.reduce((total, { sum }) => total + sum, 0)).toBe(expected.company.wonSum);
  });

  test('clients by ABC (M22)', () => {
    const rows = clientTable(facts, may, [inputs.settings.abc[0] ?? 0, inputs.settings.abc[1] ?? 0]);
    expect(
      rows.map(({ key, wonSum, wonCount, cumShare, abc }) => [key, { wonSum: money(wonSum), wonCount, cumShare: percent(cumShare), abc }]),
    ).toEqual(Object.entries(expected.clientsABC));
  });

  test('clients by recency, frequency and value (M23)', () => {
    const rows = rfmTable(facts, may).map(({ key, recencyDays, frequency, monetary, R, F, M }) => [
      key,
      { recencyDays, frequency, monetary: money(monetary), R, F, M },
    ]);
    expect(Object.fromEntries(rows)).toEqual(expected.rfm);
  });

  test('repeat sales (M24)', () => {
    const [totals] = repeatTotals(facts, may);
    const isFirst = (id: number) => facts.origins.repeat[facts.deals.id.indexOf(id)] === 0;
    expect(
      totals && {
        firstPurchaseCheck: { 113: isFirst(113), 101: isFirst(101) },
        deals: ids(repeatRows(facts, may)),
        shareCount: percent(repeatShareByCount(totals)),
        shareSum: percent(repeatShareBySum(totals)),
      },
    ).toEqual(expected.repeat);
  });

  test('channels and what they cost (M25)', () => {
    const costs = inputs.channelCosts.map(({ channel, period, cost }) => ({
      channel,
      period: monthRange(period) ?? { start: 0, end: 0 },
      amount: cost,
    }));
    const rows = channelTable(facts, may, costs).map((row) => [
      row.key || '__NOT_SET__',
      {
        created: row.created,
        wonCount: row.wonCount,
        wonSum: money(row.wonSum),
        lostCount: row.lostCount,
        winRateCount: percent(row.winRateCount),
        cost: money(row.cost),
        costPerDeal: money(row.costPerDeal),
        costPerWon: money(row.costPerWon),
        romi: percent(row.romi),
      },
    ]);
    expect(Object.fromEntries(rows)).toEqual(expected.channels);
  });

  test('clients have keys that sort as text', () => expect([501, -601, 0].map(clientKey)).toEqual(['COMPANY_501', 'CONTACT_601', '']));
});

test('what Bitrix24 itself would show (M38)', () => {
  const plan = bitrixSalesPlan(facts, may);
  const rating = bitrixManagerRating(facts, may, 0);
  const conversion = bitrixDealConversion(facts, may, 0);
  expect({
    salesTargetCompany: { count: plan.count, sum: money(plan.sum) },
    managersRatingPipeline0: { count: rating.count, sum: money(rating.sum) },
    dealConversionPipeline0: { alive: conversion.alive, withSuccessRow: conversion.withSuccess, value: percent(conversion.value) },
  }).toEqual(expected.bitrixComparison);
});
