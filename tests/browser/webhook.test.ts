// The page of a real portal: it is shown, its secret to nobody, and its failures in a dialog.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { runningClock } from '../../local/clock';
import { createPortal } from '../../local/portal/portal';
import { readPortalFile } from '../../local/portal/portal-file';
import { type PortalServer, servePortal } from '../../local/portal/server';
import { browserForChecks, type DemoPage, openDemo } from './demo-page';

const browser = browserForChecks();
const check = browser === null ? describe.skip : describe;
const example = join(__dirname, '..', 'golden', 'kpi-example', 'kpi-example.json');

check('the workbook of a portal given by webhook', () => {
  let portal: PortalServer;
  let demo: DemoPage;
  const refusing = createServer((_request, response) => {
    response.writeHead(401, { 'content-type': 'application/json' });
    response.end('{"error":"INVALID_CREDENTIALS","error_description":"Invalid request credentials"}');
  });
  beforeAll(async () => {
    const data = readPortalFile(JSON.parse(readFileSync(example, 'utf8')));
    portal = await servePortal(createPortal({ data, clock: runningClock() }), { port: 0 });
    demo = await openDemo(browser ?? '', ['--webhook', portal.url]);
  }, 120_000);
  afterAll(async () => {
    await demo?.close();
    refusing.close();
    refusing.closeAllConnections();
  });
  jest.setTimeout(60_000);

  test('shows the portal, and nobody its secret', async () => {
    const secret = portal.url.split('/').at(-2) ?? '';
    expect(await demo.page.locator('#source').innerText()).toBe(new URL(portal.url).host);
    expect(await demo.page.content()).not.toContain(secret);
    expect(demo.printed()).not.toContain(secret);
  });

  test('a refresh that fails says so in a dialog, and the script waits for the button', async () => {
    // The webhook was deleted in Bitrix24.
    const { port } = new URL(portal.url);
    await portal.close();
    refusing.listen(Number(port), '127.0.0.1');
    await demo.page.locator('.o-topbar-menu', { hasText: 'Битрикс24 KPI' }).click();
    await demo.page.locator('.o-menu-item', { hasText: 'Обновить' }).click();
    const dialog = demo.page.locator('dialog.dialog');
    await dialog.waitFor({ timeout: 45_000 });
    expect((await dialog.locator('.dialog-text').innerText()).length).toBeGreaterThan(20);
    await demo.page.locator('.running').waitFor({ state: 'visible' });
    await dialog.locator('.dialog-button.primary').click();
    await demo.page.locator('.running').waitFor({ state: 'hidden' });
    expect(await dialog.count()).toBe(0);
    expect(demo.errors).toEqual([]);
  });
});

if (browser === null) test('browser checks are skipped: no browser on this machine', () => {});
