// What becomes of values that scripts write: apps-script reference 5.1, checklist 12.6.
import { run } from './script-on-sheet';

/** Values, types and formats after one `setValues` of a row. */
const written = (row: string, options = {}) =>
  run(
    `const row = ${row}; const r = sheet.getRange(1, 1, 1, row.length).setValues([row]);
     return r.getValues()[0].map((v, i) => [v instanceof Date ? Utilities.formatDate(v, 'Europe/Moscow', "yyyy-MM-dd'T'HH:mm") : v, r.getNumberFormats()[0][i], r.getFormulas()[0][i]]);`,
    options,
  );
const general = '0.###############';

describe('text is parsed as typed by the locale of the file', () => {
  it('Russian: decimal commas, days with dots, ₽, ИСТИНА; leading zeros are lost [12.6 user-entered-ru]', () => {
    expect(written("['1,5', '1.5', '1/2', '50%', '00123', 'ИСТИНА', 'true', '1 234,50 ₽', '2.000', '12:30', '31.12.2026 09:15']")).toEqual([
      [1.5, general, ''],
      ['2026-05-01T00:00', 'dd.MM', ''],
      ['2026-02-01T00:00', 'dd.MM', ''],
      [0.5, '0%', ''],
      [123, general, ''],
      [true, general, ''],
      [true, general, ''],
      [1234.5, '#,##0.00 "₽"', ''],
      ['2.000', general, ''],
      ['1899-12-30T12:30', 'H:mm', ''],
      ['2026-12-31T09:15', 'dd.MM.yyyy H:mm:ss', ''],
    ]);
  });

  it('English: decimal points, months first, $; a Russian word is a text [12.6 user-entered-en]', () => {
    expect(
      written("['1.5', '1/2', '2.000', '1,000,000', '$2.99', '50%', '00123', 'true', 'ИСТИНА', '31.12.2026']", { locale: 'en_US' }),
    ).toEqual([
      [1.5, general, ''],
      ['2026-01-02T00:00', 'M/d', ''],
      [2, general, ''],
      [1_000_000, general, ''],
      [2.99, '"$"#,##0.00', ''],
      [0.5, '0%', ''],
      [123, general, ''],
      [true, general, ''],
      ['ИСТИНА', general, ''],
      ['31.12.2026', general, ''],
    ]);
  });

  it('a leading apostrophe makes text and is no part of it [12.6 apostrophe]', () => {
    expect(written(`["'00123", "'=1+1", "''x", "'"]`)).toEqual([
      ['00123', general, ''],
      ['=1+1', general, ''],
      ["'x", general, ''],
      ['', general, ''],
    ]);
  });

  it('a text that begins with = is a formula, which getFormula gives back [12.6 formula-text]', () => {
    expect(written("['=1+1', '=SUM(A1;1,5)', '=', ' =1']")).toEqual([
      [2, general, '=1+1'],
      [3.5, general, '=SUM(A1;1,5)'],
      ['=', general, ''],
      [' =1', general, ''],
    ]);
  });

  it('hostile CRM text is a formula unless it is neutralised [5.1 injection]', () => {
    expect(
      run(`sheet.getRange('A1:B1').setValues([['=HYPERLINK("http://evil";"x")', '+7 (999) 1']]);
           sheet.getRange('A2:B2').setNumberFormat('@').setValues([['=HYPERLINK("http://evil";"x")', '+7 (999) 1']]);
           return [sheet.getRange('A1:B1').getFormulas()[0], sheet.getRange('A2:B2').getFormulas()[0], sheet.getRange('A2:B2').getValues()[0]];`),
    ).toEqual([
      ['=HYPERLINK("http://evil";"x")', '=+7 (999) 1'],
      ['', ''],
      ['=HYPERLINK("http://evil";"x")', '+7 (999) 1'],
    ]);
  });
});

describe('a cell of the format @', () => {
  const body =
    "const r = sheet.getRange('A1:D1').setNumberFormat('@').setValues([['00123', '1.5', 'true', '=1+1']]); return [r.getValues()[0], r.getFormulas()[0]];";

  it('keeps every text a text [12.6 plain-text-format]', () => {
    expect(run(body)).toEqual([
      ['00123', '1.5', 'true', '=1+1'],
      ['', '', '', ''],
    ]);
  });

  it('by the other reading takes a formula all the same [5.1 formula-in-text-cell]', () => {
    expect(run(body, { switches: { formulaInTextCell: 'text' } })).toEqual(run(body));
    const [values, formulas] = run(body, { switches: { formulaInTextCell: 'formula' } }) as [unknown[], unknown[]];
    expect([values.slice(0, 3), formulas]).toEqual([
      ['00123', '1.5', 'true'],
      ['', '', '', '=1+1'],
    ]);
  });
});

describe('values that are no text', () => {
  it('numbers and booleans keep their type [5.1 numbers-and-booleans]', () => {
    expect(written('[0, -1.25, 1e21, true, false]')).toEqual([
      [0, general, ''],
      [-1.25, general, ''],
      [1e21, general, ''],
      [true, general, ''],
      [false, general, ''],
    ]);
  });

  it('NaN, infinities and dates without a time are an error, or by the other reading their text [5.1 not-finite]', () => {
    const row = '[NaN, Infinity, -Infinity, new Date(NaN)]';
    expect(written(row)).toEqual([
      ['#NUM!', general, ''],
      ['#NUM!', general, ''],
      ['#NUM!', general, ''],
      ['#NUM!', general, ''],
    ]);
    expect(written(row, { switches: { nonFiniteNumbers: 'text' } })).toEqual([
      ['NaN', general, ''],
      ['Infinity', general, ''],
      ['-Infinity', general, ''],
      ['Invalid Date', general, ''],
    ]);
  });

  it('a negative zero is zero [5.1 numbers-and-booleans]', () => {
    expect(run(`sheet.getRange('A1').setValue(-0); return Object.is(sheet.getRange('A1').getValue(), 0);`)).toBe(true);
  });

  it('a Date is the wall clock of the spreadsheet, formatted where there is no format [5.1 dates]', () => {
    expect(
      run(
        `const moment = new Date(Date.UTC(2026, 0, 4, 21)); sheet.getRange('B1').setNumberFormat('yyyy');
         sheet.getRange('A1:B1').setValues([[moment, moment]]); sheet.getRange('A2').setValue(new Date(Date.UTC(2026, 0, 5, 9, 30)));
         return [sheet.getRange('A1:B1').getDisplayValues()[0], sheet.getRange('A1:B1').getNumberFormats()[0], sheet.getRange('A2').getDisplayValue(), sheet.getRange('A1').getValue().getTime() === moment.getTime()];`,
        { timeZone: 'Asia/Yekaterinburg' },
      ),
    ).toEqual([['05.01.2026 02:00:00', '2026'], ['dd.MM.yyyy H:mm:ss', 'yyyy'], '05.01.2026 14:30:00', true]);
  });

  it.each(["''", 'null', 'undefined'])('%s empties the cell and leaves its format [5.1 nothing-clears]', (nothing) => {
    expect(
      run(
        `const c = sheet.getRange('A1').setValue('50%'); c.setValue(${nothing}); return [c.getValue(), c.getNumberFormat(), c.isBlank()];`,
      ),
    ).toEqual(['', '0%', true]);
  });

  it('an object is written as Java prints it, or by the other reading refused [5.1 objects]', () => {
    expect(written('[{a: 1, b: "x"}, [1, 2]]')).toEqual([
      ['{a=1.0, b=x}', general, ''],
      ['[1.0, 2.0]', general, ''],
    ]);
    const body = "try { sheet.getRange('A1').setValue({a: 1}); } catch (e) { return e.message; }";
    expect(run(body, { switches: { objectsInCells: 'refused' } })).toBe(
      "The parameters (object) don't match the method signature for SpreadsheetApp.Range.setValue.",
    );
  });
});

describe('reading', () => {
  it('gives numbers, booleans, dates and texts, empty cells as empty text, errors as their text [5.1 read-types]', () => {
    expect(
      run(`sheet.getRange('A1:F1').setValues([[1, true, new Date(0), 'x', '', '=NA()']]);
           return sheet.getRange('A1:F1').getValues()[0].map((v) => v instanceof Date ? 'Date' : typeof v + ' ' + v);`),
    ).toEqual(['number 1', 'boolean true', 'Date', 'string x', 'string ', 'string #N/A']);
  });

  it('gives what is shown by locale and format, and formulas as text or empty [5.1 display-values] [5.1 formulas-empty]', () => {
    expect(
      run(`sheet.getRange('A1:C1').setValues([[1234.5, 0.125, '=LEN(A1)']]); sheet.getRange('A1').setNumberFormat('#,##0.00'); sheet.getRange('B1').setNumberFormat('0.0%');
           const r = sheet.getRange('A1:C1'); return [r.getDisplayValues()[0], r.getFormulas()[0]];`),
    ).toEqual([
      ['1\u00a0234,50', '12,5%', '6'],
      ['', '', '=LEN(A1)'],
    ]);
  });
});

describe('how cells look', () => {
  it('the format general resets, null fails, and the reset reads 0.############### [5.1 number-format-reset]', () => {
    expect(
      run(`const c = sheet.getRange('A1').setNumberFormat('0.00'); c.setNumberFormat('general'); let text = '';
           try { c.setNumberFormat(null); } catch (e) { text = e.message; } return [c.getNumberFormat(), text];`),
    ).toEqual([general, "The parameters (null) don't match the method signature for SpreadsheetApp.Range.setNumberFormat."]);
  });

  it('whole numbers of notes come back as 25.0 [5.1 note-numbers]', () => {
    expect(run("return sheet.getRange('A1:B1').setNotes([[25, '25']]).getNotes()[0];")).toEqual(['25.0', '25']);
  });

  it('colours are those a user entered, whatever a rule shows [5.1 user-entered-looks]', () => {
    expect(
      run(`const r = sheet.getRange('A1').setValue(1); sheet.setConditionalFormatRules([SpreadsheetApp.newConditionalFormatRule().whenNumberEqualTo(1).setBackground('#ff0000').setRanges([r]).build()]);
           return r.getBackground();`),
    ).toBe('#ffffff');
  });

  it('wraps by getWrap though the strategy is OVERFLOW at first [5.1 wrap-at-first]', () => {
    expect(run("const c = sheet.getRange('A1'); return [c.getWrap(), String(c.getWrapStrategy())];")).toEqual([true, 'OVERFLOW']);
  });

  it('an invalid colour or alignment is ignored silently [5.1 silent-setters]', () => {
    expect(
      run(`const c = sheet.getRange('A1').setBackground('#ff0000').setHorizontalAlignment('left'); c.setBackground('foo').setHorizontalAlignment('foo');
           return [c.getBackground(), c.getHorizontalAlignment()];`),
    ).toEqual(['#ff0000', 'left']);
  });

  it('a cell is blank without value and formula, whatever its format and note [5.1 is-blank]', () => {
    expect(
      run(`sheet.getRange('A1').setBackground('#ff0000').setNote('n'); sheet.getRange('B1').setValue('=""');
           return [sheet.getRange('A1').isBlank(), sheet.getRange('B1').isBlank(), sheet.getRange('A1:C1').isBlank()];`),
    ).toEqual([true, false, false]);
  });

  it.each([
    ['{contentsOnly: true}', ['', '#ff0000', 'n', 'TEXT_CONTAINS']],
    ['{formatOnly: true}', ['x', '#ffffff', 'n', 'TEXT_CONTAINS']],
    ['{commentsOnly: true}', ['x', '#ff0000', '', 'TEXT_CONTAINS']],
    ['{validationsOnly: true}', ['x', '#ff0000', 'n', '']],
  ])('clear(%s) takes only that [5.1 clear-options]', (options, left) => {
    expect(
      run(`const c = sheet.getRange('A1').setValue('x').setBackground('#ff0000').setNote('n').setDataValidation(SpreadsheetApp.newDataValidation().requireTextContains("x").build());
           c.clear(${options}); const rule = c.getDataValidation(); return [c.getValue(), c.getBackground(), c.getNote(), rule ? String(rule.getCriteriaType()) : ''];`),
    ).toEqual(left);
  });
});
