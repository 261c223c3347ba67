// The forecast of the current month as it is kept for later: of every person, by stages (M27) and with what the pace needs (M30), and the plans of that day (M28).
import type { Facts } from '../facts/facts';
import type { Inputs } from '../inputs/inputs';
import type { PlanOwner } from '../inputs/plan';
import type { ForecastLine, KeptForecast } from '../memory/forecasts';
import { round } from '../money';
import { monthOf, monthRange } from '../period';
import { metricOf } from './catalogue';
import { forecastTotals } from './forecast';
import { groupingByManager } from './grouping';
import { runRate } from './plan-progress';
import { planTarget } from './plan-target';
import { stageProbabilities } from './stage-probabilities';
import { daysOfPeriod } from './working-days';

/** As of the facts; weights are rounded to kopecks. */
export function forecastToKeep(facts: Facts<'deals' | 'cards' | 'cycles' | 'journeys'>, inputs: Inputs): KeptForecast {
  const { labels } = facts;
  const { plans, calendar, settings } = inputs;
  const { asOfDay, defaultPipelines } = labels;
  const month = monthOf(asOfDay);
  const period = monthRange(month) ?? { start: asOfDay, end: asOfDay };
  const sales = metricOf('wonSum');
  const days = daysOfPeriod(period, asOfDay, calendar, settings.countToday);
  const chosen = defaultPipelines.length > 0;
  const slice = { period, managers: null, pipelines: chosen ? new Set(defaultPipelines) : null };
  const totals = forecastTotals(facts, slice, stageProbabilities(facts, inputs.norms), groupingByManager(facts));
  const people = labels.managers.flatMap(({ id, active, hasDeals }, index): ForecastLine[] => {
    const { won = 0, total = 0, weighted = 0, overdue = 0 } = totals[index] ?? {};
    if (won === 0 && total === 0 && weighted === 0 && !(index > 0 && active && hasDeals)) return [];
    return [{ managerId: id, won, stages: round(total, 2), weighted: round(weighted, 2), overdue: round(overdue, 2) }];
  });
  const owners: PlanOwner[] = [
    { scope: 'company', id: null },
    ...labels.departments.map(({ id }) => ({ scope: 'department' as const, id })),
    ...labels.managers.map(({ id }) => ({ scope: 'manager' as const, id })),
  ];
  return {
    portal: labels.portal,
    day: asOfDay,
    month,
    currency: labels.baseCurrency,
    pipelines: chosen ? defaultPipelines.map((index) => labels.pipelines[index]?.id ?? 0) : null,
    pace: runRate(0, sales, days, settings.minElapsedDays) === null ? null : [days.elapsed, days.total],
    people,
    plans: owners.flatMap((owner) => {
      const target = planTarget(plans, { owner, metric: sales.id, additive: sales.additive, period }, labels, calendar);
      return target === null ? [] : [{ ...owner, target: round(target, 2) }];
    }),
  };
}
