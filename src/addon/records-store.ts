// Records of the CRM in the store: block by block, so that a refresh rewrites only the blocks whose content changed (D2).

import type { Page } from '../load/load';
import { blockOf, blocksOf } from '../raw/blocks';
import type { RecordOf } from '../raw/entities';
import { type Arrived, mergeRecords } from '../raw/merge';
import { packRecords, unpackRecords } from '../raw/pack';
import type { EntityId, Records } from '../raw/records';
import { readTexts, type StoreIndex } from './store';

export const entityIds: readonly EntityId[] = [
  'categories',
  'statuses',
  'currencies',
  'departments',
  'users',
  'deals',
  'leads',
  'stageHistory',
  'activities',
  'productRows',
  'companies',
  'contacts',
];

/** Directories arrive whole every time: what is not there any more is gone. */
const directories: ReadonlySet<EntityId> = new Set<EntityId>(['categories', 'statuses', 'currencies', 'departments', 'users']);

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
}

const noRecords: Records = {
  deals: [],
  leads: [],
  stageHistory: [],
  activities: [],
  productRows: [],
  companies: [],
  contacts: [],
  categories: [],
  statuses: [],
  users: [],
  departments: [],
  currencies: [],
};

export const nothingStored: StoredRecords = { records: noRecords, texts: {} };

export function readRecords(index: StoreIndex): StoredRecords {
  const keys = Object.keys(index.texts).filter((key) => key.startsWith('records/'));
  const texts = readTexts(index, keys);
  const byEntity: Record<string, unknown[]> = {};
  for (const key of keys.sort((a, b) => blockNumber(a) - blockNumber(b))) {
    const entity = key.split('/')[1] as EntityId;
    const list = byEntity[entity] ?? [];
    for (const record of unpackRecords(entity, texts[key] ?? '')) list.push(record);
    byEntity[entity] = list;
  }
  return { records: { ...noRecords, ...byEntity } as Records, texts };
}

/** Stored records and arrived pages made one; only blocks that arrivals touched are packed and compared. */
export function mergedRecords(stored: StoredRecords, pages: readonly Page[]): MergedRecords {
  const records: Record<string, readonly unknown[]> = { ...stored.records };
  const changed: Record<string, string> = {};
  const dropped: string[] = [];
  for (const entity of entityIds) {
    const arrived = arrivedOf(entity, pages);
    if (!arrived) continue;
    const before = stored.records[entity] as readonly RecordOf<typeof entity>[];
    const after = mergeRecords(entity, before, arrived);
    records[entity] = after;
    compareBlocks(entity, touchedBlocks(entity, before, arrived), after, stored, changed, dropped);
  }
  return { records: records as unknown as Records, changed, dropped };
}

function arrivedOf<E extends EntityId>(entity: E, pages: readonly Page[]): Arrived<RecordOf<E>> | null {
  const own = pages.filter((page) => page.entity === entity);
  if (own.length === 0) return null;
  const records: RecordOf<E>[] = [];
  const owners: number[] = [];
  for (const page of own) {
    for (const record of page.records) records.push(record as RecordOf<E>);
    for (const owner of page.owners) owners.push(owner);
  }
  return { records, whole: directories.has(entity), owners };
}

/** Blocks that may differ: those of arrived records, and of old rows that go; null = all of them. */
function touchedBlocks<E extends EntityId>(entity: E, before: readonly RecordOf<E>[], arrived: Arrived<RecordOf<E>>): Set<number> | null {
  if (arrived.whole) return null;
  const touched = new Set<number>();
  for (const record of arrived.records) touched.add(blockOf(entity, (record as { id: number }).id));
  if (arrived.owners && arrived.owners.length > 0) {
    const owners = new Set(arrived.owners);
    for (const row of before as readonly { id: number; ownerId: number }[])
      if (owners.has(row.ownerId)) touched.add(blockOf(entity, row.id));
  }
  return touched;
}

function compareBlocks<E extends EntityId>(
  entity: E,
  touched: ReadonlySet<number> | null,
  after: readonly RecordOf<E>[],
  stored: StoredRecords,
  changed: Record<string, string>,
  dropped: string[],
): void {
  const present = new Set<string>();
  for (const { block, records } of blocksOf(entity, after)) {
    const key = `records/${entity}/${block}`;
    present.add(key);
    if (touched && !touched.has(block)) continue;
    const text = packRecords(entity, records);
    if (text !== stored.texts[key]) changed[key] = text;
  }
  const prefix = `records/${entity}/`;
  for (const key of Object.keys(stored.texts)) if (key.startsWith(prefix) && !present.has(key)) dropped.push(key);
}

function blockNumber(key: string): number {
  return Number(key.slice(key.lastIndexOf('/') + 1));
}
