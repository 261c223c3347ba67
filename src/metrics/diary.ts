// The diary: what a day that is over came to, by manager. The facts are those of the first refresh after it.
import { type Facts, type FactTableName, NO_DAY, OPEN } from '../facts/facts';
import type { Inputs } from '../inputs/inputs';
import { units } from '../money';
import { monthOf, monthRange } from '../period';
import { valueChains } from './amount-history';
import { metricOf, metricRows, tablesOf } from './catalogue';
import { dealGroups, groupingByManager } from './grouping';
import type { MetricId } from './metric-id';
import { planProgress } from './plan-progress';
import { planTarget } from './plan-target';
import type { Slice } from './slice';
import { daysOfPeriod } from './working-days';

/** Metrics of the catalogue, of the day alone. */
const OF_DAY = ['created', 'wonCount', 'lostCount', 'wonSum', 'calls', 'meetings'] as const satisfies readonly MetricId[];

/**
 * openCount, openSum: open when the day ended, worth what was known then. plan: of sales, of the whole month. fact: sales from the month's
 * first day to this one. attainment: fact / the plan's share of the working days passed, this one included (M29).
 */
export type DiaryNumber = (typeof OF_DAY)[number] | 'openCount' | 'openSum' | 'plan' | 'fact' | 'attainment';

export interface DiaryLine {
  /** Index in `labels.managers`. */
  readonly manager: number;
  /** Money in units of the base currency; null = none (R9). */
  readonly numbers: Readonly<Record<DiaryNumber, number | null>>;
}

export const DIARY_TABLES: readonly FactTableName[] = [...new Set([...tablesOf(OF_DAY), 'changes' as const])];

/** In the order of the labels: active sellers, and everybody for whom any number stands (R12). */
export function diaryLines(
  facts: Facts<'deals' | 'changes'>,
  { plans, calendar, settings }: Inputs,
  day: number,
  pipelines: Slice['pipelines'],
): DiaryLine[] {
  const { labels } = facts;
  const grouping = groupingByManager(facts);
  const slice: Slice = { period: { start: day, end: day }, managers: null, pipelines };
  const month = monthRange(monthOf(day)) ?? slice.period;
  const ofDay = metricRows(facts, slice, OF_DAY, grouping);
  const ofMonth = metricRows(facts, { ...slice, period: { start: month.start, end: day } }, ['wonSum'], grouping);
  const open = openAtEnd(facts, slice);
  const sales = metricOf('wonSum');
  const days = daysOfPeriod(month, day, calendar, true);
  return labels.managers.flatMap(({ id, active, hasDeals }, manager): DiaryLine[] => {
    const owner = { scope: 'manager', id } as const;
    const plan = planTarget(plans, { owner, metric: sales.id, additive: sales.additive, period: month }, labels, calendar);
    const fact = ofMonth[manager]?.[0] ?? null;
    const numbers = {
      ...(Object.fromEntries(OF_DAY.map((metric, at) => [metric, ofDay[manager]?.[at] ?? null])) as Record<
        (typeof OF_DAY)[number],
        number | null
      >),
      openCount: open[manager]?.count ?? 0,
      openSum: units(open[manager]?.minor ?? 0),
      plan,
      fact,
      attainment: planProgress(plan, fact, sales, days, settings).attainmentToDate,
    };
    const isSeller = manager > 0 && active && hasDeals;
    return isSeller || Object.values(numbers).some((value) => value !== null && value !== 0) ? [{ manager, numbers }] : [];
  });
}

/** By manager: deals created by the end of the day and not closed by then; amounts as the loads saw them by then. */
function openAtEnd(facts: Facts<'deals' | 'changes'>, slice: Slice): { count: number; minor: number }[] {
  const { deals, labels } = facts;
  const { end } = slice.period;
  const groups = dealGroups(facts, slice, groupingByManager(facts));
  const chains = valueChains(facts, slice.period);
  const open = labels.managers.map(() => ({ count: 0, minor: 0 }));
  for (let row = 0; row < deals.count; row++) {
    const group = open[groups[row] ?? -1];
    const isOpen = deals.state[row] === OPEN || (deals.closeDay[row] ?? NO_DAY) > end;
    if (group === undefined || !isOpen || (deals.createdDay[row] ?? NO_DAY) > end) continue;
    const chain = chains.get(deals.id[row] ?? 0);
    group.count++;
    group.minor += (chain?.after ?? chain?.atClose ?? deals.amount[row]) || 0;
  }
  return open;
}
