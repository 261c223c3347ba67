// The panel and the table of plans as people use them, in a real browser: the built pages, the runtime, an emulated portal over HTTP.
// One file, because it is one story: each test goes on in the workbook that the one before left open.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { type Browser, chromium, type Frame, type FrameLocator, type Page } from 'playwright-core';
import { runningClock } from '../../local/clock';
import { createPortal, type Portal } from '../../local/portal/portal';
import { readPortalFile } from '../../local/portal/portal-file';
import { type PortalServer, servePortal } from '../../local/portal/server';
import { browserFlags } from '../../local/workbench/browser';
import { type ServedWorkbook, serveWorkbook } from '../../local/workbench/serve-workbook';
import { bothTexts, browserForChecks, openTab } from './demo-page';
import { panelLanguages } from './panel-words';
import { choose, ready } from './script-page';

const browser = browserForChecks();
const check = browser === null ? describe.skip : describe;
const root = join(__dirname, '..', '..');
const example = JSON.parse(readFileSync(join(root, 'tests', 'golden', 'kpi-example', 'kpi-example.json'), 'utf8')) as {
  inputs: { users: Record<string, unknown>[] };
};
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const hostile = ['<img src=x onerror="document.title=1">', `=cmd|'/c'!A1`, 'שלום \u202Eevil', `Ж${'ы'.repeat(199)}`];

declare const document: { title: string };

check.each(panelLanguages)('the panel in $lang', (words) => {
  let emulated: Portal;
  let portal: PortalServer;
  let served: ServedWorkbook;
  let shown: Browser;
  let page: Page;
  let panel: FrameLocator;
  const errors: string[] = [];

  beforeAll(async () => {
    const users = example.inputs.users.map((user, at) => (at < 1 ? user : { ...user, LAST_NAME: hostile[at - 1] ?? user['LAST_NAME'] }));
    emulated = createPortal({ data: readPortalFile({ ...example.inputs, users }), clock: runningClock() });
    portal = await servePortal(emulated, { port: 0 });
    served = await serveWorkbook({
      root,
      port: 0,
      workbook: { project: join(root, 'dist'), lang: words.lang, webhook: null, demo: false },
      progress: () => '',
      broken: (message) => errors.push(message),
    });
    shown = await chromium.launch({ executablePath: browser ?? '', args: browserFlags() });
    const context = await shown.newContext({ viewport: { width: 1360, height: 900 } });
    context.setDefaultTimeout(20_000);
    page = await context.newPage();
    page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
    await page.goto(served.address);
    await ready(page);
    await choose(page, words.menu, words.panel);
    panel = page.frameLocator('iframe').first();
    await panel.locator('#webhook').waitFor();
  }, 120_000);
  afterAll(async () => {
    await shown?.close();
    await served?.close();
    await portal?.close();
  });
  jest.setTimeout(90_000);

  /** Violations that a person with a screen reader or weak eyes would meet, of the frame that holds the element. */
  const violations = async (selector: string): Promise<string[]> => {
    let frame: Frame | undefined;
    for (const one of page.frames()) if ((await one.$(selector)) !== null) frame = one;
    await frame?.evaluate(axe);
    const result = (await frame?.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as {
      violations: { id: string; impact: string; nodes: { html: string }[] }[];
    };
    return result.violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
  };
  const message = () => panel.locator('.message').last();

  test('connects with nothing but the keyboard; what is wrong with an address is said, and it stays to be mended', async () => {
    expect(await violations('#panel')).toEqual([]);
    expect(await panel.getByRole('img').count()).toBe(4);
    await panel.locator('#webhook').fill('https://example.com/');
    await panel.locator('#webhook').press('Tab');
    await page.keyboard.press('Enter');
    await panel.locator('.message.bad').waitFor();
    expect(await panel.locator('#webhook').inputValue()).toBe('https://example.com/');
    await panel.locator('#webhook').fill(portal.url);
    await panel.locator('#webhook').press('Tab');
    await page.keyboard.press('Enter');
    await panel.locator('#tab-data').waitFor();
    expect(await page.content()).not.toContain(new URL(portal.url).pathname.split('/')[3] ?? '');
    await panel.locator('button', { hasText: words.refresh }).press('Enter');
    await panel.locator('.message', { hasText: words.refreshed }).waitFor({ timeout: 60_000 });
    expect(await violations('#panel')).toEqual([]);
    expect(await page.title()).not.toBe('1');
  });

  test('tabs are one stop of the keyboard; the runs of the journal are there; settings answer', async () => {
    await panel.locator('#tab-data').focus();
    for (const tab of ['plans', 'formulas', 'settings']) {
      await page.keyboard.press('ArrowRight');
      expect(await panel.locator('[role=tab][aria-selected=true]').getAttribute('id')).toBe(`tab-${tab}`);
      await panel.locator('.skeleton').waitFor({ state: 'detached' });
      expect(await violations('#panel')).toEqual([]);
    }
    await panel.locator('#kpi-sets summary').press('Enter');
    await panel.locator('#kpi-owner').selectOption({ index: 1 });
    for (const [at, weight] of ['60', '40'].entries()) {
      await panel.locator('#kpi-sets button[type=button]', { hasText: words.lang === 'ru' ? 'Добавить' : 'Add' }).click();
      const line = panel.locator('.kpi').nth(at);
      await line.locator('input').first().fill(weight);
      if (at === 0) expect(await panel.locator('#save-kpi').isDisabled()).toBe(true);
      await line.locator('input').nth(1).fill('12');
    }
    expect(await violations('#panel')).toEqual([]);
    await panel.locator('#save-kpi').click();
    await panel.locator('#kpi-sets .message:not(:empty)').waitFor();
    expect(await panel.locator('#kpi-sets .message.bad').count()).toBe(0);
    expect(await panel.locator('.kpi').count()).toBe(2);
    await panel.locator('#misclick').fill('30');
    await panel.locator('#misclick').press('Enter');
    await panel.locator('.message', { hasText: words.lang === 'ru' ? 'сохранены' : 'saved' }).waitFor();
    expect(await panel.locator('#misclick').inputValue()).toBe('30');
    await panel.locator('#alert-pace').check();
    expect(await panel.locator('#alert-pace-most').inputValue()).toBe('15');
    await panel.locator('#depth').fill('2025-03-01');
    await panel
      .locator('[role=status]', { hasText: words.lang === 'ru' ? 'следующей полной загрузке' : 'next load of everything' })
      .waitFor();
    await panel.locator('#sheet-contacts').uncheck();
    await panel.locator('#digest-hour').check();
    expect(await panel.locator('#digest-hour-most').inputValue()).toBe('8');
    await panel.locator('#digest-to').fill('head@example.com; owner@example.com');
    await panel.locator('#digest-personal').check();
    await panel.locator('summary', { hasText: words.lang === 'ru' ? 'Кому не присылать' : 'Who gets none' }).press('Enter');
    await panel.locator('#without-0').check();
    expect(await panel.locator('#zone option:checked').innerText()).toMatch(/\(UTC[+−-]?\d*/);
    await panel.locator('#zone').selectOption('Asia/Omsk');
    expect(await violations('#panel')).toEqual([]);
    await panel.locator('#save-settings').click();
    await panel.locator('.message', { hasText: words.lang === 'ru' ? 'сохранены' : 'saved' }).waitFor();
    expect(await panel.locator('#zone').inputValue()).toBe('Asia/Omsk');
    expect(await panel.locator('#depth').inputValue()).toBe('2025-03-01');
    expect([await panel.locator('#alert-pace').isChecked(), await panel.locator('#sheet-contacts').isChecked()]).toEqual([true, false]);
    expect(await panel.locator('#digest-to').inputValue()).toBe('head@example.com; owner@example.com');
    expect([await panel.locator('#digest-personal').isChecked(), await panel.locator('#without-0').isChecked()]).toEqual([true, true]);
    await panel.locator('#tab-data').click();
    await panel.locator('summary', { hasText: words.lang === 'ru' ? 'Последние обновления' : 'Last refreshes' }).press('Enter');
    await panel.locator('.runs li').first().waitFor();
  });

  test('a scheme of pay: shown once pay is switched on, checked as it is typed, with what it pays; saved, deleted', async () => {
    await panel.locator('#tab-settings').click();
    await panel.locator('#schemes summary').press('Enter');
    await panel.locator('#show-schemes').waitFor();
    expect(await panel.locator('#scheme').count()).toBe(0);
    await panel.locator('#pay').check();
    await panel.locator('#save-settings').click();
    await panel.locator('.message', { hasText: words.lang === 'ru' ? 'сохранены' : 'saved' }).waitFor();
    await panel.locator('#show-schemes').click();
    await panel.locator('#scheme').selectOption({ label: words.scheme });
    const name = '<b>Продажи</b>';
    await panel.locator('#scheme-name').fill(name);
    await panel.locator('#scheme-owner-0').check();
    await panel.locator('#scheme-fixed').fill('20 000');
    await panel.locator('.tier input').nth(2).fill('0');
    expect(await panel.locator('#tier-1-fault').innerText()).toContain('0');
    expect(await panel.locator('#save-scheme').isDisabled()).toBe(true);
    expect(await violations('#panel')).toEqual([]);
    await panel.locator('.tier input').nth(2).fill('100');
    const example = panel.locator('#scheme-example');
    expect(await example.innerText()).toMatch(/92.?%.*47.600/);
    await panel.locator('#example-attainment').fill('120');
    expect(await example.innerText()).toMatch(/120.?%.*60.000/);
    await panel.locator('#save-scheme').press('Enter');
    await panel.locator('#schemes .message:not(:empty)').waitFor();
    expect(await panel.locator('#schemes .bad').count()).toBe(0);
    expect(await panel.locator('#scheme').inputValue()).toBe(name);
    await openTab(page, words.schemes);
    const { worker } = await bothTexts(page);
    expect(worker.filter(([scheme]) => scheme === name).map((row) => row[4]?.replace(/\s/g, ' '))).toEqual(
      expect.arrayContaining(['20000', expect.stringMatching(/^3 ?%/), expect.stringMatching(/^5 ?%/)]),
    );

    // Somebody else changes the same scheme: the later is told and decides, once for theirs and once for one's own.
    const other = await page.context().newPage();
    await other.goto(served.address);
    await ready(other);
    await choose(other, words.menu, words.panel);
    const theirs = other.frameLocator('iframe').first();
    await theirs.locator('#tab-settings').click();
    await theirs.locator('#schemes summary').press('Enter');
    await theirs.locator('#scheme').selectOption({ label: name });
    const change = async (whose: FrameLocator, fixed: string): Promise<void> => {
      await whose.locator('#scheme-fixed').fill(fixed);
      await whose.locator('#save-scheme').press('Enter');
    };
    const digits = async (whose: FrameLocator): Promise<string> => (await whose.locator('#scheme-fixed').inputValue()).replace(/\D/g, '');
    await change(theirs, '30 000');
    await theirs.locator('#schemes .message:not(:empty)').waitFor();
    await change(panel, '25 000');
    await panel.locator('#schemes .conflicts').waitFor();
    expect(await violations('#panel')).toEqual([]);
    await panel.locator('#schemes .conflicts button').nth(1).click();
    expect(await digits(panel)).toBe('30000');
    await change(panel, '25 000');
    await panel.locator('#schemes .message', { hasText: words.lang === 'ru' ? 'сохранена' : 'saved' }).waitFor();
    await change(theirs, '35 000');
    await theirs.locator('#schemes .conflicts button').first().click();
    await theirs.locator('#schemes .conflicts').waitFor({ state: 'detached' });
    expect(await digits(theirs)).toBe('35000');
    await other.close();
    await change(panel, '40 000');
    await panel.locator('#schemes .conflicts button').nth(1).click();
    expect(await digits(panel)).toBe('35000');

    await panel.locator('#schemes button', { hasText: words.lang === 'ru' ? 'Удалить' : 'Delete' }).click();
    expect(await violations('#panel')).toEqual([]);
    await panel.locator('#delete-scheme').click();
    await panel.locator('#schemes .message', { hasText: words.lang === 'ru' ? 'удалена' : 'deleted' }).waitFor();
    expect(await panel.locator('#scheme option', { hasText: name }).count()).toBe(0);
  });

  test('plans are typed by the keyboard, pasted as a block, undone, saved, and stand in the sheet', async () => {
    await panel.locator('#tab-plans').click();
    await panel.locator('.grid input').first().waitFor();
    const cells = panel.locator('.grid input');
    // What was reached stands in grey, also where a plan is still to be typed.
    expect(await panel.locator('.grid td small span').count()).toBeGreaterThan(0);
    expect(await panel.locator('.grid bdi').allInnerTexts()).toEqual(expect.arrayContaining([expect.stringContaining('<img src=x')]));
    await cells.first().click();
    await page.keyboard.type('1 200 000');
    await page.keyboard.press('Enter');
    expect(await cells.nth(3).evaluate((input) => input === input.ownerDocument.activeElement)).toBe(true);
    await page.keyboard.type('пять');
    await page.keyboard.press('ArrowUp');
    await panel.locator('.message.bad').waitFor();
    await cells.nth(3).fill('');
    await cells.nth(3).press('ArrowUp');
    await cells.nth(1).evaluate((input) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', '10\t20\n30\t40\n');
      input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    const save = panel.locator('#save-plans');
    expect(await save.innerText()).toContain('(5)');
    await page.keyboard.press('Control+z');
    expect(await save.innerText()).toContain('(1)');
    await page.keyboard.press('Control+Shift+Z');
    expect(await save.innerText()).toContain('(5)');
    await save.click();
    await panel.locator('.message', { hasText: '5' }).waitFor();
    expect(await save.isDisabled()).toBe(true);
    await openTab(page, words.plans);
    const { worker } = await bothTexts(page);
    expect(worker.map((row) => row[4]?.replace(/\s/g, ' '))).toEqual(
      expect.arrayContaining([expect.stringMatching(/^1.200.000/), '10', '40']),
    );
    expect(worker.flat()).toEqual(expect.arrayContaining([expect.stringContaining('<img src=x')]));
  });

  test('what was typed and not saved is there again after the panel was closed', async () => {
    const cell = panel.locator('.grid input').nth(2);
    await cell.fill('777');
    await cell.press('Tab');
    await page.waitForTimeout(2000);
    await page.locator('.sidebar-close').click();
    await choose(page, words.menu, words.panel);
    await panel.locator('#tab-plans').click();
    await panel.locator('.grid input').first().waitFor();
    expect(await panel.locator('.grid input').nth(2).inputValue()).toBe('777');
    expect(await panel.locator('#save-plans').innerText()).toContain('(1)');
  });

  test('two people edit one plan: the later is told and decides', async () => {
    const other = await page.context().newPage();
    await other.goto(served.address);
    await ready(other);
    await choose(other, words.menu, words.panel);
    const theirs = other.frameLocator('iframe').first();
    await theirs.locator('#tab-plans').click();
    const cell = theirs.locator('.grid input').first();
    await cell.waitFor();
    await cell.fill('555');
    await cell.press('Tab');
    await panel.locator('.grid input').first().fill('444');
    await panel.locator('.grid input').first().press('Tab');
    await panel.locator('#save-plans').click();
    await message().filter({ hasText: /\d/ }).waitFor();
    await theirs.locator('#save-plans').click();
    await theirs.locator('.conflicts').waitFor();
    expect(await theirs.locator('.conflicts').innerText()).toMatch(/444[\s\S]*555/);
    await theirs.locator('.conflicts button').first().click();
    await theirs.locator('.conflicts').waitFor({ state: 'detached' });
    expect(await cell.inputValue()).toBe('555');
    await other.close();
  });

  test('the large table opens over the file and holds the year', async () => {
    await panel.locator('button', { hasText: words.large }).click();
    const dialog = page.frameLocator('dialog iframe');
    await dialog.locator('.wide .grid').waitFor();
    expect(await dialog.locator('.grid thead th').count()).toBe(14);
    expect(await violations('#plans')).toEqual([]);
    await dialog.locator('.grid input').nth(11).click();
    await page.keyboard.type('9');
    await page.keyboard.press('Enter');
    await dialog.locator('#save-plans').click();
    await dialog.locator('.message', { hasText: '1' }).waitFor();
    await page.locator('dialog button').first().click();
  });

  test('a formula is chosen, answered and put into the cell', async () => {
    await page.locator('.o-add-sheet, .o-icon.fa-plus, [data-action=add-sheet]').first().click();
    await panel.locator('#tab-formulas').click();
    await panel.locator('#formula-period').fill('2025-05');
    await panel.locator('#formula-period').press('Enter');
    await panel.locator('#formula-text').waitFor();
    expect(await panel.locator('#formula-text').inputValue()).toMatch(/^=B24_KPI\("2025-05"[;,]/);
    expect(await panel.locator('.answer-table td').innerText()).toMatch(/\d/);
    await panel.locator('#insert-formula').click();
    await panel.locator('.message:not(:empty)').waitFor();
    expect(await panel.locator('.message.bad').count()).toBe(0);
  });

  test('the file is downloaded for Excel: a text is what the cell shows, without the mark that tells the engine so', async () => {
    await page.locator('.o-topbar-menu').first().click();
    const [download] = await Promise.all([
      page.waitForEvent('download', { timeout: 60_000 }),
      page.locator('.o-menu-item', { hasText: '.xlsx' }).first().click(),
    ]);
    const texts = strFromU8(unzipSync(new Uint8Array(readFileSync(await download.path())))['xl/sharedStrings.xml'] as Uint8Array);
    expect(texts).toMatch(/<t[^>]*>20\d\d/);
    expect(texts).not.toMatch(/<t[^>]*>'/);
  });

  test('a portal that is away is told in a sentence, and every button works again', async () => {
    await panel.locator('#tab-data').click();
    await portal.close();
    await panel.locator('button', { hasText: words.refresh }).click();
    await panel.locator('.message.bad').waitFor({ timeout: 80_000 });
    expect(await panel.locator('button', { hasText: words.refresh }).isEnabled()).toBe(true);
    expect(errors).toEqual([]);
  });
});

if (browser === null) test('browser checks are skipped: no browser on this machine', () => {});
