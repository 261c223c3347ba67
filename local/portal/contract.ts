// What callers of the portal hold: one HTTP exchange, the options of a portal, its counters. It knows neither a socket nor a method.
import type { Clock } from '../clock';
import type { StatusSource } from './errors';
import type { OutgoingEvent } from './events/payload';
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
  /** Whether it came by https (absent: it did). Matters to webhooks where the portal insists on it, and to the addresses the portal names. */
  readonly secure?: boolean;
}

/** The answer, and how long a real portal would have taken over it. */
export interface PortalResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Milliseconds: the HTTP server waits them for real; a caller in this process lets the shared clock pass by them. */
  readonly delayMs: number;
  /** The connection is reset: the answer never arrives. */
  readonly fault?: 'address';
}

export interface PortalOptions {
  readonly data: PortalFile;
  readonly clock: Clock;
  /** Requests drained from the bucket a second (default by the plan of the portal file: 5 on Enterprise, else 2). */
  readonly rate?: number;
  /** Capacity of the bucket (default by the plan: 250 on Enterprise, else 50). */
  readonly burst?: number;
  /** Whether a refused request adds to the bucket too (bitrix24-rest 2.1, unconfirmed; default no). */
  readonly countRefused?: boolean;
  /** Time of the way there and back, milliseconds (default 0). */
  readonly latencyMs?: number;
  /** Server time of one page of one list command, milliseconds (default 0); it is what `operating` adds up. */
  readonly pageMs?: number;
  /** Seconds of method time in 10 minutes, per method (default 480; 0 switches the limiter and its keys off). */
  readonly operatingLimit?: number;
  /** The newer limiter: a method over its limit is banned for 300 s, and a batch is charged at half its time (bitrix24-rest 2.2; default no). */
  readonly operatingBan?: boolean;
  /** HTTP statuses of the documentation or of the published server code where they differ (default: the mix of bitrix24-rest 10). */
  readonly statuses?: StatusSource;
  /** Whether webhooks over plain http are refused, as a real portal does (default no: the emulator's own address is http on loopback). */
  readonly requireHttps?: boolean;
  /** Whether a person is asked on a page of the portal before an application is let in (default no: whoever is in the browser agrees). */
  readonly asksPerson?: boolean;
  /** HTTP status of errors of the token endpoint (bitrix24-rest 8, unconfirmed; default 400). */
  readonly oauthStatus?: number;
  /** Whether a refresh token that was already used works again (bitrix24-rest 8, unconfirmed; default no). */
  readonly refreshTwice?: boolean;
  /** Time blocks as recent cloud portals write them: `start` in whole seconds, `processing` 0 (bitrix24-rest 1.3; default exact, as the server code does). */
  readonly wholeSeconds?: boolean;
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
  /** `/rest/{userId}/{code}/`: where the webhook of this portal listens now. */
  readonly webhookPath: string;
  /** Answers one request; touches no network, and does not move the clock. */
  handle(request: PortalRequest): PortalResponse;
  stats(): PortalStats;
  /** Notifications and messages sent to people of the portal, in the order of sending (bitrix24-rest 5.12). */
  readonly notifications: readonly SentNotification[];
  /** Upserts and deletes records, and may set the clock (design 4, `POST /_mutate`). */
  mutate(change: PortalChange): void;
  /** Takes the events that wait to be sent to their handlers: each once, whether or not it arrives (bitrix24-rest 6). */
  takeEvents(): readonly OutgoingEvent[];
}
