// Entry of the HTTP worker thread: sends each wave in parallel and wakes the runtime's thread, which waits on the flag.
import { parentPort, workerData } from 'node:worker_threads';
import { exchange } from './http-exchange';
import type { HttpAnswers, HttpWave, HttpWorkerData } from './http-messages';

const { flag, port } = workerData as HttpWorkerData;
const signal = new Int32Array(flag);

parentPort?.on('message', ({ id, requests }: HttpWave) => {
  Promise.all(requests.map(exchange)).then((responses) => {
    const answers: HttpAnswers = { id, responses };
    port.postMessage(answers);
    Atomics.store(signal, 0, 1);
    Atomics.notify(signal, 0);
  });
});
