// The sheets people type into: which tabs they are, what stands in them, and the column «Проверка» that answers each row. Which cells mean
// what is for src/inputs; how a new sheet looks is for input-layout.ts.
import type { Lang } from '../cell';
import { complaintText } from '../inputs/read';
import type { Complaint, InputCells, InputSheetId } from '../inputs/sheet';
import { INPUT_SHEETS } from '../inputs/sheet';
import { inputSheet } from '../inputs/sheets';
import { checkWords } from '../locale/check-words';
import { plain } from '../matching';
import { ownedId, ownedSheets, ownSheet } from './owned-sheets';

type File = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Our mark of an input sheet is this and its id. */
export const INPUT_MARK = 'input.';

function idOfName(tab: string): InputSheetId | undefined {
  const name = plain(tab);
  return INPUT_SHEETS.find((id) => Object.values(inputSheet(id).name).some((own) => plain(own) === name));
}

/**
 * The input sheets there are. A sheet of ours is known by its mark, however it is called; a tab that somebody made by the very name, in
 * either language, becomes ours while there is no other.
 */
export function inputSheets(file: File): Map<InputSheetId, Sheet> {
  const owned = ownedSheets(file, INPUT_MARK);
  const found = new Map<InputSheetId, Sheet>();
  for (const id of INPUT_SHEETS) {
    const sheet = owned.get(id);
    if (sheet) found.set(id, sheet);
  }
  if (found.size === INPUT_SHEETS.length) return found;
  for (const sheet of file.getSheets()) {
    const id = idOfName(sheet.getName());
    if (id === undefined || found.has(id) || ownedId(sheet) !== null) continue;
    ownSheet(sheet, INPUT_MARK + id);
    found.set(id, sheet);
  }
  return found;
}

/** Whether this may be an input sheet: by its mark, or by its name. Two cheap calls, for every edit in the file. */
export function isInputSheet(sheet: Sheet): boolean {
  const id = ownedId(sheet);
  return id === null ? idOfName(sheet.getName()) !== undefined : id.startsWith(INPUT_MARK);
}

/** An input sheet as it was read. */
export interface ReadSheet {
  readonly sheet: Sheet;
  readonly values: readonly (readonly unknown[])[];
  /** 0-based column of «Проверка»; −1 = there is none yet. */
  readonly check: number;
}

/** Reads the sheets with everything in them. */
export function readSheets(sheets: ReadonlyMap<InputSheetId, Sheet>): Map<InputSheetId, ReadSheet> {
  const read = new Map<InputSheetId, ReadSheet>();
  for (const [id, sheet] of sheets) {
    const values = sheet.getDataRange().getValues();
    read.set(id, { sheet, values, check: (values[0] ?? []).findIndex(isCheck) });
  }
  return read;
}

/** What people typed: all cells but those we answer in. */
export function typedCells(read: ReadonlyMap<InputSheetId, ReadSheet>): InputCells {
  const cells: Partial<Record<InputSheetId, readonly (readonly unknown[])[]>> = {};
  for (const [id, { values, check }] of read)
    cells[id] = check < 0 ? values : values.map((row) => row.map((cell, column) => (column === check ? '' : cell)));
  return cells;
}

/** Says beside each row what is wrong with it; only answers that changed are written. What is said of the whole sheet stands in its first row. */
export function writeChecks(read: ReadonlyMap<InputSheetId, ReadSheet>, complaints: readonly Complaint[], lang: Lang): void {
  for (const [id, one] of read) {
    const own = complaints.filter((complaint) => complaint.sheet === id);
    if (one.check < 0 && own.length === 0) continue;
    try {
      if (writeCheck(id, one, own, lang)) SpreadsheetApp.flush();
    } catch {
      // Protected from this person: its answers wait for somebody who may write there, its plans count all the same.
    }
  }
}

/** Whether anything had to be written. */
function writeCheck(id: InputSheetId, { sheet, values, check }: ReadSheet, complaints: readonly Complaint[], lang: Lang): boolean {
  const said = new Map<number, string[]>();
  for (const complaint of complaints) {
    const row = Math.max(2, complaint.row);
    said.set(row, [...(said.get(row) ?? []), complaintText(complaint, lang)]);
  }
  const rows = Math.max(values.length, ...said.keys());
  const texts = Array.from({ length: rows }, (_, at) => (said.get(at + 1) ?? []).join(' '));
  const changed = (row: number) => texts[row] !== String(values[row]?.[check] ?? '');
  let first = 1;
  while (first < rows && !changed(first)) first++;
  let last = rows - 1;
  while (last > first && !changed(last)) last--;
  if (first >= rows) return false;
  const column = check >= 0 ? check + 1 : addCheckColumn(sheet, id, (values[0] ?? []).length, lang);
  sheet.getRange(first + 1, column, last - first + 1, 1).setValues(texts.slice(first, last + 1).map((text) => [text]));
  return true;
}

/** One answer beside the first row of a range, where the sheet has its column. */
export function writeCheckAt(range: GoogleAppsScript.Spreadsheet.Range, text: string): void {
  const sheet = range.getSheet();
  const check = (sheet.getRange(1, 1, 1, sheet.getMaxColumns()).getValues()[0] ?? []).findIndex(isCheck);
  if (check >= 0) sheet.getRange(Math.max(2, range.getRow()), check + 1).setValue(text);
}

/** Puts the column behind everything that stands in the sheet; answers its number. */
function addCheckColumn(sheet: Sheet, id: InputSheetId, width: number, lang: Lang): number {
  const column = width + 1;
  if (sheet.getMaxColumns() < column) sheet.insertColumnsAfter(sheet.getMaxColumns(), 1);
  furnishCheck(sheet, id, column, lang);
  sheet.getRange(1, column).setValue(checkWords.check[lang]);
  return column;
}

/** Sheets with settings that facts are derived under: a change waits for the next refresh. */
const OF_FACTS: readonly InputSheetId[] = ['norms', 'rates', 'settings'];

/** Plain text: nothing that is said becomes a formula. */
export function furnishCheck(sheet: Sheet, id: InputSheetId, column: number, lang: Lang): void {
  sheet.getRange(1, column, sheet.getMaxRows(), 1).setNumberFormat('@').setFontColor('#b3261e').setWrap(true);
  sheet.getRange(1, column).setNote(checkWords[OF_FACTS.includes(id) ? 'factsNote' : 'checkNote'][lang]);
  sheet.setColumnWidth(column, 320);
}

function isCheck(header: unknown): boolean {
  const text = plain(String(header));
  return text === plain(checkWords.check.ru) || text === plain(checkWords.check.en);
}
