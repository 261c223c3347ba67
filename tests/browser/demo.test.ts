// The demo as people see it, started by its command: both sides show the same, in both languages, and nothing is asked outside loopback.
import { bothTexts, browserForChecks, type DemoPage, openDemo, openTab, pickFromList } from './demo-page';

const languages = {
  ru: {
    flags: [],
    menu: 'Битрикс24 KPI',
    openPanel: 'Открыть панель',
    refresh: 'Обновить',
    reports: ['Сводка', 'План-факт', 'Эффективность менеджеров', 'Воронка', 'Зависшие сделки', 'Качество данных'],
    empty: 'Лист1',
    deals: 'Данные_Сделки',
    lastMonth: 'прошлый месяц',
    panelWords: 'Андрей Воронцов',
  },
  en: {
    flags: ['--lang', 'en'],
    menu: 'Bitrix24 KPI',
    openPanel: 'Open panel',
    refresh: 'Refresh now',
    reports: ['Dashboard', 'Plan vs fact', 'Manager performance', 'Funnel', 'Stuck deals', 'Data quality'],
    empty: 'Sheet1',
    deals: 'Data_Deals',
    lastMonth: 'last month',
    panelWords: 'Andrew Whitmore',
  },
} as const;

/** The page's own model, as far as these checks reach into it. */
interface PageModel {
  readonly getters: {
    getActiveSheetId(): string;
    getNumberRows(sheetId: string): number;
    getEvaluatedCell(place: object): { readonly formattedValue: string; readonly message?: string };
  };
  dispatch(type: 'UPDATE_CELL', payload: object): void;
}
declare const workbook: { readonly model: PageModel };

const browser = browserForChecks();
const check = browser === null ? describe.skip : describe;

check.each(['ru', 'en'] as const)('the demo in a browser (%s)', (lang) => {
  const words = languages[lang];
  let demo: DemoPage;
  beforeAll(async () => {
    demo = await openDemo(browser ?? '', words.flags);
  }, 180_000);
  afterAll(() => demo?.close());
  jest.setTimeout(90_000);

  const openMenu = (): Promise<void> => demo.page.locator('.o-topbar-menu', { hasText: words.menu }).click();
  const choose = (entry: string): Promise<void> => demo.page.locator('.o-menu-item', { hasText: entry }).click();

  test('opens on the first report', async () => {
    expect(await demo.page.locator('.o-sheet.active').innerText()).toBe(words.reports[0]);
  });

  test.each([...words.reports])('shows in "%s" what the worker computed, with charts', async (report) => {
    await openTab(demo.page, report);
    await demo.page.waitForTimeout(500);
    const texts = await bothTexts(demo.page);
    expect(texts.worker.flat().filter((text) => /\d/.test(text)).length).toBeGreaterThan(40);
    expect(texts.page).toEqual(texts.worker);
    expect(texts.page.flat().filter((text) => text.startsWith('#'))).toEqual([]);
    expect(await demo.page.locator('.o-figure canvas').count()).toBeGreaterThanOrEqual(1);
  });

  test('a value picked from a list recalculates the table on both sides', async () => {
    await openTab(demo.page, words.reports[0]);
    const before = await bothTexts(demo.page);
    const row = before.page.findIndex((line) => line[1] !== '' && line[1] === before.worker[4]?.[1]);
    expect(row).toBe(4);
    await pickFromList(demo.page, 1, row, words.lastMonth);
    await demo.page.waitForTimeout(1500);
    const after = await bothTexts(demo.page);
    expect(after.page[4]?.[1]).toBe(words.lastMonth);
    expect(after.page).toEqual(after.worker);
    expect(after.page.slice(25, 40)).not.toEqual(before.page.slice(25, 40));
  });

  test('a big raw sheet comes when its tab is opened', async () => {
    await openTab(demo.page, words.deals);
    await demo.page.waitForSelector('.sheet-cover', { state: 'hidden' });
    await demo.page.waitForFunction(() => {
      const { getters } = workbook.model;
      const sheetId = getters.getActiveSheetId();
      return getters.getEvaluatedCell({ sheetId, col: 0, row: getters.getNumberRows(sheetId) - 1 }).formattedValue !== '';
    });
    const texts = await bothTexts(demo.page);
    expect(texts.worker.length).toBeGreaterThan(5000);
    expect(texts.page).toEqual(texts.worker);
  });

  test('a typed formula of the add-on is loading first and says its error in a note', async () => {
    await openTab(demo.page, words.empty);
    const texts = await demo.page.evaluate(async () => {
      const { model } = workbook;
      const sheetId = model.getters.getActiveSheetId();
      const place = { sheetId, col: 2, row: 2 };
      model.dispatch('UPDATE_CELL', { ...place, content: '=B24_DEALS("no such period")' });
      const loading = model.getters.getEvaluatedCell(place).formattedValue;
      await new Promise((resolve) => setTimeout(resolve, 1500));
      const cell = model.getters.getEvaluatedCell(place);
      model.dispatch('UPDATE_CELL', { ...place, content: '' });
      return { loading, shown: cell.formattedValue, message: cell.message };
    });
    expect(texts.loading).toBe(lang === 'ru' ? 'Загрузка...' : 'Loading...');
    expect(texts.shown).toBe('#ERROR!');
    expect(texts.message).toContain('no such period');
  });

  test('the panel opens beside the sheet and speaks with the script', async () => {
    await openMenu();
    await choose(words.openPanel);
    const frame = demo.page.frameLocator('#sidebar iframe');
    await frame.getByText(words.panelWords).waitFor({ timeout: 30_000 });
    expect((await demo.page.locator('#sidebar').boundingBox())?.width).toBe(300);
  });

  test('refreshing from the menu ends with a message', async () => {
    await openMenu();
    await choose(words.refresh);
    // The first message says that it is loading and ends with dots; the one that takes its place tells the result.
    await demo.page.locator('.toast-card.plain').filter({ hasNotText: '…' }).waitFor({ timeout: 60_000 });
    await demo.page.locator('.running').waitFor({ state: 'hidden', timeout: 60_000 });
    expect(await demo.page.locator('.toast-card.failure').count()).toBe(0);
  });

  test('hidden sheets stay hidden', async () => {
    expect((await demo.page.locator('.o-sheet').allInnerTexts()).filter((name) => name.startsWith('_b24'))).toEqual([]);
  });

  if (lang === 'ru') {
    test('the menus have no English entry', async () => {
      const names: string[] = [];
      for (const menu of await demo.page.locator('.o-topbar-menu').all()) {
        names.push(await menu.innerText());
        await menu.click();
        await demo.page.locator('.o-menu-item').first().waitFor();
        names.push(...(await demo.page.locator('.o-menu-item .o-menu-item-name').allInnerTexts()));
        await demo.page.keyboard.press('Escape');
        await demo.page.locator('#source').click();
        await demo.page.locator('.o-menu-item').first().waitFor({ state: 'hidden' });
      }
      expect(names.length).toBeGreaterThan(30);
      expect(names.filter((name) => /^[\s\x20-\x7e]*[A-Za-z]{2,}[\s\x20-\x7e]*$/.test(name))).toEqual([]);
    });
  }

  test('the page has met no error and asked nothing outside loopback', () => {
    expect(demo.errors).toEqual([]);
    const outside = demo.requests.filter((url) => !/^(data:|blob:|(https?|ws):\/\/127\.0\.0\.1:)/.test(url));
    expect(outside).toEqual([]);
    expect(demo.requests.length).toBeGreaterThan(3);
  });
});

if (browser === null) test('browser checks are skipped: no browser on this machine', () => {});
