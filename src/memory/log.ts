// What the portal forgets: it shows the present owner, amount and stage of a deal, and nothing of a deleted one. At every load the last
// records are compared with the new ones, and what differs is kept for good. Pure: no clock, no sheet.
import type { Deal, Records, StageChange } from '../raw/records';

const DAY = 86400;

/** What is remembered of a deal at one moment; the amount stands in its own currency. */
export type DealState = Pick<Deal, 'assignedById' | 'categoryId' | 'stageId' | 'semantic' | 'opportunity' | 'currencyId'>;

/** A deal that two loads saw differently. */
export interface Remembered {
  readonly dealId: number;
  /** null = it came into sight, though it is older than the load before. */
  readonly was: DealState | null;
  /** null = it is gone. */
  readonly is: DealState | null;
  /** The stage differs and the stage history does not tell when it changed. */
  readonly unseenMove: boolean;
  /** For a deal that is gone: what nobody can ask the portal any more ('' and 0 otherwise). */
  readonly title: string;
  /** Unix seconds. */
  readonly createdTime: number;
}

/** What one load remembered. */
export interface MemoryBlock {
  readonly portal: string;
  /** Moments of the two loads, unix seconds: every change happened after `since` and was seen at `asOf`. */
  readonly since: number;
  readonly asOf: number;
  /** Ascending by deal. */
  readonly entries: readonly Remembered[];
}

/** In the order of the loads. */
export type MemoryLog = readonly MemoryBlock[];

/** What a load saw, and by whose eyes. */
export interface Seen {
  readonly records: Pick<Records, 'deals' | 'stageHistory'>;
  readonly portal: string;
  readonly userId: number;
  /** Unix seconds. */
  readonly asOf: number;
  /** First day of the history it was for; absent or 0 = everything. */
  readonly horizonDay?: number;
}

/**
 * What the portal would forget between two loads (R1, R12). Nothing comes from nothing: a first load and a load of another portal
 * remember nothing, and with another user's rights no deal is gone or new in sight. A template is no deal (R4): one that turned into a
 * template is not gone. Nor is one that is only outside the depth now, nor new in sight one that was outside before. Moves that the stage history
 * shows are not repeated here, except the closing and the reopening of a deal.
 */
export function remembered(before: Seen | null, after: Seen): Remembered[] {
  if (before === null || before.portal !== after.portal || before.records.deals === after.records.deals) return [];
  const last = new Map(before.records.deals.map((deal) => [deal.id, deal]));
  const sameEyes = before.userId === after.userId;
  const entries: Remembered[] = [];
  const moved: Deal[] = [];
  for (const deal of after.records.deals) {
    const old = last.get(deal.id);
    last.delete(deal.id);
    if (deal.recurring || old?.recurring === true) continue;
    if (old === undefined) {
      if (sameEyes && deal.createdTime <= before.asOf && deal.createdTime >= (before.horizonDay ?? 0) * DAY)
        entries.push(entry(deal.id, null, stateOf(deal)));
    } else if (old !== deal) {
      if (movedFrom(old, deal)) moved.push(deal);
      if (differs(old, deal)) entries.push(entry(deal.id, stateOf(old), stateOf(deal)));
    }
  }
  if (sameEyes)
    for (const deal of last.values()) if (!deal.recurring && isWithin(deal, after.horizonDay ?? 0)) entries.push(goneEntry(deal));
  return withUnseenMoves(entries, moved, before, after).sort((a, b) => a.dealId - b.dealId);
}

/** Whether a load from that day on has the deal, wherever its midnight lies. */
function isWithin({ semantic, updatedTime }: Deal, horizonDay: number): boolean {
  return semantic === 'P' || updatedTime >= (horizonDay + 1) * DAY;
}

function withUnseenMoves(entries: readonly Remembered[], moved: readonly Deal[], before: Seen, after: Seen): Remembered[] {
  const unseen = new Map(moved.map((deal) => [deal.id, deal]));
  if (unseen.size > 0)
    for (const change of after.records.stageHistory) if (shows(change, unseen, before.asOf)) unseen.delete(change.ownerId);
  const marked = entries.map((one) => (unseen.delete(one.dealId) ? { ...one, unseenMove: true } : one));
  const old = new Map(before.records.deals.filter((deal) => unseen.has(deal.id)).map((deal) => [deal.id, deal]));
  for (const [id, deal] of unseen) marked.push({ ...entry(id, stateOf(old.get(id) ?? deal), stateOf(deal)), unseenMove: true });
  return marked;
}

function shows(change: StageChange, moved: ReadonlyMap<number, Deal>, since: number): boolean {
  const deal = moved.get(change.ownerId);
  return deal !== undefined && change.time >= since && change.categoryId === deal.categoryId && change.stageId === deal.stageId;
}

function movedFrom(old: DealState, deal: DealState): boolean {
  return old.stageId !== deal.stageId || old.categoryId !== deal.categoryId;
}

function differs(old: DealState, deal: DealState): boolean {
  return (
    old.assignedById !== deal.assignedById ||
    old.opportunity !== deal.opportunity ||
    old.currencyId !== deal.currencyId ||
    old.semantic !== deal.semantic
  );
}

function stateOf({ assignedById, categoryId, stageId, semantic, opportunity, currencyId }: DealState): DealState {
  return { assignedById, categoryId, stageId, semantic, opportunity, currencyId };
}

function entry(dealId: number, was: DealState | null, is: DealState | null): Remembered {
  return { dealId, was, is, unseenMove: false, title: '', createdTime: 0 };
}

function goneEntry(deal: Deal): Remembered {
  return { ...entry(deal.id, stateOf(deal), null), title: deal.title, createdTime: deal.createdTime };
}
