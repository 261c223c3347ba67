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

/** Starts the worker; `workerFile` is the built http-worker, by default beside the running program. */
export function httpTransport(workerFile: string = join(__dirname, 'http-worker.cjs')): HttpTransport {
  const [mine, its] = portEnds();
  const data: HttpWorkerData = { end: its };
  const worker = new Worker(workerFile, { workerData: data, transferList: [its.port] });
  const port = new BlockingPort<HttpAnswers, HttpWave>(mine);
  let broken: Error | null = null;
  let last = 0;
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
      const answers = port.receive(until - Date.now());
      if (answers === null) return requests.map((): RawResponse => ({ fault: 'timeout' }));
      if (answers.id === wave.id) return [...answers.responses];
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
