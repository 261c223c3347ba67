// Draws report sheets (src/report) into the file: made of formulas, rebuilt only on request (D8). A rebuild keeps what people chose and typed, leaves
// out the blocks and charts they removed, and touches nothing outside the blocks of the layout. Killed anywhere, the next one ends what it began.
import { reportWords } from '../locale/report-words';
import type { ReportSheet, Switch } from '../report/spec';
import { formulaSeparator } from './formula-separator';
import { ensureOwnedSheet } from './owned-sheets';
import { clearLeft, drawBlocks, moveTyped } from './report-blocks';
import { drawCharts } from './report-charts';
import { type Memory, placesOf, rememberingOf } from './report-memory';
import { guardsOf, protectBlocks } from './report-protection';
import { drawRules, ruleKey } from './report-rules';
import { cellsInTheWay, standingOf } from './report-standing';
import { ensureSharedNames } from './shared-choices';

type File = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export interface Drawn {
  readonly names: readonly string[];
  /** Names of sheets whose cells people moved: they were left as they are. */
  readonly moved: readonly string[];
  /** The same of sheets where cells of people are in the way, with some of these cells. */
  readonly blocked: readonly string[];
}

/** Draws the sheets in the order given and shows the first one. `restore` brings removed blocks and charts back. */
export function drawReports(file: File, reports: readonly ReportSheet[], restore: boolean): Drawn {
  const separator = formulaSeparator(file);
  ensureSharedNames(file);
  const drawn = { names: [] as string[], moved: [] as string[], blocked: [] as string[] };
  let first: Sheet | null = null;
  reports.forEach((report, place) => {
    const { sheet } = ensureOwnedSheet(file, `report.${report.id}`, report.name, place);
    const outcome = drawReport(file, sheet, report, { separator, restore });
    const name = sheet.getName();
    if (outcome === 'drawn') drawn.names.push(name);
    else if (outcome === 'moved') drawn.moved.push(name);
    else drawn.blocked.push(`${name} (${outcome.blocked.slice(0, SHOWN_CELLS).join(', ')})`);
    if (first === null && !sheet.isSheetHidden()) first = sheet;
  });
  SpreadsheetApp.flush();
  if (first) file.setActiveSheet(first);
  return drawn;
}

/** Cells in the way that are named. */
const SHOWN_CELLS = 5;

interface Drawing {
  readonly separator: ',' | ';';
  readonly restore: boolean;
}

type Outcome = 'drawn' | 'moved' | { readonly blocked: readonly string[] };

function drawReport(file: File, sheet: Sheet, report: ReportSheet, { separator, restore }: Drawing): Outcome {
  const { memory, keep } = rememberingOf(sheet);
  const guards = guardsOf(sheet);
  const standing = memory ? standingOf(sheet, memory, guards) : { removed: [] };
  if (standing === 'moved') return 'moved';
  const removed = restore ? [] : standing.removed;
  const blocks = report.blocks.filter(({ id }) => !removed.includes(id));
  const standingOnes = (places: Memory['places'] = {}) =>
    Object.fromEntries(Object.entries(places).filter(([id]) => !standing.removed.includes(id)));
  const drawn = standingOnes(memory?.places);
  const before = memory?.begun ? standingOnes(memory.begun.before) : drawn;
  const blocked = cellsInTheWay(sheet, blocks, [...Object.values(drawn), ...Object.values(before)]);
  if (blocked.length > 0) return { blocked };
  const chosen = chosenValues(sheet, report.switches, memory);
  const planned: Memory = {
    places: placesOf(report),
    removed: report.blocks.map(({ id }) => id).filter((id) => removed.includes(id)),
    switches: Object.fromEntries(report.switches.map(({ id, a1 }) => [id, a1])),
    rules: blocks.flatMap(({ conditions }) => conditions.map(ruleKey)),
    charts: memory?.charts ?? {},
    frozenRows: report.frozenRows,
  };
  const rules = [...(memory?.rules ?? []), ...planned.rules];
  const begin = (places: Memory['places']) =>
    keep({ ...planned, rules, begun: { before: places, chosen: moved(planned.switches, memory?.switches) ? chosen : {} } });
  begin(before);
  prepare(sheet, report, memory);
  const typed = moveTyped(sheet, before, blocks);
  if (JSON.stringify(typed) !== JSON.stringify(before)) begin(typed);
  clearLeft(sheet, typed, blocks, removed);
  drawBlocks(sheet, blocks, standingBlocks(blocks, before), separator);
  for (const choice of report.switches) drawSwitch(sheet, choice, chosen[choice.id] ?? choice.initial);
  for (const { name, a1 } of report.names) file.setNamedRange(name, sheet.getRange(a1));
  drawRules(
    sheet,
    blocks.flatMap(({ conditions }) => conditions),
    rules,
    separator,
  );
  const charts = drawCharts(sheet, report.charts, planned.charts, restore);
  protectBlocks(sheet, blocks, guards, memory === null || memory.begun !== undefined);
  keep({ ...planned, charts });
  return 'drawn';
}

function standingBlocks(blocks: ReportSheet['blocks'], before: Memory['places']): Set<string> {
  return new Set(blocks.filter(({ id, area }) => before[id]?.area === area).map(({ id }) => id));
}

/** Grid, sizes and frozen rows of a sheet never drawn; later the grid only grows, and what people made of the rest stays. */
function prepare(sheet: Sheet, report: ReportSheet, memory: Memory | null): void {
  const rows = sheet.getMaxRows();
  const columns = sheet.getMaxColumns();
  if (rows < report.rows) sheet.insertRowsAfter(rows, report.rows - rows);
  if (columns < report.columns) sheet.insertColumnsAfter(columns, report.columns - columns);
  const isNew = memory === null || (memory.begun !== undefined && Object.keys(memory.begun.before).length === 0);
  if (isNew) {
    if (rows > report.rows && sheet.getLastRow() <= report.rows) sheet.deleteRows(report.rows + 1, rows - report.rows);
    if (columns > report.columns && sheet.getLastColumn() <= report.columns) {
      sheet.deleteColumns(report.columns + 1, columns - report.columns);
    }
    sheet.setTabColor(report.tabColor);
    report.columnWidths.forEach((width, at, all) => {
      if (all[at - 1] === width) return;
      const other = all.findIndex((next, later) => later > at && next !== width);
      sheet.setColumnWidths(at + 1, (other < 0 ? all.length : other) - at, width);
    });
    sheet.setHiddenGridlines(report.hideGridlines);
    sheet.setFrozenColumns(report.frozenColumns);
  }
  if (isNew || memory?.frozenRows !== report.frozenRows) sheet.setFrozenRows(report.frozenRows);
  if (isNew || JSON.stringify(placesOf(report)) !== JSON.stringify(memory?.places)) {
    for (const [row, height] of Object.entries(report.rowHeights)) sheet.setRowHeight(Number(row), height);
  }
}

/** Whether a switch stands elsewhere than before: what is read there after a killed run may be another one's. */
function moved(now: Memory['switches'], before: Memory['switches'] = {}): boolean {
  return Object.keys(now).some((id) => before[id] !== undefined && before[id] !== now[id]);
}

/**
 * What people chose before the rebuild, when it is still offered (or typed where typing is allowed), wherever the switch stood then. "As on the
 * dashboard" is never typed: said in another language it is the default.
 */
function chosenValues(sheet: Sheet, switches: readonly Switch[], memory: Memory | null): Record<string, string> {
  const chosen: Record<string, string> = {};
  if (memory === null) return chosen;
  const like: readonly string[] = Object.values(reportWords.likeSummary);
  for (const { id, strict, values } of switches) {
    const a1 = memory.switches[id];
    const value = memory.begun?.chosen[id] ?? (a1 ? sheet.getRange(a1).getDisplayValue() : '');
    if (value && (values.includes(value) || (!strict && !like.includes(value)))) chosen[id] = value;
  }
  return chosen;
}

/** Plain text first: a typed month like 2026-10 must not become a date. */
function drawSwitch(sheet: Sheet, choice: Switch, value: string): void {
  const rule = SpreadsheetApp.newDataValidation()
    .requireValueInList([...choice.values], true)
    .setAllowInvalid(!choice.strict);
  sheet.getRange(choice.a1).setNumberFormat('@').setDataValidation(rule.setHelpText(choice.help).build()).setValue(value);
}
