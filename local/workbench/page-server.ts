// The workbench's web server: the page's files, the script's HTML in frames, the script's way back from an authorization server, and a WebSocket per open page. It listens on loopback only and
// refuses what other sites could make a browser send; what the texts on the socket mean is not its business.
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { WebSocket, WebSocketServer } from 'ws';
import { framedHtml } from './frame-bridge';

export interface PageServer {
  readonly port: number;
  readonly address: string;
  /** Sends a text to one page, or to all. */
  send(page: number | 'all', text: string): void;
  /** Whether the page is still there. */
  isOpen(page: number): boolean;
  pageCount(): number;
  /** Keeps HTML of the script under `/frame/<id>`. */
  keepFrame(id: number, html: string): void;
  close(): Promise<void>;
}

export interface PageServerOptions {
  readonly port: number;
  /** The folder with the bundled page. */
  readonly folder: string;
  readonly html: string;
  readonly onMessage: (page: number, text: string) => void;
  readonly onLeave: (page: number) => void;
  /** A browser came back to the script (`/macros/d/…/usercallback`) with this query; answers the HTML to show. Absent: there is no such address. */
  readonly onCallback?: (query: string) => Promise<string>;
}

const host = '127.0.0.1';
const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.eot': 'application/vnd.ms-fontobject',
};
// owl compiles its templates in the page, hence 'unsafe-eval'.
const pagePolicy =
  "default-src 'none'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'";
const framePolicy =
  "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; font-src data:; sandbox allow-scripts allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox allow-downloads";
const favicon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect x="4" y="1" width="24" height="30" rx="3" fill="#188038"/><path d="M9 21h3v5H9zm5.5-5h3v10h-3zM20 10h3v16h-3z" fill="#fff"/></svg>';

/** Starts the server; port 0 takes a free one. Rejects with a sentence when the port is taken. */
export function servePage(options: PageServerOptions): Promise<PageServer> {
  const frames = new Map<number, string>();
  const pages = new Map<number, WebSocket>();
  let lastPage = 0;
  const server = createServer((request, response) => {
    const query = callbackQuery(request);
    if (query === null || options.onCallback === undefined) send(response, reply(request, options, frames));
    else
      options.onCallback(query).then(
        (body) => send(response, { status: 200, type: html, body, policy: framePolicy }),
        (error: Error) => send(response, { status: 500, type: plain, body: `${error.message}\n` }),
      );
  });
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 256 * 1024 * 1024 });
  server.on('upgrade', (request, socket, head) => {
    if (request.url !== '/socket' || !isOwn(request) || !isSameOrigin(request)) {
      socket.destroy();
      return;
    }
    sockets.handleUpgrade(request, socket, head, (page) => {
      const id = ++lastPage;
      pages.set(id, page);
      page.on('message', (data) => options.onMessage(id, data.toString()));
      page.on('close', () => {
        pages.delete(id);
        options.onLeave(id);
      });
    });
  });

  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new Error(`Port ${options.port} is taken: name another one in --port.`) : error);
    });
    server.listen(options.port, host, () => {
      const { port } = server.address() as AddressInfo;
      resolve({
        port,
        address: `http://${host}:${port}/`,
        send: (page, text) => {
          for (const [id, socket] of pages) if ((page === 'all' || page === id) && socket.readyState === WebSocket.OPEN) socket.send(text);
        },
        isOpen: (page) => pages.has(page),
        pageCount: () => pages.size,
        keepFrame: (id, html) => frames.set(id, html),
        close: () =>
          new Promise((closed) => {
            for (const page of pages.values()) page.terminate();
            server.close(() => closed());
            server.closeAllConnections();
          }),
      });
    });
  });
}

interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string | Buffer;
  readonly policy?: string;
}

const plain = 'text/plain; charset=utf-8';
const html = 'text/html; charset=utf-8';
const nothing: Reply = { status: 404, type: plain, body: 'There is nothing at this address.\n' };

function reply(request: IncomingMessage, options: PageServerOptions, frames: ReadonlyMap<number, string>): Reply {
  if (!isOwn(request)) return { status: 403, type: plain, body: 'This page answers on its loopback address only.\n' };
  if (request.method !== 'GET' && request.method !== 'HEAD') return { status: 405, type: plain, body: 'Only GET is answered here.\n' };
  const { pathname } = new URL(request.url ?? '/', 'http://page');
  if (pathname === '/') return { status: 200, type: html, body: options.html, policy: pagePolicy };
  if (pathname === '/favicon.svg' || pathname === '/favicon.ico') return { status: 200, type: 'image/svg+xml', body: favicon };
  const frame = frames.get(Number(/^\/frame\/(\d+)$/.exec(pathname)?.[1]));
  if (frame !== undefined) return { status: 200, type: html, body: framedHtml(frame), policy: framePolicy };
  const type = types[extname(pathname)];
  if (type === undefined || !/^\/[\w-]+\.\w+$/.test(pathname)) return nothing;
  try {
    return { status: 200, type, body: readFileSync(join(options.folder, pathname)) };
  } catch {
    return nothing;
  }
}

function send(response: ServerResponse, { status, type, body, policy }: Reply): void {
  response.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    ...(policy === undefined ? {} : { 'content-security-policy': policy }),
  });
  response.end(body);
}

/** The query of a browser that comes back to the script, as Google's address has it (apps-script reference, 11); null for anything else. */
function callbackQuery(request: IncomingMessage): string | null {
  if (!isOwn(request) || request.method !== 'GET') return null;
  return /^\/macros\/d\/[\w-]+\/usercallback\?(.*)$/.exec(request.url ?? '')?.[1] ?? null;
}

/** A request by another name than loopback is a site that points its name here. */
function isOwn(request: IncomingMessage): boolean {
  return /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/.test(request.headers.host ?? '');
}

function isSameOrigin(request: IncomingMessage): boolean {
  return request.headers.origin === undefined || request.headers.origin === `http://${request.headers.host}`;
}
