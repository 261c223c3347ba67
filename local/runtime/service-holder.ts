// Who holds the service objects that a realm shows to its script: this thread, or another one that is asked for every call (thread/realm-worker.ts).
import { EnumValue, OpenServiceObject, ServiceObject } from './service';

/** What a script sees of a service object. */
export interface Shape {
  readonly serviceName: string;
  readonly methods: readonly string[];
  readonly getters: readonly string[];
  /** Own members: enum values and groups of them. */
  readonly names: readonly string[];
  /** Whether the script may give it properties of any name. */
  readonly isOpen: boolean;
  /** Objects of the same kind share a prototype; null = this one has its own. */
  readonly kind: object | null;
}

export interface ServiceHolder {
  /** The globals of the script, by name. */
  readonly globals: Readonly<Record<string, ServiceObject>>;
  shape(service: ServiceObject): Shape;
  /** Calls a method; arguments and answer are host values. */
  invoke(service: ServiceObject, name: string, args: readonly unknown[]): unknown;
  /** A getter or an own member. */
  read(service: ServiceObject, name: string): unknown;
  /** Whether the run is dead: what was thrown last reaches no `catch` of the script. */
  isOver(): boolean;
}

/** What stands at the door of every call. */
export interface Door {
  readonly isOver: boolean;
  /** Runs before every call with its full name; may throw (the end of the time, a planted fault). */
  before(call: string, args: readonly unknown[]): void;
  /** Runs after every call that has done its work; may throw (a planted fault: the answer is lost). */
  after(call: string, args: readonly unknown[]): void;
}

/** Service objects of this thread, seen through reflection as ServiceObject promises. */
export class LocalServices implements ServiceHolder {
  readonly globals: Readonly<Record<string, ServiceObject>>;
  readonly #door: Door;

  constructor(globals: Readonly<Record<string, ServiceObject>>, door: Door) {
    this.globals = globals;
    this.#door = door;
  }

  shape(service: ServiceObject): Shape {
    const prototype = Object.getPrototypeOf(service) as object;
    const names = Object.keys(service).filter((name) => /^[A-Z]/.test(name));
    // Groups of enum values share a class but not a name.
    const isShared = !(service instanceof EnumValue) && names.length === 0;
    return {
      ...membersOf(prototype),
      serviceName: service.serviceName,
      names,
      isOpen: service instanceof OpenServiceObject,
      kind: isShared ? prototype : null,
    };
  }

  invoke(service: ServiceObject, name: string, args: readonly unknown[]): unknown {
    const call = `${service.serviceName}.${name}`;
    const method = (service as unknown as Record<string, (...values: unknown[]) => unknown>)[name];
    if (method === undefined) throw new TypeError(`${call} is not a function`);
    this.#door.before(call, args);
    const answer = Reflect.apply(method, service, args) as unknown;
    this.#door.after(call, args);
    return answer;
  }

  read(service: ServiceObject, name: string): unknown {
    return (service as unknown as Record<string, unknown>)[name];
  }

  isOver(): boolean {
    return this.#door.isOver;
  }
}

interface Members {
  readonly methods: readonly string[];
  readonly getters: readonly string[];
}

const known = new WeakMap<object, Members>();

/** The names a script sees on objects with this prototype. */
function membersOf(prototype: object): Members {
  const found = known.get(prototype);
  if (found !== undefined) return found;
  const methods = new Set<string>();
  const getters = new Set<string>();
  for (
    let at = prototype;
    at !== ServiceObject.prototype && at !== Object.prototype && at !== null;
    at = Object.getPrototypeOf(at) as object
  ) {
    for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(at))) {
      if (name === 'constructor' || name.startsWith('_') || name === 'serviceName') continue;
      if (typeof descriptor.value === 'function') methods.add(name);
      else if (descriptor.get !== undefined) getters.add(name);
    }
  }
  const members = { methods: [...methods], getters: [...getters] };
  known.set(prototype, members);
  return members;
}
