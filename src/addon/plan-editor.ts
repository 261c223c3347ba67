// The plans that the panel edits, in «Планы», which is the truth: people type there as well. A change that meets another one is not written
// over it but told, with who made it.
import { KpiError } from '../errors';
import { directoryOf } from '../functions/directory';
import { metricName } from '../functions/metric-names';
import { ownerName, type PlanQuestion, type PlanTable, plannedMetric, planTable } from '../functions/plan-editor';
import type { Question } from '../functions/question';
import { type PlacedPlan, placedPlans } from '../inputs/read-plans';
import { headOf } from '../inputs/rows';
import type { Directory } from '../inputs/sheet';
import type { ColumnKey } from '../inputs/sheets';
import { wordName } from '../inputs/words';
import { metricOf } from '../metrics/catalogue';
import { monthRange } from '../period';
import { type FactsSource, factsSource } from './facts-source';
import { fileLang, openFile } from './file';
import { ensureInputSheet } from './input-layout';
import { inputSheets, type ReadSheet, readSheets, typedCells } from './input-sheets';
import { ownName } from './person';
import { keptPlanDraft } from './plan-drafts';
import type { PlanConflict, PlanEdit, PlansOpened, PlansSaved } from './server-api';
import { settleInputs } from './typed-inputs';
import { appendRows, deleteRows, numberFormat, writeColumn } from './typed-rows';

/** More than anybody edits at once: 300 people, a year, two metrics. */
const MOST_EDITS = 8000;

/** The plans of a year with what was reached and what is realistic. KpiError('data', 'notLoaded') before the first load. */
export function openPlans(asked: PlanQuestion): PlansOpened {
  checkQuestion(asked);
  const source = factsSource();
  const { labels } = source.load([]);
  const directory = directoryOf(labels, source.load(['directories']).directories);
  const sheet = inputSheets(openFile()).get('plans');
  const placed = sheet ? placedIn(readSheets(new Map([['plans', sheet]])).get('plans') as ReadSheet, directory) : [];
  const table = tableOf(asked, placed, source);
  return { table, draft: keptPlanDraft(table) };
}

/**
 * Writes changed plans into «Планы», made when it is missing: a changed row keeps its comment, a new one is appended, a plan that is cleared loses
 * its row. What somebody else has changed since it was shown is a conflict, not written unless `force`. KpiError('argument', 'planEdits') for
 * anything that is no list of changes; nothing is written then.
 */
export function savePlans(asked: PlanQuestion, edits: readonly PlanEdit[]): PlansSaved {
  checkQuestion(asked);
  const checked = checkedEdits(edits);
  const lock = LockService.getScriptLock();
  if (!lock.tryLock(10000)) throw new KpiError('settings', 'savingBusy');
  try {
    const source = factsSource();
    const { labels } = source.load([]);
    const directory = directoryOf(labels, source.load(['directories']).directories);
    const file = openFile();
    const { sheet } = ensureInputSheet(file, 'plans', inputSheets(file).get('plans'), directory, fileLang(file));
    const read = readSheets(new Map([['plans', sheet]])).get('plans') as ReadSheet;
    const conflicts = writeEdits(read, asked, checked, directory, { ...source, labels });
    SpreadsheetApp.flush();
    settleInputs();
    const placed = placedIn(readSheets(new Map([['plans', sheet]])).get('plans') as ReadSheet, directory);
    return { table: tableOf(asked, placed, factsSource()), conflicts, saved: checked.length - conflicts.length };
  } finally {
    lock.releaseLock();
  }
}

function checkQuestion(asked: unknown): void {
  const { scope, year, metric } = (asked ?? {}) as Partial<Record<keyof PlanQuestion, unknown>>;
  const scopes: readonly unknown[] = ['company', 'department', 'pipeline', 'manager'];
  if (!scopes.includes(scope) || typeof year !== 'number' || typeof metric !== 'string') throw new KpiError('argument', 'planEdits');
}

function tableOf(asked: PlanQuestion, placed: readonly PlacedPlan[], source: FactsSource): PlanTable {
  const { labels } = source.load([]);
  return planTable(asked, placed, source.inputs().inputs, { ...source, labels });
}

function placedIn(read: ReadSheet, directory: Directory): PlacedPlan[] {
  return placedPlans({ cells: typedCells(new Map([['plans', read]])), directory, complaints: [] });
}

function checkedEdits(edits: unknown): PlanEdit[] {
  const isTarget = (value: unknown): boolean => value === null || (typeof value === 'number' && Number.isFinite(value) && value >= 0);
  const fine = (edit: unknown): edit is PlanEdit => {
    const { owner, month, was, target } = (edit ?? {}) as Partial<PlanEdit>;
    return (
      (owner === null || Number.isInteger(owner)) && monthRange(String(month)) !== null && isTarget(was ?? null) && isTarget(target ?? null)
    );
  };
  if (!Array.isArray(edits) || edits.length > MOST_EDITS || !edits.every(fine)) throw new KpiError('argument', 'planEdits');
  return edits.map(({ owner, month, was, target, force }) => ({
    owner,
    month,
    was: was ?? null,
    target: target ?? null,
    force: force === true,
  }));
}

type Place = ReadonlyMap<ColumnKey<'plans'>, number>;

/** Answers the changes that met others. */
function writeEdits(
  read: ReadSheet,
  { scope, metric: asked }: PlanQuestion,
  edits: readonly PlanEdit[],
  directory: Directory,
  question: Question,
): PlanConflict[] {
  const { headerRow, heads } = headOf('plans', read.values);
  const place = heads[headerRow];
  if (!place) throw new KpiError('data', 'plansHeader');
  const metric = plannedMetric(asked);
  const placed = placedIn(read, directory).filter((plan) => plan.metric === metric && plan.scope === scope);
  const conflicts: PlanConflict[] = [];
  const changed: { readonly row: number; readonly target: number }[] = [];
  const gone: number[] = [];
  const fresh: { readonly owner: number | null; readonly month: string; readonly target: number }[] = [];
  for (const { owner, month, was, target, force } of edits) {
    const range = monthRange(month);
    const own = placed.find(({ id, period }) => id === owner && period.start === range?.start && period.end === range.end);
    const now = own?.target ?? null;
    if (now !== was && now !== target && !force) conflicts.push({ owner, month, target: now, ...authorOf(read, place, own) });
    else if (own && target === null) gone.push(own.row);
    else if (own && target !== null && now !== target) changed.push({ row: own.row, target });
    else if (!own && target !== null) fresh.push({ owner, month, target });
  }
  const author = { changedBy: ownName(), changedAt: stampText() };
  const { sheet } = read;
  for (const run of neighbours(changed)) {
    writeColumn(sheet, place.get('target'), run.row, run.targets);
    writeColumn(
      sheet,
      place.get('changedBy'),
      run.row,
      run.targets.map(() => author.changedBy),
    );
    writeColumn(
      sheet,
      place.get('changedAt'),
      run.row,
      run.targets.map(() => author.changedAt),
    );
  }
  const rows = fresh.map(({ owner, month, target }) => ({
    period: month,
    scope: wordName(scope, directory.lang),
    who: ownerName(scope, owner, question.labels),
    metric: metricName(metric, directory.lang),
    target,
    ...author,
  }));
  const isShare = metricOf(metric).unit === 'share';
  appendRows(read, place, rows, (_key, cells) => (isShare ? '0.0%' : numberFormat(cells)));
  deleteRows(sheet, gone);
  return conflicts;
}

function authorOf({ values }: ReadSheet, place: Place, own: PlacedPlan | undefined): Pick<PlanConflict, 'by' | 'at'> {
  const cell = (key: 'changedBy' | 'changedAt'): string => {
    const value = own && values[own.row - 1]?.[place.get(key) ?? -1];
    return typeof value === 'string' ? value : '';
  };
  return { by: cell('changedBy'), at: cell('changedAt') };
}

function stampText(): string {
  const file = openFile();
  return Utilities.formatDate(new Date(), file.getSpreadsheetTimeZone(), fileLang(file) === 'ru' ? 'dd.MM.yyyy HH:mm' : 'yyyy-MM-dd HH:mm');
}

/** Changes of rows that follow each other, as one block: a formula in a row between them stays. */
function neighbours(changed: readonly { readonly row: number; readonly target: number }[]): { row: number; targets: number[] }[] {
  const runs: { row: number; targets: number[] }[] = [];
  for (const { row, target } of [...changed].sort((a, b) => a.row - b.row)) {
    const last = runs[runs.length - 1];
    if (last && last.row + last.targets.length === row) last.targets.push(target);
    else runs.push({ row, targets: [target] });
  }
  return runs;
}
