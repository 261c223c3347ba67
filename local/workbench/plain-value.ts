// Values of cells and of script calls as JSON prints them: dates as ISO text, nothing as "". It knows no workbook.
import { zoneOffset } from '../runtime/zone';

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
  const offset = zoneOffset(timeZone, date.getTime());
  const minutes = Math.round(Math.abs(offset) / 60_000);
  const text = new Date(date.getTime() + offset).toISOString().replace('.000Z', '').replace('Z', '');
  return `${text}${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
