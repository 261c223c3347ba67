// Calendar arithmetic on local days. A day is a number: days since 1970-01-01 in the file's zone; a month is the text 'YYYY-MM'.
// Days and months never pass through Date: summer time and the platform's zone cannot shift them.
import { offsetAt, type Zone } from './zone';

/** Local days, both included (R2). */
export interface DayRange {
  readonly start: number;
  readonly end: number;
}

export interface CivilDate {
  readonly year: number;
  /** 1…12. */
  readonly month: number;
  readonly day: number;
}

const DAY_SECONDS = 86400;

/** Day number of a calendar date; days and months outside their range carry over (31 February is 3 March). */
export function dayFrom(year: number, month: number, day: number): number {
  const carried = year + Math.floor((month - 1) / 12);
  const monthIndex = (((month - 1) % 12) + 12) % 12;
  // Years begin in March here, so that the leap day comes last.
  const shifted = monthIndex < 2 ? carried - 1 : carried;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * ((monthIndex + 10) % 12) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

/** Calendar date of a day number. */
export function civilDate(day: number): CivilDate {
  const shifted = day + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

/** Day number of 'YYYY-MM-DD'; null when the text is not an existing date. */
export function parseIsoDay(text: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const day = dayFrom(Number(match[1]), Number(match[2]), Number(match[3]));
  return isoDay(day) === text ? day : null;
}

/** 'YYYY-MM-DD' of a day number. */
export function isoDay(day: number): string {
  const { year, month, day: dayOfMonth } = civilDate(day);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`;
}

/** Local day of an instant (unix seconds) in a zone (R2). */
export function dayOf(instant: number, zone: Zone): number {
  return Math.floor((instant + offsetAt(zone, instant)) / DAY_SECONDS);
}

/** First instant (unix seconds) of a local day; where summer time skips midnight, the first instant that exists. */
export function dayStart(day: number, zone: Zone): number {
  const naive = day * DAY_SECONDS;
  let start = naive - offsetAt(zone, naive - offsetAt(zone, naive));
  for (const earlier of [naive - offsetAt(zone, naive - DAY_SECONDS), naive - offsetAt(zone, naive + DAY_SECONDS)]) {
    if (earlier < start && dayOf(earlier, zone) === day) start = earlier;
  }
  if (dayOf(start, zone) === day) return start;
  // Midnight does not exist here: the day begins where the offset changes.
  const change = zone.from.find((from) => from > start && dayOf(from, zone) === day);
  return change ?? start;
}

/** The written date of a date-only field: hours below 13 belong to it, later ones to the next day; no zone conversion (R3). '' for anything else. */
export function dateOnly(text: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}))?/.exec(text);
  const written = match?.[1];
  if (written === undefined) return '';
  const day = parseIsoDay(written);
  if (day === null) return '';
  return Number(match?.[2] ?? '0') < 13 ? written : isoDay(day + 1);
}

/** 1 = Monday … 7 = Sunday. */
export function weekday(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** 'YYYY-MM' of a day. */
export function monthOf(day: number): string {
  const { year, month } = civilDate(day);
  return monthText(year, month);
}

/** Days of a month; null when the text is not 'YYYY-MM'. */
export function monthRange(month: string): DayRange | null {
  const match = /^(\d{4})-(\d{2})$/.exec(month);
  if (!match) return null;
  const year = Number(match[1]);
  const number = Number(match[2]);
  return number >= 1 && number <= 12 ? monthsRange(year, number, 1) : null;
}

/** The month `count` months later (earlier when negative); the text must be 'YYYY-MM'. */
export function addMonths(month: string, count: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count;
  return monthText(Math.floor(index / 12), (((index % 12) + 12) % 12) + 1);
}

/** The same day of the month `count` months later, or that month's last day when it is shorter. */
export function addMonthsToDay(day: number, count: number): number {
  const { year, month, day: dayOfMonth } = civilDate(day);
  const first = dayFrom(year, month + count, 1);
  return Math.min(first + dayOfMonth, dayFrom(year, month + count + 1, 1)) - 1;
}

/** Months a range touches, ascending; of an empty range (end < start) none. */
export function monthsOf({ start, end }: DayRange): string[] {
  const months: string[] = [];
  const last = end < start ? '' : monthOf(end);
  for (let month = monthOf(start); month <= last; month = addMonths(month, 1)) months.push(month);
  return months;
}

export function yearRange(year: number): DayRange {
  return monthsRange(year, 1, 12);
}

/** `quarter` 1…4. */
export function quarterRange(year: number, quarter: number): DayRange {
  return monthsRange(year, quarter * 3 - 2, 3);
}

/** `half` 1 or 2. */
export function halfRange(year: number, half: number): DayRange {
  return monthsRange(year, half * 6 - 5, 6);
}

/** Days of an ISO week (Monday first); null when the year has no such week. */
export function isoWeekRange(year: number, week: number): DayRange | null {
  const start = firstIsoMonday(year) + (week - 1) * 7;
  return week >= 1 && start < firstIsoMonday(year + 1) ? { start, end: start + 6 } : null;
}

/** ISO year and week of a day. */
export function isoWeekOf(day: number): { readonly year: number; readonly week: number } {
  const { year } = civilDate(day - weekday(day) + 4);
  return { year, week: Math.floor((day - firstIsoMonday(year)) / 7) + 1 };
}

/** Monday to Sunday around a day. */
export function weekOf(day: number): DayRange {
  const start = day - weekday(day) + 1;
  return { start, end: start + 6 };
}

/** Number of days of a range. */
export function lengthOf(range: DayRange): number {
  return range.end - range.start + 1;
}

/** Days that two ranges share; null when none. */
export function intersection(a: DayRange, b: DayRange): DayRange | null {
  const start = Math.max(a.start, b.start);
  const end = Math.min(a.end, b.end);
  return start <= end ? { start, end } : null;
}

/** Comparison period (R16): a whole month, quarter, half, year or week gives the unit before it; any other range the same number of days before it. */
export function previousRange(range: DayRange): DayRange {
  const { year, month, day } = civilDate(range.start);
  if (day === 1) {
    for (const months of [1, 3, 6, 12]) {
      if ((month - 1) % months === 0 && range.end === monthsRange(year, month, months).end)
        return monthsRange(year, month - months, months);
    }
  }
  return { start: range.start - lengthOf(range), end: range.start - 1 };
}

function monthsRange(year: number, month: number, count: number): DayRange {
  return { start: dayFrom(year, month, 1), end: dayFrom(year, month + count, 1) - 1 };
}

/** 4 January always lies in week 1. */
function firstIsoMonday(year: number): number {
  return weekOf(dayFrom(year, 1, 4)).start;
}

function monthText(year: number, month: number): string {
  return `${pad(year, 4)}-${pad(month, 2)}`;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
