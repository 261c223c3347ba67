// The part of a refresh that loads records, everything or what is new, up to their commit.
import { contextOf, wonIds } from '../load/context';
import type { LoadOptions } from '../load/load';
import { arrivesWhole, nextMarks, OVERLAP_SECONDS } from '../load/machine';
import { pendingLosses, SWEEP_START } from '../load/sweep';
import { depthDay } from '../raw/depth';
import { ENTITY_IDS } from '../raw/entities';
import type { EntityId } from '../raw/records';
import { commitGeneration, derivation, type Ground, groundOf } from './commit';
import { type DealField, dealFields, marksWith } from './deal-fields';
import { fileLang } from './file';
import { readSweep, saveSweep } from './load-progress';
import { endLoad, type LoadRun, loadOn, rowsOf, stopAt } from './load-run';
import { openMemory } from './memory-store';
import {
  lastSeen,
  lossesSince,
  lossesUnderway,
  type MergedRecords,
  mergedRecords,
  nothingStored,
  readableRecords,
  type StoredRecords,
} from './records-store';
import { type Access, nothingDone, type Outcome } from './run-outcome';
import { typedDepth, typedFields } from './settings';
import { readStamp, writeLastCheck } from './stamp';
import type { StoreIndex } from './store';
import { settleInputs } from './typed-inputs';

/** What a load adds to, and what it is compared with. */
interface Basis {
  readonly access: Access;
  /** What an incremental load adds to; null = a full load. */
  readonly previous: StoreIndex | null;
  readonly current: StoreIndex | null;
  readonly stored: StoredRecords;
  readonly dealFields: readonly DealField[];
  readonly depth: string;
}

/** Records up to their commit: everything, or what is new. */
export function recordsRun(access: Access, current: StoreIndex | null, deadline: number): Outcome {
  const { connection, send } = access;
  const candidate = access.confirmed ? null : current;
  const found = candidate ? readableRecords(candidate) : null;
  const previous = found ? candidate : null;
  const stored = found ?? nothingStored();
  // A file keeps the depth it was loaded with: another one takes a load of everything.
  const depth = previous ? (previous.depth ?? '') : typedDepth();
  const fields = dealFields(typedFields(), current?.dealFields ?? [], fileLang(), send);
  const start: LoadOptions = {
    customFields: fields.map(({ name }) => name),
    depth,
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
    context: (pages) => contextOf(stored.records, pages, depth, previous ? previous.asOf - OVERLAP_SECONDS : 0),
  });
  const run: Outcome = {
    ...nothingDone(start.mode === 'full' ? 'full' : 'incremental'),
    done: load.done,
    requests: load.requests + (fields.length > 0 ? 1 : 0),
    retries: load.retries,
    rows: rowsOf(load.cursor),
  };
  return load.done ? { ...run, ...committed(load, { access, previous, current, stored, dealFields: fields, depth }) } : run;
}

/** Everything but product rows of a first load has arrived: commit if anything changed. */
function committed(load: LoadRun, basis: Basis): Pick<Outcome, 'records' | 'changes' | 'nothingNew' | 'unkept'> {
  const { previous, current, stored, depth } = basis;
  const { connection } = basis.access;
  const { asOf, sweep } = load.cursor;
  const { portal, userId } = connection;
  const last = lastSeen(current, portal, previous ? stored : null);
  const whole = new Set(ENTITY_IDS.filter((entity) => arrivesWhole(load.cursor, entity)));
  const merged = mergedRecords(stored, load.pages, whole, last?.records.stageHistory ?? [], depth);
  const pending = (entity: EntityId): number => (sweep ? pendingLosses(sweep, entity) : 0);
  stopAt(previous ? lossesSince(stored.records, merged.records, pending) : lossesUnderway(load.pages, merged.records, pending));
  writeLastCheck(new Date(asOf * 1000).toISOString());
  const memory = openMemory(last, { records: merged.records, portal, userId, asOf, horizonDay: depthDay(depth) });
  const ground = groundOf(merged.records, asOf, basis.dealFields, memory.log);
  const nothingNew = previous !== null && previous.portal === portal && sameNumbers(previous, merged, ground, basis.dealFields);
  let unkept = '';
  if (nothingNew) settleInputs();
  else {
    const lastHistoryId = merged.records.stageHistory.reduce((most, change) => Math.max(most, change.id), 0);
    const marks = nextMarks(load.cursor, lastHistoryId);
    const productsPending = previous === null ? wonIds(merged.records.deals).length > 0 : previous.productsPending === true;
    unkept = commitGeneration({
      merged,
      memory,
      previous,
      current,
      connection,
      asOf,
      marks,
      dealFields: basis.dealFields,
      productsPending,
      depth,
      ground,
    }).unkept;
  }
  endLoad();
  if (sweep) saveSweep(portal, userId, sweep);
  // A run killed just before its stamp left a whole generation behind, which settling the inputs has stamped: the store knows its records.
  if (nothingNew && readStamp()?.generation !== previous?.generation)
    return { records: null, changes: merged.changes, nothingNew: false, unkept };
  return { records: merged.records, changes: merged.changes, nothingNew, unkept };
}

/** Nothing arrived that differs, and facts would come out the same: no formula needs to run again (D4). */
function sameNumbers(previous: StoreIndex, merged: MergedRecords, ground: Ground, fields: readonly DealField[]): boolean {
  if (Object.keys(merged.changed).length > 0 || merged.dropped.length > 0) return false;
  if (JSON.stringify(previous.dealFields ?? []) !== JSON.stringify(fields)) return false;
  return previous.asOf <= ground.asOf && previous.derivedWith === derivation(ground);
}
