// A sheet that moves from the plain store into the engine is the same sheet: everything that a script or a person can see of it.
import fc from 'fast-check';
import type { Workbook } from '../../../../local/runtime/spreadsheet/workbook';
import { HEAVY } from '../../../fuzz';
import { everything, reopened } from './raw-file';
import { workbook } from './workbook-under-test';

describe('everything about a sheet is the same before and after it enters the engine', () => {
  const row = fc.nat(7);
  const col = fc.nat(5);
  const zone = fc.tuple(row, row, col, col).map(([a, b, c, d]) => ({
    top: Math.min(a, b),
    bottom: Math.max(a, b),
    left: Math.min(c, d),
    right: Math.max(c, d),
  }));
  const input = fc.oneof(
    fc.constantFrom(
      '',
      "'=x",
      '007',
      '1,5',
      '12%',
      '31.12.2026',
      'ИСТИНА',
      'TRUE',
      "''кавычка",
      '1e3',
      '10:30',
      '1 234,5 ₽',
      '#REF!',
      '+7 900',
    ),
    fc.string({ unit: 'grapheme', maxLength: 4 }).filter((text) => !/^\s*[=+]/.test(text)),
    // The engine takes numbers nearer to zero than 1e-307 for text; no cell of a company holds one.
    fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }).filter((number) => number === 0 || Math.abs(number) > 1e-300),
    fc.integer({ min: -1e6, max: 1e6 }),
    fc.boolean(),
    fc.constant(null),
    fc.date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2040-01-01T00:00:00Z'), noInvalidDate: true }),
  );
  const change = fc.constantFrom(
    { numberFormat: '0.00' },
    { numberFormat: 'dd.MM.yyyy' },
    { bold: true },
    { background: '#ffcc00' },
    { fontColor: '#112233' },
    { horizontalAlignment: 'center' as const },
    { bold: undefined },
  );
  const dimension = fc.constantFrom('ROW' as const, 'COL' as const);
  const pixels = fc.integer({ min: 30, max: 90 });
  const few = fc.nat(2);
  /** Something done to the sheet, printed by its name and arguments. */
  type Doing = (book: Workbook, id: string) => unknown;
  const named = <T>(name: string, args: fc.Arbitrary<T>, does: (book: Workbook, id: string, args: T) => unknown): fc.Arbitrary<Doing> =>
    args.map((given) =>
      Object.assign((book: Workbook, id: string) => does(book, id, given), { [fc.toStringMethod]: () => `${name} ${fc.stringify(given)}` }),
    );
  const doing = fc.oneof(
    named('write', fc.tuple(row, col, input), (book, id, [at, across, value]) => book.write(id, at, across, [[value]])),
    named('write', fc.tuple(row, col, input), (book, id, [at, across, value]) => book.write(id, at, across, [[value]])),
    named('format', fc.tuple(zone, change), (book, id, [where, look]) => book.store(id).format(where, look)),
    named('clear contents', zone, (book, id, where) => book.store(id).clearContents(where)),
    named('clear formats', zone, (book, id, where) => book.store(id).clearFormats(where)),
    named('note', fc.tuple(row, col, fc.constantFrom('заметка', 'n', '')), (book, id, [at, across, text]) =>
      book.store(id).setNotes([{ row: at, col: across, text }]),
    ),
    named('size', fc.tuple(dimension, few, pixels), (book, id, [of, at, size]) => book.store(id).setSize(of, [at], size)),
    named('hide', fc.tuple(dimension, few, fc.boolean()), (book, id, [of, at, hidden]) => book.store(id).setHidden(of, [at], hidden)),
    named('freeze', fc.tuple(dimension, few), (book, id, [of, count]) => book.store(id).freeze(of, count)),
    named('gridlines', fc.boolean(), (book, id, hidden) => book.store(id).setHidesGridlines(hidden)),
    named('insert', fc.tuple(dimension, few, few), (book, id, [of, at, count]) => book.insertLines(id, of, at, count + 1)),
    named('remove', fc.tuple(dimension, few), (book, id, [of, at]) => book.removeLines(id, of, at, 1)),
  );

  it('whatever was done to it, by formula and by page alike [0 promotion-same]', () => {
    fc.assert(
      fc.property(fc.option(zone), fc.array(doing, { maxLength: 12 }), (texts, doings) => {
        const book = workbook();
        const id = book.insertSheet('Данные', 1, { rows: 20, cols: 12 });
        book.setNamedZone('КОДЫ', id, { top: 0, left: 0, bottom: 6, right: 0 });
        // What becomes of numbers that stood there before the cells turn to plain text, no source settles.
        if (texts) book.store(id).format(texts, { numberFormat: '@' });
        for (const does of doings) does(book, id);
        const before = everything(book, id);
        book.promote(id);
        expect(everything(book, id)).toEqual(before);
        expect(everything(reopened(book), id)).toEqual(before);
      }),
      HEAVY,
    );
  });
});
