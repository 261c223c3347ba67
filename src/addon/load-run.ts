// Drives the load machine within one run: asks, stages what arrives, keeps the cursor, ends in time. Nothing a person sees changes here (D1).
import type { Send } from '../bitrix24/http';
import { isKpiError, KpiError } from '../errors';
import type { LoadContext, LoadCursor, LoadOptions, Page } from '../load/load';
import { accept, nextStep, startLoad } from '../load/machine';
import type { Connection } from './connection';
import { closeLoad, isAskedToStop, type OpenLoad, openLoad, saveLoad } from './load-progress';
import { namesOfPortal } from './portal-names';
import { clearStaging, stagedPages, stagePages } from './staging';

/** Staged at least this often, so that a killed run loses little. */
const SAVE_MS = 15 * 1000;
/** What is left of a run and not worth waiting for. */
const SHORT_MS = 5 * 1000;
/** An unfinished load older than this is started anew. */
const RESUME_SECONDS = 86400;

export interface LoadRun {
  readonly done: boolean;
  readonly cursor: LoadCursor;
  /** Requests of this run, and those of them that were refused or failed. */
  readonly requests: number;
  readonly retries: number;
  readonly pages: readonly Page[];
}

/** What a run loads, and for whom. */
export interface LoadTask {
  readonly send: Send;
  readonly connection: Connection;
  /** Generation that is current while the load runs; 0 = none. */
  readonly basedOn: number;
  readonly start: LoadOptions;
  /** Milliseconds of Date.now() at which the run has to end. */
  readonly deadline: number;
  readonly context: (pages: () => readonly Page[]) => LoadContext;
}

/** Continues the unfinished load if it is this one, else begins it; everything received is staged before the run ends. */
export function loadOn(task: LoadTask): LoadRun {
  const { connection, deadline, send } = task;
  const resumed = usable(unfinishedLoad(connection, task.basedOn), task.start);
  const state = { portal: connection.portal, userId: connection.userId, basedOn: task.basedOn };
  let stagedRows = resumed?.state.stagedRows ?? 0;
  let spentMs = resumed?.state.spentMs ?? 0;
  let cursor = resumed?.cursor ?? startLoad(task.start);
  const before = resumed?.pages ?? [];
  const fresh: Page[] = [];
  let unsaved: Page[] = [];
  const begunAt = Date.now();
  let savedAt = begunAt;
  const context = task.context(() => [...before, ...fresh]);
  const started = cursor;
  const save = (): void => {
    stagedRows = stagePages(unsaved, stagedRows);
    SpreadsheetApp.flush();
    spentMs += Date.now() - savedAt;
    saveLoad(cursor, { ...state, stagedRows, spentMs });
    unsaved = [];
    savedAt = Date.now();
  };
  const outcome = (done: boolean): LoadRun => ({
    done,
    cursor,
    requests: cursor.requests - started.requests,
    retries: cursor.refused + cursor.failed - started.refused - started.failed,
    pages: done ? [...before, ...fresh] : [],
  });
  for (;;) {
    const now = Date.now();
    const step = nextStep(cursor, now, context);
    if (step.kind === 'done') {
      // Counting takes a while: a run that has little time left gives it to the next one, which then asks for nothing.
      if (now < deadline - countingMs(cursor) || cursor.requests === started.requests) return outcome(true);
      save();
      return outcome(false);
    }
    const wait = step.kind === 'wait' ? step.ms : 0;
    if (now + wait >= deadline) {
      // A run that has asked for nothing waits for the next one: whoever calls again at once would only read what is staged.
      const idle = cursor.requests === started.requests ? deadline - now : 0;
      if (idle > SHORT_MS) {
        Utilities.sleep(Math.min(idle, 300000));
        continue;
      }
      save();
      return outcome(false);
    }
    if (step.kind === 'wait') {
      Utilities.sleep(Math.min(wait, 300000));
      continue;
    }
    if (isAskedToStop(begunAt)) {
      save();
      throw new KpiError('settings', 'refreshStopped');
    }
    const news = accept(cursor, step, send(step.requests), Date.now(), context);
    cursor = news.cursor;
    if (cursor.identity && cursor.identity.userId !== connection.userId) throw new KpiError('settings', 'webhookChanged');
    for (const page of news.pages) {
      fresh.push(page);
      unsaved.push(page);
    }
    if (Date.now() - savedAt > SAVE_MS) save();
  }
}

/** Half a millisecond a row: several times what was measured on a computer, never more than a run that has just begun can spare. */
function countingMs(cursor: LoadCursor): number {
  return Math.min(240_000, rowsOf(cursor) / 2);
}

/** Rows received in a load up to now. */
export function rowsOf(cursor: LoadCursor): number {
  return Object.values(cursor.work).reduce((sum, work) => sum + (work?.rows ?? 0), 0);
}

/** The unfinished load, when it was for the same portal, user and generation and is not older than a day. */
export function unfinishedLoad(connection: Connection, generation: number): OpenLoad | null {
  const open = openLoad();
  if (!open) return null;
  const { portal, userId, basedOn } = open.state;
  const same = namesOfPortal(connection.portal)(portal) && userId === connection.userId && basedOn === generation;
  const fresh = open.cursor.asOf === 0 || Date.now() / 1000 - open.cursor.asOf < RESUME_SECONDS;
  return same && fresh ? open : null;
}

interface Resumed extends OpenLoad {
  readonly pages: readonly Page[];
}

/** The unfinished load with what it staged; null when another one is to start now or somebody changed the staging sheet. */
function usable(open: OpenLoad | null, start: LoadOptions): Resumed | null {
  if (!open || open.cursor.mode !== start.mode || open.cursor.customFields.join() !== (start.customFields ?? []).join()) return null;
  if (open.cursor.depth !== (start.depth ?? '')) return null;
  const { stagedRows } = open.state;
  try {
    return { ...open, pages: stagedRows > 0 ? stagedPages(stagedRows) : [] };
  } catch (error) {
    if (isKpiError(error) && error.kind === 'data') return null;
    throw error;
  }
}

/** The next load looks anew: what this one has seen may be over by then. */
export function stopAt(losses: KpiError | null): void {
  if (!losses) return;
  endLoad();
  throw losses;
}

export function endLoad(): void {
  closeLoad();
  clearStaging();
}
