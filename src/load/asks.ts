// Records asked for by their ids: those that the search for deleted ones found although nobody knew them (rights grew, or somebody took them out of the recycle
// bin), deals that the portal changed without telling, and the history of those that came into the depth. And windows of the depth that are not walked.
import { dealWindows } from '../raw/depth';
import type { EntityId } from '../raw/records';
import { type Ask, type LoadCursor, PAGE_ROWS, type Part } from './load';
import type { PartResult } from './pages';

/** So many ids and no more fit the cursor's property beside everything else. */
const MOST_IDS = 400;

/** What to ask for: the records by their ids, of deals their stage history too. */
export function asksFor(entity: EntityId, found: readonly number[]): Ask[] {
  const asks: Ask[] = [];
  for (let at = 0; at < found.length; at += PAGE_ROWS) {
    const ids = found.slice(at, at + PAGE_ROWS);
    asks.push({ entity, ids, why: 'unknown', lane: [0, -1, 0] });
    if (entity === 'deals') asks.push({ entity: 'stageHistory', ids, why: 'unknown', lane: [0, -1, 0] });
  }
  return asks;
}

/** Deals to be read again; of very many the rest keeps what is known of it. */
export function staleAsks(ids: readonly number[]): Ask[] {
  return asksInPages('deals', ids.slice(0, MOST_IDS), 'stale');
}

/** History and activities of deals that came into the depth; of very many the rest is asked for when these are here. */
export function revivedAsks(ids: readonly number[]): Ask[] {
  const some = ids.slice(0, MOST_IDS / 2);
  return [...asksInPages('activities', some, 'revived'), ...asksInPages('stageHistory', some, 'revived')];
}

function asksInPages(entity: EntityId, ids: readonly number[], why: Ask['why']): Ask[] {
  const asks: Ask[] = [];
  for (let at = 0; at < ids.length; at += PAGE_ROWS) asks.push({ entity, ids: ids.slice(at, at + PAGE_ROWS), why, lane: [0, -1, 0] });
  return asks;
}

/** The windows of the depth beside the last one, which is walked. */
export function windowAsks(depth: string): Ask[] {
  return dealWindows(depth)
    .slice(0, -1)
    .map((_, window) => ({ entity: 'deals', ids: [], why: 'window', lane: [0, -1, 0], window }));
}

/** The cursor beyond an answer; an ask that is complete is gone. */
export function askedOn(cursor: LoadCursor, part: Part, { lanes, records }: PartResult<unknown>): LoadCursor {
  const [lane] = lanes;
  const asks = cursor.asks.flatMap((ask) =>
    ask.entity === part.entity && ask.ids[0] === part.groups[0]?.[0] && ask.why === part.why && ask.window === part.window
      ? lane
        ? [{ ...ask, lane }]
        : []
      : [ask],
  );
  const work = cursor.work[part.entity];
  if (part.window === undefined || !work) return { ...cursor, asks };
  // Records of a window are rows of the load like those of the walk.
  const rows = work.rows + records.length;
  return { ...cursor, asks, work: { ...cursor.work, [part.entity]: { ...work, rows, total: Math.max(work.total, rows) } } };
}
