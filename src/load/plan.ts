// The next wave of a load: which lanes go now, packed into as few requests as they fill.
import { batchRequest, MOST_COMMANDS } from '../bitrix24/batch';
import { countWindows } from '../raw/depth';
import { entitySpec } from '../raw/entities';
import type { EntityId } from '../raw/records';
import { revivedAsks, staleAsks } from './asks';
import { commandsOf } from './commands';
import { entitiesOf, isComplete, isDone, isSearching, progress, recordsComplete } from './cursor';
import { firstAfter } from './ids';
import { type Owners, splitLanes, wantedCommands } from './lanes';
import {
  type Lane,
  type LoadContext,
  type LoadCursor,
  PAGE_ROWS,
  type Part,
  type Step,
  type Sweep,
  type SweepMark,
  type Work,
} from './load';
import { groupCount, groupSize, groupsOf, proofDeals } from './owners';
import { commandsInTime, fitsInTime, pageTime, requestsNow, waitBefore } from './pace';
import { beginSweep, endedSweep, nextRanges, type RangeToAsk, sweepIsDone, wholeSweep } from './sweep';

/** As many requests as a load begins with. */
const LEAST_WAVE = 3;

/** Pure: asking twice gives the same. `nowMs` is any clock that runs on, the same for all calls (Date.now()). */
export function nextStep(cursor: LoadCursor, nowMs: number, context: LoadContext): Step {
  const free = (entity: EntityId) => (cursor.parked[entitySpec(entity).method] ?? 0) <= nowMs;
  const searching = searchesNow(cursor) ? withRevived(withStale(searched(cursor, context, free), context), context) : cursor;
  const second = recordsComplete(searching) && productsMayCome(searching) && searching.work.productRows !== undefined;
  const ids = second ? context.wonDealIds() : [];
  const begun = second ? withOwners(searching, ids) : searching;
  if (isDone(begun)) return { kind: 'done' };
  const wait = waitBefore(begun.pace, nowMs);
  if (wait > 0) return { kind: 'wait', ms: wait };

  const first = begun.asOf === 0;
  const most = first ? 1 : Math.min(requestsNow(begun.pace, nowMs), affordable(begun));
  // The first request holds one page of everything: page times are measured by it.
  const room = first && !begun.pace.careful ? MOST_COMMANDS : begun.pace.commands;
  const capacity = (entity: EntityId) => Math.min(room, commandsInTime(begun.work[entity]?.pageMs ?? 0));
  const owners = { ids, size: groupSize(begun) };
  const proof = second && free('productRows') && most > 0 ? proofDeals(begun, ids).slice(0, capacity('productRows') - 1) : [];
  const from = first || proof.length > 0 ? begun : splitLanes(begun, most, capacity, owners, free);
  const bins = proof.length > 0 ? [proofBin(from, proof)] : wave(from, { owners, context, free, capacity, room, most, first });
  // Also at the beginning: a portal that refuses the whole first request must not be asked on and on.
  const ms = untilFree(begun, nowMs);
  const empty = bins.every((bin) => bin.parts.every((part) => part.kind === 'service'));
  if (empty && (!first || ms < Number.POSITIVE_INFINITY)) return { kind: 'wait', ms };
  const parts = bins.map((bin, request) => bin.parts.map((part, at) => named(part, request, at)));
  const requests = parts.map((list) => batchRequest(list.flatMap((part) => commandsOf(part, from))));
  return { kind: 'send', requests, parts, from };
}

/** Requests of a wave: a run that is killed repeats its wave, which is to cost no more than a tenth of the load (loading 6). */
function affordable(cursor: LoadCursor): number {
  const { rows, total, requests } = progress(cursor);
  const ahead = (total - rows) / (PAGE_ROWS * MOST_COMMANDS);
  return Math.max(LEAST_WAVE, Math.floor((requests + ahead) / 10));
}

/** A load of product rows looks last whether their deals are still shown to it: rows of hidden deals do not come, and nobody says so. */
function searchesNow(cursor: LoadCursor): boolean {
  return cursor.mode === 'products' ? isComplete(cursor, 'productRows') : recordsComplete(cursor);
}

const productsMayCome = (cursor: LoadCursor): boolean => cursor.mode === 'products' || !isSearching(cursor);

/** The search for deleted records begins; it ends early when its methods rest: what is left is asked for in the next refresh. */
function searched(cursor: LoadCursor, context: LoadContext, free: (entity: EntityId) => boolean): LoadCursor {
  const sweep = cursor.sweepFrom ? begunSweep(cursor, cursor.sweepFrom, context) : cursor.sweep;
  if (!sweep || sweepIsDone(sweep)) return { ...cursor, sweepFrom: null, sweep };
  const rests = !sweep.queue.some(([entity]) => free(entity));
  return { ...cursor, sweepFrom: null, sweep: rests ? endedSweep(sweep) : sweep };
}

function begunSweep(cursor: LoadCursor, mark: SweepMark, context: LoadContext): Sweep {
  if (cursor.mode !== 'incremental') return wholeSweep(context);
  const commands = Math.min(MOST_COMMANDS, commandsInTime(cursor.work.deals?.pageMs ?? 0));
  return beginSweep(mark, context, piecesFor('deals', commands, cursor));
}

/** Pieces of the search that so many commands ask for. */
function piecesFor(entity: EntityId, commands: number, cursor: LoadCursor): number {
  return Math.max(1, Math.floor(commands / countWindows(entity, cursor.depth).length));
}

function withStale(cursor: LoadCursor, context: LoadContext): LoadCursor {
  if (cursor.staleAsked || isSearching(cursor)) return cursor;
  return { ...cursor, staleAsked: true, asks: [...cursor.asks, ...staleAsks(context.staleDealIds())] };
}

/** The search and its finds come first: they bring history of their own. */
function withRevived(cursor: LoadCursor, context: LoadContext): LoadCursor {
  if (cursor.depth === '' || isSearching(cursor) || cursor.asks.length > 0) return cursor;
  return { ...cursor, asks: revivedAsks(context.revivedDealIds()) };
}

/** Product rows begin with one lane over all deals; lanes that hold no deal any more are gone. */
function withOwners(cursor: LoadCursor, ids: readonly number[]): LoadCursor {
  const work = cursor.work.productRows as Work;
  const begun: Lane[] = cursor.productsBegun ? [...work.lanes] : [[0, ids[ids.length - 1] ?? 0, 0]];
  const lanes = begun.filter((lane) => firstAfter(ids, lane[1]) > firstAfter(ids, lane[0]));
  return {
    ...cursor,
    productsBegun: true,
    work: { ...cursor.work, productRows: { ...work, total: Math.max(work.total, ids.length), lanes } },
  };
}

function untilFree(cursor: LoadCursor, nowMs: number): number {
  const ends = Object.values(cursor.parked).filter((end) => end > nowMs);
  return Math.max(1, Math.min(...ends) - nowMs);
}

type NamelessPart = Omit<Part, 'name'>;

interface Bin {
  readonly parts: NamelessPart[];
  commands: number;
  ms: number;
}

interface Wave {
  readonly owners: Owners;
  readonly context: LoadContext;
  readonly free: (entity: EntityId) => boolean;
  readonly capacity: (entity: EntityId) => number;
  /** Commands a request may have, requests the wave may have. */
  readonly room: number;
  readonly most: number;
  readonly first: boolean;
}

function wave(from: LoadCursor, { owners, context, free, capacity, room, most, first }: Wave): Bin[] {
  // The first request measures one page of everything: the windows of the depth wait.
  const tasks = tasksOf(from, owners).filter((task) => free(task.entity) && !(first && task.window !== undefined));
  const pieces = (entity: EntityId) => piecesFor(entity, capacity(entity), from);
  const counts =
    from.sweep && !sweepIsDone(from.sweep) ? countBin(from, nextRanges(from.sweep, context, pieces, free), capacity, room) : null;
  return [...(counts ? [counts] : []), ...packed(tasks, capacity, room, counts ? most - 1 : most, first)];
}

type Task = Omit<Part, 'count' | 'name'> & { readonly wanted: number; readonly pageMs: number };

function tasksOf(cursor: LoadCursor, owners: Owners): Task[] {
  const tasks: Task[] = [];
  for (const { entity, ids, lane, why, window } of cursor.asks) {
    const pageMs = pageTime(cursor.work[entity]?.pageMs ?? 0);
    const wanted = entity === 'stageHistory' || why === 'revived' || why === 'window' ? wantedCommands(lane) : 2;
    tasks.push({ entity, kind: 'ask', lane, groups: [ids], wanted, pageMs, why, ...(window === undefined ? {} : { window }) });
  }
  for (const entity of entitiesOf(cursor)) {
    const { newest, lanes, pageMs } = cursor.work[entity] as Work;
    const { paging } = entitySpec(entity);
    const time = pageTime(pageMs);
    if (newest) tasks.push({ entity, kind: 'newest', lane: [0, -1, 0], groups: [], wanted: 1, pageMs: time });
    for (const lane of lanes) {
      const groups = paging === 'owners' ? groupsOf(lane, owners.ids, owners.size, MOST_COMMANDS) : [];
      const wanted = paging === 'owners' ? groupCount(lane, owners.ids, owners.size) : paging === 'keyset' ? wantedCommands(lane) : 1;
      tasks.push({ entity, kind: 'lane', lane, groups, wanted, pageMs: time });
    }
  }
  return tasks;
}

/**
 * Long lanes get a request each, entities taking turns (each method has its own operating time); short ones are laid together, first fit,
 * largest first. What finds no room waits for the next wave.
 */
function packed(tasks: readonly Task[], capacity: (entity: EntityId) => number, room: number, most: number, first: boolean): Bin[] {
  const bins: Bin[] = first ? [serviceBin()] : [];
  const isLong = (task: Task) => !first && task.wanted >= capacity(task.entity);
  for (const task of inTurns(tasks.filter(isLong))) {
    if (bins.length >= most) break;
    bins.push(put({ parts: [], commands: 0, ms: 0 }, task, capacity(task.entity)));
  }
  const short = tasks.filter((task) => !isLong(task)).sort((a, b) => b.wanted - a.wanted);
  for (const task of short) {
    const count = Math.min(task.wanted, capacity(task.entity));
    const bin = bins.find((one) => one.commands + count <= room && fitsInTime(one.ms + count * task.pageMs));
    if (bin) put(bin, task, count);
    else if (bins.length < most) bins.push(put({ parts: [], commands: 0, ms: 0 }, task, count));
  }
  return bins;
}

function serviceBin(): Bin {
  return { parts: [{ entity: 'users', kind: 'service', count: 2, lane: [0, -1, 0], groups: [] }], commands: 2, ms: 0 };
}

/** The same deals one by one and in one command: whether lists may be asked for. */
function proofBin(cursor: LoadCursor, deals: readonly number[]): Bin {
  const [lane] = (cursor.work.productRows as Work).lanes as [Lane];
  const single: NamelessPart = { entity: 'productRows', kind: 'lane', lane, count: deals.length, groups: deals.map((id) => [id]) };
  const list: NamelessPart = { entity: 'productRows', kind: 'probe', lane, count: 1, groups: [deals] };
  return { parts: [single, list], commands: deals.length + 1, ms: 0 };
}

/** The search for deleted records has a request of its own; what it has no time for waits for the next one. */
function countBin(cursor: LoadCursor, ranges: readonly RangeToAsk[], capacity: (entity: EntityId) => number, room: number): Bin | null {
  const bin: Bin = { parts: [], commands: 0, ms: 0 };
  for (const { range, pieces } of ranges) {
    const [entity] = range;
    const count = pieces.length * countWindows(entity, cursor.depth).length;
    const ms = count * pageTime(cursor.work[entity]?.pageMs ?? 0);
    if (bin.commands > 0 && (bin.commands + count > Math.min(room, capacity(entity)) || !fitsInTime(bin.ms + ms))) break;
    bin.parts.push({ entity, kind: 'count', lane: [0, -1, 0], count, groups: [], range, pieces });
    bin.commands += count;
    bin.ms += ms;
  }
  return bin.commands > 0 ? bin : null;
}

function put(bin: Bin, task: Task, count: number): Bin {
  const { wanted: _, pageMs, ...part } = task;
  bin.parts.push({ ...part, count, groups: part.kind === 'ask' ? part.groups : part.groups.slice(0, count) });
  bin.commands += count;
  bin.ms += count * pageMs;
  return bin;
}

/** First lanes of every entity, then second ones, and so on; longer before shorter among equals. */
function inTurns(tasks: readonly Task[]): Task[] {
  const turns = new Map<EntityId, number>();
  return [...tasks]
    .sort((a, b) => b.wanted - a.wanted)
    .map((task) => {
      const turn = turns.get(task.entity) ?? 0;
      turns.set(task.entity, turn + 1);
      return { task, turn };
    })
    .sort((a, b) => a.turn - b.turn)
    .map(({ task }) => task);
}

function named(part: NamelessPart, request: number, at: number): Part {
  return { ...part, name: `r${request}p${at}` };
}
