// The Russian production calendar of a five-day week: weekdays that are days off, and Saturdays that are worked. Regional holidays are not in it.
import { parseIsoDay } from '../period';
import type { CalendarDay } from './calendar';

interface CalendarYear {
  /** MM-DD, Monday–Friday only. */
  readonly daysOff: string;
  readonly workSaturdays: string;
}

/** 2027 follows the Labour Code alone: the year's transfers were not decided when this was written, so its rows are for people to check. */
const YEARS: Readonly<Record<number, CalendarYear>> = {
  2024: {
    daysOff: '01-01 01-02 01-03 01-04 01-05 01-08 02-23 03-08 04-29 04-30 05-01 05-09 05-10 06-12 11-04 12-30 12-31',
    workSaturdays: '04-27 11-02 12-28',
  },
  2025: {
    daysOff: '01-01 01-02 01-03 01-06 01-07 01-08 05-01 05-02 05-08 05-09 06-12 06-13 11-03 11-04 12-31',
    workSaturdays: '11-01',
  },
  2026: {
    daysOff: '01-01 01-02 01-05 01-06 01-07 01-08 01-09 02-23 03-09 05-01 05-11 06-12 11-04 12-31',
    workSaturdays: '',
  },
  2027: {
    daysOff: '01-01 01-04 01-05 01-06 01-07 01-08 02-23 03-08 05-03 05-10 06-14 11-04',
    workSaturdays: '',
  },
};

/** Years it knows, ascending. */
export const RUSSIAN_CALENDAR_YEARS: readonly number[] = Object.keys(YEARS).map(Number);

/** True for years whose days off are the law's, before the government's yearly transfers. */
export function isProvisionalYear(year: number): boolean {
  return year === 2027;
}

/** Holidays by MM-DD; other days off are transferred. */
const HOLIDAYS: Readonly<Record<string, string>> = {
  '02-23': 'День защитника Отечества',
  '03-08': 'Международный женский день',
  '05-01': 'Праздник Весны и Труда',
  '05-09': 'День Победы',
  '06-12': 'День России',
  '11-04': 'День народного единства',
};

function nameOf(date: string): string {
  return HOLIDAYS[date] ?? (date <= '01-08' ? 'Новогодние каникулы' : 'Перенос выходного');
}

/** Rows of one year for «Календарь», ascending; none for a year it does not know. */
export function russianCalendar(year: number): CalendarDay[] {
  const known = YEARS[year];
  if (known === undefined) return [];
  const rows = (days: string, working: boolean) =>
    days
      .split(' ')
      .filter((date) => date !== '')
      .map((date) => ({ day: parseIsoDay(`${year}-${date}`) ?? 0, working, name: nameOf(date) }));
  return [...rows(known.daysOff, false), ...rows(known.workSaturdays, true)].sort((a, b) => a.day - b.day);
}
