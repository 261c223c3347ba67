// The portal over HTTP, as a program of its own.
import { manualClock } from '../../../local/clock';
import { createPortal } from '../../../local/portal/portal';
import { type PortalServer, servePortal } from '../../../local/portal/server';
import { noon } from './harness';

const servers: PortalServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function serve(): Promise<PortalServer> {
  const deals = Array.from({ length: 50 }, (_, index) => ({ id: index + 1, title: `Сделка ${index + 1}` }));
  const server = await servePortal(createPortal({ data: { deals }, clock: manualClock(Date.parse(noon)) }), { port: 0 });
  servers.push(server);
  return server;
}

test('the portal answers on loopback at its webhook URL, zipped for whoever takes it', async () => {
  const { url, origin } = await serve();
  expect(url).toBe(`${origin}/rest/1/demo0secret0code/`);
  expect(origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  const answers = await Promise.all(
    ['gzip', 'identity'].map(async (coding) => {
      const response = await fetch(`${url}crm.item.list.json?entityTypeId=2&filter[%3Eid]=49&select[]=title`, {
        headers: { 'accept-encoding': coding },
      });
      return [response.status, response.headers.get('cache-control'), ((await response.json()) as Record<string, unknown>)['result']];
    }),
  );
  expect(answers).toEqual(Array.from({ length: 2 }, () => [200, 'no-cache', { items: [{ title: 'Сделка 50' }] }]));
  const whole = await fetch(`${url}crm.item.list?entityTypeId=2`, { headers: { 'accept-encoding': 'gzip' } });
  expect([whole.headers.get('content-encoding'), ((await whole.json()) as { total: number }).total]).toEqual(['gzip', 50]);
});

test('bodies may come in pieces and in any language, counters stand at the root', async () => {
  const { url, origin } = await serve();
  const response = await fetch(`${url}crm.item.list`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ entityTypeId: 2, filter: { title: 'Сделка 7' }, select: ['id'] }),
  });
  expect(await response.json()).toMatchObject({ result: { items: [{ id: 7 }] }, total: 1 });
  expect(await (await fetch(`${origin}/_stats`)).json()).toMatchObject({ requests: 1, commands: 1, rows: 1 });
});

test('closing drops answers that are still waiting', async () => {
  const portal = createPortal({ data: {}, clock: manualClock(Date.parse(noon)), latencyMs: 60_000 });
  const arrived = new Promise<void>((resolve) => {
    jest.spyOn(portal, 'takeEvents').mockImplementation(() => {
      resolve();
      return [];
    });
  });
  const server = await servePortal(portal, { port: 0 });
  const waiting = fetch(`${server.url}server.time`).catch((error: Error) => error.name);
  await arrived;
  await server.close();
  expect(await waiting).toBe('TypeError');
});
