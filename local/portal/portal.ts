// An emulated Bitrix24 portal: the way of one request from the front end to the method and back. It knows no socket and no time but its clock.
import { runBatch } from './batch';
import { catalogue } from './catalogue';
import type { Portal, PortalOptions, PortalRequest, PortalResponse } from './contract';
import { methodNotFound, operationTimeLimit, runMethod, type Session, serverError, timeBlock } from './core';
import { type FaultKind, FaultPlan } from './faults';
import { LeakyBucket, OperatingMeter } from './limits';
import { type Answer, RestError } from './method';
import { allScopes } from './methods/service';
import { encodeJson } from './php/json';
import type { PhpArray } from './php/value';
import { type PortalChange, readPortalChange } from './portal-file';
import { type RestPath, readParameters, readPath } from './request';
import { Store } from './store/store';

export type { Portal, PortalOptions, PortalRequest, PortalResponse, PortalStats } from './contract';
export type { FaultRule } from './faults';
export type { PortalChange, PortalFile, PortalRecord } from './portal-file';

// The cloud cuts a request after 60 s (bitrix24-rest 1.4); a silent portal is silent for longer than anybody waits.
const cutMs = 60_000;
const silenceMs = 120_000;

/** Makes a portal over the records of a portal file. Deterministic: equal requests at equal clock times give equal answers. */
export function createPortal(options: PortalOptions): Portal {
  const { clock, latencyMs = 0, pageMs = 0 } = options;
  const { portal: settings } = options.data;
  const store = new Store(settings, clock);
  store.load(options.data);
  const userId = settings?.webhook?.userId ?? store.firstUserId;
  const code = settings?.webhook?.code ?? 'demo0secret0code';
  const scopes = settings?.scopes ?? allScopes;
  const bucket = new LeakyBucket(options.rate ?? 2, options.burst ?? 50);
  const meter = new OperatingMeter(options.operatingLimit ?? 480);
  const faults = new FaultPlan(options.faults ?? []);
  const counters = { requests: 0, commands: 0, rows: 0, rejected: 0, counts: 0 };
  const byMethod = new Map<string, number>();

  const stats = (): ReturnType<Portal['stats']> => ({
    ...counters,
    byMethod: Object.fromEntries(byMethod),
    now: store.zone.iso(clock.now()),
  });

  const mutate = (change: PortalChange): void => {
    if (change.now !== undefined) clock.advance(Date.parse(change.now) - clock.now());
    store.change(change);
  };

  const count = (method: string): void => {
    byMethod.set(method, (byMethod.get(method) ?? 0) + 1);
  };

  const session = (): Session => ({
    store,
    catalogue,
    userId,
    scopes,
    operating: meter.request(),
    faults,
    pageMs,
    startedAt: clock.now(),
    elapsed: 0,
    tally: {
      ran: (method) => {
        counters.commands += 1;
        count(method);
      },
      answered: (answer: Answer) => {
        counters.rows += answer.rows ?? 0;
        if (answer.counted === true) counters.counts += 1;
      },
    },
  });

  /** Checks of the front end and of the credentials, in the portal's order. Throws RestError. */
  const admit = (path: RestPath, request: PortalRequest, params: PhpArray): void => {
    if (!bucket.admit(request.ip ?? '', clock.now())) throw new RestError('QUERY_LIMIT_EXCEEDED', 'Too many requests', 503);
    const method = path.method.toLowerCase();
    if (method !== 'batch' && !catalogue.has(method)) throw methodNotFound();
    if (path.webhook === null) throw withoutWebhook(request, params);
    if (Number(path.webhook.userId) !== userId || path.webhook.code !== code) throw invalidCredentials();
    if (store.users.get(userId)?.['ACTIVE'] === false) throw new RestError('authorization_error', 'Unable to authorize user', 401);
  };

  const run = (path: RestPath, params: PhpArray): PortalResponse => {
    const running = session();
    const outer = path.method.toLowerCase();
    let body: Map<string, unknown>;
    if (outer === 'batch') {
      count('batch');
      body = new Map<string, unknown>([
        ['result', runBatch(running, params)],
        ['time', timeBlock(running, 'batch', running.startedAt)],
      ]);
    } else {
      const { answer, time } = runMethod(running, outer, params);
      body = new Map<string, unknown>([['result', answer.result]]);
      if (answer.next !== undefined) body.set('next', answer.next);
      if (answer.total !== undefined) body.set('total', answer.total);
      body.set('time', time);
    }
    running.operating.finish();
    // Half a millisecond a call is bookkeeping of the time block, not something to wait for.
    const spent = pageMs === 0 ? 0 : Math.round(running.elapsed);
    if (spent >= cutMs) return html(504, 'Gateway Time-out', latencyMs + cutMs);
    return json(200, encodeJson(body), latencyMs + spent);
  };

  const rest = (path: RestPath, request: PortalRequest): PortalResponse => {
    counters.requests += 1;
    const fault = faults.request(path.method.toLowerCase());
    try {
      if (fault !== null && fault !== 'cut-body') {
        counters.rejected += 1;
        return struck(fault, request, latencyMs);
      }
      const params = readParameters(request);
      admit(path, request, params);
      for (const key of ['auth', 'access_token']) params.delete(key);
      const response = run(path, params);
      return fault === 'cut-body' ? { ...response, body: response.body.slice(0, Math.floor(response.body.length / 2)) } : response;
    } catch (error) {
      if (!(error instanceof RestError)) throw error;
      if (error.status !== 400 && error.status !== 404) counters.rejected += 1;
      return failure(error, latencyMs);
    }
  };

  return {
    webhookPath: `/rest/${userId}/${code}/`,
    stats,
    get notifications() {
      return store.outbox.all();
    },
    mutate,
    handle: (request) => {
      const bare = request.path.split('?', 1)[0];
      if (bare === '/_stats') return json(200, JSON.stringify(stats()), 0);
      if (bare === '/_mutate') return mutated(request, mutate, stats);
      const path = readPath(request.path);
      return path === null ? html(404, 'Not Found', latencyMs) : rest(path, request);
    },
  };
}

function mutated(request: PortalRequest, mutate: Portal['mutate'], stats: Portal['stats']): PortalResponse {
  if (request.method !== 'POST') return json(405, JSON.stringify({ error: 'Send the change as a POST with a JSON body.' }), 0);
  try {
    mutate(readPortalChange(JSON.parse(request.body)));
    return json(200, JSON.stringify(stats()), 0);
  } catch (error) {
    return json(400, JSON.stringify({ error: error instanceof Error ? error.message : String(error) }), 0);
  }
}

const invalidCredentials = (): RestError => new RestError('INVALID_CREDENTIALS', 'Invalid request credentials', 401);

// `/rest/{method}` is the address of OAuth applications; this portal knows no token.
function withoutWebhook({ headers }: PortalRequest, params: PhpArray): RestError {
  const hasToken = params.get('auth') !== undefined || params.get('access_token') !== undefined || headers['authorization'] !== undefined;
  if (hasToken) return new RestError('invalid_token', 'Unable to get application by token', 401);
  return new RestError('NO_AUTH_FOUND', 'Wrong authorization data', 401);
}

function struck(fault: Exclude<FaultKind, 'cut-body'>, request: PortalRequest, delayMs: number): PortalResponse {
  switch (fault) {
    case 'html-502':
      return html(502, 'Bad Gateway', delayMs);
    case 'html-503':
      return html(503, 'Service Temporarily Unavailable', delayMs);
    case 'timeout':
      return html(504, 'Gateway Time-out', silenceMs);
    case 'redirect':
      return {
        ...html(302, 'Found', delayMs),
        headers: { 'content-type': 'text/html', location: `https://renamed.bitrix24.test${request.path}` },
      };
    case 'query-limit':
      throw new RestError('QUERY_LIMIT_EXCEEDED', 'Too many requests', 503);
    case 'operation-limit':
      throw operationTimeLimit();
    case 'server-error':
      throw serverError();
    case 'auth':
      throw invalidCredentials();
  }
}

// Errors carry no time block (bitrix24-rest 1.3).
const failure = (error: RestError, delayMs: number): PortalResponse =>
  json(error.status, JSON.stringify({ error: error.code, error_description: error.description }), delayMs);

// Webhooks over plain http are refused by a portal ("Https required."). The portal here stands behind its TLS, so every request counts as https: an address on
// loopback needs none, and whoever wants TLS puts a terminating server in front.
const json = (status: number, body: string, delayMs: number): PortalResponse => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-cache' },
  body,
  delayMs,
});

const html = (status: number, title: string, delayMs: number): PortalResponse => ({
  status,
  headers: { 'content-type': 'text/html' },
  body: `<html>\r\n<head><title>${status} ${title}</title></head>\r\n<body>\r\n<center><h1>${status} ${title}</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n`,
  delayMs,
});
