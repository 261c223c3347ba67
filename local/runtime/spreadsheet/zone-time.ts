// Dates of cells: a serial number is days since 30 Dec 1899 of the spreadsheet's wall clock, a Date is a moment.
import { momentOf, zoneOffset } from '../zone';

const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);

/** The serial number that shows the moment on the zone's clock. */
export function dateToSerial(date: Date, timeZone: string): number {
  const utc = date.getTime();
  return (utc + zoneOffset(timeZone, utc) - EPOCH) / DAY;
}

/** The moment at which the zone's clock shows the serial number. */
export function serialToDate(serial: number, timeZone: string): Date {
  return new Date(momentOf(timeZone, Math.round(serial * DAY) + EPOCH));
}

/** Serial number of a calendar day (month 1–12), or undefined when there is no such day. */
export function daySerial(year: number, month: number, day: number): number | undefined {
  const utc = Date.UTC(year, month - 1, day);
  const date = new Date(utc);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return (utc - EPOCH) / DAY;
}
