// How a script makes triggers: the builders with the rules of bound scripts and of published add-ons (apps-script reference, 0.1, 1, 2.2, 8).
import { rules } from '../permissions';
import { type EnumValue, type Execution, enumGroup, ServiceException, ServiceObject, signatureError } from '../service';
import type { SavedTrigger, Schedule } from '../state';
import { ifAssumed, type Switches } from '../switches';
import { isZone, momentOf } from '../zone';
import { nextFiring } from './schedule';
import type { TriggerTable } from './trigger-table';

export const eventTypes = enumGroup('ScriptApp.EventType', [
  'CLOCK',
  'ON_OPEN',
  'ON_EDIT',
  'ON_FORM_SUBMIT',
  'ON_CHANGE',
  'ON_EVENT_UPDATED',
]);
export const triggerSources = enumGroup('ScriptApp.TriggerSource', ['SPREADSHEETS', 'CLOCK', 'FORMS', 'DOCUMENTS', 'CALENDAR']);
/** Monday first, as Google numbers them. */
export const weekDays = enumGroup('ScriptApp.WeekDay', ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']);

const triggerLimit = 20;

export interface TriggerOptions {
  readonly execution: Execution;
  readonly table: TriggerTable;
  readonly home: 'bound' | 'addon';
  readonly switches: Switches;
}

export class Trigger extends ServiceObject {
  readonly serviceName = 'ScriptApp.Trigger';
  readonly trigger: SavedTrigger;

  constructor(trigger: SavedTrigger) {
    super();
    this.trigger = trigger;
  }

  getUniqueId(): string {
    return this.trigger.id;
  }

  getHandlerFunction(): string {
    return this.trigger.handler;
  }

  getEventType(): EnumValue {
    return eventTypes[this.trigger.eventType];
  }

  getTriggerSource(): EnumValue {
    return this.trigger.eventType === 'CLOCK' ? triggerSources.CLOCK : triggerSources.SPREADSHEETS;
  }

  getTriggerSourceId(): string | null {
    return this.trigger.sourceId;
  }
}

export class TriggerBuilder extends ServiceObject {
  readonly serviceName = 'ScriptApp.TriggerBuilder';
  readonly #options: TriggerOptions;
  readonly #handler: string;

  constructor(options: TriggerOptions, handler: string) {
    super();
    this.#options = options;
    this.#handler = handler;
  }

  timeBased(): ClockTriggerBuilder {
    return new ClockTriggerBuilder(this.#options, this.#handler);
  }

  forSpreadsheet(spreadsheet: unknown): SpreadsheetTriggerBuilder {
    const id = typeof spreadsheet === 'string' ? spreadsheet : spreadsheetId(spreadsheet);
    if (id === null) throw signatureError('ScriptApp.TriggerBuilder.forSpreadsheet', [spreadsheet]);
    return new SpreadsheetTriggerBuilder(this.#options, this.#handler, id);
  }
}

/** The id of a Spreadsheet object, null for anything else. */
export function spreadsheetId(value: unknown): string | null {
  if (!(value instanceof ServiceObject) || !('getId' in value) || typeof value.getId !== 'function') return null;
  return String(value.getId());
}

class SpreadsheetTriggerBuilder extends ServiceObject {
  readonly serviceName = 'ScriptApp.SpreadsheetTriggerBuilder';
  readonly #options: TriggerOptions;
  readonly #handler: string;
  readonly #sourceId: string;
  #eventType: SavedTrigger['eventType'] | null = null;

  constructor(options: TriggerOptions, handler: string, sourceId: string) {
    super();
    this.#options = options;
    this.#handler = handler;
    this.#sourceId = sourceId;
  }

  onOpen(): this {
    return this.#on('ON_OPEN');
  }

  onEdit(): this {
    return this.#on('ON_EDIT');
  }

  onChange(): this {
    return this.#on('ON_CHANGE');
  }

  onFormSubmit(): this {
    return this.#on('ON_FORM_SUBMIT');
  }

  create(): Trigger {
    if (this.#eventType === null) throw new ServiceException('The event type of the trigger is not set.');
    const { execution, home, table } = this.#options;
    if (home === 'addon' && table.all().some(({ eventType, user }) => eventType === this.#eventType && user === execution.userEmail))
      throw new ServiceException('This add-on has created too many triggers in this document for this Google user account.');
    return create(this.#options, {
      handler: this.#handler,
      eventType: this.#eventType,
      sourceId: this.#sourceId,
      schedule: null,
      nextRun: null,
    });
  }

  #on(eventType: SavedTrigger['eventType']): this {
    this.#eventType = eventType;
    return this;
  }
}

class ClockTriggerBuilder extends ServiceObject {
  readonly serviceName = 'ScriptApp.ClockTriggerBuilder';
  readonly #options: TriggerOptions;
  readonly #handler: string;
  #kind: 'minutes' | 'hours' | 'days' | 'weeks' | 'monthDay' | 'once' | null = null;
  #every = 1;
  #once = 0;
  #hour: number | null = null;
  #minute: number | null = null;
  #weekDay = 1;
  #monthDay = 1;
  #zone: string;

  constructor(options: TriggerOptions, handler: string) {
    super();
    this.#options = options;
    this.#handler = handler;
    this.#zone = options.execution.timeZone;
  }

  everyMinutes(n: unknown): this {
    if (![1, 5, 10, 15, 30].includes(Number(n)))
      throw new ServiceException('The value you passed to everyMinutes was invalid. It must be one of 1, 5, 10, 15 or 30.');
    return this.#repeat('minutes', Number(n));
  }

  everyHours(n: unknown): this {
    const { everyHours } = this.#options.switches;
    if (!(Number(n) >= 1) || (everyHours !== null && !everyHours.includes(Number(n))))
      throw new ServiceException(`The value you passed to everyHours was invalid: ${String(n)}.`);
    return this.#repeat('hours', Number(n));
  }

  everyDays(n: unknown): this {
    return this.#repeat('days', Number(n));
  }

  everyWeeks(n: unknown): this {
    return this.#repeat('weeks', Number(n));
  }

  onWeekDay(day: unknown): this {
    const index = Object.values(weekDays).indexOf(day as never);
    if (!(day instanceof ServiceObject) || index < 0) throw signatureError('ScriptApp.ClockTriggerBuilder.onWeekDay', [day]);
    this.#weekDay = (day as EnumValue).ordinal() + 1;
    return this.#repeat('weeks', this.#kind === 'weeks' ? this.#every : 1);
  }

  onMonthDay(day: unknown): this {
    if (!(Number(day) >= 1 && Number(day) <= 31)) throw new ServiceException(`Invalid argument: ${String(day)}`);
    this.#monthDay = Number(day);
    return this.#repeat('monthDay', 1);
  }

  atHour(hour: unknown): this {
    if (!(Number(hour) >= 0 && Number(hour) <= 23)) throw new ServiceException(`Invalid argument: ${String(hour)}`);
    this.#hour = Number(hour);
    return this;
  }

  nearMinute(minute: unknown): this {
    if (!(Number(minute) >= 0 && Number(minute) <= 59)) throw new ServiceException(`Invalid argument: ${String(minute)}`);
    this.#minute = Number(minute);
    return this;
  }

  inTimezone(zone: unknown): this {
    if (typeof zone !== 'string' || !isZone(zone)) throw new ServiceException(`Invalid argument: ${String(zone)}`);
    this.#zone = zone;
    return this;
  }

  after(durationMilliseconds: unknown): this {
    return this.#at(this.#options.execution.clock.now() + Number(durationMilliseconds));
  }

  at(date: unknown): this {
    if (!(date instanceof Date)) throw signatureError('ScriptApp.ClockTriggerBuilder.at', [date]);
    return this.#at(date.getTime());
  }

  atDate(year: unknown, month: unknown, day: unknown): this {
    return this.#at(momentOf(this.#zone, Date.UTC(Number(year), Number(month) - 1, Number(day))));
  }

  create(): Trigger {
    const { execution, home, table } = this.#options;
    const schedule = this.#schedule();
    if (home === 'addon') {
      if (table.all().some(({ eventType, user }) => eventType === 'CLOCK' && user === execution.userEmail))
        throw new ServiceException('This add-on has created too many time-based triggers in this document for this Google user account.');
      const soon = schedule.kind === 'once' && !this.#options.switches.addonOneShots && this.#once < execution.clock.now() + 3_600_000;
      if (schedule.kind === 'minutes' || soon)
        throw new ServiceException(
          ifAssumed(
            this.#options.switches,
            'The recurrence interval of a time-based trigger of an add-on must be at least one hour.',
            'The trigger is refused.',
          ),
        );
    }
    const now = execution.clock.now();
    const nextRun = schedule.kind === 'once' ? this.#once : nextFiring(schedule, now);
    return create(this.#options, { handler: this.#handler, eventType: 'CLOCK', sourceId: null, schedule, nextRun });
  }

  #schedule(): Schedule {
    // Without nearMinute Google picks some minute of the hour and keeps it; here it is always the half hour, so that runs repeat.
    const daily = { hour: this.#hour ?? 0, minute: this.#minute ?? 30, zone: this.#zone };
    switch (this.#kind) {
      case 'minutes':
      case 'hours':
        return { kind: this.#kind, every: this.#every };
      case 'weeks':
        return { kind: 'weeks', every: this.#every, weekDay: this.#weekDay, ...daily };
      case 'monthDay':
        return { kind: 'monthDay', day: this.#monthDay, ...daily };
      case 'once':
        return { kind: 'once' };
      case 'days':
        return { kind: 'days', every: this.#every, ...daily };
      default:
        if (this.#hour !== null) return { kind: 'days', every: 1, ...daily };
        throw new ServiceException('Cannot create the trigger: its schedule is not set.');
    }
  }

  #repeat(kind: 'minutes' | 'hours' | 'days' | 'weeks' | 'monthDay', every: number): this {
    if (!(every >= 1)) throw new ServiceException(`Invalid argument: ${every}`);
    this.#kind = kind;
    this.#every = every;
    return this;
  }

  #at(moment: number): this {
    this.#kind = 'once';
    this.#once = moment;
    return this;
  }
}

function create(options: TriggerOptions, trigger: Omit<SavedTrigger, 'id' | 'user'>): Trigger {
  const { execution, table } = options;
  execution.permit('ScriptApp.newTrigger', rules.triggers);
  if (table.all().filter(({ user }) => user === execution.userEmail).length >= triggerLimit)
    throw new ServiceException('This script has too many triggers. Triggers must be deleted from the script before more can be added.');
  execution.charge('triggers.call');
  return new Trigger(table.add({ ...trigger, user: execution.userEmail }));
}
