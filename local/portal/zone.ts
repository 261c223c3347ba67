// The portal's time zone: how instants are printed and how dates in filters are read (bitrix24-rest 7). It knows no record.

const day = 86_400_000;

/** Offsets of one IANA zone, cached by day: asking the platform costs microseconds, and a portal prints a million times. */
export class PortalZone {
  private readonly steady = new Map<number, number | null>();
  private readonly suffixes = new Map<number, string>();
  private readonly format: Intl.DateTimeFormat;

  /** Throws RangeError for a zone that the platform does not know. */
  constructor(readonly name: string) {
    this.format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  }

  /** Minutes east of UTC at an instant. */
  offset(instant: number): number {
    const number = Math.floor(instant / day);
    let known = this.steady.get(number);
    if (known === undefined) {
      const first = this.exactOffset(number * day);
      known = first === this.exactOffset(number * day + day - 1000) ? first : null;
      this.steady.set(number, known);
    }
    return known ?? this.exactOffset(instant);
  }

  /** `YYYY-MM-DDThh:mm:ss+hh:mm` in this zone. */
  iso(instant: number): string {
    return `${new Date(instant + this.offset(instant) * 60_000).toISOString().slice(0, 19)}${this.suffix(instant)}`;
  }

  /** `+hh:mm` at an instant. */
  suffix(instant: number): string {
    const offset = this.offset(instant);
    const known = this.suffixes.get(offset) ?? offsetText(offset);
    this.suffixes.set(offset, known);
    return known;
  }

  /** The instant of a wall-clock time in this zone, given as if it were UTC. As in PHP, an hour that comes twice is the first, one that is skipped lies after the gap. */
  instant(wall: number): number {
    const [before, after] = [this.offset(wall - day), this.offset(wall + day)];
    const early = wall - before * 60_000;
    if (before === after || this.offset(early) === before) return early;
    const late = wall - after * 60_000;
    return this.offset(late) === after ? late : early;
  }

  private exactOffset(instant: number): number {
    const parts: Record<string, number> = {};
    for (const { type, value } of this.format.formatToParts(instant)) parts[type] = Number(value);
    const wall = Date.UTC(
      parts['year'] ?? 0,
      (parts['month'] ?? 1) - 1,
      parts['day'] ?? 1,
      parts['hour'] ?? 0,
      parts['minute'] ?? 0,
      parts['second'] ?? 0,
    );
    return Math.round((wall - Math.floor(instant / 1000) * 1000) / 60_000);
  }
}

const two = (value: number): string => String(value).padStart(2, '0');

function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

const isoForm =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{1,2}(?::?\d{2})?)?)?$/i;
const dottedForm = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:\s+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;

/**
 * Reads a date as PHP's `strtotime` would, for the forms that clients send: ISO with or without an offset, `YYYY-MM-DD[ HH:MM[:SS]]`, `DD.MM.YYYY[ HH:MM[:SS]]`,
 * `@seconds`, now, today, yesterday, tomorrow. Without an offset the portal's zone applies. Null where PHP answers false.
 */
export function readTime(text: string, zone: PortalZone, now: number): number | null {
  const trimmed = text.trim();
  if (!/^\d/.test(trimmed)) return wordTime(trimmed.toLowerCase(), zone, now);
  const iso = isoForm.exec(trimmed);
  if (iso !== null) return fromParts([iso[1], iso[2], iso[3], iso[4], iso[5], iso[6]], iso[7], zone);
  const dotted = dottedForm.exec(trimmed);
  if (dotted !== null) return fromParts([dotted[3], dotted[2], dotted[1], dotted[4], dotted[5], dotted[6]], undefined, zone);
  return null;
}

const dayWords: ReadonlyMap<string, number> = new Map([
  ['today', 0],
  ['midnight', 0],
  ['yesterday', -1],
  ['tomorrow', 1],
]);

// The database's dates end with the year 9999; beyond it there is no date to compare with.
const lastSecond = 253_402_300_799;
const secondsTime = (seconds: number): number | null => (Math.abs(seconds) > lastSecond ? null : seconds * 1000);

function wordTime(word: string, zone: PortalZone, now: number): number | null {
  if (/^@-?\d+$/.test(word)) return secondsTime(Number(word.slice(1)));
  if (word === 'now') return now;
  const days = dayWords.get(word);
  return days === undefined ? null : zone.instant(dateOf(now, zone) + days * day);
}

function fromParts(parts: readonly (string | undefined)[], offset: string | undefined, zone: PortalZone): number | null {
  const [year = 0, month = 1, date = 1, hour = 0, minute = 0, second = 0] = parts.map((part) =>
    part === undefined ? undefined : Number(part),
  );
  if (month < 1 || month > 12 || date < 1 || date > 31 || hour > 24 || minute > 59 || second > 60) return null;
  const wall = Date.UTC(year, month - 1, date, hour, minute, second);
  return offset === undefined ? zone.instant(wall) : wall - offsetMinutes(offset) * 60_000;
}

function offsetMinutes(text: string): number {
  const match = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(text);
  if (match === null) return 0;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3] ?? 0));
}

/** The local calendar day of an instant, as UTC midnight of that day. */
export function dateOf(instant: number, zone: PortalZone): number {
  return Math.floor((instant + zone.offset(instant) * 60_000) / day) * day;
}

/**
 * Reads a date-only field of a record. Bitrix24 prints such a day as local midnight plus the portal's offset: `…T03:00:00+03:00`; west of Greenwich that falls on
 * the evening before. Answers UTC midnight of the meant day, which is also the printed instant; null when unreadable.
 */
export function readDay(text: string): number | null {
  const western = /T\d{2}:\d{2}(:\d{2})?-\d{2}:?\d{2}$/.test(text);
  const instant = western ? Date.parse(text) : Date.parse(`${text.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(instant) ? null : Math.floor(instant / day) * day;
}
