// M33: a realistic goal for a month, out of what complete months brought.
import type { Calendar } from '../inputs/calendar';
import type { Seasonality } from '../inputs/seasonality';
import { addMonths, monthOf, monthRange } from '../period';
import { mean, median, quantile } from '../stats';
import { type MetricId, metricOf, metricRowsOf } from './catalogue';
import type { Grouping, LoadedFacts } from './grouping';
import type { Slice } from './slice';
import { workingDays } from './working-days';

/** A complete month of the scope. */
export interface MonthResult {
  /** 'YYYY-MM'. */
  readonly month: string;
  readonly fact: number;
  readonly workdays: number;
}

export interface Goal {
  readonly conservative: number;
  readonly base: number;
  readonly ambitious: number;
  /** Factor of the season that is in them; 1 = none. */
  readonly index: number;
  /** Months behind them. */
  readonly months: readonly string[];
}

const RECENT_MONTHS = 6;
const FEWEST_MONTHS = 3;
const SEASON_MONTHS = 24;

/**
 * p25, p50 and p75 of the daily rates of the last six complete months × working days of the target month. `months` ascend and end with the
 * month before asOf's; those without a deal in work are not among them. null with fewer than three of the last six.
 */
export function goalSuggestion(
  months: readonly MonthResult[],
  target: string,
  targetWorkdays: number,
  asOfMonth: string,
  typed: Seasonality = {},
): Goal | null {
  const worked = months.filter(({ workdays }) => workdays > 0);
  const recent = worked.filter(({ month }) => month < asOfMonth && month >= addMonths(asOfMonth, -RECENT_MONTHS));
  if (recent.length < FEWEST_MONTHS) return null;
  const rates = recent.map(rateOf);
  const index = typedIndex(typed, target) ?? seasonIndex(worked, target) ?? 1;
  const goal = (q: number) => (quantile(rates, q) ?? 0) * targetWorkdays * index;
  return { conservative: goal(0.25), base: goal(0.5), ambitious: goal(0.75), index, months: recent.map(({ month }) => month) };
}

/** A plan above the ambitious goal was rarely reached before. */
export function isRarelyReached(plan: number, goal: Goal): boolean {
  return plan > goal.ambitious;
}

/** The median over years of (month rate / mean monthly rate of that year), from 24 complete months on; null = no index. */
export function seasonIndex(months: readonly MonthResult[], target: string): number | null {
  if (months.length < SEASON_MONTHS) return null;
  const indices = months
    .filter(({ month }) => month.slice(5) === target.slice(5))
    .flatMap((own) => {
      const year = mean(months.filter(({ month }) => month.slice(0, 4) === own.month.slice(0, 4)).map(rateOf));
      return year ? [rateOf(own) / year] : [];
    });
  return median(indices);
}

/**
 * Complete months before asOf's month of each group of the slice (one group without a grouping), ascending: those with at least one deal in
 * work. `count` months back at most, none before the loaded horizon. Additive metrics only, others have no months.
 */
export function monthResults(
  facts: LoadedFacts,
  slice: Slice,
  id: MetricId,
  count: number,
  calendar: Calendar,
  grouping: Grouping | null = null,
): MonthResult[][] {
  const results: MonthResult[][] = Array.from({ length: grouping?.count ?? 1 }, () => []);
  const current = monthOf(facts.labels.asOfDay);
  const months = Array.from({ length: metricOf(id).additive ? count : 0 }, (_, back) => addMonths(current, back - count)).flatMap(
    (month) => {
      const period = monthRange(month);
      return period === null || period.start < facts.labels.horizonDay ? [] : [{ month, period, workdays: workingDays(period, calendar) }];
    },
  );
  const periods = months.map(({ period }) => period);
  metricRowsOf(facts, slice, periods, ['inWorkDuring', id], grouping).forEach((groups, at) => {
    const { month = '', workdays = 0 } = months[at] ?? {};
    groups.forEach(([inWork, fact], group) => {
      if (inWork) results[group]?.push({ month, fact: fact ?? 0, workdays });
    });
  });
  return results;
}

/** Typed weights go before computed ones; only their proportion matters. */
function typedIndex(typed: Seasonality, target: string): number | null {
  const own = typed[Number(target.slice(5))];
  const all = Object.values(typed).flatMap((weight) => weight ?? []);
  const average = mean(all);
  return own === undefined || !average ? null : own / average;
}

function rateOf({ fact, workdays }: MonthResult): number {
  return fact / workdays;
}
