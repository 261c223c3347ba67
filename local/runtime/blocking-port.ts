// A message port whose reader may wait without its event loop: how threads of the local runtime talk (workbench reference, 8).
import { MessageChannel, type MessagePort, receiveMessageOnPort } from 'node:worker_threads';

/** What one end is made of; may be sent to another thread (`port` in the transfer list). */
export interface PortEnd {
  readonly port: MessagePort;
  /** Rung by the other side with every message: one Int32. */
  readonly bell: SharedArrayBuffer;
  readonly otherBell: SharedArrayBuffer;
}

/** The two ends of a new channel. */
export function portEnds(): [PortEnd, PortEnd] {
  const { port1, port2 } = new MessageChannel();
  const [bell, otherBell] = [new SharedArrayBuffer(4), new SharedArrayBuffer(4)];
  return [
    { port: port1, bell, otherBell },
    { port: port2, bell: otherBell, otherBell: bell },
  ];
}

export class BlockingPort<In, Out> {
  readonly #port: MessagePort;
  readonly #bell: Int32Array;
  readonly #otherBell: Int32Array;

  constructor({ port, bell, otherBell }: PortEnd) {
    this.#port = port;
    this.#bell = new Int32Array(bell);
    this.#otherBell = new Int32Array(otherBell);
    port.unref();
  }

  post(message: Out): void {
    this.#port.postMessage(message);
    Atomics.add(this.#otherBell, 0, 1);
    Atomics.notify(this.#otherBell, 0);
  }

  /** The next message, waited for as long as `timeoutMs`; null when none came. */
  receive(timeoutMs: number): In | null {
    const until = Date.now() + timeoutMs;
    for (;;) {
      const rung = Atomics.load(this.#bell, 0);
      const received = receiveMessageOnPort(this.#port) as { message: In } | undefined;
      if (received !== undefined) return received.message;
      if (Atomics.wait(this.#bell, 0, rung, Math.max(0, until - Date.now())) === 'timed-out') return null;
    }
  }

  /** Takes messages by the event loop instead, for ever. */
  listen(take: (message: In) => void): void {
    this.#port.on('message', take);
    this.#port.ref();
  }

  close(): void {
    this.#port.close();
  }
}
