// LockService: locks held by executions, not counted, given back at the end of the run (apps-script reference, 8).
import { rules } from '../permissions';
import { type Execution, ServiceException, ServiceObject } from '../service';

export type LockName = 'script' | 'user' | 'document';

/** Which execution holds which lock. */
export class LockTable {
  readonly #holders = new Map<LockName, { holder: object; depth: number }>();

  /** Takes the lock when it is free or already held by the same execution. */
  take(name: LockName, holder: object): boolean {
    const held = this.#holders.get(name);
    if (held !== undefined && held.holder !== holder) return false;
    this.#holders.set(name, { holder, depth: (held?.depth ?? 0) + 1 });
    return true;
  }

  holds(name: LockName, holder: object): boolean {
    return this.#holders.get(name)?.holder === holder;
  }

  /** Frees the lock; `counted` frees it only with the last of nested calls. */
  release(name: LockName, holder: object, counted: boolean): void {
    const held = this.#holders.get(name);
    if (held?.holder !== holder) return;
    if (counted && held.depth > 1) held.depth -= 1;
    else this.#holders.delete(name);
  }

  /** The end of an execution frees everything it held. */
  releaseAll(holder: object): void {
    for (const name of ['script', 'user', 'document'] as const) this.release(name, holder, false);
  }
}

class Lock extends ServiceObject {
  readonly serviceName = 'LockService.Lock';
  readonly #service: LockOptions;
  readonly #name: LockName;

  constructor(service: LockOptions, name: LockName) {
    super();
    this.#service = service;
    this.#name = name;
  }

  tryLock(timeoutInMillis: unknown): boolean {
    const { table, execution, wait } = this.#service;
    execution.charge('lock.call');
    if (table.take(this.#name, execution)) return true;
    // Executions of this runtime run one inside another, so a holder cannot let go while this one waits.
    wait(Math.max(0, Number(timeoutInMillis)));
    return table.take(this.#name, execution);
  }

  waitLock(timeoutInMillis: unknown): void {
    if (!this.tryLock(timeoutInMillis)) throw new ServiceException('Lock timeout: another process was holding the lock for too long.');
  }

  hasLock(): boolean {
    return this.#service.table.holds(this.#name, this.#service.execution);
  }

  releaseLock(): void {
    this.#service.execution.charge('lock.call');
    this.#service.table.release(this.#name, this.#service.execution, this.#service.counted);
  }
}

export interface LockOptions {
  readonly table: LockTable;
  readonly execution: Execution;
  /** Lets the time of a vain wait pass, ms. */
  readonly wait: (ms: number) => void;
  readonly counted: boolean;
  readonly hasContainer: boolean;
}

/** The `LockService` global. */
export class LockService extends ServiceObject {
  readonly serviceName = 'LockService';
  readonly #options: LockOptions;

  constructor(options: LockOptions) {
    super();
    this.#options = options;
  }

  getScriptLock(): Lock {
    return this.#open('getScriptLock', 'script');
  }

  getUserLock(): Lock {
    return this.#open('getUserLock', 'user');
  }

  getDocumentLock(): Lock | null {
    const lock = this.#open('getDocumentLock', 'document');
    return this.#options.hasContainer ? lock : null;
  }

  #open(method: string, name: LockName): Lock {
    this.#options.execution.permit(`LockService.${method}`, rules.anonymous);
    return new Lock(this.#options, name);
  }
}
