// What people do to the add-on's sheets: a damaged store, an interrupted load, sheets renamed, sorted and deleted. Formulas show the right number or one
// sentence, and the next refresh mends the rest. On the built bundle.
import { wordName } from '../../src/inputs/words';
import { settingWords } from '../../src/locale/input-rows';
import golden from '../golden/kpi-example/kpi-example.json';
import {
  act,
  connected,
  type Desk,
  formulas,
  fresh,
  loadedDesk,
  now,
  numbers,
  type open,
  rounded,
  sentence,
  sheetNames,
  won107,
} from './loaded-desk';

describe('the store', () => {
  test('does not grow without bound: fifty refreshes with news reuse its rows', () => {
    const desk = loadedDesk();
    const rows: number[] = [];
    for (let round = 0; round < 50; round++) {
      const time = new Date(Date.parse(now) + (round + 1) * 60_000).toISOString();
      desk.portal.mutate({ deals: [{ id: 101, title: `Сделка ${round}`, updatedTime: time }], now: time });
      expect(desk.refresh().generation).toBe(round + 3);
      rows.push(Number(act(desk, "return file.getSheetByName('_b24_store').getLastRow()")));
    }
    expect(Math.max(...rows)).toBeLessThanOrEqual(2 * (rows[1] ?? 0));
    expect(sheetNames(desk)).toHaveLength(new Set(sheetNames(desk)).size);
  }, 60_000);

  test.each([
    ['the store sheet was deleted', "file.deleteSheet(file.getSheetByName('_b24_store'))"],
    ['the store sheet was emptied', "file.getSheetByName('_b24_store').clear()"],
    [
      'the store sheet was sorted',
      "const s = file.getSheetByName('_b24_store'); s.getRange(1, 1, s.getMaxRows(), 10).sort({ column: 1, ascending: false })",
    ],
    ['rows of the store sheet were deleted', "file.getSheetByName('_b24_store').deleteRows(4, 2)"],
    ['a row was inserted into the store sheet', "file.getSheetByName('_b24_store').insertRowsAfter(3, 1)"],
    [
      'two rows of the store changed places',
      "const s = file.getSheetByName('_b24_store'); const a = s.getRange(4, 1, 1, 10).getValues(); const b = s.getRange(5, 1, 1, 10).getValues(); s.getRange(4, 1, 1, 10).setValues(b); s.getRange(5, 1, 1, 10).setValues(a)",
    ],
    ['a column of the store sheet was deleted', "file.getSheetByName('_b24_store').deleteColumns(1, 1)"],
    ['the store sheet was renamed', "file.getSheetByName('_b24_store').setName('моё')"],
    ['the stamp sheet was deleted', "file.deleteSheet(file.getSheetByName('_b24'))"],
    ['the stamp was overwritten', "file.getRangeByName('B24_DATA').setValue('x')"],
    ['the staging sheet was deleted', "file.deleteSheet(file.getSheetByName('_b24_load'))"],
  ])('%s: formulas show the right number or one sentence, and the next refresh loads everything anew', (_name, body) => {
    const desk = loadedDesk();
    const whole = numbers(desk);
    act(desk, body);
    const reader = fresh(desk);
    formulas.forEach((formula, at) => {
      const value = reader.value(formula);
      if (String(value).startsWith('#')) expect(value).toMatch(/«?Обновить сейчас»?/);
      else expect(rounded(value)).toEqual((whole as unknown[])[at]);
    });
    expect(fresh(desk).call('sidebarState')).toMatchObject({ portal: expect.any(String) });
    expect(desk.refresh().done).toBe(true);
    expect(numbers(desk)).toEqual(whole);
    expect(
      sheetNames(desk)
        .filter((name) => name.startsWith('_b24'))
        .sort(),
    ).toEqual(['_b24', '_b24_forecasts', '_b24_load', '_b24_raw', '_b24_store']);
    expect(desk.runtime.spreadsheet.sheets().filter((sheet) => sheet.name.startsWith('_b24') && !sheet.hidden)).toEqual([]);
  });

  test('a cache that is missing, empty or forgetful changes no number', () => {
    const whole = numbers(loadedDesk());
    for (const prelude of [
      'var CacheService = { getDocumentCache: () => null };',
      'var CacheService = { getDocumentCache: () => ({ get: () => null, getAll: () => ({}), put: () => undefined, putAll: () => undefined }) };',
      `function full() { throw new Error("Argument too large: value"); }
       var CacheService = { getDocumentCache: () => ({ get: () => null, getAll: () => ({}), put: full, putAll: full }) };`,
    ]) {
      const desk = loadedDesk({ prelude });
      expect(formulas.map((formula) => rounded(desk.value(formula)))).toEqual(whole);
    }
  });

  test('facts are made anew when the time zone, the language or a setting of the file changed, without news from the portal', () => {
    const desk = loadedDesk();
    const status = () => desk.value('=B24_STATUS(;B24_DATA)');
    const before = JSON.stringify(status());
    act(desk, "file.setSpreadsheetTimeZone('Asia/Vladivostok')");
    expect(desk.refresh().generation).toBe(3);
    expect(JSON.stringify(status())).not.toBe(before);
    expect(desk.refresh().generation).toBe(3);
    act(desk, "file.setSpreadsheetLocale('en_US')");
    expect(desk.refresh().generation).toBe(4);
    desk.runtime.paste('Settings', 'A1', [
      ['Setting', 'Value'],
      [settingWords.closeDateSource.name.en, wordName('closedate', 'en')],
    ]);
    expect(desk.refresh().generation).toBe(5);
    expect(desk.refresh().generation).toBe(5);
  });
});

describe('an interrupted load', () => {
  /** A portal that goes silent after the first wave of a slow load, so that the load stays open with something staged. */
  function interrupted(options: Parameters<typeof open>[0] = {}): Desk {
    let silent = false;
    const desk = connected({
      portal: { latencyMs: 50_000 },
      intercept: (_body, nth) => (silent && nth > 2 ? { fault: 'timeout', delayMs: 50_000 } : null),
      ...options,
    });
    silent = true;
    sentence(() => desk.call('refresh'));
    silent = false;
    const load = JSON.parse(desk.runtime.save().properties.document['b24.load'] ?? '{}') as { state?: { stagedRows: number } };
    expect(load.state?.stagedRows).toBeGreaterThan(0);
    return desk;
  }

  test.each([
    ['deleted', "file.insertSheet('Мой'); file.deleteSheet(file.getSheetByName('_b24_load'))"],
    ['emptied', "file.getSheetByName('_b24_load').clear()"],
    ['cut', "const s = file.getSheetByName('_b24_load'); s.deleteRows(2, s.getMaxRows() - 1)"],
    ['sorted', "const s = file.getSheetByName('_b24_load'); s.getRange(1, 1, s.getMaxRows(), 11).sort({ column: 1, ascending: false })"],
  ])('starts anew when its staging sheet was %s', (_name, body) => {
    const whole = numbers(loadedDesk());
    const desk = interrupted();
    act(desk, body);
    expect(desk.refresh().done).toBe(true);
    expect(numbers(desk)).toEqual(whole);
  });

  test('starts anew when its cursor cannot be read', () => {
    const desk = interrupted();
    act(desk, "PropertiesService.getDocumentProperties().setProperty('b24.load', '{')");
    expect(desk.refresh().done).toBe(true);
  });

  test('keeps every property below 9 KB, also with a long Cyrillic name', () => {
    const users = golden.inputs.users.map((user) => ({ ...user, LAST_NAME: 'Оченьдлиннаяфамилия'.repeat(10) }));
    const desk = interrupted({ data: { ...golden.inputs, users } });
    const { document } = desk.runtime.save().properties;
    for (const value of Object.values(document)) expect(Buffer.byteLength(value)).toBeLessThan(9216);
    expect(desk.refresh().done).toBe(true);
  });
});

describe('sheets that people see', () => {
  const header = "file.getSheetByName('Данные_Сделки').getLastColumn()";

  test('notes to the right of a raw sheet stay beside their deal when people sort, and when deals come', () => {
    const desk = loadedDesk();
    const width = Number(act(desk, `return ${header}`));
    act(
      desk,
      `const s = file.getSheetByName('Данные_Сделки'); s.insertColumnsAfter(${width}, 1); for (let row = 2; row <= s.getLastRow(); row++) s.getRange(row, ${width + 1}).setValue('note ' + s.getRange(row, 1).getValue())`,
    );
    act(
      desk,
      "const s = file.getSheetByName('Данные_Сделки'); s.getRange(2, 1, s.getLastRow() - 1, s.getMaxColumns()).sort({ column: 1, ascending: false })",
    );
    const first = act(desk, "return file.getSheetByName('Данные_Сделки').getRange(2, 1).getValue()");
    desk.portal.mutate({
      ...won107,
      deals: [...won107.deals, { ...golden.inputs.deals[0], id: 100, title: 'Ранняя', updatedTime: '2025-05-20T18:30:00+03:00' }],
    } as never);
    desk.refresh();
    const rows = JSON.parse(
      String(act(desk, "return JSON.stringify(file.getSheetByName('Данные_Сделки').getDataRange().getValues())")),
    ) as unknown[][];
    expect(rows[1]?.[0]).toBe(first);
    expect(rows).toHaveLength(golden.inputs.deals.length + 2 - 1 + (golden.inputs.deals.some((deal) => deal.id === 100) ? 0 : 1) - 1);
    for (const row of rows.slice(1)) if (row[0] !== 100) expect(row[width]).toBe(`note ${String(row[0])}`);
    expect(rows.at(-1)?.[0]).toBe(100);
    expect(rows.at(-1)?.[width]).toBe('');
  });

  test('a deleted raw sheet comes back with the next news; a renamed one is found; a user’s sheet with our name is left alone', () => {
    const desk = connected();
    act(desk, "file.insertSheet('Данные_Лиды').getRange(1, 1).setValue('моё')");
    desk.refresh();
    expect(sheetNames(desk)).toContain('Данные_Лиды 2');
    expect(act(desk, "return file.getSheetByName('Данные_Лиды').getRange(1, 1).getValue()")).toBe('моё');
    act(desk, "file.getSheetByName('Данные_Сделки').setName('Сделки наши'); file.deleteSheet(file.getSheetByName('Данные_История'))");
    desk.portal.mutate(won107);
    desk.refresh();
    expect(sheetNames(desk)).toContain('Сделки наши');
    expect(sheetNames(desk)).not.toContain('Данные_Сделки');
    expect(sheetNames(desk)).toContain('Данные_История');
  });

  test('report sheets: renamed ones are redrawn in place, duplicates are the user’s, deleted ones come back on request only', () => {
    const desk = loadedDesk();
    desk.call('buildReports');
    // Shown first: the local engine does not move a copy past hidden tabs.
    act(desk, 'file.getSheets().forEach((sheet) => sheet.showSheet())');
    act(desk, "const s = file.getSheetByName('Воронка'); s.setName('Наша воронка'); s.copyTo(file).setName('Копия')");
    act(desk, "file.getSheetByName('Копия').getRange(1, 1).setValue('не трогать')");
    const before = [...sheetNames(desk)];
    desk.call('buildReports');
    expect(sheetNames(desk)).toEqual(before);
    expect(act(desk, "return file.getSheetByName('Копия').getRange(1, 1).getValue()")).toBe('не трогать');
    act(desk, "file.deleteSheet(file.getSheetByName('Наша воронка'))");
    desk.portal.mutate(won107);
    desk.refresh();
    expect(sheetNames(desk)).not.toContain('Воронка');
    desk.call('buildReports');
    expect(sheetNames(desk)).toContain('Воронка');
  });

  test('a CRM text longer than a cell is cut, not refused', () => {
    const deals = golden.inputs.deals.map((deal) => (deal.id === 101 ? { ...deal, title: 'я'.repeat(60_000) } : deal));
    const desk = connected({ data: { ...golden.inputs, deals } });
    expect(desk.refresh().text).toContain('Обновлено');
  });
});
