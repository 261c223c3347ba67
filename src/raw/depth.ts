// The depth of history: closed deals that were last changed before its day are not loaded, their stage history is left out, and so are done activities
// that nothing later stands on. Whatever is created, moved, won or lost on that day or later is changed then, so a period that begins there misses
// nothing. Leads and their activities are kept whole: first contact and source of later deals lean on them.
import type { Params } from '../bitrix24/call';
import { isoMoment } from '../iso';
import { isoDay, parseIsoDay } from '../period';
import type { RecordOf } from './entities';
import type { Arrived } from './merge';
import type { Activity, Deal, EntityId, StageChange } from './records';

/** The portal is asked from some days before: no two midnights of one day, the file's and the portal's, lie further apart. */
const MARGIN_DAYS = 2;
const LEAD = 1;
const DEAL = 2;
/** A deadline from here on is none (bitrix24-rest 5.8): the year 3000. */
const NEVER = 32_503_680_000;

/**
 * Filters that together give every deal of a depth ('YYYY-MM-DD', '' = all there is), none of them twice. The last is walked like the deals of a whole
 * load; a change can only move a deal there from the others: those still open, and those closed with a date (R6, M38) that was still to come.
 */
export function dealWindows(depth: string): readonly Params[] {
  if (depth === '') return [{}];
  const moment = isoMoment(firstMoment(depth), 0);
  const older = { '<updatedTime': moment };
  return [
    { ...older, stageSemanticId: 'P' },
    { ...older, '!=stageSemanticId': 'P', '>=closedate': isoDay(firstMoment(depth) / 86400) },
    { '>=updatedTime': moment },
  ];
}

/** Filters whose records are counted by the search for deleted ones: of activities those of the depth alone, as of older ones only some are kept. */
export function countWindows(entity: EntityId, depth: string): readonly Params[] {
  if (entity === 'deals') return dealWindows(depth);
  return entity === 'activities' && depth !== '' ? [{ '>=LAST_UPDATED': isoMoment(firstMoment(depth), 0) }] : [{}];
}

/** Whether a known record is among those that are counted. */
export function isCounted(entity: EntityId, record: unknown, depth: string): boolean {
  return entity !== 'activities' || depth === '' || (record as Activity).updatedTime >= firstMoment(depth);
}

/** First local day that the depth covers; 0 = everything is loaded. */
export function depthDay(depth: string): number {
  return (depth === '' ? null : parseIsoDay(depth)) ?? 0;
}

function firstMoment(depth: string): number {
  return (depthDay(depth) - MARGIN_DAYS) * 86400;
}

/** What is kept of that which arrived, beside these deals. */
export function withinDepth<E extends EntityId>(
  entity: E,
  arrived: Arrived<RecordOf<E>>,
  deals: readonly Deal[],
  depth: string,
): Arrived<RecordOf<E>> {
  if (depth === '' || (entity !== 'stageHistory' && entity !== 'activities')) return arrived;
  const loaded = new Set(deals.map((deal) => deal.id));
  const first = firstMoment(depth);
  const isKept = (record: unknown): boolean =>
    entity === 'stageHistory' ? loaded.has((record as StageChange).ownerId) : isNeeded(record as Activity, loaded, first);
  return { ...arrived, records: arrived.records.filter(isKept) };
}

/** An activity counts by any of its moments (M37), and as the first contact of a loaded deal or of a lead (R15); one that is not done is a next step (M17). */
function isNeeded(activity: Activity, deals: ReadonlySet<number>, first: number): boolean {
  const { completed, ownerTypeId, ownerId, updatedTime, startTime, deadline } = activity;
  if (!completed || ownerTypeId === LEAD || (ownerTypeId === DEAL && deals.has(ownerId))) return true;
  return updatedTime >= first || startTime >= first || (deadline >= first && deadline < NEVER);
}
