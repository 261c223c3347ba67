// Columns of numbers as text: every table comes back exactly, and damage is noticed.
import fc from 'fast-check';
import { type ColumnSpec, packColumns, unpackColumns } from '../../src/columns';
import { KpiError } from '../../src/errors';
import { FUZZ } from '../fuzz';

const specs = [
  { name: 'id', type: 'id' },
  { name: 'day', type: 'int' },
  { name: 'time', type: 'time' },
  { name: 'amount', type: 'float' },
  { name: 'title', type: 'text' },
  { name: 'open', type: 'flag' },
] as const satisfies readonly ColumnSpec[];

const row = fc.record({
  id: fc.integer({ min: 0, max: 2 ** 50 }),
  day: fc.oneof(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), fc.constant(-1), fc.integer({ min: 20000, max: 20500 })),
  time: fc.oneof(fc.constant(Number.NaN), fc.integer({ min: 0, max: 253402300799 })),
  amount: fc.oneof(
    fc.double(),
    fc.constant(0),
    fc.integer().map((value) => value / 100),
  ),
  title: fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', 'Сделка\n"1"', '=1+1')),
  open: fc.boolean(),
});

function packed(rows: readonly { id: number; day: number; time: number; amount: number; title: string; open: boolean }[]): string {
  return packColumns(
    specs,
    {
      id: rows.map((each) => each.id),
      day: rows.map((each) => each.day),
      time: rows.map((each) => each.time),
      amount: rows.map((each) => each.amount),
      title: rows.map((each) => each.title),
      open: rows.map((each) => each.open),
    },
    rows.length,
  );
}

const sample = packed([
  { id: 101, day: 20228, time: 1747756800, amount: 10.5, title: 'a', open: true },
  { id: 102, day: -1, time: Number.NaN, amount: Number.NaN, title: 'b', open: false },
  { id: 103, day: -1, time: 1747756801, amount: 1e300, title: 'b', open: true },
]);

describe('columns', () => {
  test('every table comes back exactly', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 60 }), (rows) => {
        const { count, columns } = unpackColumns(packed(rows), specs);
        const found = Array.from({ length: count }, (_, at) => ({
          id: columns.id[at],
          day: columns.day[at],
          time: columns.time[at],
          amount: columns.amount[at],
          title: columns.title[at],
          open: columns.open[at] === 1,
        }));
        expect(found).toEqual(rows);
        expect(found.every((each, at) => Object.is(each.amount, rows[at]?.amount))).toBe(true);
      }),
      FUZZ,
    );
  });

  test('the first line says what the text holds', () => {
    expect(sample.slice(0, sample.indexOf('\n'))).toMatch(/^b24columns 1 \{"count":3,"columns":\[\{"name":"id","type":"id",/);
  });

  test('a reader takes only the columns it asks for', () => {
    expect(unpackColumns(sample, [{ name: 'title', type: 'text' }])).toEqual({ count: 3, columns: { title: ['a', 'b', 'b'] } });
  });

  test('a column of one value takes no room', () => {
    const text = packColumns([{ name: 'state', type: 'int' }], { state: new Int32Array(100000).fill(1) }, 100000);
    expect(text.length).toBeLessThan(200);
    expect(unpackColumns(text, [{ name: 'state', type: 'int' }]).columns.state.every((value) => value === 1)).toBe(true);
  });

  test('text cut anywhere is refused', () => {
    for (let length = 0; length < sample.length; length++) {
      expect(() => unpackColumns(sample.slice(0, length), specs)).toThrow(new KpiError('data', 'columnsUnreadable'));
    }
  });

  test.each(['', 'hello', '{"count":0}', 'b24columns 2 {"count":0,"columns":[]}\n', `${sample}x`])(
    'foreign text is refused: %j',
    (text) => {
      expect(() => unpackColumns(text, specs)).toThrow(new KpiError('data', 'columnsUnreadable'));
    },
  );

  test('a missing column and another type are a changed make', () => {
    const changed = (column: string) => new KpiError('data', 'columnsChanged', { column });
    expect(() => unpackColumns(sample, [{ name: 'stage', type: 'int' }])).toThrow(changed('stage'));
    expect(() => unpackColumns(sample, [{ name: 'day', type: 'float' }])).toThrow(changed('day'));
  });

  test('a value that does not fit its column is the caller’s mistake', () => {
    expect(() => packColumns([{ name: 'day', type: 'int' }], { day: [1.5] }, 1)).toThrow(RangeError);
    expect(() => packColumns([{ name: 'day', type: 'int' }], { day: [1] }, 2)).toThrow(RangeError);
  });
});
