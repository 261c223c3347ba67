// UrlFetchApp: checks requests as Google does, sends them as one wave through the transport, and words failures in Google's texts
// (apps-script reference, 1, 2.2, 8). The whole URL stands in "Address unavailable", as it does there.
import { rules } from '../permissions';
import type { Quotas } from '../quotas';
import { type Execution, ServiceException, ServiceObject, signatureError } from '../service';
import { ifAssumed, type Switches } from '../switches';
import type { Fault, RawAnswer, RawRequest, RawResponse, Transport } from '../transport';
import { Blob, bytesOf, decoded, signed } from './blob';

const headerLimit = 100;
const headerBytesLimit = 8 * 1024;
const bodyLimit = 50 * 1024 * 1024;
const methods = ['get', 'delete', 'patch', 'post', 'put'];
const knownOptions = new Set([
  'url',
  'method',
  'contentType',
  'headers',
  'payload',
  'muteHttpExceptions',
  'followRedirects',
  'validateHttpsCertificates',
  'escaping',
  'useIntranet',
  'timeoutSeconds',
]);

export interface UrlFetchOptions {
  readonly execution: Execution;
  readonly transport: Transport;
  readonly quotas: Quotas;
  readonly switches: Switches;
  readonly payer: string;
  /** URL prefixes of the manifest, when it lists any. */
  readonly allowed: readonly string[] | null;
  /** Hosts a Workspace administrator permits, when there is such a list. */
  readonly adminAllowlist: readonly string[] | null;
  readonly onCalls: (count: number) => void;
}

interface Prepared {
  readonly request: RawRequest;
  readonly muted: boolean;
  readonly contentType: string | null;
  readonly payload: unknown;
}

/** The `HTTPResponse` of a fetch. */
class HttpResponse extends ServiceObject {
  readonly serviceName = 'UrlFetchApp.HTTPResponse';
  readonly #answer: RawAnswer;

  constructor(answer: RawAnswer) {
    super();
    this.#answer = answer;
  }

  getResponseCode(): number {
    return this.#answer.status;
  }

  getContentText(charset: unknown = null): string {
    const declared = /charset="?([^";]+)/i.exec(this.#header('content-type') ?? '')?.[1];
    return decoded(this.#answer.body, charset === null ? (declared ?? 'UTF-8') : String(charset));
  }

  getContent(): Int8Array {
    return signed(this.#answer.body);
  }

  getBlob(): Blob {
    return new Blob(this.#answer.body, (this.#header('content-type') ?? '').split(';')[0]?.trim() ?? null, null);
  }

  getHeaders(): Record<string, string> {
    return Object.fromEntries(this.#answer.headers);
  }

  getAllHeaders(): Record<string, string | string[]> {
    const all: Record<string, string | string[]> = {};
    for (const [name, value] of this.#answer.headers) {
      const known = all[name];
      all[name] = known === undefined ? value : [...(Array.isArray(known) ? known : [known]), value];
    }
    return all;
  }

  #header(name: string): string | undefined {
    return this.#answer.headers.find(([key]) => key.toLowerCase() === name)?.[1];
  }
}

/** The `UrlFetchApp` global. */
export class UrlFetchApp extends ServiceObject {
  readonly serviceName = 'UrlFetchApp';
  readonly #options: UrlFetchOptions;

  constructor(options: UrlFetchOptions) {
    super();
    this.#options = options;
  }

  fetch(...args: unknown[]): HttpResponse {
    this.#permit('fetch');
    const [url, params = null] = args;
    if (typeof url !== 'string' || args.length > 2) throw signatureError('UrlFetchApp.fetch', args);
    const [response] = this.#send([this.#prepare(url, params)]);
    if (response === undefined) throw new Error('The transport answered nothing.');
    return response;
  }

  fetchAll(...args: unknown[]): HttpResponse[] {
    this.#permit('fetchAll');
    const [requests] = args;
    if (!Array.isArray(requests)) throw signatureError('UrlFetchApp.fetchAll', args);
    return this.#send(
      requests.map((request: unknown) => {
        if (typeof request === 'string') return this.#prepare(request, null);
        const { url } = (request ?? {}) as { url?: unknown };
        if (typeof url !== 'string') throw signatureError('UrlFetchApp.fetchAll', args);
        return this.#prepare(url, request);
      }),
    );
  }

  getRequest(...args: unknown[]): Record<string, unknown> {
    this.#permit('getRequest');
    const [url, params = null] = args;
    if (typeof url !== 'string') throw signatureError('UrlFetchApp.getRequest', args);
    const { request, contentType, payload } = this.#prepare(url, params);
    return {
      url: request.url,
      method: request.method.toLowerCase(),
      contentType,
      payload: typeof payload === 'string' || request.body === null ? payload : Buffer.from(request.body).toString('utf8'),
      headers: request.headers,
      followRedirects: request.followRedirects,
      validateHttpsCertificates: true,
      useIntranet: false,
    };
  }

  #permit(method: string): void {
    this.#options.execution.permit(`UrlFetchApp.${method}`, rules.fetch);
  }

  #send(prepared: readonly Prepared[]): HttpResponse[] {
    const { execution, transport, quotas, payer, onCalls, switches } = this.#options;
    if (prepared.length === 0) return [];
    quotas.use(payer, 'urlfetch', prepared.length);
    onCalls(prepared.length);
    execution.charge('fetch.call');
    const responses = transport(prepared.map(({ request }) => request));
    execution.charge('fetch.call', 0);
    // One unmuted failure loses all answers of the wave.
    return prepared.map((one, index) => answered(one, responses[index] ?? { fault: 'address' }, switches));
  }

  #prepare(address: string, params: unknown): Prepared {
    const options = (params ?? {}) as Record<string, unknown>;
    for (const name of Object.keys(options)) {
      if (!knownOptions.has(name) && this.#options.switches.refusesUnknownFetchOptions)
        throw new ServiceException(`Attribute provided with invalid value: ${name}`);
    }
    const { switches } = this.#options;
    const url = checkedUrl(address, options['escaping'] !== false, this.#options);
    const payload = options['payload'] ?? null;
    const method = String(options['method'] ?? (payload === null || !switches.payloadImpliesPost ? 'get' : 'post')).toLowerCase();
    if (!methods.includes(method)) throw new ServiceException(`Attribute provided with invalid value: method`);
    const headers = checkedHeaders(options['headers']);
    const { body, contentType } = bodyOf(payload, options['contentType']);
    if (body !== null && body.length > bodyLimit) throw new ServiceException('Limit Exceeded: URLFetch POST Size.');
    if (contentType !== null && !hasHeader(headers, 'content-type')) headers['Content-Type'] = contentType;
    if (!hasHeader(headers, 'user-agent')) headers['User-Agent'] = 'Mozilla/5.0 (compatible; Google-Apps-Script)';
    const asked = Number(options['timeoutSeconds'] ?? 360) * 1000;
    return {
      request: {
        url,
        method: method.toUpperCase(),
        headers,
        body: method === 'get' ? null : body,
        timeoutMs: Math.min(switches.fetchTimeoutMs, asked > 0 ? asked : switches.fetchTimeoutMs),
        followRedirects: options['followRedirects'] !== false,
      },
      muted: options['muteHttpExceptions'] === true,
      contentType,
      payload,
    };
  }
}

function checkedUrl(address: string, escaping: boolean, { allowed, adminAllowlist, switches }: UrlFetchOptions): string {
  if (address.length > switches.longestUrl) throw new ServiceException('Limit Exceeded: URLFetch URL Length.');
  const complete = /^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `http://${address}`;
  let url: URL;
  try {
    url = new URL(complete);
  } catch {
    throw new ServiceException(`Invalid argument: ${address}`);
  }
  if ((url.protocol !== 'http:' && url.protocol !== 'https:') || url.hostname === '')
    throw new ServiceException(`Invalid argument: ${address}`);
  if (!escaping && /[\s<>"{}|\\^`]/.test(address)) throw new ServiceException(`Invalid argument: ${address}`);
  if (allowed !== null && !allowed.some((prefix) => matches(prefix, url)))
    throw new ServiceException(ifAssumed(switches, notPermitted(address), `The URL ${address} is not in the list of the manifest.`));
  if (adminAllowlist !== null && !adminAllowlist.some((host) => isHost(host, url.hostname)))
    throw new ServiceException(notPermitted(address));
  return url.href;
}

const notPermitted = (address: string): string => `UrlFetch calls to ${address} are not permitted by your admin`;

const isHost = (listed: string, hostname: string): boolean =>
  listed.startsWith('*.') ? hostname.endsWith(listed.slice(1).toLowerCase()) : hostname === listed.toLowerCase();

/** Manifest rule: https prefix, full host, one leading `*.` for sub-domains, case-sensitive path (apps-script reference, 6). */
function matches(prefix: string, url: URL): boolean {
  const match = /^(https:\/\/)(\*\.)?([^/*]+)(\/.*)$/.exec(prefix);
  if (match === null) return false;
  const [, scheme, wildcard, host = '', path = ''] = match;
  const sameHost = wildcard === undefined ? url.host === host.toLowerCase() : url.host.endsWith(`.${host.toLowerCase()}`);
  return `${url.protocol}//` === scheme && sameHost && (url.pathname + url.search).startsWith(path);
}

function checkedHeaders(given: unknown): Record<string, string> {
  const headers: Record<string, string> = {};
  const entries = Object.entries((given ?? {}) as Record<string, unknown>);
  if (entries.length > headerLimit) throw new ServiceException('Limit Exceeded: URLFetch Headers.');
  let size = 0;
  for (const [name, value] of entries) {
    if (/^(host|content-length)$/i.test(name)) throw new ServiceException(`Attribute provided with invalid value: Header:${name}`);
    if (value === null || value === undefined) throw new ServiceException('Attribute provided with invalid value: Header:null');
    const text = String(value);
    if (/[\r\n]/.test(name + text)) throw new ServiceException(`Attribute provided with invalid value: Header:${name}`);
    size += Buffer.byteLength(name) + Buffer.byteLength(text);
    headers[name] = text;
  }
  if (size > headerBytesLimit) throw new ServiceException('Limit Exceeded: URLFetch Header Size.');
  return headers;
}

const hasHeader = (headers: Record<string, string>, wanted: string): boolean =>
  Object.keys(headers).some((name) => name.toLowerCase() === wanted);

function bodyOf(payload: unknown, given: unknown): { readonly body: Buffer | null; readonly contentType: string | null } {
  const contentType = given === null || given === undefined ? null : String(given);
  if (payload === null) return { body: null, contentType };
  const form = contentType ?? 'application/x-www-form-urlencoded';
  if (payload instanceof Blob) return { body: payload.bytes, contentType: contentType ?? payload.contentType ?? form };
  if (Array.isArray(payload)) return { body: bytesOf(payload), contentType: form };
  if (typeof payload !== 'object') return { body: Buffer.from(String(payload), 'utf8'), contentType: form };
  const fields = Object.entries(payload);
  if (fields.some(([, value]) => value instanceof Blob)) return multipart(fields);
  return {
    body: Buffer.from(new URLSearchParams(fields.map(([name, value]): [string, string] => [name, String(value)])).toString(), 'utf8'),
    contentType: form,
  };
}

function multipart(fields: readonly [string, unknown][]): { readonly body: Buffer; readonly contentType: string } {
  const boundary = '----AppsScriptFormBoundary';
  const parts = fields.flatMap(([name, value]) => {
    const file =
      value instanceof Blob ? `; filename="${value.name ?? ''}"\r\nContent-Type: ${value.contentType ?? 'application/octet-stream'}` : '';
    const head = Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n`);
    return [head, value instanceof Blob ? value.bytes : Buffer.from(String(value)), Buffer.from('\r\n')];
  });
  return { body: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]), contentType: `multipart/form-data; boundary=${boundary}` };
}

function answered(one: Prepared, response: RawResponse, switches: Switches): HttpResponse {
  const { url } = one.request;
  if ('fault' in response) throw new ServiceException(faultText(response.fault, url));
  if (response.body.length > bodyLimit) throw new ServiceException('Limit Exceeded: URLFetch Response Size.');
  if (response.status >= 400 && !one.muted) {
    const { protocol, host } = new URL(url);
    const start = Buffer.from(response.body).toString('utf8').slice(0, switches.truncatedBodyLength);
    throw new ServiceException(
      `Request failed for ${protocol}//${host} returned code ${response.status}. Truncated server response: ${start} (use muteHttpExceptions option to examine full response)`,
    );
  }
  return new HttpResponse(response);
}

const faultText = (fault: Fault, url: string): string => (fault === 'dns' ? `DNS error: ${url}` : `Address unavailable: ${url}`);
