// The secret of the person who connected a file (D9): a webhook, or an application with its tokens. It lies in that person's user properties,
// keyed by the file's id, and nowhere else.
import { hostOf } from '../bitrix24/hosts';
import type { Application, Tokens } from '../bitrix24/oauth';
import type { Connection } from './connection';
import { openFile } from './file';

export interface WebhookSecret {
  readonly kind: 'webhook';
  /** What REST methods are appended to; ends with a slash. */
  readonly base: string;
}

export interface OauthSecret extends Application {
  readonly kind: 'oauth';
  readonly tokens: Tokens;
  /** What the file is still to be told of a connection that was made in another tab: the way back from Bitrix24 need not know the file. */
  readonly untold?: Connection;
}

export type Secret = WebhookSecret | OauthSecret;

/** Another run's work with the secret is waited for so long, ms: a renewal takes one answer of a server. */
const PATIENCE_MS = 60_000;

/** Works with the secret while no other run of this person does: what is read is not written over by somebody who read before. */
export function holdingSecret<T>(work: () => T, otherwise: () => T = work): T {
  const lock = LockService.getUserLock();
  if (!lock.tryLock(PATIENCE_MS)) return otherwise();
  try {
    return work();
  } finally {
    lock.releaseLock();
  }
}

const key = (fileId: string): string => `b24.webhook.${fileId}`;

export function readSecret(fileId = openFile().getId()): Secret | null {
  const text = PropertiesService.getUserProperties().getProperty(key(fileId));
  if (text === null) return null;
  return text.charAt(0) === '{' ? (JSON.parse(text) as OauthSecret) : { kind: 'webhook', base: text };
}

export function keepSecret(secret: Secret, fileId = openFile().getId()): void {
  const text = secret.kind === 'webhook' ? secret.base : JSON.stringify(secret);
  PropertiesService.getUserProperties().setProperty(key(fileId), text);
}

/** Forgets the secret, and an authorization that was begun. */
export function forgetSecret(fileId = openFile().getId()): void {
  PropertiesService.getUserProperties().deleteProperty(key(fileId));
  forgetBegun(fileId);
}

/** An authorization that waits for its person to come back from Bitrix24. */
export interface Begun extends Application {
  /** `https://company.bitrix24.ru`. */
  readonly portalBase: string;
  /** Tells it from one that was begun before. */
  readonly mark: string;
}

const begunKey = (fileId: string): string => `b24.oauth.${fileId}`;

export function keepBegun(begun: Begun, fileId = openFile().getId()): void {
  PropertiesService.getUserProperties().setProperty(begunKey(fileId), JSON.stringify(begun));
}

export function readBegun(fileId: string): Begun | null {
  const text = PropertiesService.getUserProperties().getProperty(begunKey(fileId));
  return text === null ? null : (JSON.parse(text) as Begun);
}

export function forgetBegun(fileId: string): void {
  PropertiesService.getUserProperties().deleteProperty(begunKey(fileId));
}

/** What REST methods are appended to; ends with a slash. Never show it. */
export function restBase(secret: Secret): string {
  return secret.kind === 'webhook' ? secret.base : secret.tokens.clientEndpoint;
}

/** The same secret at another address. */
export function movedTo(secret: Secret, base: string): Secret {
  return secret.kind === 'webhook' ? { ...secret, base } : { ...secret, tokens: { ...secret.tokens, clientEndpoint: base } };
}

/** Host of the portal, as people are shown it. */
export function portalOf(secret: Secret): string {
  return hostOf(restBase(secret));
}
