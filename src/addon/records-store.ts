// Records of the CRM in the store: block by block, so that a refresh rewrites only the blocks whose content changed (D2).

import { isKpiError, KpiError } from '../errors';
import type { Page } from '../load/load';
import type { Seen } from '../memory/log';
import { arrivedOf } from '../raw/arrivals';
import { blocksOf, touchedBlocks } from '../raw/blocks';
import { depthDay, withinDepth } from '../raw/depth';
import { ENTITY_IDS, entitySpec, noRecords, type RecordOf } from '../raw/entities';
import { type Arrived, keptHistory, mergeRecords } from '../raw/merge';
import { packRecords, unpackRecords } from '../raw/pack';
import type { EntityId, Records, StageChange } from '../raw/records';
import { namesOfPortal } from './portal-names';
import type { Changes, Counts } from './run-report';
import { readTexts, type StoreIndex } from './store';

export interface StoredRecords {
  readonly records: Records;
  /** Packed text of every block, by store key. */
  readonly texts: Readonly<Record<string, string>>;
}

export interface MergedRecords {
  readonly records: Records;
  /** Texts of new and changed blocks, by store key. */
  readonly changed: Readonly<Record<string, string>>;
  /** Keys of blocks that are gone. */
  readonly dropped: readonly string[];
  /** What became of the records of each entity that arrived. */
  readonly changes: Changes;
}

/** A refresh that loses more of an entity than this waits for a person (D11). */
const DROP_LEAST = 20;
const DROP_SHARE = 0.01;

/**
 * KpiError('data', 'manyDropped') when an entity lost more than max(20, 1 %) of its records since the last load: rights were cut, or someone tidied up.
 * `pending`: records that are seen to be gone but not which.
 */
export function lossesSince(before: Records, after: Records, pending: (entity: EntityId) => number): KpiError | null {
  for (const entity of ENTITY_IDS) {
    // Both go with their deals, which are counted.
    if (entity === 'productRows' || entity === 'stageHistory') continue;
    const all = before[entity].length;
    const lost = lostOf(entity, before[entity], after[entity]) + pending(entity);
    if (areMany(lost, all)) return new KpiError('data', 'manyDropped', { what: entity, lost, all });
  }
  return null;
}

/** KpiError('data', 'droppedUnderway') when as much vanished between the pages of one full load: half of it is what was, half what is. */
export function lossesUnderway(pages: readonly Page[], loaded: Records, pending: (entity: EntityId) => number): KpiError | null {
  for (const entity of ENTITY_IDS) {
    const gone = new Set(pages.flatMap((page) => (page.entity === entity ? page.deleted : []))).size;
    const lost = gone + pending(entity);
    const all = loaded[entity].length + gone;
    if (areMany(lost, all)) return new KpiError('data', 'droppedUnderway', { what: entity, lost, all });
  }
  return null;
}

const areMany = (lost: number, all: number): boolean => lost > Math.max(DROP_LEAST, all * DROP_SHARE);

function lostOf<E extends EntityId>(entity: E, before: Records[E], after: Records[E]): number {
  if ((before as unknown) === after) return 0;
  const { key } = entitySpec(entity);
  const kept = new Set((after as readonly RecordOf<E>[]).map((record) => key(record)));
  return (before as readonly RecordOf<E>[]).filter((record) => !kept.has(key(record))).length;
}

export function nothingStored(): StoredRecords {
  return { records: noRecords(), texts: {} };
}

/** The stored records, of some entities only where they are named. */
export function readRecords(index: StoreIndex, entities: readonly EntityId[] = ENTITY_IDS): StoredRecords {
  const keys = Object.keys(index.texts).filter((key) => entities.some((entity) => key.startsWith(`records/${entity}/`)));
  const texts = readTexts(index, keys);
  const byEntity: Record<string, unknown[]> = {};
  for (const key of keys.sort((a, b) => blockNumber(a) - blockNumber(b))) {
    const entity = key.split('/')[1] as EntityId;
    const list = byEntity[entity] ?? [];
    for (const record of unpackRecords(entity, texts[key] ?? '')) list.push(record);
    byEntity[entity] = list;
  }
  const records = { ...noRecords(), ...byEntity } as Records;
  // Product rows lie in the blocks of their deals.
  const productRows = [...records.productRows].sort((a, b) => a.id - b.id);
  return { records: { ...records, productRows }, texts };
}

/** The same; null when the store is damaged or of another version. */
export function readableRecords(index: StoreIndex, entities: readonly EntityId[] = ENTITY_IDS): StoredRecords | null {
  try {
    return readRecords(index, entities);
  } catch (error) {
    if (isKpiError(error) && error.kind === 'data') return null;
    throw error;
  }
}

/** What the last load of the portal saw, also when a full load forgets its records; null when there is none to compare with. */
export function lastSeen(current: StoreIndex | null, portal: string, stored: StoredRecords | null): Seen | null {
  if (!current || !namesOfPortal(portal)(current.portal)) return null;
  const records = (stored ?? readableRecords(current, ['deals', 'stageHistory']))?.records;
  return records ? { records, portal, userId: current.userId, asOf: current.asOf, horizonDay: depthDay(current.depth ?? '') } : null;
}

/**
 * Stored records and arrived pages made one; of the entities that arrived whole nothing old stays, except rows of the stage history that were
 * `seen` of a deal that is still there; what is outside the `depth` is left out. Only blocks that arrivals touched are packed and compared.
 */
export function mergedRecords(
  stored: StoredRecords,
  pages: readonly Page[],
  wholeEntities: ReadonlySet<EntityId>,
  seen: readonly StageChange[],
  depth = '',
): MergedRecords {
  const records: Record<string, readonly unknown[]> = { ...stored.records };
  const changed: Record<string, string> = {};
  const dropped: string[] = [];
  const changes: Partial<Record<EntityId, Counts>> = {};
  for (const entity of ENTITY_IDS) {
    const everything = arrivedOf(entity, pages, wholeEntities, stored.records);
    if (!everything) continue;
    // Deals come first.
    const deals = records['deals'] as Records['deals'];
    const arrived = withinDepth(entity, everything, deals, depth);
    const before = stored.records[entity] as readonly RecordOf<typeof entity>[];
    const merge = mergeRecords(entity, before, arrived);
    const after = entity === 'stageHistory' && arrived.whole ? keptHistory(seen, merge as StageChange[], deals) : merge;
    records[entity] = after;
    changes[entity] = countsOf(entity, before, after, arrived);
    compareBlocks(entity, touchedBlocks(entity, arrived), after, stored, changed, dropped);
  }
  return { records: records as unknown as Records, changed, dropped, changes };
}

/** Records that came anew, are others than before, are gone. */
function countsOf<E extends EntityId>(
  entity: E,
  before: readonly RecordOf<E>[],
  after: readonly RecordOf<E>[],
  arrived: Arrived<RecordOf<E>>,
): Counts {
  if (before.length === 0) return { added: after.length, changed: 0, deleted: 0 };
  const { key } = entitySpec(entity);
  const old = new Map(before.map((record) => [key(record), record]));
  const now = new Set(after.map(key));
  const known = [...new Map(arrived.records.map((record) => [key(record), record]))].filter(([id]) => old.has(id));
  const changed = known.filter(([id, record]) => JSON.stringify(old.get(id)) !== JSON.stringify(record)).length;
  const deleted = before.reduce((sum, record) => (now.has(key(record)) ? sum : sum + 1), 0);
  return { added: after.length - (before.length - deleted), changed, deleted };
}

function compareBlocks<E extends EntityId>(
  entity: E,
  touched: readonly number[] | null,
  after: readonly RecordOf<E>[],
  stored: StoredRecords,
  changed: Record<string, string>,
  dropped: string[],
): void {
  const present = new Set<string>();
  const only = touched && new Set(touched);
  for (const { block, records } of blocksOf(entity, after)) {
    const key = `records/${entity}/${block}`;
    present.add(key);
    if (only && !only.has(block)) continue;
    const text = packRecords(entity, records);
    if (text !== stored.texts[key]) changed[key] = text;
  }
  const prefix = `records/${entity}/`;
  for (const key of Object.keys(stored.texts)) if (key.startsWith(prefix) && !present.has(key)) dropped.push(key);
}

function blockNumber(key: string): number {
  return Number(key.slice(key.lastIndexOf('/') + 1));
}
