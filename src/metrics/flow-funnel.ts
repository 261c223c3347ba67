// M13: the flow funnel. Volumes that passed each stage in the period; neighbours are different deals and must not be divided.
import { type Facts, FLAG, NO_DAY } from '../facts/facts';
import { dealGroups, journeyGroups } from './grouping';
import { membership, WON_IN } from './populations';
import type { Slice } from './slice';

export interface FlowFunnel {
  /** Journeys that reached each process stage within the period, whatever became of them. */
  readonly reached: readonly number[];
  /** Wins of the pipeline closed in the period, created-closed ones excluded. */
  readonly won: number;
}

/** The flow of one pipeline (an index in `labels.pipelines`); junk deals are left out (M04). */
export function flowFunnel(facts: Facts<'deals' | 'journeys'>, slice: Slice, pipeline: number): FlowFunnel {
  const { deals, journeys } = facts;
  const { start, end } = slice.period;
  const own = { ...slice, pipelines: new Set([pipeline]) };
  const reached = new Array<number>(facts.labels.pipelines[pipeline]?.stages.length ?? 0).fill(0);
  const groups = journeyGroups(facts, own);
  for (let row = 0; row < journeys.count; row++) {
    if (groups[row] !== 0 || ((deals.flags[journeys.deal[row] ?? 0] ?? 0) & FLAG.JUNK) !== 0) continue;
    const first = journeys.reachStart[row] ?? 0;
    const after = journeys.reachStart[row + 1] ?? first;
    for (let at = first; at < after; at++) {
      const day = journeys.reachDay[at] ?? NO_DAY;
      const stage = at - first;
      if (day >= start && day <= end) reached[stage] = (reached[stage] ?? 0) + 1;
    }
  }
  const dealGroup = dealGroups(facts, own);
  let won = 0;
  for (let row = 0; row < deals.count; row++) {
    if (dealGroup[row] !== 0 || ((deals.flags[row] ?? 0) & FLAG.CREATED_CLOSED) !== 0) continue;
    if ((membership(deals, row, slice.period) & WON_IN) !== 0) won++;
  }
  return { reached, won };
}
