// The event objects that triggers receive (apps-script reference, 8 and [EV]).
import type { ServiceObject } from '../service';
import type { CellValue, PersonEdit } from '../spreadsheet/contract';
import type { SavedTrigger } from '../state';
import { zoneOffset } from '../zone';

/** The event of a clock trigger, in the zone of its schedule or of the script. */
export function timeEvent(trigger: SavedTrigger, now: number, scriptZone: string): Record<string, unknown> {
  const zone = trigger.schedule !== null && 'zone' in trigger.schedule ? trigger.schedule.zone : scriptZone;
  const shown = new Date(now + zoneOffset(zone, now));
  return {
    year: shown.getUTCFullYear(),
    month: shown.getUTCMonth() + 1,
    'day-of-month': shown.getUTCDate(),
    'day-of-week': shown.getUTCDay() === 0 ? 7 : shown.getUTCDay(),
    'week-of-year': weekOfYear(shown),
    hour: shown.getUTCHours(),
    minute: shown.getUTCMinutes(),
    second: shown.getUTCSeconds(),
    timezone: zone,
  };
}

/** ISO week: Monday first, the week of the year's first Thursday is the first. */
function weekOfYear(shown: Date): number {
  const day = Date.UTC(shown.getUTCFullYear(), shown.getUTCMonth(), shown.getUTCDate());
  const thursday = day + (4 - (shown.getUTCDay() === 0 ? 7 : shown.getUTCDay())) * 86_400_000;
  return 1 + Math.floor((thursday - Date.UTC(new Date(thursday).getUTCFullYear(), 0, 1)) / (7 * 86_400_000));
}

interface RangeSource {
  getSheetByName(name: string): { getRange(a1: string): ServiceObject } | null;
}

/** The event of an edit by a person: `value` and `oldValue` only for a single cell, as text. */
export function editEvent(edit: PersonEdit, source: ServiceObject, user: ServiceObject, timeZone: string): Record<string, unknown> {
  const sheet = (source as unknown as RangeSource).getSheetByName(edit.sheetName);
  return {
    source,
    range: sheet?.getRange(edit.a1) ?? null,
    user,
    ...(edit.newValue === undefined ? {} : { value: eventText(edit.newValue, timeZone) }),
    ...(edit.oldValue === undefined ? {} : { oldValue: eventText(edit.oldValue, timeZone) }),
  };
}

function eventText(value: CellValue, timeZone: string): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (!(value instanceof Date)) return String(value);
  const moment = value.getTime();
  return String((moment + zoneOffset(timeZone, moment) - Date.UTC(1899, 11, 30)) / 86_400_000);
}
