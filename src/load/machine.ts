// The load as a pure state machine: (cursor, clock) → what to send; (cursor, answers, clock) → records and the next cursor.
import type { HttpResponse } from '../bitrix24/http';
import type { LoadContext, LoadCursor, LoadOptions, Marks, Page, Progress, Step } from './load';

export function startLoad(_options: LoadOptions): LoadCursor {
  throw new Error('not yet');
}

/** Pure: asking twice gives the same. `nowMs` = Date.now(). */
export function nextStep(_cursor: LoadCursor, _nowMs: number, _context: LoadContext): Step {
  throw new Error('not yet');
}

/** Stage `pages`, flush, then keep `cursor`. Throws KpiError only for what a person must act on. */
export function accept(
  _cursor: LoadCursor,
  _step: Step,
  _responses: readonly HttpResponse[],
  _nowMs: number,
): { cursor: LoadCursor; pages: Page[] } {
  throw new Error('not yet');
}

export function progress(_cursor: LoadCursor): Progress {
  throw new Error('not yet');
}

/** Marks of the next incremental load, to be kept with the committed generation. `lastHistoryId` = greatest id of the merged stage history. */
export function nextMarks(_cursor: LoadCursor, _lastHistoryId: number): Marks {
  throw new Error('not yet');
}
