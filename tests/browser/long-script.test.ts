// While a script runs long the page goes on, and says what runs.
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { browserForChecks } from './demo-page';
import { choose, openScript, type ScriptPage, shown, taken, type, waitForCell } from './script-page';

const browser = browserForChecks();
const check = browser === null ? describe.skip : describe;

/** What ran, in its order, stands in H1. */
const script = (url: string): string => `
function onOpen() {
  SpreadsheetApp.getUi().createMenu('Скрипт').addItem('Долго', 'slow').addItem('Счёт', 'count').addToUi();
}
function onEdit(e) { log('edit ' + e.range.getA1Notation()); }
function slow() {
  var sheet = SpreadsheetApp.getActiveSheet();
  sheet.getRange('C1').setValue('начато');
  SpreadsheetApp.flush();
  sheet.getRange('C3').setValue('ещё не записано');
  UrlFetchApp.fetch('${url}');
  sheet.getRange('C2').setValue('прочитано: ' + sheet.getRange('A1').getValue());
  log('slow');
}
function count() { log('count'); }
function log(what) {
  var cell = SpreadsheetApp.getActive().getSheetByName('Лист1').getRange('H1');
  cell.setValue((cell.getValue() + ' ' + what).trim());
}
/** @customfunction */
function ECHO(text) { return text + '!'; }
`;

check('a script that waits for a slow network', () => {
  let book: ScriptPage;
  let page: Page;
  /** Requests of the script that have no answer yet. */
  const held: ServerResponse[] = [];
  let answered = false;
  const slow = createServer((_request, response) => {
    if (answered) response.end('{}');
    else held.push(response);
  });
  const answer = (): void => {
    answered = true;
    for (const response of held.splice(0)) response.end('{}');
  };
  jest.setTimeout(90_000);
  beforeAll(async () => {
    await new Promise<void>((listening) => slow.listen(0, '127.0.0.1', listening));
    book = await openScript(browser ?? '', script(`http://127.0.0.1:${(slow.address() as AddressInfo).port}/`));
    page = await book.tab();
    await choose(page, 'Скрипт', 'Долго');
    await page.locator('.running').waitFor();
  }, 90_000);
  afterAll(async () => {
    answer();
    await book?.close();
    slow.close();
    slow.closeAllConnections();
  });

  test('is announced by the name of its command, and the line can be put away', async () => {
    expect(await page.locator('.running-text').innerText()).toBe('Выполняется скрипт «Долго»');
    await page.locator('.running-dismiss').click();
    expect(await page.locator('.running').isHidden()).toBe(true);
  });

  test('lets people type, calculate, undo and open tabs meanwhile; what it has flushed is seen, what waits is not', async () => {
    await type(page, 'A1', '7');
    await type(page, 'A2', '=ECHO(A1)');
    await taken(page);
    await waitForCell(page, 'A2', '7!');
    await waitForCell(page, 'C1', 'начато');
    expect(await shown(page, 'C3')).toBe('');
    await type(page, 'A3', 'лишнее');
    await taken(page);
    await page.keyboard.press('Control+z');
    await taken(page);
    expect(await shown(page, 'A3')).toBe('');
    const second = await book.tab();
    await waitForCell(second, 'A2', '7!');
    await second.close();
    await page.locator('.o-sheet', { hasText: 'Лист1' }).waitFor();
    expect(await shown(page, 'C2')).toBe('');
  });

  test('commands chosen meanwhile wait, each runs once; edits fire their triggers after it, in their order', async () => {
    await choose(page, 'Скрипт', 'Счёт');
    await page.locator('.running-text', { hasText: '«Счёт»' }).waitFor();
    await choose(page, 'Скрипт', 'Счёт');
    await page.locator('.running-text', { hasText: 'ждут очереди: 1' }).waitFor();
    expect(await shown(page, 'H1')).toBe('');
    answer();
    await waitForCell(page, 'C2', 'прочитано: 7');
    await page.locator('.running').waitFor({ state: 'hidden' });
    await waitForCell(page, 'H1', 'slow edit A1 edit A2 edit A3 count count');
    expect(await page.locator('.toast-card').count()).toBe(0);
    expect(book.errors).toEqual([]);
  });
});

if (browser === null) test('browser checks are skipped: no browser on this machine', () => {});
