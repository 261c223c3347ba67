// What survives between runs of the local runtime: a plain JSON-able object. It knows no files; the caller decides where it is kept.

export interface SavedStore {
  readonly [key: string]: string;
}

export interface SavedCacheItem {
  readonly key: string;
  readonly value: string;
  /** UTC ms. */
  readonly expires: number;
}

/** One installable trigger. Times are UTC milliseconds. */
export interface SavedTrigger {
  readonly id: string;
  readonly handler: string;
  readonly eventType: 'CLOCK' | 'ON_OPEN' | 'ON_EDIT' | 'ON_CHANGE' | 'ON_FORM_SUBMIT';
  readonly sourceId: string | null;
  readonly user: string;
  /** The schedule of a clock trigger. */
  readonly schedule: Schedule | null;
  /** When it fires next; null = never again (a one-shot stays listed after firing). */
  readonly nextRun: number | null;
}

export type Schedule =
  | { readonly kind: 'minutes'; readonly every: number }
  | { readonly kind: 'hours'; readonly every: number }
  | { readonly kind: 'days'; readonly every: number; readonly hour: number; readonly minute: number; readonly zone: string }
  | {
      readonly kind: 'weeks';
      readonly every: number;
      readonly weekDay: number;
      readonly hour: number;
      readonly minute: number;
      readonly zone: string;
    }
  | { readonly kind: 'monthDay'; readonly day: number; readonly hour: number; readonly minute: number; readonly zone: string }
  | { readonly kind: 'once' };

/** Used quota of one account and kind since `since` (UTC ms). */
export interface SavedQuota {
  readonly since: number;
  readonly used: Readonly<Record<string, number>>;
}

export interface SavedState {
  readonly version: 1;
  readonly spreadsheet: unknown;
  readonly properties: { readonly script: SavedStore; readonly user: Readonly<Record<string, SavedStore>>; readonly document: SavedStore };
  readonly caches: {
    readonly script: readonly SavedCacheItem[];
    readonly user: Readonly<Record<string, readonly SavedCacheItem[]>>;
    readonly document: readonly SavedCacheItem[];
  };
  readonly triggers: readonly SavedTrigger[];
  readonly quotas: Readonly<Record<string, SavedQuota>>;
  /** Results of custom functions by call key. */
  readonly functionResults: readonly (readonly [key: string, result: unknown])[];
  /** Whether the add-on has been used in this file ("enabled", reference 6). */
  readonly enabled: boolean;
}
