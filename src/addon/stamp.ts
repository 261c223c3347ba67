// The stamp (D4): one cell, named B24_DATA, whose text changes only when numbers may change. Formulas that carry it recalculate.
import { openFile, serviceSheet } from './file';

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

/** Writes the stamp last, after everything it stands for has been flushed; makes the cell and its name when they are missing. */
export function writeStamp(stamp: Stamp): void {
  stampCell().setValue(stampText(stamp));
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

/** When the portal was last asked, ISO text; apart from the stamp, so that a check without news recalculates nothing. */
export function writeLastCheck(iso: string): void {
  stampCell();
  serviceSheet(STAMP_SHEET, 2).getRange(2, 1).setValue(iso);
}
