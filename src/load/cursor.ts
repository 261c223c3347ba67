// The cursor of a load: how it begins, what it says of progress, what the next load starts from.
import { KpiError } from '../errors';
import { ENTITY_IDS, entitySpec } from '../raw/entities';
import type { EntityId } from '../raw/records';
import { windowAsks } from './asks';
import type { Lane, LoadCursor, LoadMode, LoadOptions, Mark, Marks, Progress, Work } from './load';
import { firstPace } from './pace';
import { sweepIsDone } from './sweep';

/** Changes are asked for from this long before the mark: rows commit late and clocks tick in seconds (bitrix24-rest 6). */
export const OVERLAP_SECONDS = 300;
/** History ids are asked for again from this far behind the last one: they may commit out of order. */
const TAIL_IDS = 200;

/** A load that has not asked for anything yet. */
export function startLoad(options: LoadOptions): LoadCursor {
  const marks = options.mode === 'incremental' ? (options.marks ?? {}) : {};
  const work: Partial<Record<EntityId, Work>> = {};
  for (const entity of options.entities ?? entitiesIn(options.mode)) work[entity] = firstWork(entity, marks[entity]);
  return {
    version: 2,
    mode: options.mode,
    marks,
    customFields: options.customFields ?? [],
    depth: options.depth ?? '',
    asOf: 0,
    portalOffset: 0,
    identity: null,
    work,
    productsBegun: false,
    owners: { arrays: marks.productRows?.rowsPerDeal ? true : null, tries: 0, done: 0 },
    sweep: null,
    sweepFrom: options.sweep ?? null,
    asks: work.deals?.newest ? windowAsks(options.depth ?? '') : [],
    staleAsked: options.mode !== 'incremental',
    pace: firstPace(),
    parked: {},
    resets: {},
    requests: 0,
    refused: 0,
    failed: 0,
  };
}

function entitiesIn(mode: LoadMode): readonly EntityId[] {
  if (mode === 'incremental') return ENTITY_IDS;
  return ENTITY_IDS.filter((entity) => (entity === 'productRows') === (mode === 'products'));
}

function firstWork(entity: EntityId, mark: Mark | undefined): Work {
  const { paging, refresh } = entitySpec(entity);
  const newest = paging === 'keyset' && refresh !== 'whole' && mark === undefined;
  const lanes: Lane[] = newest || paging === 'owners' ? [] : [[mark?.afterId ?? 0, -1, 0]];
  return { rows: 0, total: 0, pageMs: mark?.pageMs ?? 0, newest, lanes };
}

/** The cursor kept as text; KpiError('data') when it is unreadable or of another version. */
export function readCursor(text: string): LoadCursor {
  try {
    const cursor = JSON.parse(text) as LoadCursor;
    if (cursor.version === 2 && typeof cursor.work === 'object' && typeof cursor.pace === 'object') return cursor;
  } catch {
    // Cut or foreign text: said below.
  }
  throw new KpiError('data', 'cursorUnreadable');
}

/** Whether what arrives of this entity replaces all that was there (a full walk, or a directory) instead of adding to it. */
export function arrivesWhole(cursor: LoadCursor, entity: EntityId): boolean {
  const { refresh } = entitySpec(entity);
  if (refresh === 'owners') return cursor.mode === 'products';
  return refresh === 'whole' || cursor.marks[entity] === undefined;
}

/** Entities of this load, in the order of the catalogue. */
export function entitiesOf(cursor: LoadCursor): EntityId[] {
  return ENTITY_IDS.filter((entity) => cursor.work[entity] !== undefined);
}

export function isComplete(cursor: LoadCursor, entity: EntityId): boolean {
  const work = cursor.work[entity];
  if (!work) return true;
  if (entity === 'productRows' && !cursor.productsBegun) return false;
  return !work.newest && work.lanes.length === 0 && !cursor.asks.some((ask) => ask.entity === entity && ask.why === 'window');
}

/** Deleted or unknown records are still being looked for. */
export function isSearching({ sweep, sweepFrom, asks }: LoadCursor): boolean {
  return sweepFrom !== null || (sweep !== null && !sweepIsDone(sweep)) || asks.some(({ why }) => why === 'unknown');
}

/** Everything that this load is for is here. */
export function isDone(cursor: LoadCursor): boolean {
  return (
    cursor.asOf > 0 &&
    !isSearching(cursor) &&
    cursor.staleAsked &&
    cursor.asks.length === 0 &&
    entitiesOf(cursor).every((entity) => isComplete(cursor, entity))
  );
}

/** Everything but product rows is here. */
export function recordsComplete(cursor: LoadCursor): boolean {
  return cursor.asOf > 0 && entitiesOf(cursor).every((entity) => entity === 'productRows' || isComplete(cursor, entity));
}

export function progress(cursor: LoadCursor): Progress {
  const entities = entitiesOf(cursor).map((entity) => {
    const { rows, total } = cursor.work[entity] as Work;
    const done = isComplete(cursor, entity);
    const expected = entity === 'productRows' ? total * perDeal(cursor) : total;
    return { entity, rows, total: done ? rows : Math.max(rows, Math.round(expected)), done };
  });
  const sum = (part: 'rows' | 'total') => entities.reduce((all, one) => all + one[part], 0);
  return { entities, done: isDone(cursor), rows: sum('rows'), total: sum('total'), requests: cursor.requests };
}

/** Product rows of a deal, as far as they came; one before any did. */
function perDeal({ owners, work }: LoadCursor): number {
  return owners.done > 0 ? (work.productRows?.rows ?? 0) / owners.done : 1;
}

/** Marks of the next incremental load, kept with the committed generation. `lastHistoryId` = greatest id of the merged stage history. */
export function nextMarks(cursor: LoadCursor, lastHistoryId: number): Marks {
  const marks: Partial<Record<EntityId, Mark>> = { ...cursor.marks };
  for (const entity of entitiesOf(cursor)) {
    const { refresh } = entitySpec(entity);
    const pageMs = Math.round(cursor.work[entity]?.pageMs ?? 0);
    if (refresh === 'changed') marks[entity] = { since: cursor.asOf - OVERLAP_SECONDS, pageMs };
    if (refresh === 'appended') marks[entity] = { afterId: Math.max(0, lastHistoryId - TAIL_IDS), pageMs };
  }
  return withProof(marks, cursor);
}

/** Marks that remember whether product rows may be asked for by lists of deals, which costs a request to prove. */
export function withProof(marks: Marks, cursor: LoadCursor): Marks {
  const { productRows: known, ...others } = marks;
  if (cursor.owners.arrays === null) return marks;
  if (!cursor.owners.arrays) return others;
  const rowsPerDeal = cursor.owners.done > 0 ? Math.max(0.1, Math.round(perDeal(cursor) * 10) / 10) : known?.rowsPerDeal;
  return { ...others, ...(rowsPerDeal ? { productRows: { rowsPerDeal } } : {}) };
}
