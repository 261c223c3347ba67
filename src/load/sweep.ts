// The search for records that were deleted: Bitrix24 tells nobody (bitrix24-rest 6). Each refresh asks for the number of records in some ranges of ids,
// all ranges in the course of a day of hourly refreshes; a range that differs is asked for again in pieces of one page, whose ids tell which are gone.
import type { EntityId } from '../raw/records';
import { firstAfter, idsIn } from './ids';
import { type LoadContext, PAGE_ROWS, type Sweep, type SweepMark, type SweepRange } from './load';

/** Entities whose deletions change numbers; product rows and history go with their deal. */
const SWEPT: readonly EntityId[] = ['deals', 'leads', 'activities'];
/** All ranges are looked at in so many refreshes. */
const REFRESHES = 24;
/** Requests of one refresh. */
const MOST_REQUESTS = 3;
/** Known records in a piece: a page has room for some that are not known. */
const PIECE = 40;

export const SWEEP_START: SweepMark = { entity: 'deals', after: 0, queue: [] };

/** The ranges of this refresh: those left over from the last one, and as many new ones as a request takes commands. */
export function beginSweep(mark: SweepMark, { knownIds }: LoadContext, commands: number): Sweep {
  const known = SWEPT.map((entity) => knownIds(entity));
  const all = known.reduce((sum, ids) => sum + ids.length, 0);
  const width = Math.max(PIECE, Math.ceil(all / (REFRESHES * commands)));
  const queue = [...mark.queue];
  let turn = Math.max(0, SWEPT.indexOf(mark.entity));
  let after = mark.after;
  for (let left = all; left > 0 && queue.length < mark.queue.length + commands; ) {
    const ids = known[turn] ?? [];
    const from = firstAfter(ids, after);
    const taken = Math.min(width, ids.length - from, left);
    if (taken > 0) {
      const hi = ids[from + taken - 1] ?? after;
      queue.push([SWEPT[turn] as EntityId, after, hi, FRESH]);
      left -= taken;
      after = hi;
    }
    if (from + taken >= ids.length) [turn, after] = [(turn + 1) % SWEPT.length, 0];
  }
  return { entity: SWEPT[turn] as EntityId, after, queue, sent: 0 };
}

/** One range an entity: whether a full load has brought what the portal has. */
export function wholeSweep({ knownIds }: LoadContext): Sweep {
  const queue = SWEPT.flatMap((entity): SweepRange[] => {
    const ids = knownIds(entity);
    const last = ids[ids.length - 1];
    return last === undefined ? [] : [[entity, 0, last, FRESH]];
  });
  return { ...SWEEP_START, queue, sent: 0 };
}

const FRESH = -1;

export function sweepIsDone({ queue, sent }: Sweep): boolean {
  return queue.length === 0 || sent >= MOST_REQUESTS;
}

/** A search that asks no more in this load; what is left in its queue is for the next one. */
export function endedSweep(sweep: Sweep): Sweep {
  return { ...sweep, sent: MOST_REQUESTS };
}

/** Records that must be gone by the counts, in ranges that were not looked into yet. */
export function pendingLosses({ queue }: SweepMark, entity: EntityId): number {
  return queue.reduce((sum, [of, , , lost]) => (of === entity ? sum + Math.max(0, lost) : sum), 0);
}

export interface RangeToAsk {
  readonly range: SweepRange;
  /** One command each. */
  readonly pieces: readonly SweepRange[];
}

/** Candidates for the next request, in order: new ranges as they are, else ranges that differ in pieces, each of which fits a request by itself. */
export function nextRanges(
  { queue }: Sweep,
  { knownIds }: LoadContext,
  commands: (entity: EntityId) => number,
  free: (entity: EntityId) => boolean,
): RangeToAsk[] {
  const usable = queue.filter(([entity]) => free(entity));
  const fresh = usable.filter(([, , , lost]) => lost === FRESH);
  if (fresh.length > 0) return fresh.map((range) => ({ range, pieces: [range] }));
  return usable.map((range) => ({ range, pieces: piecesOf(range, knownIds(range[0]), commands(range[0])) }));
}

function piecesOf([entity, lo, hi]: SweepRange, ids: readonly number[], most: number): SweepRange[] {
  const known = idsIn(ids, lo, hi);
  const size = Math.max(PIECE, Math.ceil(known.length / most));
  const pieces: SweepRange[] = [];
  let from = lo;
  for (let at = size; at < known.length; at += size) {
    const to = known[at - 1] ?? hi;
    pieces.push([entity, from, to, 0]);
    from = to;
  }
  return [...pieces, [entity, from, hi, 0]];
}

/** What the portal said of a piece: how many records there are, and the ids of the first page. */
export interface PieceAnswer {
  readonly total: number;
  readonly ids: readonly number[];
}

/** What the windows of the depth say together; a record that moved from one to the next meanwhile is there once. */
export function joined(answers: readonly PieceAnswer[]): PieceAnswer {
  const [only, ...others] = answers;
  if (only && others.length === 0) return only;
  const ids = [...new Set(answers.flatMap((answer) => answer.ids))].sort((a, b) => a - b);
  const twice = answers.reduce((sum, answer) => sum + answer.ids.length, 0) - ids.length;
  return { ids, total: answers.reduce((sum, answer) => sum + answer.total, 0) - twice };
}

export interface SweepNews {
  readonly sweep: Sweep;
  readonly deleted: readonly number[];
  /** Records that are there and were not known. */
  readonly found: readonly number[];
}

/** What the answers for a range mean; it leaves the queue, pieces that still differ come in its place. `room`: more unknown records are left for later. */
export function afterRange(
  sweep: Sweep,
  asked: RangeToAsk,
  answers: readonly PieceAnswer[],
  ids: readonly number[],
  room: number,
): SweepNews {
  const deleted: number[] = [];
  const found: number[] = [];
  const deeper: SweepRange[] = [];
  asked.pieces.forEach((piece, at) => {
    const answer = answers[at] as PieceAnswer;
    const known = idsIn(ids, piece[1], piece[2]);
    const whole = answer.ids.length === answer.total;
    if (answer.total === known.length && (!whole || known.every((id, place) => id === answer.ids[place]))) return;
    if (!whole) {
      deeper.push(...narrower(piece, known.length, answer.total));
      return;
    }
    const there = new Set(answer.ids);
    const mine = new Set(known);
    const unknown = answer.ids.filter((id) => !mine.has(id));
    deleted.push(...known.filter((id) => !there.has(id)));
    if (found.length + unknown.length <= room) found.push(...unknown);
    else deeper.push([piece[0], piece[1], piece[2], 0]);
  });
  const queue = sweep.queue.flatMap((range) => (sameRange(range, asked.range) ? deeper : [range]));
  return { sweep: { ...sweep, queue }, deleted, found };
}

/** A piece of one page that still holds too many is cut in the middle of its ids. */
function narrower([entity, lo, hi]: SweepRange, known: number, total: number): SweepRange[] {
  const lost = total === Number.POSITIVE_INFINITY ? 0 : Math.max(0, known - total);
  const middle = Math.floor((lo + hi) / 2);
  if (known > PIECE || middle <= lo) return [[entity, lo, hi, lost]];
  return [
    [entity, lo, middle, lost],
    [entity, middle, hi, 0],
  ];
}

export function sameRange(a: SweepRange, b: SweepRange): boolean {
  return a[0] === b[0] && a[1] === b[1] && a[2] === b[2];
}

/** A total that the portal did not give: a page that is not full is everything. */
export function totalOf(total: number, rows: number): number {
  if (Number.isInteger(total) && total >= rows) return total;
  return rows < PAGE_ROWS ? rows : Number.POSITIVE_INFINITY;
}
