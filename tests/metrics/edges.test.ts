// On which side of each bound a deal, a day or a share falls: the first value inside and the first one outside.
import type { BonusScheme } from '../../src/inputs/bonus-scheme';
import { DEFAULT_NORMS } from '../../src/inputs/norms';
import { DEFAULT_NUMBER_SETTINGS } from '../../src/inputs/settings';
import { bitrixDealConversion, bitrixManagerRating, bitrixSalesPlan } from '../../src/metrics/bitrix-figures';
import { bonusOf } from '../../src/metrics/bonus';
import { passVerdict } from '../../src/metrics/bottleneck';
import { channelTable } from '../../src/metrics/channels';
import { clientTable, rfmTable } from '../../src/metrics/clients';
import { compared } from '../../src/metrics/coaching';
import { comparisonToDate } from '../../src/metrics/comparison';
import { forecast, forecastRange } from '../../src/metrics/forecast';
import { goalSuggestion } from '../../src/metrics/goal';
import { coverage, coverageNeeded, dealsNeeded, planProgress, statusOf } from '../../src/metrics/plan-progress';
import { managersTarget, planTarget } from '../../src/metrics/plan-target';
import { productTable } from '../../src/metrics/products';
import { kpiScore } from '../../src/metrics/score';
import type { Slice } from '../../src/metrics/slice';
import { nextProbability, stageProbabilities, winProbability } from '../../src/metrics/stage-probabilities';
import { stuckDeals } from '../../src/metrics/stuck';
import { daysOfPeriod } from '../../src/metrics/working-days';
import { monthRange, parseIsoDay } from '../../src/period';
import { Z95 } from '../../src/stats';
import { at, madeDeal, madeFacts, madeHistory } from '../made-records';

const day = (text: string) => parseIsoDay(text) ?? 0;
const may: Slice = { period: monthRange('2025-05') ?? { start: 0, end: 0 }, managers: null, pipelines: null };
const won = { stageId: 'WON', semantic: 'S' } as const;
const NO_HOLIDAYS = { holidays: new Set<number>(), extraWorkdays: new Set<number>() };

/** Facts of wins that closed at the moments given, deal 1 first; made on `NEW` in 2023. */
const winsAt = (...moments: string[]) =>
  madeFacts({
    deals: moments.map((_, index) => madeDeal(index + 1, { ...won, createdTime: at('2023-01-01 10:00'), companyId: 501 + index })),
    stageHistory: moments.flatMap((moment, index) => madeHistory(index + 1, ['2023-01-01 10:00', 'NEW'], [moment, 'WON'])),
  });

describe('the last 365 days', () => {
  test('of stage probabilities begin a second after asOf − 365 days (20 May 2024, 18:00)', () => {
    const closed = (moment: string) => stageProbabilities(winsAt(moment), { shrink: 5, probabilities: {} })[0]?.stages[0]?.closed;
    expect([closed('2024-05-20 18:00:00'), closed('2024-05-20 18:00:01')]).toEqual([0, 1]);
  });

  test('of RFM begin on the day after (21 May 2024), whatever the hour', () => {
    const facts = winsAt('2024-05-20 23:59', '2024-05-21 00:00', '2025-05-20 17:00');
    expect(rfmTable(facts, may).map(({ key, recencyDays }) => [key, recencyDays])).toEqual([
      ['COMPANY_502', 364],
      ['COMPANY_503', 0],
    ]);
  });

  test('of completed stays begin there too, and count from the minimum on', () => {
    // The open deal stands on NEW for 10 days. Stays of 1 day each would make it stuck; the typed norm of 30 would not.
    const stuckAmong = (exits: readonly string[], minStays: number) => {
      const stays = exits.map((exit, index) => ({ id: index + 2, exit }));
      const facts = madeFacts({
        deals: [
          madeDeal(1, { createdTime: at('2025-05-10 18:00') }),
          ...stays.map(({ id }) => madeDeal(id, { ...won, createdTime: at('2024-05-01 10:00') })),
        ],
        stageHistory: [
          ...madeHistory(1, ['2025-05-10 18:00', 'NEW']),
          ...stays.flatMap(({ id, exit }) => madeHistory(id, [new Date((at(exit) - 86400) * 1000).toISOString(), 'NEW'], [exit, 'WON'])),
        ],
      });
      return stuckDeals(facts, may, { stageDays: { NEW: 30 }, idleDays: 1000, minStays })[0]?.reasons.includes('stuckInStage');
    };
    expect([
      stuckAmong(['2024-05-20 23:59', '2024-05-21 00:00'], 2),
      stuckAmong(['2024-05-21 00:00', '2024-05-21 00:00'], 2),
      stuckAmong(['2024-05-21 00:00', '2024-05-21 00:00'], 3),
    ]).toEqual([false, true, false]);
  });
});

test('a deal is stuck, idle or overdue only beyond the bound (M17)', () => {
  const reasonsOf = (fields: Parameters<typeof madeDeal>[1], entered = '2025-05-13 18:00') => {
    const facts = madeFacts({ deals: [madeDeal(1, fields)], stageHistory: madeHistory(1, [entered, 'NEW']) });
    return stuckDeals(facts, may, { ...DEFAULT_NORMS, stageDays: { NEW: 7 } })[0]?.reasons;
  };
  const alive = { lastActivityTime: at('2025-05-13 18:00'), closedate: '2025-05-20' };
  expect([
    reasonsOf(alive),
    reasonsOf({ ...alive, lastActivityTime: at('2025-05-13 17:59:59') }),
    reasonsOf({ ...alive, closedate: '2025-05-19' }),
    reasonsOf(alive, '2025-05-13 17:59:59'),
    reasonsOf({ ...alive, closedate: '' }),
  ]).toEqual([['noNextStep'], ['idle', 'noNextStep'], ['noNextStep', 'overdueClose'], ['stuckInStage', 'noNextStep'], ['noNextStep']]);
});

test('a deal is due from asOf’s date to the end of the period, overdue before, later after (M27)', () => {
  const dates = ['2025-05-19', '2025-05-20', '2025-05-31', '2025-06-01', ''];
  const facts = madeFacts({
    deals: dates.map((closedate, index) => madeDeal(index + 1, { closedate, opportunity: 10 ** index })),
    stageHistory: dates.flatMap((_, index) => madeHistory(index + 1, ['2025-05-01 10:00', 'NEW'])),
  });
  const found = forecast(facts, may, stageProbabilities(facts, { shrink: 5, probabilities: { NEW: 0.5 } }));
  expect(found.deals.map(({ when }) => when)).toEqual(['overdue', 'due', 'due', 'later', 'later']);
  expect({ ...found, deals: [] }).toEqual({
    deals: [],
    weighted: 5555.5,
    won: 0,
    due: 55,
    total: 55,
    overdue: 0.5,
    dueSum: 110,
    unknown: 0,
  });
});

test('no probability and no currency add nothing to the forecast, and are counted', () => {
  const facts = madeFacts({
    deals: [madeDeal(1), madeDeal(2, { currencyId: 'EUR' }), madeDeal(3, { stageId: 'OLD' })],
    stageHistory: [1, 2, 3].flatMap((id) => madeHistory(id, ['2025-05-01 10:00', id === 3 ? 'OLD' : 'NEW'])),
  });
  const none = stageProbabilities(facts, { shrink: 5, probabilities: {} });
  expect(forecast(facts, may, none)).toMatchObject({ weighted: 0, unknown: 3 });
  const typed = stageProbabilities(facts, { shrink: 5, probabilities: { NEW: 0.5 } });
  expect(forecast(facts, may, typed)).toMatchObject({ weighted: 50, unknown: 2 });
  expect([winProbability(typed, 0, 0), winProbability(typed, 0, -1), nextProbability(typed, 0, 1), nextProbability(typed, 0, 2)]).toEqual([
    0.5,
    null,
    null,
    1,
  ]);
  expect([forecastRange(null, 7), forecastRange(9, 7), forecastRange(5, 7)]).toEqual([
    { low: 7, high: 7 },
    { low: 7, high: 9 },
    { low: 5, high: 7 },
  ]);
});

test('verdicts begin at the minimum (M16, M36)', () => {
  expect([
    passVerdict(0, 4, 0.9, 5),
    passVerdict(0, 5, 0.9, 5),
    passVerdict(5, 5, 0.1, 5),
    passVerdict(3, 5, 0.6, 5),
    passVerdict(3, 5, null, 5),
  ]).toEqual(['insufficient', 'worse', 'better', 'normal', 'insufficient']);
  const verdict = (n1: number, n2: number) => compared([n1, n1], [0, n2], { minimum: 10, z: Z95 }).verdict;
  expect([verdict(9, 10), verdict(10, 9), verdict(10, 10)]).toEqual(['insufficient', 'insufficient', 'strong']);
  expect(compared([0, 10], [10, 10], { minimum: 10, z: Z95 }).verdict).toBe('weak');
});

test('a class goes by the share before the client; zero and less are C (M22)', () => {
  // 800, 150, 50 of 1000 and a 0: before them 0, 80 %, 95 % and all.
  const amounts = [800, 150, 50, 0];
  const facts = madeFacts({
    deals: amounts.map((opportunity, index) => madeDeal(index + 1, { ...won, opportunity, companyId: 501 + index })),
    stageHistory: amounts.flatMap((_, index) => madeHistory(index + 1, ['2025-05-01 10:00', 'NEW'], ['2025-05-05 10:00', 'WON'])),
  });
  expect(clientTable(facts, may, [0.8, 0.95]).map(({ abc, cumShare }) => [abc, cumShare])).toEqual([
    ['A', 0.8],
    ['B', 0.95],
    ['C', 1],
    ['C', 1],
  ]);
  // Nothing but a zero: it would stand first, yet it is C.
  const zero = madeFacts({
    deals: [madeDeal(1, { ...won, opportunity: 0 })],
    stageHistory: madeHistory(1, ['2025-05-01 10:00', 'NEW'], ['2025-05-05 10:00', 'WON']),
  });
  expect(clientTable(zero, may, [0.8, 0.95]).map(({ abc, cumShare }) => [abc, cumShare])).toEqual([['C', null]]);
});

test('costs that are partly in the period give their share of calendar days (M25)', () => {
  // 31 days of May of the 61 of April and May: 610 × 31 / 61 = 310. A cost without a deal keeps its line.
  const facts = madeFacts({ deals: [madeDeal(1)] });
  const period = { start: day('2025-04-01'), end: day('2025-05-31') };
  const june = { start: day('2025-06-01'), end: day('2025-06-30') };
  const rows = channelTable(facts, may, [
    { channel: 'WEB', period, amount: 610 },
    { channel: 'RADIO', period: may.period, amount: 5 },
    { channel: 'PRESS', period: june, amount: 5 },
  ]);
  expect(rows.map(({ key, created, cost, costPerDeal, costPerWon, romi }) => [key, created, cost, costPerDeal, costPerWon, romi])).toEqual([
    ['RADIO', 0, 5, null, null, -1],
    ['WEB', 1, 310, 310, null, -1],
  ]);
});

test('Bitrix24 counts by the card’s dates; a deal closed on the first day of the period was alive in it (M38)', () => {
  const dates = ['2025-04-30', '2025-05-01', '2025-05-31', '2025-06-01'];
  const facts = madeFacts({
    deals: dates.map((closedate, index) =>
      madeDeal(index + 1, { ...won, closedate, movedTime: at(index < 2 ? `${closedate} 10:00` : '2025-05-05 10:00') }),
    ),
    stageHistory: dates.flatMap((date, index) =>
      madeHistory(index + 1, ['2025-04-01 10:00', 'NEW'], [index < 2 ? `${date} 10:00` : '2025-05-05 10:00', index === 3 ? 'LOSE' : 'WON']),
    ),
  });
  expect([bitrixSalesPlan(facts, may).deals, bitrixManagerRating(facts, may, 0).deals]).toEqual([
    [1, 2],
    [1, 2, 3],
  ]);
  const early: Slice = { ...may, period: { start: day('2025-03-01'), end: day('2025-03-31') } };
  expect([bitrixDealConversion(facts, may, 0), bitrixDealConversion(facts, early, 0).alive]).toEqual([
    { alive: 3, withSuccess: 2, value: 2 / 3, deals: [1, 2, 3] },
    0,
  ]);
});

test('product rows that make the amount leave nothing unallocated (M21)', () => {
  const line = { id: 1, ownerId: 1, productId: 7, productName: 'Tea', price: 50, quantity: 2 };
  const facts = madeFacts({
    deals: [madeDeal(1, won), madeDeal(2, { ...won, opportunity: 0 })],
    stageHistory: [1, 2].flatMap((id) => madeHistory(id, ['2025-05-01 10:00', 'NEW'], ['2025-05-05 10:00', 'WON'])),
    productRows: [line],
  });
  expect(productTable(facts, may)).toEqual([
    { kind: 'product', key: '7', name: 'Tea', sum: 100, quantity: 2, share: 1, deals: [0] },
    { kind: 'noRows', key: '', name: '', sum: 0, quantity: 0, share: 0, deals: [1] },
  ]);
});

describe('plans', () => {
  const kind = { additive: true, better: 'more' } as const;
  const rules = DEFAULT_NUMBER_SETTINGS;

  test('colours begin at their thresholds, unrounded', () => {
    expect([1, 0.99999, 0.8, 0.79999, null].map((value) => statusOf(value, rules))).toEqual(['green', 'yellow', 'yellow', 'red', 'grey']);
  });

  test('today counts or does not; a period that has not begun has a plan of 0 to date and no colour', () => {
    // Thursday 1 to Wednesday 7 May 2025: five working days. On Monday the 5th three have passed, without today two.
    const week = { start: day('2025-05-01'), end: day('2025-05-07') };
    const on = (text: string, countToday: boolean) => daysOfPeriod(week, day(text), NO_HOLIDAYS, countToday);
    expect([on('2025-05-05', true), on('2025-05-05', false)]).toEqual([
      { total: 5, elapsed: 3, remaining: 2, calendarTotal: 7, calendarElapsed: 5 },
      { total: 5, elapsed: 2, remaining: 3, calendarTotal: 7, calendarElapsed: 4 },
    ]);
    expect([on('2025-04-01', true).elapsed, on('2025-04-01', true).calendarElapsed, on('2025-06-01', true).remaining]).toEqual([0, 0, 0]);
    expect(planProgress(100, 0, kind, on('2025-04-01', true), rules)).toMatchObject({
      planToDate: 0,
      attainmentToDate: null,
      status: 'grey',
    });
  });

  test('an extra workday wins over a holiday of the same date', () => {
    const saturday = { start: day('2025-05-10'), end: day('2025-05-10') };
    const both = { holidays: new Set([saturday.start]), extraWorkdays: new Set([saturday.start]) };
    expect(daysOfPeriod(saturday, saturday.start, both, true).total).toBe(1);
  });

  test('deals needed are rounded up once; a met plan needs none; without wins nobody knows', () => {
    expect(dealsNeeded(300, 700, 7, 7)).toEqual({ dealsExact: 3, deals: 3, newDealsExact: 6, newDeals: 6 });
    expect([dealsNeeded(0, 700, 7, 7)?.deals, dealsNeeded(1, 0, 0, 5), dealsNeeded(1, 0, 1, 0), dealsNeeded(null, 700, 7, 7)]).toEqual([
      0,
      null,
      null,
      null,
    ]);
    expect([coverage(10, null), coverage(10, 0), coverage(10, 4), coverageNeeded(0.5), coverageNeeded(0), coverageNeeded(null)]).toEqual([
      null,
      'plan_met',
      2.5,
      2,
      null,
      null,
    ]);
  });

  test('a parent department has the plans of its children’s people; a pipeline has only its own; rates are not added up', () => {
    const facts = madeFacts({ deals: [madeDeal(1)] });
    const plan = (id: number, metric = 'wonSum') => ({ scope: 'manager' as const, id, metric, period: may.period, target: id });
    const plans = [plan(11), plan(12), plan(13), plan(11, 'winRateCount')];
    const ask = (scope: 'company' | 'department' | 'pipeline', id: number | null, metric = 'wonSum') => {
      const question = { owner: { scope, id }, metric, additive: metric === 'wonSum', period: may.period };
      return [planTarget(plans, question, facts.labels, NO_HOLIDAYS), managersTarget(plans, question, facts.labels, NO_HOLIDAYS)];
    };
    // Boris (12) is of department 4, a child of 3, a child of 1; Vera (13) is of none.
    expect([
      ask('department', 3),
      ask('department', 4),
      ask('department', 99),
      ask('company', null),
      ask('pipeline', 11)[0],
      ask('company', null, 'winRateCount'),
    ]).toEqual([[23, 23], [12, 12], [null, null], [36, 36], null, [null, null]]);
  });

  test('the comparison to date waits for a working day, and is the whole period when this one is over', () => {
    const june = monthRange('2025-06') ?? may.period;
    // 1 June 2025 is a Sunday; on the 3rd two working days have passed, as by Friday 2 May.
    expect([
      comparisonToDate(june, day('2025-06-01'), NO_HOLIDAYS, true),
      comparisonToDate(june, day('2025-06-03'), NO_HOLIDAYS, true),
      comparisonToDate(june, day('2025-07-01'), NO_HOLIDAYS, true),
    ]).toEqual([null, { start: day('2025-05-01'), end: day('2025-05-02') }, may.period]);
  });

  test('goals stand on the six months before asOf’s own', () => {
    const month = (name: string, fact: number) => ({ month: name, fact, workdays: 1 });
    const months = ['2024-10', '2024-11', '2024-12', '2025-01', '2025-05'].map((name, index) => month(name, index + 1));
    expect(goalSuggestion(months, '2025-06', 10, '2025-05')).toMatchObject({ base: 30, months: ['2024-11', '2024-12', '2025-01'] });
    expect(goalSuggestion([...months.slice(0, 3), { ...month('2025-01', 9), workdays: 0 }], '2025-06', 10, '2025-05')).toBeNull();
  });
});

describe('score and pay', () => {
  const item = { metric: 'a', weight: 1, target: 10, direction: 'up', floor: 0.5, cap: 1.5 } as const;
  const scored = (fact: number | null, change = {}) => kpiScore([{ ...item, ...change }], () => fact).score;

  test('the floor itself counts, the cap holds, a negative fact is 0, nothing is nothing', () => {
    expect([scored(5), scored(4.99), scored(15), scored(16), scored(-3, { floor: -1 }), scored(null), scored(5, { target: 0 })]).toEqual([
      0.5,
      0,
      1.5,
      1.5,
      0,
      null,
      null,
    ]);
    expect([scored(20, { direction: 'down' }), scored(0, { direction: 'down' }), scored(-1, { direction: 'down' })]).toEqual([
      0.5,
      null,
      null,
    ]);
  });

  test('half of the weight may be missing, more may not', () => {
    const half = (missing: number) =>
      kpiScore(
        [
          { ...item, weight: 1 - missing },
          { ...item, weight: missing, metric: 'b' },
        ],
        (metric) => (metric === 'a' ? 10 : null),
      ).score;
    expect([half(0.5), half(0.6)]).toEqual([1, null]);
  });

  const scheme: BonusScheme = {
    name: '',
    fixed: 100,
    base: 'wonSum',
    mode: 'marginal',
    tiers: [
      { upTo: 1, rate: 0.1 },
      { upTo: 2, rate: 0.2 },
    ],
    threshold: 0.5,
    capTotal: 400,
    kpiMultiplier: false,
    kpiMultiplierMax: 1.2,
  };
  const paid = (fact: number, change: Partial<BonusScheme> = {}, more: Partial<Parameters<typeof bonusOf>[1]> = {}) =>
    bonusOf({ ...scheme, ...change }, { fact, plan: 1000, score: null, active: true, ...more });

  test('each tier pays for its own part, nothing beyond the last; the cap is told when it bites', () => {
    expect(paid(1500).parts.map(({ base, paid: sum }) => [base, sum])).toEqual([
      [1000, 100],
      [500, 100],
    ]);
    expect([paid(3000).variable, paid(2000).total, paid(2000).capped, paid(2001, { capTotal: 399 }).capped]).toEqual([
      300,
      400,
      false,
      true,
    ]);
    expect([paid(3000, { capTotal: null }).total, paid(499).variable, paid(500).variable]).toEqual([400, 0, 50]);
  });

  test('a cliff pays the rate reached for the whole; beyond the last bound the last rate', () => {
    const cliff = (fact: number) => paid(fact, { mode: 'cliff', capTotal: null }).variable;
    expect([cliff(1000), cliff(1001), cliff(3000)]).toEqual([100, expect.closeTo(200.2, 9), 600]);
    expect(paid(1000, { mode: 'cliff', tiers: [] }).variable).toBe(0);
  });

  test('the score multiplies within its bound; without one a person has to look', () => {
    const multiplied = (score: number | null) => paid(1000, { kpiMultiplier: true }, { score });
    expect(
      [multiplied(0.5).total, multiplied(2).multiplier, multiplied(null)].map((one) =>
        typeof one === 'object' ? [one.total, one.flags] : one,
      ),
    ).toEqual([150, 1.2, [200, ['NO_SCORE']]]);
  });

  test('no plan, or a plan of 0, pays the fixed part; the fired are to be checked; the total is rounded once', () => {
    expect([paid(1000, {}, { plan: null }), paid(1000, {}, { plan: 0 })].map(({ total, flags }) => [total, flags])).toEqual([
      [100, ['NO_PLAN']],
      [100, ['NO_PLAN']],
    ]);
    expect(paid(1000.05, {}, { active: false })).toMatchObject({ total: 200.01, flags: ['FIRED'] });
  });
});
