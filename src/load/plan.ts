// The next wave of a load: which lanes go now, packed into as few requests as they fill.
import { batchRequest, MOST_COMMANDS } from '../bitrix24/batch';
import { entitySpec } from '../raw/entities';
import type { EntityId } from '../raw/records';
import { commandsOf } from './commands';
import { entitiesOf, isComplete, recordsComplete } from './cursor';
import { ownersIn, splitLanes, wantedCommands } from './lanes';
import type { Lane, LoadContext, LoadCursor, Part, Step, Work } from './load';
import { commandsInTime, fitsInTime, pageTime, requestsNow, waitBefore } from './pace';

/** Pure: asking twice gives the same. `nowMs` is any clock that runs on, the same for all calls (Date.now()). */
export function nextStep(cursor: LoadCursor, nowMs: number, context: LoadContext): Step {
  const second = recordsComplete(cursor) && cursor.work.productRows !== undefined;
  const owners = second ? ascending(context.wonDealIds()) : [];
  const begun = second && !cursor.productsBegun ? beginProducts(cursor, owners) : cursor;
  if (begun.asOf > 0 && entitiesOf(begun).every((entity) => isComplete(begun, entity))) return { kind: 'done' };
  const wait = waitBefore(begun.pace, nowMs);
  if (wait > 0) return { kind: 'wait', ms: wait };

  const free = (entity: EntityId) => (begun.parked[entitySpec(entity).method] ?? 0) <= nowMs;
  const first = begun.asOf === 0;
  const most = first ? 1 : requestsNow(begun.pace, nowMs);
  // The first request holds one page of everything: page times are measured by it.
  const room = first && !begun.pace.careful ? MOST_COMMANDS : begun.pace.commands;
  const capacity = (entity: EntityId) => Math.min(room, commandsInTime(begun.work[entity]?.pageMs ?? 0));
  const from = first ? begun : splitLanes(begun, most, capacity, owners, free);
  const tasks = tasksOf(from, owners).filter((task) => free(task.entity));
  // Also at the beginning: a portal that refuses the whole first request must not be asked on and on.
  const ms = untilFree(begun, nowMs);
  if (tasks.length === 0 && (!first || ms < Number.POSITIVE_INFINITY)) return { kind: 'wait', ms };
  const parts = packed(tasks, capacity, room, most, first).map((bin, request) => bin.parts.map((part, at) => named(part, request, at)));
  const requests = parts.map((list) => batchRequest(list.flatMap((part) => commandsOf(part, from))));
  return { kind: 'send', requests, parts, from };
}

function ascending(ids: readonly number[]): number[] {
  return [...new Set(ids)].sort((a, b) => a - b);
}

function beginProducts(cursor: LoadCursor, owners: readonly number[]): LoadCursor {
  const work = cursor.work.productRows as Work;
  const lanes: Lane[] = owners.length === 0 ? [] : [[0, owners[owners.length - 1] ?? 0, 0]];
  return { ...cursor, productsBegun: true, work: { ...cursor.work, productRows: { ...work, total: owners.length, lanes } } };
}

function untilFree(cursor: LoadCursor, nowMs: number): number {
  const ends = Object.values(cursor.parked).filter((end) => end > nowMs);
  return Math.max(1, Math.min(...ends) - nowMs);
}

type Task = Omit<Part, 'count' | 'name'> & { readonly wanted: number; readonly pageMs: number };

function tasksOf(cursor: LoadCursor, owners: readonly number[]): Task[] {
  const tasks: Task[] = [];
  for (const entity of entitiesOf(cursor)) {
    const { newest, lanes, pageMs } = cursor.work[entity] as Work;
    const { paging } = entitySpec(entity);
    if (newest) tasks.push({ entity, kind: 'newest', lane: [0, -1, 0], owners: [], wanted: 1, pageMs: pageTime(pageMs) });
    for (const lane of lanes) {
      const mine = paging === 'owners' ? ownersIn(lane, owners) : [];
      const wanted = paging === 'owners' ? mine.length : paging === 'keyset' ? wantedCommands(lane) : 1;
      tasks.push({ entity, kind: 'lane', lane, owners: mine, wanted, pageMs: pageTime(pageMs) });
    }
  }
  return tasks;
}

type NamelessPart = Omit<Part, 'name'>;

interface Bin {
  readonly parts: NamelessPart[];
  commands: number;
  ms: number;
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
  return { parts: [{ entity: 'users', kind: 'service', count: 2, lane: [0, -1, 0], owners: [] }], commands: 2, ms: 0 };
}

function put(bin: Bin, task: Task, count: number): Bin {
  const { entity, kind, lane, owners } = task;
  bin.parts.push({ entity, kind, lane, count, owners: owners.slice(0, count) });
  bin.commands += count;
  bin.ms += count * task.pageMs;
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
