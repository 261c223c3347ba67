// What a client asks for: the parts of the path, and the parameters out of query, JSON, form or multipart body (bitrix24-rest 1.1, 1.2).
import type { PortalRequest } from './contract';
import { decodeJson } from './php/json';
import { assign, parseQuery } from './php/query-string';
import { PhpArray } from './php/value';
import type { Transport } from './responses';

export interface RestPath {
  /** As written, without the `.json` or `.xml` suffix. */
  readonly method: string;
  readonly transport: Transport;
  /** Credentials of a webhook URL; null for `/rest/{method}`. */
  readonly webhook: { readonly userId: string; readonly code: string } | null;
}

/** The parts of a `/rest/…` path; null for any other path. A path without the user's id has its code read as part of the method, as the portal does. */
export function readPath(path: string): RestPath | null {
  // Slashes in a row are one: the vendor's SDK writes `/rest//{method}` with a token.
  const bare = (path.split('?', 1)[0] ?? '').replace(/\/{2,}/g, '/');
  const match = /^\/rest\/(?:([^/]+)\/([^/]+)\/(?=[^/]*\/?$))?(.*?)\/?$/.exec(bare);
  if (match === null) return null;
  const [, userId, code, name = ''] = match;
  const suffix = /\.(json|xml)$/i.exec(name)?.[1]?.toLowerCase();
  return {
    method: suffix === undefined ? name : name.slice(0, -suffix.length - 1),
    transport: suffix === 'xml' ? 'xml' : 'json',
    webhook: userId === undefined || code === undefined ? null : { userId, code },
  };
}

/** Parameters of a request: the query first, then the body over it. A JSON body that does not parse counts as no parameters. */
export function readParameters(request: PortalRequest): PhpArray {
  const mark = request.path.indexOf('?');
  const params = parseQuery(mark < 0 ? '' : request.path.slice(mark + 1));
  if (request.method !== 'POST' || request.body.trim() === '') return params;
  for (const [key, value] of readBody(request).entries()) params.set(key, value);
  return params;
}

function readBody({ headers, body }: PortalRequest): PhpArray {
  const contentType = headers['content-type'] ?? '';
  const type = contentType.replace(/;.*$/s, '').trim();
  if (type.toLowerCase() === 'multipart/form-data') return readMultipart(body, contentType);
  // The portal compares this type letter by letter: in any other spelling the body is read as a form.
  if (type !== 'application/json') return parseQuery(body);
  try {
    const parsed = decodeJson(body);
    return parsed instanceof PhpArray ? parsed : PhpArray.of();
  } catch {
    return PhpArray.of();
  }
}

function readMultipart(body: string, contentType: string): PhpArray {
  const params = PhpArray.of();
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (boundary === undefined) return params;
  for (const part of body.split(`--${boundary}`)) {
    const match = /^\r?\n(.*?)\r?\n\r?\n(.*?)\r?\n?$/s.exec(part);
    const head = match?.[1] ?? '';
    const name = /filename=/i.test(head) ? undefined : /name="([^"]*)"/i.exec(head)?.[1];
    if (name !== undefined && name !== '') assign(params, name, match?.[2] ?? '');
  }
  return params;
}
