// How an input sheet is made: header with notes, drop-downs that advise and refuse nothing, formats, first rows. What people typed is
// never written over.
import type { Cell, Lang } from '../cell';
import { type Directory, INPUT_SHEETS, type InputColumn, type InputSheetId } from '../inputs/sheet';
import { inputSheet } from '../inputs/sheets';
import { checkWords } from '../locale/check-words';
import { plain } from '../matching';
import { furnishCheck, INPUT_MARK, inputSheets } from './input-sheets';
import { ensureOwnedSheet, ownedSheets } from './owned-sheets';

type File = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Items a drop-down may have at Google. */
const MOST_CHOICES = 500;

/** Makes the input sheets that are missing, behind all others; in those there are, drop-downs learn the names there are now. Answers those made. */
export function ensureInputSheets(file: File, directory: Directory, lang: Lang): Sheet[] {
  const found = inputSheets(file);
  const made: Sheet[] = [];
  for (const id of INPUT_SHEETS) {
    const { sheet, isNew } = ensureInputSheet(file, id, found.get(id), directory, lang);
    if (isNew) made.push(sheet);
    else offerNames(sheet, id, directory, lang);
  }
  return made;
}

/** The sheet as it is found, or made: one without any cell is as good as none. */
export function ensureInputSheet(
  file: File,
  id: InputSheetId,
  found: Sheet | undefined,
  directory: Directory,
  lang: Lang,
): { sheet: Sheet; isNew: boolean } {
  const sheet = found ?? ensureOwnedSheet(file, INPUT_MARK + id, inputSheet(id).name[lang], placeBeforeRaw(file)).sheet;
  const isNew = sheet.getLastRow() === 0;
  if (isNew) furnish(sheet, id, directory, lang);
  return { sheet, isNew };
}

/** What people type stands before what is loaded. */
function placeBeforeRaw(file: File): number {
  const raw = [...ownedSheets(file, 'raw.').values()].map((sheet) => sheet.getIndex() - 1);
  return Math.min(file.getSheets().length, ...raw);
}

/** Header and first rows are written last and together: a sheet whose making was killed is still empty, and is made again. */
function furnish(sheet: Sheet, id: InputSheetId, directory: Directory, lang: Lang): void {
  const { columns, firstRows } = inputSheet(id);
  const width = columns.length + 1;
  const rows = firstRows(directory);
  fitGrid(sheet, width, rows.length + 1);
  columns.forEach((column, at) => {
    furnishColumn(sheet, at + 1, column, lang);
    offer(sheet, at + 1, column, directory, lang);
  });
  furnishCheck(sheet, id, width, lang);
  const header = sheet.getRange(1, 1, 1, width);
  header.setFontWeight('bold').setFontColor('#202124').setBackground('#e8f0fe').setWrap(true).setVerticalAlignment('middle');
  sheet.setFrozenRows(1);
  const titles = [...columns.map(({ name }) => name[lang]), checkWords.check[lang]];
  sheet.getRange(1, 1, rows.length + 1, width).setValues([titles, ...rows.map((row) => filledTo(width, row))]);
}

const FORMATS: Readonly<Record<InputColumn['kind'], Readonly<Record<Lang, string>> | null>> = {
  // A month like 2026-10 must not become a date.
  text: { ru: '@', en: '@' },
  // Left as it is: Google then shows 64 % as it was typed.
  number: null,
  money: { ru: '#,##0.00', en: '#,##0.00' },
  share: { ru: '0.0%', en: '0.0%' },
  date: { ru: 'dd.MM.yyyy', en: 'yyyy-MM-dd' },
};

function furnishColumn(sheet: Sheet, at: number, column: InputColumn, lang: Lang): void {
  const format = FORMATS[column.kind];
  if (format) sheet.getRange(2, at, sheet.getMaxRows() - 1, 1).setNumberFormat(format[lang]);
  sheet.setColumnWidth(at, column.width);
  sheet.getRange(1, at).setNote(column.note[lang]);
}

/** In a sheet that people keep, columns are found by their headers. */
function offerNames(sheet: Sheet, id: InputSheetId, directory: Directory, lang: Lang): void {
  const headers = sheet.getRange(1, 1, 1, sheet.getMaxColumns()).getValues()[0] ?? [];
  for (const column of inputSheet(id).columns) {
    const at = columnOf(headers, column);
    if (at >= 0) offer(sheet, at + 1, column, directory, lang);
  }
}

/** 0-based place of a column by its header in either language; −1 = there is none. */
export function columnOf(headers: readonly unknown[], { name }: Pick<InputColumn, 'name'>): number {
  return headers.findIndex((header) => [name.ru, name.en].some((own) => plain(own) === plain(String(header))));
}

/** A drop-down that warns of other values and refuses none. */
function offer(sheet: Sheet, at: number, column: InputColumn, directory: Directory, lang: Lang): void {
  // A name like a formula would be one in the list; it can still be typed.
  const choices = [...new Set(column.choices(directory))]
    .filter((choice) => choice !== '' && !choice.startsWith('='))
    .slice(0, MOST_CHOICES);
  if (choices.length === 0 || sheet.getMaxRows() < 2) return;
  const rule = SpreadsheetApp.newDataValidation()
    .requireValueInList(choices, true)
    .setAllowInvalid(true)
    .setHelpText(checkWords.choose[lang])
    .build();
  sheet.getRange(2, at, sheet.getMaxRows() - 1, 1).setDataValidation(rule);
}

/** Exactly our columns; people add theirs to the right. */
function fitGrid(sheet: Sheet, width: number, height: number): void {
  const columns = sheet.getMaxColumns();
  const rows = sheet.getMaxRows();
  if (columns > width) sheet.deleteColumns(width + 1, columns - width);
  if (columns < width) sheet.insertColumnsAfter(columns, width - columns);
  if (rows < height) sheet.insertRowsAfter(rows, height - rows);
}

/** Names of the CRM may look like formulas: an apostrophe keeps them text. */
function filledTo(width: number, row: readonly Cell[]): Cell[] {
  return Array.from({ length: width }, (_, at) => {
    const cell = row[at] ?? '';
    return typeof cell === 'string' && cell.startsWith('=') ? `'${cell}` : cell;
  });
}
