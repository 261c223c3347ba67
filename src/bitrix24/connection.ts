// The check made when a person connects: who the webhook speaks for, what it may read, what the portal's clock says.
import type { HttpRequest, HttpResponse } from './http';

export interface MissingScope {
  readonly scope: string;
  readonly required: boolean;
}

export interface ConnectionCheck {
  readonly userId: number;
  readonly userName: string;
  readonly admin: boolean;
  readonly scopes: readonly string[];
  /** Optional scopes that are absent; a missing required one throws. */
  readonly missing: readonly MissingScope[];
  /** The portal's offset from UTC, seconds. */
  readonly timeZoneOffset: number;
  /** The portal's clock, unix seconds. */
  readonly serverTime: number;
}

/** One HTTP request: send it, then give the response to `readConnection`. */
export function connectionRequest(): HttpRequest {
  throw new Error('not yet');
}

/** KpiError('settings') for a wrong webhook or a missing required scope, KpiError('portal') when Bitrix24 did not answer. */
export function readConnectionCheck(_response: HttpResponse): ConnectionCheck {
  throw new Error('not yet');
}
