// Where custom functions get facts (D3): from the cache, else from the store in the hidden sheet. Read-only, no network.
// A table travels gzipped in cache values of at most 100 KB; the labels know how many values each table takes.
import { KpiError } from '../errors';
import type { Facts, FactTableName, FactTables } from '../facts/facts';
import { unpackTable } from '../facts/pack';
import { decompressed } from './compress';
import { openFile } from './file';
import { readStamp, type Stamp } from './stamp';
import { readIndex, readPacked, type StoreIndex } from './store';

/** Cache values may hold 102,400 bytes; the texts are ASCII. */
const CACHE_CHUNK = 100000;
const CACHE_SECONDS = 21600;

export function factKey(table: FactTableName): string {
  return `facts/${table}`;
}

/** Reads tables of one generation, each at most once per execution. */
export interface FactsSource {
  readonly stamp: Stamp;
  load<T extends FactTableName>(tables: readonly T[]): Facts<T>;
}

/** The facts the current stamp stands for; KpiError('data', 'notLoaded') before the first load. */
export function factsSource(): FactsSource {
  const stamp = readStamp();
  if (!stamp) throw new KpiError('data', 'notLoaded');
  const read = new Map<FactTableName, unknown>();
  let index: StoreIndex | null = null;
  const fromStore = (table: FactTableName): string => {
    index = index ?? readIndex(stamp.generation);
    if (!index) throw new KpiError('data', 'storeDamaged', { what: '_b24_store' });
    return readPacked(index, factKey(table));
  };
  const load = <T extends FactTableName>(tables: readonly T[]): Facts<T> => {
    const wanted = (['labels', ...tables] as FactTableName[]).filter((table) => !read.has(table));
    const packed = cachedTables(stamp.generation, wanted);
    for (const table of wanted) {
      let text = packed[table];
      if (text === undefined) {
        text = fromStore(table);
        cacheTable(stamp.generation, table, text);
      }
      read.set(table, unpackTable(table, decompressed(text)));
    }
    const facts: Partial<Record<FactTableName, unknown>> = {};
    for (const table of ['labels', ...tables] as FactTableName[]) facts[table] = read.get(table);
    return facts as FactTables as Facts<T>;
  };
  return { stamp, load };
}

/** Puts every table into the cache, so that the first formulas after a refresh do not all read the sheet. */
export function warmCache(generation: number, packed: Readonly<Record<FactTableName, string>>): void {
  for (const table of Object.keys(packed) as FactTableName[]) cacheTable(generation, table, packed[table]);
}

/** The cached text of each table; a table with a missing piece is left out. */
function cachedTables(generation: number, tables: readonly FactTableName[]): Partial<Record<FactTableName, string>> {
  const cache = CacheService.getDocumentCache();
  if (!cache || tables.length === 0) return {};
  const heads = cache.getAll(tables.map((table) => cacheKey(generation, table, 0)));
  const found: Partial<Record<FactTableName, string>> = {};
  const rest: string[] = [];
  const counts: Partial<Record<FactTableName, number>> = {};
  for (const table of tables) {
    const head = heads[cacheKey(generation, table, 0)];
    if (!head) continue;
    const count = Number(head.slice(0, 4));
    counts[table] = count;
    for (let part = 1; part < count; part++) rest.push(cacheKey(generation, table, part));
  }
  const parts = rest.length > 0 ? cache.getAll(rest) : {};
  for (const table of tables) {
    const count = counts[table];
    if (count === undefined) continue;
    const pieces = [heads[cacheKey(generation, table, 0)]?.slice(4)];
    for (let part = 1; part < count; part++) pieces.push(parts[cacheKey(generation, table, part)]);
    if (pieces.every((piece) => typeof piece === 'string')) found[table] = pieces.join('');
  }
  return found;
}

/** The first value begins with the number of values in four digits. Failing to cache is harmless: the store has it all. */
function cacheTable(generation: number, table: FactTableName, packed: string): void {
  const cache = CacheService.getDocumentCache();
  if (!cache) return;
  const pieces: string[] = [];
  for (let at = 0; at === 0 || at < packed.length; at += CACHE_CHUNK) pieces.push(packed.slice(at, at + CACHE_CHUNK));
  const values: Record<string, string> = {};
  for (let part = 0; part < pieces.length; part++) {
    const head = part === 0 ? String(pieces.length).padStart(4, '0') : '';
    values[cacheKey(generation, table, part)] = head + (pieces[part] ?? '');
  }
  try {
    cache.putAll(values, CACHE_SECONDS);
  } catch {
    // A full or failing cache only costs time.
  }
}

function cacheKey(generation: number, table: FactTableName, part: number): string {
  return `b24:${openFile().getId()}:${generation}:${table}:${part}`;
}
