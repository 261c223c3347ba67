// Draws report sheets (src/report) into the file: made of formulas, rebuilt only on request (D8). A rebuild keeps what people chose and typed, leaves
// out the blocks and charts they removed, updates charts in place and touches nothing outside the blocks of the layout.
import type { ReportSheet, Switch } from '../report/spec';
import { formulaSeparator } from './formula-separator';
import { ensureOwnedSheet } from './owned-sheets';
import { drawBlock, drawConditions } from './report-blocks';
import { drawCharts } from './report-charts';
import { protectBlocks } from './report-protection';
import { rememberBlocks, standingOf } from './report-standing';
import { ensureSharedNames } from './shared-choices';

type File = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export interface Drawn {
  readonly names: readonly string[];
  /** Names of sheets whose cells people moved: they were left as they are. */
  readonly moved: readonly string[];
}

/** Draws the sheets in the order given and shows the first one. `restore` brings removed blocks and charts back. */
export function drawReports(file: File, reports: readonly ReportSheet[], restore: boolean): Drawn {
  const separator = formulaSeparator(file);
  ensureSharedNames(file);
  const names: string[] = [];
  const moved: string[] = [];
  let first: Sheet | null = null;
  reports.forEach((report, place) => {
    const { sheet, isNew } = ensureOwnedSheet(file, `report.${report.id}`, report.name, place);
    first = first ?? sheet;
    const drawn = drawReport(file, sheet, report, { isNew, separator, restore });
    (drawn ? names : moved).push(sheet.getName());
  });
  SpreadsheetApp.flush();
  if (first) file.setActiveSheet(first);
  return { names, moved };
}

interface Drawing {
  readonly isNew: boolean;
  readonly separator: ',' | ';';
  readonly restore: boolean;
}

/** False when people moved the cells of the layout: it would be drawn over theirs. */
function drawReport(file: File, sheet: Sheet, report: ReportSheet, { isNew, separator, restore }: Drawing): boolean {
  const standing = isNew ? null : standingOf(sheet, report);
  if (standing === 'moved') return false;
  const removed = restore ? [] : (standing?.removed ?? []);
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
  sheet.setFrozenRows(report.frozenRows);
  sheet.setFrozenColumns(report.frozenColumns);
  const blocks = report.blocks.filter(({ id }) => !removed.includes(id));
  for (const block of blocks) drawBlock(sheet, block, separator);
  for (const choice of report.switches) drawSwitch(sheet, choice, chosen[choice.id] ?? choice.initial);
  for (const { name, a1 } of report.names) file.setNamedRange(name, sheet.getRange(a1));
  drawConditions(
    sheet,
    blocks.flatMap(({ conditions }) => conditions),
    separator,
  );
  drawCharts(sheet, report.charts, restore);
  protectBlocks(sheet, blocks);
  rememberBlocks(sheet, report, removed);
  return true;
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
