// The schedule of refreshes: set, changed, taken over, removed, shown. One a file, kept by the person whose trigger it is: Google lets nobody
// else see or delete it. A trigger that is not the schedule's any more deletes itself when it comes (trigger-runs.ts).
import type { Lang } from '../cell';
import { KpiError } from '../errors';
import { ownConnection, readConnection } from './connection';
import { requireConsent } from './consent';
import { openFile } from './file';
import { ownEmail } from './person';
import {
  forgetSchedule,
  keeperOf,
  ownsSchedule,
  ownTriggerUid,
  readSchedule,
  readTick,
  type Schedule,
  saveSchedule,
} from './schedule-store';
import type { ScheduleForm, ScheduleState } from './server-api';
import { deleteTriggerOf, dropContinuation, makeContinuation } from './triggers';

const HOUR_MS = 3600 * 1000;

/** What the panel shows. */
export function shownSchedule(lang: Lang): ScheduleState {
  const schedule = readSchedule();
  if (!schedule) return { kind: 'off', hour: 6, owner: '', own: false, silent: false, last: '' };
  const { kind, hour } = schedule;
  const last = lastTick(schedule);
  const pattern = lang === 'ru' ? 'dd.MM.yyyy HH:mm' : 'yyyy-MM-dd HH:mm';
  return {
    kind,
    hour,
    owner: keeperOf(schedule).name,
    own: ownsSchedule(schedule),
    silent: isSilent(schedule, last),
    last: last ? Utilities.formatDate(new Date(last), openFile().getSpreadsheetTimeZone(), pattern) : '',
  };
}

/** Nothing came for two periods: the keeper removed the add-on or left the company, and the trigger went with them. */
function isSilent({ kind, since }: Schedule, last: number): boolean {
  const period = kind === 'hourly' ? HOUR_MS : 24 * HOUR_MS;
  return Date.now() - Math.max(since, last) > 2 * period;
}

/** When it last came, milliseconds; 0 = never. */
function lastTick({ triggerUid }: Schedule): number {
  const tick = readTick();
  return tick?.triggerUid === triggerUid ? tick.at : 0;
}

/**
 * KpiError('settings'): somebody else keeps the schedule and it is not to be taken over, the person has no connection of their own, or
 * Google does not allow the trigger. What there was then stays, but for a trigger of one's own: it had to go first.
 */
export function changeSchedule(form: ScheduleForm): void {
  const { kind, hour } = valid(form);
  const schedule = readSchedule();
  if (schedule && !ownsSchedule(schedule) && form.takeOver !== true)
    throw new KpiError('settings', 'scheduleOfOther', { owner: keeperOf(schedule).name });
  if (kind !== 'off') {
    ownConnection();
    requireConsent();
  }
  // An add-on has one slot for clock triggers: the one-shot of an unfinished run must not hold it. A bound script has room for both.
  const waits = dropContinuation();
  if (kind === 'off') {
    endOwnTrigger();
    forgetSchedule();
  } else {
    endOwnSchedule();
    const zone = openFile().getSpreadsheetTimeZone();
    const triggerUid = makeTrigger(kind, hour, zone);
    const owner = readConnection()?.userName ?? '';
    saveSchedule({ kind, hour, owner, ownerMail: ownEmail(), triggerUid, zone, since: Date.now() });
  }
  if (waits) makeContinuation();
}

/**
 * The hour of a schedule is one of the file's zone. After the zone changed its keeper's next call sets the trigger anew: nobody else can. KpiError as
 * `changeSchedule`.
 */
export function followZone(): void {
  const schedule = readSchedule();
  if (!schedule || schedule.kind === 'hourly' || !ownsSchedule(schedule)) return;
  if (schedule.zone !== openFile().getSpreadsheetTimeZone()) changeSchedule(schedule);
}

/** Removes the schedule of this person, and a trigger of theirs that is not the schedule's any more; somebody else's schedule stays. */
export function endOwnSchedule(): void {
  const own = ownsSchedule();
  endOwnTrigger();
  if (own) forgetSchedule();
}

function endOwnTrigger(): void {
  const uid = ownTriggerUid();
  if (uid !== null) deleteTriggerOf(uid);
}

function valid({ kind, hour }: ScheduleForm): Pick<ScheduleForm, 'kind' | 'hour'> {
  const kinds: readonly unknown[] = ['off', 'hourly', 'daily', 'workdays'];
  const refused = (name: string, found: unknown, allowed: string) =>
    new KpiError('argument', 'settingRefused', { name, found: String(found), allowed });
  if (!kinds.includes(kind)) throw refused('kind', kind, kinds.join(', '));
  if (!Number.isInteger(hour) || hour < 0 || hour > 23) throw refused('hour', hour, '0…23');
  return { kind, hour };
}

function makeTrigger(kind: Schedule['kind'], hour: number, zone: string): string {
  const clock = ScriptApp.newTrigger('scheduledRefresh').timeBased();
  try {
    const timed = kind === 'hourly' ? clock.everyHours(1) : clock.atHour(hour).everyDays(1).inTimezone(zone);
    return timed.create().getUniqueId();
  } catch (error) {
    if (/too many/i.test(String((error as Error | null)?.message))) throw new KpiError('settings', 'triggersUsedUp');
    throw error;
  }
}
