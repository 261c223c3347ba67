// The seam to the network: one wave of requests through UrlFetchApp, in parallel. Network trouble becomes a failure the load can
// retry; what only a person can mend (quota, permission) is thrown. No error text ever holds the address.
import type { HttpResponse, Send } from '../bitrix24/http';
import type { Webhook } from '../bitrix24/webhook';
import { KpiError } from '../errors';
import { redacted } from '../redact';

export function portalSend(webhook: Webhook): Send {
  return (requests) => {
    const wave = requests.map((request) => ({
      url: webhook.base + request.suffix,
      method: 'post' as const,
      contentType: 'application/json',
      payload: request.body,
      headers: { Accept: 'application/json', 'User-Agent': 'Bitrix24-KPI-for-Google-Sheets' },
      muteHttpExceptions: true,
      followRedirects: false,
    }));
    try {
      return UrlFetchApp.fetchAll(wave).map(answerOf);
    } catch (error) {
      const failure = failureOf(error, webhook);
      return requests.map(() => failure);
    }
  };
}

function answerOf(response: GoogleAppsScript.URL_Fetch.HTTPResponse): HttpResponse {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(response.getHeaders() as Record<string, unknown>)) headers[name] = String(value);
  return { status: response.getResponseCode(), body: response.getContentText('UTF-8'), headers };
}

/** One failed fetch loses the whole wave: fetchAll throws for all (apps-script reference, 8). */
function failureOf(error: unknown, webhook: Webhook): HttpResponse {
  const message = String((error as { message?: unknown })?.message ?? error);
  const detail = redacted(message.replace(/:?\s*https?:\S+/gi, ''), [webhook.base]).slice(0, 200);
  if (/too many times for one day/i.test(message)) throw new KpiError('portal', 'fetchQuota');
  if (/permission|not permitted|authorization is required/i.test(message)) throw new KpiError('settings', 'fetchForbidden', { detail });
  return { failure: /time.?out|timed out/i.test(message) ? 'timeout' : 'network', detail };
}
