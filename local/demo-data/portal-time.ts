// The demo portal's own clock face: Moscow time, its ISO texts and its working hours. Times are epoch milliseconds, days are local day numbers.
import type { Random } from './random';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

// Moscow has kept +03:00 without summer time since October 2014, so a constant is exact for every demo period.
const OFFSET = 3 * HOUR;
const SUFFIX = '+03:00';
const OPENS = 9 * HOUR;
const CLOSES = 18 * HOUR + 45 * MINUTE;

const dateTexts = new Map<number, string>();

/** The local day number of a moment (1 January 1970 is 0). */
export function dayOf(time: number): number {
  return Math.floor((time + OFFSET) / DAY);
}

/** The moment a local day begins. */
export function startOfDay(day: number): number {
  return day * DAY - OFFSET;
}

/** Milliseconds since local midnight. */
export function timeOfDay(time: number): number {
  return time + OFFSET - dayOf(time) * DAY;
}

/** 0 is Sunday. */
export function weekdayOf(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** A day as `YYYY-MM-DD`. */
export function dateText(day: number): string {
  let text = dateTexts.get(day);
  if (text === undefined) {
    text = new Date(day * DAY).toISOString().slice(0, 10);
    dateTexts.set(day, text);
  }
  return text;
}

// Millions of times are printed for a large portal: two tables spare most of the joining.
const two = (value: number): string => (value < 10 ? `0${value}` : String(value));
const MINUTE_TEXTS = Array.from({ length: 1440 }, (_, minute) => `T${two(Math.floor(minute / 60))}:${two(minute % 60)}:`);
const SECOND_TEXTS = Array.from({ length: 60 }, (_, second) => `${two(second)}${SUFFIX}`);

/** A moment as Bitrix24 prints it: seconds and the portal's offset (bitrix24-rest 7). */
export function timeText(time: number): string {
  const day = dayOf(time);
  const seconds = Math.floor((time + OFFSET - day * DAY) / 1000);
  return `${dateText(day)}${MINUTE_TEXTS[Math.floor(seconds / 60)]}${SECOND_TEXTS[seconds % 60]}`;
}

/** A date-only field as Bitrix24 prints it: midnight shifted by the portal's offset (bitrix24-rest 7). */
export function dateFieldText(day: number): string {
  return `${dateText(day)}T03:00:00${SUFFIX}`;
}

/** Which days are worked, and the next moment somebody is at the desk. */
export interface WorkCalendar {
  /** True on Monday–Friday outside the holidays. */
  isWorkday(day: number): boolean;
  /**
   * The given moment when it falls into working hours, otherwise a moment of the next working time; never earlier than given.
   * What falls on a weekend is spread over `spread` more days, so that Mondays do not swallow everything.
   */
  atWork(time: number, random: Random, spread?: number): number;
}

/** A calendar without the given holidays (`MM-DD`, every year). */
export function workCalendar(holidays: readonly string[]): WorkCalendar {
  const closed = new Set(holidays);
  const known = new Map<number, boolean>();
  const isWorkday = (day: number): boolean => {
    let worked = known.get(day);
    if (worked === undefined) {
      const weekday = weekdayOf(day);
      worked = weekday !== 0 && weekday !== 6 && !closed.has(dateText(day).slice(5));
      known.set(day, worked);
    }
    return worked;
  };
  const atWork = (time: number, random: Random, spread = 0): number => {
    let day = dayOf(time);
    let clock = timeOfDay(time);
    // A few people look in on a Saturday; nobody on a Sunday.
    const saturday = weekdayOf(day) === 6 && clock < 15 * HOUR && random.chance(0.06);
    if (saturday) {
      clock = Math.max(clock, 10 * HOUR + random.int(2 * HOUR));
    } else if (!isWorkday(day) || clock > CLOSES) {
      if (!isWorkday(day) && spread > 0) day += random.int(spread + 1);
      do day++;
      while (!isWorkday(day));
      clock = OPENS + random.int(random.chance(0.3) ? 3 * HOUR : CLOSES - OPENS);
    } else if (clock < OPENS) {
      clock = OPENS + random.int(spread > 0 ? CLOSES - OPENS : 3 * HOUR);
    }
    return Math.ceil((startOfDay(day) + clock) / 1000) * 1000;
  };
  return { isWorkday, atWork };
}
