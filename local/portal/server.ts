// The portal over HTTP on loopback: a thin node:http server that waits for real what the portal says an answer takes. It knows no method.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Portal, PortalRequest, PortalResponse } from './contract';

export interface PortalServer {
  /** The webhook URL: what a client is given. */
  readonly url: string;
  /** `http://127.0.0.1:port`, where `/_stats` and `/_mutate` listen. */
  readonly origin: string;
  /** Stops listening and drops waiting answers. */
  close(): Promise<void>;
}

/** Serves a portal on 127.0.0.1; port 0 takes a free one. Rejects when the port is taken. */
export async function servePortal(portal: Portal, options: { readonly port: number }): Promise<PortalServer> {
  const waiting = new Set<NodeJS.Timeout>();
  const server = createServer((incoming, outgoing) => {
    readRequest(incoming, (request) => {
      const response = portal.handle(request);
      if (response.delayMs <= 0) return send(request, response, outgoing);
      const timer = setTimeout(() => {
        waiting.delete(timer);
        send(request, response, outgoing);
      }, response.delayMs);
      waiting.add(timer);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `${origin}${portal.webhookPath}`,
    origin,
    close: () =>
      new Promise((resolve) => {
        for (const timer of waiting) clearTimeout(timer);
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function readRequest(incoming: IncomingMessage, then: (request: PortalRequest) => void): void {
  const chunks: Buffer[] = [];
  incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
  incoming.on('end', () => {
    const headers: Record<string, string> = {};
    for (const [name, value] of Object.entries(incoming.headers)) headers[name] = Array.isArray(value) ? value.join(', ') : (value ?? '');
    const ip = incoming.socket.remoteAddress ?? '';
    then({ method: incoming.method ?? 'GET', path: incoming.url ?? '/', headers, body: Buffer.concat(chunks).toString('utf8'), ip });
  });
}

function send(request: PortalRequest, response: PortalResponse, outgoing: ServerResponse): void {
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
