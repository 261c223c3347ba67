// Service objects that another thread holds: every call is a question to it, and this thread sleeps until the answer comes. It knows no rule of any service.
import type { BlockingPort } from '../blocking-port';
import { failureOf } from '../realm-errors';
import { ServiceException, ServiceObject } from '../service';
import type { ServiceHolder, Shape } from '../service-holder';
import { type Packed, packed, type Reference, unpacked } from './packed-values';
import type { Failure, ScriptHears, ScriptSays } from './realm-messages';

class RemoteObject extends ServiceObject {
  constructor(
    readonly id: number,
    readonly serviceName: string,
    readonly shape: Shape,
  ) {
    super();
  }
}

/** Evaluates a template in this thread's realm. */
export type TemplateEvaluation = (code: string, service: ServiceObject) => string;

export class RemoteServices implements ServiceHolder {
  readonly globals: Readonly<Record<string, ServiceObject>>;
  readonly #port: BlockingPort<ScriptHears, ScriptSays>;
  readonly #evaluate: TemplateEvaluation;
  readonly #objects = new Map<number, RemoteObject>();
  readonly #kinds = new Map<number, object>();
  #now: number;
  #isOver = false;

  constructor(port: BlockingPort<ScriptHears, ScriptSays>, start: { now: number; globals: Packed }, evaluate: TemplateEvaluation) {
    this.#port = port;
    this.#now = start.now;
    this.#evaluate = evaluate;
    this.globals = this.unpacked(start.globals) as Record<string, ServiceObject>;
  }

  /** The other thread's time when it answered last: its clock moves only while this thread waits. */
  now(): number {
    return this.#now;
  }

  unpacked(value: Packed): unknown {
    return unpacked(value, (reference) => this.#objectOf(reference));
  }

  shape(service: ServiceObject): Shape {
    return (service as RemoteObject).shape;
  }

  invoke(service: ServiceObject, name: string, args: readonly unknown[]): unknown {
    return this.#ask({ kind: 'invoke', service: this.#packed(service), name, args: this.#packed(args) });
  }

  read(service: ServiceObject, name: string): unknown {
    return this.#ask({ kind: 'read', service: this.#packed(service), name });
  }

  isOver(): boolean {
    return this.#isOver;
  }

  #ask(question: ScriptSays): unknown {
    this.#port.post(question);
    for (;;) {
      const heard = this.#port.receive(Number.POSITIVE_INFINITY);
      if (heard === null) continue;
      this.#now = heard.now;
      if (heard.kind === 'answer') return this.unpacked(heard.value);
      if (heard.kind === 'template') {
        this.#port.post(this.#template(heard.code, this.unpacked(heard.service) as ServiceObject));
        continue;
      }
      this.#isOver = heard.isOver;
      throw errorOf(heard.failure);
    }
  }

  #template(code: string, service: ServiceObject): ScriptSays {
    try {
      return { kind: 'template', text: this.#evaluate(code, service), failure: null };
    } catch (error) {
      return { kind: 'template', text: '', failure: failureOf(error) };
    }
  }

  #packed(value: unknown): Packed {
    return packed(value, (service) => ({ id: (service as RemoteObject).id, shape: null }));
  }

  #objectOf({ id, shape }: Reference): ServiceObject {
    const known = this.#objects.get(id);
    if (known !== undefined) return known;
    if (shape === null) throw new Error(`The service object ${id} came without its shape.`);
    const made = new RemoteObject(id, shape.serviceName, { ...shape, kind: shape.kind === null ? null : this.#kind(shape.kind) });
    this.#objects.set(id, made);
    return made;
  }

  #kind(number: number): object {
    const kind = this.#kinds.get(number) ?? {};
    this.#kinds.set(number, kind);
    return kind;
  }
}

function errorOf({ name, message }: Failure): Error {
  return name === 'Exception' ? new ServiceException(message) : Object.assign(new Error(message), { name });
}
