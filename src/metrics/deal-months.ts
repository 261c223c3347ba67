// M01–M05 month by month in one pass over the deals: what goals and tables of many months would otherwise pass over them for, once a month.

import { type Facts, NO_DAY } from '../facts/facts';
import { type DayRange, lengthOf } from '../period';
import { type Counting, count, type DealTotals, emptyTotals, inUnits } from './deals';
import { dealGroups, type Grouping } from './grouping';
import { CREATED, IN_WORK, membership, OPEN_NOW } from './populations';
import type { Slice } from './slice';

/**
 * What `dealTotals` gives for each of the periods, by period and group; the slice's own period does not matter. Periods ascend and follow each
 * other without a gap.
 */
export function dealTotalsOf(
  facts: Facts<'deals'>,
  slice: Slice,
  periods: readonly DayRange[],
  grouping: Grouping | null = null,
): DealTotals[][] {
  const { deals } = facts;
  const groups = dealGroups(facts, slice, grouping);
  const size = grouping?.count ?? 1;
  const totals = periods.map(() => Array.from({ length: size }, emptyTotals));
  const open = Array.from({ length: size }, emptyTotals);
  // In work: +1 where it begins, −1 after it ends, added up at the end.
  const inWork = Array.from({ length: size }, () => new Int32Array(periods.length + 1));
  const periodOf = periodLookup(periods);
  const bitsIn = (period: number, row: number): number => {
    const range = periods[period];
    return range === undefined ? 0 : membership(deals, row, range);
  };
  for (let row = 0; row < deals.count; row++) {
    const group = groups[row] ?? -1;
    const steps = inWork[group];
    if (steps === undefined) continue;
    const amount = deals.amount[row] ?? Number.NaN;
    const closeDay = deals.closeDay[row] ?? NO_DAY;
    const created = periodOf(deals.createdDay[row] ?? NO_DAY);
    const closed = closeDay === NO_DAY ? periods.length : periodOf(closeDay);
    add(totals[created]?.[group], bitsIn(created, row) & CREATED, amount);
    if (closeDay === NO_DAY) add(open[group], membership(deals, row, NO_PERIOD) & OPEN_NOW, amount);
    else add(totals[closed]?.[group], bitsIn(closed, row) & ~(CREATED | OPEN_NOW | IN_WORK), amount);
    const first = Math.max(created, 0);
    const last = Math.min(closed, periods.length - 1);
    if (first > last || (bitsIn(first, row) & IN_WORK) === 0) continue;
    steps[first] = (steps[first] ?? 0) + 1;
    steps[last + 1] = (steps[last + 1] ?? 0) - 1;
  }
  for (const steps of inWork) for (let at = 1; at < steps.length; at++) steps[at] = (steps[at] ?? 0) + (steps[at - 1] ?? 0);
  return totals.map((groupTotals, period) =>
    groupTotals.map((total, group) => {
      const { openCount, openSum } = open[group] ?? total;
      return inUnits({ ...total, inWorkDuring: inWork[group]?.[period] ?? 0, openCount, openSum });
    }),
  );
}

/** What is open is open whatever the period. */
const NO_PERIOD: DayRange = { start: 0, end: -1 };

function add(total: Counting | undefined, bits: number, amount: number): void {
  if (total !== undefined && bits !== 0) count(total, bits, amount);
}

/** Index of the period a day lies in: −1 before the first one, their number after the last one. */
function periodLookup(periods: readonly DayRange[]): (day: number) => number {
  const start = periods[0]?.start ?? 0;
  const index = new Int32Array(periods.reduce((days, period) => days + lengthOf(period), 0));
  periods.forEach((period, at) => {
    index.fill(at, period.start - start, period.end - start + 1);
  });
  return (day) => (day < start ? -1 : (index[day - start] ?? periods.length));
}
