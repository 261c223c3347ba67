// What changed over a period: each change with its deal, and the way from the deals open before it to those open at its end (R1, R12).
import { type Facts, FLAG, NO_DAY, OPEN, WON } from '../facts/facts';
import { CHANGE_KINDS, type ChangeKind } from '../facts/side-tables';
import { dayOf, dayStart } from '../period';
import { type Chain, valueChains } from './amount-history';
import { type Balance, balanceBuilder } from './balance';
import { dealGroups } from './grouping';
import type { Slice } from './slice';

export type EventKind = 'new' | 'won' | 'lost' | 'junk' | 'grew' | 'shrank' | 'corrected' | 'back' | 'idle' | 'owner' | 'gone';

/** Something that happened to a deal. Money in minor units of the base currency, NaN = unknown currency. */
export interface ChangeEvent {
  readonly kind: EventKind;
  readonly id: number;
  /** Row in `DealFacts`; −1 = the deal is gone. */
  readonly row: number;
  /** Title of a deal that is gone; '' otherwise. */
  readonly title: string;
  readonly manager: number;
  readonly pipeline: number;
  /** Local day it happened or was seen; of an idle deal, its last sign of life. */
  readonly day: number;
  /** Amounts before and after; null where there is none. */
  readonly was: number | null;
  readonly is: number | null;
  /** What the sum of open deals gained or lost by it; null = it is no matter of money. */
  readonly difference: number | null;
  /** Managers of `owner`, process stages of `back` (−1 = a final or deleted stage) with their pipeline. */
  readonly moved?: { readonly from: number; readonly to: number; readonly pipeline: number };
}

export interface PeriodChanges {
  readonly events: readonly ChangeEvent[];
  readonly balance: Balance;
}

type ChangeTables = 'deals' | 'changes' | 'backs' | 'steps';

/**
 * Sums of created, won and lost deals are those of M01, M03–M05; growth is net, one event a deal. Amounts before the first load are taken as
 * that load saw them. A change of amount that was seen together with the closing belongs to the closing day; one of a closed deal is a
 * correction of the period of its closing.
 */
export function periodChanges(facts: Facts<ChangeTables>, slice: Slice): PeriodChanges {
  const { deals } = facts;
  const groups = dealGroups(facts, slice);
  const balance = balanceBuilder();
  const events: ChangeEvent[] = [];
  const chains = valueChains(facts, slice.period);
  for (let row = 0; row < deals.count; row++)
    if (groups[row] === 0) dealEvents(facts, row, slice, chains.get(deals.id[row] ?? 0), balance, events);
  const here = (row: number) => groups[row] === 0;
  goneEvents(facts, slice, chains, balance, events);
  backEvents(facts, slice, here, events);
  idleEvents(facts, slice, here, events);
  ownerEvents(facts, slice, events);
  return { events, balance: balance.finish() };
}

type Add = ReturnType<typeof balanceBuilder>;

function dealEvents(
  facts: Facts<'deals'>,
  row: number,
  { period }: Slice,
  chain: Chain | undefined,
  balance: Add,
  events: ChangeEvent[],
): void {
  const { deals } = facts;
  const createdDay = deals.createdDay[row] ?? NO_DAY;
  const closeDay = deals.closeDay[row] ?? NO_DAY;
  const state = deals.state[row] ?? OPEN;
  const amount = deals.amount[row] ?? Number.NaN;
  const atClose = chain?.atClose ?? amount;
  const first = chain?.first ?? atClose;
  const isNew = createdDay >= period.start && createdDay <= period.end;
  const isClosed = closeDay !== NO_DAY;
  const closedIn = isClosed && closeDay >= period.start && closeDay <= period.end;
  const wasOpen = createdDay < period.start && (state === OPEN || closeDay >= period.start);
  if (!isNew && !closedIn && !wasOpen) return;
  const add = (kind: EventKind, day: number, was: number | null, is: number | null, difference: number) =>
    events.push({ ...dealOf(facts, row), kind, day, was, is, difference });

  // Entered after the fact, or closed by a date still to come: never open in the eyes of the calendar.
  const aside = state !== OPEN && (!isClosed || closeDay < createdDay);
  if (isNew) {
    add('new', createdDay, null, first, first);
    balance.add('new', first);
    if (aside) balance.add('aside', -first, -1);
  }
  const before = wasOpen ? (chain?.before ?? atClose) : first;
  if (closedIn) {
    const kind = state === WON ? 'won' : ((deals.flags[row] ?? 0) & FLAG.JUNK) === 0 ? 'lost' : 'junk';
    add(kind, closeDay, aside ? null : before, amount, -amount);
    balance.add(kind, -amount);
    if (!same(amount, atClose)) {
      add('corrected', chain?.correctedDay ?? closeDay, atClose, amount, money(amount) - money(atClose));
      balance.add('corrected', money(amount) - money(atClose));
    }
    if (aside) balance.add('aside', atClose, 1);
  }
  if (aside) return;
  const after = chain?.after ?? atClose;
  if (wasOpen) balance.add('start', before);
  if (state === OPEN || closeDay > period.end) balance.add('end', after);
  addGrowth(before, after, chain, balance, add);
}

/** Deals deleted in the portal, as far as a load had seen them. One that was closed does not touch the balance: without it, it never was open (R1). */
function goneEvents(
  facts: Facts<ChangeTables>,
  slice: Slice,
  chains: ReadonlyMap<number, Chain>,
  balance: Add,
  events: ChangeEvent[],
): void {
  const { changes } = facts;
  const { period } = slice;
  const last = new Map<number, number>();
  for (let at = 0; at < changes.count; at++) {
    if (changes.row[at] === -1 && kindOf(facts, at) === 'gone') last.set(changes.deal[at] ?? 0, at);
  }
  for (const [id, at] of last) {
    const [manager, pipeline] = [changes.fromManager[at] ?? 0, changes.pipeline[at] ?? 0];
    if (!isAsked(slice.managers, manager) || !isAsked(slice.pipelines, pipeline)) continue;
    const [createdDay, goneDay, amount] = [
      changes.createdDay[at] ?? NO_DAY,
      changes.day[at] ?? NO_DAY,
      changes.fromAmount[at] ?? Number.NaN,
    ];
    const deal = { id, row: -1, title: changes.title[at] ?? '', manager, pipeline };
    const goneIn = goneDay >= period.start && goneDay <= period.end;
    const wasClosed = changes.fromState[at] !== OPEN;
    if (goneIn) events.push({ ...deal, kind: 'gone', day: goneDay, was: amount, is: null, difference: wasClosed ? null : -amount });
    if (wasClosed) {
      if (goneIn) balance.add('goneClosed', amount);
      continue;
    }
    const isNew = createdDay >= period.start && createdDay <= period.end;
    const wasOpen = createdDay < period.start && goneDay >= period.start;
    if (!isNew && !wasOpen) continue;
    const chain = chains.get(id);
    const before = (wasOpen ? chain?.before : chain?.first) ?? amount;
    const after = chain?.after ?? amount;
    balance.add(wasOpen ? 'start' : 'aside', before);
    if (goneIn) balance.add('gone', -amount);
    else balance.add('end', after);
    addGrowth(before, after, chain, balance, (kind, day, was, is, difference) => events.push({ ...deal, kind, day, was, is, difference }));
  }
}

type AddEvent = (kind: EventKind, day: number, was: number | null, is: number | null, difference: number) => void;

function addGrowth(before: number, after: number, chain: Chain | undefined, balance: Add, add: AddEvent): void {
  const growth = money(after) - money(before);
  if (growth === 0) return;
  const kind = growth > 0 ? 'grew' : 'shrank';
  add(kind, chain?.lastDay ?? NO_DAY, before, after, growth);
  balance.add(kind, growth);
}

/** Moves back of the history, and those that only the memory knows. */
function backEvents(facts: Facts<ChangeTables>, { period }: Slice, here: (row: number) => boolean, events: ChangeEvent[]): void {
  const { backs, changes } = facts;
  const add = (row: number, day: number, from: number, to: number, pipeline: number): void => {
    const deal = dealOf(facts, row);
    events.push({ ...deal, kind: 'back', day, was: null, is: null, difference: null, moved: { from, to, pipeline } });
  };
  for (let at = 0; at < backs.count; at++) {
    const [row, day] = [backs.deal[at] ?? 0, backs.day[at] ?? NO_DAY];
    if (!here(row) || day < period.start || day > period.end) continue;
    add(row, day, backs.from[at] ?? -1, backs.to[at] ?? -1, backs.pipeline[at] ?? 0);
  }
  for (let at = 0; at < changes.count; at++) {
    const [row, day, from, to] = [changes.row[at] ?? -1, changes.day[at] ?? NO_DAY, changes.fromStage[at] ?? -1, changes.toStage[at] ?? -1];
    if (kindOf(facts, at) !== 'stage' || row < 0 || !here(row) || day < period.start || day > period.end) continue;
    const reopened = changes.fromState[at] !== OPEN && changes.toState[at] === OPEN;
    // The history closes its last gap by itself (R5 b): then the move stands among its own.
    if ((reopened || (to >= 0 && to < from)) && !isInHistory(facts, at)) add(row, day, from, to, changes.pipeline[at] ?? 0);
  }
}

function isInHistory({ backs, changes }: Facts<'backs' | 'changes'>, at: number): boolean {
  const [row, since, day] = [changes.row[at] ?? -1, changes.since[at] ?? 0, changes.day[at] ?? 0];
  for (let back = firstOf(backs.deal, row); back < backs.count && backs.deal[back] === row; back++) {
    const moved = backs.day[back] ?? 0;
    if (backs.to[back] === changes.toStage[at] && moved >= since && moved <= day) return true;
  }
  return false;
}

/** Place of the first item that is not less, in an ascending list. */
function firstOf(ascending: Int32Array, least: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Open deals created before the period whose last sign of life was before it: they stood still through all of it, and still do (M17). */
function idleEvents(facts: Facts<ChangeTables>, { period }: Slice, here: (row: number) => boolean, events: ChangeEvent[]): void {
  const { deals, steps, labels } = facts;
  const begins = dayStart(period.start, labels.zone);
  for (let at = 0; at < steps.count; at++) {
    const row = steps.deal[at] ?? 0;
    const aliveAt = steps.aliveAt[at] ?? 0;
    if (!here(row) || aliveAt >= begins || (deals.createdDay[row] ?? NO_DAY) >= period.start) continue;
    const amount = deals.amount[row] ?? Number.NaN;
    const day = dayOf(aliveAt, labels.zone);
    events.push({ ...dealOf(facts, row), kind: 'idle', day, was: amount, is: amount, difference: 0 });
  }
}

/** Who asks sees deals that came to him and deals that were taken from him. */
function ownerEvents(facts: Facts<ChangeTables>, { period, managers, pipelines }: Slice, events: ChangeEvent[]): void {
  const { changes } = facts;
  for (let at = 0; at < changes.count; at++) {
    const [row, day, from, to] = [
      changes.row[at] ?? -1,
      changes.day[at] ?? NO_DAY,
      changes.fromManager[at] ?? 0,
      changes.toManager[at] ?? 0,
    ];
    const pipeline = changes.pipeline[at] ?? 0;
    if (kindOf(facts, at) !== 'owner' || row < 0 || day < period.start || day > period.end) continue;
    if (!isAsked(pipelines, pipeline) || !(isAsked(managers, from) || isAsked(managers, to))) continue;
    events.push({ ...dealOf(facts, row), kind: 'owner', day, was: null, is: null, difference: null, moved: { from, to, pipeline } });
  }
}

function dealOf({ deals }: Facts<'deals'>, row: number) {
  return { id: deals.id[row] ?? 0, row, title: '', manager: deals.manager[row] ?? 0, pipeline: deals.pipeline[row] ?? 0 };
}

function kindOf({ changes }: Facts<'changes'>, at: number): ChangeKind | undefined {
  return CHANGE_KINDS[changes.kind[at] ?? -1];
}

function isAsked(chosen: ReadonlySet<number> | null, index: number): boolean {
  return chosen === null || chosen.has(index);
}

/** Unknown currencies add nothing (R8). */
function money(minor: number): number {
  return Number.isNaN(minor) ? 0 : minor;
}

function same(one: number, other: number): boolean {
  return one === other || (Number.isNaN(one) && Number.isNaN(other));
}
