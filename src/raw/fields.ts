// Fields of a REST record, read strictly: spellings that Bitrix24 is known to mix are forgiven, anything else is an error (D11).
import { KpiError } from '../errors';
import { instantOf } from '../iso';
import { dateOnly } from '../period';
import type { EntityId, Semantic } from './records';

export type Item = Readonly<Record<string, unknown>>;

/** `needed`: fields that were asked for and must have come, be it empty: an absent one would count as 0 without a word. */
export function itemOf(value: unknown, what: EntityId, needed: readonly string[] = []): Item {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw unreadable({}, '-', what);
  const item = value as Item;
  const absent = needed.find((key) => item[key] === undefined);
  if (absent !== undefined) throw unreadable(item, absent, what);
  return item;
}

/** A positive whole number, also as text; required. */
export function identifier(item: Item, key: string, what: EntityId): number {
  const id = numeric(item[key]);
  if (!Number.isInteger(id) || id <= 0) throw unreadable(item, key, what);
  return id;
}

/** A whole number that must be there, 0 included. */
export function whole(item: Item, key: string, what: EntityId): number {
  const value = numeric(item[key]);
  if (!Number.isInteger(value)) throw unreadable(item, key, what);
  return value;
}

/** An id of another record; null, '', 0, false and absence mean "no link" = 0. */
export function link(item: Item, key: string, what: EntityId): number {
  const value = item[key];
  if (value === undefined || value === null || value === '' || value === false) return 0;
  return whole(item, key, what);
}

/** A number; null, '' and absence are 0. */
export function amount(item: Item, key: string, what: EntityId): number {
  const value = item[key];
  if (value === undefined || value === null || value === '') return 0;
  const number = numeric(value);
  if (!Number.isFinite(number)) throw unreadable(item, key, what);
  return number;
}

/** Text; null, false and absence are ''; a number is its digits. */
export function text(item: Item, key: string, what: EntityId): string {
  const value = item[key];
  if (typeof value === 'string') return value;
  if (value === undefined || value === null || value === false) return '';
  if (typeof value === 'number') return String(value);
  throw unreadable(item, key, what);
}

/** Text that must not be empty. */
export function code(item: Item, key: string, what: EntityId): string {
  const value = text(item, key, what);
  if (value === '') throw unreadable(item, key, what);
  return value;
}

/** Y/N, true/false, 1/0; null, '' and absence are false. */
export function flag(item: Item, key: string, what: EntityId): boolean {
  const value = item[key];
  if (value === 'Y' || value === true || value === 1 || value === '1') return true;
  if (value === 'N' || value === false || value === 0 || value === '0' || value === '' || value === null || value === undefined)
    return false;
  throw unreadable(item, key, what);
}

/** Unix seconds of a moment; null, '' and absence are 0. */
export function instant(item: Item, key: string, what: EntityId): number {
  const value = item[key];
  if (value === undefined || value === null || value === '') return 0;
  const seconds = typeof value === 'string' ? instantOf(value) : Number.NaN;
  if (Number.isNaN(seconds)) throw unreadable(item, key, what);
  return seconds;
}

/** A moment that must be there. */
export function moment(item: Item, key: string, what: EntityId): number {
  const seconds = instant(item, key, what);
  if (seconds === 0) throw unreadable(item, key, what);
  return seconds;
}

/** The written day of a date-only field (R3); '' = none. */
export function day(item: Item, key: string, what: EntityId): string {
  const value = text(item, key, what);
  if (value === '') return '';
  const written = dateOnly(value);
  if (written === '') throw unreadable(item, key, what);
  return written;
}

/** P, S or F; an empty one is P (Bitrix24 stores it so in old portals), an absent one is an error. */
export function semantic(item: Item, key: string, what: EntityId): Semantic {
  const value = item[key];
  if (value === 'P' || value === 'S' || value === 'F') return value;
  if (value === '' || value === null) return 'P';
  throw unreadable(item, key, what);
}

/** A custom field as text: lists joined by "; ", nothing for empty ones. */
export function customText(value: unknown): string {
  if (value === undefined || value === null || value === false) return '';
  if (Array.isArray(value))
    return value
      .map(customText)
      .filter((part) => part !== '')
      .join('; ');
  if (typeof value === 'object') return JSON.stringify(value);
  return String(value);
}

function numeric(value: unknown): number {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
}

function unreadable(item: Item, field: string, what: EntityId): KpiError {
  const id = item['id'] ?? item['ID'];
  const named = typeof id === 'number' || typeof id === 'string';
  return new KpiError('data', 'unreadableRecord', { what, id: named ? String(id) : '?', field });
}
