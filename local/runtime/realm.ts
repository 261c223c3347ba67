// A bare V8 context for one execution, and the border between it and the host: service objects appear as the realm's own objects, data is copied in both
// directions, errors become the realm's errors. No host object, function or constructor is reachable by the script.
import { isDate, isPromise, isTypedArray } from 'node:util/types';
import { promiseHooks } from 'node:v8';
import { createContext, Script } from 'node:vm';
import { TimeExceeded } from './execution';
import { lackingMembers } from './language';
import type { LoadedScript } from './loaded-script';
import { failureOf, ScriptError } from './realm-errors';
import { prelude } from './realm-prelude';
import { ServiceException, ServiceObject } from './service';
import type { ServiceHolder, Shape } from './service-holder';
import type { Switches } from './switches';
import { momentOf, zoneName, zoneOffset } from './zone';

/** What the realm needs of the host. */
export interface RealmOptions {
  readonly now: () => number;
  /** The script's time zone. */
  readonly zone: string;
  readonly services: ServiceHolder;
  readonly switches: Switches;
  readonly log: (level: string, line: string) => void;
}

/** A value of the realm as the host may pass it around unread. */
export type RealmValue = unknown;

interface Kernel {
  classPrototype(serviceName: string, methods: unknown, getters: unknown, isOpen: boolean): object;
  wrap(prototype: object, names: unknown, isOpen: boolean): object;
  run(work: unknown): void;
  /** A function of the realm that does the host's work: a host function may not lie where the script reaches. */
  entry(work: () => void): unknown;
  call(value: RealmValue, owner: RealmValue, args: readonly RealmValue[]): RealmValue;
  hush(promise: unknown): void;
  readonly outcome: { done: boolean; failed: boolean; value: RealmValue };
  describe(error: RealmValue): { name: string; message: string; stack: string };
  line(values: unknown): string;
  define(name: string, value: RealmValue): void;
  readonly global: Record<string, RealmValue>;
  newArray(length: number): unknown[];
  newObject(): Record<string, unknown>;
  newDate(time: number): object;
  /** Throws on when the run is dead. */
  alive(): void;
  /** Puts the script's names on the global object: now, or when code made of text may look there. */
  link(names: () => object, now: boolean): void;
  compile(parameter: string, code: string): (value: RealmValue) => RealmValue;
}

const preludeScript = new Script(prelude, { filename: 'prelude' });
const entryScript = new Script('{ const work = this.__entry; delete this.__entry; work(); }', { filename: 'entry' });

export class Realm {
  readonly #options: RealmOptions;
  readonly #sandbox: Record<string, unknown>;
  readonly #context: object;
  readonly #kernel: Kernel;
  readonly #wrappers = new WeakMap<ServiceObject, object>();
  readonly #originals = new WeakMap<object, ServiceObject>();
  readonly #prototypes = new Map<object, object>();
  #failure: { name: string; message: string } = { name: 'Error', message: '' };
  #find: (name: string) => RealmValue = () => undefined;

  constructor(options: RealmOptions) {
    this.#options = options;
    this.#sandbox = Object.create(null) as Record<string, unknown>;
    this.#context = createContext(this.#sandbox, { microtaskMode: 'afterEvaluate' });
    const make = preludeScript.runInContext(this.#context) as (host: unknown) => Kernel;
    this.#kernel = make(this.#doors());
    for (const [name, service] of Object.entries(options.services.globals)) this.#kernel.define(name, this.#wrap(service));
  }

  /**
   * Evaluates the project, then answers a host copy of what `use` gives: the outcome of the one piece of work of this realm. Throws ScriptError, or TimeExceeded on
   * the watchdog.
   */
  execute<Copy>(script: LoadedScript, use: () => RealmValue, copy: (value: RealmValue) => Copy, timeoutMs: number): Copy {
    this.#run(
      () => {
        const open = script.script.runInContext(this.#context) as (
          ...globals: RealmValue[]
        ) => (global: RealmValue) => (name: string) => RealmValue;
        const { global, alive, link } = this.#kernel;
        const evaluate = open(...script.globals.map((name) => global[name]), alive, link);
        this.#find = Reflect.apply(evaluate, global, [global]) as (name: string) => RealmValue;
        return use();
      },
      timeoutMs,
      script.usesPromises,
    );
    return this.#outcome(copy, timeoutMs);
  }

  /** A top-level value by name, or `object.method`; undefined when there is none. The second value is what `this` is for it. */
  find(name: string): { readonly value: RealmValue; readonly owner: RealmValue } {
    let owner: RealmValue;
    let value: RealmValue = this.#find(name.split('.')[0] ?? '');
    for (const key of name.split('.').slice(1)) {
      owner = value;
      value = (value as Record<string, RealmValue> | null | undefined)?.[key];
    }
    return { value, owner };
  }

  /** A property of the global object that the script put there itself. */
  findGlobal(name: string): { readonly value: RealmValue; readonly owner: RealmValue } {
    return { value: Object.hasOwn(this.#kernel.global, name) ? this.#kernel.global[name] : undefined, owner: undefined };
  }

  /** Calls a function of the realm with values of the realm. */
  call(target: { readonly value: RealmValue; readonly owner: RealmValue }, args: readonly RealmValue[]): RealmValue {
    return this.#kernel.call(target.value, target.owner, args);
  }

  /** The service object that a value of the realm stands for; null for any other value. */
  serviceOf(value: RealmValue): ServiceObject | null {
    return (typeof value === 'object' && value !== null ? this.#originals.get(value) : undefined) ?? null;
  }

  /** Runs template code with the names of an open service object and the script's globals in scope. */
  template(code: string, service: ServiceObject): string {
    return String(this.#kernel.compile('$', code)(this.#wrap(service)));
  }

  #run(work: () => RealmValue, timeoutMs: number, usesPromises: boolean): void {
    const settled: unknown[] = [];
    const stop = usesPromises ? (promiseHooks.onSettled((promise: unknown) => settled.push(promise)) as () => void) : () => undefined;
    try {
      this.#watched(() => this.#kernel.run(work), timeoutMs);
    } finally {
      stop();
      // A rejection nobody handled is silent in Apps Script, and must not end the host either.
      const own = settled.filter((promise) => isPromise(promise) && !(promise instanceof Promise));
      if (own.length > 0) this.#watched(() => own.forEach(this.#kernel.hush), timeoutMs);
    }
  }

  /** Reads what the run has come to; reading, too, may run the script's code: getters, traps, `toString`. */
  #outcome<Copy>(copy: (value: RealmValue) => Copy, timeoutMs: number): Copy {
    const { outcome, describe } = this.#kernel;
    let answer: () => Copy = () => {
      throw new TimeExceeded();
    };
    const fail = (error: RealmValue): void => {
      const { name, message, stack } = describe(error);
      answer = () => {
        throw new ScriptError(name, message, stack);
      };
    };
    this.#watched(() => {
      if (outcome.failed) return fail(outcome.value);
      try {
        const copied = copy(outcome.value);
        answer = () => copied;
      } catch (error) {
        fail(error);
      }
    }, timeoutMs);
    return answer();
  }

  /** Does work in which the script's code may run, for so long at most. */
  #watched(work: () => void, timeoutMs: number): void {
    this.#sandbox['__entry'] = this.#kernel.entry(work);
    try {
      entryScript.runInContext(this.#context, { timeout: Math.max(1, Math.ceil(timeoutMs)) });
    } catch (error) {
      if ((error as { code?: string }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw new TimeExceeded();
      throw error;
    }
  }

  #doors(): Record<string, unknown> {
    const { now, zone, log, services, switches } = this.#options;
    const failed = Symbol('failed');
    return {
      now,
      zone,
      offset: (moment: number) => zoneOffset(zone, moment),
      moment: (wallClock: number) => momentOf(zone, wallClock),
      zoneName: (moment: number) => zoneName(zone, moment),
      log: (level: string, line: string) => log(level, line),
      failed,
      isOver: () => services.isOver(),
      exceptionsAreErrors: switches.exceptionsAreErrors,
      entriesFailSilently: switches.asyncEntriesFailSilently,
      lacking: lackingMembers(switches),
      failureName: () => this.#failure.name,
      failureMessage: () => this.#failure.message,
      invoke: (self: object, name: string, args: unknown[]) => this.#guarded(failed, () => this.#invoke(self, name, args)),
      read: (self: object, name: string) => this.#guarded(failed, () => this.#read(self, name)),
    };
  }

  #guarded(failed: symbol, work: () => RealmValue): RealmValue {
    try {
      return work();
    } catch (error) {
      this.#failure = failureOf(error);
      return failed;
    }
  }

  #invoke(self: object, name: string, args: unknown[]): RealmValue {
    const original = this.#original(self, name);
    const values: unknown[] = [];
    for (let index = 0; index < args.length; index += 1) values.push(this.toHost(args[index]));
    return this.toRealm(this.#options.services.invoke(original, name, values));
  }

  #read(self: object, name: string): RealmValue {
    return this.toRealm(this.#options.services.read(this.#original(self, name), name));
  }

  #original(self: object, name: string): ServiceObject {
    const original = typeof self === 'object' && self !== null ? this.#originals.get(self) : undefined;
    if (original === undefined) throw new TypeError(`Illegal invocation of ${name}: it belongs to a service object`);
    return original;
  }

  #wrap(service: ServiceObject): object {
    const known = this.#wrappers.get(service);
    if (known !== undefined) return known;
    const shape = this.#options.services.shape(service);
    const made = this.#kernel.wrap(this.#prototypeOf(shape), this.toRealm(shape.names), shape.isOpen);
    this.#wrappers.set(service, made);
    this.#originals.set(made, service);
    return made;
  }

  #prototypeOf({ kind, serviceName, methods, getters, isOpen }: Shape): object {
    const known = kind === null ? undefined : this.#prototypes.get(kind);
    if (known !== undefined) return known;
    const made = this.#kernel.classPrototype(serviceName, this.toRealm(methods), this.toRealm(getters), isOpen);
    if (kind !== null) this.#prototypes.set(kind, made);
    return made;
  }

  /** A copy of a host value made of the realm's own objects; a service object gives the same script object every time. */
  toRealm(value: unknown): RealmValue {
    if (typeof value !== 'object' || value === null) {
      if (typeof value === 'function') throw new TypeError('A service may not answer a function');
      return value;
    }
    if (value instanceof ServiceObject) return this.#wrap(value);
    if (isDate(value)) return this.#kernel.newDate(value.getTime());
    if (Array.isArray(value) || isTypedArray(value)) {
      const list = value as ArrayLike<unknown>;
      const made = this.#kernel.newArray(list.length);
      for (let index = 0; index < list.length; index += 1) made[index] = this.toRealm(list[index]);
      return made;
    }
    const made = this.#kernel.newObject();
    for (const [name, item] of Object.entries(value)) made[name] = this.toRealm(item);
    return made;
  }

  /** A host copy of a value of the realm: undefined becomes null, a service's script object the service, a function an empty host function. */
  toHost(value: RealmValue, depth = 0): unknown {
    if (value === undefined) return null;
    if (typeof value === 'bigint') throw new ServiceException('Cannot convert a BigInt value');
    if (typeof value === 'function') return () => undefined;
    if (typeof value !== 'object' || value === null) return value;
    const service = this.#originals.get(value);
    if (service !== undefined) return service;
    if (isDate(value)) return new Date(Date.prototype.getTime.call(value));
    if (depth > 100) throw new ServiceException('Cannot convert a circular structure');
    if (Array.isArray(value) || isTypedArray(value)) {
      const list = value as ArrayLike<unknown>;
      const made = new Array<unknown>(list.length);
      for (let index = 0; index < list.length; index += 1) made[index] = this.toHost(list[index], depth + 1);
      return made;
    }
    const made: Record<string, unknown> = {};
    for (const name of Object.keys(value)) made[name] = this.toHost((value as Record<string, unknown>)[name], depth + 1);
    return made;
  }
}
