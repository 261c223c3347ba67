// What the worked example does not exercise, each case computed by hand: the arithmetic stands beside it.
// One file, because it is the one list of what the example leaves out.
import { DEFAULT_NORMS } from '../../src/inputs/norms';
import { DEFAULT_NUMBER_SETTINGS } from '../../src/inputs/settings';
import { passNorms, timeBottleneck } from '../../src/metrics/bottleneck';
import { metricRows } from '../../src/metrics/catalogue';
import { clientTable, rfmTable } from '../../src/metrics/clients';
import { forecast } from '../../src/metrics/forecast';
import { goalSuggestion, isRarelyReached, monthResults } from '../../src/metrics/goal';
import { groupingByManager } from '../../src/metrics/grouping';
import { lossTable } from '../../src/metrics/losses';
import { planProgress } from '../../src/metrics/plan-progress';
import { productTable } from '../../src/metrics/products';
import { qualityTable } from '../../src/metrics/quality';
import { repeatRows } from '../../src/metrics/repeat';
import type { Slice } from '../../src/metrics/slice';
import { stageProbabilities } from '../../src/metrics/stage-probabilities';
import { stuckDeals } from '../../src/metrics/stuck';
import { addMonths, monthRange } from '../../src/period';
import { zoneOf } from '../golden-kpi';
import { at, madeDeal, madeFacts, madeHistory } from '../made-records';

const may: Slice = { period: monthRange('2025-05') ?? { start: 0, end: 0 }, managers: null, pipelines: null };
const won = { stageId: 'WON', semantic: 'S' } as const;
const lost = { stageId: 'LOSE', semantic: 'F' } as const;
const idsOf = (facts: ReturnType<typeof madeFacts>, rows: readonly number[]) => rows.map((row) => facts.deals.id[row]);
const PLAIN = { shrink: 5, probabilities: {} };
/** 31 calendar days of which 20 have passed, 22 working ones of which 11 have. */
const halfway = { total: 22, elapsed: 11, remaining: 11, calendarTotal: 31, calendarElapsed: 20 };

describe('history that is not whole', () => {
  test('HISTORY_GAP: the loss that history lacks is lost from the last stage it knows', () => {
    const facts = madeFacts({
      deals: [madeDeal(1, { ...lost, movedTime: at('2025-05-12 09:00') })],
      stageHistory: madeHistory(1, ['2025-05-01 10:00', 'NEW'], ['2025-05-03 10:00', 'PREPARATION']),
    });
    expect(lossTable(facts, may, 'fromStage')).toEqual([{ key: 'PREPARATION', count: 1, sum: 100, share: 1, deals: [0] }]);
    expect(qualityTable(facts, may).find(({ check }) => check === 'HISTORY_GAP')).toEqual({
      check: 'HISTORY_GAP',
      count: 1,
      sum: 100,
      share: 1,
      deals: [0],
    });
  });

  test('duplicate rows: a win written twice is one closed journey of 1, so w = (1 + 5 × 1) / (1 + 5) = 1', () => {
    const facts = madeFacts({
      deals: [madeDeal(1, won)],
      stageHistory: madeHistory(1, ['2025-05-01 10:00', 'NEW'], ['2025-05-05 10:00', 'WON'], ['2025-05-05 10:00', 'WON']),
    });
    expect(stageProbabilities(facts, PLAIN)[0]?.stages[0]).toEqual({ won: 1, closed: 1, raw: 1, shrunk: 1 });
  });

  test('lost and later won: a win of the month, no loss; won and later lost: a loss from the stage before', () => {
    const facts = madeFacts({
      deals: [madeDeal(1, won), madeDeal(2, lost)],
      stageHistory: [
        ...madeHistory(1, ['2025-04-01 10:00', 'NEW'], ['2025-04-10 10:00', 'LOSE'], ['2025-05-05 10:00', 'WON']),
        ...madeHistory(2, ['2025-04-01 10:00', 'EXECUTING'], ['2025-04-10 10:00', 'WON'], ['2025-05-05 10:00', 'LOSE']),
      ],
    });
    expect(lossTable(facts, may, 'fromStage').map(({ key, deals }) => [key, idsOf(facts, deals)])).toEqual([['EXECUTING', [2]]]);
    // p = 1 win of 2 closed; NEW: both reached it, (1 + 5 × 0.5) / (2 + 5) = 0.5.
    expect(stageProbabilities(facts, PLAIN)[0]?.stages[0]).toEqual({ won: 1, closed: 2, raw: 0.5, shrunk: 0.5 });
  });

  test('a stage alias puts the loss, and the norm, on the live stage', () => {
    const records = {
      deals: [madeDeal(1, lost)],
      stageHistory: madeHistory(1, ['2025-05-01 10:00', 'NEW'], ['2025-05-03 10:00', 'OLD'], ['2025-05-05 10:00', 'LOSE']),
    };
    const lostFrom = (stageAliases: Record<string, string>) =>
      lossTable(madeFacts(records, { settings: { stageAliases } }), may, 'fromStage').map(({ key }) => key);
    expect([lostFrom({}), lostFrom({ OLD: 'PREPARATION' })]).toEqual([['OLD'], ['PREPARATION']]);
  });
});

describe('money and days', () => {
  test('monthly rates: 10 USD won in May at 80, product rows at the same rate; the open deal at that of asOf’s month', () => {
    const facts = madeFacts(
      {
        deals: [
          madeDeal(1, { ...won, opportunity: 10, currencyId: 'USD' }),
          madeDeal(2, { ...won, opportunity: 10, currencyId: 'USD' }),
          madeDeal(3, { opportunity: 10, currencyId: 'USD' }),
        ],
        stageHistory: [
          ...madeHistory(1, ['2025-04-01 10:00', 'NEW'], ['2025-04-30 10:00', 'WON']),
          ...madeHistory(2, ['2025-04-01 10:00', 'NEW'], ['2025-05-02 10:00', 'WON']),
        ],
        productRows: [{ id: 1, ownerId: 2, productId: 7, productName: 'Tea', price: 2, quantity: 3 }],
      },
      { settings: { monthlyRates: { '2025-05': { USD: 80 } } } },
    );
    // April has no row: the CRM's 90. May: 10 × 80 = 800, of which tea 2 × 3 × 80 = 480, the rest 320. Open: 10 × 80.
    const april: Slice = { ...may, period: monthRange('2025-04') ?? may.period };
    expect(metricRows(facts, april, ['wonSum'])).toEqual([[900]]);
    expect(metricRows(facts, may, ['wonSum', 'openSum'])).toEqual([[800, 800]]);
    expect(productTable(facts, may).map(({ kind, key, sum, quantity, share }) => [kind, key, sum, quantity, share])).toEqual([
      ['product', '7', 480, 3, 0.6],
      ['unallocated', '', 320, 0, 0.4],
    ]);
  });

  test('FUTURE_CLOSE: a win dated to come is in no forecast, no ABC and nobody’s earlier win', () => {
    const records = {
      deals: [madeDeal(1, { ...won, closedate: '2025-05-30' }), madeDeal(2, { ...won, closedate: '2025-05-12' })],
      stageHistory: [
        ...madeHistory(1, ['2025-05-01 10:00', 'NEW'], ['2025-05-05 10:00', 'WON']),
        ...madeHistory(2, ['2025-05-01 10:00', 'NEW'], ['2025-05-12 10:00', 'WON']),
      ],
    };
    const repeats = (facts: ReturnType<typeof madeFacts>) => idsOf(facts, repeatRows(facts, may));
    const byDate = madeFacts(records, { settings: { closeDateSource: 'closedate' } });
    expect([repeats(madeFacts(records)), repeats(byDate)]).toEqual([[2], []]);
    expect(clientTable(byDate, may, [0.8, 0.95]).map(({ key, wonCount }) => [key, wonCount])).toEqual([['COMPANY_501', 1]]);
    expect(forecast(byDate, may, stageProbabilities(byDate, PLAIN))).toMatchObject({ won: 100, total: 100, deals: [] });
  });

  test('junk stages: the duplicate is in no table of losses and in no probability', () => {
    const facts = madeFacts(
      {
        deals: [madeDeal(1, won), madeDeal(2, lost), madeDeal(3, { stageId: 'SPAM', semantic: 'F' })],
        stageHistory: [
          ...madeHistory(1, ['2025-05-01 10:00', 'NEW'], ['2025-05-05 10:00', 'WON']),
          ...madeHistory(2, ['2025-05-01 10:00', 'NEW'], ['2025-05-05 10:00', 'LOSE']),
          ...madeHistory(3, ['2025-05-01 10:00', 'NEW'], ['2025-05-05 10:00', 'SPAM']),
        ],
      },
      { settings: { junkStages: ['SPAM'] } },
    );
    expect(lossTable(facts, may, 'failStage').map(({ key, share }) => [key, share])).toEqual([['LOSE', 1]]);
    // 1 win of 2 closed: (1 + 5 × 0.5) / (2 + 5).
    expect(stageProbabilities(facts, PLAIN)[0]?.stages[0]?.shrunk).toBe(0.5);
  });

  test('deals without client or manager: counted, listed without a class, never scored, never repeat', () => {
    const nobody = { ...won, companyId: 0, contactId: 0, assignedById: 0, returnCustomer: true };
    const facts = madeFacts({
      deals: [madeDeal(1, nobody), madeDeal(2, nobody), madeDeal(3, { ...won, companyId: 502 })],
      stageHistory: [1, 2, 3].flatMap((id) => madeHistory(id, ['2025-05-01 10:00', 'NEW'], ['2025-05-05 10:00', 'WON'])),
    });
    expect(clientTable(facts, may, [0.8, 0.95]).map(({ key, wonSum, cumShare, abc }) => [key, wonSum, cumShare, abc])).toEqual([
      ['COMPANY_502', 100, 1, 'A'],
      ['', 200, null, null],
    ]);
    expect([rfmTable(facts, may).map(({ key }) => key), repeatRows(facts, may)]).toEqual([['COMPANY_502'], []]);
    expect(metricRows(facts, { ...may, managers: new Set([0]) }, ['wonCount', 'wonSum'])).toEqual([[2, 200]]);
  });

  test('over the change to summer time an idle day is 86,400 seconds, an overdue one a date', () => {
    // Berlin, 30 March 2025: 02:00 is 03:00. From Saturday 12:00 to Sunday 12:00 by the clock 23 hours pass.
    const asOf = '2025-03-30T12:00:00+02:00';
    const facts = madeFacts(
      {
        deals: [
          madeDeal(1, { createdTime: at('2025-03-29T12:00:00+01:00'), closedate: '2025-03-29' }),
          madeDeal(2, { createdTime: at('2025-03-29T11:00:00+01:00'), closedate: '2025-03-30' }),
        ],
      },
      { zone: zoneOf('Europe/Berlin'), asOf },
    );
    const rows = stuckDeals(facts, may, { ...DEFAULT_NORMS, idleDays: 0.99 });
    expect(rows.map(({ idleDays, reasons }) => [idleDays * 24, reasons])).toEqual([
      [23, ['noNextStep', 'overdueClose']],
      [24, ['idle', 'noNextStep']],
    ]);
  });
});

describe('plans', () => {
  const rules = DEFAULT_NUMBER_SETTINGS;

  test('less is better, sums: 10 losses planned, half of the days gone, 4 lost: 5 / 4 = 125 %, green; no gap to fill', () => {
    expect(planProgress(10, 4, { additive: true, better: 'less' }, halfway, rules)).toEqual({
      target: 10,
      fact: 4,
      attainment: 0.4,
      planToDate: 5,
      planToDateCalendar: (10 * 20) / 31,
      deviation: -1,
      attainmentToDate: 1.25,
      status: 'green',
      runRate: 8,
      runRateAttainment: 0.8,
      gap: null,
      requiredPerDay: null,
    });
  });

  test('less is better, durations: a cycle of 30 days planned, 40 in fact: 30 / 40 = 75 %, red, whatever the date', () => {
    expect(planProgress(30, 40, { additive: false, better: 'less' }, { ...halfway, elapsed: 0 }, rules)).toMatchObject({
      planToDate: 30,
      deviation: 10,
      attainmentToDate: 0.75,
      status: 'red',
      runRate: null,
      requiredPerDay: null,
    });
    expect(planProgress(30, 37.5, { additive: false, better: 'less' }, halfway, rules).status).toBe('yellow');
    expect(planProgress(30, 0, { additive: false, better: 'less' }, halfway, rules).status).toBe('grey');
  });

  test('the run-rate waits for three working days; after the period it is the fact', () => {
    const kind = { additive: true, better: 'more' } as const;
    const paceOf = (elapsed: number) => planProgress(100, 30, kind, { ...halfway, elapsed, remaining: 22 - elapsed }, rules).runRate;
    expect([paceOf(2), paceOf(3), paceOf(22)]).toEqual([null, 220, 30]);
  });
});

describe('goals', () => {
  const months = (count: number, rate: (month: string) => number) =>
    Array.from({ length: count }, (_, back) => addMonths('2025-05', back - count)).map((month) => ({
      month,
      fact: rate(month) * 20,
      workdays: 20,
    }));

  test('seasonal index from 24 months: June was 2 of a mean of 13/12 in 2023 and in 2024', () => {
    // May 2023 – April 2025, every month 1 a day, Junes 2. 2023 has eight months: (7 + 2) / 8 = 1.125, index 2 / 1.125 = 1.7778.
    // 2024 has twelve: 13 / 12, index 24 / 13 = 1.8462. Median = their mean = 1.8120. Recent rates are all 1: 20 × 1 × 1.8120.
    const index = (2 / 1.125 + 24 / 13) / 2;
    const june = (month: string) => (month.endsWith('-06') ? 2 : 1);
    const goal = goalSuggestion(months(24, june), '2025-06', 20, '2025-05');
    expect(goal).toMatchObject({ index: expect.closeTo(index, 12), base: expect.closeTo(20 * index, 9) });
    expect(goalSuggestion(months(23, june), '2025-06', 20, '2025-05')?.index).toBe(1);
  });

  test('typed weights go before the computed index: 3 of a mean of (3 + 1) / 2', () => {
    expect(
      goalSuggestion(
        months(6, () => 1),
        '2025-06',
        20,
        '2025-05',
        { 6: 3, 7: 1 },
      ),
    ).toMatchObject({ index: 1.5, base: 30 });
  });

  test('two of the last six months make no goal; older ones do not help', () => {
    const few = [...months(9, () => 1).slice(0, 3), ...months(2, () => 1)];
    expect([
      goalSuggestion(few, '2025-06', 20, '2025-05'),
      goalSuggestion(
        months(3, () => 1),
        '2025-06',
        20,
        '2025-05',
      )?.base,
    ]).toEqual([null, 20]);
  });

  test('a plan above the ambitious goal was rarely reached before', () => {
    const goal = goalSuggestion(
      months(6, () => 1),
      '2025-06',
      20,
      '2025-05',
    );
    expect(goal && [isRarelyReached(20, goal), isRarelyReached(20.01, goal)]).toEqual([false, true]);
  });

  test('months are those with a deal in work, before asOf’s; a rate has no months', () => {
    // Deal 1 is in work March–April. Of May, asOf's month, nothing is complete.
    const facts = madeFacts({
      deals: [madeDeal(1, { ...won, createdTime: at('2025-03-10 10:00') })],
      stageHistory: madeHistory(1, ['2025-03-10 10:00', 'NEW'], ['2025-04-05 10:00', 'WON']),
    });
    const calendar = { holidays: new Set<number>(), extraWorkdays: new Set<number>() };
    const months = [
      { month: '2025-03', fact: 0, workdays: 21 },
      { month: '2025-04', fact: 100, workdays: 22 },
    ];
    expect(monthResults(facts, may, 'wonSum', 6, calendar)).toEqual([months]);
    expect(monthResults(facts, may, 'wonSum', 6, calendar, groupingByManager(facts))[1]).toEqual(months);
    expect(monthResults(facts, may, 'winRateCount', 6, calendar)).toEqual([[]]);
  });
});

describe('time as a bottleneck', () => {
  /** A win that stood on NEW for so many days, left on the day given. */
  const stay = (id: number, left: string, days: number) => {
    const entered = new Date((at(`${left} 10:00`) - days * 86400) * 1000).toISOString();
    return {
      deal: madeDeal(id, { ...won, createdTime: at(entered) }),
      history: madeHistory(id, [entered, 'NEW'], [`${left} 10:00`, 'WON']),
    };
  };
  const factsOf = (own: readonly number[], norm: readonly number[]) => {
    const all = [...norm.map((days, at) => stay(at + 1, '2024-11-15', days)), ...own.map((days, at) => stay(at + 50, '2025-05-15', days))];
    return madeFacts({ deals: all.map(({ deal }) => deal), stageHistory: all.flatMap(({ history }) => history) });
  };

  test('a median of 16 days against a norm of 10 is slow (more than 15), of 15 it is normal', () => {
    const norm = [8, 9, 10, 11, 12];
    expect(timeBottleneck(factsOf([14, 15, 16, 17, 18], norm), may, 0, 5)[0]).toEqual({
      stage: 0,
      n: 5,
      median: 16,
      normN: 5,
      norm: 10,
      verdict: 'slow',
    });
    expect(timeBottleneck(factsOf([13, 14, 15, 16, 17], norm), may, 0, 5)[0]?.verdict).toBe('normal');
  });

  test('four stays, here or in the norm, are too few', () => {
    expect([
      timeBottleneck(factsOf([16, 16, 16, 16], [10, 10, 10, 10, 10]), may, 0, 5)[0]?.verdict,
      timeBottleneck(factsOf([16, 16, 16, 16, 16], [10, 10, 10, 10]), may, 0, 5)[0]?.verdict,
    ]).toEqual(['insufficient', 'insufficient']);
  });

  test('the norm of a stage is its own share over the twelve months before, unless one is typed', () => {
    const facts = madeFacts({
      deals: [madeDeal(1, won), madeDeal(2, lost), madeDeal(3, lost), madeDeal(4, won)],
      stageHistory: [
        // Within the year before May 2025: 1 of 2 passes NEW. Out of it: 30 April 2024 and May itself.
        ...madeHistory(1, ['2024-05-01 10:00', 'NEW'], ['2024-06-01 10:00', 'WON']),
        ...madeHistory(2, ['2025-04-30 10:00', 'NEW'], ['2025-05-02 10:00', 'LOSE']),
        ...madeHistory(3, ['2024-04-30 10:00', 'NEW'], ['2024-05-02 10:00', 'LOSE']),
        ...madeHistory(4, ['2025-05-01 10:00', 'NEW'], ['2025-05-02 10:00', 'WON']),
      ],
    });
    expect([passNorms(facts, may.period, 0, {}), passNorms(facts, may.period, 0, { NEW: 0.9 })]).toEqual([
      [0.5, 1, 1],
      [0.9, 1, 1],
    ]);
  });
});
