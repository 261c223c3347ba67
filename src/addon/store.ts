// The store (D2): named texts in a hidden sheet, in two generations. A commit writes new texts to free rows, then the index of the
// new generation into the slot the current one does not use; the stamp flips readers over. Whatever the current index names is
// never overwritten, so a run killed anywhere leaves the old numbers whole.
import { KpiError } from '../errors';
import type { Marks } from '../load/load';
import { cellsAt, chunksInRow, chunksOf, packedInCells, rowsFor, unpackedText, WIDTH } from './chunked-cells';
import type { DealField } from './deal-fields';
import { growTo, openFile, serviceSheet } from './file';

const STORE_SHEET = '_b24_store';
/** Rows 1 and 2 hold the indexes of the two slots. */
const FIRST_ROW = 3;

/** Where a text lies: first row, rows, chunks. */
type Place = readonly [row: number, rows: number, chunks: number];

export interface StoreIndex {
  readonly generation: number;
  /** Portal host and user whose rights the records were read with (D11). */
  readonly portal: string;
  readonly userId: number;
  readonly userName: string;
  /** Unix seconds of the portal's clock the records stand for. */
  readonly asOf: number;
  /** Marks of the load: what the next incremental load starts from. */
  readonly marks: Marks;
  /** Everything besides the records that the facts were made with (commit.ts); when it changes, they are made anew. */
  readonly derivedWith: string;
  /** Custom fields the deals were loaded with; absent = none were asked for. */
  readonly dealFields?: readonly DealField[];
  /** First day of the history that was loaded (raw/depth.ts), 'YYYY-MM-DD'; absent or '' = everything. */
  readonly depth?: string;
  /** The product rows of all won deals are still to be loaded; absent = they are here. */
  readonly productsPending?: boolean;
  readonly texts: Readonly<Record<string, Place>>;
}

type StoreSheet = GoogleAppsScript.Spreadsheet.Sheet;

/** The index of a generation; null when the store does not hold it. Creates nothing: a custom function may ask. */
export function readIndex(generation: number): StoreIndex | null {
  const sheet = openFile().getSheetByName(STORE_SHEET);
  if (!sheet) return null;
  for (const slot of [1, 2]) {
    const index = indexIn(sheet, slot);
    if (index?.generation === generation) return index;
  }
  return null;
}

/** The greatest generation ever written, stamped or not; 0 for an empty store. */
export function lastGeneration(): number {
  const sheet = openFile().getSheetByName(STORE_SHEET);
  if (!sheet) return 0;
  return Math.max(indexIn(sheet, 1)?.generation ?? 0, indexIn(sheet, 2)?.generation ?? 0);
}

/** A stored text, compressed as it lies there; KpiError('data') when the sheet was damaged. */
export function readPacked(index: StoreIndex, key: string): string {
  const place = index.texts[key];
  if (!place) throw new KpiError('data', 'storeDamaged', { what: key });
  const [row, rows, chunks] = place;
  return packedInCells(rowsOf(filledSheet(), row, rows), row, chunks, key);
}

/** Texts of several keys, in few reads: keys that lie next to each other are read together. */
export function readTexts(index: StoreIndex, keys: readonly string[]): Record<string, string> {
  const wanted = keys.filter((key) => index.texts[key]).sort((a, b) => (index.texts[a]?.[0] ?? 0) - (index.texts[b]?.[0] ?? 0));
  const texts: Record<string, string> = {};
  const sheet = filledSheet();
  for (let at = 0; at < wanted.length; ) {
    const run = adjacentRun(index, wanted, at);
    const values = rowsOf(sheet, run.row, run.rows);
    for (const key of run.keys) {
      const [row, rows, chunks] = index.texts[key] as Place;
      texts[key] = unpackedText(packedInCells(values.slice(row - run.row, row - run.row + rows), row, chunks, key), key);
    }
    at += run.keys.length;
  }
  return texts;
}

/** Up to 200 rows of neighbouring texts: one read of a few megabytes at most. */
function adjacentRun(index: StoreIndex, keys: readonly string[], from: number): { keys: string[]; row: number; rows: number } {
  const first = index.texts[keys[from] ?? ''] as Place;
  const run = { keys: [] as string[], row: first[0], rows: 0 };
  for (let at = from; at < keys.length; at++) {
    const key = keys[at] ?? '';
    const [row, rows] = index.texts[key] as Place;
    if (row !== run.row + run.rows || (run.rows > 0 && run.rows + rows > 200)) break;
    run.keys.push(key);
    run.rows += rows;
  }
  return run;
}

/**
 * Writes a generation: `changed` texts anew, every other text of `previous` by reference, `dropped` keys left out. Not visible until
 * the stamp names the generation. Writing the same generation again replaces the unfinished try.
 */
export function writeGeneration(
  next: Omit<StoreIndex, 'texts'>,
  previous: StoreIndex | null,
  changed: Readonly<Record<string, string>>,
  dropped: readonly string[] = [],
): StoreIndex {
  const sheet = storeSheet();
  const texts: Record<string, Place> = {};
  for (const [key, place] of Object.entries(previous?.texts ?? {})) if (!(key in changed) && !dropped.includes(key)) texts[key] = place;
  const free = freeRows(previous ? Object.values(previous.texts) : []);
  const rows: { row: number; cells: string[][] }[] = [];
  for (const [key, text] of Object.entries(changed)) {
    const chunks = chunksOf(text);
    const height = rowsFor(chunks.length);
    const row = free(height);
    texts[key] = [row, height, chunks.length];
    rows.push({ row, cells: cellsAt(chunks, row) });
  }
  writeRows(sheet, rows);
  const slot = indexIn(sheet, 1)?.generation === previous?.generation && previous ? 2 : 1;
  const index: StoreIndex = { ...next, texts };
  writeIndex(sheet, slot, index);
  return index;
}

/** Rows that no text of the current generation uses, handed out from the top. */
function freeRows(used: readonly Place[]): (height: number) => number {
  const taken = [...used].sort((a, b) => a[0] - b[0]);
  let at = 0;
  let row = FIRST_ROW;
  return (height) => {
    for (;;) {
      const next = taken[at];
      if (!next || row + height <= next[0]) {
        const start = row;
        row += height;
        return start;
      }
      row = Math.max(row, next[0] + next[1]);
      at++;
    }
  };
}

/** Neighbouring rows go in one call. */
function writeRows(sheet: StoreSheet, rows: { row: number; cells: string[][] }[]): void {
  const last = rows.reduce((most, part) => Math.max(most, part.row + part.cells.length - 1), FIRST_ROW);
  growTo(sheet, last);
  for (let at = 0; at < rows.length; ) {
    const first = rows[at] as { row: number; cells: string[][] };
    const block = [...first.cells];
    at++;
    while (at < rows.length && rows[at]?.row === first.row + block.length && block.length < 100) block.push(...(rows[at++]?.cells ?? []));
    sheet.getRange(first.row, 1, block.length, WIDTH).setValues(block);
  }
}

function indexIn(sheet: StoreSheet, slot: number): StoreIndex | null {
  const cells = rowsOf(sheet, slot, 1);
  const chunks = chunksInRow(cells[0] ?? []);
  if (chunks === 0) return null;
  try {
    return JSON.parse(unpackedText(packedInCells(cells, slot, chunks, 'index'), 'index')) as StoreIndex;
  } catch {
    return null;
  }
}

function writeIndex(sheet: StoreSheet, slot: number, index: StoreIndex): void {
  const chunks = chunksOf(JSON.stringify(index));
  if (chunks.length > WIDTH) throw new KpiError('data', 'storeFull');
  sheet.getRange(slot, 1, 1, WIDTH).setValues(cellsAt(chunks, slot));
}

/** Rows of the sheet; those that people deleted, with columns or at the end, are missing in the answer. */
function rowsOf(sheet: StoreSheet, row: number, rows: number): unknown[][] {
  const columns = Math.min(WIDTH, sheet.getMaxColumns());
  const height = Math.min(rows, sheet.getMaxRows() - row + 1);
  return height > 0 ? sheet.getRange(row, 1, height, columns).getValues() : [];
}

function storeSheet(): StoreSheet {
  return serviceSheet(STORE_SHEET, WIDTH);
}

function filledSheet(): StoreSheet {
  const sheet = openFile().getSheetByName(STORE_SHEET);
  if (!sheet) throw new KpiError('data', 'storeDamaged', { what: STORE_SHEET });
  return sheet;
}
