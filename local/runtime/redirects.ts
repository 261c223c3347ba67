// What a redirect makes of a request: pure, shared by the transports (apps-script reference, 8).
import type { RawAnswer, RawRequest } from './transport';

/** Hops followed before the redirect itself is the answer. */
export const redirectLimit = 10;

/**
 * The request of the next hop, null when the answer is final. 307 and 308 repeat the request; the others ask by GET, so that method and body of a POST are lost;
 * another origin gets no credentials, and cookies of the hop are lost.
 */
export function nextHop(from: RawRequest, answer: RawAnswer, hop: number): RawRequest | null {
  const location = answer.headers.find(([name]) => name.toLowerCase() === 'location')?.[1];
  if (!from.followRedirects || answer.status < 300 || answer.status > 399 || location === undefined || hop >= redirectLimit) return null;
  const url = new URL(location, from.url);
  const repeats = answer.status === 307 || answer.status === 308;
  const sameOrigin = new URL(from.url).origin === url.origin;
  const headers = Object.entries(from.headers).filter(
    ([name]) => (sameOrigin || !/^(authorization|cookie)$/i.test(name)) && (repeats || !/^content-/i.test(name)),
  );
  return { ...from, url: url.href, headers: Object.fromEntries(headers), ...(repeats ? {} : { method: 'GET', body: null }) };
}
