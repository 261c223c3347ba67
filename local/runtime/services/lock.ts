// LockService: locks held by executions, not counted, given back at the end of the run (apps-script reference, 8).
import { rules } from '../permissions';
import { type Execution, ServiceException, ServiceObject } from '../service';
import { signed } from './arguments';

/** Which execution holds which lock; a lock is known by its name. */
export class LockTable {
  readonly #holders = new Map<string, { holder: object; depth: number }>();

  /** Whether this execution could take the lock now. */
  isFree(name: string, holder: object): boolean {
    const held = this.#holders.get(name);
    return held === undefined || held.holder === holder;
  }

  /** Takes the lock when it is free or already held by the same execution. */
  take(name: string, holder: object): boolean {
    if (!this.isFree(name, holder)) return false;
    this.#holders.set(name, { holder, depth: (this.#holders.get(name)?.depth ?? 0) + 1 });
    return true;
  }

  holds(name: string, holder: object): boolean {
    return this.#holders.get(name)?.holder === holder;
  }

  /** Frees the lock; `counted` frees it only with the last of nested calls. */
  release(name: string, holder: object, counted: boolean): void {
    const held = this.#holders.get(name);
    if (held?.holder !== holder) return;
    if (counted && held.depth > 1) held.depth -= 1;
    else this.#holders.delete(name);
  }

  /** The end of an execution frees everything it held. */
  releaseAll(holder: object): void {
    for (const name of [...this.#holders.keys()]) this.release(name, holder, false);
  }
}

class Lock extends ServiceObject {
  readonly serviceName = 'LockService.Lock';
  readonly #service: LockOptions;
  readonly #name: string;

  constructor(service: LockOptions, name: string) {
    super();
    this.#service = service;
    this.#name = name;
  }

  tryLock(timeoutInMillis: unknown): boolean {
    const { table, execution } = this.#service;
    execution.charge('lock.call');
    const isFree = (): boolean => table.isFree(this.#name, execution);
    return execution.waitFor(Math.max(0, Number(timeoutInMillis) || 0), isFree) && table.take(this.#name, execution);
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
  /** Whose user lock is meant. */
  readonly person: string;
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
    return this.#open('getUserLock', `user ${this.#options.person}`);
  }

  getDocumentLock(): Lock | null {
    const lock = this.#open('getDocumentLock', 'document');
    return this.#options.hasContainer ? lock : null;
  }

  #open(method: string, name: string): Lock {
    this.#options.execution.permit(`LockService.${method}`, rules.anonymous);
    return new Lock(this.#options, name);
  }
}

signed(Lock, { tryLock: [['number']], waitLock: [['number']] });
signed(LockService);
