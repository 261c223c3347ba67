// M18: deals lost in the period by reason, by fail stage, and by the stage they were lost from.
import type { Facts } from '../facts/facts';
import type { Directories } from '../facts/side-tables';
import { units } from '../money';
import { ratio } from '../stats';
import { dealRows, minorSum } from './populations';
import type { Slice } from './slice';

export type LossKey = 'reason' | 'failStage' | 'fromStage';

export interface LossRow {
  /** Text of the reason, or stage id; '' = "Not set", never hidden. */
  readonly key: string;
  readonly count: number;
  /** Units of the base currency. */
  readonly sum: number;
  /** Of the lost count. */
  readonly share: number | null;
  /** Rows of `DealFacts`. */
  readonly deals: readonly number[];
}

/** The reason is the configured field, otherwise the fail stage. */
export function reasonKey({ lossReasonField }: Pick<Directories, 'lossReasonField'>): LossKey {
  return lossReasonField === '' ? 'failStage' : 'reason';
}

/** Rows by count, then by sum, both descending, then by key; junk losses are left out (M04). */
export function lossTable(facts: Facts<'deals' | 'losses'>, slice: Slice, by: LossKey): LossRow[] {
  const { deals, losses } = facts;
  const lossOf = new Int32Array(deals.count).fill(-1);
  for (let row = 0; row < losses.count; row++) lossOf[losses.deal[row] ?? 0] = row;
  return lossesBy(facts, slice, (deal) => losses[by][lossOf[deal] ?? -1] ?? '');
}

/** The same by anything else that deals have: a manager, a channel. */
export function lossesBy(facts: Facts<'deals'>, slice: Slice, keyOf: (deal: number) => string): LossRow[] {
  const { deals } = facts;
  const lost = dealRows(facts, slice, 'lost');
  const groups = new Map<string, number[]>();
  for (const row of lost) {
    const key = keyOf(row);
    const own = groups.get(key);
    if (own === undefined) groups.set(key, [row]);
    else own.push(row);
  }
  return [...groups]
    .map(([key, rows]) => ({
      key,
      count: rows.length,
      sum: units(minorSum(deals, rows)),
      share: ratio(rows.length, lost.length),
      deals: rows,
    }))
    .sort((a, b) => b.count - a.count || b.sum - a.sum || (a.key < b.key ? -1 : 1));
}
