// The local Apps Script runtime: one open spreadsheet with a script project attached. Wires executions, services and workbook; every rule of its own is
// about who calls: auth mode, budget, names, value rules (apps-script reference, 3.3, 6, 7).
import { reach } from './callable';
import type {
  ExecutionFailure,
  InterleavedOutcome,
  InterleavedRun,
  Person,
  RunOptions,
  Runtime,
  RuntimeOptions,
  RuntimeStats,
  TriggerInfo,
  TriggerRun,
} from './contract';
import { CustomFunctions } from './custom-functions';
import { budgets, forkedClock } from './execution';
import { Executions, printed, type Start } from './executions';
import { type FileParts, serviceNames } from './globals';
import { pageArguments } from './google-script-run';
import type { Schedule } from './interleaving';
import type { Kill } from './kill';
import { Quotas } from './quotas';
import { createScreen } from './screen';
import { compileScript, type ProjectScript } from './script';
import type { AuthMode, Execution, ServiceObject } from './service';
import { CacheStores } from './services/cache';
import { HtmlOutput } from './services/html';
import { LockTable } from './services/lock';
import type { Mail } from './services/mail';
import { PropertyStores } from './services/properties';
import { nextFiring } from './services/schedule';
import { authModes } from './services/script-app';
import { user } from './services/session';
import { spreadsheetApp } from './services/spreadsheet-app';
import { readStateToken } from './services/state-token';
import { editEvent, timeEvent } from './services/trigger-events';
import { TriggerTable } from './services/trigger-table';
import { createSurface } from './services/ui';
import type { CustomFunctionResult, PersonEdit } from './spreadsheet/contract';
import { Workbook } from './spreadsheet/workbook';
import type { SavedState, SavedTrigger } from './state';
import { defaultSwitches } from './switches';
import { answeredPage, callbackEvent, googlePage, staleToken } from './user-callback';

/** Opens a spreadsheet with a script attached; fresh, or as it was saved. Throws PushError when the project would not be accepted at push. */
export function createRuntime(options: RuntimeOptions): Runtime {
  return new LocalRuntime(options);
}

class LocalRuntime implements Runtime {
  readonly spreadsheet: Workbook;
  readonly stats: RuntimeStats = {
    executions: 0,
    serviceCalls: 0,
    customFunctionCalls: 0,
    customFunctionHits: 0,
    urlFetchCalls: 0,
    charged: {},
    cacheReads: 0,
    cacheBytesRead: 0,
  };
  readonly outbox: Mail[] = [];
  readonly failures: ExecutionFailure[] = [];
  readonly #options: RuntimeOptions;
  readonly #script: ProjectScript;
  readonly #parts: FileParts;
  readonly #functions: CustomFunctions;
  readonly #executions: Executions;
  #enabled: boolean;

  constructor(options: RuntimeOptions) {
    const { clock, project, state } = options;
    const locale = options.locale ?? 'ru_RU';
    this.#options = options;
    const switches = { ...defaultSwitches, ...options.switches };
    this.#script = compileScript(project.code, serviceNames, switches);
    this.#enabled = state?.enabled ?? false;
    this.#parts = {
      options,
      switches,
      person: options.user?.email ?? 'user@example.com',
      userLocale: options.userLocale ?? locale.slice(0, 2),
      home: options.home ?? 'bound',
      screen: createScreen(options.answer),
      properties: new PropertyStores(state?.properties),
      caches: new CacheStores(clock, state?.caches),
      locks: new LockTable(),
      triggers: new TriggerTable(state?.triggers),
      quotas: new Quotas(clock, options.account ?? 'consumer', state?.quotas),
      outbox: this.outbox,
      stats: this.stats,
      workbook: () => this.spreadsheet,
    };
    this.#executions = new Executions(this.#parts, this.#script);
    this.#functions = new CustomFunctions({
      names: this.functionNames,
      execute: (name, args) => this.#callFromCell(name, args),
      codeHash: this.#script.hash.slice(0, 12),
      switches: this.#parts.switches,
      stats: this.stats,
      ...(state === undefined ? {} : { saved: state.functionResults }),
    });
    this.spreadsheet = new Workbook({
      locale,
      timeZone: options.timeZone ?? project.manifest.timeZone,
      customFunctionNames: this.functionNames,
      callCustomFunction: (name, args) => this.#functions.call(name, args),
      now: () => clock.now(),
      owner: this.#parts.person,
      switches: this.#parts.switches,
      onPersonEdit: (edit) => this.#edited(edit),
      ...(options.modelConfig === undefined ? {} : { modelConfig: options.modelConfig }),
      ...(state === undefined ? {} : { state: state.spreadsheet as never }),
    });
  }

  get functionNames(): readonly string[] {
    return this.#script.cellFunctions;
  }

  get uiEvents(): Runtime['uiEvents'] {
    return this.#parts.screen.events;
  }

  menus(): Runtime['menus'] extends () => infer Menus ? Menus : never {
    return this.#parts.screen.menus;
  }

  open({ user: person }: Person = {}): void {
    const authMode = this.#parts.home === 'addon' && !this.#enabled ? 'NONE' : 'LIMITED';
    this.#executions.as(person, () => {
      this.#simpleTrigger('onOpen', authMode, (execution, source) => ({
        authMode: authModes[authMode],
        user: user(execution.userEmail),
        ...(authMode === 'NONE' ? {} : { source: source() }),
      }));
      this.#installed('ON_OPEN', (_, source) => ({ source: source() }));
    });
  }

  install({ user: person }: Person = {}): void {
    this.#enabled = true;
    this.#executions.as(person, () => this.#simpleTrigger('onInstall', 'FULL', () => ({ authMode: authModes.FULL })));
  }

  run(functionName: string, args: readonly unknown[] = [], options: RunOptions = {}): unknown {
    return this.#executions.execute(this.#called({ ...options, functionName, args }));
  }

  userCallback(query: string, { user: person = this.#executions.person }: Person = {}): string {
    const { clock } = this.#options;
    const token = readStateToken(new URLSearchParams(query).get('state') ?? '', person, clock.now());
    if (token === null) return googlePage(staleToken);
    try {
      const output = this.#executions.execute({
        functionName: token.method,
        authMode: 'FULL',
        hasUi: false,
        hasFile: this.#parts.switches.fileInCallback,
        budgetMs: budgets.execution,
        person,
        userEmail: person,
        clock,
        names: 'menu',
        answers: 'service',
        args: () => [callbackEvent(query, token.args)],
      });
      return answeredPage(output instanceof HtmlOutput ? output : null, output === null);
    } catch (error) {
      return googlePage(printed(error));
    }
  }

  interleave(runs: readonly InterleavedRun[], schedule: Schedule): InterleavedOutcome[] {
    return this.#executions.interleave(
      runs.map((run) => () => this.#called(run)),
      schedule,
    );
  }

  killNextRun(kill: Kill, functionName?: string): void {
    this.#executions.arm(kill, functionName);
  }

  edit(sheetName: string, a1: string, text: string, { user: person }: Person = {}): void {
    this.#executions.as(person, () => this.spreadsheet.editAsPerson(sheetName, a1, text, this.#executions.person));
  }

  paste(sheetName: string, a1: string, rows: readonly (readonly string[])[], { user: person }: Person = {}): void {
    this.#executions.as(person, () => this.spreadsheet.pasteAsPerson(sheetName, a1, rows, this.#executions.person));
  }

  evaluate(formula: string): ReturnType<Runtime['evaluate']> {
    return this.spreadsheet.evaluate(formula);
  }

  triggers(): TriggerInfo[] {
    return this.#parts.triggers.all().map(({ id, handler, eventType, nextRun }) => ({ id, functionName: handler, eventType, nextRun }));
  }

  fireDueTriggers(): TriggerRun[] {
    const { clock } = this.#options;
    const due = this.#parts.triggers.all().filter(({ nextRun }) => nextRun !== null && nextRun <= clock.now());
    due.sort((a, b) => (a.nextRun ?? 0) - (b.nextRun ?? 0));
    return due.flatMap((trigger) => {
      // A handler that ran before may have deleted it.
      if (this.#parts.triggers.get(trigger.id) === undefined) return [];
      this.#parts.triggers.schedule(trigger.id, trigger.schedule === null ? null : nextFiring(trigger.schedule, clock.now()));
      return [this.#fire(trigger, () => timeEvent(trigger, clock.now(), this.#options.project.manifest.timeZone))];
    });
  }

  callFromCell(name: string, args: readonly unknown[]): CustomFunctionResult {
    return this.#functions.call(name, args);
  }

  clearFunctionCache(): void {
    this.#functions.clear();
    this.spreadsheet.recalculate();
  }

  save(): SavedState {
    return {
      version: 1,
      spreadsheet: this.spreadsheet.save(),
      properties: this.#parts.properties.save(),
      caches: this.#parts.caches.save(),
      triggers: this.#parts.triggers.all(),
      quotas: this.#parts.quotas.save(),
      functionResults: this.#functions.save(),
      enabled: this.#enabled,
    };
  }

  // --- who starts an execution ---

  #called({ functionName, args = [], as = 'menu', user: person = this.#executions.person, kill }: InterleavedRun): Start {
    const isPerson = as === 'menu' || as === 'sidebar';
    if (isPerson) this.#enabled = true;
    const fromPage = as === 'sidebar';
    const given = fromPage ? pageArguments(args, this.#parts.switches) : args;
    return {
      functionName,
      authMode: 'FULL',
      hasUi: isPerson,
      budgetMs: budgets.execution,
      person,
      userEmail: person,
      clock: this.#options.clock,
      kill,
      names: fromPage ? 'page' : 'menu',
      isTrigger: as === 'trigger',
      answers: fromPage ? 'page' : 'host',
      args: () => given,
    };
  }

  #callFromCell(functionName: string, args: readonly unknown[]): unknown {
    // A cell that calls the add-on uses it in this file (6).
    this.#enabled = true;
    return this.#executions.execute({
      functionName,
      authMode: 'CUSTOM_FUNCTION',
      hasUi: false,
      budgetMs: budgets.brief,
      person: this.#executions.person,
      userEmail: '',
      // Cells are calculated beside the script that changed them, so their time is their own.
      clock: forkedClock(this.#options.clock),
      names: 'cell',
      answers: 'host',
      args: () => args,
    });
  }

  #simpleTrigger(
    functionName: string,
    authMode: AuthMode,
    event: (execution: Execution, source: () => ServiceObject) => Record<string, unknown>,
  ): void {
    if (reach(functionName, 'simple', this.#script.topLevel, this.#parts.switches) === 'none') return;
    this.#quietly(functionName, () =>
      this.#executions.execute({
        functionName,
        authMode,
        hasUi: functionName !== 'onEdit',
        budgetMs: budgets.brief,
        person: this.#executions.person,
        userEmail: this.#parts.switches.hidesUserInTriggers && authMode !== 'FULL' ? '' : this.#executions.person,
        isTrigger: authMode !== 'FULL',
        clock: this.#options.clock,
        names: 'simple',
        answers: 'host',
        args: (execution) => [event(execution, () => this.#activeSpreadsheet(execution))],
      }),
    );
  }

  #installed(
    eventType: SavedTrigger['eventType'],
    event: (execution: Execution, source: () => ServiceObject) => Record<string, unknown>,
  ): void {
    for (const trigger of this.#parts.triggers.all()) {
      if (trigger.eventType === eventType) this.#fire(trigger, (execution) => event(execution, () => this.#activeSpreadsheet(execution)));
    }
  }

  #fire(trigger: SavedTrigger, event: (execution: Execution) => Record<string, unknown>): TriggerRun {
    const { clock } = this.#options;
    const begun = clock.now();
    const run = (): unknown => {
      if (this.#parts.quotas.remaining(trigger.user, 'triggerMs') <= 0) this.#parts.quotas.use(trigger.user, 'triggerMs');
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
    this.#parts.quotas.count(trigger.user, 'triggerMs', clock.now() - begun);
    return { id: trigger.id, functionName: trigger.handler, error };
  }

  #edited(edit: PersonEdit): void {
    const event = (execution: Execution, source: () => ServiceObject): Record<string, unknown> =>
      editEvent(edit, source(), user(execution.userEmail), this.spreadsheet.timeZone);
    this.#simpleTrigger('onEdit', 'LIMITED', (execution, source) => ({ authMode: authModes.LIMITED, ...event(execution, source) }));
    this.#installed('ON_EDIT', event);
  }

  /** Runs where nobody waits for the answer: a failure is kept in the list of failures and answered as its text. */
  #quietly(functionName: string, work: () => unknown): string | null {
    try {
      work();
      return null;
    } catch (error) {
      const text = printed(error);
      this.failures.push({ functionName, error: text });
      this.#options.log?.('error', text);
      return text;
    }
  }

  #activeSpreadsheet(execution: Execution): ServiceObject {
    const surface = createSurface(execution, this.#parts.screen, { addonName: '', home: this.#parts.home, switches: this.#parts.switches });
    const app = spreadsheetApp(this.spreadsheet, execution, surface) as ServiceObject & { getActiveSpreadsheet(): ServiceObject };
    return app.getActiveSpreadsheet();
  }
}
