// M14: the snapshot funnel. Open deals at asOf by the stage they stand on; the period does not matter.
import { type Facts, OPEN } from '../facts/facts';
import { units } from '../money';
import { median } from '../stats';
import { dealGroups } from './grouping';
import type { Slice } from './slice';

export interface SnapshotRow {
  /** Index in the pipeline's process stages; −1 = stages that are no longer in the pipeline. */
  readonly stage: number;
  readonly count: number;
  /** Units of the base currency. */
  readonly sum: number;
  /** Median age of the current visit; days. */
  readonly medianAge: number | null;
}

/** The snapshot of one pipeline; the line of deleted stages comes last, when any open deal stands there. */
export function snapshotFunnel(facts: Facts<'deals' | 'stays'>, slice: Slice, pipeline: number): SnapshotRow[] {
  const { deals, stays } = facts;
  const stages = facts.labels.pipelines[pipeline]?.stages.length ?? 0;
  const groups = dealGroups(facts, { ...slice, pipelines: new Set([pipeline]) });
  const lines = Array.from({ length: stages + 1 }, () => ({ count: 0, minor: 0, ages: [] as number[] }));
  const lineOf = (stage: number) => lines[stage < 0 ? stages : stage];
  for (let row = 0; row < deals.count; row++) {
    if (groups[row] !== 0 || deals.state[row] !== OPEN) continue;
    const line = lineOf(deals.stage[row] ?? -1);
    const amount = deals.amount[row] ?? Number.NaN;
    if (line === undefined) continue;
    line.count++;
    if (!Number.isNaN(amount)) line.minor += amount;
  }
  for (let row = 0; row < stays.count; row++) {
    const since = stays.openSince[row] ?? Number.NaN;
    const deal = stays.deal[row] ?? 0;
    if (!Number.isNaN(since) && groups[deal] === 0) lineOf(stays.stage[row] ?? -1)?.ages.push((facts.labels.asOf - since) / 86400);
  }
  return lines
    .map((line, index) => ({ stage: index < stages ? index : -1, count: line.count, sum: units(line.minor), medianAge: median(line.ages) }))
    .filter((row) => row.stage >= 0 || row.count > 0);
}
