// One run of the script: its auth mode, its person, its virtual time and what ends it. It knows no service and no realm.
import type { Clock } from '../clock';
import { notAuthorised } from './authorisation';
import { costOf } from './costs';
import { PendingWrites } from './pending-writes';
import { printedScopes } from './permissions';
import { type AuthMode, type Execution, type PermissionRule, ServiceException } from './service';

/** 6 minutes per execution; 30 seconds for cells and simple triggers (apps-script reference, 1). */
export const budgets = { execution: 360_000, brief: 30_000 } as const;

/** Thrown by every service call once the time is used up; a script may catch it, but its run has failed. */
export class TimeExceeded extends ServiceException {
  constructor() {
    super('Exceeded maximum execution time');
  }
}

export interface ExecutionOptions {
  readonly authMode: AuthMode;
  readonly hasUi: boolean;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly userEmail: string;
  readonly budgetMs: number;
  /** Scopes in force; null = no explicit list, everything is granted. */
  readonly scopes: readonly string[] | null;
  /** Whether nobody sits before the file: a trigger. */
  readonly isTrigger?: boolean;
  /** Whether the person has authorised the script at all; default true. */
  readonly isAuthorised?: boolean;
  /** Whether virtual costs move the clock; otherwise they only count against the budget (real time runs by itself). */
  readonly movesClock: boolean;
  readonly onCharge?: (cost: string, ms: number) => void;
}

export class RunningExecution implements Execution {
  readonly authMode: AuthMode;
  readonly hasUi: boolean;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly userEmail: string;
  readonly isTrigger: boolean;
  readonly writes = new PendingWrites();
  readonly #options: ExecutionOptions;
  readonly #startedAt: number;
  #counted = 0;
  #fraction = 0;
  #expired = false;
  #silent = false;

  constructor(options: ExecutionOptions) {
    this.#options = options;
    this.authMode = options.authMode;
    this.hasUi = options.hasUi;
    this.clock = options.clock;
    this.timeZone = options.timeZone;
    this.userEmail = options.userEmail;
    this.isTrigger = options.isTrigger === true;
    this.#startedAt = options.clock.now();
  }

  /** Virtual time used so far, ms. */
  get elapsed(): number {
    return this.clock.now() - this.#startedAt + this.#counted;
  }

  /** Whether the budget is used up: then every further service call throws and the run ends as failed, whatever the script catches. */
  get expired(): boolean {
    return this.#expired || this.elapsed > this.#options.budgetMs;
  }

  /** Ends the run from outside (the watchdog). */
  expire(): void {
    this.#expired = true;
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
    if (!this.expired) return;
    this.#expired = true;
    throw new TimeExceeded();
  }

  charge(cost: string, units = 1): void {
    if (this.#silent) return;
    this.checkTime();
    const ms = costOf(cost, units);
    this.#options.onCharge?.(cost, ms);
    this.passBy(ms);
  }

  /** Lets time pass on the execution's account (costs, sleeps on a virtual clock). */
  passBy(ms: number): void {
    if (this.#options.movesClock) {
      // Clocks tick whole milliseconds; what is left over is kept for the next cost.
      const due = this.#fraction + ms;
      this.#fraction = due % 1;
      this.clock.advance(Math.floor(due));
    } else this.#counted += ms;
    this.checkTime();
  }

  /** Takes back time that does not count (a person thinking over an alert, by switch). */
  excuse(ms: number): void {
    this.#counted -= ms;
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
