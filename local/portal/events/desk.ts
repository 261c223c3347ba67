// Subscriptions of applications to events, the queue of offline events, and what waits to be sent to handlers (bitrix24-rest 6). It knows no request.
import { createHash } from 'node:crypto';
import type { RaisedEvent } from './changes';
import { type FormValue, type OutgoingEvent, outgoingEvent } from './payload';

/** One event.bind: an online handler, or a queue (no handler) of a connector. */
export interface Binding {
  readonly id: number;
  readonly clientId: string;
  readonly event: string;
  /** '' for offline events. */
  readonly handler: string;
  /** Whose token the handler gets; 0: none. */
  readonly userId: number;
  readonly connector: string;
}

/** One entry of the offline queue: the last state of an event of an object. */
export interface QueuedEvent {
  readonly id: number;
  readonly clientId: string;
  readonly connector: string;
  readonly event: string;
  readonly messageId: string;
  readonly objectId: number;
  /** When it happened last, ms. */
  at: number;
  /** '' while nobody has reserved it. */
  processId: string;
  error: boolean;
}

export class EventDesk {
  private bindings: Binding[] = [];
  private queue: QueuedEvent[] = [];
  private outbox: OutgoingEvent[] = [];
  private readonly serials = { binding: 0, entry: 0, process: 0 };

  /** `auth` makes the `auth` part of a payload for a handler. */
  constructor(private readonly auth: (binding: Binding) => Readonly<Record<string, FormValue>>) {}

  /** Subscribes; the same subscription twice is refused by answering false. */
  bind(wanted: Omit<Binding, 'id'>): boolean {
    if (this.bindings.some((known) => isSame(known, wanted))) return false;
    this.bindings.push({ ...wanted, id: this.next('binding') });
    return true;
  }

  /** Removes subscriptions and answers how many. */
  unbind(fits: (binding: Binding) => boolean): number {
    const kept = this.bindings.filter((binding) => !fits(binding));
    const count = this.bindings.length - kept.length;
    this.bindings = kept;
    return count;
  }

  bound(clientId: string): readonly Binding[] {
    return this.bindings.filter((binding) => binding.clientId === clientId);
  }

  /** Queues an event or prepares its request, for everybody who had subscribed before it happened. */
  raise({ name, id }: RaisedEvent, now: number): void {
    for (const binding of this.bindings) {
      if (binding.event !== name) continue;
      if (binding.handler === '') this.enqueue(binding, id, now);
      else
        this.outbox.push(
          outgoingEvent(binding.handler, {
            event: name,
            event_handler_id: binding.id,
            data: { FIELDS: { ID: id } },
            ts: Math.floor(now / 1000),
            auth: this.auth(binding),
          }),
        );
    }
  }

  /** What waits for its handlers; each is handed out once. */
  take(): readonly OutgoingEvent[] {
    return this.outbox.splice(0);
  }

  /** The queue of a connector of an application. */
  queued(clientId: string, connector: string): readonly QueuedEvent[] {
    return this.queue.filter((entry) => entry.clientId === clientId && entry.connector === connector);
  }

  /** Reserves entries under a new process id and answers it. */
  reserve(entries: readonly QueuedEvent[]): string {
    const processId = createHash('md5')
      .update(`process ${this.next('process')}`)
      .digest('hex');
    for (const entry of entries) entry.processId = processId;
    return processId;
  }

  remove(entries: readonly QueuedEvent[]): void {
    const gone = new Set(entries);
    this.queue = this.queue.filter((entry) => !gone.has(entry));
  }

  // An entry that nobody has reserved yet is renewed in place: the queue keeps the last state of each object, not its history.
  private enqueue({ clientId, connector, event }: Binding, objectId: number, now: number): void {
    const messageId = createHash('md5')
      .update(`${event}|${JSON.stringify({ FIELDS: { ID: objectId } })}`)
      .digest('hex');
    const known = this.queued(clientId, connector).find((entry) => entry.messageId === messageId && entry.processId === '');
    if (known !== undefined) {
      known.at = now;
      return;
    }
    this.queue.push({ id: this.next('entry'), clientId, connector, event, messageId, objectId, at: now, processId: '', error: false });
  }

  private next(table: keyof EventDesk['serials']): number {
    this.serials[table] += 1;
    return this.serials[table];
  }
}

const isSame = (a: Omit<Binding, 'id'>, b: Omit<Binding, 'id'>): boolean =>
  a.clientId === b.clientId && a.event === b.event && a.handler === b.handler && a.userId === b.userId && a.connector === b.connector;
