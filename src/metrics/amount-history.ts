// What a deal was worth at the edges of a period, as far as the loads saw its amount change.
import { type Facts, NO_DAY, OPEN } from '../facts/facts';
import { CHANGE_KINDS } from '../facts/side-tables';
import type { DayRange } from '../period';

/** Minor units of the base currency; undefined = no change of amount tells otherwise than the next one below: first, before, after, atClose, the present amount. */
export interface Chain {
  /** When a load first saw the deal. */
  first?: number;
  /** At the end of the day before the period. */
  before?: number;
  /** At the end of the period. */
  after?: number;
  /** When the deal was last closed; later changes are corrections. */
  atClose?: number;
  /** Days of the last change in the period and of the last correction. */
  lastDay?: number;
  correctedDay?: number;
}

/** By deal id; only deals whose amount changed are in it. */
export function valueChains({ deals, changes }: Facts<'deals' | 'changes'>, { start, end }: DayRange): Map<number, Chain> {
  const chains = new Map<number, Chain>();
  const amountKind = CHANGE_KINDS.indexOf('amount');
  for (let at = 0; at < changes.count; at++) {
    if (changes.kind[at] !== amountKind) continue;
    const [id, row, day, from] = [
      changes.deal[at] ?? 0,
      changes.row[at] ?? -1,
      changes.day[at] ?? NO_DAY,
      changes.fromAmount[at] ?? Number.NaN,
    ];
    const chain = chains.get(id) ?? {};
    chains.set(id, chain);
    const closeDay = row < 0 ? NO_DAY : (deals.closeDay[row] ?? NO_DAY);
    const stayedClosed = changes.fromState[at] !== OPEN && changes.toState[at] !== OPEN;
    if (stayedClosed && closeDay !== NO_DAY && day >= closeDay) {
      chain.atClose ??= from;
      chain.correctedDay = day;
      continue;
    }
    const changed = closeDay !== NO_DAY && day > closeDay ? closeDay : day;
    chain.first ??= from;
    if (changed >= start) chain.before ??= from;
    if (changed > end) chain.after ??= from;
    else if (changed >= start) chain.lastDay = changed;
  }
  return chains;
}
