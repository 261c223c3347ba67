// M28–M31: how far a plan is, where it should be today, where it is heading, and what pace it still needs.
import type { NumberSettings } from '../inputs/settings';
import { ratio } from '../stats';
import type { DaysOfPeriod } from './working-days';

export type PlanStatus = 'green' | 'yellow' | 'red' | 'grey';

export interface PlanProgress {
  readonly target: number | null;
  readonly fact: number | null;
  /** fact / target. */
  readonly attainment: number | null;
  /** The target's share of elapsed working days, and of calendar days; the whole target for what does not add up. */
  readonly planToDate: number | null;
  readonly planToDateCalendar: number | null;
  /** fact − planToDate. */
  readonly deviation: number | null;
  /** fact / planToDate; planToDate / fact where less is better. */
  readonly attainmentToDate: number | null;
  readonly status: PlanStatus;
  /** fact / elapsed × total; null too early in the period, and for what does not add up. */
  readonly runRate: number | null;
  readonly runRateAttainment: number | null;
  /** max(0, target − fact); null where less is better. */
  readonly gap: number | null;
  /** gap / remaining working days; null when the period is over and the gap is not closed. */
  readonly requiredPerDay: number | null;
}

export interface PlanKind {
  readonly additive: boolean;
  readonly better: 'more' | 'less' | null;
}

export type PlanRules = Pick<NumberSettings, 'statusGreen' | 'statusYellow' | 'minElapsedDays'>;

/** A target of 0 is no target: nothing can be attained (R9). */
export function planProgress(
  target: number | null,
  fact: number | null,
  kind: PlanKind,
  days: DaysOfPeriod,
  rules: PlanRules,
): PlanProgress {
  const planToDate = target === null ? null : kind.additive ? proRated(target, days.elapsed, days.total) : target;
  const attainmentToDate = toDate(target, fact, kind, days);
  const run = runRate(fact, kind, days, rules.minElapsedDays);
  const gap = target === null || fact === null || kind.better === 'less' ? null : Math.max(0, target - fact);
  return {
    target,
    fact,
    attainment: quotient(fact, target),
    planToDate,
    planToDateCalendar: target === null ? null : kind.additive ? proRated(target, days.calendarElapsed, days.calendarTotal) : target,
    deviation: fact === null || planToDate === null ? null : fact - planToDate,
    attainmentToDate,
    status: statusOf(attainmentToDate, rules),
    runRate: run,
    runRateAttainment: quotient(run, target),
    gap,
    requiredPerDay: kind.additive ? requiredPerDay(gap, days.remaining) : null,
  };
}

/** Thresholds compare unrounded values (R9). */
export function statusOf(
  attainmentToDate: number | null,
  { statusGreen, statusYellow }: Pick<PlanRules, 'statusGreen' | 'statusYellow'>,
): PlanStatus {
  if (attainmentToDate === null) return 'grey';
  if (attainmentToDate >= statusGreen) return 'green';
  return attainmentToDate >= statusYellow ? 'yellow' : 'red';
}

/** M30: additive metrics only; null before `minElapsed` working days have passed. */
export function runRate(fact: number | null, { additive }: PlanKind, { elapsed, total }: DaysOfPeriod, minElapsed: number): number | null {
  return fact === null || !additive || elapsed < minElapsed || elapsed === 0 ? null : (fact * total) / elapsed;
}

export interface DealsNeeded {
  /** gap / average cheque, and that many deals. */
  readonly dealsExact: number;
  readonly deals: number;
  /** The same / win rate by count: deals to be created. */
  readonly newDealsExact: number;
  readonly newDeals: number;
}

/** M31 in deals; null without a gap or wins of a positive sum. Rounded up once, each from its own unrounded value. */
export function dealsNeeded(gap: number | null, wonSum: number, wonCount: number, lostCount: number): DealsNeeded | null {
  if (gap === null || wonCount === 0 || wonSum <= 0) return null;
  const dealsExact = (gap * wonCount) / wonSum;
  const newDealsExact = (gap * (wonCount + lostCount)) / wonSum;
  return { dealsExact, deals: Math.ceil(dealsExact), newDealsExact, newDeals: Math.ceil(newDealsExact) };
}

/** M32: open sum / gap; `plan_met` when nothing is missing. */
export function coverage(openSum: number, gap: number | null): number | 'plan_met' | null {
  if (gap === null) return null;
  return gap === 0 ? 'plan_met' : openSum / gap;
}

/** M32: 1 / win rate by value. */
export function coverageNeeded(winRateByValue: number | null): number | null {
  return winRateByValue === null ? null : ratio(1, winRateByValue);
}

/** One division, so that an exact ratio stays exact. */
function toDate(
  target: number | null,
  fact: number | null,
  { additive, better }: PlanKind,
  { elapsed, total }: DaysOfPeriod,
): number | null {
  if (target === null || target === 0 || fact === null || (additive && elapsed === 0)) return null;
  const done = additive ? fact * total : fact;
  const due = additive ? target * elapsed : target;
  return better === 'less' ? ratio(due, done) : ratio(done, due);
}

function requiredPerDay(gap: number | null, remaining: number): number | null {
  if (gap === null) return null;
  return gap === 0 ? 0 : ratio(gap, remaining);
}

function proRated(target: number, elapsed: number, total: number): number | null {
  return ratio(target * elapsed, total);
}

function quotient(value: number | null, target: number | null): number | null {
  return value === null || target === null ? null : ratio(value, target);
}
