// What the raw sheets show, in a hidden sheet: one column for each of them, its head in row 1, the packed rows below. A column is written by one call, so
// it is whole or as before; what cannot be read, or was written for another shape, counts as nothing and the sheet is written whole.
import { textHash } from '../raw/fingerprint';
import { RAW_SHEET_IDS, type RawSheetId } from '../raw/sheet';
import { unpackShown } from '../raw/shown-rows';
import { CHUNK } from './chunked-cells';
import { growTo, openFile, serviceSheet } from './file';

const MANIFEST_SHEET = '_b24_raw';
/** Raised when sheets must be written anew though their records are the same. */
const VERSION = 1;

export interface ManifestHead {
  /** Hash of how values are shown: columns, language, zone. */
  readonly shape: number;
  /** Titles of our columns as they were written. */
  readonly titles: readonly string[];
  /** Hash of the packed rows. */
  readonly sum: number;
  /** The "as of" the sheet says when it is complete; '' while rows are missing. */
  readonly stands: string;
  /** Whether the header's note says that rows are cut. */
  readonly cut: boolean;
}

interface StoredHead extends ManifestHead {
  readonly version: number;
  readonly chunks: number;
}

export type ManifestHeads = Partial<Record<RawSheetId, ManifestHead>>;

/** Heads of all raw sheets, by one read. */
export function manifestHeads(): ManifestHeads {
  const sheet = openFile().getSheetByName(MANIFEST_SHEET);
  const heads: Partial<Record<RawSheetId, StoredHead>> = {};
  if (!sheet) return heads;
  const cells = sheet.getRange(1, 1, 1, Math.min(RAW_SHEET_IDS.length, sheet.getMaxColumns())).getValues()[0] ?? [];
  RAW_SHEET_IDS.forEach((id, at) => {
    const head = headIn(cells[at]);
    if (head) heads[id] = head;
  });
  return heads;
}

/** Hashes by id of the rows that are shown; null when they cannot be read. */
export function manifestRows(id: RawSheetId, head: ManifestHead): Map<number, number> | null {
  const sheet = openFile().getSheetByName(MANIFEST_SHEET);
  const { chunks } = head as StoredHead;
  const column = RAW_SHEET_IDS.indexOf(id) + 1;
  if (!sheet || sheet.getMaxRows() < chunks + 1 || sheet.getMaxColumns() < column) return null;
  const cells = chunks > 0 ? sheet.getRange(2, column, chunks, 1).getValues() : [];
  const text = cells.map(([cell]) => String(cell).slice(1)).join('');
  return textHash(text) === head.sum ? unpackShown(text) : null;
}

/** `text` = null: the rows stand as they were written under a head of the same sum. Not flushed: the caller has flushed the rows of the sheet, and flushes this. */
export function writeManifest(id: RawSheetId, head: ManifestHead, text: string | null): void {
  const cells: string[][] = [];
  if (text !== null) for (let at = 0; at < text.length; at += CHUNK) cells.push([`z${text.slice(at, at + CHUNK)}`]);
  const chunks = text === null ? (head as StoredHead).chunks : cells.length;
  const stored: StoredHead = { ...head, version: VERSION, chunks };
  cells.unshift([JSON.stringify(stored)]);
  const sheet = serviceSheet(MANIFEST_SHEET, RAW_SHEET_IDS.length);
  growTo(sheet, cells.length);
  sheet.getRange(1, RAW_SHEET_IDS.indexOf(id) + 1, cells.length, 1).setValues(cells);
}

/** The sheets may show anything: they are written whole the next time. Flushed. */
export function forgetManifests(ids: readonly RawSheetId[]): void {
  const sheet = openFile().getSheetByName(MANIFEST_SHEET);
  if (!sheet || ids.length === 0) return;
  for (const id of ids) {
    const column = RAW_SHEET_IDS.indexOf(id) + 1;
    if (column <= sheet.getMaxColumns()) sheet.getRange(1, column).clearContent();
  }
  SpreadsheetApp.flush();
}

function headIn(cell: unknown): StoredHead | null {
  if (typeof cell !== 'string' || cell === '') return null;
  try {
    const head = JSON.parse(cell) as StoredHead;
    return head.version === VERSION && Number.isInteger(head.chunks) && Array.isArray(head.titles) ? head : null;
  } catch {
    return null;
  }
}
