// How UrlFetchApp reaches the network: a synchronous function from a wave of requests to their answers, in order. It knows no Apps Script.
import type { Clock } from '../clock';

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
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** How long the answer takes. */
  readonly delayMs?: number;
}

/** A server in the same process; throwing `fault` objects plays network faults. */
export type Host = (request: HostRequest) => HostResponse | { readonly fault: Fault; readonly delayMs?: number };

/**
 * Answers from hosts in this process, by the host (and port) of the URL; any other host is a DNS error. The shared clock passes by the longest delay of the wave,
 * because a wave is parallel; an answer slower than its request's timeout is a timeout.
 */
export function inProcessTransport(hosts: Readonly<Record<string, Host>>, clock: Clock): Transport {
  return (requests) => {
    let longest = 0;
    const responses = requests.map((request): RawResponse => {
      const url = new URL(request.url);
      const host = hosts[url.host];
      if (host === undefined) return { fault: 'dns' };
      const answer = host({
        method: request.method,
        path: url.pathname + url.search,
        headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value])),
        body: request.body === null ? '' : Buffer.from(request.body).toString('utf8'),
      });
      const delay = answer.delayMs ?? 0;
      longest = Math.max(longest, Math.min(delay, request.timeoutMs));
      if (delay > request.timeoutMs) return { fault: 'timeout' };
      if ('fault' in answer) return { fault: answer.fault };
      return { status: answer.status, headers: Object.entries(answer.headers), body: Buffer.from(answer.body, 'utf8') };
    });
    clock.advance(longest);
    return responses;
  };
}
