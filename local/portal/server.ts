// The portal over HTTP or HTTPS on loopback: a thin server that waits for real what the portal says an answer takes, and posts its events. It knows no method.
import { isUtf8 } from 'node:buffer';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Portal, PortalRequest, PortalResponse } from './contract';

export interface PortalServer {
  /** The webhook URL: what a client is given. */
  readonly url: string;
  /** `http://127.0.0.1:port` (https with a certificate), where `/_stats` and `/_mutate` listen. */
  readonly origin: string;
  /** Stops listening and drops waiting answers. */
  close(): Promise<void>;
}

export interface ServerOptions {
  readonly port: number;
  /** Key and certificate, PEM: then it is served over https. */
  readonly tls?: { readonly key: string; readonly cert: string };
}

/** Serves a portal on 127.0.0.1; port 0 takes a free one. Rejects when the port is taken. */
export async function servePortal(portal: Portal, { port, tls }: ServerOptions): Promise<PortalServer> {
  const waiting = new Set<NodeJS.Timeout>();
  const listener: RequestListener = (incoming, outgoing) => {
    readRequest(incoming, tls !== undefined, (request) => {
      const response = portal.handle(request);
      postEvents(portal);
      if (response.delayMs <= 0) return send(request, response, outgoing);
      const timer = setTimeout(() => {
        waiting.delete(timer);
        send(request, response, outgoing);
      }, response.delayMs);
      waiting.add(timer);
    });
  };
  const server = tls === undefined ? createServer(listener) : createSecureServer(tls, listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const origin = `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    get url() {
      return `${origin}${portal.webhookPath}`;
    },
    origin,
    close: () =>
      new Promise((resolve) => {
        for (const timer of waiting) clearTimeout(timer);
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

// An event is sent once; whether its handler is there is the handler's business (bitrix24-rest 6).
function postEvents(portal: Portal): void {
  for (const { url, headers, body } of portal.takeEvents()) void fetch(url, { method: 'POST', headers, body }).catch(() => undefined);
}

function readRequest(incoming: IncomingMessage, secure: boolean, then: (request: PortalRequest) => void): void {
  const chunks: Buffer[] = [];
  incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
  incoming.on('end', () => {
    const headers: Record<string, string> = {};
    for (const [name, value] of Object.entries(incoming.headers)) headers[name] = Array.isArray(value) ? value.join(', ') : (value ?? '');
    const ip = incoming.socket.remoteAddress ?? '';
    then({
      method: incoming.method ?? 'GET',
      path: incoming.url ?? '/',
      headers,
      body: readText(Buffer.concat(chunks)),
      ip,
      secure,
    });
  });
}

// In a text, half of a surrogate pair stands for bytes that are no UTF-8: what reads JSON refuses it, as PHP does.
function readText(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  return isUtf8(bytes) ? text : text.replaceAll('\uFFFD', '\uDC80');
}

function send(request: PortalRequest, response: PortalResponse, outgoing: ServerResponse): void {
  if (response.fault !== undefined) {
    outgoing.socket?.resetAndDestroy();
    return;
  }
  const plain = Buffer.from(response.body, 'utf8');
  const zips = plain.length > 1024 && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  const body = zips ? gzipSync(plain, { level: 1 }) : plain;
  outgoing.writeHead(response.status, {
    ...response.headers,
    ...(zips ? { 'content-encoding': 'gzip' } : {}),
    'content-length': String(body.length),
  });
  outgoing.end(request.method === 'HEAD' ? undefined : body);
}
