// Checks of what sheets do with names, formulas, formats, charts, rules and drop-downs.
import { type PlatformCheck, textOf, yesNo } from './platform-seen';

/** Name of the scratch cell while the check runs. */
const NAME = 'B24_CHECK';
const CHART_KINDS = ['COMBO', 'BAR', 'COLUMN', 'LINE', 'AREA', 'SCATTER', 'PIE'] as const;
const FORMATS = ['#,##0" ₽"', '0.0%', '0.0', 'dd.MM.yyyy'];

export const SHEET_CHECKS = {
  namedRange: {
    needed: true,
    run: (sheet, file) => {
      sheet.getRange(2, 1).setValue(20);
      file.setNamedRange(NAME, sheet.getRange(2, 1));
      try {
        sheet.getRange(2, 2).setFormula(`=${NAME}+1`);
        SpreadsheetApp.flush();
        const seen = sheet.getRange(2, 2).getValue();
        return yesNo(seen === 21, seen);
      } finally {
        file.removeNamedRange(NAME);
      }
    },
  },
  separator: {
    needed: true,
    run: (sheet) => {
      const cell = sheet.getRange(3, 1);
      const works = (formula: string): boolean => {
        try {
          cell.setFormula(formula);
          SpreadsheetApp.flush();
          return cell.getValue() === 2;
        } catch {
          return false;
        }
      };
      const found = [',', ';'].filter((separator) => works(`=SUM(1${separator}1)`));
      return yesNo(found.length > 0, found.join(' '));
    },
  },
  plainText: {
    needed: true,
    run: (sheet) => {
      sheet
        .getRange(4, 1, 1, 2)
        .setNumberFormat('@')
        .setValues([['1.5', '00123']]);
      SpreadsheetApp.flush();
      const back = sheet.getRange(4, 1, 1, 2).getValues()[0] ?? [];
      return yesNo(back[0] === '1.5' && back[1] === '00123', back.join(', '));
    },
  },
  formulaText: {
    needed: false,
    run: (sheet) => {
      const cell = sheet.getRange(5, 1);
      cell.setNumberFormat('@').setValue('=1+1');
      SpreadsheetApp.flush();
      return yesNo(cell.getFormula() === '', cell.getFormula() || cell.getValue());
    },
  },
  numberFormat: {
    needed: true,
    run: (sheet) => {
      const cells = sheet.getRange(6, 1, 1, FORMATS.length);
      cells.setNumberFormats([FORMATS]).setValues([[1234567.4, 0.636, 12.345, 45000]]);
      SpreadsheetApp.flush();
      return yesNo(
        cells.getNumberFormats()[0]?.every((format, at) => format === FORMATS[at]) === true,
        cells.getDisplayValues()[0]?.join(' | '),
      );
    },
  },
  customFunction: {
    needed: true,
    run: (sheet) => {
      const seen = calculated(sheet.getRange(7, 1), '=B24_STATUS()');
      return yesNo(seen !== '' && !/^#/.test(seen) && !/Loading|Загрузка/.test(seen), seen.slice(0, 80));
    },
  },
  spill: {
    needed: true,
    run: (sheet) => {
      calculated(sheet.getRange(20, 1), '=B24_KPI_TABLE()');
      const [header = [], line = []] = sheet.getRange(20, 1, 2, 3).getDisplayValues();
      sheet.getRange(20, 1).clearContent();
      return yesNo(header[1] !== '' && line[0] !== '', `${header.join(', ')} / ${line.join(', ')}`);
    },
  },
  emptyText: {
    needed: false,
    run: (sheet) => {
      sheet.getRange(8, 1).setFormula('=B24_PLAN("1999-01")');
      sheet.getRange(8, 2).setFormula('=ISBLANK(A8)');
      sheet.getRange(8, 3).setFormula('=SUM(A8)');
      SpreadsheetApp.flush();
      const [answer, blank, sum] = sheet.getRange(8, 1, 1, 3).getDisplayValues()[0] ?? [];
      return yesNo(answer === '' || /^#/.test(String(answer)), `"${answer}", ISBLANK ${blank}, SUM ${sum}`);
    },
  },
  filter: {
    needed: true,
    run: (sheet) => {
      sheet.getRange(9, 1, 3, 2).setValues([
        ['a', 1],
        ['', 2],
        ['b', 3],
      ]);
      const cell = sheet.getRange(9, 4);
      for (const separator of [',', ';']) {
        cell.setFormula(`=IFERROR(FILTER(B9:B11${separator}A9:A11<>"")${separator}"")`);
        SpreadsheetApp.flush();
        if (cell.getValue() === 1) break;
      }
      const seen = sheet.getRange(9, 4, 2, 1).getValues().join(', ');
      cell.clearContent();
      return yesNo(seen === '1, 3', seen);
    },
  },
  charts: {
    needed: false,
    run: (sheet) => {
      const drawn = CHART_KINDS.filter((kind) => {
        try {
          const builder = sheet
            .newChart()
            .addRange(sheet.getRange(9, 1, 3, 2))
            .setChartType(Charts.ChartType[kind]);
          sheet.insertChart(builder.setOption('series.0.color', 'transparent').setPosition(1, 6, 0, 0).build());
          return true;
        } catch {
          return false;
        }
      });
      for (const chart of sheet.getCharts()) sheet.removeChart(chart);
      return yesNo(drawn.length === CHART_KINDS.length, drawn.join(', '));
    },
  },
  chartId: {
    needed: true,
    run: (sheet) => {
      const builder = sheet
        .newChart()
        .addRange(sheet.getRange(9, 1, 3, 2))
        .setChartType(Charts.ChartType.COLUMN);
      sheet.insertChart(builder.setPosition(1, 6, 0, 0).build());
      const [made] = sheet.getCharts();
      if (!made) return yesNo(false, 0);
      const before = made.getChartId();
      sheet.updateChart(made.modify().setOption('title', 'check').build());
      const after = sheet.getCharts().map((chart) => chart.getChartId());
      for (const chart of sheet.getCharts()) sheet.removeChart(chart);
      return yesNo(after.length === 1 && after[0] === before, `${before} → ${after.join()}`);
    },
  },
  gradient: {
    needed: false,
    run: (sheet) => {
      const rule = SpreadsheetApp.newConditionalFormatRule()
        .setGradientMinpoint('#ffffff')
        .setGradientMaxpoint('#2f6db5')
        .setRanges([sheet.getRange(9, 2, 3, 1)]);
      sheet.setConditionalFormatRules([rule.build()]);
      const [found] = sheet.getConditionalFormatRules();
      const fits = found?.getGradientCondition() != null;
      sheet.setConditionalFormatRules([]);
      return yesNo(fits);
    },
  },
  protection: {
    needed: false,
    run: (sheet) => {
      const made = sheet.getRange(9, 1, 3, 2).protect().setDescription('B24 check').setWarningOnly(true);
      const warns = made.isWarningOnly();
      made.remove();
      return yesNo(warns);
    },
  },
  dropDown: {
    needed: true,
    run: (sheet) => {
      const values = Array.from({ length: 400 }, (_, at) => `Менеджер ${at}`);
      const cell = sheet.getRange(12, 1);
      cell.setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(values, true).setAllowInvalid(true).build());
      const back = cell.getDataValidation()?.getCriteriaValues()[0] as readonly string[] | undefined;
      return yesNo(back?.length === values.length, back?.length);
    },
  },
  outsideGrid: {
    needed: false,
    run: (sheet) => {
      let step = 'getRange';
      try {
        const range = sheet.getRange(sheet.getMaxRows() + 1, 1);
        step = 'getValue';
        range.getValue();
        return yesNo(false, 'no error');
      } catch (error) {
        return yesNo(step === 'getRange', `${step}: ${textOf(error)}`);
      }
    },
  },
} as const satisfies Record<string, PlatformCheck>;

/** The shown answer of a formula, once Google has calculated it: functions of scripts take a moment. */
function calculated(cell: GoogleAppsScript.Spreadsheet.Range, formula: string): string {
  cell.setFormula(formula);
  let seen = '';
  for (let tries = 0; tries < 15; tries++) {
    SpreadsheetApp.flush();
    seen = cell.getDisplayValue();
    if (seen !== '' && !/^(Loading|Загрузка|#LOADING)/.test(seen)) break;
    Utilities.sleep(1000);
  }
  return seen;
}
