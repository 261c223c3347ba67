// A person connects a portal by OAuth, everything on this machine: the panel, the portal's page in a second tab, the way back, the first load.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { runningClock } from '../../local/clock';
import { createPortal } from '../../local/portal/portal';
import { readPortalFile } from '../../local/portal/portal-file';
import { type PortalServer, servePortal } from '../../local/portal/server';
import { browserFlags } from '../../local/workbench/browser';
import { application } from '../../local/workbench/own-portal';
import { type ServedWorkbook, serveWorkbook } from '../../local/workbench/serve-workbook';
import { browserForChecks } from './demo-page';
import { choose, ready } from './script-page';

const browser = browserForChecks();
const check = browser === null ? describe.skip : describe;
const root = join(__dirname, '..', '..');
const example = join(root, 'tests', 'golden', 'kpi-example', 'kpi-example.json');

check('connecting by OAuth', () => {
  let portal: PortalServer;
  let served: ServedWorkbook;
  let shown: Browser;
  let page: Page;
  const errors: string[] = [];
  beforeAll(async () => {
    const data = readPortalFile(JSON.parse(readFileSync(example, 'utf8')));
    const emulated = createPortal({ data, clock: runningClock(), asksPerson: true });
    portal = await servePortal(emulated, { port: 0 });
    served = await serveWorkbook({
      root,
      port: 0,
      workbook: { project: join(root, 'dist'), lang: 'ru', webhook: null, demo: false },
      progress: () => '',
      broken: (message) => errors.push(message),
    });
    const redirectUri = `${served.address}macros/d/local-script/usercallback`;
    emulated.mutate({ portal: { app: { ...application, redirectUri } } });
    shown = await chromium.launch({ executablePath: browser ?? '', args: browserFlags() });
    const context = await shown.newContext({ viewport: { width: 1280, height: 800 } });
    context.setDefaultTimeout(20_000);
    page = await context.newPage();
    page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
    await page.goto(served.address);
    await ready(page);
  }, 120_000);
  afterAll(async () => {
    await shown?.close();
    await served?.close();
    await portal?.close();
  });
  jest.setTimeout(60_000);

  test('from the panel to the portal’s page in another tab, back to one sentence, and the panel loads by itself', async () => {
    await choose(page, 'Битрикс24 KPI', 'Открыть панель');
    const panel = page.frameLocator('iframe');
    // By the keyboard: the panel may still grow under a pointer.
    await panel.locator('summary', { hasText: 'OAuth' }).press('Enter');
    expect(await panel.locator('#redirect').inputValue()).toMatch(/\/usercallback$/);
    await panel.locator('#portal').fill(new URL(portal.url).host);
    await panel.locator('#clientId').fill(application.clientId);
    await panel.locator('#clientSecret').fill(application.clientSecret);
    await panel.locator('#oauth button[type=submit]').click();
    const opened = page.context().waitForEvent('page');
    await panel.locator('#consent').click();
    const tab = await opened;
    await tab.locator('#user-12').click();
    await tab.waitForURL(`${served.address}macros/**`);
    expect(await tab.locator('p').innerText()).toContain('подключён');
    expect(await tab.content()).not.toContain(application.clientSecret);
    await tab.close();
    await panel.locator('#oauth button', { hasText: 'Я разрешил доступ' }).click();
    await panel.locator('dd', { hasText: new URL(portal.url).host }).waitFor();
    await panel.locator('button', { hasText: 'Обновить сейчас' }).click();
    await panel.locator('.message', { hasText: 'Обновлено' }).waitFor({ timeout: 45_000 });
    expect(await page.content()).not.toContain(application.clientSecret);
    expect(errors).toEqual([]);
  });
});

if (browser === null) test('browser checks are skipped: no browser on this machine', () => {});
