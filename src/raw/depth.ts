// The depth of history: closed deals that were last changed before its day are not loaded. Whatever is created, moved, won or lost on that day or
// later is changed then, so a period that begins there misses nothing. Leads, activities and clients are loaded whole: the first contact,
// the source and the activity of later days lean on them.
import type { Params } from '../bitrix24/call';
import { isoMoment } from '../iso';
import { isoDay, parseIsoDay } from '../period';

/** The portal is asked from some days before: no two midnights of one day, the file's and the portal's, lie further apart. */
const MARGIN_DAYS = 2;

/**
 * Filters that together give every deal of a depth ('YYYY-MM-DD', '' = all there is), none of them twice. The last is walked like the deals of a whole
 * load; a change can only move a deal there from the others: those still open, and those closed with a date (R6, M38) that was still to come.
 */
export function dealWindows(depth: string): readonly Params[] {
  if (depth === '') return [{}];
  const first = depthDay(depth) - MARGIN_DAYS;
  const moment = isoMoment(first * 86400, 0);
  const older = { '<updatedTime': moment };
  return [
    { ...older, stageSemanticId: 'P' },
    { ...older, '!=stageSemanticId': 'P', '>=closedate': isoDay(first) },
    { '>=updatedTime': moment },
  ];
}

/** First local day that the depth covers; 0 = everything is loaded. */
export function depthDay(depth: string): number {
  return (depth === '' ? null : parseIsoDay(depth)) ?? 0;
}
