// Raw sheets (D2): a projection of the store for people to look at. Written block by block after the commit; an unfinished rewrite is
// continued by the next run. Our columns only: what stands to the right of them is people's.
import type { Lang } from '../cell';
import { notice } from '../locale/notice-words';
import { sheetWords } from '../locale/words';
import { parseIsoDay } from '../period';
import { namesOf } from '../raw/names';
import type { Records } from '../raw/records';
import { type ColumnType, type RawCell, type RawSheetRows, rawSheets } from '../raw/sheets';
import { offsetAt, type Zone } from '../zone';
import { fileLang, fileZone, openFile } from './file';
import { ensureOwnedSheet } from './owned-sheets';
import { readRecords } from './records-store';
import type { StoreIndex } from './store';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const KEY = 'b24.raw';
/** Cells written at once. */
const BLOCK_CELLS = 40000;
/** Cells all raw sheets may take in a file of ten million (D14). */
const CELL_BUDGET = 5000000;
/** Days between 30 December 1899, where Sheets counts from, and 1 January 1970. */
const SHEETS_EPOCH = 25569;

const FORMATS: Readonly<Record<ColumnType, string>> = {
  id: '0',
  text: '@',
  number: '0.##',
  money: '#,##0.00',
  date: 'dd.MM.yyyy',
  datetime: 'dd.MM.yyyy HH:mm',
  url: '@',
};

/** Pixels. */
const WIDTHS: Readonly<Record<ColumnType, number>> = { id: 90, text: 170, number: 90, money: 120, date: 105, datetime: 130, url: 260 };

/** How far the rewrite of a generation got. */
interface RawProgress {
  readonly generation: number;
  readonly sheet: number;
  readonly row: number;
}

export function startRawSheets(generation: number): void {
  save({ generation, sheet: 0, row: 0 });
}

export function rawSheetsAreOpen(): boolean {
  return PropertiesService.getDocumentProperties().getProperty(KEY) !== null;
}

/** Writes until everything stands or the time is up; answers whether everything stands. `records` spares reading the store again. */
export function continueRawSheets(index: StoreIndex, records: Records | null, deadline: number): boolean {
  const open = progress();
  const from = open && open.generation === index.generation ? open : { generation: index.generation, sheet: 0, row: 0 };
  const all = records ?? readRecords(index).records;
  const file = openFile();
  const lang = fileLang(file);
  const zone = fileZone(index.asOf, file);
  const asOf = Utilities.formatDate(new Date(index.asOf * 1000), zone.name, 'dd.MM.yyyy HH:mm');
  const sheets = withinBudget(rawSheets(all, namesOf(all, index.portal, lang), lang));
  for (let at = from.sheet; at < sheets.length; at++) {
    const part = sheets[at];
    if (!part) continue;
    const { sheet, isNew } = ensureOwnedSheet(file, `raw.${part.rows.id}`, sheetWords[part.rows.id][lang], file.getSheets().length);
    let row = at === from.sheet ? from.row : 0;
    if (isNew) setWidths(sheet, part.rows.types);
    if (row === 0) beginSheet(sheet, part, lang);
    while (row < part.shown) {
      if (Date.now() >= deadline) {
        SpreadsheetApp.flush();
        save({ generation: index.generation, sheet: at, row });
        return false;
      }
      const height = Math.min(part.shown - row, Math.max(1, Math.floor(BLOCK_CELLS / part.rows.titles.length)));
      writeBlock(sheet, part, row, height, zone);
      row += height;
    }
    endSheet(sheet, part, asOf, lang);
    save({ generation: index.generation, sheet: at + 1, row: 0 });
  }
  PropertiesService.getDocumentProperties().deleteProperty(KEY);
  return true;
}

interface Part {
  readonly rows: RawSheetRows;
  /** Rows that fit; the latest ones. */
  readonly shown: number;
}

/** Deals, leads, employees and stages always; the others while they fit, the newest rows first. */
function withinBudget(sheets: readonly RawSheetRows[]): Part[] {
  let left = CELL_BUDGET;
  for (const sheet of sheets) if (sheet.always) left -= (sheet.count + 1) * (sheet.titles.length + 1);
  return sheets.map((rows) => {
    if (rows.always) return { rows, shown: rows.count };
    const width = rows.titles.length + 1;
    const shown = Math.max(0, Math.min(rows.count, Math.floor(left / width) - 1));
    left -= (shown + 1) * width;
    return { rows, shown };
  });
}

/** Once, when the sheet is made: people may change them. */
function setWidths(sheet: Sheet, types: readonly ColumnType[]): void {
  types.forEach((type, at) => {
    sheet.setColumnWidth(at + 1, WIDTHS[type]);
  });
  sheet.setColumnWidth(types.length + 1, 190);
}

/** Header, formats and the word that the sheet is being rewritten. */
function beginSheet(sheet: Sheet, part: Part, lang: Lang): void {
  const width = part.rows.titles.length;
  const height = Math.max(part.shown + 1, 2);
  if (sheet.getMaxColumns() < width + 1) sheet.insertColumnsAfter(sheet.getMaxColumns(), width + 1 - sheet.getMaxColumns());
  if (sheet.getMaxRows() < height) sheet.insertRowsAfter(sheet.getMaxRows(), height - sheet.getMaxRows());
  if (sheet.getMaxColumns() > width + 1 && sheet.getLastColumn() <= width + 1)
    sheet.deleteColumns(width + 2, sheet.getMaxColumns() - width - 1);
  sheet.setFrozenRows(1);
  const header = sheet.getRange(1, 1, 1, width + 1);
  header.setNumberFormat('@');
  header.setValues([[...part.rows.titles, notice('rewriting', lang)]]);
  header.setFontWeight('bold').setBackground('#f1f3f4');
  sheet.getRange(1, 1).setNote(notice('projection', lang));
  part.rows.types.forEach((type, at) => {
    sheet.getRange(2, at + 1, height - 1, 1).setNumberFormat(FORMATS[type]);
  });
}

function writeBlock(sheet: Sheet, part: Part, row: number, height: number, zone: Zone): void {
  const first = part.rows.count - part.shown + row;
  const cells = part.rows.cells(first, first + height).map((line) => line.map((cell) => sheetValue(cell, zone)));
  const range = sheet.getRange(row + 2, 1, height, part.rows.titles.length);
  range.setValues(cells);
  const formulas = range.getFormulas();
  const text = part.rows.types.map((type) => type === 'text' || type === 'url');
  formulas.forEach((line, down) => {
    line.forEach((formula, across) => {
      if (formula && text[across]) writeAsText(sheet.getRange(row + 2 + down, across + 1), String(cells[down]?.[across]));
    });
  });
}

/** A text that became a formula although the cell is plain text: an apostrophe forces text where the format is a general one. */
function writeAsText(cell: GoogleAppsScript.Spreadsheet.Range, text: string): void {
  cell.setNumberFormat('general').setValue(`'${text}`).setNumberFormat('@');
}

/** Rows of an earlier, longer state go; the "as of" says that the sheet stands. */
function endSheet(sheet: Sheet, part: Part, asOf: string, lang: Lang): void {
  const width = part.rows.titles.length;
  const last = Math.max(part.shown + 1, 2);
  if (sheet.getMaxRows() > last) sheet.deleteRows(last + 1, sheet.getMaxRows() - last);
  if (part.shown === 0) sheet.getRange(2, 1, 1, width).clearContent();
  const mark = sheet.getRange(1, width + 1);
  mark.setValue(notice('dataAsOf', lang, { asOf }));
  if (part.shown < part.rows.count) mark.setNote(notice('rowsCut', lang, { shown: part.shown, all: part.rows.count, cells: CELL_BUDGET }));
  else mark.setNote('');
}

/** Dates go as serial numbers of the file's own zone: no conversion by the platform can move them. */
function sheetValue(cell: RawCell, zone: Zone): string | number {
  if (typeof cell !== 'object') return cell;
  if ('day' in cell) return cell.day === '' ? '' : (parseIsoDay(cell.day) ?? 0) + SHEETS_EPOCH;
  return cell.instant === 0 ? '' : (cell.instant + offsetAt(zone, cell.instant)) / 86400 + SHEETS_EPOCH;
}

function progress(): RawProgress | null {
  const text = PropertiesService.getDocumentProperties().getProperty(KEY);
  return text ? (JSON.parse(text) as RawProgress) : null;
}

function save(now: RawProgress): void {
  PropertiesService.getDocumentProperties().setProperty(KEY, JSON.stringify(now));
}
