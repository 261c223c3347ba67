// A program that ended and began again: the page says so, lets nothing be changed, and comes back where it was.
import { browserForChecks } from './demo-page';
import { choose, openScript, ready, type ScriptPage, scrolled, select, shown, taken, type, waitForCell, whereabouts } from './script-page';

const browser = browserForChecks();
const check = browser === null ? describe.skip : describe;

const unscrolled = { scrollX: 0, scrollY: 0 };

/** Makes a sheet at its opening; the letter in it tells the runs of the program apart. */
const script = (letter: string, sheets: string): string => `
function onOpen() {
  var file = SpreadsheetApp.getActiveSpreadsheet();
  ${sheets}.forEach(function (name) {
    if (!file.getSheetByName(name)) file.insertSheet(name).getRange('A1:B1').setValues([['${letter}', '=ECHO("${letter}")']]);
  });
  SpreadsheetApp.getUi().createMenu('Меню').addItem('Панель', 'panel').addItem('Спросить', 'question').addToUi();
}
function panel() {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('<p id="said">ждём</p><script>google.script.run.withSuccessHandler(function (t) { said.textContent = t; }).withFailureHandler(function (e) { said.textContent = e.message; }).question();</scr' + 'ipt>').setTitle('Панель'));
}
function question() { return SpreadsheetApp.getUi().alert('Продолжить?'); }
/** @customfunction */
function ECHO(text) { return text + '!'; }
`;

check('the program is stopped and started again', () => {
  let book: ScriptPage;
  jest.setTimeout(60_000);
  beforeEach(async () => {
    book = await openScript(browser ?? '', script('а', "['Отчёт', 'План']"));
  });
  afterEach(() => book?.close());

  test('the page says so, lets nothing be changed, comes back by itself where it was, with the new content', async () => {
    const page = await book.tab();
    await page.locator('.o-sheet', { hasText: 'План' }).click();
    await type(page, 'C5', 'моё');
    await taken(page);
    await waitForCell(page, 'B1', 'а!');
    await select(page, 'C5');
    await book.stop();
    await page.locator('.lost').waitFor();
    // Nothing is being typed, though a filled cell is selected.
    expect(await page.locator('.lost').innerText()).toMatch(
      /^Нет связи с программой. Подключаемся… Таблица показана на \d\d:\d\d, только чтение\.$/,
    );
    await type(page, 'A2', 'после');
    expect([await shown(page, 'A2'), await shown(page, 'C5')]).toEqual(['', 'моё']);
    expect(await page.locator('dialog').count()).toBe(0);
    await book.start(script('б', "['Отчёт', 'План']"));
    await page.locator('.lost').waitFor({ state: 'detached' });
    await ready(page);
    await waitForCell(page, 'B1', 'б!');
    expect([await shown(page, 'A1'), await shown(page, 'C5'), await whereabouts(page)]).toEqual(['б', '', 'План!A2']);
    await type(page, 'A2', 'теперь');
    await taken(page);
    expect(await shown(page, 'A2')).toBe('теперь');
    expect(book.errors).toEqual([]);
  });

  test('what is being typed when the line breaks is told, not lost in silence', async () => {
    const page = await book.tab();
    await page.locator('.o-sheet', { hasText: 'Отчёт' }).click();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.insertText('=1+');
    await book.stop();
    await page.locator('.lost').waitFor();
    expect(await page.locator('.lost .lost-line').allInnerTexts()).toEqual(['Не сохранено:', 'Отчёт!A2: =1+']);
    await book.start();
    await page.locator('.lost').waitFor({ state: 'detached' });
    await ready(page);
    expect(await page.locator('.toast-card.failure').innerText()).toContain('Отчёт!A2: =1+');
    const seen = await scrolled(page);
    await page.reload();
    await ready(page);
    expect([await whereabouts(page), seen, await scrolled(page)]).toEqual(['Отчёт!A2', unscrolled, unscrolled]);
    expect(await page.locator('.toast-card').count()).toBe(0);
    expect(book.errors).toEqual([]);
  });

  test('a sheet that is gone gives way to the first one; panels and questions of the old run are closed', async () => {
    const page = await book.tab();
    await page.locator('.o-sheet', { hasText: 'План' }).click();
    await choose(page, 'Меню', 'Панель');
    await page.locator('dialog.dialog').waitFor();
    await book.stop();
    await page.locator('.lost').waitFor();
    expect(await page.locator('dialog').count()).toBe(0);
    await page.frameLocator('#sidebar iframe').getByText('NetworkError: Connection failure due to HTTP 0').waitFor();
    await choose(page, 'Меню', 'Спросить');
    expect(await page.locator('.toast-card.failure').innerText()).toContain('Нет связи с программой: команда не закончена.');
    await book.start(script('б', "['Отчёт']"));
    await page.locator('.lost').waitFor({ state: 'detached' });
    await ready(page);
    expect(await whereabouts(page)).toBe('Отчёт!A1');
    expect(await page.locator('#sidebar').isHidden()).toBe(true);
    expect(book.errors).toEqual([]);
  });
});

if (browser === null) test('browser checks are skipped: no browser on this machine', () => {});
