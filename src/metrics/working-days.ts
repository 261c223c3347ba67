// R14: working days of a period and how many of them have passed. Knows the calendar, not where it was typed.
import type { Calendar } from '../inputs/calendar';
import { lengthOf, weekday } from '../period';
import type { DayRange } from './slice';

/** Elapsed days count the day of asOf when `countToday`; remaining = total − elapsed. */
export interface DaysOfPeriod {
  readonly total: number;
  readonly elapsed: number;
  readonly remaining: number;
  readonly calendarTotal: number;
  readonly calendarElapsed: number;
}

/** Monday–Friday minus holidays plus extra workdays; an extra workday wins over a holiday of the same date. */
export function isWorkingDay(day: number, { holidays, extraWorkdays }: Calendar): boolean {
  return extraWorkdays.has(day) || (weekday(day) <= 5 && !holidays.has(day));
}

/** Working days of a range; an empty range has none. */
export function workingDays({ start, end }: DayRange, calendar: Calendar): number {
  let days = 0;
  for (let day = start; day <= end; day++) if (isWorkingDay(day, calendar)) days++;
  return days;
}

/** Before the period nothing has elapsed, after it everything has. */
export function daysOfPeriod(period: DayRange, asOfDay: number, calendar: Calendar, countToday: boolean): DaysOfPeriod {
  const passed = elapsedPart(period, asOfDay, countToday);
  const total = workingDays(period, calendar);
  const elapsed = workingDays(passed, calendar);
  return {
    total,
    elapsed,
    remaining: total - elapsed,
    calendarTotal: lengthOf(period),
    calendarElapsed: Math.max(0, lengthOf(passed)),
  };
}

function elapsedPart({ start, end }: DayRange, asOfDay: number, countToday: boolean): DayRange {
  return { start, end: Math.min(end, countToday ? asOfDay : asOfDay - 1) };
}
