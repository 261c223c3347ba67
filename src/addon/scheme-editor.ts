// Schemes of pay that the panel edits, in «Схема мотивации», where people edit them as well. What is typed is first read as the sheet would be read
// afterwards: what cannot be used is told and nothing is written.
import { KpiError } from '../errors';
import { directoryOf } from '../functions/directory';
import { type SchemeForm, schemeForm } from '../functions/pay-setup';
import type { BonusAssignment, BonusScheme } from '../inputs/bonus-scheme';
import { complaintText } from '../inputs/read';
import { type PlacedScheme, placedSchemes } from '../inputs/read-schemes';
import { headOf } from '../inputs/rows';
import { edited, type SchemeColumn, type SchemeEdits, sameOwner, schemeEdits, type WantedScheme } from '../inputs/scheme-rows';
import type { Complaint, Directory } from '../inputs/sheet';
import { inputSheet } from '../inputs/sheets';
import { wordOf } from '../inputs/words';
import { describe } from '../locale/describe';
import { plain } from '../matching';
import { factsSource } from './facts-source';
import { fileLang, openFile, userLang } from './file';
import { ensureInputSheet } from './input-layout';
import { inputSheets, type ReadSheet, readSheets, typedCells } from './input-sheets';
import { openPaySetup } from './pay-editor';
import type { SchemeEdit, SchemeSaved } from './server-api';
import { settleInputs, typedNow } from './typed-inputs';
import { appendRows, deleteRows, type TypedCell } from './typed-rows';

const MOST_TIERS = 20;
const MOST_OWNERS = 500;

type Cells = ReadSheet['values'];

/**
 * Writes one scheme: rows that stay keep what stands beside them. Nothing is written where pay is not shown (KpiError('settings', 'payIsHidden')), the
 * sheet says something else than the person saw (`conflict`), or its reader would complain (`notes`).
 */
export function writeScheme(edit: SchemeEdit): SchemeSaved {
  const { was, scheme } = checkedEdit(edit);
  const lock = LockService.getScriptLock();
  if (!lock.tryLock(10000)) throw new KpiError('settings', 'savingBusy');
  try {
    const { labels, directories } = factsSource().load(['directories']);
    const directory = directoryOf(labels, directories);
    if (!typedNow(directory, 'settings').inputs.settings.payVisible) throw new KpiError('settings', 'payIsHidden');
    const lang = fileLang(openFile());
    const { cells, place } = sheetNow(directory);
    const now = readingOf(cells, directory);
    const named = (name: string): PlacedScheme | undefined => now.schemes.find((one) => plain(one.name) === plain(name));
    const placed = named((was ?? scheme)?.name ?? '');
    const shown = placed?.scheme ? schemeForm(placed.scheme, assignmentsOf(placed), labels) : null;
    const stopped = (conflict: boolean, notes: readonly string[]): SchemeSaved => ({
      setup: openPaySetup(),
      saved: false,
      conflict,
      notes,
    });
    if (!sameScheme(shown, was)) return stopped(true, []);
    if (was && scheme && named(scheme.name)?.scheme && named(scheme.name) !== placed)
      return stopped(false, [describe(new KpiError('argument', 'schemeNameTaken', { found: scheme.name }), userLang())]);
    const wanted = scheme && { ...scheme, holders: [...new Set(scheme.owners)].map((name) => ({ name, owner: ownerOf(name, directory) })) };
    const errors = now.complaints.filter(({ level }) => level === 'error');
    const edits = schemeEdits(wanted, placed, new Set(errors.map(({ row }) => row)), lang);
    const { notes, refused } = tried(wanted, edited(cells, place, edits), errors, directory);
    if (refused) return stopped(false, notes);
    write(edits, directory);
    SpreadsheetApp.flush();
    settleInputs();
    return { setup: openPaySetup(), saved: true, conflict: false, notes };
  } finally {
    lock.releaseLock();
  }
}

interface SchemeReading {
  readonly schemes: readonly PlacedScheme[];
  readonly complaints: readonly Complaint[];
}

function readingOf(cells: Cells, directory: Directory): SchemeReading {
  const complaints: Complaint[] = [];
  return { schemes: placedSchemes({ cells: { bonusSchemes: cells }, directory, complaints }), complaints };
}

const assignmentsOf = ({ name, owners }: PlacedScheme): BonusAssignment[] => owners.map((owner) => ({ owner, scheme: name }));

/** What stands there; a sheet that is missing or blank is as one with nothing but its header. KpiError('data', 'inputHeader') without one. */
function sheetNow(directory: Directory): { readonly cells: Cells; readonly place: ReadonlyMap<SchemeColumn, number> } {
  const sheet = inputSheets(openFile()).get('bonusSchemes');
  const typed = sheet && typedCells(readSheets(new Map([['bonusSchemes', sheet]]))).bonusSchemes;
  const isBlank = !typed || typed.every((row) => row.every((cell) => cell === ''));
  const cells = isBlank ? [inputSheet('bonusSchemes').columns.map(({ name }) => name[directory.lang])] : typed;
  const { headerRow, heads } = headOf('bonusSchemes', cells);
  const place = heads[headerRow];
  if (!place) throw new KpiError('data', 'inputHeader', readingOf(cells, directory).complaints[0]?.params ?? {});
  return { cells, place };
}

/** What the reader would say afterwards: complaints that were not there before, and whether it would read the scheme that was meant. */
function tried(
  wanted: WantedScheme | null,
  { table, before }: ReturnType<typeof edited>,
  known: readonly Complaint[],
  directory: Directory,
): { readonly notes: string[]; readonly refused: boolean } {
  const { schemes, complaints } = readingOf(table, directory);
  const read = wanted && schemes.find(({ name }) => plain(name) === plain(wanted.name));
  const own = new Set(read?.parts.map(({ row }) => row));
  const wasThere = ({ row, key }: Complaint): boolean => known.some((one) => one.row === before[row - 1] && one.key === key);
  const fresh = complaints.filter((one) => one.level === 'error' && !wasThere(one));
  const isRead =
    !wanted ||
    (read?.scheme &&
      sameParts(read.scheme, wanted) &&
      read.owners.length === wanted.holders.length &&
      wanted.holders.every(({ owner }) => read.owners.some((one) => sameOwner(one, owner))));
  const refused = fresh.length > 0 || !isRead;
  const told = refused
    ? [...fresh, ...complaints.filter((one) => one.level === 'error' && !fresh.includes(one) && own.has(one.row))]
    : complaints.filter(({ level, row }) => level === 'hint' && own.has(row));
  const notes = [...new Set(told.map((complaint) => complaintText(complaint, userLang())))];
  if (refused && notes.length === 0)
    notes.push(describe(new KpiError('argument', 'schemeRefused', { found: wanted?.name ?? '' }), userLang()));
  return { notes, refused };
}

function ownerOf(typed: string, directory: Directory): BonusAssignment['owner'] | null {
  if (wordOf(typed, ['everybody'])) return { scope: 'company', id: null };
  for (const scope of ['manager', 'department'] as const) {
    const found = directory[scope](typed);
    if ('id' in found) return { scope, id: found.id };
  }
  return null;
}

function write(edits: SchemeEdits, directory: Directory): void {
  const file = openFile();
  const lang = fileLang(file);
  const { sheet, isNew } = ensureInputSheet(file, 'bonusSchemes', inputSheets(file).get('bonusSchemes'), directory, lang);
  // The example scheme that a new sheet begins with would pay nobody and stand beside the one that was meant.
  if (isNew) sheet.getRange(2, 1, sheet.getMaxRows() - 1, sheet.getMaxColumns()).clearContent();
  const read = readSheets(new Map([['bonusSchemes', sheet]])).get('bonusSchemes');
  const { headerRow, heads } = headOf('bonusSchemes', read?.values ?? []);
  const place = heads[headerRow];
  if (!read || !place) return;
  for (const { row, column, cell } of edits.cells) {
    const at = place.get(column);
    if (at === undefined) continue;
    const range = sheet.getRange(row, at + 1);
    if (typeof cell === 'string' && cell !== '') range.setNumberFormat('@');
    else if (column === 'from' || column === 'to') range.setNumberFormat(shareFormat([cell]));
    range.setValue(typeof cell === 'string' && cell.startsWith('=') ? `'${cell}` : cell);
  }
  appendRows(read, place, edits.fresh, (_column, cells) => shareFormat(cells), edits.below ?? undefined);
  deleteRows(sheet, edits.gone);
}

const shareFormat = (cells: readonly TypedCell[]): string =>
  cells.every((cell) => cell === '' || Number.isInteger(Math.round(Number(cell) * 1e9) / 1e6)) ? '0.0%' : '0.00%';

function checkedEdit(edit: unknown): SchemeEdit {
  const { was, scheme } = (edit ?? {}) as Partial<Record<keyof SchemeEdit, unknown>>;
  for (const form of [was ?? null, scheme ?? null]) {
    if (form !== null && !isScheme(form))
      throw new KpiError('argument', 'schemeRefused', { found: String((form as Partial<SchemeForm>).name ?? '') });
  }
  if (!was && !scheme) throw new KpiError('argument', 'schemeRefused', { found: '' });
  return { was: (was as SchemeForm | undefined) ?? null, scheme: (scheme as SchemeForm | undefined) ?? null };
}

/** Kinds of values only: what may stand in them is for the reader of the sheet. */
function isScheme(form: unknown): form is SchemeForm {
  const { name, owners, fixed, base, mode, tiers, threshold, capTotal, kpiMultiplier, kpiMultiplierMax } = form as Partial<SchemeForm>;
  const isNumber = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value);
  return (
    typeof name === 'string' &&
    name.trim() !== '' &&
    Array.isArray(owners) &&
    owners.length <= MOST_OWNERS &&
    owners.every((owner) => typeof owner === 'string') &&
    isNumber(fixed) &&
    typeof base === 'string' &&
    (mode === 'marginal' || mode === 'cliff') &&
    Array.isArray(tiers) &&
    tiers.length <= MOST_TIERS &&
    tiers.every((tier) => isNumber(tier?.rate) && (tier.upTo === null || isNumber(tier.upTo))) &&
    isNumber(threshold) &&
    (capTotal === null || isNumber(capTotal)) &&
    typeof kpiMultiplier === 'boolean' &&
    isNumber(kpiMultiplierMax)
  );
}

function sameScheme(one: SchemeForm | null, other: SchemeForm | null): boolean {
  if (!one || !other) return one === other;
  return sameParts(one, other) && JSON.stringify([...one.owners].sort()) === JSON.stringify([...other.owners].sort());
}

/** To the digits that a sheet keeps. */
function sameParts(one: BonusScheme, other: BonusScheme): boolean {
  const told = ({ name, fixed, base, mode, tiers, threshold, capTotal, kpiMultiplier, kpiMultiplierMax }: BonusScheme): string =>
    JSON.stringify(
      [name, fixed, base, mode, tiers, threshold, capTotal, kpiMultiplier, kpiMultiplier && kpiMultiplierMax],
      (_key, value) => (typeof value === 'number' ? Number(value.toFixed(8)) : value),
    );
  return told(one) === told(other);
}
