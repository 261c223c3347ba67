// The panel beside a portal that answers slowly, in a real browser.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { runningClock } from '../../local/clock';
import { createPortal } from '../../local/portal/portal';
import { readPortalFile } from '../../local/portal/portal-file';
import { servePortal } from '../../local/portal/server';
import { browserFlags } from '../../local/workbench/browser';
import { serveWorkbook } from '../../local/workbench/serve-workbook';
import { browserForChecks } from './demo-page';
import { choose, ready } from './script-page';

const browser = browserForChecks();
const check = browser === null ? describe.skip : describe;
const root = join(__dirname, '..', '..');
const example = JSON.parse(readFileSync(join(root, 'tests', 'golden', 'kpi-example', 'kpi-example.json'), 'utf8')) as unknown;

check('a slow portal', () => {
  test('while it loads nothing else can be started; the way to stop it is there', async () => {
    const portal = await servePortal(createPortal({ data: readPortalFile(example), clock: runningClock(), latencyMs: 1500 }), { port: 0 });
    const served = await serveWorkbook({
      root,
      port: 0,
      workbook: { project: join(root, 'dist'), lang: 'ru', webhook: null, demo: false },
      progress: () => '',
      broken: () => undefined,
    });
    const shown = await chromium.launch({ executablePath: browser ?? '', args: browserFlags() });
    try {
      const page = await shown.newPage({ viewport: { width: 1360, height: 900 } });
      page.setDefaultTimeout(30_000);
      await page.goto(served.address);
      await ready(page);
      await choose(page, 'Битрикс24 KPI', 'Открыть панель');
      const panel = page.frameLocator('iframe').first();
      await panel.locator('#webhook').fill(portal.url);
      await panel.locator('button[type=submit]').first().click();
      expect(await panel.locator('button[type=submit]').first().isDisabled()).toBe(true);
      await panel.locator('button', { hasText: 'Обновить сейчас' }).click();
      await panel.locator('button', { hasText: 'Остановить' }).waitFor();
      for (const name of ['#tab-plans', '#tab-settings']) expect(await panel.locator(name).isDisabled()).toBe(true);
      expect(await panel.locator('button.action').isDisabled()).toBe(true);
      await panel.locator('.message', { hasText: 'Обновлено' }).waitFor({ timeout: 60_000 });
      expect(await panel.locator('.progress').count()).toBe(0);
    } finally {
      await shown.close();
      await served.close();
      await portal.close();
    }
  }, 120_000);
});

if (browser === null) test('browser checks are skipped: no browser on this machine', () => {});
