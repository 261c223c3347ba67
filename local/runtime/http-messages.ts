// What the runtime's thread and the HTTP worker tell each other.
import type { PortEnd } from './blocking-port';
import type { RawRequest, RawResponse } from './transport';

/** What the worker is started with. */
export interface HttpWorkerData {
  readonly end: PortEnd;
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
