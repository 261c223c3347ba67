// OAuth 2.0 of a local application (bitrix24-rest 8): the address a person opens, the requests for tokens, and what their answers mean. Pure.
import { KpiError } from '../errors';
import { hostOf, isLoopback, isSafeScheme } from './hosts';
import type { HttpFailure, HttpResponse } from './http';

/** The application's card in Bitrix24. */
export interface Application {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** What an authorization stands for. All of it is secret. */
export interface Tokens {
  readonly access: string;
  readonly refresh: string;
  /** Unix seconds of the clock that was given. Told only: tokens are renewed when the portal says that they have expired. */
  readonly expiresAt: number;
  /** What REST methods are appended to; ends with a slash. */
  readonly clientEndpoint: string;
  /** Where tokens are renewed. */
  readonly tokenEndpoint: string;
  /** Identity of the portal that no renaming touches. */
  readonly memberId: string;
  /** null until a refresh has told it. */
  readonly userId: number | null;
  readonly scope: readonly string[];
}

/** A form to post: its fields hold secrets, its address does not. */
export interface TokenRequest {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** `https://company.bitrix24.ru` out of what a person pasted: a host, or any address of the portal. KpiError('settings') for anything else. */
export function readPortalAddress(pasted: string): string {
  const text = pasted.trim().toLowerCase();
  const [, written, host = ''] =
    /^(?:([a-z]+):\/\/)?((?:[a-z0-9-]+\.)*[a-z0-9-]+(?::\d+)?|\[::1\](?::\d+)?)(?:[/?#]\S*)?$/.exec(text) ?? [];
  const scheme = written ?? (isLoopback(host) ? 'http' : 'https');
  if (host === '' || !(host.includes('.') || isLoopback(host))) throw new KpiError('settings', 'oauthPortal');
  if (!isSafeScheme(scheme, host)) throw new KpiError('settings', 'oauthPortalNotHttps');
  return `${scheme}://${host}`;
}

/** Id and secret as the application's card shows them; KpiError('settings', 'oauthCard') when one is missing or is not one word. */
export function readApplication(clientId: string, clientSecret: string): Application {
  const card = { clientId: clientId.trim(), clientSecret: clientSecret.trim() };
  if (!/^\S+$/.test(card.clientId) || !/^\S+$/.test(card.clientSecret)) throw new KpiError('settings', 'oauthCard');
  return card;
}

/** Where a person lets the application in. The way back is a matter of the application's card: `redirect_uri` is no parameter. */
export function authorizeAddress(portalBase: string, clientId: string, state: string): string {
  return `${portalBase}/oauth/authorize/?client_id=${encodeURIComponent(clientId)}&state=${encodeURIComponent(state)}`;
}

/** A code lives 30 s. */
export function exchangeRequest(url: string, { clientId, clientSecret }: Application, code: string): TokenRequest {
  return { url, fields: { grant_type: 'authorization_code', client_id: clientId, client_secret: clientSecret, code } };
}

/** The refresh token is replaced by what is answered. */
export function refreshRequest({ clientId, clientSecret }: Application, { tokenEndpoint, refresh }: Tokens): TokenRequest {
  return {
    url: tokenEndpoint,
    fields: { grant_type: 'refresh_token', client_id: clientId, client_secret: clientSecret, refresh_token: refresh },
  };
}

/** HTTP statuses of refusals are not documented: the error word alone counts. */
const REFUSALS: Readonly<Record<string, 'oauthAgain' | 'oauthClient' | 'oauthPayment' | 'oauthScope'>> = {
  invalid_grant: 'oauthAgain',
  bad_verification_code: 'oauthAgain',
  expired_token: 'oauthAgain',
  invalid_client: 'oauthClient',
  wrong_client: 'oauthClient',
  payment_required: 'oauthPayment',
  invalid_scope: 'oauthScope',
  insufficient_scope: 'oauthScope',
};

/** A failure is worth another try; KpiError('settings') says what a person must do. */
export function readTokens(response: HttpResponse, { url }: TokenRequest, nowSeconds: number): Tokens | HttpFailure {
  if ('failure' in response) return response;
  const body = parsed(response.body);
  if ('error' in body) {
    const code = String(body['error']).toLowerCase();
    const key = REFUSALS[code];
    if (key) throw new KpiError('settings', key);
    if (response.status < 500 && code === 'invalid_request')
      throw new KpiError('portal', 'methodRefused', { method: 'oauth/token', detail: code });
    return { failure: 'network', detail: `oauth/token: ${code.slice(0, 40)}` };
  }
  const { access_token: access, refresh_token: refresh, client_endpoint: endpoint, member_id: memberId, expires_in: seconds } = body;
  const clientEndpoint = readEndpoint(endpoint, url);
  if (!isWord(access) || !isWord(refresh) || !isWord(memberId) || clientEndpoint === null)
    return { failure: 'network', detail: `oauth/token: HTTP ${response.status}` };
  const lives = Number(seconds);
  const userId = Number(body['user_id']);
  return {
    access,
    refresh,
    expiresAt: Math.floor(nowSeconds) + (lives > 0 ? lives : 3600),
    clientEndpoint,
    tokenEndpoint: url,
    memberId,
    userId: userId > 0 ? userId : null,
    scope: String(body['scope'] ?? '')
      .split(/[\s,]+/)
      .filter((one) => one !== ''),
  };
}

/** https, or loopback where the authorization server is on loopback too. */
function readEndpoint(endpoint: unknown, tokenUrl: string): string | null {
  const [, scheme = '', host = ''] = /^(https?):\/\/([^/?#@\s]+)\/rest\/$/i.exec(String(endpoint)) ?? [];
  if (host === '' || !isSafeScheme(scheme.toLowerCase(), host)) return null;
  if (isLoopback(host) && !isLoopback(hostOf(tokenUrl))) return null;
  return `${scheme.toLowerCase()}://${host.toLowerCase()}/rest/`;
}

function isWord(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function parsed(body: string): Readonly<Record<string, unknown>> {
  try {
    const value = JSON.parse(body) as unknown;
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
