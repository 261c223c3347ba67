// Cells whose formulas call custom functions: what the functions get and what the cells show. Apps-script reference 2.2, 4.2, 4.4, checklist 12.7.
import { script } from '../script';

const code = `
  /** @customfunction */ function SEEN(...args) { return JSON.stringify(args.map((a) => a instanceof Date ? 'Date' : a === undefined ? 'omitted' : a)); }
  /** @customfunction */ function TABLE(rows, cols) { return Array.from({length: rows}, (_, r) => Array.from({length: cols}, (_, c) => r * cols + c)); }
  /** @customfunction */ function BAD() { throw new Error('Период «13» не понят.'); }
  /** @customfunction */ function BUG() { return SpreadsheetApp.getActive().getSheetByName(7); }
  /** @customfunction */ function SLOW() { Utilities.sleep(31000); }
  /** @customfunction */ function COUNTED(x) { console.log('run ' + x); return x; }`;

/** A Russian file whose cells a person typed, in this order. */
function typed(cells: Readonly<Record<string, string>>, options = {}) {
  const runtime = script(code, options);
  for (const [a1, text] of Object.entries(cells)) runtime.edit('Лист1', a1, text);
  const { spreadsheet } = runtime;
  const cell = (a1: string) => {
    const [row, col] = [Number(a1.slice(1)) - 1, a1.charCodeAt(0) - 65];
    const [[value]] = spreadsheet.store('0').values({ top: row, bottom: row, left: col, right: col }) as [[unknown]];
    return { value, ...(spreadsheet.errorAt('0', row, col) ?? {}) };
  };
  return { runtime, cell };
}

const error = (text: string, message: string) => ({ value: text, text, message });

describe('arguments [12.7 arguments]', () => {
  it.each([
    ['=SEEN(A1;B1;C1;D1)', '[12.5,"текст",true,"Date"]'],
    ['=SEEN(Z9)', '[""]'],
    ['=SEEN(1;;3)', '[1,"omitted",3]'],
    ['=SEEN(A1:B2)', '[[[12.5,"текст"],["",""]]]'],
    ['=SEEN(A1:A1)', '[12.5]'],
    ['=SEEN(10%)', '[0.1]'],
    ['=SEEN(E1)', '["#N/A"]'],
    ['=SEEN(E1:E2)', '[[["#N/A"],[""]]]'],
  ])('%s', (formula, seen) => {
    const { cell } = typed({ A1: '12,5', B1: 'текст', C1: 'ИСТИНА', D1: '05.01.2026', E1: '=NA()', F5: formula });
    expect(cell('F5').value).toBe(seen);
  });

  it('an error among them is its text, or by the other reading the answer without a call [12.7 error-arguments]', () => {
    const cells = { A1: '=NA()', B1: '=SEEN(1;A1)' };
    expect(typed(cells).cell('B1').value).toBe('[1,"#N/A"]');
    expect(typed(cells, { switches: { errorArguments: 'notCalled' } }).cell('B1')).toMatchObject({ value: '#N/A', text: '#N/A' });
  });
});

describe('notes of error cells [12.7 cell-notes]', () => {
  it.each([
    ['2.2 cell-throw', '=BAD()', error('#ERROR!', 'Период «13» не понят.')],
    [
      '2.2 cell-throw',
      '=BUG()',
      error(
        '#ERROR!',
        "Exception: The parameters (number) don't match the method signature for SpreadsheetApp.Spreadsheet.getSheetByName. (line 5).",
      ),
    ],
    ['2.2 thirty-seconds', '=SLOW()', error('#ERROR!', 'Exceeded maximum execution time (line 0).')],
    ['2.2 cell-unknown-function', '=НЕТ_ТАКОЙ(1)', error('#NAME?', "Unknown function: 'НЕТ_ТАКОЙ'.")],
    ['2.2 cell-unknown-function', '=1+NO_SUCH(1)', error('#NAME?', "Unknown function: 'NO_SUCH'.")],
    ['2.2 cell-unknown-function', '=IF(A1="";ROUND(NO_SUCH(1);2);0)', error('#NAME?', "Unknown function: 'NO_SUCH'.")],
    ['2.2 cell-unknown-function', '=СУММ(1;2)', error('#NAME?', "Unknown function: 'СУММ'.")],
    ['2.2 cell-unknown-function', '=ЕСЛИОШИБКА(SEEN(1);0)', error('#NAME?', "Unknown function: 'ЕСЛИОШИБКА'.")],
    ['2.2 cell-grid-small', '=TABLE(1;30)', error('#REF!', 'Result was not automatically expanded, please insert more columns (5).')],
    ['2.2 cell-grid-small', '=TABLE(1003;1)', error('#REF!', 'Result was not automatically expanded, please insert more rows (4).')],
  ])('%s: %s', (_, formula, shown) => {
    expect(typed({ B2: formula }).cell('B2')).toEqual(shown);
  });

  it('a formula that takes over an unknown function from another cell shows its error [2.2 cell-unknown-function]', () => {
    const { cell } = typed({ A1: '=NO_SUCH()', B1: '=A1+1' });
    expect(cell('B1')).toEqual(error('#NAME?', "Unknown function: 'NO_SUCH'."));
  });

  it('a result does not overwrite data, and expands when the cell is freed [2.2 cell-spill-blocked]', () => {
    const { runtime, cell } = typed({ C3: 'занято', B2: '=TABLE(2;2)' });
    expect([cell('B2'), cell('C2').value]).toEqual([
      error('#REF!', 'Array result was not expanded because it would overwrite data in C3.'),
      '',
    ]);
    runtime.edit('Лист1', 'C3', '');
    expect([cell('B2').value, cell('C3').value]).toEqual([0, 3]);
  });

  it.each([
    ['directly', { A1: '=COUNTED(NOW())' }],
    ['by a cell', { B1: '=RAND()', A1: '=COUNTED(B1)' }],
    ['by a cell of a range', { B5: '=RANDBETWEEN(1;6)', A1: '=COUNTED(B1:B9)' }],
    ['by way of other cells', { B1: '=NOW()', C1: '=B1+1', D1: '=C1&"x"', A1: '=COUNTED(D1)' }],
  ])('a volatile argument is refused, %s [2.2 cell-volatile]', (_, cells) => {
    expect(typed(cells).cell('A1')).toEqual(
      error('#ERROR!', 'This function is not allowed to reference a cell with NOW(), RAND(), RANDARRAY(), or RANDBETWEEN()'),
    );
  });

  it('TODAY is not volatile, and a volatile cell elsewhere disturbs nobody', () => {
    expect(typed({ Z1: '=NOW()', A1: '=SEEN(TODAY())' }).cell('A1').value).toBe('["Date"]');
  });
});

it('a function runs once per name and arguments, whatever else is edited [12.7 memoised]', () => {
  const lines: string[] = [];
  const { runtime } = typed(
    { A1: '1', B1: '=COUNTED(A1)', B2: '=COUNTED(A1)', B3: '=counted(1)', Z1: 'x' },
    { log: (_: string, line: string) => lines.push(line) },
  );
  runtime.edit('Лист1', 'A1', '1');
  runtime.edit('Лист1', 'B1', '=COUNTED(A1)');
  runtime.edit('Лист1', 'A1', '2');
  runtime.edit('Лист1', 'A1', '1');
  expect(lines).toEqual(['run 1', 'run 2']);
});
