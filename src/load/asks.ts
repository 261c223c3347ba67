// Records asked for by their ids: those that the search for deleted ones found although nobody knew them (rights grew, or somebody took them out of the recycle
// bin), and deals that the portal changed without telling.
import type { EntityId } from '../raw/records';
import { type Ask, type LoadCursor, PAGE_ROWS, type Part } from './load';
import type { PartResult } from './pages';

/** So many ids and no more fit the cursor's property beside everything else. */
const MOST_STALE = 400;

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
  const asks: Ask[] = [];
  for (let at = 0; at < Math.min(ids.length, MOST_STALE); at += PAGE_ROWS)
    asks.push({ entity: 'deals', ids: ids.slice(at, Math.min(at + PAGE_ROWS, MOST_STALE)), why: 'stale', lane: [0, -1, 0] });
  return asks;
}

/** The cursor beyond an answer; an ask that is complete is gone. */
export function askedOn(cursor: LoadCursor, part: Part, { lanes }: PartResult<unknown>): LoadCursor {
  const [lane] = lanes;
  const asks = cursor.asks.flatMap((ask) =>
    ask.entity === part.entity && ask.ids[0] === part.groups[0]?.[0] ? (lane ? [{ ...ask, lane }] : []) : [ask],
  );
  return { ...cursor, asks };
}
