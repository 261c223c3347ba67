// The plain store of cells: values, formats, inserted lines.
import fc from 'fast-check';
import { PlainSheet } from '../../../../local/runtime/spreadsheet/plain-sheet';
import { Formatted } from '../../../../local/runtime/spreadsheet/typed';

const context = {
  timeZone: () => 'Europe/Moscow',
  show: (value: string | number | boolean, format: string) => `${String(value)}|${format}`,
};
const sheet = (rows = 10, cols = 5) => new PlainSheet('1', rows, cols, context);
const all = (plain: PlainSheet) => plain.values({ top: 0, left: 0, bottom: plain.rows - 1, right: plain.cols - 1 });
const options = process.env['FC_SEED'] === undefined ? {} : { seed: Number(process.env['FC_SEED']) };

describe('a plain sheet', () => {
  it('reads back what was put, empty cells as empty texts, dates as dates of the file zone', () => {
    const plain = sheet(3, 4);
    plain.put(0, 0, [['a', 1, true, new Formatted(46023, 'dd.MM.yyyy')]]);
    expect(all(plain)).toEqual([
      ['a', 1, true, new Date('2025-12-31T21:00:00Z')],
      ['', '', '', ''],
      ['', '', '', ''],
    ]);
    expect(plain.extent()).toEqual({ rows: 1, cols: 4 });
  });

  it('keeps the format a date brought when the content is replaced or cleared', () => {
    const plain = sheet();
    plain.put(0, 0, [[new Formatted(46023, 'dd.MM.yyyy')]]);
    plain.put(0, 0, [[1]]);
    expect(plain.cell(0, 0)).toEqual({ value: 1, format: 'dd.MM.yyyy' });
    plain.clearContents({ top: 0, left: 0, bottom: 9, right: 4 });
    expect(plain.cell(0, 0)).toEqual({ value: undefined, format: 'dd.MM.yyyy' });
    expect(plain.extent()).toEqual({ rows: 0, cols: 0 });
  });

  it('shows the last of overlapping formats, and a column format does not grow with every refresh', () => {
    const plain = sheet();
    for (let refresh = 0; refresh < 3; refresh++) {
      plain.format({ top: 0, left: 0, bottom: 0, right: 4 }, { bold: true, background: '#4472c4' });
      plain.format({ top: 1, left: 0, bottom: 9, right: 0 }, { numberFormat: '@' });
    }
    expect(plain.contents().layers).toHaveLength(3);
    expect(plain.plainText(5, 0)).toBe(true);
    expect(plain.plainText(5, 1)).toBe(false);
    expect(plain.attributes(0, 2)).toMatchObject({ bold: true, background: '#4472c4', fontSize: 10 });
  });

  it('gives inserted rows the format of the row above', () => {
    const plain = sheet();
    plain.format({ top: 1, left: 0, bottom: 9, right: 0 }, { numberFormat: '@' });
    plain.insert('ROW', 10, 5);
    expect(plain.rows).toBe(15);
    expect(plain.plainText(14, 0)).toBe(true);
  });

  it('moves notes, named ranges, widths and hidden lines with inserted and deleted lines', () => {
    const plain = sheet();
    plain.setNotes([{ row: 4, col: 1, text: 'заметка' }]);
    plain.names.set('N', { top: 4, left: 1, bottom: 5, right: 1 });
    plain.setSize('ROW', [4], 40);
    plain.setHidden('ROW', [5], true);
    plain.insert('ROW', 2, 3);
    expect([plain.note(7, 1), plain.names.get('N'), plain.size('ROW', 7), plain.isHidden('ROW', 8)]).toEqual([
      'заметка',
      { top: 7, left: 1, bottom: 8, right: 1 },
      40,
      true,
    ]);
    plain.remove('ROW', 7, 1);
    expect([plain.note(7, 1), plain.names.get('N'), plain.isHidden('ROW', 7)]).toEqual([
      '',
      { top: 7, left: 1, bottom: 7, right: 1 },
      true,
    ]);
  });

  it('is the same after inserting lines and deleting them again', () => {
    const cell = fc.oneof(fc.string({ maxLength: 3, minLength: 1 }), fc.integer(), fc.boolean(), fc.constant(undefined));
    const block = fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(block, fc.constantFrom('ROW', 'COL'), fc.nat(4), fc.integer({ min: 1, max: 3 }), (cells, dimension, at, count) => {
        const plain = sheet(6, 4);
        plain.put(0, 0, cells);
        const before = all(plain);
        plain.insert(dimension, at, count);
        plain.remove(dimension, at, count);
        expect(all(plain)).toEqual(before);
      }),
      options,
    );
  });

  it('is the same after saving as JSON and restoring', () => {
    const plain = sheet();
    plain.put(1, 1, [['x', new Formatted(0.5, '0%'), undefined, false]]);
    plain.format({ top: 0, left: 0, bottom: 9, right: 0 }, { numberFormat: '@' });
    plain.setNotes([{ row: 0, col: 0, text: 'n' }]);
    plain.freeze('ROW', 1);
    const restored = PlainSheet.restore(JSON.parse(JSON.stringify(plain.save())), context);
    expect(restored.save()).toEqual(plain.save());
  });
});
