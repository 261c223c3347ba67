// The core of REST: runs one method under its scope and its operating budget and times it, or unrolls a batch (bitrix24-rest 1.3, 2.2, 3). It knows no HTTP.
import type { Caller } from './credentials';
import { frontError, type StatusSource } from './errors';
import type { EventDesk } from './events/desk';
import type { FaultPlan } from './faults';
import type { OperatingRequest } from './limits';
import type { Answer, Call, Catalogue } from './method';
import type { PhpArray } from './php/value';
import { toInt } from './php/value';
import type { Store } from './store/store';

/** The `time` block of an answer. Seconds of the portal's clock; durations are what the command would have cost. */
export interface TimeBlock {
  readonly start: number;
  readonly finish: number;
  readonly duration: number;
  readonly processing: number;
  readonly date_start: string;
  readonly date_finish: string;
  readonly operating_reset_at?: number;
  readonly operating?: number;
}

/** What counting needs to know of commands that ran. */
export interface Tally {
  readonly ran: (method: string) => void;
  readonly answered: (answer: Answer) => void;
}

/** What stays the same through one HTTP request. */
export interface Session {
  readonly store: Store;
  readonly catalogue: Catalogue;
  readonly caller: Caller;
  readonly events: EventDesk;
  readonly operating: OperatingRequest;
  readonly faults: FaultPlan;
  readonly tally: Tally;
  /** Whose statuses decide whether an impossible batch is refused whole. */
  readonly statuses: StatusSource | undefined;
  /** Milliseconds of one page of a list. */
  readonly pageMs: number;
  /** Whether time blocks begin at whole seconds, as recent cloud portals write them. */
  readonly wholeSeconds: boolean;
  /** Clock at the beginning of the request, ms. */
  readonly startedAt: number;
  /** Method time of the request so far, ms. */
  elapsed: number;
}

export interface Outcome {
  readonly answer: Answer;
  readonly time: TimeBlock;
}

// What a call costs beside its pages, ms: enough that times of a batch never stand still.
const callMs = 0.5;

/** Runs one method (not a batch). Throws RestError. */
export function runMethod(session: Session, name: string, params: PhpArray): Outcome {
  const key = name.toLowerCase();
  const method = session.catalogue.get(key);
  if (method === undefined) throw frontError('method-not-found');
  const { caller } = session;
  if (method.scopes.length > 0 && !method.scopes.some((scope) => caller.scopes.includes(scope)))
    throw frontError(caller.type === 'webhook' ? 'insufficient-scope' : 'insufficient-app-scope');
  const startedAt = session.startedAt + session.elapsed;
  if (session.operating.isBlocked(key, startedAt)) throw frontError('operation-limit');
  session.tally.ran(key);
  const start = toInt(params.get('start'));
  params.delete('start');
  const call: Call = {
    method: key,
    params,
    start,
    store: session.store,
    userId: caller.userId,
    scopes: caller.scopes,
    caller,
    events: session.events,
    catalogue: session.catalogue,
    now: startedAt,
  };
  const answer = method.run(call);
  session.tally.answered(answer);
  const cost = (answer.pages ?? 0) * session.pageMs;
  session.elapsed += cost + callMs;
  session.operating.add(key, cost / 1000, startedAt);
  return { answer, time: timeBlock(session, key, startedAt) };
}

/** The time block of what began at `startedAt` (ms) and ends now. */
export function timeBlock(session: Session, method: string, startedAt: number): TimeBlock {
  const finishedAt = session.startedAt + session.elapsed;
  const { zone } = session.store;
  const begun = session.wholeSeconds ? Math.floor(startedAt / 1000) * 1000 : startedAt;
  return {
    start: begun / 1000,
    finish: finishedAt / 1000,
    duration: (finishedAt - begun) / 1000,
    processing: session.wholeSeconds ? 0 : (finishedAt - startedAt) / 1000,
    date_start: zone.iso(startedAt),
    date_finish: zone.iso(finishedAt),
    ...session.operating.keys(method, startedAt),
  };
}
