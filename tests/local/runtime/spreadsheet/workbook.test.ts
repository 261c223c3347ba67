// The workbook below the service: custom functions, errors, names, people, limits. One file, a block for each part of it.
import { read, workbook } from './workbook-under-test';

describe('custom functions in cells', () => {
  it('get scalars, blanks as empty text, dates as Date, ranges as rows, an omitted argument as undefined', () => {
    const book = workbook();
    book.write('0', 0, 0, [
      [1, '', '31.12.2026', 'x'],
      [true, 'текст', 2.5, ''],
    ]);
    book.write('0', 5, 0, [['=B24_COUNT(A1;B1;C1;;A1:D2;"s";TODAY())']]);
    expect(read(book, '0', 5, 0)).toEqual([[7]]);
    const newYear = new Date('2026-12-30T21:00:00Z');
    expect(book.recorded.calls).toEqual([
      [
        'B24_COUNT',
        [
          1,
          '',
          newYear,
          undefined,
          [
            [1, '', newYear, 'x'],
            [true, 'текст', 2.5, ''],
          ],
          's',
          new Date('2026-10-15T21:00:00Z'),
        ],
      ],
    ]);
  });

  it('spill, and show #REF! with the reason when a cell is in the way or the grid is too small', () => {
    const book = workbook();
    book.write('0', 0, 0, [['=B24_TABLE(3)']]);
    expect(read(book, '0', 0, 0, 2, 1)).toEqual([
      [0, 'x0'],
      [1, 'x1'],
      [2, 'x2'],
    ]);
    book.write('0', 2, 1, [['занято']]);
    expect(read(book, '0', 0, 0, 2, 1)).toEqual([
      ['#REF!', ''],
      ['', ''],
      ['', 'занято'],
    ]);
    expect(book.errorAt('0', 0, 0)).toEqual({
      text: '#REF!',
      message: 'Array result was not expanded because it would overwrite data in B3.',
    });
    book.write('0', 2, 1, [['']]);
    expect(read(book, '0', 2, 1)).toEqual([['x2']]);
    book.write('0', 10, 0, [['=B24_TABLE(1000)']]);
    expect(book.errorAt('0', 10, 0)).toEqual({
      text: '#REF!',
      message: 'Result was not automatically expanded, please insert more rows (10).',
    });
  });

  it('show the sentence of an error, a date as a date and nothing as an empty text', () => {
    const book = workbook();
    book.write('0', 0, 0, [['=B24_FAIL()', '=B24_DATE()', '=B24_NOTHING()']]);
    expect(read(book, '0', 0, 0, 0, 2)).toEqual([['#ERROR!', new Date('2026-01-05T09:00:00Z'), '']]);
    expect(book.errorAt('0', 0, 0)).toEqual({ text: '#ERROR!', message: 'Менеджер «Сидоров» не найден.' });
    expect(book.store('0').displayValues({ top: 0, left: 1, bottom: 0, right: 1 })).toEqual([['05.01.2026']]);
  });

  it('refuse NOW and RAND, written in place or in the cell they refer to', () => {
    const book = workbook();
    book.write('0', 0, 0, [['=NOW()', '=B24_COUNT(A1)', '=B24_COUNT(RAND())', '=B24_COUNT(TODAY())']]);
    expect(read(book, '0', 0, 1, 0, 3)).toEqual([['#ERROR!', '#ERROR!', 1]]);
    expect(book.errorAt('0', 0, 1)?.message).toBe(
      'This function is not allowed to reference a cell with NOW(), RAND(), RANDARRAY(), or RANDBETWEEN()',
    );
  });

  it('of another file are unknown here', () => {
    workbook({ customFunctionNames: ['B24_ONLY_THERE'] });
    const book = workbook();
    expect(book.evaluate('=B24_ONLY_THERE()')).toEqual({ error: '#NAME?', message: "Unknown function: 'B24_ONLY_THERE'." });
  });

  it('are asked again only for the cells whose arguments were written', () => {
    const book = workbook();
    book.write('0', 0, 0, [[1, '=B24_COUNT(A1)', '=B24_COUNT(5)']]);
    book.flush();
    const before = book.recorded.calls.length;
    book.write('0', 0, 0, [[2]]);
    book.write('0', 3, 3, [['рядом']]);
    book.flush();
    expect(book.recorded.calls.slice(before)).toEqual([['B24_COUNT', [2]]]);
  });
});

describe('errors of formulas', () => {
  it.each([
    ['=1/0', '#DIV/0!'],
    ['=NA()', '#N/A'],
    ['=VALUE("x")', '#VALUE!'],
    ['=SUM(', '#ERROR!'],
    ['=SUM(A1,B1)', '#ERROR!'],
    ['=НЕТ()', '#NAME?'],
    ['=NO_SUCH_NAME', '#NAME?'],
    ["='Нет листа'!A1", '#REF!'],
    ['=A1', '#REF!'],
  ])('%s shows %s', (formula, shown) => {
    const book = workbook();
    book.write('0', 0, 0, [[formula]]);
    expect(read(book, '0', 0, 0)).toEqual([[shown]]);
  });
});

describe('named ranges', () => {
  it('follow inserted rows, recalculate with their cell and show #REF! when their sheet is gone', () => {
    const book = workbook();
    const stamp = book.insertSheet('_b24', 1);
    book.write('0', 0, 0, [['=LEN(B24_DATA)']]);
    expect(book.errorAt('0', 0, 0)).toEqual({ text: '#NAME?', message: "Unknown range name: 'B24_DATA'." });
    book.write(stamp, 0, 0, [['abc']]);
    book.setNamedZone('B24_DATA', stamp, { top: 0, left: 0, bottom: 0, right: 0 });
    expect(read(book, '0', 0, 0)).toEqual([[3]]);
    book.insertLines(stamp, 'ROW', 0, 2);
    expect(book.namedZone('b24_data')).toEqual({ name: 'B24_DATA', sheetId: stamp, zone: { top: 2, left: 0, bottom: 2, right: 0 } });
    book.write(stamp, 2, 0, [['abcd']]);
    expect(read(book, '0', 0, 0)).toEqual([[4]]);
    book.deleteSheet(stamp);
    expect(read(book, '0', 0, 0)).toEqual([['#REF!']]);
    book.insertSheet('_b24', 1);
    expect(read(book, '0', 0, 0)).toEqual([['#REF!']]);
    expect(book.namedZone('B24_DATA')).toBeUndefined();
  });

  it('stay with a plain sheet until a formula asks for them', () => {
    const book = workbook();
    const plain = book.insertSheet('Сырьё', 1);
    book.setNamedZone('ROWS', plain, { top: 1, left: 0, bottom: 1, right: 0 });
    book.insertLines(plain, 'ROW', 0, 1);
    expect([book.isPlain(plain), book.namedZone('ROWS')?.zone.top]).toEqual([true, 2]);
    book.write(plain, 2, 0, [[7]]);
    book.write('0', 0, 0, [['=ROWS(A1:A3)+ROWS']]);
    expect([book.isPlain(plain), read(book, '0', 0, 0)]).toEqual([false, [[10]]]);
  });
});

describe('a sheet moves into the engine', () => {
  const fill = (book: ReturnType<typeof workbook>, id: string) => {
    book.store(id).format({ top: 1, left: 0, bottom: 999, right: 0 }, { numberFormat: '@' });
    book.store(id).format({ top: 0, left: 0, bottom: 0, right: 25 }, { bold: true, background: '#4472c4' });
    book.write(id, 0, 0, [['Код', 'Сумма', 'Дата', 'Да', 'Доля', "'=x"]]);
    book.write(id, 1, 0, [['00123', '1 234,5', '31.12.2026', 'ИСТИНА', '12,5%', '123 руб']]);
    book.write(id, 2, 0, [['=x', -1, new Date('2026-10-05T10:30:00Z'), false, '50%', "'2026"]]);
    book.store(id).setNotes([{ row: 0, col: 1, text: 'в рублях' }]);
    book.store(id).freeze('ROW', 1);
    book.store(id).setSize('COL', [1], 150);
    book.store(id).setHidden('COL', [3], true);
  };
  const everything = (book: ReturnType<typeof workbook>, id: string) => {
    const store = book.store(id);
    const zone = { top: 0, left: 0, bottom: 3, right: 6 };
    return {
      values: store.values(zone),
      shown: store.displayValues(zone),
      formulas: store.formulas(zone),
      looks: [store.attributes(0, 0), store.attributes(1, 0), store.attributes(1, 2), store.attributes(500, 0)],
      note: store.note(0, 1),
      frozen: store.frozen('ROW'),
      width: store.size('COL', 1),
      hidden: [store.isHidden('COL', 3), store.isHidden('COL', 2)],
      extent: store.extent(),
      grid: [store.rows, store.cols],
    };
  };

  it('and looks exactly as it did', () => {
    const book = workbook();
    fill(book, '0');
    const before = everything(book, '0');
    book.promote('0');
    expect(everything(book, '0')).toEqual(before);
    expect(before.values[1]).toEqual(['00123', 1234.5, new Date('2026-12-30T21:00:00Z'), true, 0.125, '123 руб', '']);
    expect(before.shown[1]).toEqual(['00123', '1234,5', '31.12.2026', 'TRUE', '12,50%', '123 руб', '']);
  });

  it('and formulas read texts of plain-text columns without a mark', () => {
    const book = workbook();
    const data = book.insertSheet('Данные', 1);
    book.store(data).format({ top: 0, left: 0, bottom: 9, right: 0 }, { numberFormat: '@' });
    book.write(data, 0, 0, [['=IMPORTXML("x")'], ["''кавычка"], ['007']]);
    book.write('0', 0, 0, [['=Данные!A1:A3']]);
    expect(read(book, '0', 0, 0, 2)).toEqual([['=IMPORTXML("x")'], ["'кавычка"], ['007']]);
    book.write(data, 0, 0, [['0012'], ['=y'], ["''z"]]);
    expect(read(book, '0', 0, 0, 2)).toEqual([['0012'], ['=y'], ["'z"]]);
    expect([0, 1, 2].map((row) => book.store(data).attributes(row, 0).numberFormat)).toEqual(['@', '@', '@']);
  });

  it('only when a formula, an INDIRECT text or a rule needs it', () => {
    const book = workbook();
    const [data, far, other] = ['Данные', 'Далеко', 'Другой'].map((name) => book.insertSheet(name, 9)) as [string, string, string];
    book.write(data, 0, 0, [[5]]);
    book.write(far, 0, 0, [[6]]);
    book.write('0', 0, 0, [['=Данные!A1+INDIRECT("Далеко!A1")']]);
    expect(read(book, '0', 0, 0)).toEqual([[11]]);
    expect([data, far, other].map((id) => book.isPlain(id))).toEqual([false, false, true]);
  });

  it('and writes there behave as in a plain sheet', () => {
    const plain = workbook();
    const promoted = workbook();
    promoted.promote('0');
    fill(plain, '0');
    fill(promoted, '0');
    expect(everything(promoted, '0')).toEqual(everything(plain, '0'));
  });
});

describe('a formula without a cell', () => {
  it('answers values, dates, tables and errors', () => {
    const book = workbook();
    expect(book.evaluate('=SUM(1;2,5)')).toEqual({ value: 3.5 });
    expect(book.evaluate('=TODAY()')).toEqual({ value: new Date('2026-10-15T21:00:00Z') });
    expect(book.evaluate('=B24_TABLE(2)')).toEqual({
      value: [
        [0, 'x0'],
        [1, 'x1'],
      ],
    });
    expect(book.evaluate('=B24_FAIL()')).toEqual({ error: '#ERROR!', message: 'Менеджер «Сидоров» не найден.' });
    expect(book.evaluate('=1/0')).toMatchObject({ error: '#DIV/0!' });
    expect(workbook({ locale: 'en_US' }).evaluate('=SUM(1;2.5,3)')).toEqual({ value: 6.5 });
  });

  it('reads sheets and leaves no trace', () => {
    const book = workbook();
    const data = book.insertSheet('Данные', 1);
    book.write(data, 0, 0, [[1], [2], [3]]);
    expect(book.evaluate('=SUM(Данные!A:A)')).toEqual({ value: 6 });
    expect(book.dump('Лист1')).toEqual([]);
  });
});

describe('people', () => {
  it('type as into a cell; the edit is reported with old and new value', () => {
    const book = workbook();
    book.editAsPerson('Лист1', 'B2', '1 500,5');
    book.editAsPerson('Лист1', 'B2', '');
    expect(book.recorded.edits).toEqual([
      { sheetName: 'Лист1', a1: 'B2', oldValue: undefined, newValue: 1500.5 },
      { sheetName: 'Лист1', a1: 'B2', oldValue: 1500.5, newValue: undefined },
    ]);
  });

  it('paste a block: one edit, a grid that grows, a sheet made when absent', () => {
    const book = workbook();
    book.fillAsPerson('Планы', [['Менеджер', 'План'], ['Иванова', '100 000'], ...Array.from({ length: 1000 }, () => ['x'])]);
    expect(book.recorded.edits).toEqual([{ sheetName: 'Планы', a1: 'A1:B1002', oldValue: undefined, newValue: undefined }]);
    expect(book.dump('Планы').slice(0, 3)).toEqual([
      ['Менеджер', 'План'],
      ['Иванова', 100_000],
      ['x', ''],
    ]);
  });

  it('edit on the page: noticed through the engine, scripts are not', async () => {
    const book = workbook();
    book.promote('0');
    book.write('0', 0, 0, [['script']]);
    book.flush();
    book.model.dispatch('UPDATE_CELL', { sheetId: '0', col: 0, row: 0, content: 'person' });
    await Promise.resolve();
    expect(book.recorded.edits).toEqual([{ sheetName: 'Лист1', a1: 'A1', oldValue: 'script', newValue: 'person' }]);
  });
});

describe('a saved workbook', () => {
  it('opens as it was: plain and engine sheets, names, formats, ids', () => {
    const book = workbook();
    const data = book.insertSheet('Данные', 1);
    book.write(data, 0, 0, [['31.12.2026', 'x']]);
    book.setNamedZone('N', data, { top: 0, left: 1, bottom: 0, right: 1 });
    book.write('0', 0, 0, [['=B24_TABLE(2)', '', '=1/0']]);
    book.store('0').format({ top: 0, left: 0, bottom: 0, right: 0 }, { numberFormat: '[Red]0.00' });
    const state = JSON.parse(JSON.stringify(book.save()));
    const opened = workbook({ state });
    expect(opened.sheets()).toEqual(book.sheets());
    expect([opened.dump('Лист1'), opened.dump('Данные')]).toEqual([book.dump('Лист1'), book.dump('Данные')]);
    expect([opened.isPlain(data), opened.namedZone('N')]).toEqual([true, book.namedZone('N')]);
    expect(opened.store('0').attributes(0, 0).numberFormat).toBe('[Red]0.00');
    expect(JSON.parse(JSON.stringify(opened.save()))).toEqual(state);
  });
});

describe('limits of a file', () => {
  it('ten million cells, empty ones included', () => {
    const book = workbook();
    expect(() => book.insertLines('0', 'ROW', 1000, 400_000)).toThrow(
      'This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
    );
  });

  it('the last visible sheet stays', () => {
    const book = workbook();
    const other = book.insertSheet('Второй', 1);
    book.hideSheet(other, true);
    expect(() => book.deleteSheet('0')).toThrow("You can't remove all the sheets in a document.");
    expect(() => book.hideSheet('0', true)).toThrow("You can't hide all the sheets in a document.");
  });
});

it('holds two million values of a raw sheet outside the engine, exactly', () => {
  const book = workbook();
  const raw = book.insertSheet('Данные_Сделки', 1);
  const rows = 200_000;
  book.insertLines(raw, 'ROW', 1000, rows - 1000);
  book.removeLines(raw, 'COL', 10, 16);
  const block = Array.from({ length: rows }, (_, row) => [
    row,
    `Сделка ${row}`,
    row / 2,
    row % 2 === 0,
    '',
    'текст',
    null,
    '1,5',
    row + 1,
    'конец',
  ]);
  book.write(raw, 0, 0, block);
  const values = read(book, raw, 0, 0, rows - 1, 9);
  let wrong = 0;
  values.forEach((line, row) => {
    const expected = [row, `Сделка ${row}`, row / 2, row % 2 === 0, '', 'текст', '', 1.5, row + 1, 'конец'];
    if (line.length !== 10 || line.some((value, col) => value !== expected[col])) wrong++;
  });
  expect([values.length, wrong, book.isPlain(raw), book.store(raw).extent()]).toEqual([rows, 0, true, { rows, cols: 10 }]);
});
