// PropertiesService: three stores of strings with Google's limits (apps-script reference, 1, 4.3, 8). It keeps nothing on disk: `PropertyStores.save()` does.
import { rules } from '../permissions';
import type { Quotas } from '../quotas';
import { type Execution, ServiceException, ServiceObject } from '../service';
import type { SavedState, SavedStore } from '../state';
import type { Switches } from '../switches';
import { signed } from './arguments';

/** 9 KB per value, 500 KB per store, in UTF-8 bytes. */
const valueLimit = 9 * 1024;
const storeLimit = 500 * 1024;
const quotaText = 'You have exceeded the property storage quota. Please remove some properties and try again.';

type Store = Map<string, string>;

/** All stores of one script project in one file. */
export class PropertyStores {
  readonly script: Store;
  readonly document: Store;
  readonly #users: Map<string, Store>;

  constructor(saved?: SavedState['properties']) {
    const store = (values: SavedStore | undefined): Store => new Map(Object.entries(values ?? {}));
    this.script = store(saved?.script);
    this.document = store(saved?.document);
    this.#users = new Map(Object.entries(saved?.user ?? {}).map(([email, values]) => [email, store(values)]));
  }

  user(email: string): Store {
    const known = this.#users.get(email);
    if (known !== undefined) return known;
    const made: Store = new Map();
    this.#users.set(email, made);
    return made;
  }

  save(): SavedState['properties'] {
    return {
      script: Object.fromEntries(this.script),
      document: Object.fromEntries(this.document),
      user: Object.fromEntries([...this.#users].map(([email, store]) => [email, Object.fromEntries(store)])),
    };
  }
}

export interface PropertiesOptions {
  readonly stores: PropertyStores;
  readonly execution: Execution;
  readonly quotas: Quotas;
  readonly switches: Switches;
  /** Whose user store is meant: the person, or the file's owner in a cell. */
  readonly storeOwner: string;
  /** Who pays the quota: always the person. */
  readonly payer: string;
  readonly hasContainer: boolean;
}

class Properties extends ServiceObject {
  readonly serviceName = 'PropertiesService.Properties';
  readonly #options: PropertiesOptions;
  readonly #store: Store;
  readonly #writesInCells: boolean;

  constructor(options: PropertiesOptions, store: Store, writesInCells: boolean) {
    super();
    this.#options = options;
    this.#store = store;
    this.#writesInCells = writesInCells;
  }

  getProperty(key: unknown): string | null {
    this.#use('properties.get');
    return this.#store.get(String(key)) ?? null;
  }

  getKeys(): string[] {
    this.#use('properties.get');
    return [...this.#store.keys()];
  }

  getProperties(): Record<string, string> {
    this.#use('properties.get');
    return Object.fromEntries(this.#store);
  }

  setProperty(key: unknown, value: unknown): this {
    this.#writing('setProperty');
    this.#put([[String(key), String(value)]]);
    return this;
  }

  setProperties(values: unknown, deleteAllOthers: unknown = false): this {
    this.#writing('setProperties');
    const entries = Object.entries((values ?? {}) as Record<string, unknown>).map(([key, value]): [string, string] => [key, String(value)]);
    const before = new Map(this.#store);
    if (deleteAllOthers === true) this.#store.clear();
    try {
      this.#put(entries);
    } catch (error) {
      this.#store.clear();
      for (const [key, value] of before) this.#store.set(key, value);
      throw error;
    }
    return this;
  }

  deleteProperty(key: unknown): this {
    this.#writing('deleteProperty');
    this.#store.delete(String(key));
    return this;
  }

  deleteAllProperties(): this {
    this.#writing('deleteAllProperties');
    this.#store.clear();
    return this;
  }

  #put(entries: readonly (readonly [string, string])[]): void {
    const next = new Map(this.#store);
    for (const [key, value] of entries) {
      if (Buffer.byteLength(value) > valueLimit) throw new ServiceException(quotaText);
      next.set(key, value);
    }
    let size = 0;
    for (const [key, value] of next) size += Buffer.byteLength(key) + Buffer.byteLength(value);
    if (size > storeLimit) throw new ServiceException(quotaText);
    for (const [key, value] of entries) this.#store.set(key, value);
  }

  #use(cost: 'properties.get' | 'properties.set'): void {
    const { execution, quotas, payer } = this.#options;
    execution.charge(cost);
    quotas.use(payer, 'properties');
  }

  #writing(method: string): void {
    const { execution, switches } = this.#options;
    if (!this.#writesInCells && !switches.customFunctionWritesProperties)
      execution.permit(`PropertiesService.Properties.${method}`, rules.userWrites);
    this.#use('properties.set');
  }
}

/** The `PropertiesService` global. */
export class PropertiesService extends ServiceObject {
  readonly serviceName = 'PropertiesService';
  readonly #options: PropertiesOptions;

  constructor(options: PropertiesOptions) {
    super();
    this.#options = options;
  }

  getScriptProperties(): Properties {
    this.#options.execution.permit('PropertiesService.getScriptProperties', rules.anonymous);
    return new Properties(this.#options, this.#options.stores.script, true);
  }

  getUserProperties(): Properties {
    this.#options.execution.permit('PropertiesService.getUserProperties', rules.anonymous);
    return new Properties(this.#options, this.#options.stores.user(this.#options.storeOwner), false);
  }

  getDocumentProperties(): Properties | null {
    this.#options.execution.permit('PropertiesService.getDocumentProperties', rules.anonymous);
    return this.#options.hasContainer ? new Properties(this.#options, this.#options.stores.document, true) : null;
  }
}

signed(Properties, {
  getProperty: [['any']],
  setProperty: [['any', 'any']],
  setProperties: [['object'], ['object', ['boolean']]],
  deleteProperty: [['any']],
});
signed(PropertiesService);
