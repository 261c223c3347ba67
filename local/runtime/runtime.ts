// The local Apps Script runtime: one open spreadsheet with a script project attached. Wires realm, execution, services and workbook; every rule of its own is
// about who calls: auth mode, budget, names, value rules (apps-script reference, 3.3, 6, 7).
import type { Clock } from '../clock';
import type { Caller, ExecutionFailure, Runtime, RuntimeOptions, RuntimeStats, TriggerInfo, TriggerRun } from './contract';
import { CustomFunctions } from './custom-functions';
import { budgets, forkedClock, RunningExecution, TimeExceeded } from './execution';
import { type FileParts, serviceGlobals, serviceNames } from './globals';
import { hostCopy, pageArguments, pageResult } from './google-script-run';
import { Quotas } from './quotas';
import { Realm, type RealmValue, ScriptError } from './realm';
import { createScreen } from './screen';
import { type CompiledScript, compileScript } from './script';
import type { AuthMode, Execution, ServiceObject } from './service';
import { cacheStores } from './services/cache';
import { LockTable } from './services/lock';
import type { Mail } from './services/mail';
import { PropertyStores } from './services/properties';
import { nextFiring } from './services/schedule';
import { authModes } from './services/script-app';
import { user } from './services/session';
import { spreadsheetApp } from './services/spreadsheet-app';
import { editEvent, timeEvent } from './services/trigger-events';
import { TriggerTable } from './services/trigger-table';
import { createSurface } from './services/ui';
import type { CustomFunctionResult, PersonEdit } from './spreadsheet/contract';
import { Workbook } from './spreadsheet/workbook';
import type { SavedState, SavedTrigger } from './state';
import { defaultSwitches } from './switches';

/** How one execution is started. */
interface Start {
  readonly functionName: string;
  readonly authMode: AuthMode;
  readonly hasUi: boolean;
  readonly budgetMs: number;
  readonly userEmail: string;
  readonly clock: Clock;
  /** Which names may be called (3.3). */
  readonly names: 'declared' | 'variables';
  /** The arguments, as values of the realm. */
  readonly args: (realm: Realm, execution: Execution) => readonly RealmValue[];
  /** The answer, copied out of the realm. */
  readonly result: (value: RealmValue) => unknown;
}

/** Opens a spreadsheet with a script attached; fresh, or as it was saved. Throws PushError when the project would not be accepted at push. */
export function createRuntime(options: RuntimeOptions): Runtime {
  return new LocalRuntime(options);
}

class LocalRuntime implements Runtime {
  readonly spreadsheet: Workbook;
  readonly stats: RuntimeStats = {
    executions: 0,
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
  readonly #script: CompiledScript;
  readonly #parts: FileParts;
  readonly #functions: CustomFunctions;
  #enabled: boolean;

  constructor(options: RuntimeOptions) {
    const { clock, project, state } = options;
    const locale = options.locale ?? 'ru_RU';
    this.#options = options;
    this.#script = compileScript(project.code, serviceNames);
    this.#enabled = state?.enabled ?? false;
    this.#parts = {
      options,
      switches: { ...defaultSwitches, ...options.switches },
      email: options.user?.email ?? 'user@example.com',
      userLocale: options.userLocale ?? locale.slice(0, 2),
      home: options.home ?? 'bound',
      screen: createScreen(options.answer),
      properties: new PropertyStores(state?.properties),
      caches: cacheStores(clock, state?.caches),
      locks: new LockTable(),
      triggers: new TriggerTable(state?.triggers),
      quotas: new Quotas(clock, options.account ?? 'consumer', state?.quotas),
      outbox: this.outbox,
      stats: this.stats,
      workbook: () => this.spreadsheet,
    };
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
      owner: this.#parts.email,
      switches: this.#parts.switches,
      onPersonEdit: (edit) => this.#edited(edit),
      ...(options.modelConfig === undefined ? {} : { modelConfig: options.modelConfig }),
      ...(state === undefined ? {} : { state: state.spreadsheet as never }),
    });
  }

  get functionNames(): readonly string[] {
    return cellFunctions(this.#options.project.code, this.#script.topLevel.functions);
  }

  get uiEvents(): Runtime['uiEvents'] {
    return this.#parts.screen.events;
  }

  menus(): Runtime['menus'] extends () => infer Menus ? Menus : never {
    return this.#parts.screen.menus;
  }

  open(): void {
    const authMode = this.#parts.home === 'addon' && !this.#enabled ? 'NONE' : 'LIMITED';
    this.#simpleTrigger('onOpen', authMode, (execution, source) => ({
      authMode: authModes[authMode],
      user: user(execution.userEmail),
      ...(authMode === 'NONE' ? {} : { source: source() }),
    }));
    this.#installed('ON_OPEN', (_, source) => ({ source: source() }));
  }

  run(functionName: string, args: readonly unknown[] = [], { as = 'menu' }: { readonly as?: Caller } = {}): unknown {
    if (as === 'menu' || as === 'sidebar') this.#enabled = true;
    const fromPage = as === 'sidebar';
    const given = fromPage ? pageArguments(args) : args;
    return this.#execute({
      functionName,
      authMode: 'FULL',
      hasUi: as === 'menu' || as === 'sidebar',
      budgetMs: budgets.execution,
      userEmail: this.#parts.email,
      clock: this.#options.clock,
      names: fromPage && !this.#parts.switches.sidebarCallsVariables ? 'declared' : 'variables',
      args: (realm) => given.map((value) => realm.toRealm(value)),
      result: fromPage ? pageResult : hostCopy,
    });
  }

  edit(sheetName: string, a1: string, text: string): void {
    this.spreadsheet.editAsPerson(sheetName, a1, text);
  }

  paste(sheetName: string, a1: string, rows: readonly (readonly string[])[]): void {
    this.spreadsheet.pasteAsPerson(sheetName, a1, rows);
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
      caches: {
        script: this.#parts.caches.script.save(),
        user: this.#parts.caches.user.save(),
        document: this.#parts.caches.document.save(),
      },
      triggers: this.#parts.triggers.all(),
      quotas: this.#parts.quotas.save(),
      functionResults: this.#functions.save(),
      enabled: this.#enabled,
    };
  }

  // --- who starts an execution ---

  #callFromCell(functionName: string, args: readonly unknown[]): unknown {
    return this.#execute({
      functionName,
      authMode: 'CUSTOM_FUNCTION',
      hasUi: false,
      budgetMs: budgets.brief,
      userEmail: '',
      // Cells are calculated beside the script that changed them, so their time is their own.
      clock: forkedClock(this.#options.clock),
      names: 'declared',
      args: (realm) => args.map((value) => realm.toRealm(value)),
      result: hostCopy,
    });
  }

  #simpleTrigger(
    functionName: string,
    authMode: AuthMode,
    event: (execution: Execution, source: () => ServiceObject) => Record<string, unknown>,
  ): void {
    if (!this.#script.topLevel.functions.includes(functionName)) return;
    this.#quietly(functionName, () =>
      this.#execute({
        functionName,
        authMode,
        hasUi: functionName === 'onOpen',
        budgetMs: budgets.brief,
        userEmail: this.#parts.switches.hidesUserInSimpleTriggers ? '' : this.#parts.email,
        clock: this.#options.clock,
        names: 'declared',
        args: (realm, execution) => [realm.toRealm(event(execution, () => this.#activeSpreadsheet(execution)))],
        result: hostCopy,
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
      return this.#execute({
        functionName: trigger.handler,
        authMode: 'FULL',
        hasUi: false,
        budgetMs: budgets.execution,
        userEmail: trigger.user,
        clock,
        names: 'variables',
        args: (realm, execution) => [realm.toRealm({ authMode: authModes.FULL, triggerUid: trigger.id, ...event(execution) })],
        result: hostCopy,
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
      const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      this.failures.push({ functionName, error: text });
      this.#options.log?.('error', text);
      return text;
    }
  }

  // --- one execution ---

  #execute(start: Start): unknown {
    this.stats.executions += 1;
    const { manifest } = this.#options.project;
    const { charged } = this.stats;
    const execution = new RunningExecution({
      authMode: start.authMode,
      hasUi: start.hasUi,
      clock: start.clock,
      timeZone: manifest.timeZone,
      userEmail: start.userEmail,
      budgetMs: start.budgetMs,
      scopes: manifest.oauthScopes ?? null,
      movesClock: this.#options.time !== 'real',
      onCharge: (cost, ms) => {
        charged[cost] = (charged[cost] ?? 0) + ms;
      },
    });
    const realm: Realm = new Realm({
      now: () => start.clock.now(),
      zone: manifest.timeZone,
      services: serviceGlobals(this.#parts, execution, () => realm),
      beforeCall: () => execution.checkTime(),
      log: (level, line) => this.#options.log?.(level, line),
    });
    const watchdog = this.#options.watchdogMs ?? budgets.execution;
    try {
      const value = realm.execute(
        this.#script,
        () => realm.call(this.#target(realm, start), start.args(realm, execution)),
        start.budgetMs === budgets.brief ? Math.min(watchdog, 60_000) : watchdog,
      );
      if (execution.expired) throw new TimeExceeded();
      return start.result(value);
    } catch (error) {
      // A script that swallowed the end of its time has failed all the same.
      throw execution.expired ? new TimeExceeded() : error;
    } finally {
      this.#parts.locks.releaseAll(execution);
      if (start.authMode !== 'CUSTOM_FUNCTION')
        execution.free(() => {
          execution.writes.apply();
          this.spreadsheet.flush();
        });
    }
  }

  #target(realm: Realm, { functionName, names }: Start): { readonly value: RealmValue; readonly owner: RealmValue } {
    const { functions, functionVariables, others } = this.#script.topLevel;
    const first = functionName.split('.')[0] ?? '';
    const isMember = functionName.includes('.');
    const known =
      functions.includes(functionName) ||
      (names === 'variables' &&
        (functionVariables.includes(functionName) || (isMember && [...others, ...functionVariables, ...functions].includes(first))));
    const target = known && !functionName.endsWith('_') ? realm.find(functionName) : undefined;
    if (typeof target?.value !== 'function') throw new ScriptError('Exception', `Script function not found: ${functionName}`, '');
    return target;
  }

  #activeSpreadsheet(execution: Execution): ServiceObject {
    const surface = createSurface(execution, this.#parts.screen, '');
    const app = spreadsheetApp(this.spreadsheet, execution, surface) as ServiceObject & { getActiveSpreadsheet(): ServiceObject };
    return app.getActiveSpreadsheet();
  }
}

/**
 * The functions offered to cells: those tagged `@customfunction`, or every public one when none is tagged. Google would call any of them, but built-ins win
 * there by name, while the engine's registry has one name for both.
 */
function cellFunctions(code: string, functions: readonly string[]): string[] {
  const tagged = new Set<string>();
  for (const [, comment = '', name = ''] of code.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*(?:async\s+)?function\s*\*?\s*([\w$]+)/g)) {
    if (/@customfunction\b/i.test(comment)) tagged.add(name);
  }
  return functions.filter((name) => !name.endsWith('_') && (tagged.size === 0 || tagged.has(name)));
}
