// When work comes to the company: growth over the months, a season, a week, holidays. It knows moments only, not what arrives.
import { DAY, dayOf, HOUR, MINUTE, startOfDay, timeOfDay, type WorkCalendar, weekdayOf } from './portal-time';
import { type Random, runningSums, weightedIndex } from './random';

/** January first: a dead January, a slow summer, a December rush. */
const SEASON = [0.68, 0.9, 1.06, 1.02, 0.86, 0.95, 0.84, 0.88, 1.1, 1.16, 1.2, 1.3];
/** Sunday first. */
const WEEK = [0.3, 1.2, 1.15, 1.08, 1, 0.88, 0.4];
const GROWTH_A_YEAR = 0.18;

export interface Arrivals {
  /** `count` moments in ascending order between `from` and `now`; `ramp` is how strong the first day is against the last (1 = no ramp). */
  moments(count: number, kind: 'anytime' | 'at work', ramp: number): number[];
}

export function arrivals(from: number, now: number, calendar: WorkCalendar, random: Random): Arrivals {
  const first = dayOf(from);
  const last = dayOf(now);
  const seasonOf = (day: number): number => SEASON[new Date(day * DAY).getUTCMonth()] ?? 1;
  const dayWeight = (day: number, kind: 'anytime' | 'at work', ramp: number): number => {
    const worked = calendar.isWorkday(day);
    if (kind === 'at work' && !worked) return 0;
    const holiday = !worked && weekdayOf(day) !== 0 && weekdayOf(day) !== 6;
    const passed = (day - first) / Math.max(1, last - first);
    const today = day === last ? timeOfDay(now) / DAY : 1;
    const trend = 1 + (GROWTH_A_YEAR * (day - first)) / 365;
    return seasonOf(day) * (WEEK[weekdayOf(day)] ?? 1) * (holiday ? 0.25 : 1) * trend * (ramp + (1 - ramp) * passed) * today;
  };
  return {
    moments(count, kind, ramp) {
      const sums = runningSums(Array.from({ length: last - first + 1 }, (_, at) => dayWeight(first + at, kind, ramp)));
      const found = new Float64Array(count);
      for (let at = 0; at < count; ) {
        const day = startOfDay(first + weightedIndex(random, sums));
        // Web forms are filled from morning to late evening, most of all in the afternoon; people at work keep office hours.
        const time =
          kind === 'anytime'
            ? day + 7 * HOUR + Math.floor((random.next() + random.next()) * 8 * HOUR)
            : day + 9 * HOUR + 5 * MINUTE + random.int(9 * HOUR);
        const second = Math.floor(time / 1000) * 1000;
        if (second <= now) found[at++] = second;
      }
      return Array.from(found.sort());
    },
  };
}
