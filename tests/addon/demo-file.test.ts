// The file filled with an invented company, for who has no portal at hand. On the built bundle.
import { connected, fresh, loadedDesk, numbers, open, sentence, sheetNames } from './loaded-desk';

test.each(['ru', 'en'] as const)(
  'an empty file becomes a working one in %s: reports, raw sheets, formulas up to these days, without a request',
  (lang) => {
    const desk = open({ lang });
    expect(desk.call('tryDemo')).toMatch(/вымышленной компании|invented company/);
    expect(desk.runtime.stats.urlFetchCalls).toBe(0);
    expect(sheetNames(desk)).toEqual(expect.arrayContaining(lang === 'ru' ? ['Воронка', 'Данные_Сделки'] : ['Funnel', 'Data_Deals']));
    const state = desk.call('sidebarState') as { demo: boolean; portal: null; asOf: string; deals: number };
    expect(state).toMatchObject({ demo: true, portal: null });
    expect(state.deals).toBeGreaterThan(200);
    const age = (desk.clock.now() - Date.parse(state.asOf)) / 86_400_000;
    expect(age).toBeGreaterThanOrEqual(0);
    expect(age).toBeLessThan(7);
    const reader = fresh(desk, { lang });
    const separator = lang === 'ru' ? ';' : ',';
    expect(
      reader.value(`=B24_REVENUE("${lang === 'ru' ? 'последние 90 дней' : 'last 90 days'}"${separator}${separator}${separator}B24_DATA)`),
    ).toBeGreaterThan(10_000);
    expect(
      reader.value(
        `=B24_LEADS("${lang === 'ru' ? 'последние 30 дней' : 'last 30 days'}"${separator}${separator}${separator}${separator}B24_DATA)`,
      ),
    ).toBeGreaterThan(5);
  },
);

test('the first load of a portal replaces it without a question, and nothing of it is left', () => {
  const desk = open();
  desk.call('tryDemo');
  desk.connect();
  expect(desk.refresh().done).toBe(true);
  expect(numbers(desk)).toEqual(numbers(loadedDesk()));
  expect(desk.call('sidebarState')).toMatchObject({ demo: false, deals: 16 });
});

test('a file with data or a connection is never filled over', () => {
  for (const desk of [connected(), loadedDesk()])
    expect(sentence(() => desk.call('tryDemo'))).toContain('уже есть данные или подключён портал');
});
