// CacheService: three caches with Google's measured limits: 102,400 bytes a value, 250 characters a key, 1,000 items, oldest ~100 dropped at once
// (apps-script reference, 1, 2.2, 8).
import type { Clock } from '../../clock';
import { rules } from '../permissions';
import { type Execution, ServiceException, ServiceObject } from '../service';
import type { SavedCacheItem, SavedState } from '../state';
import { ifAssumed, type Switches } from '../switches';
import { signed } from './arguments';

const valueLimit = 102_400;
const keyLimit = 250;
const itemLimit = 1000;
const droppedAtOnce = 100;
/** Seconds: the default and the longest life of an item. */
const defaultLife = 600;
const longestLife = 21_600;

interface Item {
  readonly value: string;
  readonly expires: number;
}

/** The items of one cache, in the order they were put. */
export class CacheStore {
  readonly #clock: Clock;
  readonly #items: Map<string, Item>;

  constructor(clock: Clock, saved: readonly SavedCacheItem[] = []) {
    this.#clock = clock;
    this.#items = new Map(saved.map(({ key, value, expires }) => [key, { value, expires }]));
  }

  get(key: string): string | null {
    const item = this.#items.get(key);
    if (item === undefined) return null;
    if (item.expires > this.#clock.now()) return item.value;
    this.#items.delete(key);
    return null;
  }

  put(key: string, value: string, seconds: number): void {
    this.#items.delete(key);
    if (this.#items.size >= itemLimit) {
      // Reading does not refresh an item: the oldest by creation go, about a tenth at once.
      for (const old of [...this.#items.keys()].slice(0, droppedAtOnce)) this.#items.delete(old);
    }
    this.#items.set(key, { value, expires: this.#clock.now() + seconds * 1000 });
  }

  remove(key: string): void {
    this.#items.delete(key);
  }

  save(): SavedCacheItem[] {
    const now = this.#clock.now();
    return [...this.#items].filter(([, item]) => item.expires > now).map(([key, { value, expires }]) => ({ key, value, expires }));
  }
}

/** The three caches as one person sees them. */
export interface Caches {
  readonly script: CacheStore;
  readonly user: CacheStore;
  readonly document: CacheStore;
}

/** The caches of a script project in one file, on the runtime's clock. */
export class CacheStores {
  readonly #clock: Clock;
  readonly #script: CacheStore;
  readonly #document: CacheStore;
  readonly #users: Map<string, CacheStore>;

  constructor(clock: Clock, saved?: SavedState['caches']) {
    this.#clock = clock;
    this.#script = new CacheStore(clock, saved?.script);
    this.#document = new CacheStore(clock, saved?.document);
    this.#users = new Map(Object.entries(saved?.user ?? {}).map(([email, items]) => [email, new CacheStore(clock, items)]));
  }

  of(email: string): Caches {
    const user = this.#users.get(email) ?? new CacheStore(this.#clock);
    this.#users.set(email, user);
    return { script: this.#script, user, document: this.#document };
  }

  save(): SavedState['caches'] {
    return {
      script: this.#script.save(),
      user: Object.fromEntries([...this.#users].map(([email, store]) => [email, store.save()])),
      document: this.#document.save(),
    };
  }
}

/** Told of every value read, for measurements. */
export type CacheReads = (bytes: number) => void;

class Cache extends ServiceObject {
  readonly serviceName = 'CacheService.Cache';
  readonly #store: CacheStore;
  readonly #execution: Execution;
  readonly #onRead: CacheReads;
  readonly #checkedKey: (key: unknown) => string;

  constructor(store: CacheStore, { execution, onRead, switches }: CacheOptions) {
    super();
    this.#store = store;
    this.#execution = execution;
    this.#onRead = onRead;
    this.#checkedKey = (key) => checkedKey(key, switches);
  }

  get(key: unknown): string | null {
    const name = this.#checkedKey(key);
    this.#execution.charge('cache.get');
    return this.#read(name);
  }

  getAll(keys: unknown): Record<string, string> {
    const names = (Array.isArray(keys) ? keys : []).map(this.#checkedKey);
    this.#execution.charge('cache.get');
    this.#execution.charge('cache.item', Math.max(0, names.length - 1));
    const found: Record<string, string> = {};
    for (const name of names) {
      const value = this.#read(name);
      if (value !== null) found[name] = value;
    }
    return found;
  }

  put(key: unknown, value: unknown, expirationInSeconds: unknown = defaultLife): void {
    const name = this.#checkedKey(key);
    const text = checkedValue(value);
    this.#execution.charge('cache.put');
    this.#store.put(name, text, life(expirationInSeconds));
  }

  putAll(values: unknown, expirationInSeconds: unknown = defaultLife): void {
    const entries = Object.entries((values ?? {}) as Record<string, unknown>).map(
      ([key, value]) => [this.#checkedKey(key), checkedValue(value)] as const,
    );
    this.#execution.charge('cache.put');
    this.#execution.charge('cache.item', Math.max(0, entries.length - 1));
    for (const [key, value] of entries) this.#store.put(key, value, life(expirationInSeconds));
  }

  remove(key: unknown): void {
    const name = this.#checkedKey(key);
    this.#execution.charge('cache.get');
    this.#store.remove(name);
  }

  removeAll(keys: unknown): void {
    const names = (Array.isArray(keys) ? keys : []).map(this.#checkedKey);
    this.#execution.charge('cache.get');
    for (const name of names) this.#store.remove(name);
  }

  #read(name: string): string | null {
    const value = this.#store.get(name);
    if (value !== null) this.#onRead(Buffer.byteLength(value));
    return value;
  }
}

function checkedKey(key: unknown, switches: Switches): string {
  if (key === null || key === undefined || key === '') throw new ServiceException('Invalid argument: key');
  const text = String(key);
  if (text.length > keyLimit) throw new ServiceException(ifAssumed(switches, 'Argument too large: key', 'The key is refused.'));
  return text;
}

function checkedValue(value: unknown): string {
  const text = typeof value === 'object' && value !== null && !(value instanceof Date) ? '[object Object]' : String(value);
  if (Buffer.byteLength(text) > valueLimit) throw new ServiceException('Argument too large: value');
  return text;
}

const life = (seconds: unknown): number => Math.min(longestLife, Number(seconds ?? defaultLife));

export interface CacheOptions {
  readonly stores: Caches;
  readonly execution: Execution;
  readonly switches: Switches;
  readonly hasContainer: boolean;
  readonly onRead: CacheReads;
}

/** The `CacheService` global. */
export class CacheService extends ServiceObject {
  readonly serviceName = 'CacheService';
  readonly #options: CacheOptions;

  constructor(options: CacheOptions) {
    super();
    this.#options = options;
  }

  getScriptCache(): Cache {
    return this.#open('getScriptCache', 'script');
  }

  getUserCache(): Cache {
    return this.#open('getUserCache', 'user');
  }

  /** null without a container (8). */
  getDocumentCache(): Cache | null {
    const cache = this.#open('getDocumentCache', 'document');
    return this.#options.hasContainer ? cache : null;
  }

  #open(method: string, name: keyof Caches): Cache {
    const { stores, execution } = this.#options;
    execution.permit(`CacheService.${method}`, rules.anonymous);
    return new Cache(stores[name], this.#options);
  }
}

signed(Cache, {
  get: [['any']],
  getAll: [['list']],
  put: [
    ['any', 'any'],
    ['any', 'any', ['number']],
  ],
  putAll: [['object'], ['object', ['number']]],
  remove: [['any']],
  removeAll: [['list']],
});
signed(CacheService);
