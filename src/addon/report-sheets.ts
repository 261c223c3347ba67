// Draws report sheets (src/report) into the file: made of formulas, rebuilt only on request (D8). A rebuild keeps what people chose in
// the drop-downs, updates charts in place and touches nothing outside the cells of the layout.
import { withSeparator } from '../report/formula';
import type { ChartSpec, Condition, RangeLook, ReportSheet, Switch } from '../report/spec';
import { formulaSeparator } from './formula-separator';
import { ensureOwnedSheet } from './owned-sheets';

type File = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Draws the sheets in the order given and shows the first one. */
export function drawReports(file: File, reports: readonly ReportSheet[]): void {
  const separator = formulaSeparator(file);
  let first: Sheet | null = null;
  reports.forEach((report, place) => {
    const sheet = drawReport(file, report, place, separator);
    first = first ?? sheet;
  });
  SpreadsheetApp.flush();
  if (first) file.setActiveSheet(first);
}

/** New report sheets go before everything else, in their order. */
function drawReport(file: File, report: ReportSheet, place: number, separator: ',' | ';'): Sheet {
  const { sheet, isNew } = ensureOwnedSheet(file, `report.${report.id}`, report.name, place);
  fitGrid(sheet, report, isNew);
  if (isNew) {
    sheet.setTabColor(report.tabColor);
    report.columnWidths.forEach((width, at) => {
      sheet.setColumnWidth(at + 1, width);
    });
    for (const [row, height] of Object.entries(report.rowHeights)) sheet.setRowHeight(Number(row), height);
    sheet.setHiddenGridlines(report.hideGridlines);
  }
  const chosen = chosenValues(sheet, report.switches, isNew);
  for (const spill of report.spills) sheet.getRange(spill.area).clearContent();
  sheet.setFrozenRows(report.frozenRows);
  sheet.setFrozenColumns(report.frozenColumns);
  for (const merge of report.merges) sheet.getRange(merge).merge();
  for (const look of report.looks) applyLook(sheet, look);
  for (const { a1, value } of report.values) sheet.getRange(a1).setValue(value);
  for (const choice of report.switches) drawSwitch(sheet, choice, chosen[choice.id] ?? choice.initial);
  for (const { a1, formula } of report.formulas) sheet.getRange(a1).setFormula(withSeparator(formula, separator));
  for (const { a1, text } of report.notes) sheet.getRange(a1).setNote(text);
  drawConditions(sheet, report.conditions, separator);
  for (const chart of report.charts) drawChart(sheet, chart);
  return sheet;
}

/** A new sheet gets exactly the grid of the layout; an existing one only grows, people may have cells beyond it. */
function fitGrid(sheet: Sheet, report: ReportSheet, isNew: boolean): void {
  const rows = sheet.getMaxRows();
  const columns = sheet.getMaxColumns();
  if (rows < report.rows) sheet.insertRowsAfter(rows, report.rows - rows);
  if (columns < report.columns) sheet.insertColumnsAfter(columns, report.columns - columns);
  if (!isNew) return;
  if (rows > report.rows) sheet.deleteRows(report.rows + 1, rows - report.rows);
  if (columns > report.columns) sheet.deleteColumns(report.columns + 1, columns - report.columns);
}

/** What people chose before the rebuild, when it is still offered (or typed where typing is allowed). */
function chosenValues(sheet: Sheet, switches: readonly Switch[], isNew: boolean): Record<string, string> {
  const chosen: Record<string, string> = {};
  if (isNew) return chosen;
  for (const choice of switches) {
    const value = sheet.getRange(choice.a1).getDisplayValue();
    if (value && (!choice.strict || choice.values.includes(value))) chosen[choice.id] = value;
  }
  return chosen;
}

/** Plain text first: a typed month like 2026-10 must not become a date. */
function drawSwitch(sheet: Sheet, choice: Switch, value: string): void {
  const cell = sheet.getRange(choice.a1);
  cell.setNumberFormat('@');
  cell.setDataValidation(
    SpreadsheetApp.newDataValidation()
      .requireValueInList([...choice.values], true)
      .setAllowInvalid(!choice.strict)
      .setHelpText(choice.help)
      .build(),
  );
  cell.setValue(value);
}

function applyLook(sheet: Sheet, look: RangeLook): void {
  const range = sheet.getRange(look.a1);
  if (look.numberFormat !== undefined) range.setNumberFormat(look.numberFormat);
  if (look.background !== undefined) range.setBackground(look.background);
  if (look.color !== undefined) range.setFontColor(look.color);
  if (look.fontSize !== undefined) range.setFontSize(look.fontSize);
  if (look.bold !== undefined) range.setFontWeight(look.bold ? 'bold' : 'normal');
  if (look.italic !== undefined) range.setFontStyle(look.italic ? 'italic' : 'normal');
  if (look.align !== undefined) range.setHorizontalAlignment(look.align);
  if (look.verticalAlign !== undefined) range.setVerticalAlignment(look.verticalAlign);
  if (look.wrap !== undefined) range.setWrap(look.wrap);
  const style = SpreadsheetApp.BorderStyle.SOLID;
  if (look.borderBottom !== undefined) range.setBorder(null, null, true, null, null, null, look.borderBottom, style);
  if (look.borderTop !== undefined) range.setBorder(true, null, null, null, null, null, look.borderTop, style);
}

/** Our rules replace those with the same formula; rules people added stay, below ours. */
function drawConditions(sheet: Sheet, conditions: readonly Condition[], separator: ',' | ';'): void {
  const ours = new Set(conditions.map((condition) => withSeparator(condition.formula, separator)));
  const theirs = sheet.getConditionalFormatRules().filter((rule) => {
    const values = rule.getBooleanCondition()?.getCriteriaValues() ?? [];
    return !values.some((value) => ours.has(String(value)));
  });
  const rules = conditions.map((condition) => {
    const rule = SpreadsheetApp.newConditionalFormatRule()
      .whenFormulaSatisfied(withSeparator(condition.formula, separator))
      .setRanges(condition.ranges.map((a1) => sheet.getRange(a1)));
    if (condition.background !== undefined) rule.setBackground(condition.background);
    if (condition.color !== undefined) rule.setFontColor(condition.color);
    if (condition.bold !== undefined) rule.setBold(condition.bold);
    return rule.build();
  });
  sheet.setConditionalFormatRules([...rules, ...theirs]);
}

const CHART_KEY = 'b24.chart.';

/** Charts are told apart by the id the sheet remembers for them; a chart people deleted is drawn again on the next rebuild. */
function drawChart(sheet: Sheet, spec: ChartSpec): void {
  const key = CHART_KEY + spec.id;
  const known = sheet.getDeveloperMetadata().find((entry) => entry.getKey() === key);
  const old = known ? sheet.getCharts().find((chart) => String(chart.getChartId()) === known.getValue()) : undefined;
  const builder = old ? old.modify().clearRanges() : sheet.newChart();
  builder.setChartType(Charts.ChartType[spec.kind]);
  for (const a1 of spec.ranges) builder.addRange(sheet.getRange(a1));
  builder.setNumHeaders(spec.headers).setMergeStrategy(Charts.ChartMergeStrategy.MERGE_COLUMNS);
  for (const [option, value] of Object.entries(spec.options)) builder.setOption(option, value);
  if (old) {
    sheet.updateChart(builder.build());
    return;
  }
  const { row, column, width, height } = spec.position;
  builder.setOption('width', width).setOption('height', height).setPosition(row, column, 0, 0);
  const before = new Set(sheet.getCharts().map((chart) => chart.getChartId()));
  sheet.insertChart(builder.build());
  const made = sheet.getCharts().find((chart) => !before.has(chart.getChartId()));
  if (!made) return;
  known?.remove();
  sheet.addDeveloperMetadata(key, String(made.getChartId()));
}
