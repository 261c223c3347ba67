// Tab-separated text, as spreadsheets copy it.
import fc from 'fast-check';
import { tsvRows } from '../../../local/workbench/tsv';

const seed = process.env['FC_SEED'] === undefined ? {} : { seed: Number(process.env['FC_SEED']) };

test.each<[string, string[][]]>([
  ['', []],
  [
    'a\tb\nc\td\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'a\t\r\n\tb',
    [
      ['a', ''],
      ['', 'b'],
    ],
  ],
  ['\uFEFF"два\nряда"\t"кавычка ""тут"""\n', [['два\nряда', 'кавычка "тут"']]],
  ['5" труба\tx', [['5" труба', 'x']]],
  ['\n\na', [[''], [''], ['a']]],
])('reads %j', (text, rows) => {
  expect(tsvRows(text)).toEqual(rows);
});

test('reads back whatever a spreadsheet copies', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'я', ' ', '"', '\t', '\n', '5') });
  const table = fc
    .integer({ min: 1, max: 4 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }));
  fc.assert(
    fc.property(table, (rows) => {
      const copied = rows
        .map((row) => row.map((text) => (/["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join('\t'))
        .join('\n');
      expect(tsvRows(`${copied}\n`)).toEqual(rows);
    }),
    seed,
  );
});
