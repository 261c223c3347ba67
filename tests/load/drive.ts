// Drives the load machine against an emulated portal in this process, as the edge would: cursor and staged pages are kept as text between steps.
import { manualClock } from '../../local/clock';
import { createPortal, type FaultRule, type Portal, type PortalFile } from '../../local/portal/portal';
import type { HttpRequest, HttpResponse } from '../../src/bitrix24/http';
import { contextOf } from '../../src/load/context';
import type { LoadCursor, LoadOptions, Marks, Page } from '../../src/load/load';
import { accept, arrivesWhole, nextMarks, nextStep, readCursor, startLoad, withProof } from '../../src/load/machine';
import { arrivedOf } from '../../src/raw/arrivals';
import { ENTITY_IDS, noRecords } from '../../src/raw/entities';
import { mergeRecords } from '../../src/raw/merge';
import { packRecords, unpackRecords } from '../../src/raw/pack';
import type { EntityId, Records } from '../../src/raw/records';

export const NOW = Date.parse('2026-10-15T12:00:00+03:00');

export interface Desk {
  readonly portal: Portal;
  readonly clock: { now(): number; advance(ms: number): void };
  send(requests: readonly HttpRequest[]): HttpResponse[];
  /** Most milliseconds any request took. */
  longest(): number;
}

export interface DeskOptions {
  readonly faults?: readonly FaultRule[];
  readonly latencyMs?: number;
  readonly pageMs?: number;
  readonly burst?: number;
  readonly operatingLimit?: number;
  /** Seconds by which the caller's clock is ahead of the portal's. */
  readonly skew?: number;
}

export function desk(data: PortalFile, options: DeskOptions = {}): Desk {
  const { skew = 0, ...portalOptions } = options;
  const clock = manualClock(NOW);
  const portal = createPortal({ data, clock, ...portalOptions });
  let longest = 0;
  const send = (requests: readonly HttpRequest[]): HttpResponse[] => {
    let slowest = 0;
    let lost = false;
    const responses = requests.map((request): HttpResponse => {
      const answer = portal.handle({
        method: request.method,
        path: `${portal.webhookPath}${request.suffix}`,
        headers: { 'content-type': 'application/json' },
        body: request.body,
      });
      slowest = Math.max(slowest, answer.delayMs);
      lost ||= answer.fault !== undefined;
      return { status: answer.status, body: answer.body, headers: answer.headers };
    });
    longest = Math.max(longest, slowest);
    clock.advance(Math.min(slowest, 60_000));
    // A fetchAll with one answer that never came is lost whole.
    if (lost) return requests.map(() => ({ failure: 'network' as const, detail: 'Address unavailable' }));
    return slowest > 60_000 ? requests.map(() => ({ failure: 'timeout' as const, detail: 'Timeout' })) : responses;
  };
  return { portal, clock: { now: () => clock.now() + skew * 1000, advance: clock.advance }, send, longest: () => longest };
}

export interface Loaded {
  readonly records: Records;
  readonly cursor: LoadCursor;
  /** The last cursor of the product rows, where they were a load of their own. */
  readonly products?: LoadCursor;
  readonly pages: readonly Page[];
  readonly steps: number;
  readonly waits: number;
  /** Longest cursor text seen. */
  readonly cursorLength: number;
}

export interface DriveOptions {
  readonly previous?: Records;
  /** Deals whose product rows are wanted, ascending; default: the won ones that arrived. */
  readonly wonDealIds?: readonly number[];
  /** Moment before which what is not in `previous` was outside the depth. */
  readonly heldAt?: number;
  /** Answers of these waves (from 0) are lost after they were received: the run was killed before the cursor was kept. */
  readonly killAt?: (wave: number) => boolean;
  readonly onWave?: (wave: number, cursor: LoadCursor) => void;
  /** Pages do not pass through their packed form (for loads of many rows). */
  readonly direct?: boolean;
}

/** Loads to the end, of a full load the product rows too, as a second load; throws what the machine throws. */
export function load(at: Desk, options: LoadOptions, drive: DriveOptions = {}): Loaded {
  const { entities = ENTITY_IDS } = options;
  if (options.mode !== 'full' || !entities.includes('productRows')) return loadOnce(at, options, drive);
  const first = loadOnce(at, { ...options, entities: entities.filter((entity) => entity !== 'productRows') }, drive);
  const { records } = first;
  const won = records.deals.filter((deal) => deal.semantic === 'S').map((deal) => deal.id);
  const second = loadOnce(
    at,
    { mode: 'products', ...(options.depth ? { depth: options.depth } : {}) },
    { ...drive, previous: records, wonDealIds: won },
  );
  return { ...first, records: second.records, pages: [...first.pages, ...second.pages], products: second.cursor };
}

/** One load of the machine. */
export function loadOnce(at: Desk, options: LoadOptions, drive: DriveOptions = {}): Loaded {
  let kept = JSON.stringify(startLoad(options));
  const pages: Page[] = [];
  let waits = 0;
  let wave = 0;
  let cursorLength = kept.length;
  const usual = contextOf(drive.previous ?? noRecords(), () => pages, options.depth, drive.heldAt);
  const context = { ...usual, wonDealIds: () => drive.wonDealIds ?? usual.wonDealIds() };
  for (let steps = 0; steps < 100_000; steps++) {
    const cursor = readCursor(kept);
    const step = nextStep(cursor, at.clock.now(), context);
    if (step.kind === 'done')
      return { records: merged(cursor, pages, drive.previous ?? noRecords()), cursor, pages, steps, waits, cursorLength };
    if (step.kind === 'wait') {
      waits++;
      at.clock.advance(step.ms);
      continue;
    }
    const answers = at.send(step.requests);
    const outcome = accept(cursor, step, answers, at.clock.now(), context);
    const killed = drive.killAt?.(wave) === true;
    wave++;
    // Pages are staged before the cursor is kept: a kill between the two brings them twice.
    pages.push(...(drive.direct ? outcome.pages : outcome.pages.map(restaged)));
    if (killed) continue;
    kept = JSON.stringify(outcome.cursor);
    cursorLength = Math.max(cursorLength, kept.length);
    drive.onWave?.(wave, outcome.cursor);
  }
  throw new Error('The load does not end.');
}

/** Through the staging sheet and back. */
function restaged(page: Page): Page {
  return { ...page, records: unpackRecords(page.entity, packRecords(page.entity, page.records)) } as Page;
}

function merged(cursor: LoadCursor, pages: readonly Page[], previous: Records): Records {
  const records: Record<string, unknown> = {};
  for (const entity of ENTITY_IDS) records[entity] = mergedOne(entity, cursor, pages, previous);
  return records as unknown as Records;
}

function mergedOne<E extends EntityId>(entity: E, cursor: LoadCursor, pages: readonly Page[], previous: Records): readonly unknown[] {
  if (cursor.work[entity] === undefined) return previous[entity];
  const whole = new Set(arrivesWhole(cursor, entity) ? [entity] : []);
  const arrived = arrivedOf(entity, pages, whole, previous);
  return arrived ? mergeRecords(entity, previous[entity], arrived) : previous[entity];
}

export function marksAfter(loaded: Loaded): Marks {
  const marks = nextMarks(loaded.cursor, Math.max(0, ...loaded.records.stageHistory.map((change) => change.id)));
  return loaded.products ? withProof(marks, loaded.products) : marks;
}
