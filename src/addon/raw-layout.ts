// The frame of a raw sheet: header, widths, formats, the border. Our columns are the first ones; the header cell right of them says as of when the
// data are, and what stands right of our columns is people's.
import type { Lang } from '../cell';
import { KpiError } from '../errors';
import { notice, noticeWords } from '../locale/notice-words';
import { type ColumnStep, columnSteps } from '../raw/column-steps';
import type { ColumnType } from '../raw/sheet';
import type { RawSheetRows } from '../raw/sheets';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const FORMATS: Readonly<Record<ColumnType, string>> = {
  id: '0',
  text: '@',
  number: '0.##',
  money: '#,##0.00',
  date: 'dd.MM.yyyy',
  datetime: 'dd.MM.yyyy HH:mm',
  url: '@',
};

/** Pixels that the values of a type need. */
const WIDTHS: Readonly<Record<ColumnType, number>> = { id: 90, text: 170, number: 90, money: 120, date: 105, datetime: 130, url: 260 };
/** Pixels of a letter of the bold header, and of the cell's edges with a filter's arrow. */
const LETTER = 8;
const EDGES = 34;
const MARK_WIDTH = 190;

export interface Frame {
  /** What the header cell at the border says. */
  readonly mark: string;
  /** Our columns are not as they were left: every row is to be written. */
  readonly whole: boolean;
}

export interface FrameRequest {
  readonly rows: RawSheetRows;
  readonly lang: Lang;
  /** Titles that were written the last time. */
  readonly former: readonly string[];
  /** Whether values of a column, from row 2 on, are what our column of this place shows in these rows. */
  readonly showsOurs: (column: number) => boolean;
  /** Called before columns change or a fresh sheet gets its header: whatever is remembered of the sheet does not hold any more. */
  readonly forget: () => void;
}

/** Brings our columns in order, those of people to the right of them. KpiError('settings', 'rawSheetReshaped') where it cannot be told which are whose. */
export function settledFrame(sheet: Sheet, request: FrameRequest): Frame {
  const { rows, lang } = request;
  const width = rows.titles.length;
  let header = headerOf(sheet);
  if (header.length === 0) {
    request.forget();
    makeFrame(sheet, rows, lang);
    return { mark: notice('rewriting', lang), whole: true };
  }
  if (/^\d+$/.test(header[0] ?? '')) {
    // The header row was deleted: a record stands in its place.
    request.forget();
    sheet.insertRowsBefore(1, 1);
    header = [];
  }
  const { former, showsOurs } = request;
  const isEmpty = (column: number): boolean => isEmptyBelow(sheet, column);
  const steps = columnSteps({ header, spellings: rows.spellings, former, isMark, isEmpty, showsOurs });
  if (!steps) throw new KpiError('settings', 'rawSheetReshaped', { name: sheet.getName() });
  const lost = header.slice(0, width + 1).every((title) => title === '');
  if (steps.length > 0 || lost) request.forget();
  for (const step of steps) takeStep(sheet, step, rows);
  const left = steps.length > 0 ? headerOf(sheet) : header;
  const stands = rows.titles.every((title, at) => title === left[at]);
  if (!stands) writeHeader(sheet, rows, lang);
  return { mark: stands ? (left[width] ?? '') : notice('rewriting', lang), whole: steps.length > 0 || lost };
}

/** Formats of all our cells below the header. */
export function formatColumns(sheet: Sheet, types: readonly ColumnType[]): void {
  for (const { from, count, value } of groups(types.map((type) => FORMATS[type])))
    sheet.getRange(2, from + 1, sheet.getMaxRows() - 1, count).setNumberFormat(value);
}

/** Text stays text, whatever people did to the format of the column (D10). */
export function formatTexts(sheet: Sheet, types: readonly ColumnType[]): void {
  for (const { from, count, value } of groups(types.map((type) => FORMATS[type])))
    if (value === '@') sheet.getRange(2, from + 1, sheet.getMaxRows() - 1, count).setNumberFormat(value);
}

/** New rows look like the row above them, if Google did not make them so. */
export function formatNewRows(sheet: Sheet, above: number, count: number, width: number): void {
  const [old = [], fresh = []] = sheet.getRange(above, 1, 2, width).getNumberFormats();
  for (const { from, count: columns, value } of groups(old))
    if (fresh.slice(from, from + columns).some((format) => format !== value))
      sheet.getRange(above + 1, from + 1, count, columns).setNumberFormat(value);
}

export function setMark(sheet: Sheet, width: number, text: string): void {
  sheet.getRange(1, width + 1).setValue(text);
}

/** Marks a sheet that is switched off, which else stays as it is: people's columns stand beside the last data. Nothing where the mark is not found. */
export function retireFrame(sheet: Sheet, lang: Lang): void {
  const header = headerOf(sheet);
  const at = header.findIndex(isMark);
  if (at < 0) return;
  const asOf = markedAsOf(header[at] ?? '');
  const mark = asOf === '' ? notice('retiredPartly', lang) : notice('retired', lang, { asOf });
  if (header[at] === mark) return;
  sheet
    .getRange(1, at + 1)
    .setValue(mark)
    .setNote(notice('retiredNote', lang));
}

const MARKS = [noticeWords.rewriting, noticeWords.dataAsOf, noticeWords.retired, noticeWords.retiredPartly].flatMap(({ ru, en }) => [
  ru,
  en,
]);

function isMark(title: string): boolean {
  return MARKS.some((text) => title.startsWith(text.split('{')[0] ?? text));
}

/** The "as of" that a mark tells; '' = it tells none. */
function markedAsOf(title: string): string {
  for (const [before = '', after] of MARKS.map((text) => text.split('{asOf}')))
    if (after !== undefined && title.startsWith(before) && title.endsWith(after))
      return title.slice(before.length, title.length - after.length);
  return '';
}

function headerOf(sheet: Sheet): string[] {
  const columns = sheet.getLastColumn();
  return columns === 0 ? [] : (sheet.getRange(1, 1, 1, columns).getValues()[0] ?? []).map(String);
}

function isEmptyBelow(sheet: Sheet, column: number): boolean {
  return sheet.getMaxRows() < 2 || sheet.getRange(2, column + 1, sheet.getMaxRows() - 1, 1).isBlank();
}

/** A fresh sheet; the header comes last: until then the sheet counts as fresh. */
function makeFrame(sheet: Sheet, rows: RawSheetRows, lang: Lang): void {
  const width = rows.titles.length;
  const extra = sheet.getMaxColumns() - width - 1;
  if (extra > 0) sheet.deleteColumns(width + 2, extra);
  rows.types.forEach((_, at) => {
    sheet.setColumnWidth(at + 1, widthOf(rows, at));
  });
  if (extra < 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), -extra);
  sheet.setColumnWidth(width + 1, MARK_WIDTH);
  sheet.setFrozenRows(1);
  writeHeader(sheet, rows, lang);
}

function writeHeader(sheet: Sheet, rows: RawSheetRows, lang: Lang): void {
  const width = rows.titles.length;
  if (sheet.getMaxColumns() <= width) sheet.insertColumnsAfter(sheet.getMaxColumns(), width + 1 - sheet.getMaxColumns());
  const header = sheet.getRange(1, 1, 1, width + 1);
  header.setNumberFormat('@').setFontWeight('bold').setBackground('#f1f3f4');
  sheet.getRange(1, 1).setNote(notice('projection', lang));
  header.setValues([[...rows.titles, notice('rewriting', lang)]]);
}

/** Wide enough for the title in its language, and for what stands below it. */
function widthOf({ titles, types }: RawSheetRows, at: number): number {
  return Math.max(WIDTHS[types[at] ?? 'text'], EDGES + LETTER * (titles[at] ?? '').length);
}

function takeStep(sheet: Sheet, step: ColumnStep, rows: RawSheetRows): void {
  if (step.kind === 'delete') sheet.deleteColumns(step.at + 1, 1);
  else if (step.kind === 'insert') insertColumn(sheet, step.at, step.at < rows.titles.length ? widthOf(rows, step.at) : MARK_WIDTH);
  else moveColumn(sheet, step.from, step.to);
}

function insertColumn(sheet: Sheet, at: number, width: number): void {
  if (at === 0) sheet.insertColumnsBefore(1, 1);
  else sheet.insertColumnsAfter(at, 1);
  sheet.setColumnWidth(at + 1, width);
}

/** By cutting and pasting, as people do it: formulas that point at the cells follow them. */
function moveColumn(sheet: Sheet, from: number, to: number): void {
  const width = sheet.getColumnWidth(from + 1);
  insertColumn(sheet, from < to ? to + 1 : to, width);
  const source = from < to ? from : from + 1;
  sheet.getRange(1, source + 1, sheet.getMaxRows(), 1).moveTo(sheet.getRange(1, (from < to ? to + 1 : to) + 1));
  sheet.deleteColumns(source + 1, 1);
}

/** Neighbours that are the same. */
function groups(values: readonly string[]): { readonly from: number; readonly count: number; readonly value: string }[] {
  const found: { from: number; count: number; value: string }[] = [];
  values.forEach((value, from) => {
    const last = found[found.length - 1];
    if (last?.value === value) last.count++;
    else found.push({ from, count: 1, value });
  });
  return found;
}
