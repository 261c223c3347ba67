// What the server of the page serves, and to whom.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { type PageServer, servePage } from '../../../local/workbench/page-server';

const heard: [number, string][] = [];
let server: PageServer;

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'page-'));
  writeFileSync(join(folder, 'main.js'), 'let x;');
  server = await servePage({
    port: 0,
    folder,
    html: '<p>page</p>',
    onMessage: (page, text) => heard.push([page, text]),
    onLeave: () => {},
    onCallback: async (query) => {
      if (query === 'broken') throw new Error('The workbook is gone.');
      return `<p>${query}</p>`;
    },
  });
  server.keepFrame(3, '<html><head><title>x</title></head></html>');
});
afterAll(() => server.close());

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly policy: string;
  readonly body: string;
}

function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: server.port, path, method, headers }, (response) => {
      let body = '';
      response.on('data', (chunk) => {
        body += chunk;
      });
      response.on('end', () => {
        const { 'content-type': type = '', 'content-security-policy': policy = '' } = response.headers;
        resolve({ status: response.statusCode ?? 0, type, policy: String(policy), body });
      });
    });
    sent.on('error', reject);
    sent.end();
  });
}

test('serves the page, its script and the HTML of the script in a frame', async () => {
  expect(await get('/')).toMatchObject({ status: 200, type: 'text/html; charset=utf-8', body: '<p>page</p>' });
  expect(await get('/main.js')).toMatchObject({ status: 200, type: 'text/javascript; charset=utf-8', body: 'let x;' });
  const frame = await get('/frame/3');
  expect(frame.type).toBe('text/html; charset=utf-8');
  expect(frame.body).toMatch(/^<!doctype html><html><head><script>.*google.*<title>/s);
});

test('neither page nor frame may load anything from elsewhere', async () => {
  expect((await get('/')).policy).toContain("default-src 'none'");
  expect((await get('/')).policy).not.toMatch(/https?:/);
  expect((await get('/frame/3')).policy).toMatch(/^default-src 'none'.*sandbox allow-scripts/);
});

test('a browser that comes back to the script is shown the page the script makes, which may load nothing', async () => {
  expect(await get('/macros/d/local-script/usercallback?code=1&state=a.b')).toMatchObject({
    status: 200,
    type: 'text/html; charset=utf-8',
    body: '<p>code=1&state=a.b</p>',
    policy: expect.stringMatching(/^default-src 'none'.*sandbox/),
  });
  expect(await get('/macros/d/local-script/usercallback?broken')).toMatchObject({ status: 500, body: 'The workbook is gone.\n' });
  expect((await get('/macros/d/local-script/usercallback')).status).toBe(404);
  expect((await get('/macros/d/local-script/usercallback?code=1', { host: 'evil.example' })).status).toBe(403);
  expect((await get('/macros/d/local-script/usercallback?code=1', {}, 'POST')).status).toBe(405);
});

test('answers only under loopback names, and nothing outside its folder', async () => {
  expect((await get('/', { host: 'evil.example' })).status).toBe(403);
  expect((await get('/', {}, 'POST')).status).toBe(405);
  for (const path of ['/../package.json', '/..%2fmain.js', '/frame/9', '/nothing.js', '/a/main.js'])
    expect((await get(path)).status).toBe(404);
});

test('a socket is opened for the page itself and refused to other sites', async () => {
  const own = new WebSocket(`ws://127.0.0.1:${server.port}/socket`, { origin: `http://127.0.0.1:${server.port}` });
  await new Promise((resolve) => own.once('open', resolve));
  const answer = new Promise((resolve) => own.once('message', (data) => resolve(String(data))));
  own.send('привет');
  while (heard.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  server.send(heard[0]?.[0] ?? 0, 'ответ');
  expect([heard[0]?.[1], await answer]).toEqual(['привет', 'ответ']);
  own.terminate();
  const foreign = new WebSocket(`ws://127.0.0.1:${server.port}/socket`, { origin: 'http://evil.example' });
  await expect(new Promise((resolve, reject) => foreign.once('open', resolve).once('error', reject))).rejects.toThrow();
});

test('a taken port is said in a sentence', async () => {
  await expect(servePage({ port: server.port, folder: '', html: '', onMessage: () => {}, onLeave: () => {} })).rejects.toThrow(
    `Port ${server.port} is taken: name another one in --port.`,
  );
});
