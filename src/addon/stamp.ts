// The stamp (D4): one cell, named B24_DATA, whose text changes only when numbers may change. Formulas that carry it recalculate. A refresh and
// a person who types raise it at the same moment without waiting for each other: each first writes what is its own – the refresh its
// generation, beside the stamp; the typing its inputs – and then puts the stamp together from what is newest.
import { openFile, serviceSheet } from './file';
import { newestInputs } from './inputs-store';

const STAMP_SHEET = '_b24';
const STAMP_NAME = 'B24_DATA';

/** What the stamp says: data as of (ISO), generation of the facts, version of the inputs. */
export interface Stamp {
  readonly asOf: string;
  readonly generation: number;
  readonly inputs: number;
}

export function stampText(stamp: Stamp): string {
  return `b24:${stamp.asOf}#${stamp.generation}.${stamp.inputs}`;
}

/** null for anything that is not a stamp. */
export function parseStamp(text: unknown): Stamp | null {
  const match = /^b24:([^#]+)#(\d+)\.(\d+)$/.exec(String(text));
  return match ? { asOf: match[1] ?? '', generation: Number(match[2]), inputs: Number(match[3]) } : null;
}

/** The current stamp; null until the first load is committed. Readable from a custom function. */
export function readStamp(): Stamp | null {
  const range = openFile().getRangeByName(STAMP_NAME);
  return range ? parseStamp(range.getValue()) : null;
}

/** Stamps a new generation, after everything it stands for has been flushed; makes the cell and its name when they are missing. */
export function stampGeneration(asOf: string, generation: number): void {
  stampCell();
  commitCell().setValue(stampText({ asOf, generation, inputs: 0 }));
  raiseStamp();
}

/** Tries of two people who raise the stamp at the same moment; each goes on until it has seen the other's. */
const MOST_TRIES = 5;

/**
 * Puts the stamp together from the newest generation and the newest inputs, which must have been flushed; answers what it then says.
 * Nothing before the first load.
 */
export function raiseStamp(): Stamp | null {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const now = readStamp();
    const committed = parseStamp(commitCell().getValue()) ?? now;
    if (!committed) return null;
    const next = { ...committed, inputs: Math.max(now?.inputs ?? 0, newestInputs()) };
    if (now && stampText(now) === stampText(next)) return now;
    stampCell().setValue(stampText(next));
    SpreadsheetApp.flush();
  }
  return readStamp();
}

/** Makes sure the name exists, so that formulas written before the first load do not show #NAME?. */
export function ensureStamp(): void {
  stampCell();
}

function stampCell(): GoogleAppsScript.Spreadsheet.Range {
  const file = openFile();
  const named = file.getRangeByName(STAMP_NAME);
  if (named) return named.getCell(1, 1);
  const cell = serviceSheet(STAMP_SHEET, 2, file).getRange(1, 1);
  file.setNamedRange(STAMP_NAME, cell);
  return cell;
}

/** Beside the stamp: the last generation a refresh has made. */
function commitCell(): GoogleAppsScript.Spreadsheet.Range {
  return serviceSheet(STAMP_SHEET, 2).getRange(1, 2);
}

/** When the portal was last asked, ISO text; apart from the stamp, so that a check without news recalculates nothing. */
export function writeLastCheck(iso: string): void {
  stampCell();
  serviceSheet(STAMP_SHEET, 2).getRange(2, 1).setValue(iso);
}
