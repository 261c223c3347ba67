// R16: the period that a period is compared with (`previousRange` of src/period.ts), cut to where the present one stands.
import type { Calendar } from '../inputs/calendar';
import { addMonthsToDay, lengthOf, previousRange, weekday } from '../period';
import type { DayRange } from './slice';
import { daysOfPeriod, isWorkingDay } from './working-days';

/**
 * The comparison period up to the day on which as many working days had passed as have passed now. null when none has passed; the whole
 * comparison period when it is shorter than that, or when the present period is over.
 */
export function comparisonToDate(period: DayRange, asOfDay: number, calendar: Calendar, countToday: boolean): DayRange | null {
  const { elapsed } = daysOfPeriod(period, asOfDay, calendar, countToday);
  const before = previousRange(period);
  if (asOfDay > period.end) return before;
  if (elapsed === 0) return null;
  let passed = 0;
  for (let day = before.start; day <= before.end; day++) {
    if (isWorkingDay(day, calendar)) passed++;
    if (passed === elapsed) return { start: before.start, end: day };
  }
  return before;
}

/** The same days of the year before; a whole week is compared with a whole week, and a month that ends in February with all of it. */
export function yearBefore(period: DayRange): DayRange {
  const { start, end } = period;
  if (weekday(start) === 1 && lengthOf(period) === 7) return { start: start - 364, end: end - 364 };
  return { start: addMonthsToDay(start, -12), end: addMonthsToDay(end + 1, -12) - 1 };
}
