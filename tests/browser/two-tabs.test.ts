// Two tabs of one workbook: what one does, the other shows.
import type { Page } from 'playwright-core';
import { browserForChecks } from './demo-page';
import { choose, openScript, type ScriptPage, select, shown, taken, type, waitForCell, whereabouts } from './script-page';

const browser = browserForChecks();
const check = browser === null ? describe.skip : describe;

const script = `
function onOpen() {
  SpreadsheetApp.getUi().createMenu('Script')
    .addItem('Where am I', 'where').addItem('Panel', 'panel').addItem('Ask', 'ask').addItem('Write', 'write').addItem('Jump', 'jump').addToUi();
}
function onEdit(e) { e.source.toast('edited ' + e.range.getA1Notation()); }
function where() { SpreadsheetApp.getActive().toast('at ' + SpreadsheetApp.getActiveRange().getA1Notation()); }
function panel() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('<p>panel</p>').setTitle('Panel')); }
function ask() {
  var answer = SpreadsheetApp.getUi().prompt('Who?', SpreadsheetApp.getUi().ButtonSet.OK_CANCEL);
  SpreadsheetApp.getActiveSheet().getRange('D1').setValue((answer.getSelectedButton() + ' ' + answer.getResponseText()).trim());
}
function write() { SpreadsheetApp.getActiveSheet().getRange('E1:E3').setValues([[1], [2], ['=SUM(E1:E2)']]); }
function jump() {
  var file = SpreadsheetApp.getActive();
  var sheet = file.getSheetByName('Other') || file.insertSheet('Other');
  sheet.getRange('C3').activate();
}
`;

check('two tabs of one workbook', () => {
  let book: ScriptPage;
  let one: Page;
  let other: Page;
  jest.setTimeout(90_000);
  beforeAll(async () => {
    book = await openScript(browser ?? '', script, { lang: 'en' });
    one = await book.tab();
    other = await book.tab();
  }, 90_000);
  afterAll(() => book?.close());

  /** The message in the corner of a tab. */
  const toast = (page: Page, text: string): Promise<void> => page.locator('.toast-card', { hasText: text }).waitFor();

  test('show the same, whoever types and whoever runs the script', async () => {
    await type(one, 'A1', '5');
    await type(other, 'A2', '=A1*2');
    await waitForCell(one, 'A2', '10');
    await choose(other, 'Script', 'Write');
    await waitForCell(one, 'E3', '3');
    await waitForCell(other, 'E3', '3');
  });

  test('each run knows the selection of its own tab, and its messages come there only', async () => {
    await select(one, 'B7');
    await select(other, 'C9');
    await choose(one, 'Script', 'Where am I');
    await choose(other, 'Script', 'Where am I');
    await toast(one, 'at B7');
    await toast(other, 'at C9');
    await type(other, 'B9', 'x');
    await toast(other, 'edited B9');
    expect(await one.locator('.toast-card').allInnerTexts()).toEqual([expect.stringContaining('at B7')]);
  });

  test('a panel belongs to the tab that opened it', async () => {
    await choose(one, 'Script', 'Panel');
    await one.frameLocator('#sidebar iframe').getByText('panel').waitFor();
    await choose(other, 'Script', 'Where am I');
    await toast(other, 'at');
    expect(await other.locator('#sidebar').isHidden()).toBe(true);
  });

  test('what the script makes active moves its own tab only', async () => {
    await choose(one, 'Script', 'Jump');
    await one.waitForFunction(() => document.querySelector('.o-sheet.active')?.textContent?.includes('Other'));
    expect([await whereabouts(one), await whereabouts(other)]).toEqual(['Other!C3', 'Sheet1!B10']);
    await one.locator('.o-sheet', { hasText: 'Sheet1' }).click();
  });

  test("undo takes back one's own change and leaves the other's", async () => {
    await type(one, 'F1', 'mine');
    await taken(one);
    await type(other, 'F2', 'yours');
    await waitForCell(one, 'F2', 'yours');
    await one.keyboard.press('Control+z');
    await waitForCell(other, 'F1', '');
    await taken(one);
    expect([await shown(one, 'F1'), await shown(one, 'F2'), await shown(other, 'F2')]).toEqual(['', 'yours', 'yours']);
  });

  test('a question asks its own tab only, and the other one goes on meanwhile', async () => {
    await choose(one, 'Script', 'Ask');
    await one.locator('dialog .dialog-input').waitFor();
    await type(other, 'G1', 'while it waits');
    await taken(other);
    await waitForCell(one, 'G1', 'while it waits');
    expect(await other.locator('dialog').count()).toBe(0);
    await one.locator('dialog .dialog-input').fill('me');
    await one.keyboard.press('Enter');
    await waitForCell(other, 'D1', 'OK me');
  });

  test('a question is closed with its tab, and the script goes on', async () => {
    const third = await book.tab();
    await choose(third, 'Script', 'Ask');
    await third.locator('dialog .dialog-input').waitFor();
    await third.close();
    await waitForCell(other, 'D1', 'CLOSE');
    await choose(other, 'Script', 'Where am I');
    await toast(other, 'at');
  });

  test('no tab has met an error or asked anything outside loopback', () => {
    expect(book.errors).toEqual([]);
    expect(book.requests.filter((url) => !/^(data:|blob:|(https?|ws):\/\/127\.0\.0\.1:)/.test(url))).toEqual([]);
  });
});

if (browser === null) test('browser checks are skipped: no browser on this machine', () => {});
