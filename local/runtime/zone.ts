// Time zones without a library: the offset of an IANA zone at a moment, and the moment of a wall-clock time. Knows no Apps Script.

interface Transition {
  /** First moment (UTC ms) at which the offset holds. */
  readonly from: number;
  readonly offset: number;
}

interface Zone {
  readonly transitions: readonly Transition[];
  readonly format: Intl.DateTimeFormat;
}

const first = Date.UTC(1970, 0, 1);
const last = Date.UTC(2050, 0, 1);
const step = 28 * 86_400_000;
const zones = new Map<string, Zone>();

/** What the zone's clocks show minus UTC, in milliseconds, at a moment (UTC ms). `GMT+3`, `GMT+03:00` and `UTC` are zones too; an unknown name throws RangeError. */
export function zoneOffset(zone: string, moment: number): number {
  const fixed = fixedOffset(zone);
  if (fixed !== null) return fixed;
  const { transitions, format } = zoneOf(zone);
  if (!(moment >= first && moment < last)) return measuredOffset(format, moment);
  let low = 0;
  let high = transitions.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((transitions[middle]?.from ?? Number.POSITIVE_INFINITY) <= moment) low = middle;
    else high = middle - 1;
  }
  return transitions[low]?.offset ?? 0;
}

/** The moment (UTC ms) at which the zone's clocks show the wall-clock time given as if it were UTC. A skipped or doubled hour is read with the offset before the change, as JavaScript does. */
export function momentOf(zone: string, wallClock: number): number {
  const before = zoneOffset(zone, wallClock - 86_400_000);
  const guess = wallClock - before;
  const after = zoneOffset(zone, guess);
  if (after === before) return guess;
  const second = wallClock - after;
  return zoneOffset(zone, second) === after ? second : guess;
}

/** Whether the name is a zone the runtime knows. */
export function isZone(zone: string): boolean {
  try {
    zoneOffset(zone, 0);
    return true;
  } catch {
    return false;
  }
}

function fixedOffset(zone: string): number | null {
  if (zone === 'UTC' || zone === 'GMT' || zone === 'Etc/UTC' || zone === 'Etc/GMT') return 0;
  const match = /^(?:GMT|UTC)([+-])(\d{1,2})(?::?(\d{2}))?$/.exec(zone);
  if (match === null) return null;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return (match[1] === '-' ? -minutes : minutes) * 60_000;
}

function zoneOf(zone: string): Zone {
  const known = zones.get(zone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    era: 'short',
  });
  const transitions: Transition[] = [{ from: Number.NEGATIVE_INFINITY, offset: measuredOffset(format, first) }];
  let offset = transitions[0]?.offset ?? 0;
  for (let at = first; at < last; at += step) {
    const next = measuredOffset(format, at + step);
    if (next === offset) continue;
    const from = changeBetween(format, at, at + step, offset);
    offset = measuredOffset(format, from);
    transitions.push({ from, offset });
    if (offset !== next) {
      const again = changeBetween(format, from, at + step, offset);
      offset = next;
      transitions.push({ from: again, offset });
    }
  }
  const made = { transitions, format };
  zones.set(zone, made);
  return made;
}

/** The first second after `low` whose offset differs from `offset`, known to lie at or before `high`. */
function changeBetween(format: Intl.DateTimeFormat, low: number, high: number, offset: number): number {
  let before = low;
  let after = high;
  while (after - before > 1000) {
    const middle = before + Math.floor((after - before) / 2000) * 1000;
    if (measuredOffset(format, middle) === offset) before = middle;
    else after = middle;
  }
  return after;
}

function measuredOffset(format: Intl.DateTimeFormat, moment: number): number {
  if (!Number.isFinite(moment)) return 0;
  const parts: Record<string, string> = {};
  for (const { type, value } of format.formatToParts(moment)) parts[type] = value;
  const part = (name: string): number => Number(parts[name]);
  const year = (parts['era'] ?? 'AD').startsWith('B') ? 1 - part('year') : part('year');
  const shown = new Date(0);
  shown.setUTCFullYear(year, part('month') - 1, part('day'));
  shown.setUTCHours(part('hour'), part('minute'), part('second'), 0);
  return shown.getTime() - Math.floor(moment / 1000) * 1000;
}

/** What English calls the zone's time at a moment: `Moscow Standard Time`. */
export function zoneName(zone: string, moment: number): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'long' }).formatToParts(moment);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
}
