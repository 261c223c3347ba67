// Raw sheets under people's hands: sorted, filtered, extended, damaged; each refresh brings the records and leaves what is people's. On the built bundle.
// One file, because its cases are what people do to one and the same sheet.
import golden from '../golden/kpi-example/kpi-example.json';
import { act, type Desk, loadedDesk, open, sheetNames, won107 } from './loaded-desk';
import { beside, column, DEALS, handle, records, rowsOf, writeNotes } from './raw-desk';

const later = '2025-05-20T18:30:00+03:00';
const deal = (id: number, more: Record<string, unknown> = {}) => ({
  ...golden.inputs.deals[0],
  id,
  title: `Новая ${id}`,
  updatedTime: later,
  ...more,
});

/** The portal learns: deal 107 is won, deal 900 is new. */
const news = { ...won107, deals: [...won107.deals, deal(900)], now: '2025-05-20T19:00:00+03:00' };

/** What an undisturbed file shows after the news. */
const undisturbed = records(rowsOf(refreshed(loadedDesk())));

function refreshed(desk: Desk): Desk {
  desk.portal.mutate(news as never);
  expect(desk.refresh().text).toContain('Обновлено');
  return desk;
}

const ids = (rows: readonly unknown[][]): unknown[] => rows.slice(1).map((row) => row[0]);

describe('people', () => {
  test('sort the sheet: rows keep their places, changed ones are written there, new ones follow', () => {
    const desk = loadedDesk();
    handle(desk, 's.getRange(2, 1, s.getLastRow() - 1, s.getMaxColumns()).sort({ column: 6, ascending: false })');
    const before = ids(rowsOf(desk));
    const after = rowsOf(refreshed(desk));
    expect(ids(after)).toEqual([...before, 900]);
    expect(records(after)).toEqual(undisturbed);
  });

  test('filter and hide rows: the filter and what it hides stay, hidden rows are written too', () => {
    const desk = loadedDesk();
    handle(desk, 's.getRange(1, 1, s.getLastRow(), w).createFilter(); s.hideRows(2, 8)');
    refreshed(desk);
    expect(records(rowsOf(desk))).toEqual(undisturbed);
    expect(
      handle(
        desk,
        'return [s.getFilter().getRange().getA1Notation().replace(/\\d+$/, ""), s.isRowHiddenByUser(2), s.isRowHiddenByUser(9), s.isRowHiddenByUser(10)].join()',
      ),
    ).toBe('A1:X,true,true,false');
  });

  test('freeze columns, set widths, colours and formats: they stay as people set them', () => {
    const desk = loadedDesk();
    writeNotes(desk);
    handle(
      desk,
      `s.setFrozenColumns(2); s.setFrozenRows(1); s.setColumnWidth(2, 400); s.setColumnWidth(w + 2, 77);
       s.getRange(2, w + 2, s.getLastRow() - 1, 1).setNumberFormat('0.0').setBackground('#ff0000'); s.getRange(2, 6, s.getLastRow() - 1, 1).setNumberFormat('0')`,
    );
    refreshed(desk);
    expect(
      handle(
        desk,
        `const row = s.getLastRow(); return JSON.stringify([s.getFrozenColumns(), s.getColumnWidth(2), s.getColumnWidth(w + 2), s.getRange(2, w + 2).getNumberFormat(), s.getRange(2, w + 2).getBackground(), s.getRange(2, 6).getNumberFormat(), s.getRange(row, 6).getNumberFormat(), s.getRange(row, 10).getNumberFormat()])`,
      ),
    ).toBe(JSON.stringify([2, 400, 77, '0.0', '#ff0000', '0', '0', 'dd.MM.yyyy HH:mm']));
  });

  test('rename and move the tab: it is the same sheet', () => {
    const desk = loadedDesk();
    writeNotes(desk);
    handle(desk, "s.setName('Сделки'); s.activate(); file.moveActiveSheet(1)");
    refreshed(desk);
    const rows = rowsOf(desk, 'Сделки');
    expect([sheetNames(desk)[0], sheetNames(desk).includes(DEALS)]).toEqual(['Сделки', false]);
    expect([records(rows), beside(rows, 'Заметки')['101']]).toEqual([undisturbed, 'note 101']);
  });

  test('delete the sheet: it is made anew', () => {
    const desk = loadedDesk();
    handle(desk, 'file.deleteSheet(s)');
    expect(records(rowsOf(refreshed(desk)))).toEqual(undisturbed);
  });

  test('delete rows of records that exist: the records come back at the end', () => {
    const desk = loadedDesk();
    writeNotes(desk);
    const [first, second] = ids(rowsOf(desk));
    handle(desk, 's.deleteRows(2, 2)');
    const rows = rowsOf(refreshed(desk));
    expect(records(rows)).toEqual(undisturbed);
    expect(ids(rows).slice(-3)).toEqual([first, second, 900]);
    expect([beside(rows, 'Заметки')[String(first)], beside(rows, 'Заметки')['103']]).toEqual(['', 'note 103']);
  });

  test('change our cells: the refresh puts them right', () => {
    const desk = loadedDesk();
    handle(desk, "s.getRange(2, 2, 3, 1).setValue('не так'); s.getRange(4, 6).setValue(1)");
    expect(records(rowsOf(refreshed(desk)))).toEqual(undisturbed);
  });

  test('sort some of our columns without the others: every row is put right', () => {
    const desk = loadedDesk();
    handle(desk, 's.getRange(2, 1, s.getLastRow() - 1, 3).sort({ column: 2, ascending: false })');
    expect(records(rowsOf(refreshed(desk)))).toEqual(undisturbed);
  });

  test.each([
    ['overwrite ids', "s.getRange(3, 1, 2, 1).setValues([['?'], [77777]])"],
    ['empty the column of ids', 's.getRange(2, 1, s.getLastRow() - 1, 1).clearContent()'],
    [
      'overwrite ids after sorting',
      "s.getRange(2, 1, s.getLastRow() - 1, s.getMaxColumns()).sort({ column: 1, ascending: false }); s.getRange(5, 1, 4, 1).setValue('x')",
    ],
    [
      'insert a column among ours',
      "s.insertColumnsAfter(3, 1); s.getRange(1, 4).setValue('Моё'); s.getRange(2, 4, s.getLastRow() - 1, 1).setValue('тут')",
    ],
    ['insert an empty column among ours', 's.insertColumnsAfter(3, 1)'],
    ['delete a column of ours', 's.deleteColumns(4, 1)'],
    ['delete the border', 's.deleteColumns(w + 1, 1)'],
    [
      'move a column of ours',
      's.insertColumnsAfter(10, 1); s.getRange(1, 2, s.getMaxRows(), 1).moveTo(s.getRange(1, 11)); s.deleteColumns(2, 1)',
    ],
    ['rename a column of ours', "s.getRange(1, 2).setValue('Имя')"],
    ['empty the header', 's.getRange(1, 1, 1, w + 1).clearContent()'],
    ['delete the header row', 's.deleteRows(1, 1)'],
    ['overwrite the border', "s.getRange(1, w + 1).setValue('моё')"],
    ['repeat a row', 's.insertRowsAfter(3, 1); s.getRange(3, 1, 1, w).copyTo(s.getRange(4, 1))'],
    ['insert rows among the records', 's.insertRowsAfter(5, 3)'],
    ['clear our cells', 's.getRange(2, 1, s.getLastRow() - 1, w).clearContent()'],
  ])('%s: the sheet shows exactly the records again, what they wrote stays beside its record', (name, body) => {
    const desk = loadedDesk();
    writeNotes(desk);
    handle(desk, body);
    const rows = rowsOf(refreshed(desk));
    const written = rows.filter((row) => row[0] !== '');
    expect(records(written)).toEqual(undisturbed);
    expect(ids(written)).toHaveLength(Object.keys(undisturbed).length);
    const noteOf = (row: readonly unknown[]): string => String(row.find((cell) => String(cell).startsWith('note')) ?? '');
    expect(rows.filter((row) => noteOf(row) !== '')).toHaveLength(Object.keys(undisturbed).length - 1);
    // Nothing is left to know a record by, where all of ours was emptied.
    if (name === 'clear our cells') return;
    for (const row of written.slice(1)) expect(noteOf(row)).toBe(row[0] === 900 ? '' : `note ${row[0]}`);
    if (body.includes("'тут'")) expect(beside(written, 'Моё')).toMatchObject({ 101: 'тут', 107: 'тут' });
  });

  test('make the sheet unrecognisable: it is left alone, with a sentence what to do; the numbers and the other sheets are new', () => {
    const desk = loadedDesk();
    handle(desk, "s.insertRowsBefore(1, 2); s.getRange(1, 1).setValue('Наш отчёт')");
    const before = rowsOf(desk);
    desk.portal.mutate(news as never);
    const { text, done } = desk.refresh();
    expect([done, text]).toEqual([
      true,
      expect.stringMatching(/^Числа новые, но не записаны листы: Данные_Сделки\..*Верните строку заголовков наверх/),
    ]);
    expect(rowsOf(desk)).toEqual(before);
    handle(desk, 's.deleteRows(1, 2)');
    expect(desk.refresh().text).toContain('Обновлено');
    expect(records(rowsOf(desk))).toEqual(undisturbed);
  });
});

describe('formulas right of the border', () => {
  const formulas = (desk: Desk, title: string): string[] =>
    JSON.parse(
      String(
        handle(
          desk,
          `const c = s.getRange(1, 1, 1, s.getLastColumn()).getValues()[0].indexOf('${title}') + 1; return JSON.stringify(s.getRange(2, c, s.getLastRow() - 1, 1).getFormulas().map(([f]) => f))`,
        ),
      ),
    ) as string[];

  /** A column of formulas and one of constants, in every row. */
  const extended = (): Desk => {
    const desk = loadedDesk();
    handle(
      desk,
      `s.insertColumnsAfter(w + 1, 2); s.getRange(1, w + 2, 1, 2).setValues([['Вдвое', 'Метка']]);
       for (let row = 2; row <= s.getLastRow(); row++) s.getRange(row, w + 2, 1, 2).setValues([['=F' + row + '*2', 'm']])`,
    );
    return desk;
  };

  test('are kept, and filled down for new rows; constants are not', () => {
    const desk = refreshed(extended());
    const rows = rowsOf(desk);
    expect(formulas(desk, 'Вдвое')).toEqual(rows.slice(1).map((_, at) => `=F${at + 2}*2`));
    const sum = column(rows, 'Сумма');
    for (const row of rows.slice(1)) expect(row[column(rows, 'Вдвое')]).toBe(Number(row[sum]) * 2);
    expect([beside(rows, 'Метка')['101'], beside(rows, 'Метка')['900']]).toEqual(['m', '']);
  });

  test('that people filled down in advance meet the new records', () => {
    const desk = loadedDesk();
    handle(
      desk,
      `s.insertRowsAfter(s.getLastRow(), 2); s.insertColumnsAfter(w + 1, 1); s.getRange(1, w + 2).setValue('Вдвое');
       for (let row = 2; row <= s.getMaxRows(); row++) s.getRange(row, w + 2).setValue('=F' + row + '*2')`,
    );
    const before = rowsOf(desk).length;
    const rows = rowsOf(refreshed(desk));
    expect(rows).toHaveLength(before);
    expect(rows[before - 2]?.[0]).toBe(900);
    expect(rows[before - 1]?.[0]).toBe('');
  });

  test('stand under the "as of" too: that column is people’s below its header', () => {
    const desk = loadedDesk();
    handle(desk, "for (let row = 2; row <= s.getLastRow(); row++) s.getRange(row, w + 1).setValue('=F' + row)");
    const rows = rowsOf(refreshed(desk));
    const border = rows[0]?.findIndex((title) => String(title).startsWith('Данные на')) ?? -1;
    const last = rows[rows.length - 1] ?? [];
    expect([last[0], last[border]]).toEqual([900, last[column(rows, 'Сумма')]]);
  });

  test('go with the row of a record that is gone, and other rows keep theirs', () => {
    const desk = extended();
    desk.portal.mutate({ delete: { deals: [101] }, now: '2025-05-20T19:00:00+03:00' } as never);
    desk.call('refresh', true);
    const rows = rowsOf(desk);
    expect(ids(rows)).not.toContain(101);
    expect(formulas(desk, 'Вдвое')).toEqual(rows.slice(1).map((_, at) => `=F${at + 2}*2`));
  });
});

describe('raw sheets', () => {
  test('keep text as text in rows that change, also where people took the format of the column away', () => {
    const desk = loadedDesk();
    handle(desk, "s.getRange(2, 1, s.getLastRow() - 1, w).setNumberFormat('general')");
    const titles = ['=1+1', '00123', '+7 999 123-45-67', '1/2', "'кавычка"];
    desk.portal.mutate({
      deals: titles.map((title, at) => ({ id: 101 + at, title, updatedTime: later })),
      now: '2025-05-20T19:00:00+03:00',
    } as never);
    desk.refresh();
    const rows = records(rowsOf(desk));
    expect(titles.map((_, at) => String(rows[101 + at]?.[1]).replace(/^'/, ''))).toEqual(titles.map((title) => title.replace(/^'/, '')));
    expect(handle(desk, 'return s.getDataRange().getFormulas().every((row) => row.every((f) => f === ""))')).toBe(true);
  });

  test('show dates as the file’s zone has them after it changed, and in the file’s new language', () => {
    const desk = loadedDesk();
    writeNotes(desk);
    const before = records(rowsOf(desk))['101'] ?? [];
    act(desk, "file.setSpreadsheetTimeZone('Asia/Vladivostok'); file.setSpreadsheetLocale('en_US')");
    desk.refresh();
    const rows = rowsOf(desk);
    const shown = String(handle(desk, 'return s.getRange(2, 10).getDisplayValue()'));
    expect([rows[0]?.[1], rows[0]?.[column(rows, 'Заметки')], shown]).toEqual(['Title', 'Заметки', expect.stringContaining('17:00')]);
    expect([records(rows)['101']?.[9], beside(rows, 'Заметки')['101']]).toEqual([before[9], 'note 101']);
  });

  test.each(['ru', 'en'] as const)('have headers that can be read whole, in %s', (lang) => {
    const desk = loadedDesk({ lang });
    for (const name of sheetNames(desk).filter((one) => /^(Данные|Data)_/.test(one))) {
      const widths = JSON.parse(
        String(
          handle(desk, 'return JSON.stringify(s.getRange(1, 1, 1, w).getValues()[0].map((t, at) => [t, s.getColumnWidth(at + 1)]))', name),
        ),
      ) as [string, number][];
      for (const [title, width] of widths) expect([title, width >= 8 * title.length + 30]).toEqual([title, true]);
    }
  });

  test('are written whole when what is remembered of them was lost, damaged or sorted', () => {
    for (const body of [
      "file.deleteSheet(file.getSheetByName('_b24_raw'))",
      "file.getSheetByName('_b24_raw').clear()",
      "file.getSheetByName('_b24_raw').getRange(2, 1).setValue('zAAAAAA')",
      "file.getSheetByName('_b24_raw').deleteColumns(1, 4)",
      "file.getSheetByName('_b24_raw').deleteRows(2, 20)",
      "file.getSheetByName('_b24_raw').getRange(1, 1).setValue('{')",
      "PropertiesService.getDocumentProperties().setProperty('b24.raw', '{')",
      "PropertiesService.getDocumentProperties().deleteProperty('b24.raw')",
    ]) {
      const desk = loadedDesk();
      writeNotes(desk);
      act(desk, body);
      const rows = rowsOf(refreshed(desk));
      expect([body, records(rows), beside(rows, 'Заметки')['107']]).toEqual([body, undisturbed, 'note 107']);
    }
  });

  test('of records that did not change, under the same "as of", are not touched', () => {
    const desk = loadedDesk();
    handle(desk, "s.getRange(2, 2).setValue('чужое')", 'Данные_Лиды');
    desk.portal.mutate(won107);
    desk.refresh();
    expect(rowsOf(desk, 'Данные_Лиды')[1]?.[1]).toBe('чужое');
    expect(records(rowsOf(desk))['107']).toEqual(undisturbed['107']);
  });
});

test('a file of an earlier version is taken over: sheets without anything remembered of them are written in place', () => {
  const desk = loadedDesk();
  writeNotes(desk);
  const saved = desk.runtime.save();
  const old = open({ now: new Date(desk.clock.now()).toISOString(), runtime: { state: saved } });
  act(
    old,
    "file.deleteSheet(file.getSheetByName('_b24_raw')); PropertiesService.getDocumentProperties().setProperty('b24.raw', JSON.stringify({ of: 'x', done: true, sheet: 9, row: 0, refused: ['Данные_Лиды'], detail: '' }))",
  );
  old.connect();
  const rows = rowsOf(refreshed(old));
  expect([records(rows), beside(rows, 'Заметки')['107']]).toEqual([undisturbed, 'note 107']);
});
