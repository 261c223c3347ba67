// ISO 8601 moments as Bitrix24 writes them. No zone is assumed: every moment carries its offset (R2). Date-only fields: `dateOnly` in period.ts.

const MOMENT = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})$/;

/** Unix seconds of `YYYY-MM-DDThh:mm:ss±hh:mm`; NaN for anything else. A load reads half a million of them: no part is cut out. */
export function instantOf(text: string): number {
  if (!MOMENT.test(text)) return Number.NaN;
  const day = Date.UTC(numberAt(text, 0, 4), numberAt(text, 5, 2) - 1, numberAt(text, 8, 2)) / 1000;
  const clock = numberAt(text, 11, 2) * 3600 + numberAt(text, 14, 2) * 60 + numberAt(text, 17, 2);
  return day + clock - offsetAtEnd(text);
}

function numberAt(text: string, from: number, digits: number): number {
  let value = 0;
  for (let at = from; at < from + digits; at++) value = value * 10 + text.charCodeAt(at) - 48;
  return value;
}

/** Seconds east of UTC written at the end of an ISO moment; NaN when there is none. */
export function writtenOffset(text: string): number {
  return MOMENT.test(text) ? offsetAtEnd(text) : Number.NaN;
}

/** `YYYY-MM-DDThh:mm:ss±hh:mm` of unix seconds, as a clock `offset` seconds east of UTC shows it. */
export function isoMoment(instant: number, offset: number): string {
  const local = new Date((instant + offset) * 1000).toISOString().slice(0, 19);
  const minutes = Math.abs(Math.round(offset / 60));
  const two = (value: number) => String(value).padStart(2, '0');
  return `${local}${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function offsetAtEnd(text: string): number {
  const { length } = text;
  if (text.charAt(length - 1) === 'Z') return 0;
  const hours = text.charAt(length - 3) === ':' ? length - 5 : length - 4;
  const seconds = numberAt(text, hours, 2) * 3600 + numberAt(text, length - 2, 2) * 60;
  return text.charAt(hours - 1) === '-' ? -seconds : seconds;
}
