// What people would have typed to get the worked example: plans, calendar, norms, KPI sets, the scheme of pay, costs.
import { type Inputs, NO_INPUTS } from '../src/inputs/inputs';
import type { Plan, PlanScope } from '../src/inputs/plan';
import { type MetricId, metricOf } from '../src/metrics/catalogue';
import { monthRange, quarterRange } from '../src/period';
import { golden, goldenCalendar, goldenNorms } from './golden-kpi';

const { settings, plans, kpiSets, bonusScheme, channelCosts } = golden.inputs;

export const goldenPlans: Plan[] = plans.map(({ scope, scopeId, metric, period, target }) => ({
  scope: scope as PlanScope,
  id: scopeId,
  metric,
  period: monthRange(period) ?? quarterRange(2025, Number(period.slice(-1))),
  target,
}));

export const goldenInputs: Inputs = {
  ...NO_INPUTS,
  plans: goldenPlans,
  calendar: goldenCalendar,
  norms: goldenNorms,
  kpiSets: Object.entries(kpiSets).map(([id, items]) => ({
    owner: { scope: 'manager', id: Number(id) },
    items: items.map(({ kpi, weight, target, direction, cap, floor }) => ({
      metric: kpi,
      weight,
      // The example writes shares as percent.
      target: metricOf(kpi as MetricId).unit === 'share' ? target / 100 : target,
      direction: direction as 'up' | 'down',
      cap,
      floor,
    })),
  })),
  bonusSchemes: [{ name: 'Продажи', ...bonusScheme, mode: 'marginal' }],
  bonusAssignments: [{ owner: { scope: 'company', id: null }, scheme: 'Продажи' }],
  costs: channelCosts.map(({ channel, period, cost }) => ({ channel, period: monthRange(period) ?? { start: 0, end: -1 }, amount: cost })),
  settings: {
    ...NO_INPUTS.settings,
    statusGreen: settings.statusGreen,
    statusYellow: settings.statusYellow,
    minElapsedDays: settings.minElapsedWorkdays,
    countToday: settings.countToday,
  },
};
