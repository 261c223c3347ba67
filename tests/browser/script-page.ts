// A workbook with a small script of the test's own, served as the demo serves the add-on, and its tabs in a browser. It can be stopped and
// started again at the same address, like a program that a person restarts.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { browserFlags } from '../../local/workbench/browser';
import { type ServedWorkbook, serveWorkbook } from '../../local/workbench/serve-workbook';

const root = join(__dirname, '..', '..');

export interface ScriptPage {
  /** Opens one more tab and waits until it shows the workbook. */
  tab(): Promise<Page>;
  stop(): Promise<void>;
  /** Starts the program anew at the same address, with this script or with another one. */
  start(code?: string): Promise<void>;
  /** Uncaught errors of the tabs and lines of their consoles that report one; a browser's own line about an address that does not answer is none. */
  readonly errors: readonly string[];
  /** Addresses the tabs asked for, WebSockets included. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** Serves the script; `html` are its HTML files by name. */
export async function openScript(
  executablePath: string,
  code: string,
  { html = {}, lang = 'ru' }: { readonly html?: Readonly<Record<string, string>>; readonly lang?: 'ru' | 'en' } = {},
): Promise<ScriptPage> {
  const project = mkdtempSync(join(tmpdir(), 'script-'));
  writeFileSync(join(project, 'appsscript.json'), JSON.stringify({ timeZone: 'Europe/Moscow', runtimeVersion: 'V8' }));
  for (const [name, text] of Object.entries(html)) writeFileSync(join(project, `${name}.html`), text);
  let served: ServedWorkbook | null = null;
  let port = 0;
  const start = async (text: string): Promise<void> => {
    writeFileSync(join(project, 'Code.js'), text);
    const workbook = { project, lang, webhook: null, demo: false };
    const broken = (message: string): void => void errors.push(message);
    served = await serveWorkbook({ root, port, workbook, progress: () => '', broken });
    port = Number(new URL(served.address).port);
  };
  const stop = async (): Promise<void> => {
    await served?.close();
    served = null;
  };
  const errors: string[] = [];
  const requests: string[] = [];
  await start(code);
  const browser: Browser = await chromium.launch({ executablePath, args: browserFlags() });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  context.setDefaultTimeout(20_000);
  return {
    tab: async () => {
      const page = await context.newPage();
      page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
      page.on('console', (message) => {
        if (message.type() === 'error' && !message.text().includes('net::ERR_CONNECTION_REFUSED')) errors.push(message.text());
      });
      page.on('request', (request) => requests.push(request.url()));
      page.on('websocket', (socket) => requests.push(socket.url()));
      await page.goto(`http://127.0.0.1:${port}/`);
      await ready(page);
      return page;
    },
    stop,
    start: (text = code) => start(text),
    errors,
    requests,
    close: async () => {
      await browser.close();
      await stop();
    },
  };
}

/** Waits until the tab shows the workbook, and its cells have room on the screen. */
export async function ready(page: Page): Promise<void> {
  await page.waitForSelector('body[data-ready=yes]', { timeout: 60_000 });
  await page.waitForFunction(() => workbook.model.getters.getSheetViewDimension().width > 0);
}

/** What the page keeps for these checks (page/page.ts). */
interface ShownWorkbook {
  readonly model: {
    readonly getters: {
      getActiveSheetId(): string;
      getSheetName(id: string): string;
      getEvaluatedCell(position: object): { readonly formattedValue: string };
      getSelectedZone(): { readonly left: number; readonly top: number };
      isFullySynchronized(): boolean;
      getSheetViewDimension(): { readonly width: number };
      getActiveSheetScrollInfo(): { readonly scrollX: number; readonly scrollY: number };
    };
    readonly selection: { selectCell(col: number, row: number): void };
  };
}
declare const workbook: ShownWorkbook;

const place = (a1: string): { col: number; row: number } => ({ col: a1.charCodeAt(0) - 65, row: Number(a1.slice(1)) - 1 });

/** What a cell (one letter, a number) of the open sheet shows. */
export function shown(page: Page, a1: string): Promise<string> {
  return page.evaluate(({ col, row }) => {
    const { getters } = workbook.model;
    return getters.getEvaluatedCell({ sheetId: getters.getActiveSheetId(), col, row }).formattedValue;
  }, place(a1));
}

/** Waits until the cell shows the text. */
export async function waitForCell(page: Page, a1: string, text: string): Promise<void> {
  await page.waitForFunction(
    ({ col, row, text }) => {
      const { getters } = workbook.model;
      return getters.getEvaluatedCell({ sheetId: getters.getActiveSheetId(), col, row }).formattedValue === text;
    },
    { ...place(a1), text },
  );
}

/** Selects a cell of the open sheet. */
export async function select(page: Page, a1: string): Promise<void> {
  await page.evaluate(({ col, row }) => workbook.model.selection.selectCell(col, row), place(a1));
}

/** Types a text into a cell with the keyboard. */
export async function type(page: Page, a1: string, text: string): Promise<void> {
  await select(page, a1);
  await page.keyboard.press('Delete');
  await page.keyboard.insertText(text);
  await page.keyboard.press('Enter');
}

/** Waits until the file has taken everything typed on the page. */
export async function taken(page: Page): Promise<void> {
  await page.waitForFunction(() => workbook.model.getters.isFullySynchronized());
}

/** The open tab of the workbook and the selection's upper left cell, as `Лист1!A1`. */
export function whereabouts(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { getters } = workbook.model;
    const { left, top } = getters.getSelectedZone();
    return `${getters.getSheetName(getters.getActiveSheetId())}!${String.fromCharCode(65 + left)}${top + 1}`;
  });
}

/** How far the cells are scrolled, in pixels. */
export function scrolled(page: Page): Promise<object> {
  return page.evaluate(() => workbook.model.getters.getActiveSheetScrollInfo());
}

/** Chooses a command of the script's own menu. */
export async function choose(page: Page, menu: string, command: string): Promise<void> {
  await page.locator('.o-topbar-menu', { hasText: menu }).click();
  await page.locator('.o-menu-item', { hasText: command }).click();
}
