// SpreadsheetApp as a script meets it: refusals, values, looks, sheets, metadata, charts, rules of cells. One file, a block for each part of the service.
import { script, thrown, value } from '../script';

const sheet = 'SpreadsheetApp.getActiveSheet()';
/** Runs statements in a script and answers what they return. */
const run = (body: string) =>
  script(`function answer() { const ss = SpreadsheetApp.getActive(); const sheet = ss.getActiveSheet(); ${body} }`).run('answer');

describe('refusals in the words of Google', () => {
  it.each([
    [
      `${sheet}.getRange(1, 1, 3, 2).setValues([[1, 2]])`,
      'Exception: The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 3.',
    ],
    [
      `${sheet}.getRange(1, 1, 2, 3).setValues([[1, 2, 3], [1, 2]])`,
      'Exception: The number of columns in the data does not match the number of columns in the range. The data has 2 but the range has 3.',
    ],
    [
      `${sheet}.getRange('A1:B1').setValues([1, 2])`,
      "Exception: The parameters (number[]) don't match the method signature for SpreadsheetApp.Range.setValues.",
    ],
    [
      `${sheet}.getRange('A1').setValues('x', 1)`,
      "Exception: The parameters (String,number) don't match the method signature for SpreadsheetApp.Range.setValues.",
    ],
    [`${sheet}.getRange(1, 1, 0, 1)`, 'Exception: The number of rows in the range must be at least 1.'],
    [`${sheet}.getRange(1, 1, 1, 0)`, 'Exception: The number of columns in the range must be at least 1.'],
    [`${sheet}.getRange(1000, 26, 2, 1)`, 'Exception: The coordinates of the range are outside the dimensions of the sheet.'],
    [`${sheet}.getRange('AA1')`, 'Exception: The coordinates of the range are outside the dimensions of the sheet.'],
    [`${sheet}.getRange('нет такого')`, 'Exception: Range not found'],
    ["SpreadsheetApp.getActive().getRange('Нет!A1')", 'Exception: Range not found'],
    [
      "SpreadsheetApp.getActive().insertSheet('Лист1')",
      'Exception: A sheet with the name "Лист1" already exists. Please enter another name.',
    ],
    [`SpreadsheetApp.getActive().deleteSheet(${sheet})`, "Exception: You can't remove all the sheets in a document."],
    [
      `${sheet}.getRange('A1').setValue('x'.repeat(50001))`,
      'Exception: Your input contains more than the maximum of 50000 characters in a single cell.',
    ],
    [
      `${sheet}.insertRowsAfter(1000, 400000)`,
      'Exception: This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
    ],
    [
      `${sheet}.getRange('A1:B2').createFilter() && ${sheet}.getRange('A1:B2').createFilter()`,
      "Exception: You can't create a filter in a sheet that already has a filter.",
    ],
    [
      `${sheet}.getRange('A1').setNumberFormat(null)`,
      "Exception: The parameters (null) don't match the method signature for SpreadsheetApp.Range.setNumberFormat.",
    ],
    [
      "SpreadsheetApp.openById('чужой')",
      'Exception: Specified permissions are not sufficient to call SpreadsheetApp.openById. Required permissions: https://www.googleapis.com/auth/spreadsheets',
    ],
  ])('%s', (expression, text) => {
    expect(thrown(expression)).toBe(text);
  });

  it('a method nobody implemented is named', () => {
    expect(thrown(`${sheet}.getRange('A1').setFormulaR1C1('=R[1]C')`)).toMatch(/setFormulaR1C1/);
  });
});

describe('cells in a custom function [12.7 denied]', () => {
  it.each([
    [`${sheet}.getRange('A1').setValue(1)`, 'You do not have permission to call setValue'],
    [`${sheet}.getRange('A1').setValues([[1]])`, 'You do not have permission to call setValues'],
    [`${sheet}.getRange('A1').setNumberFormat('0')`, 'You do not have permission to call setNumberFormat'],
    ["SpreadsheetApp.getActive().insertSheet('x')", 'You do not have permission to call insertSheet'],
    [`${sheet}.addDeveloperMetadata('k')`, 'You do not have permission to call addDeveloperMetadata'],
    ["SpreadsheetApp.openById('x')", 'You do not have permission to call SpreadsheetApp.openById'],
    ['SpreadsheetApp.getUi()', 'Cannot call SpreadsheetApp.getUi() from this context.'],
  ])('%s is refused', (expression, text) => {
    const runtime = script(`/** @customfunction */ function TRY() { try { ${expression}; return 'ok'; } catch (e) { return e.message; } }`);
    expect((runtime.evaluate('=TRY()') as { value: string }).value.startsWith(text)).toBe(true);
  });

  it('can be read, also those in the engine while it calculates', () => {
    const runtime = script(
      `/** @customfunction */ function PEEK(stamp) { return SpreadsheetApp.getActive().getSheetByName('_b24').getRange('A1:B1').getValues()[0].join('|'); }
       function fill() { const s = SpreadsheetApp.getActive().insertSheet('_b24'); s.getRange('A1:B1').setValues([['stamp', 42]]);
         SpreadsheetApp.getActive().setNamedRange('B24_DATA', s.getRange('A1'));
         SpreadsheetApp.getActive().getSheets()[0].getRange('A1').setValue('=PEEK(B24_DATA)'); }
       function read() { return SpreadsheetApp.getActive().getSheetByName('Лист1').getRange('A1').getValue(); }`,
    );
    runtime.run('fill');
    expect(runtime.run('read')).toBe('stamp|42');
  });
});

describe('values', () => {
  it('written as typed by the locale of the file, read by type', () => {
    expect(
      run(`sheet.getRange('A1:G1').setValues([['1,5', '31.12.2026', 'ИСТИНА', "'007", null, undefined, '12%']]);
           return sheet.getRange('A1:G1').getValues()[0].map((v) => v instanceof Date ? v.toISOString() : v);`),
    ).toEqual([1.5, '2026-12-30T21:00:00.000Z', true, '007', '', '', 0.12]);
  });

  it('of a whole sheet: data range, last row and column, displayed texts, formulas by the locale', () => {
    expect(
      run(`sheet.getRange(2, 2, 2, 2).setValues([['Сумма', 'Доля'], [1234.5, '=C2&";"&1,5']]);
           sheet.getRange('B3').setNumberFormat('#,##0.00 ₽');
           return [sheet.getDataRange().getA1Notation(), sheet.getLastRow(), sheet.getLastColumn(), sheet.getRange('B3').getDisplayValue(),
             sheet.getRange('C3').getFormula(), sheet.getRange('B3').getFormula(), sheet.getRange('C3').getValue(), sheet.getRange('B3').getNumberFormat()];`),
    ).toEqual(['A1:C3', 3, 3, '1\u00a0234,50 ₽', '=C2&";"&1,5', '', 'Доля;1,5', '#,##0.00 ₽']);
  });

  it('setFormula and setValue make the same formula; an empty text clears', () => {
    expect(
      run(`sheet.getRange('A1').setFormula('=SUM(1;2)'); sheet.getRange('B1').setValue('=SUM(1;2)'); sheet.getRange('C1').setFormula('SUM(1;2)');
           sheet.getRange('D1').setValue(5).setFormula('');
           return [sheet.getRange('A1:D1').getValues()[0], sheet.getRange('A1:D1').getFormulas()[0]];`),
    ).toEqual([
      [3, 3, 3, ''],
      ['=SUM(1;2)', '=SUM(1;2)', '=SUM(1;2)', ''],
    ]);
  });

  it('text columns stay text: the format @ first, then values', () => {
    expect(
      run(`const r = sheet.getRange('A1:A4'); r.setNumberFormat('@'); r.setValues([['00123'], ['=1+1'], ['1.5'], ['+7 999']]);
           return [r.getValues().flat(), r.getFormulas().flat(), r.getNumberFormat()];`),
    ).toEqual([['00123', '=1+1', '1.5', '+7 999'], ['', '', '', ''], '@']);
  });

  it('appendRow goes below the last content and makes the grid grow', () => {
    expect(
      run(`sheet.getRange(1000, 1).setValue('конец'); sheet.appendRow(['ещё', 1]);
           return [sheet.getMaxRows(), sheet.getRange(1001, 1, 1, 2).getValues()[0]];`),
    ).toEqual([1001, ['ещё', 1]]);
  });

  it('copyTo moves relative formulas and repeats into a larger destination; values only on request', () => {
    expect(
      run(`sheet.getRange('A1:B1').setValues([[1, '=A1*10']]); sheet.getRange('A1').setFontWeight('bold');
           sheet.getRange('A1:B1').copyTo(sheet.getRange('A2:B3')); sheet.getRange('A1:B1').copyTo(sheet.getRange('D5'), {contentsOnly: true});
           return [sheet.getRange('A2:B3').getFormulas(), sheet.getRange('A3').getFontWeight(), sheet.getRange('D5:E5').getValues()[0], sheet.getRange('E5').getFormula()];`),
    ).toEqual([
      [
        ['', '=A2*10'],
        ['', '=A3*10'],
      ],
      'bold',
      [1, 10],
      '',
    ]);
  });

  it('sort puts blanks last in both directions', () => {
    expect(
      run(`const r = sheet.getRange('A1:B4'); r.setValues([['б', 2], ['а', 1], ['', 0], ['в', 3]]); r.sort({column: 1, ascending: false});
           const down = r.getValues().map((row) => row[1]); r.sort(1); return [down, r.getValues().map((row) => row[1])];`),
    ).toEqual([
      [3, 2, 1, 0],
      [1, 2, 3, 0],
    ]);
  });

  it('clear takes contents, formats and notes, by options only some', () => {
    expect(
      run(`const r = sheet.getRange('A1').setValue(5).setBackground('red').setNote('n'); r.clear({contentsOnly: true});
           const first = [r.getValue(), r.getBackground(), r.getNote()]; r.clear(); return [first, [r.getValue(), r.getBackground(), r.getNote()]];`),
    ).toEqual([
      ['', '#ff0000', 'n'],
      ['', '#ffffff', ''],
    ]);
  });
});

describe('how cells look', () => {
  it('is set for the range and read back, the unknown colour ignored', () => {
    expect(
      run(`const r = sheet.getRange('A1:B2').setFontWeight('bold').setFontColor('#f00').setBackground('#4472C4').setFontSize(14).setFontFamily('Roboto')
             .setHorizontalAlignment('center').setVerticalAlignment('middle').setWrap(true).setFontStyle('italic').setFontLine('underline');
           r.setBackground('foo'); const cell = sheet.getRange('B2');
           return [cell.getFontWeight(), cell.getFontColor(), cell.getBackground(), cell.getFontSize(), cell.getFontFamily(), cell.getHorizontalAlignment(),
             cell.getVerticalAlignment(), String(cell.getWrapStrategy()), cell.getFontStyle(), cell.getFontLine(), sheet.getRange('C3').getNumberFormat()];`),
    ).toEqual(['bold', '#ff0000', '#4472c4', 14, 'Roboto', 'center', 'middle', 'WRAP', 'italic', 'underline', '0.###############']);
  });

  it('is set cell by cell', () => {
    expect(
      run(`const r = sheet.getRange('A1:C1'); r.setBackgrounds([['#111111', '#222222', null]]).setFontWeights([['bold', 'normal', 'bold']]);
           return [r.getBackgrounds()[0], r.getFontWeights()[0]];`),
    ).toEqual([
      ['#111111', '#222222', '#ffffff'],
      ['bold', 'normal', 'bold'],
    ]);
  });

  it('merges and breaks apart, draws borders, freezes, sizes and hides lines', () => {
    expect(
      run(`sheet.getRange('A1:C1').merge(); sheet.getRange('A3:B4').setBorder(true, true, true, true, false, null, '#000000', SpreadsheetApp.BorderStyle.SOLID);
           const merged = sheet.getRange('A1').isPartOfMerge(); sheet.getRange('A1:C1').breakApart();
           sheet.setFrozenRows(2); sheet.setFrozenColumns(1); sheet.setColumnWidth(2, 250); sheet.setColumnWidths(3, 2, 60); sheet.hideColumns(5, 2); sheet.setHiddenGridlines(true);
           return [merged, sheet.getRange('A1').isPartOfMerge(), sheet.getFrozenRows(), sheet.getFrozenColumns(), sheet.getColumnWidth(2), sheet.getColumnWidth(4),
             sheet.isColumnHiddenByUser(6), sheet.isColumnHiddenByUser(7), sheet.hasHiddenGridlines()];`),
    ).toEqual([true, false, 2, 1, 250, 60, true, false, true]);
  });
});

describe('sheets', () => {
  it('are inserted, renamed, moved, coloured, hidden and found; a formula follows the new name', () => {
    expect(
      run(`const data = ss.insertSheet('Данные', 1); data.getRange('A1').setValue(5); ss.getSheets()[0].getRange('A1').setValue('=Данные!A1*2');
           data.setName('Сырьё 1'); data.setTabColor('#00ff00'); ss.setActiveSheet(data); ss.moveActiveSheet(1); data.hideSheet();
           const other = ss.getSheetByName('лист1');
           return [ss.getSheets().map((s) => s.getName()), data.getIndex(), other.getRange('A1').getFormula(), other.getRange('A1').getValue(), data.getTabColor(),
             data.isSheetHidden(), ss.getSheetById(data.getSheetId()).getName(), ss.getSheetByName('нет')];`),
    ).toEqual([['Сырьё 1', 'Лист1'], 1, "='Сырьё 1'!A1*2", 10, '#00ff00', true, 'Сырьё 1', null]);
  });

  it('a copy has its own id, the deleted one leaves #REF! behind', () => {
    expect(
      run(`const data = ss.insertSheet('Данные'); data.getRange('A1').setValue(5); const copy = data.copyTo(ss);
           const first = ss.getSheetByName('Лист1'); first.getRange('A1').setValue('=Данные!A1'); ss.deleteSheet(data); ss.insertSheet('Данные');
           return [copy.getName(), copy.getRange('A1').getValue(), copy.getSheetId() !== data.getSheetId(), first.getRange('A1').getValue(), first.getRange('A1').getFormula()];`),
    ).toEqual(['Данные (копия)', 5, true, '#REF!', '=#REF!']);
  });

  it('grow and shrink: rows and columns, with notes and named ranges moving along', () => {
    expect(
      run(`sheet.getRange('B3').setValue('x').setNote('n'); ss.setNamedRange('N', sheet.getRange('B3')); sheet.insertRowsAfter(1, 2); sheet.insertColumnBefore(1);
           sheet.deleteRows(1, 1); return [ss.getRangeByName('N').getA1Notation(), sheet.getRange('C4').getValue(), sheet.getRange('C4').getNote(), sheet.getMaxRows(), sheet.getMaxColumns()];`),
    ).toEqual(['C4', 'x', 'n', 1001, 27]);
  });
});

describe('developer metadata', () => {
  it('is found by key, value and place, survives renaming, goes with the sheet', () => {
    expect(
      run(`sheet.addDeveloperMetadata('b24', 'report', SpreadsheetApp.DeveloperMetadataVisibility.PROJECT); ss.addDeveloperMetadata('b24', '1');
           sheet.setName('Отчёт'); const found = ss.createDeveloperMetadataFinder().withKey('b24').withValue('report').find();
           const own = sheet.getDeveloperMetadata(); const all = () => ss.createDeveloperMetadataFinder().withKey('b24').find().length;
           const before = all(); const seen = [found.length, found[0].getValue(), String(found[0].getVisibility()), own.length];
           ss.insertSheet('x'); ss.deleteSheet(sheet);
           return [...seen, before, all(), ss.getDeveloperMetadata()[0].getValue()];`),
    ).toEqual([1, 'report', 'PROJECT', 1, 2, 1, '1']);
  });

  it('says where it is and can be changed and removed', () => {
    expect(
      run(`sheet.addDeveloperMetadata('k', 'v'); const m = sheet.getDeveloperMetadata()[0]; m.setValue('w').setKey('kk');
           const seen = [m.getKey(), m.getValue(), String(m.getLocation().getLocationType()), m.getLocation().getSheet().getName()]; m.remove();
           return [seen, sheet.getDeveloperMetadata().length];`),
    ).toEqual([['kk', 'w', 'SHEET', 'Лист1'], 0]);
  });
});

describe('charts', () => {
  it.each(['FUNNEL', 'SCORECARD'])('there is no %s', (type) => {
    expect(thrown(`Charts.ChartType.${type}`)).toBe(`TypeError: Charts.ChartType.${type} is not implemented in the local runtime`);
    expect(thrown(`${sheet}.newChart().setChartType('${type}')`)).toBe(
      "Exception: The parameters (String) don't match the method signature for SpreadsheetApp.EmbeddedChartBuilder.setChartType.",
    );
  });

  it('are built, inserted, found by id, updated and removed', () => {
    expect(
      run(`sheet.getRange('A1:C3').setValues([['М', 'Сумма', 'Доля'], ['а', 1, 0.5], ['б', 2, 0.7]]);
           const chart = sheet.newChart().setChartType(Charts.ChartType.COMBO).addRange(sheet.getRange('A1:C3')).setNumHeaders(1).setPosition(5, 2, 0, 0)
             .setOption('title', 'Итоги').setOption('width', 500).build();
           sheet.insertChart(chart); const [inserted] = sheet.getCharts(); const id = inserted.getChartId();
           sheet.updateChart(inserted.modify().setOption('title', 'Новые итоги').build()); const [updated] = sheet.getCharts();
           const seen = [typeof id, updated.getChartId() === id, updated.getOptions().get('title'), updated.getRanges()[0].getA1Notation(), updated.getContainerInfo().getAnchorRow(),
             String(updated.modify().getChartType())];
           sheet.removeChart(updated); return [seen, sheet.getCharts().length];`),
    ).toEqual([['number', true, 'Новые итоги', 'A1:C3', 5, 'COMBO'], 0]);
  });

  it('typed builders have their own setters, the generic one has not', () => {
    expect(thrown(`${sheet}.newChart().setTitle('x')`)).toMatch(/setTitle/);
    expect(value(`String(${sheet}.newChart().asBarChart().setTitle('x').setStacked().setColors(['#fff']).getChartType())`)).toBe('BAR');
  });

  it('a funnel is a stacked bar whose first series nobody sees', () => {
    const runtime =
      script(`function draw() { const sheet = SpreadsheetApp.getActiveSheet(); sheet.getRange('A1:C3').setValues([['Этап', '', 'Сделки'], ['Новая', 0, 10], ['Успех', 3, 4]]);
      sheet.insertChart(sheet.newChart().asBarChart().setStacked().addRange(sheet.getRange('A1:C3')).setNumHeaders(1).setPosition(1, 5, 0, 0)
        .setOption('series', {0: {color: 'transparent'}, 1: {color: '#4285f4', dataLabel: 'value'}}).setOption('legend', {position: 'none'}).setOption('hAxis.gridlines.count', 0).setOption('hAxis.viewWindow.min', 0).setOption('vAxis', {title: 'Этап'}).build()); }`);
    runtime.run('draw');
    const { model } = runtime.spreadsheet;
    const [id = ''] = model.getters.getChartIds('0');
    expect(model.getters.getChartDefinition(id)).toMatchObject({
      type: 'bar',
      stacked: true,
      horizontal: true,
      legendPosition: 'none',
      showValues: true,
      dataSource: { dataSetsHaveTitle: true, labelRange: "'Лист1'!A1:A3", dataSets: [{ dataRange: 'B1:B3' }, { dataRange: 'C1:C3' }] },
      axesDesign: { x: { min: 0, gridLines: 'none' }, y: { title: { text: 'Этап' } } },
      dataSetStyles: { 0: { backgroundColor: '#ffffff00' }, 1: { backgroundColor: '#4285f4' } },
    });
  });
});

describe('rules of cells', () => {
  it('items of a list are texts as they are written, though they look like dates or numbers', () => {
    const runtime =
      script(`function fill(text) { const range = SpreadsheetApp.getActiveSheet().getRange('A1').setNumberFormat('@'); range.setDataValidation(
      SpreadsheetApp.newDataValidation().requireValueInList(['этот месяц', '2026-10', '1,5']).setAllowInvalid(true).build()).setValue(text); }`);
    const complaint = (text: string) => {
      runtime.run('fill', [text]);
      return runtime.spreadsheet.model.getters.getInvalidDataValidationMessage({ sheetId: '0', row: 0, col: 0 });
    };
    expect(['этот месяц', '2026-10', '1,5', '2026-11'].map(complaint)).toEqual([
      undefined,
      undefined,
      undefined,
      'Выберите значение из списка.',
    ]);
  });

  it('a list, a range and check boxes', () => {
    expect(
      run(`const list = SpreadsheetApp.newDataValidation().requireValueInList(['Мой', 'Все'], true).setAllowInvalid(false).setHelpText('Выберите').build();
           sheet.getRange('B1').setDataValidation(list); const rule = sheet.getRange('B1').getDataValidation();
           sheet.getRange('C1:C3').setDataValidation(SpreadsheetApp.newDataValidation().requireValueInRange(sheet.getRange('E1:E5')).build());
           sheet.getRange('D1:D2').insertCheckboxes();
           return [rule.getCriteriaType() === SpreadsheetApp.DataValidationCriteria.VALUE_IN_LIST, rule.getCriteriaValues(), rule.getAllowInvalid(), rule.getHelpText(),
             sheet.getRange('C2').getDataValidation().getCriteriaValues()[0].getA1Notation(), sheet.getRange('D1:D2').getValues().flat(), sheet.getRange('D1').isChecked(),
             sheet.getRange('A1').getDataValidation(), sheet.getRange('B1').setDataValidation(null).getDataValidation()];`),
    ).toEqual([true, [['Мой', 'Все'], true], false, 'Выберите', 'E1:E5', [false, false], false, null, null]);
  });

  it('conditional formats replace all rules of the sheet and keep their order', () => {
    expect(
      run(`const r = sheet.getRange('A1:A10'); const make = () => SpreadsheetApp.newConditionalFormatRule();
           sheet.setConditionalFormatRules([make().whenNumberLessThan(0).setFontColor('#ff0000').setRanges([r]).build()]);
           sheet.setConditionalFormatRules([make().whenFormulaSatisfied('=$A1>5').setBackground('#00ff00').setBold(true).setRanges([r]).build(),
             make().setGradientMinpoint('#ffffff').setGradientMaxpoint('#57bb8a').setRanges([r]).build(),
             make().whenTextContains('x').setBackground('#0000ff').setRanges([r]).build()]);
           sheet.insertRowBefore(1);
           return sheet.getConditionalFormatRules().map((rule) => [rule.getRanges()[0].getA1Notation(), rule.getBooleanCondition() && String(rule.getBooleanCondition().getCriteriaType()),
             rule.getGradientCondition() && rule.getGradientCondition().getMaxColor()]);`),
    ).toEqual([
      ['A2:A11', 'CUSTOM_FORMULA', null],
      ['A2:A11', null, '#57bb8a'],
      ['A2:A11', 'TEXT_CONTAINS', null],
    ]);
  });

  it('protections are listed by type and describe themselves', () => {
    expect(
      run(`sheet.getRange('A1:B2').protect().setDescription('Формулы').setWarningOnly(true); sheet.protect();
           const T = SpreadsheetApp.ProtectionType; const [range] = ss.getProtections(T.RANGE); sheet.insertRowBefore(1);
           const seen = [range.getDescription(), range.isWarningOnly(), range.getRange().getA1Notation(), sheet.getProtections(T.SHEET).length, range.canEdit()];
           range.remove(); return [seen, ss.getProtections(T.RANGE).length];`),
    ).toEqual([['Формулы', true, 'A2:B3', 1, true], 0]);
  });
});

it('the file: locale, zone, name, active range, named ranges', () => {
  expect(
    run(`ss.rename('Отдел продаж'); ss.setNamedRange('План', sheet.getRange('B2:B5')); sheet.getRange('C3:D4').activate();
         const names = ss.getNamedRanges().map((n) => n.getName() + ' ' + n.getRange().getA1Notation()); ss.removeNamedRange('План');
         return [ss.getSpreadsheetLocale(), ss.getSpreadsheetTimeZone(), ss.getName(), ss.getActiveRange().getA1Notation(), names, ss.getRangeByName('План'), ss.getUrl().indexOf('https://') === 0];`),
  ).toEqual(['ru_RU', 'Europe/Moscow', 'Отдел продаж', 'C3:D4', ['План B2:B5'], null, true]);
});
