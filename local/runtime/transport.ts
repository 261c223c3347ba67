// How UrlFetchApp reaches the network: a synchronous function from a wave of requests to their answers, in order. It knows no Apps Script.
import type { Clock } from '../clock';
import { nextHop } from './redirects';

export interface RawRequest {
  readonly url: string;
  /** Upper case. */
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | null;
  readonly timeoutMs: number;
  readonly followRedirects: boolean;
}

/** Why no HTTP answer came. */
export type Fault = 'address' | 'dns' | 'timeout';

export interface RawAnswer {
  readonly status: number;
  /** In the server's order and spelling, repeated names repeated; no `content-encoding` is left to undo. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array;
}

export type RawResponse = RawAnswer | { readonly fault: Fault };

/** Sends a wave in parallel and blocks until the slowest answered. */
export type Transport = (requests: readonly RawRequest[]) => RawResponse[];

/** A request as a host in the same process sees it. */
export interface HostRequest {
  readonly method: string;
  /** With the query, from `/`. */
  readonly path: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface HostResponse {
  readonly status: number;
  /** A list repeats the header. */
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  /** Bytes for what is not UTF-8 text. */
  readonly body: string | Uint8Array;
  /** How long the answer takes. */
  readonly delayMs?: number;
  /** The answer gets lost on its way. */
  readonly fault?: Fault;
}

/** A server in the same process; answering a `fault` plays trouble of the network. */
export type Host = (request: HostRequest) => HostResponse | { readonly fault: Fault; readonly delayMs?: number };

/**
 * Answers from hosts in this process, by the host (and port) of the URL; any other host is a DNS error. The shared clock passes by the longest delay of the wave,
 * because a wave is parallel; an answer slower than its request's timeout is a timeout.
 */
export function inProcessTransport(hosts: Readonly<Record<string, Host>>, clock: Clock): Transport {
  return (requests) => {
    const answers = requests.map((request) => exchanged(hosts, request));
    clock.advance(Math.max(0, ...answers.map(({ tookMs }) => tookMs)));
    return answers.map(({ response }) => response);
  };
}

/** One exchange with its redirects, and how long it took of the request's time. */
function exchanged(
  hosts: Readonly<Record<string, Host>>,
  request: RawRequest,
): { readonly response: RawResponse; readonly tookMs: number } {
  const { timeoutMs } = request;
  let now = request;
  let tookMs = 0;
  for (let hop = 0; ; hop += 1) {
    const url = new URL(now.url);
    const host = hosts[url.host];
    if (host === undefined) return { response: { fault: 'dns' }, tookMs };
    const answer = host({
      method: now.method,
      path: url.pathname + url.search,
      headers: Object.fromEntries(Object.entries(now.headers).map(([name, value]) => [name.toLowerCase(), value])),
      body: now.body === null ? '' : Buffer.from(now.body).toString('utf8'),
    });
    tookMs += answer.delayMs ?? 0;
    if (tookMs > timeoutMs) return { response: { fault: 'timeout' }, tookMs: timeoutMs };
    if (!('status' in answer) || answer.fault !== undefined) return { response: { fault: answer.fault ?? 'address' }, tookMs };
    const headers = Object.entries(answer.headers).flatMap(([name, value]) => [value].flat().map((one) => [name, one] as const));
    const body = typeof answer.body === 'string' ? Buffer.from(answer.body, 'utf8') : answer.body;
    const response = { status: answer.status, headers, body };
    const next = nextHop(now, response, hop);
    if (next === null) return { response, tookMs };
    now = next;
  }
}
