// A renamed portal (bitrix24-rest 1.1): the old name answers every call with a redirect to the same path under the new one.
import { hostOf, isSafeScheme, mayBeRenamed } from './hosts';
import type { HttpResponse } from './http';

/**
 * The REST address (`base`, ends with a slash) under the portal's new name, when the answer to `base + suffix` says that it has one. null for any
 * other answer and any other redirect: to another path, to plain http, to a host that cannot be the portal's.
 */
export function renamedBase(base: string, suffix: string, response: HttpResponse): string | null {
  const location = /^(https?):\/\/([^/?#@\s]+)(\/[^?#\s]*)$/i.exec(redirectOf(response) ?? '');
  if (!location) return null;
  const [, scheme = '', host = '', path = ''] = location;
  const own = base.replace(/^https?:\/\/[^/]+/i, '');
  if (path !== own + suffix || host.toLowerCase() === hostOf(base)) return null;
  if (!isSafeScheme(scheme.toLowerCase(), host) || !mayBeRenamed(hostOf(base), host)) return null;
  return `${scheme.toLowerCase()}://${host.toLowerCase()}${own}`;
}

/** Where a redirect leads, '' when it does not say; null for an answer that is none. */
export function redirectOf(response: HttpResponse): string | null {
  if (!('status' in response) || response.status < 300 || response.status > 399) return null;
  return Object.entries(response.headers ?? {}).find(([name]) => name.toLowerCase() === 'location')?.[1] ?? '';
}
