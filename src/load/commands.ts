// Parts of a load as commands of a batch (loading 3.5): chained keyset pages, whole directories, product rows deal by deal.
import { type Command, reference } from '../bitrix24/batch';
import type { Param, Params } from '../bitrix24/call';
import { isoMoment } from '../iso';
import { entitySpec } from '../raw/entities';
import type { EntityId } from '../raw/records';
import { PAGE_ROWS } from './lanes';
import type { LoadCursor, Part } from './load';

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
  if (spec.paging === 'all') return spec.params;
  if (spec.paging === 'offset') return { ...spec.params, start: part.lane[0] + at * PAGE_ROWS };
  if (spec.paging === 'owners') return ownerParams(part, at);
  return keysetParams(part.entity, part.kind === 'newest' ? 'DESC' : 'ASC', bounds(part, at), cursor);
}

function bounds(part: Part, at: number): Params {
  if (part.kind === 'newest') return {};
  const { idField, path } = entitySpec(part.entity);
  const steps = path === '' ? [PAGE_ROWS - 1, idField] : [path, PAGE_ROWS - 1, idField];
  const from: Param = at === 0 ? part.lane[0] : reference(commandName(part, at - 1), ...steps);
  const [, end] = part.lane;
  return { [`>${idField}`]: from, ...(end === -1 ? {} : { [`<=${idField}`]: end }) };
}

function keysetParams(entity: EntityId, direction: 'ASC' | 'DESC', range: Params, cursor: LoadCursor): Params {
  const spec = entitySpec(entity);
  const since = cursor.marks[entity]?.since;
  const window: Params = since !== undefined && spec.changedField !== '' ? { [`>=${spec.changedField}`]: isoMoment(since, 0) } : {};
  const filter = { ...spec.filter, ...window, ...range };
  const select = entity === 'deals' ? [...spec.select, ...cursor.customFields] : spec.select;
  // start=-1: no page is counted (loading 1).
  if (spec.style === 'user') return { ...spec.params, sort: spec.idField, order: direction, FILTER: filter, select, start: -1 };
  return { ...spec.params, select, order: { [spec.idField]: direction }, filter, start: -1 };
}

function ownerParams(part: Part, at: number): Params {
  const { params } = entitySpec(part.entity);
  const offset = at === 0 ? part.lane[2] : 0;
  const filter = { ...(params['filter'] as Params), '=ownerId': part.owners[at] ?? 0 };
  // The first page needs no count; a later one is addressed by offset, which has none without it.
  return { ...params, filter, order: { id: 'ASC' }, start: offset === 0 ? -1 : offset };
}
