// An emulated Bitrix24 portal: the way of one request from the front end to the method and back. It knows no socket and no time but its clock.
import { runBatch } from './batch';
import { catalogue } from './catalogue';
import type { Portal, PortalOptions, PortalRequest, PortalResponse } from './contract';
import { runMethod, type Session, timeBlock } from './core';
import { admit, type Caller } from './credentials';
import { frontError, statusOf } from './errors';
import { raisedEvents } from './events/changes';
import { EventDesk } from './events/desk';
import { applicationAuth } from './events/payload-auth';
import { FaultPlan, type FaultRule, isAnswerFault, isInsteadFault, isListFault } from './faults';
import { LeakyBucket, OperatingMeter } from './limits';
import { type Answer, RestError } from './method';
import { allScopes } from './methods/service';
import { misfortune, spoiltList, spoiltOnTheWay } from './misfortune';
import { authorize, oauthError, type Person, token } from './oauth/endpoint';
import { TokenVault } from './oauth/tokens';
import { encodeJson } from './php/json';
import type { PhpArray } from './php/value';
import { encodeXml } from './php/xml';
import { type PortalChange, readPortalChange } from './portal-file';
import { type RestPath, readParameters, readPath } from './request';
import { answer, html, json, redirect, type Transport } from './responses';
import { FrontSettings } from './settings';
import { Store } from './store/store';

export type { Portal, PortalOptions, PortalRequest, PortalResponse, PortalStats } from './contract';
export type { FaultRule } from './faults';
export type { PortalChange, PortalFile, PortalRecord } from './portal-file';

// The cloud cuts a request after 60 s (bitrix24-rest 1.4).
const cutMs = 60_000;

const tables = { deals: 2, leads: 1, contacts: 3, companies: 4 } as const;

/** Makes a portal over the records of a portal file. Deterministic: equal requests at equal clock times give equal answers. */
export function createPortal(options: PortalOptions): Portal {
  const { clock, latencyMs = 0, pageMs = 0, statuses } = options;
  const store = new Store(options.data.portal, clock);
  store.load(options.data);
  const settings = new FrontSettings(options.data.portal ?? {}, allScopes, () => store.firstUserId);
  const bucket = new LeakyBucket(
    options.rate ?? (settings.isEnterprise ? 5 : 2),
    options.burst ?? (settings.isEnterprise ? 250 : 50),
    options.countRefused,
  );
  const meter = new OperatingMeter(options.operatingLimit ?? 480, options.operatingBan);
  const tokens = new TokenVault(clock, options.refreshTwice ?? false);
  const events = new EventDesk(applicationAuth(settings, tokens));
  const counters = { requests: 0, commands: 0, rows: 0, rejected: 0, counts: 0 };
  const byMethod = new Map<string, number>();

  const stats = (): ReturnType<Portal['stats']> => ({
    ...counters,
    byMethod: Object.fromEntries(byMethod),
    now: store.zone.iso(clock.now()),
  });

  const mutate = (change: PortalChange): void => {
    if (change.now !== undefined) clock.advance(Date.parse(change.now) - clock.now());
    const raised = raisedEvents(
      change,
      (table, id) => (table === 'activities' ? store.activities : store.items[tables[table]]).get(id) !== undefined,
    );
    store.change(change);
    if (change.portal !== undefined) settings.change(change.portal);
    for (const event of raised) events.raise(event, clock.now());
  };

  const faults = new FaultPlan(options.faults ?? [], mutate);

  const count = (method: string): void => {
    byMethod.set(method, (byMethod.get(method) ?? 0) + 1);
  };

  const session = (caller: Caller): Session => ({
    store,
    catalogue,
    caller,
    events,
    operating: meter.request(caller.key, clock.now()),
    faults,
    statuses,
    pageMs,
    wholeSeconds: options.wholeSeconds ?? false,
    startedAt: clock.now(),
    elapsed: 0,
    tally: {
      ran: (method) => {
        counters.commands += 1;
        count(method);
      },
      answered: (answered: Answer) => {
        counters.rows += answered.rows ?? 0;
        if (answered.counted === true) counters.counts += 1;
      },
    },
  });

  /** Checks of the front end and of the credentials, in the portal's order. Throws RestError. */
  const enter = (path: RestPath, request: PortalRequest, params: PhpArray): Caller => {
    if (!bucket.admit(request.ip ?? '', clock.now())) throw frontError('query-limit');
    if (settings.isClosed) throw frontError('portal-deleted');
    const method = path.method.toLowerCase();
    if (method !== 'batch' && !catalogue.has(method)) throw frontError('method-not-found');
    const door = { settings, tokens, users: store.users, requireHttps: options.requireHttps ?? false, now: clock.now() };
    return admit(door, path, request, params);
  };

  const batch = (running: Session, params: PhpArray): Map<string, unknown> => {
    if (running.operating.isBlocked('batch', running.startedAt)) throw frontError('operation-limit');
    count('batch');
    const result = runBatch(running, params);
    running.operating.add('batch', (running.elapsed / 1000) * meter.batchWeight, running.startedAt);
    return new Map<string, unknown>([
      ['result', result],
      ['time', timeBlock(running, 'batch', running.startedAt)],
    ]);
  };

  const single = (running: Session, method: string, params: PhpArray, struck: FaultRule | null): Map<string, unknown> => {
    const { answer: right, time } = runMethod(running, method, params);
    const answered = isListFault(struck) ? spoiltList(struck, right) : right;
    const body = new Map<string, unknown>([['result', answered.result]]);
    if (answered.next !== undefined) body.set('next', answered.next);
    if (answered.total !== undefined) body.set('total', answered.total);
    body.set('time', time);
    return body;
  };

  const run = (path: RestPath, caller: Caller, params: PhpArray, struck: FaultRule | null): PortalResponse => {
    const running = session(caller);
    const outer = path.method.toLowerCase();
    const body = outer === 'batch' ? batch(running, params) : single(running, outer, params, struck);
    running.operating.finish();
    // Half a millisecond a call is bookkeeping of the time block, not something to wait for.
    const spent = pageMs === 0 ? 0 : Math.round(running.elapsed);
    if (spent >= cutMs) return html(504, 'Gateway Time-out', latencyMs + cutMs);
    return answer(path.transport, 200, written(path.transport, body), latencyMs + spent);
  };

  const failure = (error: RestError, transport: Transport): PortalResponse => {
    // Errors carry no time block (bitrix24-rest 1.3).
    const body = { error: error.code, error_description: error.description, ...error.additional };
    return answer(transport, statusOf(error, statuses), written(transport, new Map(Object.entries(body))), latencyMs);
  };

  const rest = (path: RestPath, request: PortalRequest): PortalResponse => {
    counters.requests += 1;
    const struck = faults.request(path.method.toLowerCase());
    try {
      if (isInsteadFault(struck)) {
        counters.rejected += 1;
        const instead = misfortune(struck.fault, request, latencyMs);
        return instead instanceof RestError ? failure(instead, path.transport) : instead;
      }
      const params = readParameters(request);
      const response = run(path, enter(path, request, params), params, struck);
      return isAnswerFault(struck) ? spoiltOnTheWay(struck, response) : response;
    } catch (error) {
      if (!(error instanceof RestError)) throw error;
      if (error.status !== 400 && error.status !== 404) counters.rejected += 1;
      return failure(error, path.transport);
    }
  };

  const people = (): Person[] =>
    [...store.users.all()]
      .filter((user) => user['ACTIVE'] !== false)
      .map((user) => ({
        id: Number(user['ID']),
        name: `${String(user['NAME'] ?? '')} ${String(user['LAST_NAME'] ?? '')}`.trim() || `#${user['ID']}`,
      }));

  const tokenEndpoint = (request: PortalRequest): PortalResponse => {
    const struck = faults.request('oauth/token');
    const errorStatus = options.oauthStatus ?? 400;
    if (struck?.fault === 'payment-required') return oauthError('PAYMENT_REQUIRED', errorStatus);
    const instead = isInsteadFault(struck) ? misfortune(struck.fault, request, latencyMs) : null;
    if (instead !== null && !(instead instanceof RestError)) return instead;
    const response = token(settings, tokens, request, errorStatus);
    return isAnswerFault(struck) ? spoiltOnTheWay(struck, response) : response;
  };

  return {
    get webhookPath() {
      const { userId, code } = settings.webhook;
      return `/rest/${userId}/${code}/`;
    },
    stats,
    get notifications() {
      return store.outbox.all();
    },
    mutate,
    takeEvents: () => events.take(),
    handle: (request) => {
      const bare = request.path.split('?', 1)[0];
      if (bare === '/_stats') return json(200, JSON.stringify(stats()), 0);
      if (bare === '/_mutate') return mutated(request, mutate, stats);
      // The authorization server has a name of its own, which no rename touches.
      if (bare === '/oauth/token/') return tokenEndpoint(request);
      const host = settings.movedTo(request.headers['host']);
      if (host !== null) return redirect(`${request.secure === false ? 'http' : 'https'}://${host}${request.path}`, latencyMs);
      if (bare === '/oauth/authorize/') return authorize(settings, tokens, request, options.asksPerson === true ? people() : null);
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

// Half of a surrogate pair stands for bytes that are no UTF-8: the portal cannot write such an answer (bitrix24-rest 1.4).
const broken = /(?:^|[^\\])(?:\\\\)*\\ud[89a-f]/;

function written(transport: Transport, body: Map<string, unknown>): string {
  if (transport === 'xml') return encodeXml(new Map([['response', body]]));
  const text = encodeJson(body);
  if (!text.includes('\\ud') || !broken.test(text)) return text;
  const { code, description } = frontError('wrong-encoding');
  return JSON.stringify({ error: code, error_description: description });
}
