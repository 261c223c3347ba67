// A plan that is met, missing, of nothing or of a time that has not begun (M29–M33).
import { DEFAULT_NUMBER_SETTINGS } from '../../src/inputs/settings';
import { metricRows } from '../../src/metrics/catalogue';
import { goalSuggestion, monthResults, seasonIndex } from '../../src/metrics/goal';
import { coverage, dealsNeeded, planProgress, runRate } from '../../src/metrics/plan-progress';
import { ownTarget, planTarget } from '../../src/metrics/plan-target';
import type { Slice } from '../../src/metrics/slice';
import { salesVelocity } from '../../src/metrics/velocity';
import { monthRange, parseIsoDay } from '../../src/period';
import { madeDeal, madeFacts, madeHistory } from '../made-records';

const day = (text: string) => parseIsoDay(text) ?? 0;
const range = (start: string, end: string) => ({ start: day(start), end: day(end) });
const may: Slice = { period: monthRange('2025-05') ?? { start: 0, end: 0 }, managers: null, pipelines: null };
const CALENDAR = { holidays: new Set<number>(), extraWorkdays: new Set<number>() };
const rules = DEFAULT_NUMBER_SETTINGS;
const sum = { additive: true, better: 'more' } as const;
const over = { total: 22, elapsed: 22, remaining: 0, calendarTotal: 31, calendarElapsed: 31 };

describe('progress', () => {
  test('a plan that is met needs nothing more, be the period over; one that is not can no longer be met', () => {
    const needed = (fact: number) => {
      const { gap, requiredPerDay, deviation } = planProgress(100, fact, sum, over, rules);
      return [gap, requiredPerDay, deviation];
    };
    expect([needed(120), needed(100), needed(90)]).toEqual([
      [0, 0, 20],
      [0, 0, 0],
      [10, null, -10],
    ]);
  });

  test('a target of 0 is no target, where less is better too', () => {
    const told = (better: 'more' | 'less') => {
      const { attainment, attainmentToDate, runRateAttainment, status } = planProgress(0, 4, { additive: true, better }, over, rules);
      return [attainment, attainmentToDate, runRateAttainment, status];
    };
    expect([told('more'), told('less')]).toEqual([
      [null, null, null, 'grey'],
      [null, null, null, 'grey'],
    ]);
  });

  test('without a target there is a run-rate, without a fact a plan to date', () => {
    expect([planProgress(null, 44, sum, over, rules), planProgress(100, null, sum, over, rules)]).toEqual([
      {
        ...{ target: null, fact: 44, attainment: null, planToDate: null, planToDateCalendar: null, deviation: null },
        ...{ attainmentToDate: null, status: 'grey', runRate: 44, runRateAttainment: null, gap: null, requiredPerDay: null },
      },
      {
        ...{ target: 100, fact: null, attainment: null, planToDate: 100, planToDateCalendar: 100, deviation: null },
        ...{ attainmentToDate: null, status: 'grey', runRate: null, runRateAttainment: null, gap: null, requiredPerDay: null },
      },
    ]);
  });

  test('a run-rate needs a day that has passed, whatever the setting allows', () => {
    const begun = (elapsed: number) => runRate(7, sum, { ...over, elapsed }, 0);
    expect([begun(0), begun(1), runRate(7, { ...sum, additive: false }, over, 0)]).toEqual([null, 154, null]);
  });

  test('deals needed are unknown without a win, be there a sum; a fraction of a deal is a deal', () => {
    expect([dealsNeeded(1, 700, 0, 5), dealsNeeded(150, 700, 7, 0)]).toEqual([
      null,
      { dealsExact: 1.5, deals: 2, newDealsExact: 1.5, newDeals: 2 },
    ]);
    expect(coverage(0, 4)).toBe(0);
  });

  test('velocity needs a cycle that takes time (M09)', () => {
    const facts = madeFacts({
      deals: [madeDeal(1, { stageId: 'WON', semantic: 'S' }), madeDeal(2)],
      stageHistory: [
        ...madeHistory(1, ['2025-05-01 10:00', 'NEW'], ['2025-05-01 10:00', 'WON']),
        ...madeHistory(2, ['2025-05-01 10:00', 'NEW']),
      ],
    });
    expect(metricRows(facts, may, ['cycleMeanDays', 'salesVelocity'])).toEqual([[0, null]]);
    const totals = { openCount: 2, wonCount: 1, lostCount: 1, wonSum: 100 } as Parameters<typeof salesVelocity>[0];
    const cycle = (mean: number | null) => ({ n: 1, median: mean, mean, p90: mean });
    expect([salesVelocity(totals, cycle(10)), salesVelocity(totals, cycle(-1)), salesVelocity(totals, cycle(null))]).toEqual([
      10,
      null,
      null,
    ]);
    expect(salesVelocity({ ...totals, wonCount: 0, wonSum: 0 }, cycle(10))).toBeNull();
  });
});

describe('targets (M28)', () => {
  const plan = (start: string, end: string, target: number, fields = {}) => {
    return { scope: 'company' as const, id: null, metric: 'wonSum', period: range(start, end), target, ...fields };
  };
  const ask = (plans: readonly ReturnType<typeof plan>[], start: string, end: string, additive = true) =>
    ownTarget(plans, { owner: { scope: 'company', id: null }, metric: 'wonSum', additive, period: range(start, end) }, CALENDAR);

  test('a row of the very period holds before anything it could be made of', () => {
    const plans = [plan('2025-05-01', '2025-05-31', 5), plan('2025-04-01', '2025-06-30', 300), plan('2025-05-01', '2025-05-15', 1)];
    expect([ask(plans, '2025-05-01', '2025-05-31'), ask(plans, '2025-04-01', '2025-06-30')]).toEqual([5, 300]);
  });

  test('the largest rows inside are added up, and a row over what is already planned is not', () => {
    const april = plan('2025-04-01', '2025-04-30', 40);
    const may = plan('2025-05-01', '2025-05-31', 50);
    const week = plan('2025-05-05', '2025-05-11', 9);
    const across = plan('2025-04-28', '2025-05-04', 9);
    expect([
      ask([week, april, may], '2025-04-01', '2025-05-31'),
      ask([across, april, may], '2025-04-01', '2025-05-31'),
      ask([week], '2025-04-01', '2025-05-31'),
    ]).toEqual([90, 90, 9]);
  });

  test('days that are left are filled from the shortest row that holds them, by working days', () => {
    // Of the 22 working days of May 2025 five are those of the week of the 5th; the quarter has 65.
    const may = plan('2025-05-01', '2025-05-31', 220);
    const quarter = plan('2025-04-01', '2025-06-30', 6500);
    expect([
      ask([quarter, may], '2025-05-05', '2025-05-11'),
      ask([quarter], '2025-05-05', '2025-05-11'),
      ask([plan('2025-05-05', '2025-05-07', 7), may], '2025-05-05', '2025-05-11'),
    ]).toEqual([50, 500, 27]);
  });

  test('what does not add up takes the shortest row that holds the period, and is never made of parts', () => {
    const plans = [plan('2025-01-01', '2025-12-31', 0.1), plan('2025-04-01', '2025-06-30', 0.2), plan('2025-05-01', '2025-05-15', 0.3)];
    expect([ask(plans, '2025-05-01', '2025-05-31', false), ask(plans, '2024-12-01', '2025-12-31', false)]).toEqual([0.2, null]);
  });

  test('rows of other people, pipelines and metrics are not looked at', () => {
    const { labels } = madeFacts({ deals: [madeDeal(1)] });
    const others = [
      plan('2025-05-01', '2025-05-31', 1, { scope: 'manager', id: 12 }),
      plan('2025-05-01', '2025-05-31', 2, { scope: 'pipeline', id: 11 }),
      plan('2025-05-01', '2025-05-31', 4, { metric: 'wonCount' }),
    ];
    const asked = (scope: 'manager' | 'pipeline' | 'company', id: number | null) =>
      planTarget(others, { owner: { scope, id }, metric: 'wonSum', additive: true, period: may.period }, labels, CALENDAR);
    expect([asked('manager', 11), asked('manager', 12), asked('pipeline', 11), asked('pipeline', 12), asked('company', null)]).toEqual([
      null,
      1,
      2,
      null,
      1,
    ]);
  });
});

describe('goals (M33)', () => {
  const month = (name: string, fact: number, workdays = 1) => ({ month: name, fact, workdays });
  const spring = [month('2025-02', 1), month('2025-03', 2), month('2025-04', 4)];

  test('are the quarter, half and three quarters of the daily rates, times the working days', () => {
    expect(goalSuggestion(spring, '2025-05', 10, '2025-05')).toEqual({
      conservative: 15,
      base: 20,
      ambitious: 30,
      index: 1,
      months: ['2025-02', '2025-03', '2025-04'],
    });
  });

  test('typed weights of nothing, or of other months only, are no season', () => {
    const index = (typed: Record<number, number>) => goalSuggestion(spring, '2025-05', 10, '2025-05', typed)?.index;
    expect([index({ 5: 0 }), index({ 6: 2 }), index({ 5: 1, 6: 3 }), index({})]).toEqual([1, 1, 0.5, 1]);
  });

  test('a season is compared with the months of its own year, month by month', () => {
    const months = Array.from({ length: 24 }, (_, at) => {
      const name = `${2023 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
      return month(name, (name.endsWith('-05') ? 12 : 0) + (name.startsWith('2024') ? 1 : 0));
    });
    // 2023: 12 against a mean of 1; 2024: 13 against a mean of 2. Their median is (12 + 6.5) / 2.
    expect([seasonIndex(months, '2025-05'), seasonIndex(months.slice(0, 23), '2025-05')]).toEqual([9.25, null]);
  });

  test('months before the loaded horizon are not complete', () => {
    const { labels, ...tables } = madeFacts({ deals: [madeDeal(1, { createdTime: day('2025-01-10') * 86400 })] });
    const from = (horizon: string) =>
      monthResults({ ...tables, labels: { ...labels, horizonDay: day(horizon) } }, may, 'created', 3, CALENDAR)[0]?.map((one) => one.month);
    expect([from('2025-03-01'), from('2025-03-02')]).toEqual([['2025-03', '2025-04'], ['2025-04']]);
    expect(monthResults({ ...tables, labels }, may, 'created', 4, CALENDAR)[0]?.[0]).toEqual({ month: '2025-01', fact: 1, workdays: 23 });
  });
});
