// R16: the period that a period is compared with (`previousRange` of src/period.ts), cut to where the present one stands.
import type { Calendar } from '../inputs/calendar';
import { previousRange } from '../period';
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
