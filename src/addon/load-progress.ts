// Where an unfinished load stands: the cursor and how far the staging sheet is filled. Kept in one document property, so that the next
// run, whoever starts it, continues, and that cursor and rows never belong to different moments. Written only after the staged rows
// were flushed (D1). Beside it: how far the search for deleted records got, which goes on from refresh to refresh.
import type { Lang } from '../cell';
import type { LoadCursor, SweepMark } from '../load/load';
import { progress, readCursor } from '../load/machine';
import { SWEEP_START } from '../load/sweep';
import { entityWords } from '../locale/entities';
import type { LoadingState } from './server-api';

const KEY = 'b24.load';
const SWEEP_KEY = 'b24.sweep';
const STOP_KEY = 'b24.stop';

export interface LoadState {
  /** Rows of the staging sheet that belong to the cursor. */
  readonly stagedRows: number;
  /** Portal and user the load runs for; another identity starts anew. */
  readonly portal: string;
  readonly userId: number;
  /** Generation that was current when the load began; 0 = none. A commit in between makes the load useless. */
  readonly basedOn: number;
  /** Milliseconds of all its runs together. */
  readonly spentMs: number;
}

export interface OpenLoad {
  readonly cursor: LoadCursor;
  readonly state: LoadState;
}

export function saveLoad(cursor: LoadCursor, state: LoadState): void {
  PropertiesService.getDocumentProperties().setProperty(KEY, JSON.stringify({ cursor, state }));
}

/** The unfinished load; null when there is none or its cursor cannot be read: then the load starts anew, nothing staged is used. */
export function openLoad(): OpenLoad | null {
  const text = PropertiesService.getDocumentProperties().getProperty(KEY);
  if (!text) return null;
  try {
    const { cursor, state } = JSON.parse(text) as { cursor: unknown; state: LoadState };
    return { cursor: readCursor(JSON.stringify(cursor)), state };
  } catch {
    return null;
  }
}

/** How far the unfinished load is; null when there is none. */
export function loadingState(lang: Lang): LoadingState | null {
  const open = openLoad();
  if (!open) return null;
  const { entities, rows, total } = progress(open.cursor);
  const { spentMs } = open.state;
  return {
    entities: entities.map(({ entity, ...counts }) => ({
      name: entityWords[entity][lang],
      rows: counts.rows,
      total: counts.total,
      done: counts.done,
    })),
    rows,
    total,
    restSeconds: rows > 0 && spentMs > 0 ? Math.ceil(((total - rows) * spentMs) / rows / 1000) : null,
  };
}

/** A person wants the load that is under way to stop. A wish that nobody heard is forgotten: the next load is another one. */
export function askToStop(): void {
  PropertiesService.getDocumentProperties().setProperty(STOP_KEY, String(Date.now()));
}

/** Whether somebody has asked since this moment (milliseconds). */
export function isAskedToStop(since: number): boolean {
  return Number(PropertiesService.getDocumentProperties().getProperty(STOP_KEY) ?? 0) > since;
}

export function loadIsOpen(): boolean {
  return PropertiesService.getDocumentProperties().getProperty(KEY) !== null;
}

export function closeLoad(): void {
  PropertiesService.getDocumentProperties().deleteProperty(KEY);
}

/** Where the search for deleted records goes on; from the beginning for another portal or user, and when nobody can tell. */
export function readSweep(portal: string, userId: number): SweepMark {
  const text = PropertiesService.getDocumentProperties().getProperty(SWEEP_KEY);
  try {
    const kept = text ? (JSON.parse(text) as SweepMark & { readonly of: string }) : null;
    if (kept && kept.of === `${portal} ${userId}` && Array.isArray(kept.queue)) return kept;
  } catch {
    // Cut or foreign text: the search only begins again.
  }
  return SWEEP_START;
}

/** After what was found is committed: a run killed before looks at the same ranges again. */
export function saveSweep(portal: string, userId: number, { entity, after, queue }: SweepMark): void {
  PropertiesService.getDocumentProperties().setProperty(SWEEP_KEY, JSON.stringify({ of: `${portal} ${userId}`, entity, after, queue }));
}
