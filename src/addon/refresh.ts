// One run of a refresh: continues an unfinished load or starts a new one, commits when everything has arrived, then writes the raw
// sheets. A run ends itself at five of Google's six minutes and says that it is not done (D1).

import { readWebhook, type Webhook } from '../bitrix24/webhook';
import type { Lang } from '../cell';
import { KpiError } from '../errors';
import type { LoadContext, LoadCursor, Page } from '../load/load';
import { accept, arrivesWhole, nextMarks, nextStep, startLoad } from '../load/machine';
import { notice } from '../locale/notice-words';
import { dayOf } from '../period';
import { ENTITY_IDS } from '../raw/entities';
import { commitGeneration } from './commit';
import { type Connection, ownWebhook, readConnection } from './connection';
import { factsSource } from './facts-source';
import { openFile } from './file';
import { closeLoad, type LoadState, openLoad, saveLoad } from './load-progress';
import { continueRawSheets, rawSheetsAreOpen, startRawSheets } from './raw-sheets';
import { mergedRecords, nothingStored, readRecords, type StoredRecords } from './records-store';
import { portalSend } from './send';
import type { RefreshResult } from './server-api';
import { clearStaging, stagedPages, stagePages } from './staging';
import { readStamp, writeLastCheck } from './stamp';
import { readIndex, type StoreIndex } from './store';

const RUN_MS = 5 * 60 * 1000;
/** Staged at least this often, so that a killed run loses little. */
const SAVE_MS = 15 * 1000;
/** An unfinished load older than this is started anew. */
const RESUME_SECONDS = 86400;

export interface RefreshOptions {
  readonly lang: Lang;
  /** The person confirmed that data of another portal or user may replace what is loaded (D11). */
  readonly replaceIdentity?: boolean;
}

/** KpiError('settings', 'refreshRunning') while another run holds the file. */
export function refreshData(options: RefreshOptions): RefreshResult {
  return alone(() => {
    const deadline = Date.now() + RUN_MS;
    if (rawSheetsAreOpen()) return rawResult(options.lang, deadline, 0, 0);
    return loadRun(options, deadline);
  });
}

/** Facts of a new generation from the stored records, after a setting changed (D2); nothing to do before the first load. */
export function rederiveFacts(): void {
  alone(() => {
    const index = currentIndex();
    if (!index) return;
    const merged = { records: readRecords(index).records, changed: {}, dropped: [] };
    commitGeneration({ merged, previous: index, current: index, connection: index, asOf: index.asOf, marks: index.marks });
  });
}

/** Runs the work while nobody else refreshes this file; everything is flushed before the lock is given back. */
function alone<T>(work: () => T): T {
  const lock = LockService.getDocumentLock();
  if (!lock.tryLock(1000)) throw new KpiError('settings', 'refreshRunning');
  try {
    return work();
  } finally {
    SpreadsheetApp.flush();
    lock.releaseLock();
  }
}

function loadRun(options: RefreshOptions, deadline: number): RefreshResult {
  const webhook = readWebhook(ownWebhook());
  const connection = readConnection();
  if (!connection) throw new KpiError('settings', 'notConnected');
  const current = currentIndex();
  const known = current !== null && current.portal === connection.portal && current.userId === connection.userId;
  if (current && !known && options.replaceIdentity !== true) throw otherIdentity(current, connection);
  const previous = known ? current : null;
  const load = loaded(webhook, connection, previous, deadline);
  if (!load.done) {
    return {
      done: false,
      requests: load.requests,
      rows: rowsOf(load.cursor),
      generation: current?.generation ?? 0,
      text: notice('progress', options.lang, { rows: rowsOf(load.cursor) }),
    };
  }
  return finished(load, { connection, previous, current }, options.lang, deadline);
}

interface LoadRun {
  readonly done: boolean;
  readonly cursor: LoadCursor;
  readonly requests: number;
  readonly pages: readonly Page[];
}

/** Drives the load machine until it is done or the time is up; everything received is staged before the run ends. */
function loaded(webhook: Webhook, connection: Connection, previous: StoreIndex | null, deadline: number): LoadRun {
  const send = portalSend(webhook);
  const state = { portal: connection.portal, userId: connection.userId, basedOn: previous?.generation ?? 0 };
  const resumed = resumable(state);
  let stagedRows = resumed?.state.stagedRows ?? 0;
  let cursor = resumed?.cursor ?? startLoad(previous ? { mode: 'incremental', marks: previous.marks } : { mode: 'full' });
  const before = stagedRows > 0 ? stagedPages(stagedRows) : [];
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
function resumable(state: Omit<LoadState, 'stagedRows'>): ReturnType<typeof openLoad> {
  const open = openLoad();
  if (!open) return null;
  const same = open.state.portal === state.portal && open.state.userId === state.userId && open.state.basedOn === state.basedOn;
  const fresh = open.cursor.asOf === 0 || Date.now() / 1000 - open.cursor.asOf < RESUME_SECONDS;
  return same && fresh ? open : null;
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

interface Basis {
  readonly connection: Connection;
  readonly previous: StoreIndex | null;
  readonly current: StoreIndex | null;
}

/** Everything has arrived: commit if anything changed, then the raw sheets. */
function finished(load: LoadRun, basis: Basis, lang: Lang, deadline: number): RefreshResult {
  const asOf = load.cursor.asOf;
  const stored: StoredRecords = basis.previous ? readRecords(basis.previous) : nothingStored();
  const merged = mergedRecords(stored, load.pages, new Set(ENTITY_IDS.filter((entity) => arrivesWhole(load.cursor, entity))));
  writeLastCheck(new Date(asOf * 1000).toISOString());
  const rows = rowsOf(load.cursor);
  if (basis.previous && sameNumbers(basis.previous, merged.changed, merged.dropped, asOf)) {
    closeLoad();
    clearStaging();
    return {
      done: true,
      requests: load.requests,
      rows,
      generation: basis.previous.generation,
      text: notice('nothingNew', lang, { asOf: asOfText(basis.previous.asOf) }),
    };
  }
  const lastHistoryId = merged.records.stageHistory.reduce((most, change) => Math.max(most, change.id), 0);
  const { index } = commitGeneration({ ...basis, merged, asOf, marks: nextMarks(load.cursor, lastHistoryId) });
  startRawSheets(index.generation);
  closeLoad();
  clearStaging();
  return rawResult(lang, deadline, load.requests, rows, merged.records);
}

/** Nothing arrived that differs, and it is still the same local day: no formula needs to run again (D4). */
function sameNumbers(previous: StoreIndex, changed: Readonly<Record<string, string>>, dropped: readonly string[], asOf: number): boolean {
  if (Object.keys(changed).length > 0 || dropped.length > 0) return false;
  const { zone, asOfDay } = factsSource().load([]).labels;
  return previous.asOf <= asOf && dayOf(asOf, zone) === asOfDay;
}

function rawResult(lang: Lang, deadline: number, requests: number, rows: number, records?: StoredRecords['records']): RefreshResult {
  const index = currentIndex();
  if (!index) throw new KpiError('data', 'notLoaded');
  const done = continueRawSheets(index, records ?? null, deadline);
  const { labels } = factsSource().load([]);
  const text = done
    ? notice('refreshed', lang, { deals: labels.rows['deals'] ?? 0, leads: labels.rows['leads'] ?? 0, asOf: asOfText(labels.asOf) })
    : notice('writing', lang);
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
