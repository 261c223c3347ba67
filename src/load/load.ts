// Words of the load: what is asked for, where it stands, what a step wants from the edge. JSON only: a cursor lives in one property.
import type { HttpRequest } from '../bitrix24/http';
import type { EntityId, Records } from '../raw/records';

/** Rows of a full page of every list method. */
export const PAGE_ROWS = 50;

/** Where an incremental load of one entity begins: changed since a moment (unix seconds), or ids after a known one. */
export interface Mark {
  readonly since?: number;
  readonly afterId?: number;
  /** Milliseconds a page took last time: sizes the first request. */
  readonly pageMs?: number;
  /** Product rows: lists of deals were proven right for this webhook, and gave so many rows a deal. */
  readonly rowsPerDeal?: number;
}

/** What the next incremental load starts from. An entity without a mark is loaded in full; directories always are. */
export type Marks = Readonly<Partial<Record<EntityId, Mark>>>;

/** full: everything but product rows. products: the product rows of all won deals, after the first commit. incremental: what is new since the marks. */
export type LoadMode = 'full' | 'products' | 'incremental';

export interface LoadOptions {
  readonly mode: LoadMode;
  /** Of the last committed load (see `nextMarks`); required for `incremental`. */
  readonly marks?: Marks;
  /** What to load; default: everything the mode is for. Leave `departments` out when its scope is missing. */
  readonly entities?: readonly EntityId[];
  /** Where the search for deleted records stands (a full load: it looks at everything once); absent = it is not made. */
  readonly sweep?: SweepMark;
  /** Custom fields of deals to ask for, by REST name. */
  readonly customFields?: readonly string[];
  /** First day of the history wanted, 'YYYY-MM-DD' (raw/depth.ts); absent = everything. */
  readonly depth?: string;
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
 * -1: the last page was short, an empty one is expected. Directories: [offset, -1, 0]. Product rows: ids are those of deals, [last deal done, last deal, 0],
 * or with the last row got in place of 0: all deals of the range are one group whose page came full.
 */
export type Lane = readonly [last: number, end: number, hint: number];

export interface Work {
  /** Rows got so far. */
  readonly rows: number;
  /** Rows expected in all, an estimate; equals `rows` when done. Of product rows: their deals. */
  readonly total: number;
  /** Milliseconds of one page as the portal reports them; 0 = not measured. */
  readonly pageMs: number;
  /** The newest page is still to be read; it bounds the walk. */
  readonly newest: boolean;
  /** Ranges not complete yet; empty and not `newest` = done. Ranges never overlap. */
  readonly lanes: readonly Lane[];
}

/** How product rows are asked for: deal by deal, or for several deals in one command where that was proven right (bitrix24-rest 5.7). */
export interface OwnerState {
  /** null = not known yet. */
  readonly arrays: boolean | null;
  /** Times the proof was tried. */
  readonly tries: number;
  /** Deals whose rows are here. */
  readonly done: number;
}

/**
 * A range of ids (lo < id <= hi) whose number of records the portal is asked for. lost: -1 = not asked for yet; else the range differs, by so many
 * records that are gone, and is asked for in pieces.
 */
export type SweepRange = readonly [entity: EntityId, lo: number, hi: number, lost: number];

/** Where the search for deleted records goes on: the last id looked at, and ranges that differed but were not looked into yet. */
export interface SweepMark {
  readonly entity: EntityId;
  readonly after: number;
  readonly queue: readonly SweepRange[];
}

/** The search for deleted records within one load. */
export interface Sweep extends SweepMark {
  /** Requests made of its budget. */
  readonly sent: number;
}

/**
 * Records asked for by their ids, stage history by the ids of its deals: those that are there without being known, and stale ones. History and
 * activities of deals that came into the depth, by the ids of the deals. Or, without ids, deals of another window of the depth than the one that is walked.
 */
export interface Ask {
  readonly entity: EntityId;
  readonly ids: readonly number[];
  readonly why: 'unknown' | 'stale' | 'revived' | 'window';
  readonly lane: Lane;
  readonly window?: number;
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
  readonly version: 2;
  readonly mode: LoadMode;
  readonly marks: Marks;
  readonly customFields: readonly string[];
  readonly depth: string;
  /** Portal clock of the first request (unix seconds): what the loaded data stands for. 0 before the first answer. */
  readonly asOf: number;
  /** The portal's offset from UTC, seconds. */
  readonly portalOffset: number;
  readonly identity: Identity | null;
  readonly work: Readonly<Partial<Record<EntityId, Work>>>;
  /** Product rows wait for the deals: false until their phase began. */
  readonly productsBegun: boolean;
  readonly owners: OwnerState;
  /** null = there is none in this load, or it has not begun. */
  readonly sweep: Sweep | null;
  /** Where the search is to begin; null once it has, or when none is made. */
  readonly sweepFrom: SweepMark | null;
  readonly asks: readonly Ask[];
  /** The stale deals of this load were asked for, or are. */
  readonly staleAsked: boolean;
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
  /** Ids of the deals whose product rows are wanted, ascending, asked for once the deals are complete. All won deals, or in a refresh the changed ones. */
  wonDealIds(): readonly number[];
  /** Ids of all records of an entity that are known up to now, ascending; for the search for deleted ones only. */
  knownIds(entity: EntityId): readonly number[];
  /** Deals that may be others than known without having changed by their own account; asked for once the others are here. */
  staleDealIds(): readonly number[];
  /** Deals that were outside the depth until they were changed now: their stage history and activities are still to be asked for. */
  revivedDealIds(): readonly number[];
}

/**
 * One part of a request: consecutive commands `name0 … name(count-1)` of one lane. probe: product rows of many deals in one command, for
 * comparison. count: a range of the search for deleted records, in pieces. ask: see `Ask`.
 */
export interface Part {
  readonly entity: EntityId;
  readonly kind: 'newest' | 'lane' | 'service' | 'probe' | 'count' | 'ask';
  readonly name: string;
  readonly count: number;
  /** The lane as asked (kinds `lane` and `ask`). */
  readonly lane: Lane;
  /** Deals asked for by each command, in order (product rows); the ids of an `ask`. */
  readonly groups: readonly (readonly number[])[];
  /** kind `count`: the range, and its pieces, for each of which as many commands ask as the depth has windows. */
  readonly range?: SweepRange;
  readonly pieces?: readonly SweepRange[];
  /** kind `ask`: what for, and the window of one without ids. */
  readonly why?: Ask['why'];
  readonly window?: number;
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
  /** Product rows: deals of this page, also those without rows. Activities asked for by deals: those deals. Empty otherwise. */
  readonly owners: readonly number[];
  /** Ids of records that are gone from the portal. */
  readonly deleted: readonly number[];
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
  readonly done: boolean;
  readonly rows: number;
  readonly total: number;
  readonly requests: number;
}
