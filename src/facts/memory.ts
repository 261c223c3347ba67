// What is remembered of deals, as facts: changes by day and people (R1), and who is paid for a deal (R12).
import type { DealState, MemoryLog, Remembered } from '../memory/log';
import { dayOf } from '../period';
import type { Zone } from '../zone';
import type { Amounts } from './amounts';
import { stateOf } from './clean-history';
import type { FactContext } from './context';
import { type DealFacts, NO_DAY, OPEN } from './facts';
import type { People } from './people';
import { CHANGE_KINDS, type ChangeFacts, type ChangeKind, type PayeeFacts } from './side-tables';
import type { StageDirectory } from './stages';

type RowOf = ReadonlyMap<number, number>;

/** The memory up to asOf: anything later does not exist (R1). */
export function knownMemory({ memory = [], asOf }: Pick<FactContext, 'memory' | 'asOf'>): MemoryLog {
  return memory.filter((block) => block.asOf <= asOf);
}

/** Bitrix24 ids of everybody who is remembered as responsible for a deal. */
export function formerOwners(memory: MemoryLog): Set<number> {
  const ids = new Set<number>();
  for (const { entries } of memory)
    for (const { was, is } of entries) for (const state of [was, is]) if (state) ids.add(state.assignedById);
  return ids;
}

/** Pipelines in which deals are remembered to have been. */
export function formerCategories(memory: MemoryLog): Set<number> {
  const ids = new Set<number>();
  for (const { entries } of memory) for (const { was, is } of entries) for (const state of [was, is]) if (state) ids.add(state.categoryId);
  return ids;
}

/** Deals in the order of `deals`; `closeTime` is aligned with them. */
export function payeeFacts(memory: MemoryLog, deals: DealFacts, rowOf: RowOf, closeTime: Float64Array, staff: People): PayeeFacts {
  const payee = deals.manager.slice();
  const settled = new Set<number>();
  for (const { since, entries } of memory) {
    for (const { dealId, was, is } of entries) {
      if (was === null || is === null || was.assignedById === is.assignedById) continue;
      const row = rowOf.get(dealId);
      // Open deals have no closing moment. The load at `since` was after the closing and saw the former owner: the first such owner is paid.
      if (row === undefined || settled.has(row) || !((closeTime[row] ?? Number.NaN) <= since)) continue;
      settled.add(row);
      payee[row] = staff.managerOf(was.assignedById);
    }
  }
  return { payee };
}

interface ReadWith {
  readonly stages: StageDirectory;
  readonly staff: People;
  readonly money: Amounts;
  readonly zone: Zone;
}

interface ChangeRow {
  readonly entry: Remembered;
  readonly row: number;
  readonly since: number;
  readonly day: number;
  readonly kind: ChangeKind;
  readonly from: DealState;
  readonly to: DealState;
}

/** One row per kind of change; the amounts of a deal that is there are converted as its present amount is, so that they continue each other. */
export function changeFacts(memory: MemoryLog, deals: DealFacts, rowOf: RowOf, { stages, staff, money, zone }: ReadWith): ChangeFacts {
  const rows = memory.flatMap((block) => {
    const [since, day] = [dayOf(block.since, zone), dayOf(block.asOf, zone)];
    return block.entries.flatMap((entry) =>
      changesOf(entry).map((change) => ({ ...change, entry, row: rowOf.get(entry.dealId) ?? -1, since, day })),
    );
  });
  const pipelineOf = ({ row, to }: ChangeRow) => (row < 0 ? stages.pipelineOf(to.categoryId) : (deals.pipeline[row] ?? 0));
  const amountOf = ({ row, day, to }: ChangeRow, state: DealState) => {
    const closeDay = row >= 0 ? (deals.closeDay[row] ?? NO_DAY) : stateOf(to.semantic) === OPEN ? NO_DAY : day;
    return money.amountOf(state, closeDay);
  };
  const stageIn = (change: ChangeRow, { categoryId, stageId }: DealState) =>
    stages.pipelineOf(categoryId) === pipelineOf(change) ? stages.stageOf(categoryId, stageId).index : -1;
  return {
    count: rows.length,
    deal: Float64Array.from(rows, ({ entry }) => entry.dealId),
    row: Int32Array.from(rows, ({ row }) => row),
    since: Int32Array.from(rows, ({ since }) => since),
    day: Int32Array.from(rows, ({ day }) => day),
    kind: Int32Array.from(rows, ({ kind }) => CHANGE_KINDS.indexOf(kind)),
    pipeline: Int32Array.from(rows, pipelineOf),
    fromManager: Int32Array.from(rows, ({ from }) => staff.managerOf(from.assignedById)),
    toManager: Int32Array.from(rows, ({ to }) => staff.managerOf(to.assignedById)),
    fromAmount: Float64Array.from(rows, (change) => (change.kind === 'appeared' ? 0 : amountOf(change, change.from))),
    toAmount: Float64Array.from(rows, (change) => (change.kind === 'gone' ? 0 : amountOf(change, change.to))),
    fromStage: Int32Array.from(rows, (change) => stageIn(change, change.from)),
    toStage: Int32Array.from(rows, (change) => stageIn(change, change.to)),
    fromState: Int32Array.from(rows, ({ entry, to }) => stateOf((entry.was ?? to).semantic)),
    toState: Int32Array.from(rows, ({ to }) => stateOf(to.semantic)),
    createdDay: Int32Array.from(rows, ({ kind, entry }) => (kind === 'gone' ? dayOf(entry.createdTime, zone) : NO_DAY)),
    title: rows.map(({ entry }) => entry.title),
  };
}

function changesOf({ was, is, unseenMove }: Remembered): Pick<ChangeRow, 'kind' | 'from' | 'to'>[] {
  const state = is ?? was;
  if (state === null) return [];
  if (was === null || is === null) return [{ kind: was === null ? 'appeared' : 'gone', from: state, to: state }];
  const changes: Pick<ChangeRow, 'kind' | 'from' | 'to'>[] = [];
  /** Only what the kind is about differs between the two sides of a row. */
  const add = (kind: ChangeKind, from: Partial<DealState>) => changes.push({ kind, from: { ...is, ...from }, to: is });
  const sameAmount = was.opportunity === is.opportunity && was.currencyId === is.currencyId;
  if (was.assignedById !== is.assignedById) add('owner', { assignedById: was.assignedById });
  if (!sameAmount) add('amount', { opportunity: was.opportunity, currencyId: was.currencyId });
  const move = { categoryId: was.categoryId, stageId: was.stageId };
  if (unseenMove) add('stage', move);
  if (was.semantic !== is.semantic) add(is.semantic === 'P' ? 'reopened' : 'closed', move);
  return changes;
}
