// The transport over the network: a worker thread fetches while this thread waits (workbench reference, 8).
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { BlockingPort, portEnds } from './blocking-port';
import type { HttpAnswers, HttpWave, HttpWorkerData } from './http-messages';
import type { RawResponse, Transport } from './transport';

/** A transport and the way to stop its worker. */
export interface HttpTransport {
  readonly send: Transport;
  close(): void;
}

/** Waiting longer than every request's own time-out means that the worker is gone. */
const graceMs = 10_000;

/** How long the thread sleeps before it looks what else there is to do. */
const turnMs = 50;

/**
 * Starts the worker; `workerFile` is the built http-worker, by default beside the running program. `meanwhile` is called before a request and while
 * its answer is awaited: the thread may serve others in that time.
 */
export function httpTransport(workerFile: string = join(__dirname, 'http-worker.cjs'), meanwhile?: () => void): HttpTransport {
  const [mine, its] = portEnds();
  const data: HttpWorkerData = { end: its };
  const worker = new Worker(workerFile, { workerData: data, transferList: [its.port] });
  const port = new BlockingPort<HttpAnswers, HttpWave>(mine);
  let broken: Error | null = null;
  let last = 0;
  /** Answers that came while another request was waited for. */
  const answered = new Map<number, HttpAnswers>();
  worker.on('error', (error) => {
    broken = error;
  });
  worker.unref();
  const send: Transport = (requests) => {
    if (requests.length === 0) return [];
    if (broken !== null) throw broken;
    last += 1;
    const wave: HttpWave = { id: last, requests };
    port.post(wave);
    const until = Date.now() + Math.max(...requests.map(({ timeoutMs }) => timeoutMs)) + graceMs;
    for (;;) {
      meanwhile?.();
      const left = until - Date.now();
      const answers = port.receive(meanwhile === undefined ? left : Math.min(left, turnMs));
      if (answers !== null) answered.set(answers.id, answers);
      const own = answered.get(wave.id);
      if (own !== undefined) {
        answered.delete(wave.id);
        return [...own.responses];
      }
      if (Date.now() >= until) return requests.map((): RawResponse => ({ fault: 'timeout' }));
    }
  };
  return {
    send,
    close: () => {
      port.close();
      void worker.terminate();
    },
  };
}
