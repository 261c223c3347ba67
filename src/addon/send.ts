// The seam to the network: one wave of requests through UrlFetchApp, in parallel. Network trouble becomes a failure the load can
// retry; what only a person can mend (quota, permission) is thrown. No error text ever holds the address or a token.
import type { HttpRequest, HttpResponse } from '../bitrix24/http';
import type { TokenRequest } from '../bitrix24/oauth';
import { KpiError } from '../errors';
import { redacted } from '../redact';
import { restBase, type Secret } from './secret';

type Fetched = GoogleAppsScript.URL_Fetch.URLFetchRequest;

const COMMON = {
  method: 'post',
  headers: { Accept: 'application/json', 'User-Agent': 'Bitrix24-KPI-for-Google-Sheets' },
  muteHttpExceptions: true,
  followRedirects: false,
} as const;

/** Sends requests to the portal with the secret's rights, as it stands: nothing is renewed, no redirect followed (portal.ts does). */
export function sentAs(secret: Secret, requests: readonly HttpRequest[]): HttpResponse[] {
  const base = restBase(secret);
  const wave = requests.map(({ suffix, body }) => ({
    ...COMMON,
    url: base + suffix,
    contentType: 'application/json',
    payload: secret.kind === 'oauth' ? withAuth(body, secret.tokens.access) : body,
  }));
  return fetched(wave, [base]);
}

/** Posts a form to the authorization server: what it holds never stands in an address. */
export function sentForm({ url, fields }: TokenRequest): HttpResponse {
  const [response] = fetched([{ ...COMMON, url, payload: { ...fields } }], Object.values(fields));
  return response ?? { failure: 'network', detail: '' };
}

/** A JSON object with the token in it. */
function withAuth(body: string, token: string): string {
  const rest = body.slice(1);
  return `{"auth":${JSON.stringify(token)}${rest === '}' ? '' : ','}${rest}`;
}

function fetched(wave: Fetched[], secrets: readonly string[]): HttpResponse[] {
  try {
    return UrlFetchApp.fetchAll(wave).map(answerOf);
  } catch (error) {
    const failure = failureOf(error, secrets);
    return wave.map(() => failure);
  }
}

function answerOf(response: GoogleAppsScript.URL_Fetch.HTTPResponse): HttpResponse {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(response.getHeaders() as Record<string, unknown>)) headers[name] = String(value);
  return { status: response.getResponseCode(), body: response.getContentText('UTF-8'), headers };
}

/** One failed fetch loses the whole wave: fetchAll throws for all (apps-script reference, 8). */
function failureOf(error: unknown, secrets: readonly string[]): HttpResponse {
  const message = String((error as { message?: unknown })?.message ?? error);
  const detail = redacted(message.replace(/:?\s*https?:\S+/gi, ''), secrets).slice(0, 200);
  if (/too many times for one day/i.test(message)) throw new KpiError('portal', 'fetchQuota');
  if (/permission|not permitted|authorization is required/i.test(message)) throw new KpiError('settings', 'fetchForbidden', { detail });
  return { failure: /time.?out|timed out/i.test(message) ? 'timeout' : 'network', detail };
}
