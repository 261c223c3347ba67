// The way from a portal to cells, as a person walks it: connect, refresh, look, refresh again. On the built bundle.
import { demoPortal } from '../../local/demo-data/demo-portal';
import golden from '../golden/kpi-example/kpi-example.json';
import { openDesk } from './desk';
import { won107 } from './loaded-desk';

const now = golden.inputs.settings.asOf;
const open = (options: Partial<Parameters<typeof openDesk>[0]> = {}) => openDesk({ data: golden.inputs, now, ...options });

describe('connecting', () => {
  test.each([
    ['no address at all', 'вебхук', 'Это не адрес вебхука'],
    ['http outside loopback', 'http://company.bitrix24.ru/rest/1/abcdefgh/', 'https://'],
    ['no code', 'https://company.bitrix24.ru/rest/1/', 'кода'],
    ['a page of the portal', 'https://company.bitrix24.ru/crm/deal/', '/rest/'],
  ])('%s is refused with one sentence that says what to do', (_name, webhook, words) => {
    const desk = open();
    expect(() => desk.call('connect', webhook)).toThrow(words);
    expect((desk.call('sidebarState') as { portal: unknown }).portal).toBeNull();
  });

  test('a wrong code is told without repeating it', () => {
    const desk = open();
    const wrong = desk.webhook.replace(/[^/]+\/$/, 'wrongsecret123/');
    let text = '';
    try {
      desk.call('connect', wrong);
    } catch (error) {
      text = String((error as Error).message);
    }
    expect(text).toContain('вебхук');
    expect(text).not.toContain('wrongsecret123');
  });

  test('a webhook without a required scope names the scope, and nothing is kept', () => {
    const desk = open({ data: { ...golden.inputs, portal: { scopes: ['user', 'department'] } } });
    expect(() => desk.connect()).toThrow('crm');
    expect((desk.call('sidebarState') as { portal: unknown }).portal).toBeNull();
  });

  test('an HTML page instead of JSON is told as the portal’s failure', () => {
    const desk = open({ intercept: () => ({ status: 200, headers: { 'content-type': 'text/html' }, body: '<html>Maintenance</html>' }) });
    expect(() => desk.connect()).toThrow(/Битрикс24/);
  });

  test('the secret lies in the user properties only', () => {
    const desk = open();
    desk.connect();
    desk.refresh();
    const code = desk.webhook.split('/').at(-2) ?? '';
    const saved = desk.runtime.save() as unknown as { properties: { user: unknown } };
    const { user, ...elsewhere } = saved.properties as Record<string, unknown>;
    expect(JSON.stringify(user)).toContain(code);
    expect(JSON.stringify({ ...saved, properties: elsewhere })).not.toContain(code);
  });
});

describe('before the first load', () => {
  test('a formula asks for the load in one sentence', () => {
    expect(open().value('=B24_DEALS()')).toContain('Обновить сейчас');
    expect(open({ lang: 'en' }).value('=B24_DEALS()')).toContain('Refresh now');
  });

  test('a refresh without a connection says where to connect', () => {
    expect(() => open().call('refresh')).toThrow('вебхук');
  });
});

describe('refreshing', () => {
  test('the raw sheets hold what the portal holds, with typed dates and names beside ids', () => {
    const desk = open();
    desk.connect();
    desk.refresh();
    const sheet = desk.runtime.spreadsheet.sheets().find((one) => one.name === 'Данные_Сделки');
    expect(sheet).toBeDefined();
    const table = desk.value("=FILTER('Данные_Сделки'!A1:Z18;'Данные_Сделки'!A1:A18<>\"\")") as unknown[][];
    const column = (title: string) => (table[0] ?? []).indexOf(title);
    const row = table.find((one) => one[0] === 101) ?? [];
    expect(table).toHaveLength(golden.inputs.deals.length);
    expect(Object.prototype.toString.call(row[column('Создана')])).toBe('[object Date]');
    expect(row).toContain('Анна А.');
  });

  test('a second refresh without news recalculates nothing: the stamp and the generation stay', () => {
    const desk = open();
    desk.connect();
    const first = desk.refresh();
    const stamp = desk.value('=B24_DATA');
    const second = desk.refresh();
    expect(second).toMatchObject({ done: true, generation: first.generation });
    expect(desk.value('=B24_DATA')).toBe(stamp);
  });

  test('a won deal on the portal reaches a formula that carries B24_DATA after the next refresh', () => {
    const desk = open();
    desk.connect();
    desk.refresh();
    desk.runtime.edit('Лист1', 'A1', '=B24_DEALS("2025-05";;;"выиграно";B24_DATA)');
    expect(desk.value('=Лист1!A1')).toBe(7);
    desk.portal.mutate({
      ...won107,
      now: '2025-05-20T19:00:00+03:00',
    });
    expect(desk.refresh()).toMatchObject({ done: true, generation: 3 });
    expect(desk.value('=Лист1!A1')).toBe(8);
  });

  test('a broken portal leaves the old numbers and says so in one sentence', () => {
    let broken = false;
    const desk = open({
      intercept: () => (broken ? { status: 502, headers: { 'content-type': 'text/html' }, body: '<html>Bad gateway</html>' } : null),
    });
    desk.connect();
    desk.refresh();
    broken = true;
    expect(() => desk.refresh()).toThrow(/Битрикс24/);
    expect(desk.value('=B24_REVENUE("2025-05")')).toBe(610000);
    broken = false;
    expect(desk.refresh().done).toBe(true);
  });

  test('another portal does not silently replace the data', () => {
    const desk = open();
    desk.connect();
    desk.refresh();
    const saved = desk.runtime.save();
    const other = open({
      data: { ...golden.inputs, portal: { webhook: { userId: 12, code: 'anothercode1' } } },
      runtime: { state: saved },
    });
    other.connect();
    expect(() => other.call('refresh')).toThrow('Подтвердите');
    expect(other.value('=B24_REVENUE("2025-05")')).toBe(610000);
    expect(other.call('refresh', true)).toMatchObject({ done: true });
  });

  test('a run stops before Google’s six minutes and the next one continues without losing a row', () => {
    const { data } = demoPortal({ lang: 'ru', now: Date.parse('2026-11-23T09:00:00Z'), scale: 1 });
    const slow = openDesk({ data, now: '2026-11-23T12:00:00+03:00', portal: { latencyMs: 50000 } });
    slow.connect();
    const results = [];
    for (let run = 0; run < 40; run++) {
      const result = slow.call('refresh') as { done: boolean };
      results.push(result.done);
      if (result.done) break;
    }
    expect(results.length).toBeGreaterThan(1);
    const quick = openDesk({ data, now: '2026-11-23T12:00:00+03:00' });
    quick.connect();
    quick.refresh();
    const formula = '=B24_KPI_TABLE("2026-01-01..2026-10-31";;;"менеджер")';
    expect(slow.value(formula)).toEqual(quick.value(formula));
  });
});

test('an employee without a deal is known to formulas, and left out of the table of everybody', () => {
  const users = [...golden.inputs.users, { ID: '14', ACTIVE: true, NAME: 'Глеб', LAST_NAME: 'Г.', UF_DEPARTMENT: [3] }];
  const desk = open({ data: { ...golden.inputs, users } });
  desk.connect();
  desk.refresh();
  expect(desk.value('=B24_DEALS("2025-05";"Глеб")')).toBe(0);
  const names = (formula: string) => (desk.value(formula) as unknown[][]).map((row) => String(row[0]));
  expect(names('=B24_KPI_TABLE("2025-05")').some((name) => name.startsWith('Глеб'))).toBe(false);
  expect(names('=B24_KPI_TABLE("2025-05";"Глеб")').some((name) => name.startsWith('Глеб'))).toBe(true);
});

describe('CRM text is hostile', () => {
  test('a deal title that looks like a formula stays text on its sheet', () => {
    const deals = golden.inputs.deals.map((deal) =>
      deal.id === 101 ? { ...deal, title: '=IMPORTXML("https://evil.example";"//a")' } : deal,
    );
    const desk = open({ data: { ...golden.inputs, deals } });
    desk.connect();
    desk.refresh();
    const titles = (desk.value("='Данные_Сделки'!A1:Z3") as unknown[][])[1] ?? [];
    expect(titles).toContain('=IMPORTXML("https://evil.example";"//a")');
  });
});
