// Where the cells of a sheet live: in a plain store, until a formula refers to them or a page shows them.
import type { WorkbookState } from '../../../../local/runtime/spreadsheet/contract';
import type { Workbook } from '../../../../local/runtime/spreadsheet/workbook';
import { openDesk } from '../../../../local/workbench/desk';
import { createHub } from '../../../../local/workbench/hub';
import { readStateLines, stateLines } from '../../../../local/workbench/state-lines';
import { script } from '../script';
import { decorate, everything, fileWithRaw, reopened, shuffle } from './raw-file';
import { read, workbook } from './workbook-under-test';

describe('a sheet of plain values stays out of the engine', () => {
  const whole = { top: 0, left: 0, bottom: 2, right: 2 };
  const doings: readonly (readonly [string, (made: ReturnType<typeof fileWithRaw>) => void])[] = [
    ['writes', ({ book, raw }) => book.write(raw, 5, 0, [[1, '2,5', true, null, new Date(0), "'=x"]])],
    ['reads', ({ book, raw }) => [book.store(raw).values(whole), book.store(raw).displayValues(whole), book.store(raw).formulas(whole)]],
    ['formats', ({ book, raw }) => book.store(raw).format(whole, { bold: true, background: '#ff0000', numberFormat: '@' })],
    ['notes, widths, frozen and hidden lines', ({ book, raw }) => decorate(book, raw)],
    ['inserted and deleted lines', ({ book, raw }) => [book.insertLines(raw, 'ROW', 1, 2), book.removeLines(raw, 'COL', 5, 2)]],
    ['clearing', ({ book, raw }) => [book.store(raw).clearContents(whole), book.store(raw).clearFormats(whole)]],
    ['what a person types and pastes', ({ book }) => [book.editAsPerson('Данные', 'B2', '7'), book.fillAsPerson('Данные', [['a', '1']])]],
    ['another order of the tabs, another name, hiding', ({ book, raw }) => shuffle(book, raw)],
    ['recalculation', ({ book }) => [book.recalculate(), book.flush()]],
    ['a formula of its own name without cells', ({ book }) => book.write('0', 0, 0, [['="Данные!A1"&B24_COUNT("Данные")&1']])],
    ['a formula that mentions the stamp only', ({ book }) => book.write('0', 0, 0, [['=B24_COUNT(B24_DATA)']])],
    ['a formula without a cell', ({ book }) => book.evaluate('=B24_COUNT(B24_DATA)+SUM(1;2)')],
    ['a formula about another sheet', ({ book }) => book.evaluate("='_b24'!A1&A1&SUM(Лист1!A:C;2:3)")],
  ];

  it.each(doings)('through %s [0 plain-store]', (_, does) => {
    const made = fileWithRaw();
    does(made);
    read(made.book, '0', 0, 0);
    expect(made.book.isPlain(made.raw)).toBe(true);
  });

  it('through saving and opening, with all it has [0 plain-store]', () => {
    const { book, raw } = fileWithRaw();
    decorate(book, raw);
    const opened = reopened(book);
    expect([opened.isPlain(raw), everything(opened, raw)]).toEqual([true, everything(book, raw)]);
  });

  it('when its rows are sorted and get a filter [0 plain-store]', () => {
    const runtime = script(`function sort() {
      const sheet = SpreadsheetApp.getActive().insertSheet('Данные');
      sheet.getRange('A1:B3').setValues([['a', 1], ['b', 3], ['c', 2]]);
      sheet.getRange('A1:B3').sort({ column: 2, ascending: false });
      sheet.getRange('A1:B3').createFilter();
    }`);
    runtime.run('sort');
    const { spreadsheet } = runtime;
    const id = spreadsheet.sheetByName('Данные')?.id ?? '';
    expect([spreadsheet.isPlain(id), spreadsheet.dump('Данные').map(([name]) => name)]).toEqual([true, ['b', 'c', 'a']]);
  });

  it('when a custom function reads it [0 plain-store]', () => {
    const answers: unknown[] = [];
    const book: Workbook = workbook({
      callCustomFunction: () => {
        answers.push(book.dump('Данные'), book.namedZones().length);
        return { value: 1 };
      },
    });
    const raw = book.insertSheet('Данные', 1);
    book.write(raw, 0, 0, [[5]]);
    book.write('0', 0, 0, [['=B24_COUNT()']]);
    expect([read(book, '0', 0, 0), answers, book.isPlain(raw)]).toEqual([[[1]], [[[5]], 0], true]);
  });
});

describe('a sheet of plain values enters the engine', () => {
  it.each([
    ['=Данные!A2', 2],
    ['=SUM(Данные!A1:A3)', 6],
    ['=SUM(Данные!A:A)', 6],
    ['=SUM(Данные!1:2)', 3 + 46027 + 46028],
    ["=MAX('данные'!$A$1:$A)", 3],
    ['=SUM(КОДЫ)', 6],
    ['=SUM(коды)', 6],
    ['=SUM(INDIRECT("Данные!A1:A3"))', 6],
    ['=SUM(INDIRECT("Дан"&"ные!A1:A"&3))', 6],
    ['=SUM(INDIRECT("КОДЫ"))', 6],
    ['=SUMIF(Данные!B:B;"д*";Данные!A:A)', 2],
  ])('when %s refers to it, in a cell or without one [0 promotion]', (formula, value) => {
    const inCell = fileWithRaw();
    inCell.book.write('0', 0, 0, [[formula]]);
    expect([read(inCell.book, '0', 0, 0), inCell.book.isPlain(inCell.raw), inCell.book.isPlain(inCell.stamp)]).toEqual([
      [[value]],
      false,
      true,
    ]);
    const { book, raw, stamp } = fileWithRaw();
    expect([book.evaluate(formula), book.isPlain(raw), book.isPlain(stamp)]).toEqual([{ value }, false, true]);
  });

  it('when the text of a cell that INDIRECT reads changes to its name [0 promotion]', () => {
    const { book, raw } = fileWithRaw();
    book.write('0', 0, 0, [['x', '=IFERROR(INDIRECT(A1);"нет")']]);
    expect([read(book, '0', 0, 1), book.isPlain(raw)]).toEqual([[['нет']], true]);
    book.write('0', 0, 0, [['Данные!B3']]);
    expect([read(book, '0', 0, 1), book.isPlain(raw)]).toEqual([[['три']], false]);
  });

  it('when a name that a formula waits for is given to its cells [0 promotion]', () => {
    const { book, raw } = fileWithRaw();
    book.write('0', 0, 0, [['=SUM(ПОЗЖЕ)']]);
    expect([read(book, '0', 0, 0), book.isPlain(raw)]).toEqual([[['#NAME?']], true]);
    book.setNamedZone('ПОЗЖЕ', raw, { top: 1, left: 0, bottom: 2, right: 0 });
    expect([read(book, '0', 0, 0), book.isPlain(raw)]).toEqual([[[5]], false]);
  });

  it('when one of its own cells becomes a formula [0 promotion]', () => {
    const { book, raw } = fileWithRaw();
    book.write(raw, 3, 0, [['=SUM(A1:A3)']]);
    expect([read(book, raw, 3, 0), book.isPlain(raw)]).toEqual([[[6]], false]);
  });

  it('when the first sheet is meant by a reference without a sheet [0 promotion]', () => {
    const book = workbook();
    book.write('0', 0, 0, [[1], [2]]);
    expect(['=SUM(A:A)', '=SUM(1:2)', '=SUM(INDIRECT("A1:A2"))'].map((formula) => book.evaluate(formula))).toEqual(
      new Array(3).fill({ value: 3 }),
    );
  });

  it('and formulas that stood before it are calculated with its values after opening [0 promotion]', () => {
    const { book } = fileWithRaw();
    book.write('0', 0, 0, [['=SUM(Данные!A:A)', '=SUM(INDIRECT("Данные!A1:A3"))']]);
    expect(read(reopened(book), '0', 0, 0, 0, 1)).toEqual([[6, 6]]);
  });
});

describe('the page shows', () => {
  /** A file of a small sheet, a big one and a hidden one, with a page that opened it. */
  function shownFile() {
    const runtime = script('');
    const { spreadsheet } = runtime;
    const [small, big, hidden] = ['Мало', 'Много', 'Скрытый'].map((name, at) => {
      const id = spreadsheet.insertSheet(name, at + 1);
      spreadsheet.write(
        id,
        0,
        0,
        Array.from({ length: name === 'Много' ? 1000 : 2 }, (_, row) => new Array<number>(26).fill(row)),
      );
      return id;
    }) as [string, string, string];
    spreadsheet.hideSheet(hidden, true);
    const desk = openDesk({ runtime, hub: createHub(), lang: 'ru', source: '', now: () => 0, send: () => {}, keepFrame: () => {} });
    return { desk, plain: () => [small, big, hidden].map((id) => spreadsheet.isPlain(id)), big };
  }

  it('nothing before it is opened, then visible small sheets, and a big one when its tab is chosen [0 promotion-page]', () => {
    const { desk, plain, big } = shownFile();
    expect(plain()).toEqual([true, true, true]);
    desk.receive(1, { kind: 'open' });
    expect(plain()).toEqual([false, true, true]);
    desk.receive(1, { kind: 'values', sheetId: big });
    expect(plain()).toEqual([false, true, true]);
    desk.receive(1, { kind: 'show', sheetId: big });
    expect(plain()).toEqual([false, false, true]);
  });
});

it.each([
  ['a chart', "sheet.insertChart(sheet.newChart().addRange(sheet.getRange('A1:B2')).setPosition(1, 4, 0, 0).build());"],
  ['a validation', "sheet.getRange('A1').setDataValidation(SpreadsheetApp.newDataValidation().requireCheckbox().build());"],
  [
    'a conditional format',
    "sheet.setConditionalFormatRules([SpreadsheetApp.newConditionalFormatRule().whenNumberGreaterThan(1).setBold(true).setRanges([sheet.getRange('A1')]).build()]);",
  ],
  ['merged cells', "sheet.getRange('A1:B1').merge();"],
])('%s brings its sheet into the engine, which alone keeps it; others stay [0 promotion-rules]', (_, code) => {
  const runtime = script(`function change() {
    const file = SpreadsheetApp.getActive();
    const [sheet, other] = ['Данные', 'Другой'].map((name) => file.insertSheet(name));
    for (const each of [sheet, other]) each.getRange('A1:B2').setValues([[1, 2], [3, 4]]);
    ${code}
  }`);
  runtime.run('change');
  const { spreadsheet } = runtime;
  expect(spreadsheet.sheets().map(({ id, name }) => [name, spreadsheet.isPlain(id)])).toContainEqual(['Другой', true]);
  expect(spreadsheet.isPlain(spreadsheet.sheetByName('Данные')?.id ?? '')).toBe(false);
});

it('a file is the same after it was kept in lines, none of which holds more than a slice of a sheet [0 big-state]', () => {
  const { book, raw } = fileWithRaw();
  book.insertLines(raw, 'ROW', 1000, 2000);
  book.write(
    raw,
    3,
    0,
    Array.from({ length: 2700 }, (_, row) => [row, `строка ${row}`]),
  );
  const lines = [...stateLines(book.save())];
  const opened = workbook({ state: readStateLines(lines) as WorkbookState });
  expect([opened.isPlain(raw), opened.dump('Данные'), lines.length]).toEqual([true, book.dump('Данные'), 7]);
});

describe('ten million cells', () => {
  const refusal = 'This action would increase the number of cells in the workbook above the limit of 10000000 cells.';
  /** A file with the first sheet of 26,000 cells and a second one that leaves room for exactly `room` more. */
  const almostFull = (room: number) => {
    const book = workbook();
    const id = book.insertSheet('Почти всё', 1, { rows: 10_000_000 - 26_000 - room, cols: 1 });
    return { book, id };
  };

  it.each(['plain', 'engine'])('count cells of a %s sheet, empty ones too [0 ten-million]', (kind) => {
    const { book, id } = almostFull(1000);
    if (kind === 'engine') book.promote('0');
    book.insertLines('0', 'ROW', 1000, 38);
    expect(() => book.insertLines('0', 'ROW', 1000, 1)).toThrow(refusal);
    expect(() => book.insertLines('0', 'COL', 26, 1)).toThrow(refusal);
    expect(() => book.insertLines(id, 'ROW', 5, 13)).toThrow(refusal);
    expect(() => book.insertSheet('Ещё', 2, { rows: 13, cols: 1 })).toThrow(refusal);
    expect(() => book.insertSheet(undefined, 2)).toThrow(refusal);
    expect(() => book.duplicateSheet('0', 'Копия')).toThrow(refusal);
    book.insertSheet('Ещё', 2, { rows: 12, cols: 1 });
    expect(() => book.insertLines('0', 'ROW', 1000, 1)).toThrow(refusal);
    book.deleteSheet(id);
    book.insertLines('0', 'ROW', 1000, 1);
    expect([book.store('0').rows, book.isPlain('0')]).toEqual([1039, kind === 'plain']);
  });

  it('are counted by the sizes of the sheets: no cell is looked at [0 ten-million]', () => {
    const { book, id } = almostFull(1000);
    const store = book.store(id);
    const looked = ['cell', 'values', 'extent', 'contents', 'save'].map((name) => jest.spyOn(store as never, name as never));
    expect(() => book.insertLines(id, 'ROW', 0, 1001)).toThrow(refusal);
    book.insertLines(id, 'ROW', 0, 1000);
    expect(looked.map((spy) => spy.mock.calls.length)).toEqual([0, 0, 0, 0, 0]);
  });

  it('weigh nothing while they are empty: a store keeps what was written, not the grid [0 empty-cells]', () => {
    const { book, id } = almostFull(1000);
    const kept = (sheetId: string) =>
      (book.save().plain as { id: string; cells: unknown[] }[]).find((plain) => plain.id === sheetId)?.cells;
    expect([kept('0'), kept(id)]).toEqual([[], []]);
    book.store(id).format({ top: 0, left: 0, bottom: 9_000_000, right: 0 }, { numberFormat: '@', bold: true });
    book.insertLines(id, 'ROW', 5_000_000, 1000);
    book.removeLines(id, 'ROW', 2, 4_000_000);
    book.write(id, 3, 0, [['x']]);
    book.store(id).clearContents({ top: 0, left: 0, bottom: 5_000_000, right: 0 });
    expect([kept(id)?.filter((line) => line !== null), kept(id)?.length]).toEqual([[], 4]);
    expect(JSON.stringify(book.save()).length).toBeLessThan(20_000);
  });
});
