// Where an unfinished load stands: the cursor and how far the staging sheet is filled. Kept in document properties, so that the
// next run, whoever starts it, continues. The cursor is written only after the staged rows were flushed (D1).
import type { LoadCursor } from '../load/load';
import { readCursor } from '../load/machine';

const CURSOR_KEY = 'b24.load.cursor';
const STATE_KEY = 'b24.load.state';

export interface LoadState {
  /** Rows of the staging sheet that belong to the cursor. */
  readonly stagedRows: number;
  /** Portal and user the load runs for; another identity starts anew. */
  readonly portal: string;
  readonly userId: number;
  /** Generation the load builds on; 0 = none. A commit in between makes the load useless. */
  readonly basedOn: number;
}

export function saveLoad(cursor: LoadCursor, state: LoadState): void {
  PropertiesService.getDocumentProperties().setProperties({ [CURSOR_KEY]: JSON.stringify(cursor), [STATE_KEY]: JSON.stringify(state) });
}

/** The unfinished load; null when there is none or its cursor cannot be read: then the load starts anew, nothing staged is used. */
export function openLoad(): { cursor: LoadCursor; state: LoadState } | null {
  const properties = PropertiesService.getDocumentProperties();
  const cursor = properties.getProperty(CURSOR_KEY);
  const state = properties.getProperty(STATE_KEY);
  if (!cursor || !state) return null;
  try {
    return { cursor: readCursor(cursor), state: JSON.parse(state) as LoadState };
  } catch {
    return null;
  }
}

export function loadIsOpen(): boolean {
  return PropertiesService.getDocumentProperties().getProperty(STATE_KEY) !== null;
}

export function closeLoad(): void {
  const properties = PropertiesService.getDocumentProperties();
  properties.deleteProperty(CURSOR_KEY);
  properties.deleteProperty(STATE_KEY);
}
