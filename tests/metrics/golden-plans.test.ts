// Every value of the worked example that M27–M36 cover, at its stated rounding.
import type { BonusScheme } from '../../src/inputs/bonus-scheme';
import { NO_INPUTS } from '../../src/inputs/inputs';
import type { Plan, PlanOwner, PlanScope } from '../../src/inputs/plan';
import { DEFAULT_NUMBER_SETTINGS } from '../../src/inputs/settings';
import { bonusOf } from '../../src/metrics/bonus';
import { managersOfDepartment } from '../../src/metrics/breakdown';
import { type MetricId, metricOf } from '../../src/metrics/catalogue';
import { coaching, compared, Z99 } from '../../src/metrics/coaching';
import { dealTotals } from '../../src/metrics/deals';
import { forecast, forecastRange } from '../../src/metrics/forecast';
import { goalSuggestion } from '../../src/metrics/goal';
import { coverage, coverageNeeded, dealsNeeded, planProgress } from '../../src/metrics/plan-progress';
import { managersTarget, planTarget } from '../../src/metrics/plan-target';
import { winRateByValue } from '../../src/metrics/rates';
import { kpiScore } from '../../src/metrics/score';
import type { Slice } from '../../src/metrics/slice';
import { stageProbabilities } from '../../src/metrics/stage-probabilities';
import { daysOfPeriod, workingDays } from '../../src/metrics/working-days';
import { monthRange, quarterRange } from '../../src/period';
import { Z95 } from '../../src/stats';
import { cohort, golden, goldenCalendar, goldenFacts, goldenNorms, may } from '../golden-kpi';
import { days, money, percent, ratio4 } from '../rounded';

const facts = goldenFacts();
const { labels } = facts;
const { expected, inputs } = golden;
const indexOf = (rows: readonly { readonly id: number }[], id: number | null) => rows.findIndex((row) => row.id === id);
const ofManager = (id: number): Slice => ({ ...may, managers: new Set([indexOf(labels.managers, id)]) });
const mayDays = daysOfPeriod(may.period, labels.asOfDay, goldenCalendar, inputs.settings.countToday);
const rules = {
  ...DEFAULT_NUMBER_SETTINGS,
  statusGreen: inputs.settings.statusGreen,
  statusYellow: inputs.settings.statusYellow,
  minElapsedDays: inputs.settings.minElapsedWorkdays,
};
const plans: Plan[] = inputs.plans.map(({ scope, scopeId, metric, period, target }) => ({
  scope: scope as PlanScope,
  id: scopeId,
  metric,
  period: monthRange(period) ?? quarterRange(2025, Number(period.slice(-1))),
  target,
}));

function sliceOf({ scope, id }: PlanOwner): Slice {
  if (scope === 'manager') return ofManager(id ?? 0);
  if (scope === 'department') return { ...may, managers: managersOfDepartment(facts, indexOf(labels.departments, id)) };
  return scope === 'pipeline' ? { ...may, pipelines: new Set([indexOf(labels.pipelines, id)]) } : may;
}

function progressOf(owner: PlanOwner, metric: MetricId, target: typeof planTarget) {
  const { additive, better, compute } = metricOf(metric);
  const question = { owner, metric, additive, period: may.period };
  return planProgress(
    target(plans, question, labels, goldenCalendar),
    compute(facts, sliceOf(owner)),
    { additive, better },
    mayDays,
    rules,
  );
}

const company = progressOf({ scope: 'company', id: null }, 'wonSum', planTarget);
const [companyTotals] = dealTotals(facts, may);
if (companyTotals === undefined) throw new Error('a slice gives one group');

describe('plan, fact and pace (M28–M31)', () => {
  test.each(Object.entries(expected.plans))('%s', (key, values) => {
    const [scope = '', id = '', metric = ''] = key.split(':');
    const owner: PlanOwner = { scope: scope as PlanScope, id: scope === 'company' ? null : Number(id) };
    const found = progressOf(owner, metric as MetricId, id === 'sumOfManagers' ? managersTarget : planTarget);
    expect({
      plan: money(found.target),
      fact: money(found.fact),
      attainment: percent(found.attainment),
      planToDate: money(found.planToDate),
      planToDateCalendar: money(found.planToDateCalendar),
      deviation: money(found.deviation),
      attainmentToDate: percent(found.attainmentToDate),
      status: found.status,
      runRate: money(found.runRate),
      runRateAttainment: percent(found.runRateAttainment),
      gap: money(found.gap),
      requiredPerWorkday: money(found.requiredPerDay),
    }).toEqual(values);
  });

  test('deals that the gap needs', () => {
    const found = dealsNeeded(company.gap, companyTotals.wonSum, companyTotals.wonCount, companyTotals.lostCount);
    expect(
      found && {
        dealsNeeded: found.deals,
        newDealsNeeded: found.newDeals,
        dealsNeededExact: ratio4(found.dealsExact),
        newDealsNeededExact: ratio4(found.newDealsExact),
      },
    ).toEqual(expected.required);
  });
});

describe('forecast (M27, M30, M32, M33)', () => {
  const probabilities = stageProbabilities(facts, goldenNorms);
  const found = forecast(facts, may, probabilities);
  const ids = (when: string) => found.deals.filter((deal) => deal.when === when).map(({ deal }) => facts.deals.id[deal]);

  test('weighted deals and the forecast of May', () => {
    expect({
      weightedByDeal: Object.fromEntries(found.deals.map(({ deal, weighted }) => [facts.deals.id[deal], money(weighted)])),
      weightedPipeline: money(found.weighted),
      inPeriodDeals: ids('due'),
      pipelineForecast: money(found.total),
      overdueDeals: ids('overdue'),
      overdueWeighted: money(found.overdue),
      runRate: money(company.runRate),
    }).toEqual(expected.forecast);
    expect(forecastRange(company.runRate, found.total)).toEqual({ low: found.total, high: company.runRate });
  });

  test('coverage of the gap', () => {
    const all = coverage(companyTotals.openSum, company.gap);
    const inPeriod = coverage(found.dueSum, company.gap);
    expect({
      all: all === 'plan_met' ? all : ratio4(all),
      inPeriod: inPeriod === 'plan_met' ? inPeriod : ratio4(inPeriod),
      needed: ratio4(coverageNeeded(winRateByValue(companyTotals))),
    }).toEqual(expected.coverage);
  });

  test('goals for June out of six months', () => {
    const june = monthRange('2025-06');
    const workdays = june === null ? 0 : workingDays(june, goldenCalendar);
    const months = inputs.monthlyHistory.map(({ month, wonSum, workdays: own }) => ({ month, fact: wonSum, workdays: own }));
    const goal = goalSuggestion(months, '2025-06', workdays, '2025-05');
    expect(
      goal && {
        targetMonth: '2025-06',
        workdays,
        conservative: money(goal.conservative),
        base: money(goal.base),
        ambitious: money(goal.ambitious),
      },
    ).toEqual(expected.goalSuggestion);
  });
});

const scores = Object.fromEntries(
  Object.entries(inputs.kpiSets).map(([id, items]) => {
    const isShare = (metric: string) => metricOf(metric as MetricId).unit === 'share';
    const set = items.map(({ kpi, weight, target, direction, cap, floor }) => ({
      metric: kpi,
      weight,
      // The example writes shares as percent.
      target: isShare(kpi) ? target / 100 : target,
      direction: direction as 'up' | 'down',
      cap,
      floor,
    }));
    return [id, kpiScore(set, (metric) => metricOf(metric as MetricId).compute(facts, ofManager(Number(id))))];
  }),
);

test.each(Object.entries(expected.kpiScore))('KPI score of manager %s (M35)', (id, values) => {
  const found = scores[id];
  expect(
    found && {
      rows: found.rows.map(({ item, fact, raw, counted }) => {
        const share = metricOf(item.metric as MetricId).unit === 'share';
        return { kpi: item.metric, fact: share ? percent(fact) : days(fact), raw: ratio4(raw), counted: ratio4(counted) };
      }),
      score: percent(found.score),
    },
  ).toEqual(values);
});

describe('bonus (M34)', () => {
  const scheme: BonusScheme = { name: 'sales', ...inputs.bonusScheme, mode: 'marginal' };
  const shown = ({ attainment, variable, total }: ReturnType<typeof bonusOf>) => {
    return { attainment: percent(attainment), variable: money(variable), total };
  };
  const paid = (fact: number, plan: number, change: Partial<BonusScheme> = {}, score: number | null = null) =>
    shown(bonusOf({ ...scheme, ...change }, { fact, plan, score, active: true }));

  test.each(Object.entries(expected.bonus))('manager %s', (id, values) => {
    const manager = labels.managers[indexOf(labels.managers, Number(id))];
    const owner: PlanOwner = { scope: 'manager', id: Number(id) };
    const plan = planTarget(plans, { owner, metric: scheme.base, additive: true, period: may.period }, labels, goldenCalendar);
    const fact = metricOf('wonSum').compute(facts, ofManager(Number(id))) ?? 0;
    const found = bonusOf(scheme, { fact, plan, score: null, active: manager?.active ?? false });
    expect([shown(found), found.flags]).toEqual([values, id === '13' ? ['FIRED'] : []]);
  });

  test('every variant', () => {
    expect({
      boris_cliff: paid(350000, 300000, { mode: 'cliff' }),
      boris_kpiMultiplier: paid(350000, 300000, { kpiMultiplier: true }, scores['12']?.score),
      cap_case_fact900000_plan300000: paid(900000, 300000),
      exact_threshold_fact150000_plan300000: paid(150000, 300000),
      exact_plan_fact300000_plan300000: paid(300000, 300000),
    }).toEqual(expected.bonusVariants);
  });
});

describe('coaching (M36)', () => {
  test.each(Object.entries(expected.coaching))('manager %s against the others', (id, values) => {
    const pass = { minimum: inputs.settings.minNCoaching, z: inputs.settings.z };
    const found = coaching(facts, cohort, 0, pass)[indexOf(labels.managers, Number(id))];
    expect(
      found?.map(({ stage, manager, team, difference, verdict }) => ({
        stage: labels.pipelines[0]?.stages[stage]?.id,
        manager,
        team,
        diff: difference === null ? null : [percent(difference.value), percent(difference.low), percent(difference.high)],
        verdict,
      })),
    ).toEqual(values);
  });

  test.each(golden.unitCases.newcombe)('$k1 of $n1 against $k2 of $n2', ({ k1, n1, k2, n2, diff, verdict }) => {
    const found = compared([k1, n1], [k2, n2], { minimum: 10, z: Z95 });
    expect([
      [found.difference?.value, found.difference?.low, found.difference?.high].map((value) => percent(value ?? null)),
      found.verdict,
    ]).toEqual([diff, verdict]);
  });
});

test('a published hint needs more: what is weak at 95 % of 20 against 60 is no difference at 99 %', () => {
  // 12/20 − 51/60 = −0.25. Wilson 95 %: 12/20 in [0.3866; 0.7812], 51/60 in [0.7389; 0.9190], so the upper bound of the difference is
  // −0.25 + √(0.1812² + 0.1111²) = −0.0374. At z = 2.575829: −0.25 + √(0.2209² + 0.1528²) = 0.0186.
  const at = (z: number) => compared([12, 20], [51, 60], { minimum: 10, z });
  expect([at(Z95).verdict, at(Z99).verdict]).toEqual(['weak', 'no_difference']);
  expect([at(Z95).difference?.high, at(Z99).difference?.high]).toEqual([expect.closeTo(-0.0374, 3), expect.closeTo(0.0186, 3)]);
});

test('with nothing typed there are no plans, no pay and no goals out of nothing', () => {
  expect(
    planTarget(
      NO_INPUTS.plans,
      { owner: { scope: 'company', id: null }, metric: 'wonSum', additive: true, period: may.period },
      labels,
      NO_INPUTS.calendar,
    ),
  ).toBeNull();
  expect(
    kpiScore(
      NO_INPUTS.kpiSets.flatMap(({ items }) => items),
      () => 1,
    ),
  ).toEqual({ rows: [], score: null });
  expect(goalSuggestion([], '2025-06', 19, '2025-05', NO_INPUTS.seasonality)).toBeNull();
});

test('nothing to divide by gives none, grey, or "plan met"', () => {
  const plain = { additive: true, better: 'more' } as const;
  const noPlan = planProgress(0, 100, plain, mayDays, rules);
  const over = planProgress(200, 100, plain, { ...mayDays, elapsed: 18, remaining: 0 }, rules);
  const empty = {
    winRateCount_0_0: metricOf('winRateCount'),
    avgCheque_0: metricOf('avgCheque'),
    velocity_noCycle: metricOf('salesVelocity'),
  };
  const nobody: Slice = { ...may, managers: new Set([indexOf(labels.managers, 0)]) };
  expect({
    ...Object.fromEntries(Object.entries(empty).map(([key, metric]) => [key, metric.compute(facts, nobody)])),
    attainment_plan0: noPlan.attainment,
    status_plan0: noPlan.status,
    requiredPerWorkday_remaining0: over.requiredPerDay,
    coverage_gap0: coverage(445000, 0),
  }).toEqual(golden.unitCases.emptyDenominators);
});
