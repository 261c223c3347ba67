// One run of a refresh: continues an unfinished load or starts a new one, commits when everything has arrived, then writes the raw
// sheets. A run ends itself at five of Google's six minutes and says that it is not done (D1).

import type { Send } from '../bitrix24/http';
import type { Lang } from '../cell';
import { isKpiError, KpiError } from '../errors';
import type { LoadContext, LoadCursor, LoadOptions, Page } from '../load/load';
import { accept, arrivesWhole, nextMarks, nextStep, startLoad } from '../load/machine';
import { notice } from '../locale/notice-words';
import { ENTITY_IDS } from '../raw/entities';
import { commitGeneration, derivation, type Ground, groundOf } from './commit';
import type { Connection } from './connection';
import { factsSource } from './facts-source';
import { fileLang, openFile } from './file';
import { closeLoad, type OpenLoad, openLoad, saveLoad } from './load-progress';
import { openMemory } from './memory-store';
import { ownPortal } from './portal';
import { namesOfPortal } from './portal-names';
import { continueRawSheets, rawSheetsHalfway, rawSheetsStand } from './raw-sheets';
import { marksWith, type ReasonField, reasonField } from './reason-field';
import {
  lastSeen,
  type MergedRecords,
  mergedRecords,
  nothingStored,
  readableRecords,
  readRecords,
  refuseLosses,
  type StoredRecords,
} from './records-store';
import type { RefreshResult } from './server-api';
import { typedReasonField } from './settings';
import { clearStaging, stagedPages, stagePages } from './staging';
import { readStamp, writeLastCheck } from './stamp';
import { readIndex, type StoreIndex } from './store';
import { settleInputs } from './typed-inputs';

const RUN_MS = 5 * 60 * 1000;
/** Staged at least this often, so that a killed run loses little. */
const SAVE_MS = 15 * 1000;
/** An unfinished load older than this is started anew. */
const RESUME_SECONDS = 86400;

export interface RefreshOptions {
  readonly lang: Lang;
  /** A person confirmed a full load: it replaces what is loaded, be it of another portal or user, or much more than what there is now (D11). */
  readonly full?: boolean;
}

/** KpiError('settings', 'refreshRunning') while another run holds the file. */
export function refreshData(options: RefreshOptions): RefreshResult {
  return alone(() => {
    const deadline = Date.now() + RUN_MS;
    const current = currentIndex();
    if (current && rawSheetsHalfway(current)) return rawResult(options.lang, deadline, 0, 0);
    return loadRun(options, current, deadline);
  });
}

/** Facts of a new generation from the stored records, after a setting changed (D2); nothing to do before the first load. */
export function rederiveFacts(): void {
  alone(() => {
    const index = currentIndex();
    if (!index) return;
    const merged = { records: readRecords(index).records, changed: {}, dropped: [] };
    const { asOf, marks, reasonField: field = null } = index;
    const memory = openMemory(null, { ...index, records: merged.records });
    const ground = groundOf(merged.records, asOf, field, memory.log);
    commitGeneration({ merged, memory, previous: index, current: index, connection: index, asOf, marks, reasonField: field, ground });
  });
}

/** Runs the work while nobody else refreshes this file; everything is flushed before the lock is given back. */
export function alone<T>(work: () => T): T {
  const lock = LockService.getDocumentLock();
  if (!lock.tryLock(1000)) throw new KpiError('settings', 'refreshRunning');
  try {
    return work();
  } finally {
    SpreadsheetApp.flush();
    lock.releaseLock();
  }
}

function loadRun(options: RefreshOptions, current: StoreIndex | null, deadline: number): RefreshResult {
  const { send, connection } = ownPortal();
  const known = current !== null && namesOfPortal(connection.portal)(current.portal) && current.userId === connection.userId;
  const open = resumable(connection, current);
  const confirmed = options.full === true || open?.cursor.mode === 'full';
  if (current && !known && !confirmed) throw otherIdentity(current, connection);
  const previous = confirmed ? null : current;
  const stored = previous ? readableRecords(previous) : nothingStored();
  const typed = typedReasonField();
  const field = reasonField(typed, current?.reasonField, fileLang(), send);
  const basis: Basis = { connection, previous: stored ? previous : null, current, reasonField: field };
  const start: LoadOptions = {
    customFields: field ? [field.name] : [],
    ...(basis.previous && stored
      ? { mode: 'incremental', marks: marksWith(field, basis.previous, stored.records.deals) }
      : { mode: 'full' }),
  };
  const run = loaded(send, basis, start, usable(open, start), deadline);
  const load = { ...run, requests: run.requests + (typed === '' ? 0 : 1) };
  if (!load.done) {
    return {
      done: false,
      requests: load.requests,
      rows: rowsOf(load.cursor),
      generation: current?.generation ?? 0,
      text: notice('progress', options.lang, { rows: rowsOf(load.cursor) }),
    };
  }
  return finished(load, basis, stored ?? nothingStored(), options.lang, deadline);
}

interface Basis {
  readonly connection: Connection;
  /** What an incremental load adds to; null = a full load. */
  readonly previous: StoreIndex | null;
  readonly current: StoreIndex | null;
  readonly reasonField: ReasonField | null;
}

interface LoadRun {
  readonly done: boolean;
  readonly cursor: LoadCursor;
  readonly requests: number;
  readonly pages: readonly Page[];
}

/** Drives the load machine until it is done or the time is up; everything received is staged before the run ends. */
function loaded(send: Send, basis: Basis, start: LoadOptions, resumed: Resumed | null, deadline: number): LoadRun {
  const { connection } = basis;
  const state = { portal: connection.portal, userId: connection.userId, basedOn: basis.current?.generation ?? 0 };
  let stagedRows = resumed?.state.stagedRows ?? 0;
  let cursor = resumed?.cursor ?? startLoad(start);
  const before = resumed?.pages ?? [];
  const fresh: Page[] = [];
  let unsaved: Page[] = [];
  let savedAt = Date.now();
  const context = ownersFrom(() => [...before, ...fresh]);
  const started = cursor.requests;
  const save = (): void => {
    stagedRows = stagePages(unsaved, stagedRows);
    SpreadsheetApp.flush();
    saveLoad(cursor, { ...state, stagedRows });
    unsaved = [];
    savedAt = Date.now();
  };
  for (;;) {
    const now = Date.now();
    const step = nextStep(cursor, now, context);
    if (step.kind === 'done') return { done: true, cursor, requests: cursor.requests - started, pages: [...before, ...fresh] };
    const wait = step.kind === 'wait' ? step.ms : 0;
    if (now + wait >= deadline) {
      save();
      return { done: false, cursor, requests: cursor.requests - started, pages: [] };
    }
    if (step.kind === 'wait') {
      Utilities.sleep(Math.min(wait, 300000));
      continue;
    }
    const outcome = accept(cursor, step, send(step.requests), Date.now());
    cursor = outcome.cursor;
    if (cursor.identity && cursor.identity.userId !== connection.userId) throw new KpiError('settings', 'webhookChanged');
    for (const page of outcome.pages) {
      fresh.push(page);
      unsaved.push(page);
    }
    if (Date.now() - savedAt > SAVE_MS) save();
  }
}

/** The unfinished load, when it was for the same portal, user and generation and is not older than a day. */
function resumable(connection: Connection, current: StoreIndex | null): OpenLoad | null {
  const open = openLoad();
  if (!open) return null;
  const { portal, userId, basedOn } = open.state;
  const same = namesOfPortal(connection.portal)(portal) && userId === connection.userId && basedOn === (current?.generation ?? 0);
  const fresh = open.cursor.asOf === 0 || Date.now() / 1000 - open.cursor.asOf < RESUME_SECONDS;
  return same && fresh ? open : null;
}

interface Resumed extends OpenLoad {
  readonly pages: readonly Page[];
}

/** The unfinished load with what it staged; null when another one is to start now or somebody changed the staging sheet. */
function usable(open: OpenLoad | null, start: LoadOptions): Resumed | null {
  if (!open || open.cursor.mode !== start.mode || open.cursor.customFields.join() !== start.customFields?.join()) return null;
  const { stagedRows } = open.state;
  try {
    return { ...open, pages: stagedRows > 0 ? stagedPages(stagedRows) : [] };
  } catch (error) {
    if (isKpiError(error) && error.kind === 'data') return null;
    throw error;
  }
}

/** Deals whose product rows are wanted: the won ones among those that arrived (M21). */
function ownersFrom(pages: () => readonly Page[]): LoadContext {
  let ids: number[] | null = null;
  return {
    wonDealIds: () => {
      if (ids) return ids;
      const won = new Set<number>();
      for (const page of pages()) {
        if (page.entity !== 'deals') continue;
        for (const deal of page.records) {
          if (deal.semantic === 'S' && !deal.recurring) won.add(deal.id);
          else won.delete(deal.id);
        }
      }
      ids = [...won].sort((a, b) => a - b);
      return ids;
    },
  };
}

/** Everything has arrived: commit if anything changed, then the raw sheets. */
function finished(load: LoadRun, basis: Basis, stored: StoredRecords, lang: Lang, deadline: number): RefreshResult {
  const { previous } = basis;
  const asOf = load.cursor.asOf;
  const last = lastSeen(basis.current, basis.connection.portal, previous ? stored : null);
  const whole = new Set(ENTITY_IDS.filter((entity) => arrivesWhole(load.cursor, entity)));
  const merged = mergedRecords(stored, load.pages, whole, last?.records.stageHistory ?? []);
  if (previous) refuseLosses(stored.records, merged.records);
  writeLastCheck(new Date(asOf * 1000).toISOString());
  const rows = rowsOf(load.cursor);
  const { portal, userId } = basis.connection;
  const memory = openMemory(last, { records: merged.records, portal, userId, asOf });
  const ground = groundOf(merged.records, asOf, basis.reasonField, memory.log);
  if (previous && previous.portal === portal && sameNumbers(previous, merged, ground)) {
    endLoad();
    settleInputs();
    if (!rawSheetsStand(previous)) return rawResult(lang, deadline, load.requests, rows, stored.records);
    return {
      done: true,
      requests: load.requests,
      rows,
      generation: previous.generation,
      text: notice('nothingNew', lang, { asOf: asOfText(previous.asOf) }),
    };
  }
  const lastHistoryId = merged.records.stageHistory.reduce((most, change) => Math.max(most, change.id), 0);
  commitGeneration({ ...basis, merged, memory, asOf, ground, marks: nextMarks(load.cursor, lastHistoryId) });
  endLoad();
  return rawResult(lang, deadline, load.requests, rows, merged.records);
}

function endLoad(): void {
  closeLoad();
  clearStaging();
}

/** Nothing arrived that differs, and facts would come out the same: no formula needs to run again (D4). */
function sameNumbers(previous: StoreIndex, merged: MergedRecords, ground: Ground): boolean {
  if (Object.keys(merged.changed).length > 0 || merged.dropped.length > 0) return false;
  return previous.asOf <= ground.asOf && previous.derivedWith === derivation(ground);
}

function rawResult(lang: Lang, deadline: number, requests: number, rows: number, records?: StoredRecords['records']): RefreshResult {
  const index = currentIndex();
  if (!index) throw new KpiError('data', 'notLoaded');
  const { done, refused, detail } = continueRawSheets(index, records ?? null, deadline);
  const { labels } = factsSource().load([]);
  const text = !done
    ? notice('writing', lang)
    : refused.length > 0
      ? notice('sheetsRefused', lang, { names: refused.join(', '), detail })
      : notice('refreshed', lang, { deals: labels.rows['deals'] ?? 0, leads: labels.rows['leads'] ?? 0, asOf: asOfText(labels.asOf) });
  return { done, requests, rows, generation: index.generation, text };
}

/** The index the stamp stands for; null before the first load, and when the store is damaged: then everything is loaded anew. */
function currentIndex(): StoreIndex | null {
  const stamp = readStamp();
  return stamp ? readIndex(stamp.generation) : null;
}

function otherIdentity(current: StoreIndex, connection: Connection): KpiError {
  return new KpiError('data', 'otherIdentity', {
    oldPortal: current.portal,
    oldUser: current.userName,
    newPortal: connection.portal,
    newUser: connection.userName,
  });
}

function rowsOf(cursor: LoadCursor): number {
  return Object.values(cursor.work).reduce((sum, work) => sum + (work?.rows ?? 0), 0);
}

function asOfText(asOf: number): string {
  return Utilities.formatDate(new Date(asOf * 1000), openFile().getSpreadsheetTimeZone(), 'dd.MM.yyyy HH:mm');
}
