// R17: what is odd about the deals that can stand behind a report, check by check.
import { type Facts, FLAG, type FlagName } from '../facts/facts';
import { units } from '../money';
import { ratio } from '../stats';
import { dealRows, minorSum } from './populations';
import type { Slice } from './slice';

export interface QualityRow {
  readonly check: FlagName;
  readonly count: number;
  /** Units of the base currency. */
  readonly sum: number;
  /** Of the deals looked at. */
  readonly share: number | null;
  /** Rows of `DealFacts`. */
  readonly deals: readonly number[];
}

/** Every check in the order of the flags, those that find nothing too. Looks at the deals created, in work or closed in the period, or open now. */
export function qualityTable(facts: Facts<'deals'>, slice: Slice): QualityRow[] {
  const { deals } = facts;
  const looked = dealRows(facts, slice, 'any');
  return (Object.keys(FLAG) as FlagName[]).map((check) => {
    const rows = looked.filter((row) => ((deals.flags[row] ?? 0) & FLAG[check]) !== 0);
    return { check, count: rows.length, sum: units(minorSum(deals, rows)), share: ratio(rows.length, looked.length), deals: rows };
  });
}
