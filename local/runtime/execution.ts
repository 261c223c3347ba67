// One run of the script: its auth mode, its person, its virtual time and what ends it. It knows no service and no realm.
import type { Clock } from '../clock';
import { notAuthorised } from './authorisation';
import { costOf } from './costs';
import type { KillSwitch, Unflushed } from './kill';
import { PendingWrites } from './pending-writes';
import { printedScopes } from './permissions';
import { type AuthMode, type Execution, type PermissionRule, ServiceException } from './service';
import type { RawRequest, RawResponse, Transport } from './transport';

/** 6 minutes per execution; 30 seconds for cells and simple triggers (apps-script reference, 1). */
export const budgets = { execution: 360_000, brief: 30_000 } as const;

/** The end of a killed run, and of one whose time is used up (2.2). */
export class TimeExceeded extends ServiceException {
  constructor() {
    super('Exceeded maximum execution time');
  }
}

/** Thrown by a call that has to wait while other executions go on: the call is made again when it is due. */
export class PutAside {
  constructor(
    /** When the waiting ends at the latest. */
    readonly until: number,
    readonly isReady: () => boolean,
  ) {}
}

export interface ExecutionOptions {
  readonly authMode: AuthMode;
  readonly hasUi: boolean;
  readonly clock: Clock;
  readonly timeZone: string;
  /** Who runs, as `Session` tells it. */
  readonly userEmail: string;
  /** Who runs: whose quotas, stores and locks are meant, also where `Session` hides it; default `userEmail`. */
  readonly person?: string;
  readonly budgetMs: number;
  /** Whether the end of the time is an exception that the script can catch (switch `catchableTimeout`). */
  readonly catchableTimeout?: boolean;
  /** What becomes of unflushed writes when the time is used up (switch `unflushedAtTimeout`). */
  readonly unflushedAtTimeout?: Unflushed;
  readonly kill?: KillSwitch | null;
  /** Whether others go on while this one waits. */
  readonly isInterleaved?: boolean;
  /** Scopes in force; null = no explicit list, everything is granted. */
  readonly scopes: readonly string[] | null;
  /** Whether nobody sits before the file: a trigger. */
  readonly isTrigger?: boolean;
  /** Whether the run knows the open file; default true. */
  readonly hasFile?: boolean;
  /** Whether the person has authorised the script at all; default true. */
  readonly isAuthorised?: boolean;
  /** Whether virtual costs move the clock; otherwise real time runs by itself and costs are only added up. */
  readonly movesClock: boolean;
  readonly onCharge?: (cost: string, ms: number) => void;
  readonly onCall?: () => void;
}

export class RunningExecution implements Execution {
  readonly authMode: AuthMode;
  readonly hasUi: boolean;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly userEmail: string;
  readonly person: string;
  readonly isTrigger: boolean;
  readonly hasFile: boolean;
  readonly writes = new PendingWrites();
  readonly #options: ExecutionOptions;
  readonly #startedAt: number;
  #excused = 0;
  #fraction = 0;
  #expired = false;
  #killed = false;
  #silent = false;
  #aside: PutAside | null = null;

  constructor(options: ExecutionOptions) {
    this.#options = options;
    this.authMode = options.authMode;
    this.hasUi = options.hasUi;
    this.clock = options.clock;
    this.timeZone = options.timeZone;
    this.userEmail = options.userEmail;
    this.person = options.person ?? options.userEmail;
    this.isTrigger = options.isTrigger === true;
    this.hasFile = options.hasFile !== false;
    this.#startedAt = options.clock.now();
  }

  /** Time used so far, ms. */
  get elapsed(): number {
    return this.clock.now() - this.#startedAt - this.#excused;
  }

  /** Whether the run was killed or its time is used up: it has failed, whatever it answers. */
  get hasFailed(): boolean {
    return this.#killed || this.#isExpired;
  }

  /** Whether nothing of the script may run any more: no `catch`, no `finally`, no promise reaction. */
  get isOver(): boolean {
    return this.#killed || (this.#isExpired && this.#options.catchableTimeout !== true);
  }

  get #isExpired(): boolean {
    this.#expired ||= this.elapsed > this.#options.budgetMs;
    return this.#expired;
  }

  /** Ends the run from outside (the watchdog). */
  expire(): void {
    this.#expired = true;
  }

  /** What stands at the door of every service call: the end of the time, and the kill switch. Answers whether the call is new, not one made again. */
  beginCall(call: string): boolean {
    this.checkTime();
    if (this.#aside !== null) return false;
    this.#options.onCall?.();
    if (this.#options.kill?.hits(call)) this.#die();
    return true;
  }

  /** Sends a wave, or what the kill switch lets through of it; then the answers reach nobody. */
  send(requests: readonly RawRequest[], transport: Transport): RawResponse[] {
    const last = this.#options.kill?.lastSent(requests.length) ?? null;
    if (last === null) return transport(requests);
    if (last > 0) transport(requests.slice(0, last));
    return this.#die();
  }

  /** The end of the run hands its pending writes over; a dead run's are all kept or all lost. */
  settleWrites(): void {
    const { kill, unflushedAtTimeout = 'lost' } = this.#options;
    const dead = this.#killed ? kill?.unflushed : this.hasFailed ? unflushedAtTimeout : 'kept';
    if (dead === 'lost') this.writes.drop();
    else this.free(() => this.writes.apply());
  }

  /**
   * Waits until `isReady`, at most so long; answers whether it is. Alone, a run can only let the time pass, in which nobody else does anything. Among interleaved
   * runs the call is put aside: the others go on meanwhile.
   */
  waitFor(ms: number, isReady: () => boolean): boolean {
    if (this.#aside !== null) {
      this.checkTime();
      return this.clock.now() <= this.#aside.until && isReady();
    }
    if (isReady()) return true;
    if (this.#options.isInterleaved === true) {
      const lastMoment = this.clock.now() + this.#options.budgetMs - this.elapsed + 1;
      throw new PutAside(Math.min(this.clock.now() + Math.ceil(ms), lastMoment), isReady);
    }
    if (this.#options.movesClock) this.passBy(ms);
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
    this.checkTime();
    return isReady();
  }

  /** Makes a call again that was put aside: what it did before it waited is paid for. */
  again<T>(aside: PutAside, call: () => T): T {
    this.#aside = aside;
    try {
      return call();
    } finally {
      this.#aside = null;
    }
  }

  /** Work of the runtime itself (recalculation, event objects, tidying up) costs the script nothing and needs no permission. */
  free<T>(work: () => T): T {
    const before = this.#silent;
    this.#silent = true;
    try {
      return work();
    } finally {
      this.#silent = before;
    }
  }

  /** Throws when the time is used up. */
  checkTime(): void {
    if (this.hasFailed && !this.#silent) throw new TimeExceeded();
  }

  charge(cost: string, units = 1): void {
    if (this.#silent || this.#aside !== null) return;
    this.checkTime();
    const ms = costOf(cost, units);
    this.#options.onCharge?.(cost, ms);
    this.passBy(ms);
  }

  /** Lets time pass on a virtual clock (costs, sleeps). In real time a call takes what it takes: a price that `Date` does not show would end runs that mind their time. */
  passBy(ms: number): void {
    if (this.#options.movesClock) {
      // Clocks tick whole milliseconds; what is left over is kept for the next cost.
      const due = this.#fraction + ms;
      this.#fraction = due % 1;
      this.clock.advance(Math.floor(due));
    }
    this.checkTime();
  }

  /** Takes back time that does not count (a person thinking over an alert, by switch). */
  excuse(ms: number): void {
    this.#excused += ms;
  }

  permit(call: string, rule: PermissionRule): void {
    this.checkTime();
    if (this.#silent) return;
    if (!rule.modes.includes(this.authMode)) {
      const needed = rule.scopes.length === 0 ? '' : `. Required permissions: ${printedScopes(rule.scopes)}`;
      throw new ServiceException(`You do not have permission to call ${call}${needed}`);
    }
    if (rule.scopes.length > 0 && this.authMode === 'FULL' && this.#options.isAuthorised === false) throw notAuthorised();
    const granted = this.#options.scopes;
    if (rule.scopes.length === 0 || granted === null || rule.scopes.some((scope) => granted.includes(scope))) return;
    throw new ServiceException(
      `Specified permissions are not sufficient to call ${call}. Required permissions: ${printedScopes(rule.scopes)}`,
    );
  }

  #die(): never {
    this.#killed = true;
    throw new TimeExceeded();
  }
}

/** A clock of one's own that starts at the shared one's time: custom functions run beside the script that caused them, not after it. */
export function forkedClock(shared: Clock): Clock {
  let ahead = 0;
  return {
    now: () => shared.now() + ahead,
    advance: (ms) => {
      ahead += ms;
    },
  };
}
