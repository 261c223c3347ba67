// R4 and R1: which deals count at all, and the history rows of each.
import type { Deal, StageChange } from '../raw/records';

/** Deals that exist at asOf, templates left out, ascending by id. */
export function population(deals: readonly Deal[], asOf: number): Deal[] {
  return deals.filter((deal) => !deal.recurring && deal.createdTime <= asOf).sort((a, b) => a.id - b.id);
}

/** History rows of each deal up to asOf, in the order (time, id); `rowOf` gives a deal's place by its id. Rows of other deals are left out. */
export function historyByDeal(
  history: readonly StageChange[],
  rowOf: ReadonlyMap<number, number>,
  asOf: number,
): readonly (readonly StageChange[] | undefined)[] {
  const found = new Array<StageChange[] | undefined>(rowOf.size);
  for (const change of history) {
    const row = rowOf.get(change.ownerId);
    if (row === undefined || change.time > asOf) continue;
    const own = found[row];
    if (own === undefined) found[row] = [change];
    else insert(own, change);
  }
  return found;
}

/** Rows mostly arrive in order, so this rarely moves anything. */
function insert(rows: StageChange[], change: StageChange): void {
  let at = rows.length;
  for (; at > 0; at--) {
    const before = rows[at - 1];
    if (before === undefined || before.time < change.time || (before.time === change.time && before.id <= change.id)) break;
  }
  if (at === rows.length) rows.push(change);
  else rows.splice(at, 0, change);
}
