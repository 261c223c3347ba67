// Plans, days, goals, scores and pay at their bounds: the first value inside and the first one outside.
import type { BonusScheme } from '../../src/inputs/bonus-scheme';
import { DEFAULT_NUMBER_SETTINGS } from '../../src/inputs/settings';
import { bonusOf } from '../../src/metrics/bonus';
import { comparisonToDate } from '../../src/metrics/comparison';
import { goalSuggestion, seasonIndex } from '../../src/metrics/goal';
import { coverage, coverageNeeded, dealsNeeded, planProgress, statusOf } from '../../src/metrics/plan-progress';
import { managersTarget, ownTarget, planTarget } from '../../src/metrics/plan-target';
import { kpiScore } from '../../src/metrics/score';
import type { Slice } from '../../src/metrics/slice';
import { daysOfPeriod } from '../../src/metrics/working-days';
import { monthRange, parseIsoDay } from '../../src/period';
import { madeDeal, madeFacts } from '../made-records';

const day = (text: string) => parseIsoDay(text) ?? 0;
const may: Slice = { period: monthRange('2025-05') ?? { start: 0, end: 0 }, managers: null, pipelines: null };
const NO_HOLIDAYS = { holidays: new Set<number>(), extraWorkdays: new Set<number>() };

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

  test('a plan for days off only gives no share to a part of them', () => {
    const plan = {
      scope: 'company' as const,
      id: null,
      metric: 'wonSum',
      period: { start: day('2025-05-03'), end: day('2025-05-04') },
      target: 10,
    };
    const ask = (end: string) =>
      ownTarget(
        [plan],
        { owner: plan, metric: 'wonSum', additive: true, period: { start: day('2025-05-03'), end: day(end) } },
        NO_HOLIDAYS,
      );
    expect([ask('2025-05-03'), ask('2025-05-04'), ask('2025-05-05')]).toEqual([null, 10, 10]);
  });

  test('a year that brought nothing has no season', () => {
    const months = Array.from({ length: 24 }, (_, index) => {
      const year = index < 12 ? 2023 : 2024;
      return { month: `${year}-${String((index % 12) + 1).padStart(2, '0')}`, fact: year === 2023 ? 0 : 1, workdays: 1 };
    });
    expect([seasonIndex(months, '2025-06'), seasonIndex(months.slice(1), '2025-06')]).toEqual([1, null]);
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
