// The two addresses of OAuth: `/oauth/authorize/` of the portal, where a person lets an application in, and `/oauth/token/` of the authorization server (bitrix24-rest 8).
import type { PortalRequest, PortalResponse } from '../contract';
import { type PhpArray, toText } from '../php/value';
import { readParameters } from '../request';
import { html, json, redirect } from '../responses';
import { endpoints, type FrontSettings } from '../settings';
import type { Grant, TokenVault } from './tokens';

/** Errors of the token endpoint. Their texts are not documented, but for the one of PAYMENT_REQUIRED. */
export type OauthError = 'invalid_request' | 'invalid_client' | 'invalid_grant' | 'invalid_scope' | 'PAYMENT_REQUIRED';

const texts: Readonly<Record<OauthError, string>> = {
  invalid_request: 'An incorrectly formatted authorization request was provided',
  invalid_client: 'Invalid client data was provided',
  invalid_grant: 'Invalid authorization tokens were provided',
  invalid_scope: 'Access permissions requested exceed those specified in the application card',
  PAYMENT_REQUIRED: 'Payment required',
};

/** The refusal of an error; its HTTP status is unconfirmed. */
export const oauthError = (error: OauthError, status: number): PortalResponse =>
  json(status, JSON.stringify({ error, error_description: texts[error] }), 0);

/**
 * Sends the person back to the application with a code. Who is in the browser tells the cookie `user` (an id; without it: the webhook's owner), and they always
 * agree; with `people`, a browser without the cookie is first shown a page on which one of them lets the application in, or nobody does. Whatever is wrong is shown
 * on a page of the portal; no redirect comes back.
 */
export function authorize(
  settings: FrontSettings,
  tokens: TokenVault,
  request: PortalRequest,
  people: readonly Person[] | null,
): PortalResponse {
  const params = readParameters(request);
  const application = settings.application;
  if (application?.redirectUri === undefined || application.active === false || toText(params.get('client_id')) !== application.clientId)
    return html(200, 'Application not found', 0);
  const person = /(?:^|;\s*)user=(\d+)/.exec(request.headers['cookie'] ?? '')?.[1];
  const clicked = toText(params.get('user'));
  if (person === undefined && people !== null && !people.some(({ id }) => String(id) === clicked))
    return clicked === '' ? consentPage(request.path, application.clientId, people) : html(200, 'Access denied', 0);
  const userId = person !== undefined ? Number(person) : clicked !== '' && people !== null ? Number(clicked) : settings.webhook.userId;
  const { client, server } = endpoints(settings, request.headers['host'], request.secure);
  const scopes = settings.applicationScopes;
  const location = new URL(application.redirectUri);
  const back = {
    code: tokens.code({ clientId: application.clientId, userId, scopes }),
    state: toText(params.get('state')),
    domain: new URL(client).host,
    member_id: settings.memberId,
    scope: scopes.join(','),
    server_domain: new URL(server).host,
  };
  for (const [key, value] of Object.entries(back)) location.searchParams.set(key, value);
  return redirect(location.toString(), 0);
}

/** Somebody of the portal who may be in the browser. */
export interface Person {
  readonly id: number;
  readonly name: string;
}

function consentPage(path: string, clientId: string, people: readonly Person[]): PortalResponse {
  const text = (value: string): string => value.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
  const link = (user: string, label: string): string =>
    `<p><a id="user-${user}" href="${text(`${path}&user=${user}`)}">${text(label)}</a></p>`;
  const body = `<!doctype html><html><head><meta charset="utf-8"><title>Битрикс24</title></head><body><h1>${text(clientId)}</h1><p>Впустить приложение? / Let the application in?</p>${people
    .map(({ id, name }) => link(String(id), `Разрешить / Allow: ${name}`))
    .join('')}${link('none', 'Отказать / Deny')}</body></html>`;
  return { ...html(200, 'OK', 0), headers: { 'content-type': 'text/html; charset=utf-8' }, body };
}

/** Exchanges a code or a refresh token for a new pair of tokens. */
export function token(settings: FrontSettings, tokens: TokenVault, request: PortalRequest, errorStatus: number): PortalResponse {
  const params = readParameters(request);
  const outcome = grant(settings, tokens, params);
  if (typeof outcome === 'string') return oauthError(outcome, errorStatus);
  const pair = tokens.issue(outcome);
  const { client, server } = endpoints(settings, request.headers['host'], request.secure);
  const refreshed = toText(params.get('grant_type')) === 'refresh_token';
  const body = {
    access_token: pair.access,
    client_endpoint: `${client}/rest/`,
    domain: settings.oauthHost,
    ...(refreshed ? { expires: Math.floor(pair.expires / 1000) } : {}),
    expires_in: 3600,
    member_id: settings.memberId,
    refresh_token: pair.refresh,
    scope: outcome.scopes.join(','),
    server_endpoint: `${server}/rest/`,
    status: settings.application?.status ?? 'L',
    ...(refreshed ? { user_id: outcome.userId } : {}),
  };
  return json(200, JSON.stringify(body), 0);
}

function grant(settings: FrontSettings, tokens: TokenVault, params: PhpArray): Grant | OauthError {
  const given = (name: string): string => toText(params.get(name));
  const type = given('grant_type');
  if ((type !== 'authorization_code' && type !== 'refresh_token') || given('client_id') === '') return 'invalid_request';
  const key = type === 'authorization_code' ? 'code' : 'refresh_token';
  if (given(key) === '') return 'invalid_request';
  const application = settings.application;
  if (application?.clientId !== given('client_id') || application.clientSecret !== given('client_secret') || application.active === false)
    return 'invalid_client';
  if (application.paid === false) return 'PAYMENT_REQUIRED';
  const scopes = given('scope');
  if (scopes !== '' && scopes.split(',').some((scope) => !settings.applicationScopes.includes(scope))) return 'invalid_scope';
  const found = key === 'code' ? tokens.redeem(given(key)) : tokens.renew(given(key));
  return found === null || (key !== 'code' && application.revoked?.includes(found.userId)) ? 'invalid_grant' : found;
}
