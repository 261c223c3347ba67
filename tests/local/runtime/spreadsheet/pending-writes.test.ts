// Writes of a run wait until a flush, a read, a structural change or the end of the run: apps-script reference 5.2, checklist 12.6.
import { script } from '../script';
import { run, statements } from './script-on-sheet';

/** What the first cells of the sheet hold while the script runs: a fetch looks into the file. */
function watched(body: string): { seen: unknown[][]; after: unknown[][] } {
  const seen: unknown[][] = [];
  const look = () => {
    const { spreadsheet } = runtime;
    return spreadsheet.store('0').values({ top: 0, left: 0, bottom: 0, right: 2 })[0] ?? [];
  };
  const runtime = script(`${statements(body)} function look() { UrlFetchApp.fetch('http://look/'); }`, {
    hosts: {
      look: () => {
        seen.push(look());
        return { status: 200, headers: {}, body: '' };
      },
    },
  });
  runtime.run('answer');
  return { seen, after: [look()] };
}

const write = "sheet.getRange('A1:B1').setValues([[1, 'x']]); look();";

it('a write is not in the file until something needs it, and is there when the run has ended [12.6 pending-writes]', () => {
  expect(watched(write)).toEqual({ seen: [['', '', '']], after: [[1, 'x', '']] });
});

describe.each([
  ['5.2 flush', 'SpreadsheetApp.flush()'],
  ['5.2 reads-flush', "sheet.getRange('A1').getValue()"],
  ['5.2 reads-flush', "sheet.getRange('C5').getDisplayValues()"],
  ['5.2 reads-flush', 'sheet.getLastRow()'],
  ['5.2 reads-flush', 'sheet.getDataRange()'],
  ['5.2 reads-flush', "sheet.getRange('A1').getBackground()"],
  ['5.2 reads-flush', "sheet.getRange('A1').getNote()"],
  ['5.2 reads-flush', "sheet.getRange('A1').getMergedRanges()"],
  ['5.2 reads-flush', 'sheet.getConditionalFormatRules()'],
  ['5.2 structure-flushes', 'ss.insertSheet()'],
  ['5.2 structure-flushes', 'sheet.insertRowAfter(5)'],
  ['5.2 structure-flushes', 'sheet.deleteRows(5, 2)'],
  ['5.2 structure-flushes', "ss.setNamedRange('N', sheet.getRange('A1'))"],
  ['5.2 structure-flushes', "sheet.getRange('A1').protect()"],
  ['5.2 structure-flushes', "sheet.insertChart(sheet.newChart().addRange(sheet.getRange('A1:B2')).build())"],
  ['5.2 structure-flushes', "sheet.addDeveloperMetadata('k')"],
  ['5.2 structure-flushes', 'sheet.setFrozenRows(1)'],
])('%s: %s applies what waits', (_, call) => {
  it('before it does its own work', () => {
    expect(watched(`${write} ${call}; look();`).seen).toEqual([
      ['', '', ''],
      [1, 'x', ''],
    ]);
  });
});

it('every kind of write waits, in the order of the calls', () => {
  const { seen, after } = watched(
    `sheet.getRange('A1').setValue('00'); sheet.getRange('A1').setNumberFormat('@'); sheet.getRange('A1').setValue('01'); sheet.getRange('B1').setFormula('=A1&"!"');
     sheet.getRange('C1').setValue(5); sheet.getRange('C1').clearContent(); sheet.getRange('A1:B1').setNotes([['n', '']]); sheet.getRange('A1').copyTo(sheet.getRange('C1')); look();`,
  );
  expect({ seen, after }).toEqual({ seen: [['', '', '']], after: [['01', '01!', '01']] });
});

it('arguments and sizes are checked by the call, not by the flush', () => {
  const { seen } = watched(
    "try { sheet.getRange('A1').setValues([[1, 2]]); } catch (e) { sheet.getRange('A1').setValue('refused'); } SpreadsheetApp.flush(); look();",
  );
  expect(seen).toEqual([['refused', '', '']]);
});

it('what was written before a script failed stays written', () => {
  const runtime = script(statements("sheet.getRange('A1').setValue(1); throw new Error('oops');"));
  expect(() => runtime.run('answer')).toThrow('oops');
  expect(runtime.spreadsheet.dump('Лист1')).toEqual([[1]]);
});

it('a custom function that calculates meanwhile sees the file as it was', () => {
  const runtime = script(
    `/** @customfunction */ function PEEK(x) { return SpreadsheetApp.getActive().getSheetByName('Лист1').getRange('A1').getValue() + '|' + x; }
     function write() { const sheet = SpreadsheetApp.getActive().getActiveSheet(); sheet.getRange('A1').setValue('old'); SpreadsheetApp.flush();
       sheet.getRange('C1').setValue('=PEEK(1)'); sheet.getRange('A1').setValue('new'); SpreadsheetApp.flush(); return sheet.getRange('C1').getValue(); }`,
  );
  expect(['new|1', 'old|1']).toContain(runtime.run('write'));
});

it('changing the block after the call changes nothing', () => {
  const { after } = watched("const row = [['a', 'b']]; sheet.getRange('A1:B1').setValues(row); row[0][0] = 'changed';");
  expect(after).toEqual([['a', 'b', '']]);
});

it('formulas that differ only in how far they reach are written together', () => {
  expect(
    run(`sheet.getRange('A1:A3').setValues([[1], [2], [4]]);
      sheet.getRange('D1:D3').setFormulas([['=SUM(A1:A1)'], ['=SUM(A1:A2)'], ['=SUM(A1:A3)']]);
      return sheet.getRange('D1:D3').getValues();`),
  ).toEqual([[1], [3], [7]]);
});
