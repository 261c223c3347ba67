// The runs that nobody waits for: simple triggers when the file is opened, edited or the add-on installed, and the installed triggers of the person who made
// them (apps-script reference, 6, 8). A failure of theirs is listed here, as it would be in Google's list of executions.
import { reach } from './callable';
import type { ExecutionFailure, TriggerRun } from './contract';
import { budgets } from './execution';
import { type Executions, printed } from './executions';
import type { FileParts } from './globals';
import type { ProjectScript } from './script';
import type { AuthMode, Execution, ServiceObject } from './service';
import { nextFiring } from './services/schedule';
import { authModes } from './services/script-app';
import { user } from './services/session';
import { spreadsheetApp } from './services/spreadsheet-app';
import { editEvent, timeEvent } from './services/trigger-events';
import { createSurface } from './services/ui';
import type { PersonEdit } from './spreadsheet/contract';
import type { SavedTrigger } from './state';

/** The event object of one run; `source` is asked for only where the event has it. */
type EventOf = (execution: Execution, source: () => ServiceObject) => Record<string, unknown>;

export class TriggerRuns {
  readonly failures: ExecutionFailure[] = [];
  readonly #parts: FileParts;
  readonly #script: ProjectScript;
  readonly #executions: Executions;

  constructor(parts: FileParts, script: ProjectScript, executions: Executions) {
    this.#parts = parts;
    this.#script = script;
    this.#executions = executions;
  }

  /** Somebody opened the file; an add-on not yet used in it runs without its rights. */
  opened(authMode: 'NONE' | 'LIMITED'): void {
    this.#simple('onOpen', authMode, (execution, source) => ({
      authMode: authModes[authMode],
      user: user(execution.userEmail),
      ...(authMode === 'NONE' ? {} : { source: source() }),
    }));
    this.#installed('ON_OPEN', (_, source) => ({ source: source() }));
  }

  addOnInstalled(): void {
    this.#simple('onInstall', 'FULL', () => ({ authMode: authModes.FULL }));
  }

  edited(edit: PersonEdit): void {
    const event: EventOf = (execution, source) => editEvent(edit, source(), user(execution.userEmail), this.#parts.workbook().timeZone);
    this.#simple('onEdit', 'LIMITED', (execution, source) => ({ authMode: authModes.LIMITED, ...event(execution, source) }));
    this.#installed('ON_EDIT', event);
  }

  /** Runs the clock triggers whose time has come, the earliest first. */
  fireDue(): TriggerRun[] {
    const { triggers, options } = this.#parts;
    const { clock, project } = options;
    const due = triggers.all().filter(({ nextRun }) => nextRun !== null && nextRun <= clock.now());
    due.sort((a, b) => (a.nextRun ?? 0) - (b.nextRun ?? 0));
    return due.flatMap((trigger) => {
      // A handler that ran before may have deleted it.
      if (triggers.get(trigger.id) === undefined) return [];
      triggers.schedule(trigger.id, trigger.schedule === null ? null : nextFiring(trigger.schedule, clock.now()));
      return [this.#fire(trigger, () => timeEvent(trigger, clock.now(), project.manifest.timeZone))];
    });
  }

  #simple(functionName: string, authMode: AuthMode, event: EventOf): void {
    const { switches, options } = this.#parts;
    if (reach(functionName, 'simple', this.#script.topLevel, switches) === 'none') return;
    this.#quietly(functionName, () =>
      this.#executions.execute({
        functionName,
        authMode,
        hasUi: functionName !== 'onEdit',
        budgetMs: budgets.brief,
        person: this.#executions.person,
        userEmail: switches.hidesUserInTriggers && authMode !== 'FULL' ? '' : this.#executions.person,
        isTrigger: authMode !== 'FULL',
        clock: options.clock,
        names: 'simple',
        answers: 'host',
        args: (execution) => [event(execution, () => this.#activeSpreadsheet(execution))],
      }),
    );
  }

  #installed(eventType: SavedTrigger['eventType'], event: EventOf): void {
    for (const trigger of this.#parts.triggers.all()) {
      if (trigger.eventType === eventType) this.#fire(trigger, (execution) => event(execution, () => this.#activeSpreadsheet(execution)));
    }
  }

  #fire(trigger: SavedTrigger, event: (execution: Execution) => Record<string, unknown>): TriggerRun {
    const { quotas, options } = this.#parts;
    const { clock } = options;
    const begun = clock.now();
    const run = (): unknown => {
      if (quotas.remaining(trigger.user, 'triggerMs') <= 0) quotas.use(trigger.user, 'triggerMs');
      return this.#executions.execute({
        functionName: trigger.handler,
        authMode: 'FULL',
        hasUi: false,
        budgetMs: budgets.execution,
        person: trigger.user,
        userEmail: trigger.user,
        clock,
        names: 'menu',
        isTrigger: true,
        answers: 'host',
        args: (execution) => [{ authMode: authModes.FULL, triggerUid: trigger.id, ...event(execution) }],
      });
    };
    const error = this.#quietly(trigger.handler, run);
    quotas.count(trigger.user, 'triggerMs', clock.now() - begun);
    return { id: trigger.id, functionName: trigger.handler, error };
  }

  /** Runs where nobody waits for the answer: a failure is kept in the list of failures and answered as its text. */
  #quietly(functionName: string, work: () => unknown): string | null {
    try {
      work();
      return null;
    } catch (error) {
      const text = printed(error);
      this.failures.push({ functionName, error: text });
      this.#parts.options.log?.('error', text);
      return text;
    }
  }

  #activeSpreadsheet(execution: Execution): ServiceObject {
    const { screen, home, switches } = this.#parts;
    const surface = createSurface(execution, screen, { addonName: '', home, switches });
    const app = spreadsheetApp(this.#parts.workbook(), execution, surface) as ServiceObject & { getActiveSpreadsheet(): ServiceObject };
    return app.getActiveSpreadsheet();
  }
}
