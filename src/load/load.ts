// Words of the load: what is asked for, where it stands, what a step wants from the edge. JSON only: a cursor lives in one property.
import type { HttpRequest } from '../bitrix24/http';
import type { EntityId, Records } from '../raw/records';

/** Where an incremental load of one entity begins: changed since a moment (unix seconds), or ids after a known one. */
export interface Mark {
  readonly since?: number;
  readonly afterId?: number;
  /** Milliseconds a page took last time: sizes the first request. */
  readonly pageMs?: number;
}

/** What the next incremental load starts from. An entity without a mark is loaded in full; directories always are. */
export type Marks = Readonly<Partial<Record<EntityId, Mark>>>;

export interface LoadOptions {
  readonly mode: 'full' | 'incremental';
  /** Of the last committed load (see `nextMarks`); required for `incremental`. */
  readonly marks?: Marks;
  /** What to load; default: everything. Leave `departments` out when its scope is missing. */
  readonly entities?: readonly EntityId[];
  /** Custom fields of deals to ask for, by REST name. */
  readonly customFields?: readonly string[];
}

/** Whose rights the records were read with (D11). */
export interface Identity {
  readonly userId: number;
  readonly userName: string;
  readonly admin: boolean;
}

/**
 * A range of ids still to be walked: [last id got, last id of the range, hint]; rows with last < id <= end are still to come.
 * The hint is ids per row × 10 as last measured. An open range (end -1) has the number of pages to ask for next instead (0 = unknown).
 * -1: the last page was short, an empty one is expected. Directories: [offset, -1, 0]. Product rows: [last deal done, last deal, offset inside the next deal].
 */
export type Lane = readonly [last: number, end: number, hint: number];

export interface Work {
  /** Rows got so far. */
  readonly rows: number;
  /** Rows expected in all, an estimate; equals `rows` when done. */
  readonly total: number;
  /** Milliseconds of one page as the portal reports them; 0 = not measured. */
  readonly pageMs: number;
  /** The newest page is still to be read; it bounds the walk. */
  readonly newest: boolean;
  /** Ranges not complete yet; empty and not `newest` = done. Ranges never overlap. */
  readonly lanes: readonly Lane[];
}

/** How boldly to ask. Times are milliseconds of the clock given to the machine. */
export interface Pace {
  readonly lanes: number;
  readonly commands: number;
  /** Something was refused or failed before: grow by steps, no longer by leaps. */
  readonly careful: boolean;
  /** Nothing is sent before this moment. */
  readonly until: number;
  /** Waves in a row without one usable answer. */
  readonly failures: number;
  /** Requests counted against the portal's leaky bucket, and when. */
  readonly bucket: number;
  readonly at: number;
}

/** The whole state of a load, between any two steps. Keep it as JSON; it stays below 9 KB. */
export interface LoadCursor {
  readonly version: 1;
  readonly mode: 'full' | 'incremental';
  readonly marks: Marks;
  readonly customFields: readonly string[];
  /** Portal clock of the first request (unix seconds): what the loaded data stands for. 0 before the first answer. */
  readonly asOf: number;
  /** The portal's offset from UTC, seconds. */
  readonly portalOffset: number;
  readonly identity: Identity | null;
  readonly work: Readonly<Partial<Record<EntityId, Work>>>;
  /** Product rows wait for the deals: false until their phase began. */
  readonly productsBegun: boolean;
  readonly pace: Pace;
  /** REST methods out of operating time, and until when (milliseconds of the machine's clock). */
  readonly parked: Readonly<Record<string, number>>;
  /** When operating time of a method begins to come back, as its last good answer said (milliseconds of the machine's clock). */
  readonly resets: Readonly<Record<string, number>>;
  readonly requests: number;
  readonly refused: number;
  readonly failed: number;
}

/** What the machine asks its caller for. */
export interface LoadContext {
  /** Ids of the deals whose product rows are wanted, asked for once the deals are complete. Full load: all won deals; refresh: changed won deals. */
  wonDealIds(): readonly number[];
}

/** One part of a request: consecutive commands `name0 … name(count-1)` of one lane. */
export interface Part {
  readonly entity: EntityId;
  readonly kind: 'newest' | 'lane' | 'service';
  readonly name: string;
  readonly count: number;
  /** The lane as asked (kind `lane`). */
  readonly lane: Lane;
  /** Deals asked for, in order (product rows only). */
  readonly owners: readonly number[];
}

export interface SendStep {
  readonly kind: 'send';
  readonly requests: readonly HttpRequest[];
  /** What each request asks for; the machine's own note. */
  readonly parts: readonly (readonly Part[])[];
  /** The cursor the requests were made from (lanes may have been split). */
  readonly from: LoadCursor;
}
export type Step = SendStep | { readonly kind: 'wait'; readonly ms: number } | { readonly kind: 'done' };

interface PageOf<E extends EntityId> {
  readonly entity: E;
  readonly records: Records[E];
  /** Product rows: deals of this page, also those without rows. Empty otherwise. */
  readonly owners: readonly number[];
}

/** Records that arrived. Stage them before the cursor that came with them is kept; a page may come twice after a kill: merge by id. */
export type Page = { readonly [E in EntityId]: PageOf<E> }[EntityId];

export interface EntityProgress {
  readonly entity: EntityId;
  readonly rows: number;
  readonly total: number;
  readonly done: boolean;
}

export interface Progress {
  readonly entities: readonly EntityProgress[];
  /** `records`: everything but product rows; a first commit may follow it. `products`: the second phase. */
  readonly phase: 'records' | 'products' | 'done';
  readonly rows: number;
  readonly total: number;
  readonly requests: number;
}
