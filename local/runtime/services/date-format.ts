// Java's SimpleDateFormat patterns, as Utilities.formatDate takes them, with English names. It knows zones only through zone.ts.
import { ServiceException } from '../service';
import { isZone, zoneOffset } from '../zone';

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** The moment (UTC ms) written by a Java pattern in a zone; an unknown zone is GMT, as in Java. */
export function formattedDate(moment: number, timeZone: string, pattern: string): string {
  const zone = isZone(timeZone) ? timeZone : 'GMT';
  const offset = zoneOffset(zone, moment);
  const shown = new Date(moment + offset);
  const tokens = pattern.match(/'(?:[^']|'')*'|([A-Za-z])\1*|[^A-Za-z']+/g) ?? [];
  return tokens.map((token) => (/^[A-Za-z]/.test(token) ? field(token, shown, moment, offset, zone) : literal(token))).join('');
}

const literal = (token: string): string =>
  token === "''" ? "'" : token.startsWith("'") ? token.slice(1, -1).replaceAll("''", "'") : token;

const padded = (value: number, length: number): string => (value < 0 ? '-' : '') + String(Math.abs(value)).padStart(length, '0');
const named = (name: string, length: number): string => (length >= 4 ? name : name.slice(0, 3));
const years = (value: number, length: number): string => (length === 2 ? padded(value % 100, 2) : padded(value, length));

function field(token: string, shown: Date, moment: number, offset: number, zone: string): string {
  const length = token.length;
  const hours = shown.getUTCHours();
  const weekDay = shown.getUTCDay();
  switch (token[0]) {
    case 'G':
      return shown.getUTCFullYear() > 0 ? 'AD' : 'BC';
    case 'y':
      return years(shown.getUTCFullYear(), length);
    case 'Y':
      return years(week(shown).year, length);
    case 'M':
    case 'L':
      return length >= 3 ? named(months[shown.getUTCMonth()] ?? '', length) : padded(shown.getUTCMonth() + 1, length);
    case 'd':
      return padded(shown.getUTCDate(), length);
    case 'D':
      return padded(dayOfYear(shown) + 1, length);
    case 'E':
      return named(days[weekDay] ?? '', length);
    case 'u':
      return padded(weekDay === 0 ? 7 : weekDay, length);
    case 'w':
      return padded(week(shown).number, length);
    case 'W':
      return padded(Math.floor((shown.getUTCDate() - 1 + firstDayOfMonth(shown)) / 7) + 1, length);
    case 'F':
      return padded(Math.floor((shown.getUTCDate() - 1) / 7) + 1, length);
    case 'a':
      return hours < 12 ? 'AM' : 'PM';
    case 'H':
      return padded(hours, length);
    case 'k':
      return padded(hours === 0 ? 24 : hours, length);
    case 'K':
      return padded(hours % 12, length);
    case 'h':
      return padded(hours % 12 === 0 ? 12 : hours % 12, length);
    case 'm':
      return padded(shown.getUTCMinutes(), length);
    case 's':
      return padded(shown.getUTCSeconds(), length);
    case 'S':
      return padded(shown.getUTCMilliseconds(), length);
    case 'Z':
      return offsetText(offset, '', 2);
    case 'X':
      return offset === 0 ? 'Z' : offsetText(offset, length === 3 ? ':' : '', length === 1 ? 1 : 2);
    case 'z':
      return zoneLabel(moment, zone, length);
    default:
      throw new ServiceException(`Illegal pattern character '${token[0] ?? ''}'`);
  }
}

function offsetText(offset: number, separator: string, parts: number): string {
  const minutes = Math.abs(Math.round(offset / 60_000));
  const hours = `${offset < 0 ? '-' : '+'}${padded(Math.floor(minutes / 60), 2)}`;
  return parts === 1 ? hours : `${hours}${separator}${padded(minutes % 60, 2)}`;
}

function zoneLabel(moment: number, zone: string, length: number): string {
  const style = length >= 4 ? 'long' : 'short';
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: /^(GMT|UTC)/.test(zone) ? 'UTC' : zone, timeZoneName: style }).formatToParts(
    moment,
  );
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
}

const dayOfYear = (shown: Date): number => Math.floor((shown.getTime() - Date.UTC(shown.getUTCFullYear(), 0, 1)) / 86_400_000);
const firstDayOfMonth = (shown: Date): number => new Date(Date.UTC(shown.getUTCFullYear(), shown.getUTCMonth(), 1)).getUTCDay();

/** Java's US week: begins on Sunday, the first week holds 1 January, so the last days of December belong to the next year (the `YYYY` trap). */
function week(shown: Date): { readonly year: number; readonly number: number } {
  const year = shown.getUTCFullYear();
  const firstDay = new Date(Date.UTC(year, 0, 1)).getUTCDay();
  const nextFirstDay = new Date(Date.UTC(year + 1, 0, 1)).getUTCDay();
  const leftInYear = Math.ceil((Date.UTC(year + 1, 0, 1) - shown.getTime()) / 86_400_000);
  if (leftInYear <= nextFirstDay) return { year: year + 1, number: 1 };
  return { year, number: Math.floor((dayOfYear(shown) + firstDay) / 7) + 1 };
}
