// The diary: a sheet of values, one row a day and manager, the newest on top. It is written while the sheet exists; a row once written is never
// touched again. People may sort, filter, move and rename it, delete rows, and add columns of their own.
import type { Cell, Lang } from '../cell';
import { KpiError } from '../errors';
import type { Labels } from '../facts/facts';
import { pipelinesArgument } from '../functions/arguments/pipeline';
import { describe } from '../locale/describe';
import { type DiaryColumn, diaryColumns, diaryName, recordText } from '../locale/record-words';
import { DIARY_TABLES, diaryLines } from '../metrics/diary';
import { dayOf, isoDay } from '../period';
import { diaryRow } from './diary-row';
import { type FactsSource, factsSource } from './facts-source';
import { fileLang, openFile } from './file';
import { ensureOwnedSheet, ownedSheet } from './owned-sheets';
import { understood } from './platform-errors';
import { namesOfPortal } from './portal-names';

type File = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Under which the file owns the sheet, and by which people pick it. */
export const DIARY_ID = 'diary';
/** Mark of the sheet: the last day written and the portal it is of, `2026-10-14 romashka.bitrix24.ru`. It goes with the sheet. */
const MARK = 'b24.diary';
const COLUMNS = Object.keys(diaryColumns) as DiaryColumn[];
/** Days between 30 December 1899, where Sheets counts from, and 1 January 1970. */
const SHEETS_EPOCH = 25569;
const COUNT = '#,##0';
const FORMATS: Readonly<Record<Exclude<DiaryColumn, 'date'>, string>> = {
  manager: '@',
  department: '@',
  created: COUNT,
  wonCount: COUNT,
  lostCount: COUNT,
  wonSum: COUNT,
  openCount: COUNT,
  openSum: COUNT,
  calls: COUNT,
  meetings: COUNT,
  plan: COUNT,
  fact: COUNT,
  attainment: '0.0%',
};
/** Titles take two lines; pixels, as below. */
const HEADER_HEIGHT = 38;
const WIDTHS: Readonly<Partial<Record<DiaryColumn, number>>> = {
  date: 90,
  manager: 200,
  department: 180,
  openCount: 150,
  fact: 150,
  attainment: 150,
};

/** The sheet of the diary, made at the end of the file when it is missing: from then on every day is written. */
export function ensureDiary(file: File): Sheet {
  const lang = fileLang(file);
  const active = file.getActiveSheet();
  const { sheet, isNew } = ensureOwnedSheet(file, DIARY_ID, diaryName[lang], file.getSheets().length);
  if (sheet.getLastRow() === 0) furnish(sheet, lang);
  if (isNew) file.setActiveSheet(active);
  return sheet;
}

/**
 * Writes the day before that of the data, when a diary is kept and does not have it; needs the lock. A day on whose morrow no refresh was completed is
 * left out: what it looked like when it ended nobody knows any more. Never fails: answers '' or a sentence for the journal.
 */
export function keepDiary(): string {
  const file = openFile();
  try {
    if (ownedSheet(file, DIARY_ID)) keepDay(ensureDiary(file), factsSource());
    return '';
  } catch (error) {
    const lang = fileLang(file);
    return recordText('diaryUnkept', lang, { detail: describe(understood(error), lang) });
  }
}

/** The rows of a day go in by one call, whole or not at all; a run killed between it and the mark is known by its rows. */
function keepDay(sheet: Sheet, source: FactsSource): void {
  const { labels } = source.load([]);
  const day = labels.asOfDay - 1;
  const mark = sheet.getDeveloperMetadata().find((one) => one.getKey() === MARK);
  const [last = '', portal = labels.portal] = mark?.getValue()?.split(' ') ?? [];
  if (!namesOfPortal(labels.portal)(portal)) throw new KpiError('data', 'diaryPortal', { name: sheet.getName(), portal });
  if (last >= isoDay(day)) return;
  const places = placesOf(sheet);
  if (!isWritten(sheet, places.date, day, labels)) {
    const facts = source.load([...DIARY_TABLES, 'deals', 'changes']);
    const lines = diaryLines(facts, source.inputs().inputs, day, pipelinesArgument(undefined, labels));
    writeOnTop(
      sheet,
      places,
      lines.map((line) => diaryRow(line, day + SHEETS_EPOCH, labels)),
    );
    SpreadsheetApp.flush();
  }
  const text = `${isoDay(day)} ${labels.portal}`;
  if (mark) mark.setValue(text);
  else sheet.addDeveloperMetadata(MARK, text);
  SpreadsheetApp.flush();
}

/** The header is written last: a sheet whose making was killed is still empty, and is furnished again. */
function furnish(sheet: Sheet, lang: Lang): void {
  if (sheet.getMaxRows() > 2) sheet.deleteRows(3, sheet.getMaxRows() - 2);
  sheet.setFrozenRows(1);
  COLUMNS.forEach((column, at) => {
    sheet.setColumnWidth(at + 1, WIDTHS[column] ?? 110);
  });
  const header = sheet.getRange(1, 1, 1, COLUMNS.length);
  sheet.setRowHeight(1, HEADER_HEIGHT);
  header.setFontWeight('bold').setBackground('#f1f3f4').setWrap(true).setVerticalAlignment('middle');
  sheet.getRange(1, 1).setNote(recordText('diaryNote', lang));
  header.setValues([COLUMNS.map((column) => diaryColumns[column][lang])]);
}

/** Columns (1-based) by their titles, in either language: people may move them and put their own between. KpiError('data', 'diaryColumn') when one is gone. */
function placesOf(sheet: Sheet): Readonly<Record<DiaryColumn, number>> {
  const titles = sheet.getRange(1, 1, 1, sheet.getMaxColumns()).getValues()[0] ?? [];
  const places = COLUMNS.map((column) => {
    const { ru, en } = diaryColumns[column];
    const at = titles.findIndex((title) => title === ru || title === en);
    if (at < 0) throw new KpiError('data', 'diaryColumn', { name: sheet.getName(), column: diaryColumns[column][fileLang()] });
    return [column, at + 1];
  });
  return Object.fromEntries(places) as Record<DiaryColumn, number>;
}

function isWritten(sheet: Sheet, column: number, day: number, { zone }: Labels): boolean {
  const rows = sheet.getLastRow() - 1;
  const dates = rows > 0 ? sheet.getRange(2, column, rows, 1).getValues() : [];
  // A person may show the dates as plain numbers.
  return dates.some(([date]) => (typeof date === 'number' ? date - SHEETS_EPOCH : dayOf(Number(date) / 1000, zone)) === day);
}

function writeOnTop(
  sheet: Sheet,
  places: Readonly<Record<DiaryColumn, number>>,
  rows: readonly Readonly<Record<DiaryColumn, Cell>>[],
): void {
  if (rows.length === 0) return;
  if (sheet.getMaxRows() < 2) sheet.insertRowsAfter(1, 1);
  const blank = blankOnTop(sheet, rows.length);
  if (rows.length > blank) sheet.insertRowsBefore(2, rows.length - blank);
  const dateFormat = fileLang() === 'ru' ? 'dd.MM.yyyy' : 'yyyy-MM-dd';
  for (const column of COLUMNS)
    sheet.getRange(2, places[column], rows.length, 1).setNumberFormat(column === 'date' ? dateFormat : FORMATS[column]);
  const width = Math.max(...Object.values(places));
  const cells = rows.map((row) => {
    const line: Cell[] = Array.from({ length: width }, () => '');
    for (const column of COLUMNS) line[places[column] - 1] = row[column];
    return line;
  });
  sheet.getRange(2, 1, rows.length, width).setValues(cells);
}

/** Rows below the header with nothing in them: those of a new sheet, or made by a run that was killed then. */
function blankOnTop(sheet: Sheet, most: number): number {
  const rows = Math.min(most, sheet.getMaxRows() - 1);
  const values = sheet.getRange(2, 1, rows, Math.max(1, sheet.getLastColumn())).getValues();
  const filled = values.findIndex((row) => row.some((cell) => cell !== ''));
  return filled < 0 ? rows : filled;
}
