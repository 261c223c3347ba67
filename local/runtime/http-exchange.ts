// One HTTP exchange over the network, asynchronous: redirects, compression, time-outs, faults in the transport's words. It runs in the HTTP worker.
import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { nextHop } from './redirects';
import type { Fault, RawAnswer, RawRequest, RawResponse } from './transport';

const agents = {
  'http:': new HttpAgent({ keepAlive: true, maxSockets: 64 }),
  'https:': new HttpsAgent({ keepAlive: true, maxSockets: 64 }),
};
/** 50 MB, and one byte more so that the caller can tell that it was too much (apps-script reference, 1). */
const bodyLimit = 50 * 1024 * 1024 + 1;

/** The answer to a request, or why there is none; never rejects. */
export async function exchange(request: RawRequest): Promise<RawResponse> {
  const deadline = Date.now() + request.timeoutMs;
  let now = request;
  try {
    for (let hop = 0; ; hop += 1) {
      const answer = await once(now, deadline - Date.now());
      const next = nextHop(now, answer, hop);
      if (next === null) return answer;
      now = next;
    }
  } catch (error) {
    return { fault: faultOf(error) };
  }
}

function once(request: RawRequest, timeoutMs: number): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const url = new URL(request.url);
    const isSecure = url.protocol === 'https:';
    const body = request.body === null ? null : Buffer.from(request.body);
    const outgoing = (isSecure ? httpsRequest : httpRequest)(url, {
      method: request.method,
      agent: isSecure ? agents['https:'] : agents['http:'],
      headers: { 'Accept-Encoding': 'gzip', ...request.headers, ...(body === null ? {} : { 'Content-Length': String(body.length) }) },
    });
    const timer = setTimeout(() => outgoing.destroy(Object.assign(new Error('timeout'), { code: 'ETIMEDOUT' })), Math.max(1, timeoutMs));
    outgoing.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    outgoing.on('response', (incoming) => {
      collected(incoming).then(
        (bytes) => {
          clearTimeout(timer);
          resolve(answerOf(incoming, bytes));
        },
        (error: unknown) => {
          clearTimeout(timer);
          reject(error);
        },
      );
    });
    outgoing.end(body ?? undefined);
  });
}

async function collected(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    chunks.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    if (size > bodyLimit) break;
  }
  return Buffer.concat(chunks);
}

function answerOf(incoming: IncomingMessage, bytes: Buffer): RawAnswer {
  const headers: [string, string][] = [];
  for (let index = 0; index + 1 < incoming.rawHeaders.length; index += 2) {
    const name = incoming.rawHeaders[index] ?? '';
    if (!/^content-encoding$/i.test(name)) headers.push([name, incoming.rawHeaders[index + 1] ?? '']);
  }
  return { status: incoming.statusCode ?? 0, headers, body: decompressed(bytes, incoming.headers['content-encoding']) };
}

function decompressed(bytes: Buffer, encoding: string | undefined): Buffer {
  if (bytes.length === 0) return bytes;
  if (encoding === 'gzip' || encoding === 'x-gzip') return gunzipSync(bytes);
  if (encoding === 'deflate') return inflateSync(bytes);
  return encoding === 'br' ? brotliDecompressSync(bytes) : bytes;
}

function faultOf(error: unknown): Fault {
  const { code } = error as { code?: string };
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'dns';
  return code === 'ETIMEDOUT' ? 'timeout' : 'address';
}
