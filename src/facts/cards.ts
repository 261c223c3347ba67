// What the card of each deal and its untouched history say: the ground of forecasts (M27), of overdue dates (M17) and of Bitrix24's own figures (M38).
import { dayOf, parseIsoDay } from '../period';
import type { Deal, StageChange } from '../raw/records';
import type { Zone } from '../zone';
import { NO_DAY } from './facts';
import type { CardFacts } from './side-tables';

/** One row per deal in the order given; `histories` are side by side with the deals, up to asOf, ascending. */
export function cardFacts(deals: readonly Deal[], histories: readonly (readonly StageChange[] | undefined)[], zone: Zone): CardFacts {
  const dayOrNone = (instant: number | undefined) => (instant === undefined || instant <= 0 ? NO_DAY : dayOf(instant, zone));
  return {
    closedate: Int32Array.from(deals, (deal) => parseIsoDay(deal.closedate) ?? NO_DAY),
    movedDay: Int32Array.from(deals, (deal) => dayOrNone(deal.movedTime)),
    firstDay: Int32Array.from(deals, (_, row) => dayOrNone(histories[row]?.[0]?.time)),
    success: Uint8Array.from(deals, (_, row) => (histories[row]?.some((change) => change.semantic === 'S') ? 1 : 0)),
  };
}
