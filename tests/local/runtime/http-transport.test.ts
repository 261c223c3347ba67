// The transport over a real socket: redirects, compression, parallel waves, faults (workbench reference, 8).

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Worker } from 'node:worker_threads';
import { type HttpTransport, httpTransport } from '../../../local/runtime/http-transport';
import type { RawRequest, RawResponse } from '../../../local/runtime/transport';
import { builtWorker } from '../built-worker';

const serverCode = `
const { createServer } = require('node:http'); const { gzipSync } = require('node:zlib'); const { parentPort } = require('node:worker_threads');
let together = 0, most = 0;
const server = createServer((request, response) => {
  let body = ''; request.on('data', (chunk) => { body += chunk; });
  request.on('end', () => {
    if (request.url === '/redirect') return response.writeHead(302, { Location: '/echo?moved=1' }).end();
    if (request.url === '/gzip') return response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync('сжато'));
    if (request.url === '/cookies') return response.writeHead(200, [['Set-Cookie', 'a=1'], ['Set-Cookie', 'b=2']].flat()).end();
    if (request.url === '/never') return;
    if (request.url === '/cut') return request.socket.destroy();
    if (request.url === '/together') { most = Math.max(most, ++together); return setTimeout(() => { together -= 1; response.end(String(most)); }, 200); }
    response.writeHead(200, { 'X-Case': 'Kept' }).end(request.method + ' ' + request.url + ' ' + body + ' ' + (request.headers['content-type'] || ''));
  });
});
server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));
`;

let transport: HttpTransport;
let server: Worker;
let origin: string;

const workerFile = builtWorker('local/runtime/http-worker');

beforeAll(async () => {
  transport = httpTransport(workerFile);
  // The test's own thread blocks while it waits for answers, so the server needs another.
  server = new Worker(serverCode, { eval: true });
  origin = `http://127.0.0.1:${await new Promise<number>((resolve) => server.once('message', resolve))}`;
});

afterAll(async () => {
  transport.close();
  await server.terminate();
});

const request = (path: string, more: Partial<RawRequest> = {}): RawRequest => ({
  url: path.startsWith('http') ? path : origin + path,
  method: 'GET',
  headers: {},
  body: null,
  timeoutMs: 5000,
  followRedirects: true,
  ...more,
});
const text = (response: RawResponse | undefined): string =>
  response === undefined ? 'nothing' : 'fault' in response ? response.fault : Buffer.from(response.body).toString();

it('sends method, headers and body and keeps the spelling of header names', () => {
  const [response] = transport.send([
    request('/echo', { method: 'POST', headers: { 'Content-Type': 'text/x' }, body: Buffer.from('тело') }),
  ]);
  expect(text(response)).toBe('POST /echo тело text/x');
  expect(
    response !== undefined && 'headers' in response && response.headers.some(([name, value]) => name === 'X-Case' && value === 'Kept'),
  ).toBe(true);
});

it('follows redirects unless told not to', () => {
  const responses = transport.send([
    request('/redirect', { method: 'POST', body: Buffer.from('x') }),
    request('/redirect', { followRedirects: false }),
  ]);
  expect([text(responses[0]), responses[1] !== undefined && 'status' in responses[1] && responses[1].status]).toEqual([
    'GET /echo?moved=1  ',
    302,
  ]);
});

it('undoes compression and keeps repeated headers', () => {
  const [packed, cookies] = transport.send([request('/gzip'), request('/cookies')]);
  expect(text(packed)).toBe('сжато');
  expect(
    cookies !== undefined && 'headers' in cookies && cookies.headers.filter(([name]) => name === 'Set-Cookie').map(([, value]) => value),
  ).toEqual(['a=1', 'b=2']);
});

it('a wave runs in parallel and answers in order', () => {
  const responses = transport.send([...Array.from({ length: 8 }, () => request('/together')), request('/echo')]);
  expect(responses.map(text).at(-1)).toBe('GET /echo  ');
  expect(Math.max(...responses.slice(0, 8).map((response) => Number(text(response))))).toBe(8);
});

it('faults are told apart', async () => {
  const closed: Server = createServer();
  await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
  const { port } = closed.address() as AddressInfo;
  await new Promise((resolve) => closed.close(resolve));
  const responses = transport.send([
    request(`http://127.0.0.1:${port}/`),
    request('/never', { timeoutMs: 150 }),
    request('/cut'),
    request('http://no-such-host.invalid/'),
  ]);
  expect(responses.map(text)).toEqual(['address', 'timeout', 'address', 'dns']);
});

it('a late answer of a given-up request does not reach the next wave', () => {
  expect(transport.send([request('/never', { timeoutMs: 50 })]).map(text)).toEqual(['timeout']);
  expect(transport.send([request('/echo?2')]).map(text)).toEqual(['GET /echo?2  ']);
});
