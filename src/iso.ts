// ISO 8601 moments as Bitrix24 writes them. No zone is assumed: every moment carries its offset (R2). Date-only fields: `dateOnly` in period.ts.

const MOMENT = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})$/;

/** Unix seconds of `YYYY-MM-DDThh:mm:ss±hh:mm`; NaN for anything else. */
export function instantOf(text: string): number {
  const parts = MOMENT.exec(text);
  if (!parts) return Number.NaN;
  const [, year, month, day, hour, minute, second, zone = 'Z'] = parts;
  const local = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second)) / 1000;
  return local - offsetOf(zone);
}

/** Seconds east of UTC written at the end of an ISO moment; NaN when there is none. */
export function writtenOffset(text: string): number {
  const parts = MOMENT.exec(text);
  return parts ? offsetOf(parts[7] ?? 'Z') : Number.NaN;
}

/** `YYYY-MM-DDThh:mm:ss±hh:mm` of unix seconds, as a clock `offset` seconds east of UTC shows it. */
export function isoMoment(instant: number, offset: number): string {
  const local = new Date((instant + offset) * 1000).toISOString().slice(0, 19);
  const minutes = Math.abs(Math.round(offset / 60));
  const two = (value: number) => String(value).padStart(2, '0');
  return `${local}${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function offsetOf(zone: string): number {
  if (zone === 'Z') return 0;
  const sign = zone.startsWith('-') ? -1 : 1;
  return sign * (Number(zone.slice(1, 3)) * 3600 + Number(zone.slice(-2)) * 60);
}
