// What callers of the portal hold: one HTTP exchange, the options of a portal, its counters. It knows neither a socket nor a method.
import type { Clock } from '../clock';
import type { FaultRule } from './faults';
import type { PortalChange, PortalFile } from './portal-file';
import type { SentNotification } from './store/outbox';

/** One HTTP request as the portal's front end receives it (TLS already taken off). */
export interface PortalRequest {
  /** Upper case. */
  readonly method: string;
  /** From `/`, with the query. */
  readonly path: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Source address: the leaky bucket is counted by it (bitrix24-rest 2.1). Requests without one share a bucket. */
  readonly ip?: string;
}

/** The answer, and how long a real portal would have taken over it. */
export interface PortalResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Milliseconds: the HTTP server waits them for real; a caller in this process lets the shared clock pass by them. */
  readonly delayMs: number;
}

export interface PortalOptions {
  readonly data: PortalFile;
  readonly clock: Clock;
  /** Requests drained from the bucket a second (default 2; 5 on Enterprise). */
  readonly rate?: number;
  /** Capacity of the bucket (default 50; 250 on Enterprise). */
  readonly burst?: number;
  /** Time of the way there and back, milliseconds (default 0). */
  readonly latencyMs?: number;
  /** Server time of one page of one list command, milliseconds (default 0); it is what `operating` adds up. */
  readonly pageMs?: number;
  /** Seconds of method time in 10 minutes, per method (default 480; 0 switches the limiter and its keys off). */
  readonly operatingLimit?: number;
  readonly faults?: readonly FaultRule[];
}

/** Counters since the portal was made. */
export interface PortalStats {
  /** HTTP requests to `/rest/`, refused ones included. */
  readonly requests: number;
  /** Method calls that ran: each command of a batch, or the single call. */
  readonly commands: number;
  /** Records handed out by list methods. */
  readonly rows: number;
  /** Requests refused by a limit, credentials, or a planned fault. */
  readonly rejected: number;
  /** Totals counted because `start` was not negative: the dear part of a list call. */
  readonly counts: number;
  /** Method calls by method name. */
  readonly byMethod: Readonly<Record<string, number>>;
  /** ISO time of the portal's clock, in the portal's offset. */
  readonly now: string;
}

export interface Portal {
  /** `/rest/{userId}/{code}/`: where the webhook of this portal listens. */
  readonly webhookPath: string;
  /** Answers one request; touches no network, and does not move the clock. */
  handle(request: PortalRequest): PortalResponse;
  stats(): PortalStats;
  /** Notifications and messages sent to people of the portal, in the order of sending (bitrix24-rest 5.12). */
  readonly notifications: readonly SentNotification[];
  /** Upserts and deletes records, and may set the clock (design 4, `POST /_mutate`). */
  mutate(change: PortalChange): void;
}
