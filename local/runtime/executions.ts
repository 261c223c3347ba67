// The executions of one open file: how each begins, runs in its realm and ends, whoever started it, alone or among others. Who may start one, and with which rights,
// is the caller's matter (runtime.ts).
import type { Clock } from '../clock';
import { notAuthorised, scopesInForce } from './authorisation';
import type { Begun } from './begun';
import type { InterleavedOutcome } from './contract';
import { budgets, RunningExecution, TimeExceeded } from './execution';
import { Faults } from './faults';
import { type FileParts, serviceGlobals } from './globals';
import { interleave, type Schedule } from './interleaving';
import { type Kill, KillSwitch } from './kill';
import type { LoadedScript } from './loaded-script';
import { Realm } from './realm';
import { type Entry, runEntry } from './realm-entry';
import { RunningExecutions } from './running-executions';
import type { AuthMode, Execution } from './service';
import { type Door, LocalServices } from './service-holder';
import type { TemplateRunner } from './services/html';
import { RealmThread } from './thread/realm-thread';

/** How one execution is started. */
export interface Start extends Omit<Entry, 'timeoutMs'> {
  readonly authMode: AuthMode;
  readonly hasUi: boolean;
  readonly budgetMs: number;
  /** Who runs, and what `Session` tells of it. */
  readonly person: string;
  readonly userEmail: string;
  readonly clock: Clock;
  /** Whether nobody sits before the file: a trigger. */
  readonly isTrigger?: boolean;
  /** Whether the run knows the open file; default true. */
  readonly hasFile?: boolean;
  readonly kill?: Kill | undefined;
  /** The arguments, as host values. */
  readonly args: (execution: Execution) => readonly unknown[];
}

export class Executions {
  readonly #parts: FileParts;
  readonly #script: LoadedScript;
  readonly #running: RunningExecutions;
  readonly #faults: Faults;
  #person: string;
  #armed: { readonly kill: Kill; readonly functionName: string | undefined } | null = null;

  constructor(parts: FileParts, script: LoadedScript) {
    this.#parts = parts;
    this.#script = script;
    this.#person = parts.person;
    this.#faults = new Faults(parts.options.faults ?? [], () => parts.workbook().id, parts.switches);
    this.#running = new RunningExecutions(parts.options.clock, parts.options.limits);
  }

  /** Who is at the keyboard: whoever opened the file, or whom `as` names. */
  get person(): string {
    return this.#person;
  }

  /** Somebody else at the keyboard meanwhile. */
  as<T>(person: string = this.#person, work: () => T): T {
    const before = this.#person;
    this.#person = person;
    try {
      return work();
    } finally {
      this.#person = before;
    }
  }

  /** Kills the next execution to begin, of that function if one is named. */
  arm(kill: Kill, functionName?: string): void {
    this.#armed = { kill, functionName };
  }

  /** One execution from its beginning to its end. */
  execute(start: Start): unknown {
    const begun = this.#begin(start, (code, template) => realm.template(code, template));
    const realm: Realm = new Realm({
      now: () => start.clock.now(),
      zone: this.#parts.options.project.manifest.timeZone,
      services: begun.services,
      switches: this.#parts.switches,
      log: (level, line) => this.#parts.options.log?.(level, line),
    });
    return begun.during(() => begun.end(() => runEntry(realm, this.#script, begun.entry, begun.args(), this.#parts.switches)));
  }

  /** Several executions at a time, each in a thread; each begins at its first turn. */
  interleave(starts: readonly (() => Start)[], schedule: Schedule): InterleavedOutcome[] {
    const { clock, project, time, log, realmWorker } = this.#parts.options;
    if (time === 'real') throw new Error('Executions interleave on a virtual clock only.');
    if (realmWorker === undefined) throw new Error('Interleaved executions need the option realmWorker: the built thread/realm-worker.');
    const threads = starts.map(
      (start) =>
        new RealmThread({
          workerFile: realmWorker,
          script: this.#script,
          zone: project.manifest.timeZone,
          switches: this.#parts.switches,
          log: (level, line) => log?.(level, line),
          begin: (template) => this.#begin(start(), template, true),
        }),
    );
    try {
      interleave(threads, schedule, clock);
    } finally {
      for (const thread of threads) thread.close();
    }
    return threads.map(({ outcome }) => (outcome !== null && 'value' in outcome ? outcome : { error: printed(outcome?.error) }));
  }

  /** Lets an execution begin, or refuses it. */
  #begin(start: Start, template: TemplateRunner, isInterleaved = false): Begun {
    const { functionName, names, answers, person, budgetMs, authMode, isTrigger = false } = start;
    this.#faults.strike('start', [], 'before');
    // A trigger runs until it meets a service it may not use (6); a person is asked before any code runs.
    if (this.#parts.options.authorisation === 'expired' && authMode === 'FULL' && !isTrigger) throw notAuthorised();
    this.#running.begin(person);
    this.#parts.stats.executions += 1;
    const execution = this.#executionOf(start, isInterleaved);
    const watchdog = this.#parts.options.watchdogMs ?? budgets.execution;
    const timeoutMs = budgetMs === budgets.brief ? Math.min(watchdog, 60_000) : watchdog;
    return {
      execution,
      services: new LocalServices(serviceGlobals(this.#parts, execution, template), this.#door(execution)),
      entry: { functionName, names, answers, timeoutMs },
      args: () => execution.free(() => start.args(execution)),
      during: (work) => this.as(person, work),
      end: (work) => {
        let answer: unknown;
        try {
          answer = outcomeOf(execution, work);
        } catch (error) {
          this.#endFailed(execution);
          throw error;
        }
        this.#end(execution);
        return answer;
      },
    };
  }

  #executionOf(start: Start, isInterleaved: boolean): RunningExecution {
    const { authMode, hasUi, clock, userEmail, person, budgetMs, functionName, kill = this.#fired(functionName) } = start;
    const { options, switches, stats } = this.#parts;
    const { manifest } = options.project;
    return new RunningExecution({
      authMode,
      hasUi,
      clock,
      timeZone: manifest.timeZone,
      userEmail,
      person,
      budgetMs,
      catchableTimeout: switches.catchableTimeout,
      unflushedAtTimeout: switches.unflushedAtTimeout,
      kill: kill === undefined ? null : new KillSwitch(kill),
      isInterleaved,
      scopes: scopesInForce(manifest, options, authMode),
      isTrigger: start.isTrigger === true,
      hasFile: start.hasFile !== false,
      isAuthorised: options.authorisation !== 'expired',
      movesClock: options.time !== 'real',
      onCharge: (cost, ms) => {
        stats.charged[cost] = (stats.charged[cost] ?? 0) + ms;
      },
      onCall: () => {
        stats.serviceCalls += 1;
      },
    });
  }

  #door(execution: RunningExecution): Door {
    return {
      get isOver() {
        return execution.isOver;
      },
      before: (call, args) => {
        if (execution.beginCall(call)) this.#faults.strike(call, args, 'before');
      },
      after: (call, args) => this.#faults.strike(call, args, 'after'),
    };
  }

  /** The armed kill, when it is meant for this function; it is armed no longer. */
  #fired(functionName: string): Kill | undefined {
    const armed = this.#armed;
    if (armed === null || (armed.functionName !== undefined && armed.functionName !== functionName)) return undefined;
    this.#armed = null;
    return armed.kill;
  }

  /** The end of a run that has failed already: its own error is what is told, also when what it had not flushed fails now. */
  #endFailed(execution: RunningExecution): void {
    try {
      this.#end(execution);
    } catch (error) {
      this.#parts.options.log?.('error', printed(error));
    }
  }

  #end(execution: RunningExecution): void {
    try {
      execution.settleWrites();
    } finally {
      this.#parts.locks.releaseAll(execution);
      this.#running.end(execution.person);
      if (execution.authMode !== 'CUSTOM_FUNCTION') execution.free(() => this.#parts.workbook().flush());
    }
  }
}

/** What the work of an execution answers; a script that swallowed its own death has failed all the same. */
function outcomeOf(execution: RunningExecution, work: () => unknown): unknown {
  try {
    const value = work();
    if (execution.hasFailed) throw new TimeExceeded();
    return value;
  } catch (error) {
    if (error instanceof TimeExceeded) execution.expire();
    throw execution.hasFailed ? new TimeExceeded() : error;
  }
}

/** How Google prints an error where nobody waits for the answer. */
export const printed = (error: unknown): string => (error instanceof Error ? `${error.name}: ${error.message}` : String(error));
