// The grid of a sheet and the limits of a file: apps-script reference 1, 2.2, 5.1, checklist 12.6.

import { refusal, run } from './script-on-sheet';
import { workbook } from './workbook-under-test';

const rows = (data: number, range: number) =>
  `Exception: The number of rows in the data does not match the number of rows in the range. The data has ${data} but the range has ${range}.`;
const columns = (data: number, range: number) =>
  `Exception: The number of columns in the data does not match the number of columns in the range. The data has ${data} but the range has ${range}.`;
const signature = (types: string, method: string) =>
  `Exception: The parameters (${types}) don't match the method signature for SpreadsheetApp.Range.${method}.`;
const outside = 'Exception: The coordinates of the range are outside the dimensions of the sheet.';
const tooMany = 'Exception: This action would increase the number of cells in the workbook above the limit of 10000000 cells.';
const tooLong = 'Exception: Your input contains more than the maximum of 50000 characters in a single cell.';

describe('blocks must have the size of their range [12.6 dimensions]', () => {
  it.each([
    ['2.2 rows', "sheet.getRange('A1:B3').setValues([[1, 2]])", rows(1, 3)],
    ['2.2 rows', "sheet.getRange('A1:B1').setValues([[1, 2], [3, 4]])", rows(2, 1)],
    ['2.2 rows', "sheet.getRange('A1:B1').setValues([])", rows(0, 1)],
    ['2.2 columns', "sheet.getRange('A1:C2').setValues([[1, 2, 3], [1, 2]])", columns(2, 3)],
    ['2.2 columns', "sheet.getRange('A1:B1').setFormulas([['=1']])", columns(1, 2)],
    ['2.2 columns', "sheet.getRange('A1:B1').setNotes([['x']])", columns(1, 2)],
    ['2.2 columns', "sheet.getRange('A1:B1').setNumberFormats([['0']])", columns(1, 2)],
    ['2.2 rows', "sheet.getRange('A1:B2').setBackgrounds([['red', 'red']])", rows(1, 2)],
    ['2.2 rows', "sheet.getRange('A1:B2').setDataValidations([[null, null]])", rows(1, 2)],
    ['2.2 one-dimension', "sheet.getRange('A1:B1').setValues([1, 2])", signature('number[]', 'setValues')],
    ['2.2 one-dimension', "sheet.getRange('A1:B1').setValues(['a', 'b'])", signature('String[]', 'setValues')],
    ['2.2 one-dimension', "sheet.getRange('A1:B1').setFormulas(['=1', '=2'])", signature('String[]', 'setFormulas')],
  ])('%s: %s', (_, body, text) => {
    expect(refusal(`${body};`)).toBe(text);
  });
});

describe('ranges lie inside the grid [12.6 grid-bounds]', () => {
  it.each([
    ['2.2 empty-range', 'sheet.getRange(1, 1, 0, 1)', 'Exception: The number of rows in the range must be at least 1.'],
    ['2.2 empty-range', 'sheet.getRange(1, 1, 1, 0)', 'Exception: The number of columns in the range must be at least 1.'],
    ['2.2 empty-range', "sheet.getRange('A1').offset(0, 0, 0)", 'Exception: The number of rows in the range must be at least 1.'],
    ['2.2 outside-grid', 'sheet.getRange(1000, 26, 2, 1)', outside],
    ['2.2 outside-grid', 'sheet.getRange(0, 1)', outside],
    ['2.2 outside-grid', 'sheet.getRange(NaN, 1)', outside],
    ['2.2 empty-range', 'sheet.getRange(1, 1, NaN, 1)', 'Exception: The number of rows in the range must be at least 1.'],
    ['2.2 outside-grid', "sheet.getRange('AA1')", outside],
    ['2.2 outside-grid', "sheet.getRange('A1').offset(-1, 0)", outside],
    ['2.2 outside-grid', "sheet.getRange('A1:A2').copyTo(sheet.getRange('A1000'))", outside],
    ['2.2 bad-a1', "sheet.getRange('нет такого')", 'Exception: Range not found'],
    ['2.2 bad-a1', "ss.getRange('Нет!A1')", 'Exception: Range not found'],
    ['2.2 bad-a1', "sheet.getRange('A1:B2:C3')", 'Exception: Range not found'],
  ])('%s: %s', (_, body, text) => {
    expect(refusal(`${body};`)).toBe(text);
  });

  it('a new sheet has 1000 rows and 26 columns [5.1 new-sheet-grid]', () => {
    expect(run('const s = ss.insertSheet(); return [s.getMaxRows(), s.getMaxColumns()];')).toEqual([1000, 26]);
  });

  it('setValues never grows it, appendRow does, below the last content, and parses as setValues [5.1 append-row]', () => {
    expect(
      run(`sheet.getRange(1000, 1).setValue('конец'); const before = sheet.getMaxRows(); sheet.appendRow(['=1+1', '1,5'].concat(new Array(26).fill('x')));
           return [before, sheet.getMaxRows(), sheet.getMaxColumns(), sheet.getRange(1001, 1, 1, 2).getValues()[0], sheet.getRange(1001, 1).getFormula()];`),
    ).toEqual([1000, 1001, 28, [2, 1.5], '=1+1']);
  });
});

describe('ten million cells, empty ones included [12.6 ten-million]', () => {
  const big = 'sheet.insertRowsAfter(1000, 383600);'; // 384,600 × 26 = 9,999,600 cells
  it.each([
    ['2.2 too-many-cells', 'insertSheet', `${big} ss.insertSheet();`],
    ['2.2 too-many-cells', 'insertRowsAfter', 'sheet.insertRowsAfter(1000, 400000);'],
    ['2.2 too-many-cells', 'insertRowBefore', `${big} for (let i = 0; i < 16; i++) sheet.insertRowBefore(1);`],
    ['2.2 too-many-cells', 'insertColumnsAfter', `${big} sheet.insertColumnsAfter(26, 1);`],
    ['2.2 too-many-cells', 'appendRow', `${big} sheet.appendRow(new Array(27).fill('x'));`],
    ['2.2 too-many-cells', 'copyTo', `${big} sheet.copyTo(ss);`],
    ['2.2 too-many-cells', 'a template', `${big} ss.insertSheet('x', {template: sheet});`],
  ])('%s: %s', (_id, _call, body) => {
    expect(refusal(body)).toBe(tooMany);
  });

  it('deleting rows makes room again', () => {
    expect(refusal(`${big} sheet.deleteRows(1, 300000); ss.insertSheet();`)).toBe('accepted');
  });
});

describe('50,000 characters a cell [12.6 fifty-thousand]', () => {
  const long = "'x'.repeat(50001)";
  it.each([
    ['2.2 long-text', `sheet.getRange('A1').setValue(${long})`],
    ['2.2 long-text', `sheet.getRange('A1:B1').setValues([['', ${long}]])`],
    ['2.2 long-text', `sheet.getRange('A1').setFormula('="' + ${long} + '"')`],
    ['2.2 long-text', `sheet.getRange('A1').setFormulas([['="' + ${long} + '"']])`],
    ['2.2 long-text', `sheet.appendRow([${long}])`],
    ['2.2 long-text', `sheet.getRangeList(['A1']).setValue(${long})`],
  ])('%s: %s', (_, body) => {
    expect(refusal(`${body};`)).toBe(tooLong);
  });

  it('exactly 50,000 fit', () => {
    expect(run("return sheet.getRange('A1').setValue('x'.repeat(50000)).getValue().length;")).toBe(50_000);
  });

  it('people are refused too', () => {
    const book = workbook();
    expect(() => book.editAsPerson('Лист1', 'A1', 'x'.repeat(50_001))).toThrow(tooLong.replace('Exception: ', ''));
    expect(() => book.pasteAsPerson('Лист1', 'A1', [['x'.repeat(50_001)]])).toThrow(tooLong.replace('Exception: ', ''));
  });
});
