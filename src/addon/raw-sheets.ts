// Raw sheets (D2): a projection of the store for people to look at. Written block by block after the commit; an unfinished rewrite is
// continued by the next run. Our columns only: what stands to the right of them is people's and stays beside its record.
import type { Lang } from '../cell';
import { describe } from '../locale/describe';
import { notice } from '../locale/notice-words';
import { sheetWords } from '../locale/words';
import { parseIsoDay } from '../period';
import { namesOf } from '../raw/names';
import type { Records } from '../raw/records';
import { type ColumnType, type RawCell, type RawSheetRows, rawSheets } from '../raw/sheets';
import { offsetAt, type Zone } from '../zone';
import { fileLang, fileZone, openFile } from './file';
import { ensureOwnedSheet } from './owned-sheets';
import { understood } from './platform-errors';
import { readRecords } from './records-store';
import type { StoreIndex } from './store';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const KEY = 'b24.raw';
/** Cells written at once. */
const BLOCK_CELLS = 40000;
/** Cells all raw sheets may take in a file of ten million (D14). */
const CELL_BUDGET = 5000000;
/** Characters a cell holds. */
const CELL_TEXT = 50000;
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

/** How far the rewrite got, and of what. */
interface RawProgress {
  /** What the sheets are a projection of (`stateOf`). */
  readonly of: string;
  readonly done: boolean;
  readonly sheet: number;
  readonly row: number;
  /** Names of the sheets that Google refused to write. */
  readonly refused: readonly string[];
  /** Why, as a sentence. */
  readonly detail: string;
}

/** What a rewrite came to. */
export interface RawOutcome {
  readonly done: boolean;
  readonly refused: readonly string[];
  readonly detail: string;
}

/** Whether the sheets show exactly these records, in the zone and language the file has now. */
export function rawSheetsStand(index: StoreIndex): boolean {
  const now = progress();
  return now !== null && now.of === stateOf(index) && now.done;
}

/** Whether a run ended in the middle of writing these records. */
export function rawSheetsHalfway(index: StoreIndex): boolean {
  const now = progress();
  return now !== null && now.of === stateOf(index) && !now.done;
}

/** Writes until everything stands or the time is up. `records` spares reading the store again. A sheet that Google refuses to write is left as it is. */
export function continueRawSheets(index: StoreIndex, records: Records | null, deadline: number): RawOutcome {
  const file = openFile();
  const lang = fileLang(file);
  const zone = fileZone(index.asOf, file);
  const view: View = { lang, zone, asOf: Utilities.formatDate(new Date(index.asOf * 1000), zone.name, 'dd.MM.yyyy HH:mm'), deadline };
  const of = stateOf(index);
  const open = progress();
  let now: RawProgress = open?.of === of && !open.done ? open : { of, done: false, sheet: 0, row: 0, refused: [], detail: '' };
  save(now);
  const all = records ?? readRecords(index).records;
  const sheets = withinBudget(rawSheets(all, namesOf(all, index.portal, lang), lang));
  for (const part of sheets.slice(now.sheet)) {
    if (Date.now() >= deadline) return { done: false, refused: now.refused, detail: now.detail };
    try {
      const row = writeSheet(file, part, now.row, view);
      SpreadsheetApp.flush();
      now = row === null ? { ...now, sheet: now.sheet + 1, row: 0 } : { ...now, row };
    } catch (error) {
      now = {
        ...now,
        sheet: now.sheet + 1,
        row: 0,
        refused: [...now.refused, sheetWords[part.rows.id][lang]],
        detail: describe(understood(error), lang),
      };
    }
    save(now);
    if (now.row > 0) return { done: false, refused: now.refused, detail: now.detail };
  }
  // A refused sheet makes the next refresh write them all again.
  save({ ...now, done: true, of: now.refused.length > 0 ? '' : of });
  return { done: true, refused: now.refused, detail: now.detail };
}

/** The same text = the same cells: records of one moment of one portal, in the file's zone and language. */
function stateOf(index: StoreIndex): string {
  const file = openFile();
  return [index.portal, index.userId, index.asOf, index.generation, file.getSpreadsheetTimeZone(), fileLang(file)].join(' ');
}

/** How values are shown. */
interface View {
  readonly lang: Lang;
  readonly zone: Zone;
  readonly asOf: string;
  readonly deadline: number;
}

/** Writes a sheet from a row on; answers the row to continue with when the time is up, null when the sheet stands. */
function writeSheet(file: GoogleAppsScript.Spreadsheet.Spreadsheet, part: Part, from: number, view: View): number | null {
  const { id, titles, types } = part.rows;
  const { sheet, isNew } = ensureOwnedSheet(file, `raw.${id}`, sheetWords[id][view.lang], file.getSheets().length);
  if (isNew) setWidths(sheet, types);
  const order = isNew ? null : keptOrder(sheet, part);
  if (from === 0) beginSheet(sheet, part, view.lang);
  for (let row = from; row < part.shown; ) {
    if (row > from && Date.now() >= view.deadline) return row;
    const height = Math.min(part.shown - row, Math.max(1, Math.floor(BLOCK_CELLS / titles.length)));
    writeBlock(sheet, part, order, row, height, view.zone);
    row += height;
  }
  endSheet(sheet, part, view.asOf, view.lang);
  return null;
}

/**
 * Which record stands in which row, when people have columns to the right of ours: every record keeps its row, as people sorted them, new
 * ones follow, rows of records that are gone are deleted with what stands beside them. null = nobody's columns, the order is ours.
 */
function keptOrder(sheet: Sheet, part: Part): number[] | null {
  if (sheet.getLastColumn() <= part.rows.titles.length + 1) return null;
  const first = part.rows.count - part.shown;
  const places = new Map<string, number>();
  for (let at = first; at < part.rows.count; at++) places.set(String(part.rows.cells(at, at + 1)[0]?.[0]), at);
  const height = sheet.getLastRow() - 1;
  const ids = height > 0 ? sheet.getRange(2, 1, height, 1).getValues() : [];
  const order: number[] = [];
  const gone: number[] = [];
  ids.forEach(([id], row) => {
    const place = places.get(String(id));
    if (place === undefined) gone.push(row + 2);
    else order.push(place);
    places.delete(String(id));
  });
  deleteRowsOf(sheet, gone);
  for (const place of places.values()) order.push(place);
  return order;
}

/** Deletes rows, given ascending, from the bottom, neighbours together; the last row of the grid below the header is only emptied. */
function deleteRowsOf(sheet: Sheet, rows: readonly number[]): void {
  for (let end = rows.length - 1; end >= 0; ) {
    let begin = end;
    while (begin > 0 && rows[begin - 1] === (rows[begin] ?? 0) - 1) begin--;
    const row = rows[begin] ?? 0;
    const height = end - begin + 1;
    if (sheet.getMaxRows() === height + 1) sheet.insertRowsAfter(sheet.getMaxRows(), 1);
    sheet.deleteRows(row, height);
    end = begin - 1;
  }
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

function writeBlock(sheet: Sheet, part: Part, order: readonly number[] | null, row: number, height: number, zone: Zone): void {
  const first = part.rows.count - part.shown + row;
  const lines = order
    ? order.slice(row, row + height).flatMap((place) => part.rows.cells(place, place + 1))
    : part.rows.cells(first, first + height);
  const cells = lines.map((line) => line.map((cell) => sheetValue(cell, zone)));
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
  if (typeof cell === 'string') return cell.length > CELL_TEXT ? `${cell.slice(0, CELL_TEXT - 1)}…` : cell;
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
