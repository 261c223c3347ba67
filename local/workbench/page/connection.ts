// The page's line to the worker: a WebSocket of JSON texts. It knows the messages' kinds, not what they do.
import type { Boot, PageMessage, WorkerMessage } from '../wire';

type Kind = WorkerMessage['kind'];
type Of<K extends Kind> = Extract<WorkerMessage, { readonly kind: K }>;

export interface Connection {
  send(message: PageMessage): void;
  /** One listener per kind; what came before the listener is kept for it. */
  on<K extends Kind>(kind: K, listener: (message: Of<K>) => void): void;
  /** Runs a function of the script; rejects with its sentence. */
  run(functionName: string, args: readonly unknown[], as: 'menu' | 'sidebar'): Promise<unknown>;
  /** How many runs have not ended. */
  readonly running: () => number;
  onRunning(listener: () => void): void;
}

/** Opens the line and waits for the file. `lost` is called when the line breaks. */
export function openConnection(lost: () => void): Promise<{ readonly connection: Connection; readonly boot: Boot }> {
  const socket = new WebSocket(`ws://${location.host}/socket`);
  const listeners = new Map<Kind, (message: never) => void>();
  const waiting: WorkerMessage[] = [];
  const runs = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let runningChanged = (): void => {};
  let lastRun = 0;

  const deliver = (message: WorkerMessage): void => {
    const listener = listeners.get(message.kind);
    if (listener === undefined) waiting.push(message);
    else listener(message as never);
  };
  const connection: Connection = {
    send: (message) => socket.send(JSON.stringify(message)),
    on: (kind, listener) => {
      listeners.set(kind, listener);
      for (const message of waiting.splice(0)) deliver(message);
    },
    run: (functionName, args, as) =>
      new Promise((resolve, reject) => {
        const id = ++lastRun;
        runs.set(id, { resolve, reject });
        connection.send({ kind: 'run', id, functionName, args, as });
        runningChanged();
      }),
    running: () => runs.size,
    onRunning: (listener) => {
      runningChanged = listener;
    },
  };
  connection.on('ran', ({ id, value, error }) => {
    const run = runs.get(id);
    runs.delete(id);
    runningChanged();
    if (error === undefined) run?.resolve(value);
    else run?.reject(new Error(error));
  });
  socket.addEventListener('open', () => connection.send({ kind: 'open' }));
  socket.addEventListener('message', (event) => deliver(JSON.parse(String(event.data)) as WorkerMessage));
  socket.addEventListener('close', lost);
  return new Promise((resolve) => connection.on('boot', (boot) => resolve({ connection, boot })));
}
