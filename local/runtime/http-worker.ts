// Entry of the HTTP worker thread: sends each wave in parallel and wakes the runtime's thread, which waits for the answers.
import { workerData } from 'node:worker_threads';
import { BlockingPort } from './blocking-port';
import { exchange } from './http-exchange';
import type { HttpAnswers, HttpWave, HttpWorkerData } from './http-messages';

const port = new BlockingPort<HttpWave, HttpAnswers>((workerData as HttpWorkerData).end);

port.listen(({ id, requests }) => {
  Promise.all(requests.map(exchange)).then((responses) => port.post({ id, responses }));
});
