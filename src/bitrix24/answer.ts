// What an HTTP response means: a result, an error of Bitrix24, or no answer worth the name. The error word decides before the status
// (bitrix24-rest 1.4): the same code comes with several statuses.

import { redacted } from '../redact';
import { hostOf } from './hosts';
import type { HttpResponse } from './http';
import { redirectOf } from './renamed';

/**
 * busy: 503, too many requests. operating: the method's time is used up. retry: a passing fault. token: an application to be let in anew.
 * rejected: unknown or deleted webhook. blocked: its owner is dismissed. scope, access, plan: rights. overload, deleted: the portal itself.
 * moved: a redirect that is no renaming we may follow, `detail` is its host or ''. refused: anything that will not pass by itself.
 */
export type Trouble =
  | 'busy'
  | 'operating'
  | 'retry'
  | 'token'
  | 'rejected'
  | 'blocked'
  | 'scope'
  | 'access'
  | 'plan'
  | 'overload'
  | 'deleted'
  | 'moved'
  | 'refused';

/** The `time` block (bitrix24-rest 1.3). Seconds; NaN where the portal did not say. */
export interface Timing {
  readonly start: number;
  readonly startText: string;
  readonly finish: number;
  readonly duration: number;
  readonly operating: number;
  /** Unix seconds of the portal's clock. */
  readonly resetAt: number;
}

export type Answer =
  | { readonly kind: 'result'; readonly result: unknown; readonly timing: Timing | null }
  | { readonly kind: 'error'; readonly trouble: Trouble; readonly code: string; readonly detail: string; readonly status: number };

/** Never throws. An unreadable body (HTML, cut, empty) is the trouble `retry` with the status and a redacted beginning of the body. */
export function readAnswer(response: HttpResponse): Answer {
  if ('failure' in response) return failed('retry', response.failure, redacted(response.detail).slice(0, 200), 0);
  const body = parsed(response.body);
  if (typeof body === 'object' && body !== null && 'error' in body) {
    const code = String(body.error ?? '');
    const detail = 'error_description' in body ? String(body.error_description ?? '') : '';
    return failed(troubleOf(code, detail, response.status), code, redacted(detail).slice(0, 200), response.status);
  }
  const location = redirectOf(response);
  if (location !== null) return failed('moved', 'redirect', hostOf(location), response.status);
  const fine = response.status >= 200 && response.status < 300;
  if (!fine || typeof body !== 'object' || body === null || !('result' in body)) {
    return failed('retry', 'unreadable', `HTTP ${response.status}: ${excerpt(response.body)}`, response.status);
  }
  return { kind: 'result', result: body.result, timing: 'time' in body ? timingOf(body.time) : null };
}

function failed(trouble: Trouble, code: string, detail: string, status: number): Answer {
  return { kind: 'error', trouble, code, detail, status };
}

const TROUBLES: Readonly<Record<string, Trouble>> = {
  query_limit_exceeded: 'busy',
  operation_time_limit: 'operating',
  overload_limit: 'overload',
  internal_server_error: 'retry',
  error_unexpected_answer: 'retry',
  error_core: 'retry',
  connection_error: 'retry',
  wrong_encoding: 'refused',
  expired_token: 'token',
  invalid_token: 'token',
  no_auth_found: 'rejected',
  invalid_credentials: 'rejected',
  application_not_found: 'token',
  authorization_error: 'blocked',
  user_access_error: 'blocked',
  insufficient_scope: 'scope',
  allowed_only_intranet_user: 'access',
  wrong_license: 'plan',
  payment_required: 'plan',
  portal_deleted: 'deleted',
};

/** What an error code means; `ACCESS_DENIED` names a plan or a right and is told apart by its text. */
export function troubleOf(code: string, description: string, status: number): Trouble {
  const known = TROUBLES[code.toLowerCase()];
  if (known) return known;
  if (/available only (by subscription|on commercial)/i.test(description)) return 'plan';
  if (/access[ _]denied/i.test(`${code} ${description}`)) return 'access';
  if (status >= 500) return 'retry';
  if (status === 429) return 'operating';
  return status === 401 ? 'rejected' : 'refused';
}

/** The `time` block of an answer or of one command; null when there is none. */
export function timingOf(time: unknown): Timing | null {
  if (typeof time !== 'object' || time === null || Array.isArray(time)) return null;
  const block = time as Readonly<Record<string, unknown>>;
  return {
    start: seconds(block['start']),
    startText: typeof block['date_start'] === 'string' ? block['date_start'] : '',
    finish: seconds(block['finish']),
    duration: seconds(block['duration']),
    operating: seconds(block['operating']),
    resetAt: seconds(block['operating_reset_at']),
  };
}

// The documentation once prints operating_reset_at as an ISO text.
function seconds(value: unknown): number {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || value === '') return Number.NaN;
  const plain = Number(value);
  return Number.isNaN(plain) ? Date.parse(value) / 1000 : plain;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}

/** What a page says. Records that stand in a broken answer are nobody's business: the text goes into the journal and into mails. */
function excerpt(body: string): string {
  const page = body.replace(/\{\s*"[\s\S]*/, ' ').replace(/<(style|script|title)[\s\S]*?<\/\1>/gi, ' ');
  const text = redacted(page.replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();
  return text === '' ? 'unreadable answer' : text.slice(0, 120);
}
