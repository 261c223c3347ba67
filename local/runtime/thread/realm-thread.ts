// An interleaved execution seen from the runtime's thread: its realm lives in a worker thread, its service calls are made here, one whenever it is its turn.
import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Begun } from '../begun';
import { BlockingPort, portEnds } from '../blocking-port';
import { PutAside, TimeExceeded } from '../execution';
import type { Participant } from '../interleaving';
import type { LoadedScript } from '../loaded-script';
import { failureOf, ScriptError } from '../realm-errors';
import type { ServiceObject } from '../service';
import type { TemplateRunner } from '../services/html';
import type { Switches } from '../switches';
import type { RealmJob, ScriptHears, ScriptSays } from './realm-messages';
import { ServiceHandles } from './service-handles';

/** How much longer than the run's own real time its thread is waited for, and how long a dead one may take to unwind, ms. */
const graceMs = 10_000;
const unwindingMs = 1000;

export interface RealmThreadOptions {
  /** The built realm-worker. */
  readonly workerFile: string;
  readonly script: LoadedScript;
  readonly zone: string;
  readonly switches: Switches;
  readonly log: (level: string, line: string) => void;
  /** Begins the execution, at its first step; may refuse. The runner evaluates templates in the execution's realm. */
  readonly begin: (template: TemplateRunner) => Begun;
}

/** How the execution ended: its value, or what it threw. */
export type ThreadOutcome = { readonly value: unknown } | { readonly error: unknown };

type Invocation = Extract<ScriptSays, { kind: 'invoke' }>;
type End = Extract<ScriptSays, { kind: 'end' }>;

export class RealmThread implements Participant {
  readonly #options: RealmThreadOptions;
  #running: RunningThread | null = null;
  #aside: PutAside | null = null;
  #outcome: ThreadOutcome | null = null;

  constructor(options: RealmThreadOptions) {
    this.#options = options;
  }

  get outcome(): ThreadOutcome | null {
    return this.#outcome;
  }

  get hasEnded(): boolean {
    return this.#outcome !== null;
  }

  get waits(): PutAside | null {
    return this.#aside;
  }

  step(): void {
    try {
      this.#running ??= this.#begin();
    } catch (error) {
      this.#outcome = { error };
      return;
    }
    const { begun, next } = this.#running;
    if (next.kind === 'invoke') {
      this.#aside = begun.during(() => this.#running?.answer(next, this.#aside) ?? null);
      // A dead run needs no turn to end.
      if (this.#aside !== null || !begun.execution.isOver) return;
    }
    this.#end(this.#running);
  }

  /** Ends the thread; an execution that nobody lets go on (the schedule has failed) dies and gives its locks back. */
  close(): void {
    if (this.#running === null) return;
    if (!this.hasEnded) this.#end(this.#running);
    this.#running.close();
  }

  #begin(): RunningThread {
    const begun = this.#options.begin((code, service) => this.#running?.template(code, service) ?? '');
    try {
      return new RunningThread(begun, this.#options);
    } catch (error) {
      begun.end(() => undefined);
      throw error;
    }
  }

  #end({ begun, next }: RunningThread): void {
    try {
      const value = begun.during(() => begun.end(() => endOf(next)));
      this.#outcome = { value };
    } catch (error) {
      this.#outcome = { error };
    }
  }
}

function endOf(said: Invocation | End): unknown {
  if (said.kind === 'invoke') throw new TimeExceeded();
  if (said.failure === null) return said.value;
  const { name, message, stack, isTimeout } = said.failure;
  throw isTimeout ? new TimeExceeded() : new ScriptError(name, message, stack);
}

/** The thread from its start on: it always has said what it wants next. */
class RunningThread {
  readonly begun: Begun;
  readonly #worker: Worker;
  readonly #port: BlockingPort<ScriptSays, ScriptHears>;
  readonly #handles: ServiceHandles;
  readonly #log: RealmThreadOptions['log'];
  #next: Invocation | End;

  constructor(begun: Begun, { workerFile, script, zone, switches, log }: RealmThreadOptions) {
    if (!existsSync(workerFile)) throw new Error(`There is no built realm-worker at ${workerFile}.`);
    const [mine, its] = portEnds();
    const { topLevel, source, columnOffset, globals, hash, usesPromises } = script;
    this.begun = begun;
    this.#log = log;
    this.#port = new BlockingPort(mine);
    this.#handles = new ServiceHandles(begun.services);
    const job: RealmJob = {
      end: its,
      script: { topLevel, source, columnOffset, globals, hash, usesPromises },
      cachedCode: script.script.createCachedData(),
      entry: begun.entry,
      args: this.#handles.packed(begun.args()),
      globals: this.#handles.packed(begun.services.globals),
      zone,
      switches,
      now: begun.execution.clock.now(),
    };
    this.#worker = new Worker(workerFile, { workerData: job, transferList: [its.port] });
    this.#worker.unref();
    this.#next = this.#listen();
  }

  get next(): Invocation | End {
    return this.#next;
  }

  /** Makes the call and lets the script go on to its next one; answers what the call waits for, when it has to. */
  answer(said: Invocation, aside: PutAside | null): PutAside | null {
    const answer = this.#made(said, aside);
    if (answer instanceof PutAside) return answer;
    this.#port.post(answer);
    this.#next = this.#listen();
    return null;
  }

  /** Evaluates a template in the realm, in the middle of a call; the calls of its code are part of that call. */
  template(code: string, service: ServiceObject): string {
    this.#port.post({ kind: 'template', now: this.#now, code, service: this.#handles.packed(service) });
    for (;;) {
      const said = this.#heard();
      if (said.kind === 'end') throw new TimeExceeded();
      if (said.kind === 'invoke') {
        const answer = this.#made(said, null);
        if (answer instanceof PutAside) throw new Error('A template may not wait for another execution in the local runtime.');
        this.#port.post(answer);
      } else if (said.failure === null) return said.text;
      else throw Object.assign(new Error(said.failure.message), { name: said.failure.name });
    }
  }

  close(): void {
    this.#port.close();
    void this.#worker.terminate();
  }

  get #now(): number {
    return this.begun.execution.clock.now();
  }

  #made({ service, name, args }: Invocation, aside: PutAside | null): ScriptHears | PutAside {
    const { services, execution } = this.begun;
    const call = (): unknown =>
      services.invoke(this.#handles.unpacked(service) as ServiceObject, name, this.#handles.unpacked(args) as unknown[]);
    try {
      const value = aside === null ? call() : execution.again(aside, call);
      return { kind: 'answer', now: this.#now, value: this.#handles.packed(value) };
    } catch (error) {
      if (error instanceof PutAside) return error;
      return { kind: 'failure', now: this.#now, failure: failureOf(error), isOver: execution.isOver };
    }
  }

  #listen(): Invocation | End {
    const said = this.#heard();
    if (said.kind === 'template') throw new Error('A template was evaluated that nobody asked for.');
    return said;
  }

  /** What the script wants of others; what only reads or prints is served at once. A thread that says nothing has used up its time. */
  #heard(): Exclude<ScriptSays, { kind: 'read' | 'log' }> {
    const { execution, services, entry } = this.begun;
    for (;;) {
      const said = this.#port.receive(execution.isOver ? unwindingMs : entry.timeoutMs + graceMs);
      if (said === null) return { kind: 'end', value: null, failure: { name: '', message: '', stack: '', isTimeout: true } };
      if (said.kind === 'log') this.#log(said.level, said.line);
      else if (said.kind === 'read') {
        const value = services.read(this.#handles.unpacked(said.service) as ServiceObject, said.name);
        this.#port.post({ kind: 'answer', now: this.#now, value: this.#handles.packed(value) });
      } else return said;
    }
  }
}
