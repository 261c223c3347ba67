// One raw sheet by difference: rows that show something else are written where they stand, new ones follow, rows of records that are gone are
// deleted. First the rows, flush, then the manifest: a run killed anywhere leaves a manifest that promises no more than the sheet shows.
import type { Lang } from '../cell';
import { notice } from '../locale/notice-words';
import { sheetWords } from '../locale/words';
import { textHash } from '../raw/fingerprint';
import { missingRecords, NOBODY, ownersOf, type RowPlan, rowPlan, strayRows } from '../raw/row-places';
import { neighbours, type Run, runsOf } from '../raw/row-runs';
import type { RawSheetId } from '../raw/sheet';
import { likeness, looksLikeFormula, reads, type SheetValue } from '../raw/sheet-value';
import type { RawSheetRows } from '../raw/sheets';
import { packShown } from '../raw/shown-rows';
import { type Target, targetRows } from '../raw/target';
import type { Zone } from '../zone';
import { ensureOwnedSheet, ownedSheet } from './owned-sheets';
import { formatColumns, formatNewRows, formatTexts, retireFrame, setMark, settledFrame } from './raw-layout';
import { forgetManifests, type ManifestHead, manifestRows, writeManifest } from './raw-manifest';
import { deleteRun, formulaFiller, growRows, idsIn, straysIn, trimRows } from './raw-rows';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Cells written at once. */
const BLOCK_CELLS = 40000;
/** Cells written along to save a call: about half of what the call costs. */
const GAP_CELLS = 150;
/** Cells compared at each refresh with what they should show, another part of the sheet each time: what people changed there is put right. */
const CHECK_CELLS = 20000;
/** Rows by which a column with a title of people is known as ours. */
const PROOF_ROWS = 200;
/** What was written is remembered at least this often. */
const REMEMBER_MS = 30 * 1000;

/** How values are shown. */
export interface View {
  readonly lang: Lang;
  readonly zone: Zone;
  /** As the header says it. */
  readonly asOf: string;
  readonly deadline: number;
}

export interface Part {
  readonly rows: RawSheetRows;
  /** Rows that fit; the latest ones. */
  readonly shown: number;
  /** What the note of the header says when not all fit; '' = all are shown. */
  readonly cut: string;
}

interface Work {
  readonly sheet: Sheet;
  readonly part: Part;
  readonly target: Target;
  readonly view: View;
  /** Hashes by id of the rows as they are in the sheet now. */
  readonly shown: Map<number, number>;
  /** Remembers `shown`, or the whole target when `complete`. */
  readonly remember: (complete: boolean) => void;
}

/** Writes until the sheet stands, or the time is up: then false, and the next call goes on. At least one block is written. */
export function writeRawSheet(file: GoogleAppsScript.Spreadsheet.Spreadsheet, part: Part, head: ManifestHead | null, view: View): boolean {
  const { id, titles, types } = part.rows;
  const target = targetRows(part.rows, part.shown, view.zone);
  const next: ManifestHead = {
    shape: textHash(JSON.stringify([view.zone.name, view.lang, titles, types])),
    titles,
    sum: textHash(target.packed),
    stands: `${view.asOf} ${part.cut}`,
    cut: part.cut !== '',
  };
  if (head?.shape === next.shape && head.sum === next.sum && head.stands === next.stands) return true;
  const { sheet, isNew } = ensureOwnedSheet(file, `raw.${id}`, sheetWords[id][view.lang], file.getSheets().length);
  const former = head?.titles ?? [];
  const forget = (): void => {
    if (head) forgetManifests([id]);
  };
  const frame = settledFrame(sheet, { rows: part.rows, lang: view.lang, former, forget, showsOurs: (at) => showsOurs(sheet, target, at) });
  const same = head?.shape === next.shape && !isNew && !frame.whole;
  const known = !same ? null : head.sum === next.sum ? new Map(target.rows) : manifestRows(id, head);
  const shown = known ?? new Map<number, number>();
  let stands = known !== null && head?.sum === next.sum;
  const remember = (complete: boolean): void => {
    SpreadsheetApp.flush();
    const packed = complete ? target.packed : packShown(shown);
    if (complete && stands) writeManifest(id, { ...head, ...next }, null);
    else writeManifest(id, complete ? next : { ...next, sum: textHash(packed), stands: '' }, packed);
    stands = false;
    SpreadsheetApp.flush();
  };
  const work: Work = { sheet, part, target, view, shown, remember };
  if (!writtenRows(work, known === null, frame.mark)) return false;
  finish(work, head, next);
  return true;
}

/** A sheet that people switched off says so; it is not made, and keeps what it shows. What is remembered of it goes first: switched on, it is written whole. */
export function retireRawSheet(
  file: GoogleAppsScript.Spreadsheet.Spreadsheet,
  id: RawSheetId,
  head: ManifestHead | null,
  lang: Lang,
): void {
  if (head) forgetManifests([id]);
  const sheet = ownedSheet(file, `raw.${id}`);
  if (sheet) retireFrame(sheet, lang);
}

/** Everything below the header; false when the time is up. `whole` = nothing is known of what the sheet shows. */
function writtenRows(work: Work, whole: boolean, mark: string): boolean {
  const { sheet, part, target, shown, remember } = work;
  const { types } = part.rows;
  const ids = idsIn(sheet);
  const owners = ownersOf(ids, target.records, whole ? null : shown);
  if (!whole) forgetChanged(work, owners);
  const strays = straysIn(sheet, strayRows(owners), types);
  const plan = rowPlan(owners, strays, missingRecords(owners, target.rows.length), (record) => likeness(target.line(record), types));
  const stale = staleRows(plan, target, shown);
  if (!whole && plan.removed.length + plan.cleared.length + stale.length === 0 && plan.order.length === plan.base) return true;
  const rewriting = notice('rewriting', work.view.lang);
  if (mark !== rewriting) setMark(sheet, types.length, rewriting);
  for (const run of neighbours(plan.removed).reverse()) {
    deleteRun(sheet, run);
    for (let row = run.from; row < run.from + run.count; row++) shown.delete(Number(ids[row]));
    if (!isLate(work)) continue;
    // Of a sheet of which nothing is known rows would be left behind: it is begun anew.
    if (!whole) remember(false);
    return false;
  }
  for (const run of neighbours(plan.cleared)) sheet.getRange(run.from + 2, 1, run.count, types.length).clearContent();
  growRows(sheet, plan.order.length);
  if (whole) formatColumns(sheet, types);
  else {
    formatTexts(sheet, types);
    if (plan.base > 0 && plan.order.length > plan.base) formatNewRows(sheet, plan.base + 1, plan.order.length - plan.base, types.length);
  }
  return writtenRuns(work, plan, stale);
}

function writtenRuns(work: Work, plan: RowPlan, stale: readonly number[]): boolean {
  const { sheet, part, target, shown, remember } = work;
  const width = part.rows.types.length;
  const most = Math.max(1, Math.floor(BLOCK_CELLS / width));
  const fresh = Array.from({ length: plan.order.length - plan.base }, (_, at) => plan.base + at).filter(
    (row) => plan.order[row] !== NOBODY,
  );
  const old = runsOf(stale, Math.floor(GAP_CELLS / width), most, (row) => plan.order[row] !== NOBODY);
  const fill = formulaFiller(sheet, plan.base - 1, width);
  let rememberedAt = Date.now();
  const suspects: { run: Run; lines: SheetValue[][] }[] = [];
  const settle = (): void => {
    for (const { run, lines } of suspects.splice(0)) keepTexts(sheet, run, lines);
  };
  const runs = [...old, ...neighbours(fresh, most)];
  for (const [at, run] of runs.entries()) {
    if (run.from >= plan.base) fill(run, (row, column) => plan.taken.get(row)?.empty[column] ?? true);
    const records = plan.order.slice(run.from, run.from + run.count);
    const lines = records.map(target.line);
    sheet.getRange(run.from + 2, 1, run.count, width).setValues(lines);
    if (lines.some((line) => line.some(looksLikeFormula))) suspects.push({ run, lines });
    for (const record of records) shown.set(...(target.rows[record] as [number, number]));
    if (at === runs.length - 1) break;
    const late = isLate(work);
    if (!late && Date.now() - rememberedAt < REMEMBER_MS) continue;
    settle();
    remember(false);
    rememberedAt = Date.now();
    if (late) return false;
  }
  settle();
  return true;
}

/** The "as of" says that the sheet stands; then what it shows is remembered. */
function finish({ sheet, part, view, remember }: Work, head: ManifestHead | null, next: ManifestHead): void {
  const width = part.rows.types.length;
  trimRows(sheet, Math.max(part.shown, sheet.getLastRow() - 1));
  setMark(sheet, width, notice('dataAsOf', view.lang, { asOf: view.asOf }));
  if (next.cut || head?.cut !== false) sheet.getRange(1, width + 1).setNote(part.cut);
  remember(true);
}

/** Rows of the plan, of records that stood in the sheet before, that show something else than their record. */
function staleRows(plan: RowPlan, target: Target, shown: ReadonlyMap<number, number>): number[] {
  const restored = new Set(plan.restored);
  const rows: number[] = [];
  for (let row = 0; row < plan.base; row++) {
    const [id, hash] = target.rows[plan.order[row] ?? NOBODY] ?? [];
    if (id !== undefined && (shown.get(id) !== hash || restored.has(row))) rows.push(row);
  }
  return rows;
}

/** Reads a part of the sheet and forgets what is remembered of rows that people changed. */
function forgetChanged({ sheet, part, target, shown, view }: Work, owners: readonly number[]): void {
  const width = part.rows.types.length;
  const height = Math.max(1, Math.floor(CHECK_CELLS / width));
  if (owners.length === 0) return;
  const from = (textHash(view.asOf) % Math.ceil(owners.length / height)) * height;
  const count = Math.min(height, owners.length - from);
  sheet
    .getRange(from + 2, 1, count, width)
    .getValues()
    .forEach((cells, at) => {
      const [id, hash] = target.rows[owners[from + at] ?? NOBODY] ?? [];
      if (id === undefined || shown.get(id) !== hash) return;
      const line = target.line(owners[from + at] ?? NOBODY);
      if (line.some((value, column) => !reads(cells[column], value))) shown.delete(id);
    });
}

/** Most of the column's first rows read as our column of this place. */
function showsOurs(sheet: Sheet, target: Target, column: number): boolean {
  const height = Math.min(PROOF_ROWS, sheet.getLastRow() - 1);
  if (height < 1) return true;
  let [alike, other] = [0, 0];
  for (const cells of sheet.getRange(2, 1, height, column + 1).getValues()) {
    const record = target.records.get(Number(cells[0]));
    if (record === undefined) continue;
    if (reads(cells[column], target.line(record)[column] ?? '')) alike++;
    else other++;
  }
  return alike > other;
}

/** Texts that became formulas although their cells are plain text: an apostrophe forces text where the format is a general one. */
function keepTexts(sheet: Sheet, { from, count }: Run, lines: readonly (readonly SheetValue[])[]): void {
  const formulas = sheet.getRange(from + 2, 1, count, lines[0]?.length ?? 1).getFormulas();
  formulas.forEach((line, down) => {
    line.forEach((formula, across) => {
      const text = lines[down]?.[across];
      if (!formula || typeof text !== 'string') return;
      const cell = sheet.getRange(from + 2 + down, across + 1);
      cell.setNumberFormat('general').setValue(`'${text}`).setNumberFormat('@');
    });
  });
}

function isLate({ view }: Work): boolean {
  return Date.now() >= view.deadline;
}
