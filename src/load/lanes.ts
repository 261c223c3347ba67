// Ranges of ids: how many pages are expected in one, and how the longest are cut in two so that more of them run at once.
import type { EntityId } from '../raw/records';
import { idsIn } from './ids';
import { type Lane, type LoadCursor, PAGE_ROWS, type Work } from './load';
import { groupCount } from './owners';

/** Pages asked for in an open range that was never walked. */
const OPEN_PAGES = 6;
/** More pages than any request holds: an open range that keeps coming full. */
const MANY_PAGES = 1000;

/** Pages still expected in a lane. */
export function expectedPages(lane: Lane): number {
  const [last, end, hint] = lane;
  if (hint === -1) return 0;
  if (end === -1) return hint === 0 ? OPEN_PAGES : hint;
  return rowsIn(end - last, hint) / PAGE_ROWS;
}

/** Commands worth sending for a lane: what is expected, a little more, and the page that proves the end. */
export function wantedCommands(lane: Lane): number {
  return lane[2] === -1 ? 1 : Math.ceil(expectedPages(lane) * 1.1) + (lane[1] === -1 ? 0 : 1);
}

/** Rows expected in a span of ids, by ids per row × 10; an unknown density counts as dense. */
export function rowsIn(ids: number, hint: number): number {
  return (ids * 10) / Math.max(10, hint);
}

/** Ids per row × 10 over a span. */
export function density(ids: number, rows: number): number {
  return Math.max(10, Math.round((ids * 10) / Math.max(1, rows)));
}

/** The lane after a page of `rows` that ended at `last`. */
export function laneAfter(lane: Lane, last: number, rows: number): Lane {
  const [start, end, hint] = lane;
  if (rows < PAGE_ROWS) return [last, end, -1];
  if (end === -1) return [last, end, Math.min(MANY_PAGES, Math.max(hint, OPEN_PAGES) * 2)];
  const measured = density(last - start, rows);
  // Ids crowd and thin out: half of what was believed, half of what was just seen.
  return [last, end, hint > 0 ? Math.round((hint + measured) / 2) : measured];
}

/** What product rows are cut by: the deals wanted, ascending, and how many one command asks for. */
export interface Owners {
  readonly ids: readonly number[];
  readonly size: number;
}

/**
 * Cuts the longest ranges in the middle until `wanted` of them are longer than one request, and as long as both halves fill a request of
 * `commands`. Open ranges are not cut.
 */
export function splitLanes(
  cursor: LoadCursor,
  wanted: number,
  commands: (entity: EntityId) => number,
  owners: Owners,
  usable: (entity: EntityId) => boolean,
): LoadCursor {
  const work: Partial<Record<EntityId, Work>> = { ...cursor.work };
  for (let round = 0; round < wanted; round++) {
    const long = longLanes(work, commands, owners, usable);
    const longest = long[0];
    if (!longest || long.length >= wanted || longest.requests < 2) break;
    const halves = halved(longest.entity, longest.lane, owners.ids);
    if (!halves) break;
    const before = work[longest.entity] as Work;
    work[longest.entity] = { ...before, lanes: before.lanes.flatMap((lane) => (lane === longest.lane ? halves : [lane])) };
  }
  return { ...cursor, work };
}

interface LongLane {
  readonly entity: EntityId;
  readonly lane: Lane;
  /** Requests it would take by itself. */
  readonly requests: number;
}

/** Lanes that fill a request or more, longest first. */
function longLanes(
  work: Readonly<Partial<Record<EntityId, Work>>>,
  commands: (entity: EntityId) => number,
  owners: Owners,
  usable: (entity: EntityId) => boolean,
): LongLane[] {
  const long: LongLane[] = [];
  for (const [key, { lanes }] of Object.entries(work)) {
    const entity = key as EntityId;
    if (!usable(entity)) continue;
    for (const lane of lanes) {
      if (lane[1] === -1) continue;
      const pages = entity === 'productRows' ? groupCount(lane, owners.ids, owners.size) : expectedPages(lane);
      const requests = pages / commands(entity);
      if (requests >= 1) long.push({ entity, lane, requests });
    }
  }
  return long.sort((a, b) => b.requests - a.requests);
}

function halved(entity: EntityId, lane: Lane, owners: readonly number[]): [Lane, Lane] | null {
  const [last, end, hint] = lane;
  if (entity !== 'productRows') {
    const middle = Math.floor((last + end) / 2);
    return middle > last && middle < end
      ? [
          [last, middle, hint],
          [middle, end, hint],
        ]
      : null;
  }
  const mine = idsIn(owners, last, end);
  const middle = mine[Math.floor(mine.length / 2) - 1];
  return middle === undefined || middle >= end || hint > 0
    ? null
    : [
        [last, middle, 0],
        [middle, end, 0],
      ];
}
