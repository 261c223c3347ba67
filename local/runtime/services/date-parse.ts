// Utilities.parseDate: a text read by a Java SimpleDateFormat pattern, in a zone (apps-script reference, 8). It writes nothing: date-format.ts does.
import { ServiceException } from '../service';
import { isZone, momentOf } from '../zone';

const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

interface Found {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  ms: number;
  isAfternoon: boolean | null;
  offset: number | null;
}

type Reader = (found: Found, text: string) => void;

const number =
  (key: 'month' | 'day' | 'hour' | 'minute' | 'second' | 'ms', less = 0): Reader =>
  (found, text) => {
    found[key] = Number(text) - less;
  };

/** Pattern of the text and what it means, by letter; a letter that is absent cannot be read here. */
function reading(letter: string, length: number): readonly [pattern: string, read: Reader] | null {
  const digits = '(\\d+)';
  switch (letter) {
    case 'y':
      return [
        digits,
        (found, text) => {
          found.year = length === 2 && text.length === 2 ? 2000 + Number(text) - (Number(text) > 45 ? 100 : 0) : Number(text);
        },
      ];
    case 'M':
      if (length < 3) return [digits, number('month', 1)];
      return [
        '([A-Za-z]+)',
        (found, text) => {
          found.month = months.findIndex((name) => name.startsWith(text.toLowerCase()));
        },
      ];
    case 'd':
      return [digits, number('day')];
    case 'H':
    case 'h':
      return [digits, number('hour')];
    case 'm':
      return [digits, number('minute')];
    case 's':
      return [digits, number('second')];
    case 'S':
      return [digits, number('ms')];
    case 'a':
      return [
        '([AaPp][Mm])',
        (found, text) => {
          found.isAfternoon = /^p/i.test(text);
        },
      ];
    case 'E':
      return ['([A-Za-z]+)', () => undefined];
    case 'X':
    case 'Z':
      return [
        '(Z|[+-]\\d{2}:?(?:\\d{2})?)',
        (found, text) => {
          const [, sign, hours = '0', minutes = '0'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(text) ?? [];
          found.offset = sign === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
        },
      ];
    default:
      return null;
  }
}

/** The moment (UTC ms) that the text means; throws an Exception when the text does not fit the pattern. Like Java it is lenient: 32 January is 1 February. */
export function parsedDate(text: string, timeZone: string, pattern: string): number {
  const readers: Reader[] = [];
  const tokens = pattern.match(/'(?:[^']|'')*'|([A-Za-z])\1*|[^A-Za-z']+/g) ?? [];
  const parts = tokens.map((token, index) => {
    if (!/^[A-Za-z]/.test(token)) return escaped(token === "''" ? "'" : token.startsWith("'") ? token.slice(1, -1) : token);
    const known = reading(token.charAt(0), token.length);
    if (known === null) throw new ServiceException(`Illegal pattern character '${token.charAt(0)}'`);
    readers.push(known[1]);
    // Digits that follow one another are cut by the length of the pattern, as in Java.
    return known[0] === '(\\d+)' && /^[A-Za-z]/.test(tokens[index + 1] ?? '') ? `(\\d{${token.length}})` : known[0];
  });
  const match = new RegExp(`^${parts.join('')}`).exec(text);
  if (match === null) throw new ServiceException(`Unparseable date: "${text}"`);
  const found: Found = { year: 1970, month: 0, day: 1, hour: 0, minute: 0, second: 0, ms: 0, isAfternoon: null, offset: null };
  readers.forEach((read, index) => {
    read(found, match[index + 1] ?? '');
  });
  if (found.month < 0) throw new ServiceException(`Unparseable date: "${text}"`);
  if (found.isAfternoon !== null) found.hour = (found.hour % 12) + (found.isAfternoon ? 12 : 0);
  const shown = Date.UTC(found.year, found.month, found.day, found.hour, found.minute, found.second, found.ms);
  return found.offset !== null ? shown - found.offset : momentOf(isZone(timeZone) ? timeZone : 'GMT', shown);
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
