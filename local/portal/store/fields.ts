// The kinds of fields that records have, and how a value of a portal file becomes the value REST prints. It knows no entity.
import { type PortalZone, readDay, readTime } from '../zone';

/** `links` is a list of ids; `flag` a custom boolean, a number to filters; `any` a custom field whose kind the portal file does not say; `raw` is never filtered. */
export type FieldType = 'integer' | 'double' | 'string' | 'boolean' | 'flag' | 'date' | 'datetime' | 'links' | 'any' | 'raw';

export interface Field {
  readonly name: string;
  readonly type: FieldType;
}

/** A record as kept: its values are what REST prints. */
export type Row = Readonly<Record<string, unknown>>;

/** What reading a value needs beside the value. */
export interface Clockwork {
  readonly zone: PortalZone;
  readonly now: number;
}

/** The value of a field as kept; undefined when the source has none, null when it says "none". */
export function fieldValue(type: FieldType, value: unknown, { zone, now }: Clockwork): unknown {
  if (value === undefined) return undefined;
  if (type === 'raw' || type === 'any') return value;
  if (type === 'links') return Array.isArray(value) ? value.map(Number) : [];
  if (type === 'boolean' || type === 'flag') return yesNo(value);
  if (value === null || value === '') return null;
  if (type === 'integer' || type === 'double') return Number(value);
  if (type === 'string') return String(value);
  if (type === 'date') {
    const day = readDay(String(value));
    return day === null ? null : zone.iso(day);
  }
  if (typeof value === 'string' && isPrinted(value, zone)) return value;
  const instant = readTime(String(value), zone, now);
  return instant === null ? null : zone.iso(instant);
}

// Most times of a portal file are already as the portal prints them; those are kept as they are.
function isPrinted(text: string, zone: PortalZone): boolean {
  if (text.length !== 25 || text[10] !== 'T') return false;
  const instant = Date.parse(text);
  return !Number.isNaN(instant) && text.endsWith(zone.suffix(instant));
}

/** 'Y' or 'N' of whatever stands for a boolean. */
export function yesNo(value: unknown): 'Y' | 'N' {
  return value === true || value === 1 || value === '1' || value === 'Y' || value === 'y' || value === 'true' ? 'Y' : 'N';
}
