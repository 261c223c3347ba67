// The check made when a person connects: who the webhook speaks for, what it may read, what the portal's clock says.
import { KpiError } from '../errors';
import { instantOf, writtenOffset } from '../iso';
import { readAnswer } from './answer';
import { batchRequest, type CommandAnswer, readBatch } from './batch';
import { complaint } from './complaint';
import type { HttpRequest, HttpResponse } from './http';
import { type MissingScope, missingScopes } from './scopes';

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

/** One HTTP request: send it, then give the response to `readConnectionCheck`. None of its commands needs a scope. */
export function connectionRequest(): HttpRequest {
  return batchRequest([
    { name: 'time', method: 'server.time', params: {} },
    { name: 'profile', method: 'profile', params: {} },
    { name: 'scope', method: 'scope', params: {} },
  ]);
}

/** KpiError('settings') for a wrong webhook or a missing required scope, KpiError('portal') when Bitrix24 did not answer. */
export function readConnectionCheck(response: HttpResponse): ConnectionCheck {
  const answer = readAnswer(response);
  if (answer.kind === 'error') {
    if (answer.code === 'unreadable' && answer.status < 500) throw new KpiError('settings', 'notBitrix24', { detail: answer.detail });
    throw complaint({ ...answer, method: 'batch', what: 'users', scope: '' });
  }
  const read = readBatch(answer.result);
  if (!read) throw new KpiError('settings', 'notBitrix24', { detail: 'batch' });
  const time = successful(read('time'), 'server.time');
  const profile = readProfile(successful(read('profile'), 'profile'));
  const granted = successful(read('scope'), 'scope');
  if (!Array.isArray(granted)) throw new KpiError('portal', 'unreadableAnswer', { method: 'scope' });
  const scopes = granted.map(String);
  const missing = missingScopes(scopes);
  const needed = missing.find((need) => need.required);
  if (needed) throw new KpiError('settings', 'missingScope', { scope: needed.scope, what: needed.what });
  if (typeof time !== 'string' || Number.isNaN(instantOf(time)))
    throw new KpiError('portal', 'unreadableAnswer', { method: 'server.time' });
  return { ...profile, scopes, missing, timeZoneOffset: writtenOffset(time), serverTime: instantOf(time) };
}

export interface Profile {
  readonly userId: number;
  readonly userName: string;
  readonly admin: boolean;
}

/** The answer of `profile`; it is `[]` for a dismissed owner: KpiError('settings'). */
export function readProfile(result: unknown): Profile {
  const profile = (typeof result === 'object' && result !== null ? result : {}) as Readonly<Record<string, unknown>>;
  const userId = Number(profile['ID']);
  if (!Number.isInteger(userId) || userId <= 0) throw new KpiError('settings', 'webhookOwnerBlocked');
  const name = [profile['NAME'], profile['LAST_NAME']].filter((part) => typeof part === 'string' && part !== '').join(' ');
  const admin = profile['ADMIN'] === true || profile['ADMIN'] === 'Y' || profile['ADMIN'] === 1;
  return { userId, userName: name === '' ? `#${userId}` : name, admin };
}

function successful(answer: CommandAnswer, method: string): unknown {
  if (answer.error) throw complaint({ ...answer.error, method, what: 'users', scope: '' });
  if (answer.result === undefined) throw new KpiError('portal', 'unreadableAnswer', { method });
  return answer.result;
}
