// What crosses the one seam to the network. The edge turns a request into a POST to webhook base + suffix, redirects off, no exceptions on
// bad statuses; nothing here knows the address or the secret in it.

export interface HttpRequest {
  readonly method: 'POST';
  /** REST method after the webhook base, without a slash: `batch`. */
  readonly suffix: string;
  /** JSON; sent as application/json. */
  readonly body: string;
}

export interface HttpAnswer {
  readonly status: number;
  readonly body: string;
  /** Names in any case; only `Location` and `Content-Type` are looked at. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** No HTTP answer came. `detail` must be free of secrets (see redact.ts). */
export interface HttpFailure {
  readonly failure: 'network' | 'timeout';
  readonly detail: string;
}

export type HttpResponse = HttpAnswer | HttpFailure;

/** Sends a wave in parallel and answers in the same order, one response per request. Never throws for what a server did. */
export type Send = (requests: readonly HttpRequest[]) => HttpResponse[];
