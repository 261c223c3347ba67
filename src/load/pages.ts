// One part of an answer read page by page: what is proven to be complete, and where the lane stands after it.
import type { CommandAnswer, CommandError } from '../bitrix24/batch';
import { entitySpec, type RecordOf } from '../raw/entities';
import { identifier, itemOf } from '../raw/fields';
import type { EntityId, ProductRow } from '../raw/records';
import { density, laneAfter } from './lanes';
import { type Lane, PAGE_ROWS, type Part } from './load';
import { type PieceAnswer, totalOf } from './sweep';

/** Why a part was not read to its end: an error of the command, an answer without it, or pages out of order. */
export type Stop = CommandError | 'absent' | 'unordered';

export interface PartResult<T> {
  readonly records: T[];
  /** Deals whose product rows are among the records, or that have none. */
  readonly owners: number[];
  /** What is left of the lane: none when it is complete. */
  readonly lanes: readonly Lane[];
  readonly stop: Stop | null;
  /** Rows expected beyond these, for newest pages. */
  readonly ahead: number;
  /** Page times in milliseconds of the commands that were read. */
  readonly times: readonly number[];
  readonly last: CommandAnswer | null;
}

interface Reading<T> {
  records: T[];
  owners: number[];
  lane: Lane;
  lanes: readonly Lane[] | null;
  /** Deals whose page came full: they go on by themselves. */
  aside: Lane[];
  ahead: number;
}

/** Reads commands in order and stops at the first that proves an end, fails, or comes after a short page. */
export function readPart<E extends EntityId>(
  part: Part & { readonly entity: E },
  answers: readonly CommandAnswer[],
  customFields: readonly string[],
): PartResult<RecordOf<E>> {
  const { decode, path } = entitySpec(part.entity);
  const reading: Reading<RecordOf<E>> = { records: [], owners: [], lane: part.lane, lanes: null, aside: [], ahead: 0 };
  const times: number[] = [];
  let stop: Stop | null = null;
  let last: CommandAnswer | null = null;
  for (let at = 0; at < answers.length; at++) {
    const answer = answers[at] as CommandAnswer;
    const error = forgivable(part, answer.error) ? null : answer.error;
    const items = answer.error && !error ? [] : listIn(answer.result, path);
    if (error || !items) {
      stop = error ?? 'absent';
      break;
    }
    const page = items.map((item) => decode(item, customFields));
    const verdict = readPage(part, at, page, reading);
    if (verdict === 'unordered') {
      stop = 'unordered';
      break;
    }
    if (answer.timing && answer.timing.duration >= 0) times.push(answer.timing.duration * 1000);
    last = answer;
    if (verdict === 'end') break;
  }
  const lanes = [...reading.aside, ...(reading.lanes ?? (part.kind === 'newest' ? [] : [reading.lane]))];
  return { records: reading.records, owners: reading.owners, lanes, stop, ahead: reading.ahead, times, last };
}

/**
 * Errors that mean "no records": a deal deleted or hidden after it was listed has no product rows to read (the portal denies access or finds
 * nothing), and an optional directory whose scope the webhook lacks is empty.
 */
function forgivable(part: Part, error: CommandError | null): boolean {
  if (error === null) return false;
  const group = part.entity === 'productRows' ? part.groups[0] : undefined;
  if (group) return group.length === 1 && (error.trouble === 'access' || error.code === 'NOT_FOUND');
  return error.trouble === 'scope' && entitySpec(part.entity).optional;
}

/** `go`: the next command's answer means what was asked. `end`: it does not, or there is nothing more. */
type Verdict = 'go' | 'end' | 'unordered';

function readPage<E extends EntityId>(part: Part & { entity: E }, at: number, page: RecordOf<E>[], reading: Reading<RecordOf<E>>): Verdict {
  const { paging } = entitySpec(part.entity);
  if (part.kind === 'newest') return newestPage(part.entity, page, reading);
  if (paging === 'keyset') return keysetPage(part.entity, page, reading);
  if (paging === 'owners') return ownerPage(part, at, page as ProductRow[], reading as Reading<ProductRow>);
  reading.records.push(...page);
  // A page of 50 is never the last; a list in one answer has no pages.
  const more = paging === 'offset' && page.length === PAGE_ROWS;
  reading.lane = [reading.lane[0] + PAGE_ROWS, -1, 0];
  reading.lanes = more ? null : [];
  return more ? 'go' : 'end';
}

/** The newest page bounds the walk: below its smallest id nothing is known yet. */
function newestPage<T>(entity: EntityId, page: T[], reading: Reading<T>): Verdict {
  const ids = keysOf(entity, page);
  if (!ids.every((id, at) => at === 0 || id < (ids[at - 1] ?? 0))) return 'unordered';
  reading.records.push(...page.reverse());
  const least = ids[ids.length - 1] ?? 1;
  const hint = page.length < PAGE_ROWS ? -1 : density((ids[0] ?? 0) - least + 1, page.length);
  reading.lanes = least > 1 ? [[0, least - 1, hint]] : [];
  reading.ahead = hint === -1 ? 0 : ((least - 1) * 10) / hint;
  return 'end';
}

/** Ids rise strictly within the lane; an empty page, or the lane's last id, proves the end; after a short page references no longer hold. */
function keysetPage<T>(entity: EntityId, page: T[], reading: Reading<T>): Verdict {
  const [last, end] = reading.lane;
  if (page.length === 0) {
    reading.lanes = [];
    return 'end';
  }
  const ids = keysOf(entity, page);
  if (!ids.every((id, at) => id > (at === 0 ? last : (ids[at - 1] ?? 0)) && (end === -1 || id <= end))) return 'unordered';
  reading.records.push(...page);
  const newest = ids[ids.length - 1] ?? last;
  reading.lane = laneAfter(reading.lane, newest, page.length);
  if (newest === end) reading.lanes = [];
  return newest === end || page.length !== PAGE_ROWS ? 'end' : 'go';
}

/** Rows of the deals that were asked for; a full page leaves its deals aside, to go on after its last row. */
function ownerPage(part: Part, at: number, page: ProductRow[], reading: Reading<ProductRow>): Verdict {
  const group = part.groups[at] ?? [];
  const [before, end] = reading.lane;
  const lastOwner = group[group.length - 1] ?? end;
  const full = page.length === PAGE_ROWS;
  const after = at === 0 ? part.lane[2] : 0;
  if (!page.every((row) => group.includes(row.ownerId) && row.id > after)) return 'unordered';
  if (full && !page.every((row, place) => place === 0 || row.id > (page[place - 1]?.id ?? 0))) return 'unordered';
  reading.records.push(...page);
  if (full) reading.aside.push([before, lastOwner, page[PAGE_ROWS - 1]?.id ?? 0]);
  else reading.owners.push(...group);
  reading.lane = [lastOwner, end, 0];
  if (lastOwner < end) return 'go';
  reading.lanes = [];
  return 'end';
}

function keysOf<T>(entity: EntityId, page: readonly T[]): number[] {
  const { key } = entitySpec(entity);
  return page.map((record) => Number(key(record as never)));
}

/** Product rows of one command; null when it failed or is no page. */
export function productRowsOf({ error, result }: CommandAnswer): ProductRow[] | null {
  const { decode, path } = entitySpec('productRows');
  const items = error ? null : listIn(result, path);
  return items ? items.map((item) => decode(item, [])) : null;
}

/** Number and first ids of a range; null when the answer is no page. */
export function countOf(entity: EntityId, { result, total }: CommandAnswer): PieceAnswer | null {
  const { path, idField } = entitySpec(entity);
  const items = listIn(result, path);
  if (!items) return null;
  const ids = items.map((item) => identifier(itemOf(item, entity), idField, entity));
  return { ids, total: totalOf(total, ids.length) };
}

/** The array of an answer; `[]` in place of an empty map is an empty list; null when there is none. */
function listIn(result: unknown, path: string): readonly unknown[] | null {
  if (Array.isArray(result)) return path === '' || result.length === 0 ? result : null;
  if (path === '' || typeof result !== 'object' || result === null) return null;
  const list = (result as Readonly<Record<string, unknown>>)[path];
  return Array.isArray(list) ? list : null;
}
