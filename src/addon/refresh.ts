// One run of a refresh (D1): records, then their commit; in a first load product rows and a second commit; then the raw sheets. A run ends itself
// at five of Google's six minutes and says that it is not done; whatever is left the next one takes up.

import type { Send } from '../bitrix24/http';
import type { Lang } from '../cell';
import { KpiError } from '../errors';
import { contextOf, wonIds } from '../load/context';
import type { LoadOptions } from '../load/load';
import { arrivesWhole, nextMarks } from '../load/machine';
import { pendingLosses, SWEEP_START } from '../load/sweep';
import { notice } from '../locale/notice-words';
import { ENTITY_IDS } from '../raw/entities';
import type { EntityId, Records } from '../raw/records';
import { alone } from './alone';
import { commitGeneration, derivation, type Ground, groundOf } from './commit';
import type { Connection } from './connection';
import { type DealField, dealFields, marksWith } from './deal-fields';
import { DEMO_PORTAL } from './demo-file';
import { factsSource } from './facts-source';
import { fileLang, openFile } from './file';
import { closeLoad, readSweep, saveSweep } from './load-progress';
import { type LoadRun, loadOn, rowsOf, unfinishedLoad } from './load-run';
import { openMemory } from './memory-store';
import { ownPortal } from './portal';
import { namesOfPortal } from './portal-names';
import { continueRawSheets, rawSheetsHalfway, rawSheetsStand } from './raw-sheets';
import {
  lastSeen,
  lossesSince,
  lossesUnderway,
  type MergedRecords,
  mergedRecords,
  nothingStored,
  readableRecords,
  readRecords,
  type StoredRecords,
} from './records-store';
import type { Changes, RunReport } from './run-report';
import type { RefreshResult } from './server-api';
import { typedFields } from './settings';
import { clearStaging } from './staging';
import { readStamp, writeLastCheck } from './stamp';
import { readIndex, type StoreIndex } from './store';
import { settleInputs } from './typed-inputs';

const RUN_MS = 5 * 60 * 1000;
/** Raw sheets that a run left half written are finished first only while their records are not older than this: then news are worth more. */
const HALFWAY_SECONDS = 15 * 60;

export interface RefreshOptions {
  readonly lang: Lang;
  /** A person confirmed a full load: it replaces what is loaded, be it of another portal or user, or much more than what there is now (D11). */
  readonly full?: boolean;
}

/** What a run tells the person, and what the journal. */
export interface RunOutcome {
  readonly result: RefreshResult;
  readonly report: RunReport;
}

/** KpiError('settings', 'refreshRunningBy') while another run holds the file. */
export function refreshRun(options: RefreshOptions): RunOutcome {
  return alone(() => {
    const deadline = Date.now() + RUN_MS;
    const { lang } = options;
    const current = currentIndex();
    const halfway = current !== null && rawSheetsHalfway(current) && Date.now() / 1000 - current.asOf < HALFWAY_SECONDS;
    if (halfway && options.full !== true) return withSheets(nothingDone('sheets'), lang, deadline, null);
    const access = accessOf(options, current);
    const products = current?.productsPending === true && unfinishedLoad(access.connection, current.generation)?.cursor.mode === 'products';
    const loaded = products && options.full !== true ? null : recordsRun(access, current, deadline);
    if (loaded && !loaded.done) return unfinished(loaded, lang);
    const second = productsRun(access, loaded?.records ?? null, deadline);
    const all = together(loaded ?? nothingDone('full'), second);
    if (!second.done) return unfinished(all, lang);
    return withSheets(all, lang, deadline, second.records ?? loaded?.records ?? null);
  });
}

/** Facts of a new generation from the stored records, after a setting changed (D2); nothing to do before the first load. */
export function rederiveFacts(): void {
  alone(() => {
    const index = currentIndex();
    if (!index) return;
    recommit(index, { records: readRecords(index).records, changed: {}, dropped: [], changes: {} }, index.productsPending === true);
  });
}

/** What a part of a run came to. */
interface Outcome extends RunReport {
  readonly done: boolean;
  /** Rows received in this load so far. */
  readonly rows: number;
  readonly records: Records | null;
  /** Neither numbers nor sheets have changed. */
  readonly nothingNew: boolean;
}

function nothingDone(kind: RunReport['kind']): Outcome {
  return { kind, done: true, requests: 0, retries: 0, changes: {}, refused: '', rows: 0, records: null, nothingNew: false };
}

function together(first: Outcome, second: Outcome): Outcome {
  return {
    kind: first.kind,
    done: second.done,
    requests: first.requests + second.requests,
    retries: first.retries + second.retries,
    changes: { ...first.changes, ...second.changes },
    refused: '',
    rows: first.rows + second.rows,
    records: second.records ?? first.records,
    nothingNew: first.nothingNew && second.nothingNew,
  };
}

/** Who asks which portal. */
interface Access {
  readonly connection: Connection;
  readonly send: Send;
  /** A person confirmed that everything may be replaced. */
  readonly confirmed: boolean;
}

/** KpiError when the file is not connected, or its data is of another portal or user and nobody confirmed that it may be replaced (D11). */
function accessOf(options: RefreshOptions, current: StoreIndex | null): Access {
  const { send, connection } = ownPortal();
  const known = current !== null && namesOfPortal(connection.portal)(current.portal) && current.userId === connection.userId;
  const open = unfinishedLoad(connection, current?.generation ?? 0);
  // Nobody misses invented data.
  const confirmed = options.full === true || open?.cursor.mode === 'full' || current?.portal === DEMO_PORTAL;
  if (current && !known && !confirmed) throw otherIdentity(current, connection);
  return { connection, confirmed, send };
}

/** What a load adds to, and what it is compared with. */
interface Basis {
  readonly access: Access;
  /** What an incremental load adds to; null = a full load. */
  readonly previous: StoreIndex | null;
  readonly current: StoreIndex | null;
  readonly stored: StoredRecords;
  readonly dealFields: readonly DealField[];
}

/** Records up to their commit: everything, or what is new. */
function recordsRun(access: Access, current: StoreIndex | null, deadline: number): Outcome {
  const { connection, send } = access;
  const candidate = access.confirmed ? null : current;
  const found = candidate ? readableRecords(candidate) : null;
  const previous = found ? candidate : null;
  const stored = found ?? nothingStored();
  const fields = dealFields(typedFields(), current?.dealFields ?? [], fileLang(), send);
  const start: LoadOptions = {
    customFields: fields.map(({ name }) => name),
    ...(previous
      ? {
          mode: 'incremental',
          marks: marksWith(fields, previous, stored.records.deals),
          sweep: readSweep(connection.portal, connection.userId),
          // The product rows of all won deals follow.
          ...(previous.productsPending ? { entities: ENTITY_IDS.filter((entity) => entity !== 'productRows') } : {}),
        }
      : { mode: 'full', sweep: SWEEP_START }),
  };
  const load = loadOn({
    send,
    connection,
    basedOn: current?.generation ?? 0,
    start,
    deadline,
    context: (pages) => contextOf(stored.records, pages),
  });
  const run: Outcome = {
    ...nothingDone(start.mode === 'full' ? 'full' : 'incremental'),
    done: load.done,
    requests: load.requests + (fields.length > 0 ? 1 : 0),
    retries: load.retries,
    rows: rowsOf(load.cursor),
  };
  return load.done ? { ...run, ...committed(load, { access, previous, current, stored, dealFields: fields }) } : run;
}

/** Everything but product rows of a first load has arrived: commit if anything changed. */
function committed(load: LoadRun, basis: Basis): { records: Records | null; changes: Changes; nothingNew: boolean } {
  const { previous, current, stored } = basis;
  const { connection } = basis.access;
  const { asOf, sweep } = load.cursor;
  const { portal, userId } = connection;
  const last = lastSeen(current, portal, previous ? stored : null);
  const whole = new Set(ENTITY_IDS.filter((entity) => arrivesWhole(load.cursor, entity)));
  const merged = mergedRecords(stored, load.pages, whole, last?.records.stageHistory ?? []);
  const pending = (entity: EntityId): number => (sweep ? pendingLosses(sweep, entity) : 0);
  stopAt(previous ? lossesSince(stored.records, merged.records, pending) : lossesUnderway(load.pages, merged.records, pending));
  writeLastCheck(new Date(asOf * 1000).toISOString());
  const memory = openMemory(last, { records: merged.records, portal, userId, asOf });
  const ground = groundOf(merged.records, asOf, basis.dealFields, memory.log);
  const nothingNew = previous !== null && previous.portal === portal && sameNumbers(previous, merged, ground, basis.dealFields);
  if (nothingNew) settleInputs();
  else {
    const lastHistoryId = merged.records.stageHistory.reduce((most, change) => Math.max(most, change.id), 0);
    const marks = nextMarks(load.cursor, lastHistoryId);
    const productsPending = previous === null ? wonIds(merged.records.deals).length > 0 : previous.productsPending === true;
    commitGeneration({
      merged,
      memory,
      previous,
      current,
      connection,
      asOf,
      marks,
      dealFields: basis.dealFields,
      productsPending,
      ground,
    });
  }
  endLoad();
  if (sweep) saveSweep(portal, userId, sweep);
  // A run killed just before its stamp left a whole generation behind, which settling the inputs has stamped: the store knows its records.
  if (nothingNew && readStamp()?.generation !== previous?.generation) return { records: null, changes: merged.changes, nothingNew: false };
  return { records: merged.records, changes: merged.changes, nothingNew };
}

/** Product rows of all won deals, once their deals are committed, up to a commit of their own (M21). */
function productsRun({ connection, send }: Access, records: Records | null, deadline: number): Outcome {
  const index = currentIndex();
  if (index?.productsPending !== true) return { ...nothingDone('full'), nothingNew: true };
  const stored = records ?? readRecords(index).records;
  const owners = wonIds(stored.deals);
  const load = loadOn({
    send,
    connection,
    basedOn: index.generation,
    start: { mode: 'products', sweep: SWEEP_START },
    deadline,
    context: () => ({
      wonDealIds: () => owners,
      knownIds: (entity) => (entity === 'deals' ? stored.deals.map(({ id }) => id) : []),
      staleDealIds: () => [],
    }),
  });
  const run: Outcome = {
    ...nothingDone('full'),
    done: load.done,
    requests: load.requests,
    retries: load.retries,
    rows: rowsOf(load.cursor),
    records: stored,
  };
  if (!load.done) return run;
  const { sweep } = load.cursor;
  stopAt(lossesUnderway(load.pages, stored, (entity) => (sweep ? pendingLosses(sweep, entity) : 0)));
  // Deals that are gone leave with the next refresh, which keeps what they were.
  const rows = load.pages.filter(({ entity }) => entity === 'productRows');
  const merged = mergedRecords({ records: stored, texts: {} }, rows, new Set(['productRows']), []);
  recommit(index, merged, false);
  endLoad();
  return { ...run, records: merged.records, changes: merged.changes };
}

/** A generation of the same moment: other facts, or product rows beside the same records. */
function recommit(index: StoreIndex, merged: MergedRecords, productsPending: boolean): void {
  const { asOf, marks, dealFields: fields = [] } = index;
  const memory = openMemory(null, { ...index, records: merged.records });
  const ground = groundOf(merged.records, asOf, fields, memory.log);
  commitGeneration({
    merged,
    memory,
    previous: index,
    current: index,
    connection: index,
    asOf,
    marks,
    dealFields: fields,
    productsPending,
    ground,
  });
}

/** The next load looks anew: what this one has seen may be over by then. */
function stopAt(losses: KpiError | null): void {
  if (!losses) return;
  endLoad();
  throw losses;
}

function endLoad(): void {
  closeLoad();
  clearStaging();
}

/** Nothing arrived that differs, and facts would come out the same: no formula needs to run again (D4). */
function sameNumbers(previous: StoreIndex, merged: MergedRecords, ground: Ground, fields: readonly DealField[]): boolean {
  if (Object.keys(merged.changed).length > 0 || merged.dropped.length > 0) return false;
  if (JSON.stringify(previous.dealFields ?? []) !== JSON.stringify(fields)) return false;
  return previous.asOf <= ground.asOf && previous.derivedWith === derivation(ground);
}

function unfinished(run: Outcome, lang: Lang): RunOutcome {
  const { rows, requests } = run;
  const generation = readStamp()?.generation ?? 0;
  return { result: { done: false, requests, rows, generation, text: notice('progress', lang, { rows }) }, report: run };
}

/** The raw sheets, which end a run. */
function withSheets(run: Outcome, lang: Lang, deadline: number, records: Records | null): RunOutcome {
  const index = currentIndex();
  if (!index) throw new KpiError('data', 'notLoaded');
  const { requests, rows } = run;
  const result = { requests, rows, generation: index.generation };
  if (run.nothingNew && rawSheetsStand(index))
    return { result: { ...result, done: true, text: notice('nothingNew', lang, { asOf: asOfText(index.asOf, lang) }) }, report: run };
  const { done, refused, detail } = continueRawSheets(index, records, deadline);
  const { labels } = factsSource().load([]);
  const text = !done
    ? notice('writing', lang)
    : refused.length > 0
      ? notice('sheetsRefused', lang, { names: refused.join(', '), detail })
      : notice('refreshed', lang, {
          deals: labels.rows['deals'] ?? 0,
          leads: labels.rows['leads'] ?? 0,
          asOf: asOfText(labels.asOf, lang),
        });
  return { result: { ...result, done, text }, report: { ...run, refused: refused.length > 0 ? text : '' } };
}

/** The index the stamp stands for; null before the first load, and when the store is damaged: then everything is loaded anew. */
function currentIndex(): StoreIndex | null {
  const stamp = readStamp();
  return stamp ? readIndex(stamp.generation) : null;
}

function otherIdentity(current: StoreIndex, connection: Connection): KpiError {
  return new KpiError('data', 'otherIdentity', {
    oldPortal: current.portal,
    oldUser: current.userName,
    newPortal: connection.portal,
    newUser: connection.userName,
  });
}

function asOfText(asOf: number, lang: Lang): string {
  const pattern = lang === 'ru' ? 'dd.MM.yyyy HH:mm' : 'yyyy-MM-dd HH:mm';
  return Utilities.formatDate(new Date(asOf * 1000), openFile().getSpreadsheetTimeZone(), pattern);
}
