// Starts the demo as a person does and opens its page in a browser; notes every error and every request of the page.
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { browserFlags, findBrowser } from '../../local/workbench/browser';

const root = join(__dirname, '..', '..');

/** The browser's path; null after saying that the checks are skipped. With CI=true a missing browser is a failure. */
export function browserForChecks(): string | null {
  const path = findBrowser(root);
  if (path !== null) return path;
  if (process.env['CI'] === 'true') throw new Error('CI=true, and there is no browser: install chromium or set CHROME_PATH.');
  process.stdout.write('Browser checks skipped: no Chrome or Chromium was found; set CHROME_PATH.\n');
  return null;
}

export interface DemoPage {
  readonly page: Page;
  /** Everything the demo printed. */
  readonly printed: () => string;
  /** Uncaught errors of the page and lines of its console that report one. */
  readonly errors: readonly string[];
  /** Addresses the page asked for, WebSockets included. */
  readonly requests: readonly string[];
  readonly address: string;
  close(): Promise<void>;
}

/** Starts `demo` with the flags and waits until its page shows the workbook. */
export async function openDemo(executablePath: string, flags: readonly string[]): Promise<DemoPage> {
  const program = spawn(process.execPath, [join(root, 'tools', 'run-local.js'), 'demo', '--no-open', '--port', '0', ...flags], {
    cwd: root,
    env: { ...process.env, B24_WEBHOOK: '' },
  });
  let text = '';
  const address = await printedAddress(program, (chunk) => {
    text += chunk;
  });
  const browser: Browser = await chromium.launch({ executablePath, args: browserFlags() });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const errors: string[] = [];
  const requests: string[] = [];
  page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('request', (request) => requests.push(request.url()));
  page.on('websocket', (socket) => requests.push(socket.url()));
  await page.goto(address);
  await page.waitForSelector('body[data-ready=yes]', { timeout: 60_000 });
  return {
    page,
    printed: () => text,
    errors,
    requests,
    address,
    close: async () => {
      await browser.close();
      program.kill('SIGTERM');
      await new Promise((ended) => (program.exitCode === null ? program.once('exit', ended) : ended(null)));
    },
  };
}

function printedAddress(program: ChildProcess, heard: (chunk: string) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const listen = (chunk: Buffer): void => {
      heard(chunk.toString());
      text += chunk.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+\/$/m.exec(text);
      if (address !== null) resolve(address[0]);
    };
    program.stdout?.on('data', listen);
    program.stderr?.on('data', listen);
    program.once('exit', (code) => reject(new Error(`The demo ended with code ${code}:\n${text}`)));
  });
}

/** What the page keeps for these checks (page/page.ts). */
interface Workbook {
  readonly model: {
    readonly getters: {
      getActiveSheetId(): string;
      getVisibleSheetIds(): string[];
      getSheetName(id: string): string;
      getEvaluatedCell(position: object): { readonly formattedValue: string };
      getVisibleRect(zone: object): { x: number; y: number; width: number; height: number };
      expandZone(sheetId: string, zone: object): object;
    };
    readonly selection: { selectCell(col: number, row: number): void };
  };
  workerValues(sheetId: string): Promise<string[][]>;
}

declare const workbook: Workbook;

/** Opens a tab by its title. */
export async function openTab(page: Page, title: string): Promise<void> {
  await page.locator('.o-sheet', { hasText: title }).first().click();
  await page.waitForFunction((name) => workbook.model.getters.getSheetName(workbook.model.getters.getActiveSheetId()) === name, title);
}

/** Texts of the open sheet as the worker shows them, and as the page shows the same cells. */
export function bothTexts(page: Page): Promise<{ worker: string[][]; page: string[][] }> {
  return page.evaluate(async () => {
    const { getters } = workbook.model;
    const sheetId = getters.getActiveSheetId();
    const worker = await workbook.workerValues(sheetId);
    const shown = worker.map((line, row) => line.map((_, col) => getters.getEvaluatedCell({ sheetId, col, row }).formattedValue));
    return { worker, page: shown };
  });
}

/** Picks a value of a drop-down cell with the mouse. */
export async function pickFromList(page: Page, col: number, row: number, value: string): Promise<void> {
  const grid = await page.locator('.o-grid-overlay').boundingBox();
  // The cell's rectangle counts the headers of rows and columns, which the overlay leaves out.
  const cell = await page.evaluate(
    ({ left, top }) => {
      const { getters } = workbook.model;
      const sheetId = getters.getActiveSheetId();
      return getters.getVisibleRect(getters.expandZone(sheetId, { left, right: left, top, bottom: top }));
    },
    { left: col, top: row },
  );
  const headers = { width: 48, height: 26 };
  await page.mouse.click(
    (grid?.x ?? 0) - headers.width + cell.x + cell.width - 12,
    (grid?.y ?? 0) - headers.height + cell.y + cell.height / 2,
  );
  await page.locator('.o-autocomplete-value', { hasText: value }).first().click();
}
