// Where custom functions get facts (D3): from the cache, else from the store in the hidden sheet. Read-only, no network.
// A text travels gzipped in cache values of at most 100 KB; the first value tells how many there are.
import { KpiError } from '../errors';
import type { Facts, FactTableName, FactTables, Labels, StayPart } from '../facts/facts';
import { stayTextNames, unpackStays, unpackTable } from '../facts/pack';
import { titlesOf, titleTextNames } from '../facts/titles';
import { directoryOf } from '../functions/directory';
import type { AnswerContext } from '../functions/question';
import { unpackInputs } from '../inputs/pack';
import { readInputs } from '../inputs/read';
import type { TypedInputs } from '../inputs/sheet';
import type { ApprovedMonth } from '../memory/ledger';
import { unpackedText } from './chunked-cells';
import { openFile } from './file';
import { keptForecasts } from './forecasts';
import { storedInputs } from './inputs-store';
import { approvedMonths } from './ledger-store';
import { readStamp, type Stamp } from './stamp';
import { readIndex, readPacked, type StoreIndex } from './store';

/** Cache values may hold 102,400 bytes; the texts are ASCII. */
const CACHE_CHUNK = 100000;
const CACHE_SECONDS = 21600;
const ALL_STAYS: StayPart = { pipelines: null, stage: null };

/** Key of a fact text in the store. */
export function factKey(name: string): string {
  return `facts/${name}`;
}

/** Reads facts of one generation, each text at most once per execution. */
export interface FactsSource extends AnswerContext {
  readonly stamp: Stamp;
}

/** The facts a stamp, by itself the current one, stands for; KpiError('data', 'notLoaded') before the first load. */
export function factsSource(stamp: Stamp | null = readStamp()): FactsSource {
  if (!stamp) throw new KpiError('data', 'notLoaded');
  const texts: Record<string, string> = {};
  const tables = new Map<string, unknown>();
  let index: StoreIndex | null = null;
  const fromStore = (name: string): string => {
    index = index ?? readIndex(stamp.generation);
    if (!index) throw new KpiError('data', 'storeDamaged', { what: '_b24_store' });
    return readPacked(index, factKey(name));
  };
  const read = (names: readonly string[]): void => {
    const missing = names.filter((name) => texts[name] === undefined);
    const cached = cachedTexts(`${stamp.generation}`, missing);
    for (const name of missing) {
      const packed = cached[name] ?? fromStore(name);
      if (cached[name] === undefined) cacheText(`${stamp.generation}`, name, packed);
      texts[name] = unpackedText(packed, name);
    }
  };
  const stays = (part: StayPart): FactTables['stays'] => {
    const names = stayTextNames(tables.get('labels') as Labels, part);
    read(names);
    return unpackStays(Object.fromEntries(names.map((name) => [name, texts[name] ?? ''])));
  };
  const load = <T extends FactTableName>(names: readonly T[], part: StayPart = ALL_STAYS): Facts<T> => {
    const whole = ['labels', ...names].filter((name): name is Exclude<FactTableName, 'stays'> => name !== 'stays');
    read(whole);
    for (const name of whole) if (!tables.has(name)) tables.set(name, unpackTable(name, texts[name] ?? ''));
    const facts: Record<string, unknown> = {};
    for (const name of whole) facts[name] = tables.get(name);
    if ((names as readonly string[]).includes('stays')) facts['stays'] = stays(part);
    return facts as unknown as Facts<T>;
  };
  let inputs: TypedInputs | null = null;
  let approved: readonly ApprovedMonth[] | null = null;
  return {
    stamp,
    load,
    inputs: () => {
      inputs = inputs ?? typedInputs(stamp.inputs) ?? untyped(load(['directories']));
      return inputs;
    },
    titles: (rows) => {
      read(titleTextNames(rows));
      return titlesOf(rows, texts);
    },
    approved: () => {
      approved = approved ?? approvedMonths(load([]).labels.portal);
      return approved;
    },
    forecasts: () => keptForecasts(load([]).labels.portal),
  };
}

const INPUTS = 'inputs';

/** What was typed as the stamp has it; null when nothing ever was. */
function typedInputs(stamped: number): TypedInputs | null {
  const cached = cachedTexts(`i${stamped}`, [INPUTS])[INPUTS];
  if (cached !== undefined) return unpackInputs(unpackedText(cached, INPUTS));
  const found = storedInputs(stamped);
  if (!found) return null;
  cacheText(`i${found.version}`, INPUTS, found.packed);
  return unpackInputs(unpackedText(found.packed, INPUTS));
}

/** What holds while there is no input sheet. */
function untyped({ labels, directories }: Facts<'directories'>): TypedInputs {
  return readInputs({}, directoryOf(labels, directories));
}

/** Puts every text into the cache, so that the first formulas after a refresh do not all read the sheet. */
export function warmCache(generation: number, packed: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(packed)) cacheText(`${generation}`, name, text);
}

/** The cached texts; one with a missing piece is left out. */
function cachedTexts(version: string, names: readonly string[]): Record<string, string> {
  const cache = CacheService.getDocumentCache();
  if (!cache || names.length === 0) return {};
  const heads = cache.getAll(names.map((name) => cacheKey(version, name, 0)));
  const rest: string[] = [];
  const counts: Record<string, number> = {};
  for (const name of names) {
    const head = heads[cacheKey(version, name, 0)];
    if (!head) continue;
    const count = Number(head.slice(0, 4));
    counts[name] = count;
    for (let piece = 1; piece < count; piece++) rest.push(cacheKey(version, name, piece));
  }
  const pieces = rest.length > 0 ? cache.getAll(rest) : {};
  const found: Record<string, string> = {};
  for (const [name, count] of Object.entries(counts)) {
    const parts = [heads[cacheKey(version, name, 0)]?.slice(4)];
    for (let piece = 1; piece < count; piece++) parts.push(pieces[cacheKey(version, name, piece)]);
    if (parts.every((part) => typeof part === 'string')) found[name] = parts.join('');
  }
  return found;
}

/** The first value begins with the number of values in four digits. Failing to cache is harmless: the store has it all. */
function cacheText(version: string, name: string, packed: string): void {
  const cache = CacheService.getDocumentCache();
  if (!cache) return;
  const values: Record<string, string> = {};
  const count = Math.max(1, Math.ceil(packed.length / CACHE_CHUNK));
  for (let piece = 0; piece < count; piece++) {
    const head = piece === 0 ? String(count).padStart(4, '0') : '';
    values[cacheKey(version, name, piece)] = head + packed.slice(piece * CACHE_CHUNK, (piece + 1) * CACHE_CHUNK);
  }
  try {
    cache.putAll(values, CACHE_SECONDS);
  } catch {
    // A full or failing cache only costs time.
  }
}

function cacheKey(version: string, name: string, piece: number): string {
  return `b24:${openFile().getId()}:${version}:${name}:${piece}`;
}
