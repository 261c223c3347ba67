// When clock triggers fire: pure arithmetic on schedules (apps-script reference, 8). Times are UTC milliseconds.
import type { Schedule } from '../state';
import { momentOf, zoneOffset } from '../zone';

const hour = 3_600_000;
const day = 24 * hour;

/** The first firing strictly after `now`; null for a one-shot, whose moment its creator knows. */
export function nextFiring(schedule: Schedule, now: number): number | null {
  switch (schedule.kind) {
    case 'minutes':
      return now + schedule.every * 60_000;
    case 'hours':
      return now + schedule.every * hour;
    case 'days':
      return firstWallClock(schedule, now, schedule.every, () => true);
    case 'weeks':
      return firstWallClock(schedule, now, 1, (shown) => isoDay(shown) === schedule.weekDay, schedule.every);
    case 'monthDay':
      return firstWallClock(schedule, now, 1, (shown) => shown.getUTCDate() === schedule.day);
    case 'once':
      return null;
  }
}

/** 1 = Monday … 7 = Sunday. */
const isoDay = (shown: Date): number => (shown.getUTCDay() === 0 ? 7 : shown.getUTCDay());

interface Daily {
  readonly hour: number;
  readonly minute: number;
  readonly zone: string;
}

function firstWallClock(at: Daily, now: number, everyDays: number, fits: (shown: Date) => boolean, everyWeeks = 1): number {
  const today = Math.floor((now + zoneOffset(at.zone, now)) / day) * day;
  for (let ahead = 0; ahead < 800; ahead += 1) {
    const shown = today + ahead * day + at.hour * hour + at.minute * 60_000;
    const moment = momentOf(at.zone, shown);
    if (moment <= now || !fits(new Date(shown))) continue;
    // Every n days or weeks counts from the run that just was, so only the first gap is longer.
    const skipped = ahead === 0 ? 0 : everyDays > 1 ? everyDays - ahead : (everyWeeks - 1) * 7;
    return skipped > 0 ? momentOf(at.zone, shown + skipped * day) : moment;
  }
  throw new Error('No day fits the schedule of a trigger.');
}
