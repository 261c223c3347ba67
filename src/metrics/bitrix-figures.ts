// M38: what Bitrix24's own reports would show, for reconciliation only. Reconstructed from reading its server, not measured on a portal: say so
// beside each figure.
import { type Facts, NO_DAY, WON } from '../facts/facts';
import { units } from '../money';
import { dayOf } from '../period';
import { ratio } from '../stats';
import { dealGroups } from './grouping';
import { minorSum } from './populations';
import type { Slice } from './slice';

export interface BitrixSum {
  readonly count: number;
  /** Units of the base currency, by our rates. */
  readonly sum: number;
  /** Rows of `DealFacts`. */
  readonly deals: readonly number[];
}

/** "Sales plan": state won, the written closing date within the period. */
export function bitrixSalesPlan(facts: Facts<'deals' | 'cards'>, slice: Slice): BitrixSum {
  return wonBy(facts, slice, facts.cards.closedate);
}

/** "Manager rating" of one pipeline: state won, the last move within the period. */
export function bitrixManagerRating(facts: Facts<'deals' | 'cards'>, slice: Slice, pipeline: number): BitrixSum {
  return wonBy(facts, { ...slice, pipelines: new Set([pipeline]) }, facts.cards.movedDay);
}

export interface BitrixConversion {
  readonly alive: number;
  readonly withSuccess: number;
  readonly value: number | null;
  /** Rows of `DealFacts` alive in the period. */
  readonly deals: readonly number[];
}

/** "Deal conversion" of one pipeline: of the deals that have a history begun by the end of the period and were not closed before its start, those with any won row. */
export function bitrixDealConversion(facts: Facts<'deals' | 'cards' | 'cycles'>, slice: Slice, pipeline: number): BitrixConversion {
  const { deals, cards, cycles, labels } = facts;
  const { start, end } = slice.period;
  const groups = dealGroups(facts, { ...slice, pipelines: new Set([pipeline]) });
  const alive: number[] = [];
  for (let row = 0; row < deals.count; row++) {
    const firstDay = cards.firstDay[row] ?? NO_DAY;
    if (groups[row] !== 0 || firstDay === NO_DAY || firstDay > end) continue;
    const closeTime = cycles.closeTime[row] ?? Number.NaN;
    // The moment in the history, not the closing day: a deal entered after the fact lives until it was entered.
    if (Number.isNaN(closeTime) || dayOf(closeTime, labels.zone) >= start) alive.push(row);
  }
  const withSuccess = alive.filter((row) => cards.success[row] === 1).length;
  return { alive: alive.length, withSuccess, value: ratio(withSuccess, alive.length), deals: alive };
}

function wonBy(facts: Facts<'deals'>, slice: Slice, dayOfDeal: Int32Array): BitrixSum {
  const { deals } = facts;
  const { start, end } = slice.period;
  const groups = dealGroups(facts, slice);
  const rows: number[] = [];
  for (let row = 0; row < deals.count; row++) {
    const day = dayOfDeal[row] ?? NO_DAY;
    if (groups[row] === 0 && deals.state[row] === WON && day !== NO_DAY && day >= start && day <= end) rows.push(row);
  }
  return { count: rows.length, sum: units(minorSum(deals, rows)), deals: rows };
}
