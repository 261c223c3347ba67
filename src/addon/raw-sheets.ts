// Raw sheets (D2): a projection of the store for people to look at. Written after the commit, one after the other, each by difference (raw-writer.ts);
// an unfinished one is continued by the next run. Our columns only: what stands to the right of them is people's and stays beside its record.
import { isKpiError } from '../errors';
import { describe } from '../locale/describe';
import { notice } from '../locale/notice-words';
import { sheetWords } from '../locale/words';
import { textHash } from '../raw/fingerprint';
import { namesOf } from '../raw/names';
import type { Records } from '../raw/records';
import { RAW_SHEET_IDS, type RawSheetId } from '../raw/sheet';
import { type RawSheetRows, rawSheets } from '../raw/sheets';
import { alone, isOthersRun } from './alone';
import { currentIndex } from './current-index';
import type { DealField } from './deal-fields';
import { fileLang, fileZone, openFile } from './file';
import { understood } from './platform-errors';
import { forgetManifests, manifestHeads } from './raw-manifest';
import { type Part, retireRawSheet, type View, writeRawSheet } from './raw-writer';
import { readRecords } from './records-store';
import { settingsNow } from './settings';
import type { StoreIndex } from './store';

const KEY = 'b24.raw';
/** Cells all raw sheets may take in a file of ten million (D14). */
const CELL_BUDGET = 5000000;
/** How long somebody waits before the panel for the sheets that their settings changed. */
const SETTLE_MS = 2 * 60 * 1000;

/** How far the writing got, and of what. */
interface RawProgress {
  /** What the sheets are a projection of (`stateOf`). */
  readonly of: string;
  readonly done: boolean;
  /** Sheets before this one, in the order of tabs, stand. */
  readonly sheet: number;
  /** Sheets that Google refused to write. */
  readonly refused: readonly RawSheetId[];
  /** Why, as a sentence. */
  readonly detail: string;
}

/** What the writing came to. */
export interface RawOutcome {
  readonly done: boolean;
  /** Names of the sheets that Google refused to write. */
  readonly refused: readonly string[];
  /** Why, as a sentence. */
  readonly detail: string;
}

/** Whether the sheets show exactly these records, in the zone and language the file has now. */
export function rawSheetsStand(index: StoreIndex): boolean {
  const now = progress();
  return now?.done === true && now.refused.length === 0 && now.of === stateOf(index);
}

/** Whether a run ended in the middle of writing these records. */
export function rawSheetsHalfway(index: StoreIndex): boolean {
  const now = progress();
  return now !== null && !now.done && now.of === stateOf(index);
}

/**
 * Writes until everything stands or the time is up. `records` spares reading the store again. A sheet that Google refuses to write is left as it
 * is, and the sheet of products while its rows are still to come.
 */
export function continueRawSheets(index: StoreIndex, records: Records | null, deadline: number): RawOutcome {
  const file = openFile();
  const lang = fileLang(file);
  const zone = fileZone(index.asOf, file);
  const asOf = Utilities.formatDate(new Date(index.asOf * 1000), zone.name, 'dd.MM.yyyy HH:mm');
  const view: View = { lang, zone, asOf, deadline };
  let now = begun(stateOf(index));
  const all = records ?? readRecords(index).records;
  const kept = keptSheets();
  const parts = withinBudget(rawSheets(all, namesOf(all, index.portal, lang), lang, shownFields(index)), kept, view);
  const heads = manifestHeads();
  for (const part of parts.slice(now.sheet)) {
    const { id } = part.rows;
    if (Date.now() >= deadline) return outcome(now, view);
    try {
      const isOff = !isKept(part.rows, kept);
      const waits = id === 'products' && index.productsPending === true;
      if (isOff) retireRawSheet(file, id, heads[id] ?? null, lang);
      else if (!waits && !writeRawSheet(file, part, heads[id] ?? null, view)) return outcome(now, view);
      now = { ...now, sheet: now.sheet + 1 };
    } catch (error) {
      now = { ...now, sheet: now.sheet + 1, refused: [...now.refused, id], detail: causeOf(error, view) };
    }
    save(now);
  }
  now = { ...now, done: true };
  save(now);
  return outcome(now, view);
}

/** Writes what a change of settings changes in them, without the portal; what does not fit the time, or meets another run, the next refresh does. */
export function settleRawSheets(): void {
  try {
    alone(() => {
      const index = currentIndex();
      if (index && !rawSheetsStand(index)) continueRawSheets(index, null, Date.now() + SETTLE_MS);
    });
  } catch (error) {
    if (!isOthersRun(error)) throw error;
  }
}

/**
 * Goes on with the same state, or begins another one. What a run was writing of an earlier state and did not finish may show anything: the next
 * state could happen to be the one its manifest still tells of.
 */
function begun(of: string): RawProgress {
  const open = progress();
  if (open?.of === of && !open.done) return open;
  const current = open && !open.done ? RAW_SHEET_IDS.slice(open.sheet, open.sheet + 1) : [];
  if (!open) forgetManifests(RAW_SHEET_IDS);
  else if (open.of !== of) forgetManifests([...current, ...open.refused]);
  const now = { of, done: false, sheet: 0, refused: [], detail: '' };
  save(now);
  return now;
}

function outcome({ done, refused, detail }: RawProgress, { lang }: View): RawOutcome {
  return { done, refused: refused.map((id) => sheetWords[id][lang]), detail };
}

/** Why a sheet was not written, and what to do. The numbers are new by now: sentences that say otherwise are for refreshes that failed. */
function causeOf(error: unknown, { lang }: View): string {
  const cause = understood(error);
  if (isKpiError(cause) && cause.key === 'googleBusy') return notice('sheetsBusy', lang);
  return isKpiError(cause) && cause.key === 'googleQuota' ? notice('sheetsQuota', lang) : describe(cause, lang);
}

/** The same text = the same cells: records of one moment of one portal, as the store holds them, in the file's zone and language, in the sheets that are kept. */
function stateOf(index: StoreIndex): string {
  const file = openFile();
  const texts = Object.keys(index.texts).filter((key) => key.startsWith('records/'));
  const places = textHash(JSON.stringify(texts.sort().map((key) => [key, index.texts[key]])));
  const fields = textHash(JSON.stringify(shownFields(index)));
  return [index.portal, index.userId, index.asOf, places, fields, keptSheets().join(), file.getSpreadsheetTimeZone(), fileLang(file)].join(
    ' ',
  );
}

/** Sheets that are written besides those that always are. */
function keptSheets(): readonly RawSheetId[] {
  return settingsNow().rawSheets;
}

function isKept({ id, always }: RawSheetRows, kept: readonly RawSheetId[]): boolean {
  return always || kept.includes(id);
}

/** Custom fields of deals that have a column. */
function shownFields({ dealFields = [] }: StoreIndex): readonly DealField[] {
  return dealFields.filter(({ shown }) => shown);
}

/** Deals, leads, employees and stages always; the others that are kept while they fit, the newest rows first. */
function withinBudget(sheets: readonly RawSheetRows[], kept: readonly RawSheetId[], { lang }: View): Part[] {
  let left = CELL_BUDGET;
  for (const sheet of sheets) if (sheet.always) left -= (sheet.count + 1) * (sheet.titles.length + 1);
  return sheets.map((rows) => {
    if (rows.always || !isKept(rows, kept)) return { rows, shown: rows.count, cut: '' };
    const width = rows.titles.length + 1;
    const shown = Math.max(0, Math.min(rows.count, Math.floor(left / width) - 1));
    left -= (shown + 1) * width;
    const cut = shown < rows.count ? notice('rowsCut', lang, { shown, all: rows.count, cells: CELL_BUDGET }) : '';
    return { rows, shown, cut };
  });
}

/** null before the first writing, and when it cannot be read. */
function progress(): RawProgress | null {
  const text = PropertiesService.getDocumentProperties().getProperty(KEY);
  if (!text) return null;
  try {
    const now = JSON.parse(text) as RawProgress;
    const refused = now.refused.filter((id) => RAW_SHEET_IDS.includes(id));
    return { ...now, refused };
  } catch {
    return null;
  }
}

function save(now: RawProgress): void {
  PropertiesService.getDocumentProperties().setProperty(KEY, JSON.stringify(now));
}
