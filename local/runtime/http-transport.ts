// The transport over the network: a worker thread fetches while this thread waits (workbench reference, 8).
import { join } from 'node:path';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
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
  const flag = new SharedArrayBuffer(4);
  const signal = new Int32Array(flag);
  const { port1, port2 } = new MessageChannel();
  const data: HttpWorkerData = { flag, port: port2 };
  const worker = new Worker(workerFile, { workerData: data, transferList: [port2] });
  let broken: Error | null = null;
  worker.on('error', (error) => {
    broken = error;
  });
  worker.unref();
  port1.unref();
  const send: Transport = (requests) => {
    if (requests.length === 0) return [];
    if (broken !== null) throw broken;
    Atomics.store(signal, 0, 0);
    const wave: HttpWave = { requests };
    worker.postMessage(wave);
    const longest = Math.max(...requests.map(({ timeoutMs }) => timeoutMs)) + graceMs;
    if (Atomics.wait(signal, 0, 0, longest) === 'timed-out') return requests.map((): RawResponse => ({ fault: 'timeout' }));
    const received = receiveMessageOnPort(port1) as { message: HttpAnswers } | undefined;
    if (received === undefined) throw new Error(`The HTTP worker ${workerFile} did not answer.`);
    return [...received.message.responses];
  };
  return {
    send,
    close: () => {
      port1.close();
      void worker.terminate();
    },
  };
}
