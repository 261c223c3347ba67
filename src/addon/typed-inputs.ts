// From the cells of the input sheets to what formulas read (D4): after every edit, and at every commit. Needs no lock: a refresh holds the file
// for minutes, and a plan counts at once. Whoever has written reads the cells again, and writes again when somebody typed meanwhile.

import { directoryOf } from '../functions/directory';
import { packInputs } from '../inputs/pack';
import { readInputs } from '../inputs/read';
import type { Directory, InputSheetId, TypedInputs } from '../inputs/sheet';
import { describe } from '../locale/describe';
import { factsSource } from './facts-source';
import { fileLang, openFile } from './file';
import { inputSheets, isInputSheet, readSheets, typedCells, writeCheckAt, writeChecks } from './input-sheets';
import { newestStored, storeInputs } from './inputs-store';
import { understood } from './platform-errors';
import { raiseStamp, readStamp } from './stamp';

/** Rounds of people who type at the same moment; the next edit or refresh settles what is left. */
const MOST_ROUNDS = 4;

/**
 * Simple trigger: somebody edited a cell. It never fails: with trouble the earlier inputs stay, the row says why, and the next edit or
 * refresh reads all cells again.
 */
export function onEdit(event?: { readonly range?: GoogleAppsScript.Spreadsheet.Range }): void {
  const range = event?.range;
  if (!range) return;
  try {
    if (isInputSheet(range.getSheet())) settleInputs();
  } catch (error) {
    sayBeside(range, error);
  }
}

function sayBeside(range: GoogleAppsScript.Spreadsheet.Range, error: unknown): void {
  try {
    writeCheckAt(range, describe(understood(error), fileLang()));
  } catch {
    // The file cannot be written at all: there is nowhere to say so.
  }
}

/** What the sheets, or one of them alone, say under these names; nothing is written. */
export function typedNow(directory: Directory, only?: InputSheetId): TypedInputs {
  const sheets = inputSheets(openFile());
  if (only !== undefined) for (const id of [...sheets.keys()]) if (id !== only) sheets.delete(id);
  return readInputs(typedCells(readSheets(sheets)), directory);
}

/**
 * Reads the sheets, answers each row in its «Проверка», and keeps what was typed when it differs from what is kept. Not visible until the
 * stamp is raised; `stamped` is the version it names now.
 */
export function keepInputs(directory: Directory, stamped: number): boolean {
  const sheets = inputSheets(openFile());
  const kept = newestStored();
  if (sheets.size === 0 && kept.version === 0 && stamped === 0) return false;
  const read = readSheets(sheets);
  const typed = readInputs(typedCells(read), directory);
  writeChecks(read, typed.complaints, directory.lang);
  const text = packInputs(typed);
  if (text === kept.text) return false;
  storeInputs(text, stamped, kept.version);
  return true;
}

/** Makes formulas run again after something besides the sheets changed what they answer: the same inputs under a new version. */
export function raiseInputs(): void {
  const stamp = readStamp();
  const kept = newestStored();
  if (!stamp || kept.text === '') return;
  storeInputs(kept.text, stamp.inputs, kept.version);
  SpreadsheetApp.flush();
  raiseStamp();
}

/** Makes formulas stand on what is typed now. Before the first load there are no names to read it by: the first commit does it. */
export function settleInputs(): void {
  let stamp = readStamp();
  for (let round = 0; stamp && round < MOST_ROUNDS; round++) {
    const { generation, inputs } = stamp;
    const { labels, directories } = factsSource(stamp).load(['directories']);
    const changed = keepInputs(directoryOf(labels, directories), inputs);
    if (changed || round === 0) {
      SpreadsheetApp.flush();
      stamp = raiseStamp();
    }
    if (!changed && stamp?.generation === generation) return;
  }
}
