// The local Apps Script runtime: one open spreadsheet with a script project attached. Wires executions, services and workbook; every rule of its own is
// about who calls: auth mode, budget, names, value rules (apps-script reference, 3.3, 6, 7). What runs by a trigger is in trigger-runs.ts.
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
import { CacheStores } from './services/cache';
import { HtmlOutput } from './services/html';
import { LockTable } from './services/lock';
import type { Mail } from './services/mail';
import { PropertyStores } from './services/properties';
import { readStateToken } from './services/state-token';
import { TriggerTable } from './services/trigger-table';
import type { CustomFunctionResult } from './spreadsheet/contract';
import { Workbook } from './spreadsheet/workbook';
import type { SavedState } from './state';
import { defaultSwitches } from './switches';
import { TriggerRuns } from './trigger-runs';
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
  readonly #options: RuntimeOptions;
  readonly #script: ProjectScript;
  readonly #parts: FileParts;
  readonly #functions: CustomFunctions;
  readonly #executions: Executions;
  readonly #triggers: TriggerRuns;
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
    this.#triggers = new TriggerRuns(this.#parts, this.#script, this.#executions);
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
      onPersonEdit: (edit) => this.#triggers.edited(edit),
      ...(options.modelConfig === undefined ? {} : { modelConfig: options.modelConfig }),
      ...(state === undefined ? {} : { state: state.spreadsheet as never }),
    });
  }

  get functionNames(): readonly string[] {
    return this.#script.cellFunctions;
  }

  get failures(): readonly ExecutionFailure[] {
    return this.#triggers.failures;
  }

  get uiEvents(): Runtime['uiEvents'] {
    return this.#parts.screen.events;
  }

  menus(): Runtime['menus'] extends () => infer Menus ? Menus : never {
    return this.#parts.screen.menus;
  }

  open({ user: person }: Person = {}): void {
    const authMode = this.#parts.home === 'addon' && !this.#enabled ? 'NONE' : 'LIMITED';
    this.#executions.as(person, () => this.#triggers.opened(authMode));
  }

  install({ user: person }: Person = {}): void {
    this.#enabled = true;
    this.#executions.as(person, () => this.#triggers.addOnInstalled());
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
    return this.#triggers.fireDue();
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
}
