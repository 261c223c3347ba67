// What is kept of the schedule: for everybody in the document properties, and for its keeper the mark that it is theirs. Knows no trigger.
import { openFile } from './file';
import type { ScheduleForm } from './server-api';

/** A schedule as it was set. */
export interface Schedule extends ScheduleForm {
  readonly kind: 'hourly' | 'daily' | 'workdays';
  /** User of the portal whose connection it refreshes by. */
  readonly owner: string;
  /** E-mail of the same person; '' where Google kept it back. */
  readonly ownerMail: string;
  readonly triggerUid: string;
  /** The zone its hour is of. */
  readonly zone: string;
  /** Milliseconds. */
  readonly since: number;
}

/** When the trigger of a schedule last came. */
export interface Tick {
  readonly triggerUid: string;
  /** Milliseconds. */
  readonly at: number;
  /** It has not ended, or was killed. */
  readonly open: boolean;
}

const KEY = 'b24.schedule';
const TICK_KEY = 'b24.tick';

function mineKey(): string {
  return `b24.schedule.${openFile().getId()}`;
}

export function readSchedule(): Schedule | null {
  const text = PropertiesService.getDocumentProperties().getProperty(KEY);
  return text ? (JSON.parse(text) as Schedule) : null;
}

export function saveSchedule(schedule: Schedule): void {
  PropertiesService.getUserProperties().setProperty(mineKey(), schedule.triggerUid);
  PropertiesService.getDocumentProperties().setProperty(KEY, JSON.stringify(schedule));
}

export function forgetSchedule(): void {
  PropertiesService.getUserProperties().deleteProperty(mineKey());
  PropertiesService.getDocumentProperties().deleteProperty(KEY);
}

/** The trigger this person made for the schedule of this file, be it the schedule's still or not; null = none. */
export function ownTriggerUid(): string | null {
  return PropertiesService.getUserProperties().getProperty(mineKey());
}

/** Whether the schedule there is now was set by this person. */
export function ownsSchedule(schedule = readSchedule()): boolean {
  return schedule !== null && ownTriggerUid() === schedule.triggerUid;
}

/** Whom to call the keeper of the schedule, and where to write to. */
export function keeperOf(schedule = readSchedule()): { readonly name: string; readonly mail: string } {
  const { owner = '', ownerMail = '' } = schedule ?? {};
  return { name: owner && ownerMail ? `${owner} (${ownerMail})` : owner || ownerMail, mail: ownerMail };
}

export function readTick(): Tick | null {
  const text = PropertiesService.getDocumentProperties().getProperty(TICK_KEY);
  return text ? (JSON.parse(text) as Tick) : null;
}

export function saveTick(tick: Tick): void {
  PropertiesService.getDocumentProperties().setProperty(TICK_KEY, JSON.stringify(tick));
}
