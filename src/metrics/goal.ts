// M33: a realistic goal for a month, out of what complete months brought.
import type { Calendar } from '../inputs/calendar';
import type { Seasonality } from '../inputs/seasonality';
import { addMonths, monthOf, monthRange } from '../period';
import { mean, median, quantile } from '../stats';
import { type MetricId, metricOf, metricRows } from './catalogue';
import type { LoadedFacts } from './grouping';
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

/** Complete months of a slice's people and pipelines before asOf's month, ascending: those with at least one deal in work. Additive metrics only. */
export function monthResults(facts: LoadedFacts, slice: Slice, id: MetricId, count: number, calendar: Calendar): MonthResult[] {
  if (!metricOf(id).additive) return [];
  const current = monthOf(facts.labels.asOfDay);
  return Array.from({ length: count }, (_, back) => addMonths(current, back - count)).flatMap((month) => {
    const period = monthRange(month);
    if (period === null || period.start < facts.labels.horizonDay) return [];
    const [inWork, fact] = metricRows(facts, { ...slice, period }, ['inWorkDuring', id])[0] ?? [];
    return inWork ? [{ month, fact: fact ?? 0, workdays: workingDays(period, calendar) }] : [];
  });
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
