// What the runtime's thread and the HTTP worker tell each other.
import type { MessagePort } from 'node:worker_threads';
import type { RawRequest, RawResponse } from './transport';

/** What the worker is started with. */
export interface HttpWorkerData {
  /** One Int32: 0 = waiting, 1 = the answers lie in the port. */
  readonly flag: SharedArrayBuffer;
  /** Where the answers go: the waiting thread reads it without its event loop. */
  readonly port: MessagePort;
}

export interface HttpWave {
  /** Answers that come after their wave was given up are told apart by it. */
  readonly id: number;
  readonly requests: readonly RawRequest[];
}

export interface HttpAnswers {
  readonly id: number;
  readonly responses: readonly RawResponse[];
}
