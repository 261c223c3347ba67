// Values of cells and of script calls as JSON prints them: dates as ISO text, nothing as "". It knows no workbook.

/** The same value with every Date turned to ISO text in the zone (`2026-10-01T00:00:00+03:00`: the day a person sees and the exact moment), and with null and undefined as `""`. */
export function plainValue(value: unknown, timeZone: string): unknown {
  if (value === null || value === undefined) return '';
  if (isDate(value)) return isoText(value, timeZone);
  if (Array.isArray(value)) return value.map((one) => plainValue(one, timeZone));
  return value;
}

/** A Date of another realm is one too, so no instanceof. */
function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]';
}

/** ISO 8601 text of a moment as the clock on the wall of the zone shows it, with the zone's offset; milliseconds only when there are some. */
export function isoText(date: Date, timeZone: string): string {
  const shown = wallClock(date, timeZone);
  const offset = Math.round((shown - date.getTime()) / 60_000);
  const hours = String(Math.floor(Math.abs(offset) / 60)).padStart(2, '0');
  const minutes = String(Math.abs(offset) % 60).padStart(2, '0');
  const text = new Date(shown).toISOString().replace('.000Z', '').replace('Z', '');
  return `${text}${offset < 0 ? '-' : '+'}${hours}:${minutes}`;
}

/** The wall clock of the zone read as if it were UTC, in ms. */
function wallClock(date: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(date);
  const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value ?? 0);
  const milliseconds = ((date.getTime() % 1000) + 1000) % 1000;
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'), milliseconds);
}
