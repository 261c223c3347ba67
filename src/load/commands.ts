// Parts of a load as commands of a batch (loading 3.5): chained keyset pages, whole directories, product rows deal by deal.
import { type Command, reference } from '../bitrix24/batch';
import type { Param, Params } from '../bitrix24/call';
import { isoMoment } from '../iso';
import { countWindows, dealWindows } from '../raw/depth';
import { entitySpec } from '../raw/entities';
import { type LoadCursor, PAGE_ROWS, type Part } from './load';

/** Type of the owner of an activity. */
const DEAL = 2;

export function commandName(part: Part, at: number): string {
  return `${part.name}_${at}`;
}

/** What asks for the portal's clock and for whose rights these are; part of the first request only. */
export function serviceCommands(part: Part): Command[] {
  return [
    { name: commandName(part, 0), method: 'server.time', params: {} },
    { name: commandName(part, 1), method: 'profile', params: {} },
  ];
}

export function commandsOf(part: Part, cursor: LoadCursor): Command[] {
  if (part.kind === 'service') return serviceCommands(part);
  const { method } = entitySpec(part.entity);
  const commands: Command[] = [];
  for (let at = 0; at < part.count; at++) commands.push({ name: commandName(part, at), method, params: pageParams(part, at, cursor) });
  return commands;
}

function pageParams(part: Part, at: number, cursor: LoadCursor): Params {
  const spec = entitySpec(part.entity);
  if (part.kind === 'count') return countParams(part, at, cursor);
  if (spec.paging === 'all') return spec.params;
  if (spec.paging === 'offset') return { ...spec.params, start: part.lane[0] + at * PAGE_ROWS };
  if (spec.paging === 'owners') return ownerParams(part, at);
  return keysetParams(part, bounds(part, at), cursor);
}

function bounds(part: Part, at: number): Params {
  if (part.kind === 'newest') return {};
  const { idField, path } = entitySpec(part.entity);
  const steps = path === '' ? [PAGE_ROWS - 1, idField] : [path, PAGE_ROWS - 1, idField];
  const from: Param = at === 0 ? part.lane[0] : reference(commandName(part, at - 1), ...steps);
  const [, end] = part.lane;
  return { [`>${idField}`]: from, ...(end === -1 ? {} : { [`<=${idField}`]: end }) };
}

function keysetParams(part: Part, range: Params, cursor: LoadCursor): Params {
  const spec = entitySpec(part.entity);
  const filter = { ...spec.filter, ...windowOf(part, cursor), ...range };
  const select = part.entity === 'deals' ? [...spec.select, ...cursor.customFields] : spec.select;
  const direction = part.kind === 'newest' ? 'DESC' : 'ASC';
  // start=-1: no page is counted (loading 1).
  if (spec.style === 'user') return { ...spec.params, sort: spec.idField, order: direction, FILTER: filter, select, start: -1 };
  return { ...spec.params, select, order: { [spec.idField]: direction }, filter, start: -1 };
}

/** Of an `ask`: the ids, or its window; else what changed since the mark, or the window that is walked. */
function windowOf(part: Part, cursor: LoadCursor): Params {
  const { idField, changedField } = entitySpec(part.entity);
  const windows = part.entity === 'deals' ? dealWindows(cursor.depth) : [{}];
  if (part.window !== undefined) return windows[part.window] ?? {};
  const [ids = []] = part.groups;
  if (part.why === 'revived' && part.entity === 'activities') return { OWNER_TYPE_ID: DEAL, '@OWNER_ID': ids };
  if (part.kind === 'ask') return { [part.entity === 'stageHistory' ? '@OWNER_ID' : `@${idField}`]: ids };
  const since = cursor.marks[part.entity]?.since;
  if (since !== undefined && changedField !== '') return { [`>=${changedField}`]: isoMoment(since, 0) };
  return windows[windows.length - 1] ?? {};
}

/** The number of records in a range, and the ids of its first page: the one place where a total is asked for. */
function countParams(part: Part, at: number, cursor: LoadCursor): Params {
  const { params, filter, idField } = entitySpec(part.entity);
  const windows = countWindows(part.entity, cursor.depth);
  const [, lo, hi] = part.pieces?.[Math.floor(at / windows.length)] ?? [part.entity, 0, 0];
  return {
    ...params,
    select: [idField],
    order: { [idField]: 'ASC' },
    filter: { ...filter, ...windows[at % windows.length], [`>${idField}`]: lo, [`<=${idField}`]: hi },
    start: 0,
  };
}

function ownerParams(part: Part, at: number): Params {
  const { params } = entitySpec(part.entity);
  const group = part.groups[at] ?? [];
  const after = at === 0 ? part.lane[2] : 0;
  const owner: Param = group.length === 1 ? (group[0] ?? 0) : group;
  const filter = { ...(params['filter'] as Params), '=ownerId': owner, ...(after > 0 ? { '>id': after } : {}) };
  return { ...params, filter, order: { id: 'ASC' }, start: -1 };
}
