// Sheets, named ranges, metadata, rules: apps-script reference 2.2, 5.2, 5.3, checklist 12.6.
import { refusal, run } from './script-on-sheet';
import { read, workbook } from './workbook-under-test';

describe('sheets', () => {
  it('are inserted at a zero-based place and say a one-based one; without a place behind the active one [5.3 insert-sheet-index]', () => {
    expect(
      run(`const a = ss.insertSheet('А', 0); ss.setActiveSheet(sheet); ss.insertSheet('Б');
           return [a.getIndex(), ss.getSheets().map((s) => s.getName())];`),
    ).toEqual([1, ['А', 'Лист1', 'Б']]);
  });

  it.each([
    ['ru_RU', ['Лист1 (копия)', 'Лист1 (копия) 2', 'Лист1 (копия) 3']],
    ['en_US', ['Copy of Sheet1', 'Copy of Sheet1 2', 'Copy of Sheet1 3']],
  ] as const)('a copy is named after its source, in %s [5.3 copy-name]', (locale, names) => {
    expect(
      run('return [sheet.copyTo(ss), sheet.copyTo(ss), ss.insertSheet({template: sheet})].map((s) => s.getName());', { locale }),
    ).toEqual(names);
  });

  it('are copied and moved past hidden ones, plain or calculating [5.3 hidden-tabs]', () => {
    expect(
      run(`sheet.getRange('A1').setValue('=1+1'); const hidden = ss.insertSheet('скрытый', 1); hidden.hideSheet(); ss.setActiveSheet(sheet);
           const copy = sheet.copyTo(ss); copy.setName('копия'); const order = () => ss.getSheets().map((s) => s.getName() + (s.isSheetHidden() ? '*' : ''));
           const first = order(); ss.setActiveSheet(copy); ss.moveActiveSheet(1); const second = order(); ss.moveActiveSheet(3); return [first, second, order(), copy.getRange('A1').getValue()];`),
    ).toEqual([['Лист1', 'скрытый*', 'копия'], ['копия', 'Лист1', 'скрытый*'], ['Лист1', 'скрытый*', 'копия'], 2]);
  });

  it('have an id of their own, which a sheet made anew does not get [5.3 sheet-id]', () => {
    expect(
      run(`const a = ss.insertSheet('А'); const id = a.getSheetId(); a.setName('Б'); const renamed = a.getSheetId(); ss.deleteSheet(a);
           const again = ss.insertSheet('А'); return [Number.isInteger(id), id === renamed, again.getSheetId() !== id, ss.getSheetById(id)];`),
    ).toEqual([true, true, true, null]);
  });

  it.each([
    [
      '2.2 duplicate-name',
      "ss.insertSheet('Лист1')",
      'Exception: A sheet with the name "Лист1" already exists. Please enter another name.',
    ],
    [
      '2.2 duplicate-name',
      "ss.insertSheet('x').setName('лист1')",
      'Exception: A sheet with the name "лист1" already exists. Please enter another name.',
    ],
    ['2.2 last-sheet', 'ss.deleteSheet(sheet)', "Exception: You can't remove all the sheets in a document."],
    [
      '2.2 last-sheet',
      "ss.insertSheet('x').hideSheet(); ss.deleteSheet(sheet)",
      "Exception: You can't remove all the sheets in a document.",
    ],
    ['5.3 last-visible', "ss.insertSheet('x').hideSheet(); sheet.hideSheet()", "Exception: You can't hide all the sheets in a document."],
    [
      '2.2 second-filter',
      "sheet.getRange('A1:B2').createFilter(); sheet.getRange('D1:E2').createFilter()",
      "Exception: You can't create a filter in a sheet that already has a filter.",
    ],
    [
      '5.3 banding',
      "sheet.getRange('A1:B9').applyRowBanding(); sheet.getRange('B5:C9').applyRowBanding()",
      'Exception: You cannot add alternating background colors to a range that already has alternating background colors.',
    ],
    ['5.3 frozen', 'sheet.setFrozenRows(1000)', "Exception: You can't freeze all visible rows on the sheet."],
    ['2.2 get-ui', 'SpreadsheetApp.getUi()', 'Exception: Cannot call SpreadsheetApp.getUi() from this context.'],
  ])('%s: %s', (id, body, text) => {
    // getUi is refused where nobody looks at the file.
    const options = id === '2.2 get-ui' ? ({ as: 'trigger' } as const) : undefined;
    expect(refusal(`${body};`, {}, options)).toBe(text);
  });

  it('that are hidden stay readable by scripts and formulas [12.6 hidden-sheets] [5.3 hidden-readable]', () => {
    expect(
      run(`const data = ss.insertSheet('Данные'); data.getRange('A1:A2').setValues([[2], [3]]); data.hideSheet(); sheet.getRange('A1').setValue('=SUM(Данные!A1:A2)');
           return [data.getRange('A2').getValue(), sheet.getRange('A1').getValue(), ss.getSheetByName('Данные').isSheetHidden()];`),
    ).toEqual([3, 5, true]);
  });
});

describe('formulas and the sheets they mention', () => {
  it('follow a new name [5.2 renamed-sheet]', () => {
    expect(
      run(`const data = ss.insertSheet('Данные'); data.getRange('A1').setValue(7); sheet.getRange('A1').setValue('=Данные!A1'); data.setName('Сырьё 1');
           return [sheet.getRange('A1').getFormula(), sheet.getRange('A1').getValue()];`),
    ).toEqual(["='Сырьё 1'!A1", 7]);
  });

  it('show #REF! for ever when the sheet is deleted, even if one of that name appears later [5.2 deleted-sheet]', () => {
    expect(
      run(`const data = ss.insertSheet('Данные'); data.getRange('A1').setValue(7); sheet.getRange('A1').setValue('=Данные!A1'); ss.deleteSheet(data);
           const again = ss.insertSheet('Данные'); again.getRange('A1').setValue(8); return [sheet.getRange('A1').getValue(), sheet.getRange('A1').getFormula()];`),
    ).toEqual(['#REF!', '=#REF!']);
  });

  it('names and charts stay when contents are cleared and written anew [5.2 cleared-in-place]', () => {
    expect(
      run(`const data = ss.insertSheet('Данные'); const fill = (n) => data.getRange('A1:B2').setValues([['М', 'Сумма'], ['а', n]]); fill(1); ss.setNamedRange('ИТОГ', data.getRange('B2'));
           data.insertChart(data.newChart().addRange(data.getRange('A1:B2')).build()); sheet.getRange('A1').setValue('=Данные!B2+ИТОГ'); data.clearContents(); const empty = sheet.getRange('A1').getValue();
           fill(5); return [empty, sheet.getRange('A1').getValue(), ss.getRangeByName('ИТОГ').getA1Notation(), data.getCharts().length];`),
    ).toEqual([0, 10, 'B2', 1]);
  });

  it.each([
    ['locale', '=SUM(1;2,5)', 3.5],
    ['locale', '=SUM(1,2)', 1.2],
    ['english', '=SUM(1,2.5)', 3.5],
    ['english', '=SUM(1,2)', 3],
  ] as const)('setFormula takes the syntax of the %s: %s [5.2 formula-separators]', (formulaSyntax, formula, value) => {
    expect(run(`return sheet.getRange('A1').setFormula('${formula}').getValue();`, { switches: { formulaSyntax } })).toBe(value);
  });

  it('setValue takes the syntax of the file whatever setFormula takes [5.2 typed-formula]', () => {
    const body = "return sheet.getRange('A1:B1').setValues([['=SUM(1;2,5)', '=SUM(1,2)']]).getValues()[0];";
    expect([run(body), run(body, { switches: { formulaSyntax: 'english' } })]).toEqual([
      [3.5, 1.2],
      [3.5, 1.2],
    ]);
  });

  it('locale and zone are settings of the file, the zone of the script is the manifest’s [5.2 settings]', () => {
    expect(
      run('return [ss.getSpreadsheetLocale(), ss.getSpreadsheetTimeZone(), Session.getScriptTimeZone()];', {
        locale: 'en_US',
        timeZone: 'Asia/Yekaterinburg',
      }),
    ).toEqual(['en_US', 'Asia/Yekaterinburg', 'Europe/Moscow']);
  });
});

describe('copyTo', () => {
  it('repeats the source where it fits whole, and never cuts it [5.2 copy-to]', () => {
    expect(
      run(`sheet.getRange('A1:B1').setValues([[1, 2]]); sheet.getRange('A1:B1').copyTo(sheet.getRange('A2:B3')); sheet.getRange('A1:B1').copyTo(sheet.getRange('D1')); sheet.getRange('A1:B1').copyTo(sheet.getRange('D2:F2'));
           return sheet.getRange('A1:F3').getValues();`),
    ).toEqual([
      [1, 2, '', 1, 2, ''],
      [1, 2, '', 1, 2, ''],
      [1, 2, '', '', '', ''],
    ]);
  });

  it('does not refuse contentsOnly with formatOnly; values alone leave the format and the formula behind [5.2 copy-to-options]', () => {
    expect(
      run(`sheet.getRange('A1').setValue('=1+1').setFontWeight('bold'); sheet.getRange('A1').copyTo(sheet.getRange('B1'), {contentsOnly: true, formatOnly: true});
           sheet.getRange('A1').copyTo(sheet.getRange('C1'), SpreadsheetApp.CopyPasteType.PASTE_VALUES, false);
           const c = sheet.getRange('C1'); return [sheet.getRange('B1').getValue(), c.getValue(), c.getFormula(), c.getFontWeight()];`),
    ).toEqual([2, 2, '', 'normal']);
  });
});

describe('named ranges', () => {
  it('are set over, found in any case, null when absent, moved by inserted and deleted lines [12.6 named-ranges] [5.3 named-range-set] [5.3 named-range-null]', () => {
    expect(
      run(`ss.setNamedRange('План', sheet.getRange('B2')); ss.setNamedRange('ПЛАН', sheet.getRange('C3:C5')); const set = ss.getNamedRanges().map((n) => n.getName());
           sheet.insertRowsBefore(1, 2); sheet.insertColumnBefore(1); const moved = ss.getRangeByName('план').getA1Notation(); sheet.deleteRow(1); sheet.deleteColumn(1);
           const back = ss.getRangeByName('План').getA1Notation(); sheet.deleteRows(4, 3); return [set, moved, back, ss.getRangeByName('План'), ss.getRangeByName('нет')];`),
    ).toEqual([['ПЛАН'], 'D5:D7', 'C4:C6', null, null]);
  });

  it('are lost with their sheet for ever, also when a sheet of that name returns [5.3 named-range-lost]', () => {
    expect(
      run(`const data = ss.insertSheet('Данные'); data.getRange('A1').setValue(7); ss.setNamedRange('ИТОГ', data.getRange('A1')); sheet.getRange('A1').setValue('=ИТОГ+1'); const before = sheet.getRange('A1').getValue();
           ss.deleteSheet(data); ss.insertSheet('Данные').getRange('A1').setValue(8); return [before, ss.getRangeByName('ИТОГ'), ss.getNamedRanges().length, sheet.getRange('A1').getValue()];`),
    ).toEqual([8, null, 0, '#REF!']);
  });

  it.each(['A1', '1x', 'a b', ''])('%j is no name', (name) => {
    expect(refusal(`ss.setNamedRange('${name}', sheet.getRange('A1'));`)).toBe(
      `Exception: The name "${name}" is not a valid name for a range.`,
    );
  });
});

describe('developer metadata', () => {
  it('hang on file, sheet, rows and columns, and are found by key [5.3 metadata]', () => {
    expect(
      run(`const V = SpreadsheetApp.DeveloperMetadataVisibility; ss.addDeveloperMetadata('k', 'file', V.DOCUMENT); sheet.addDeveloperMetadata('k', 'sheet'); sheet.getRange('2:3').addDeveloperMetadata('k', 'rows', V.PROJECT); sheet.getRange('B:B').addDeveloperMetadata('k');
           sheet.insertRowBefore(1); return ss.createDeveloperMetadataFinder().withKey('k').find().map((m) => [m.getValue(), String(m.getVisibility()), String(m.getLocation().getLocationType())]);`),
    ).toEqual([
      ['file', 'DOCUMENT', 'SPREADSHEET'],
      ['sheet', 'DOCUMENT', 'SHEET'],
      ['rows', 'PROJECT', 'ROW'],
      [null, 'DOCUMENT', 'COLUMN'],
    ]);
  });

  it('not on a part of a row [5.3 metadata-lines]', () => {
    expect(refusal("sheet.getRange('A1:B2').addDeveloperMetadata('k');")).toMatch(
      /^Exception: Adding developer metadata to arbitrary ranges is not currently supported/,
    );
  });
});

describe('data validation', () => {
  it('is described by its criterion and values; check boxes, lists, dates [5.3 validation]', () => {
    expect(
      run(`const rule = SpreadsheetApp.newDataValidation().requireValueInList(['а', 'б'], true).setAllowInvalid(false).build(); sheet.getRange('A1:A2').setDataValidation(rule);
           const date = SpreadsheetApp.newDataValidation().withCriteria(SpreadsheetApp.DataValidationCriteria.DATE_AFTER, ['=I1']).build(); sheet.getRange('B1').setDataValidation(date);
           const [a, b] = [sheet.getRange('A2').getDataValidation(), sheet.getRange('B1').getDataValidation()];
           return [String(a.getCriteriaType()), a.getCriteriaValues(), a.getAllowInvalid(), String(b.getCriteriaType()), b.getCriteriaValues(), b.getAllowInvalid()];`),
    ).toEqual(['VALUE_IN_LIST', [['а', 'б'], true], false, 'DATE_AFTER', ['=I1'], true]);
  });

  it('requireDate takes no formula [5.3 validation-signature]', () => {
    expect(refusal("SpreadsheetApp.newDataValidation().requireDate('=I1');")).toBe(
      "Exception: The parameters (String) don't match the method signature for SpreadsheetApp.DataValidationBuilder.requireDate.",
    );
  });

  it('that rejects refuses what a person types, and what was there stays [5.3 validation-rejects]', () => {
    const book = workbook();
    book.promote('0');
    const ranges = [
      (book.model.getters as unknown as { getRangeDataFromZone(id: string, zone: object): object }).getRangeDataFromZone('0', {
        top: 0,
        left: 0,
        bottom: 0,
        right: 0,
      }),
    ];
    book.apply({
      type: 'ADD_DATA_VALIDATION_RULE',
      sheetId: '0',
      ranges,
      rule: { id: 'r', isBlocking: true, criterion: { type: 'isValueInList', values: ['да', 'нет'], displayStyle: 'arrow' } },
    });
    book.editAsPerson('Лист1', 'A1', 'да');
    expect(() => book.editAsPerson('Лист1', 'A1', 'может быть')).toThrow(
      'The data you entered in cell A1 violates the data validation rules set on this cell.',
    );
    expect([read(book, '0', 0, 0), book.recorded.edits.length]).toEqual([[['да']], 1]);
  });
});

it('setConditionalFormatRules replaces all rules of the sheet [5.3 conditional-formats]', () => {
  expect(
    run(`const rule = (n) => SpreadsheetApp.newConditionalFormatRule().whenNumberGreaterThan(n).setBackground('#00ff00').setRanges([sheet.getRange('A1:A5')]).build();
         sheet.setConditionalFormatRules([rule(1), rule(2)]); sheet.setConditionalFormatRules(sheet.getConditionalFormatRules().concat([rule(3)])); const three = sheet.getConditionalFormatRules().length;
         sheet.setConditionalFormatRules([rule(4)]); return [three, sheet.getConditionalFormatRules().map((r) => r.getBooleanCondition().getCriteriaValues()[0])];`),
  ).toEqual([3, [4]]);
});

it('a sheet has one filter and the rows above stay frozen [5.3 one-filter] [5.3 frozen]', () => {
  expect(
    run(`const f = sheet.getRange('A1:C9').createFilter(); sheet.setFrozenRows(1); const seen = [sheet.getFilter().getRange().getA1Notation(), sheet.getFrozenRows()]; f.remove();
         sheet.getRange('A1:B2').createFilter(); return [...seen, sheet.getFilter().getRange().getA1Notation()];`),
  ).toEqual(['A1:C9', 1, 'A1:B2']);
});
