// M24: which wins are repeat ones. Depends on all loaded wins of the client, never on the period asked for.
import { dayStart } from '../period';
import type { Deal } from '../raw/records';
import type { Zone } from '../zone';
import { type CycleFacts, type DealFacts, FLAG, NO_DAY, WON } from './facts';
import { clientOf } from './origin';

interface Win {
  readonly row: number;
  readonly id: number;
  readonly moment: number;
}

/**
 * 1 for a win whose client has an earlier one by (closing moment, id), or whose card says "return customer" while no loaded win of the
 * client has a smaller id. Deals entered closed take the beginning of their closing day; wins not counted yet (FUTURE_CLOSE) are none.
 */
export function repeatWins(deals: readonly Deal[], table: DealFacts, { closeTime }: CycleFacts, zone: Zone): Uint8Array {
  const winsOf = new Map<number, Win[]>();
  deals.forEach((deal, row) => {
    const closeDay = table.closeDay[row] ?? NO_DAY;
    const client = clientOf(deal);
    if (client === 0 || table.state[row] !== WON || closeDay === NO_DAY) return;
    const entered = ((table.flags[row] ?? 0) & FLAG.CREATED_CLOSED) !== 0;
    const win = { row, id: deal.id, moment: entered ? dayStart(closeDay, zone) : (closeTime[row] ?? 0) };
    const own = winsOf.get(client);
    if (own === undefined) winsOf.set(client, [win]);
    else own.push(win);
  });
  const repeat = new Uint8Array(deals.length);
  for (const wins of winsOf.values()) {
    const first = wins.reduce((one, other) => ((other.moment - one.moment || other.id - one.id) < 0 ? other : one));
    const smallest = Math.min(...wins.map((win) => win.id));
    for (const win of wins) {
      const returned = deals[win.row]?.returnCustomer === true && win.id === smallest;
      if (win !== first || returned) repeat[win.row] = 1;
    }
  }
  return repeat;
}
