// The journal of refreshes: a sheet of ours, the newest run on top. People may move, rename, sort it, add columns to the right or delete it;
// nothing here ever makes a refresh fail.
import type { Lang } from '../cell';
import { journalColumns, journalName, runResults, runText } from '../locale/run-words';
import { fileLang, offsetIn, openFile } from './file';
import { type Entry, journalRow, RESULT_COLUMN, saysRunning } from './journal-row';
import { ensureOwnedSheet, ownedSheets } from './owned-sheets';
import type { ShownRun } from './server-api';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Rows below the header; when they are full, the oldest make room for several runs at once. */
const MOST_ROWS = 1000;
/** Runs the panel shows. */
const SHOWN_RUNS = 5;
const KEPT_ROWS = 950;
const WIDTH = Object.keys(journalColumns).length;
/** Pixels. */
const WIDTHS = [130, 130, 150, 230, 110, 80, 80, 80, 320, 80, 80, 420];
/** Days between 30 December 1899, where Sheets counts from, and 1 January 1970. */
const SHEETS_EPOCH = 25569;

/** Writes the row of a run that begins; needs the lock: a row that still says so was left by a run that Google killed. */
export function beginEntry(entry: Entry): void {
  written((sheet, lang) => {
    const results = resultsOf(sheet);
    results.forEach((result, at) => {
      if (saysRunning(result)) sheet.getRange(at + 2, RESULT_COLUMN + 1).setValue(runResults.killed[lang]);
    });
    if (results.length >= MOST_ROWS) deleteOldest(sheet, results.length);
    insertRow(sheet, entry, lang);
  });
}

/** Completes the row of the run that this one began; writes a new one when somebody deleted it. */
export function endEntry(entry: Entry): void {
  written((sheet, lang) => {
    const at = resultsOf(sheet).findIndex(saysRunning);
    if (at < 0) insertRow(sheet, entry, lang);
    else fillRow(sheet, at + 2, entry, lang);
  });
}

/** A run of one row, whoever else is at work. */
export function writeEntry(entry: Entry): void {
  written((sheet, lang) => insertRow(sheet, entry, lang));
}

/** The newest runs as the journal shows them; none where there is no journal. */
export function shownRuns(): ShownRun[] {
  const sheet = ownedSheets(openFile(), '').get('journal');
  const rows = sheet ? Math.min(SHOWN_RUNS, sheet.getLastRow() - 1) : 0;
  if (!sheet || rows < 1) return [];
  const keys = Object.keys(journalColumns) as (keyof typeof journalColumns)[];
  const cell = (row: readonly string[], key: keyof typeof journalColumns): string => row[keys.indexOf(key)] ?? '';
  return sheet
    .getRange(2, 1, rows, WIDTH)
    .getDisplayValues()
    .map((row) => ({
      start: cell(row, 'start'),
      what: cell(row, 'what'),
      who: cell(row, 'who'),
      result: cell(row, 'result'),
      error: cell(row, 'error'),
    }));
}

/** A sheet that is protected from this person, or a file without room, goes without the journal. */
function written(write: (sheet: Sheet, lang: Lang) => void): void {
  try {
    const lang = fileLang();
    write(journalSheet(lang), lang);
    SpreadsheetApp.flush();
  } catch {}
}

function journalSheet(lang: Lang): Sheet {
  const file = openFile();
  const active = file.getActiveSheet();
  const { sheet, isNew } = ensureOwnedSheet(file, 'journal', journalName[lang], file.getSheets().length);
  if (sheet.getLastRow() === 0) furnish(sheet, lang);
  if (isNew) file.setActiveSheet(active);
  return sheet;
}

/** The header is written last: a sheet whose making was killed is still empty, and is furnished again. */
function furnish(sheet: Sheet, lang: Lang): void {
  if (sheet.getMaxRows() > 2) sheet.deleteRows(3, sheet.getMaxRows() - 2);
  sheet.setFrozenRows(1);
  WIDTHS.forEach((width, at) => {
    sheet.setColumnWidth(at + 1, width);
  });
  const header = sheet.getRange(1, 1, 1, WIDTH);
  header.setFontWeight('bold').setBackground('#f1f3f4');
  sheet.getRange(1, 1).setNote(runText('journalNote', lang));
  header.setValues([Object.values(journalColumns).map((title) => title[lang])]);
}

/** What «Итог» says, by row. */
function resultsOf(sheet: Sheet): unknown[] {
  const rows = sheet.getLastRow() - 1;
  return rows > 0
    ? sheet
        .getRange(2, RESULT_COLUMN + 1, rows, 1)
        .getValues()
        .map(([result]) => result)
    : [];
}

function insertRow(sheet: Sheet, entry: Entry, lang: Lang): void {
  sheet.insertRowsBefore(2, 1);
  fillRow(sheet, 2, entry, lang);
}

function fillRow(sheet: Sheet, row: number, entry: Entry, lang: Lang): void {
  const time = lang === 'ru' ? 'dd.MM.yyyy HH:mm:ss' : 'yyyy-MM-dd HH:mm:ss';
  const formats = [time, time, '@', '@', '@', '0', '0', '0', '@', '0', '0', '@'];
  const zone = openFile().getSpreadsheetTimeZone();
  const serial = (ms: number) => (Math.floor(ms / 1000) + offsetIn(zone, ms / 1000)) / 86400 + SHEETS_EPOCH;
  sheet
    .getRange(row, 1, 1, WIDTH)
    .setNumberFormats([formats])
    .setValues([journalRow(entry, lang, serial)]);
}

/** By their start, wherever people have sorted them to. */
function deleteOldest(sheet: Sheet, rows: number): void {
  const starts = sheet
    .getRange(2, 1, rows, 1)
    .getValues()
    .map(([start], at) => ({ row: at + 2, start: Number(start) || Infinity }));
  const oldest = starts.sort((a, b) => a.start - b.start).slice(0, rows - KEPT_ROWS);
  for (const { row } of oldest.sort((a, b) => b.row - a.row)) sheet.deleteRow(row);
}
