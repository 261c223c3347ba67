// The page's line to the worker: a WebSocket of JSON texts. It knows the messages' kinds, not what they do.
import type { Boot, PageMessage, Place, WorkerMessage } from '../wire';

type Kind = WorkerMessage['kind'];
type Of<K extends Kind> = Extract<WorkerMessage, { readonly kind: K }>;

export interface Connection {
  /** What is sent after the line broke is dropped: nobody would get it. */
  send(message: PageMessage): void;
  /** One listener per kind; what came before the listener is kept for it. */
  on<K extends Kind>(kind: K, listener: (message: Of<K>) => void): void;
  /** Runs a function of the script; rejects with its sentence, or as Google's client does when the line is broken. */
  run(functionName: string, args: readonly unknown[], as: 'menu' | 'sidebar'): Promise<unknown>;
  /** Where the person is, asked before each run. */
  selected: () => Place;
  /** Called once, when the line breaks. */
  onLost(listener: () => void): void;
  readonly isLost: () => boolean;
}

/** A run whose answer will never come: its line broke. The name tells it from the script's own failures. */
export class LineError extends Error {
  override readonly name = 'LineError';
}

/** Opens the line. */
export function openConnection(): Connection {
  const socket = new WebSocket(`ws://${location.host}/socket`);
  const listeners = new Map<Kind, (message: never) => void>();
  const waiting: WorkerMessage[] = [];
  const lostListeners: (() => void)[] = [];
  const runs = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let lost = false;
  let lastRun = 0;

  const deliver = (message: WorkerMessage): void => {
    const listener = listeners.get(message.kind);
    if (listener === undefined) waiting.push(message);
    else listener(message as never);
  };
  const connection: Connection = {
    send: (message) => {
      if (!lost) socket.send(JSON.stringify(message));
    },
    on: (kind, listener) => {
      listeners.set(kind, listener);
      for (const message of waiting.splice(0)) deliver(message);
    },
    run: (functionName, args, as) =>
      new Promise((resolve, reject) => {
        if (lost) {
          reject(noLine());
          return;
        }
        const id = ++lastRun;
        runs.set(id, { resolve, reject });
        connection.send({ kind: 'run', id, functionName, args, as, active: connection.selected() });
      }),
    selected: () => ({ sheetId: '', zone: { top: 0, left: 0, bottom: 0, right: 0 } }),
    onLost: (listener) => lostListeners.push(listener),
    isLost: () => lost,
  };
  connection.on('ran', ({ id, value, error }) => {
    const run = runs.get(id);
    runs.delete(id);
    if (error === undefined) run?.resolve(value);
    else run?.reject(new Error(error));
  });
  socket.addEventListener('open', () => connection.send({ kind: 'open' }));
  socket.addEventListener('message', (event) => deliver(JSON.parse(String(event.data)) as WorkerMessage));
  socket.addEventListener('close', () => {
    lost = true;
    for (const listener of lostListeners) listener();
    for (const run of runs.values()) run.reject(noLine());
    runs.clear();
  });
  return connection;
}

/** Waits for the file. */
export function receiveFile(connection: Connection): Promise<Boot> {
  return new Promise((resolve) => connection.on('boot', resolve));
}

function noLine(): LineError {
  return new LineError('NetworkError: Connection failure due to HTTP 0');
}
