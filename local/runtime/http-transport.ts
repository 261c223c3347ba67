// The transport over the network: a worker thread fetches while this thread waits (workbench reference, 8).
import { join } from 'node:path';
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
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
 * its answer is awaited: the thread may serve answered in that time.
 */
export function httpTransport(workerFile: string = join(__dirname, 'http-worker.cjs'), meanwhile?: () => void): HttpTransport {
  const flag = new SharedArrayBuffer(4);
  const signal = new Int32Array(flag);
  const { port1, port2 } = new MessageChannel();
  const data: HttpWorkerData = { flag, port: port2 };
  const worker = new Worker(workerFile, { workerData: data, transferList: [port2] });
  let broken: Error | null = null;
  let last = 0;
  /** Answers that came while another request was waited for. */
  const answered = new Map<number, HttpAnswers>();
  worker.on('error', (error) => {
    broken = error;
  });
  worker.unref();
  port1.unref();
  const send: Transport = (requests) => {
    if (requests.length === 0) return [];
    if (broken !== null) throw broken;
    last += 1;
    const wave: HttpWave = { id: last, requests };
    worker.postMessage(wave);
    const until = Date.now() + Math.max(...requests.map(({ timeoutMs }) => timeoutMs)) + graceMs;
    for (;;) {
      meanwhile?.();
      const left = Math.max(1, until - Date.now());
      Atomics.wait(signal, 0, 0, meanwhile === undefined ? left : Math.min(left, turnMs));
      Atomics.store(signal, 0, 0);
      for (let answers = received(port1); answers !== null; answers = received(port1)) answered.set(answers.id, answers);
      const own = answered.get(wave.id);
      if (answered.delete(wave.id) && own !== undefined) return [...own.responses];
      if (Date.now() >= until) return requests.map((): RawResponse => ({ fault: 'timeout' }));
    }
  };
  return {
    send,
    close: () => {
      port1.close();
      void worker.terminate();
    },
  };
}

function received(port: MessagePort): HttpAnswers | null {
  return (receiveMessageOnPort(port) as { message: HttpAnswers } | undefined)?.message ?? null;
}
