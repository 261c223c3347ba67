// R15 from the other side: how soon leads and deals of the period got their first contact. Hours of the clock, nights and weekends included.
import type { Facts } from '../facts/facts';
import { FROM_LEAD } from '../facts/side-tables';
import { ascending, mean, quantileSorted, ratio } from '../stats';
import { type Grouping, personGroups } from './grouping';
import type { Slice } from './slice';

/** Leads stand in no pipeline: whether they are in it is asked for apart from the pipelines of the deals. */
export interface ResponseSlice extends Slice {
  readonly leads: boolean;
}

export interface ResponseStats {
  /** Leads and deals created in the period. */
  readonly count: number;
  /** Of them without any contact yet. */
  readonly unanswered: number;
  /** Hours to the first contact of those that had one; null when none had. */
  readonly median: number | null;
  readonly mean: number | null;
  readonly p90: number | null;
  /** Share contacted within the norm of those whose norm has passed or was met; younger ones without a contact are not decided yet. */
  readonly withinNorm: number | null;
}

/** Seconds in an hour. */
const HOUR = 3600;

interface Group {
  count: number;
  within: number;
  late: number;
  readonly hours: number[];
}

/** Stats of each group of people; `normHours`: within how many hours the first contact is due. */
export function responseStats(
  facts: Facts<'responses'>,
  slice: ResponseSlice,
  normHours: number,
  grouping: Grouping | null = null,
): ResponseStats[] {
  const { responses, labels } = facts;
  const { start, end } = slice.period;
  const groupOf = personGroups(facts, responses.manager, slice, grouping);
  const groups = Array.from({ length: grouping?.count ?? 1 }, (): Group => ({ count: 0, within: 0, late: 0, hours: [] }));
  for (let row = 0; row < responses.count; row++) {
    const group = groups[groupOf[row] ?? -1];
    const day = responses.createdDay[row] ?? 0;
    if (group === undefined || day < start || day > end || !wanted(responses.pipeline[row] ?? FROM_LEAD, slice)) continue;
    const waited = responses.waited[row] ?? Number.NaN;
    const due = normHours * HOUR;
    group.count++;
    if (!Number.isNaN(waited)) group.hours.push(waited / HOUR);
    if (waited <= due) group.within++;
    else if (waited > due || labels.asOf - (responses.createdTime[row] ?? 0) > due) group.late++;
  }
  return groups.map(finished);
}

function wanted(pipeline: number, { pipelines, leads }: ResponseSlice): boolean {
  return pipeline === FROM_LEAD ? leads : pipelines === null || pipelines.has(pipeline);
}

function finished({ count, within, late, hours }: Group): ResponseStats {
  const sorted = ascending(hours);
  return {
    count,
    unanswered: count - hours.length,
    median: quantileSorted(sorted, 0.5),
    mean: mean(sorted),
    p90: quantileSorted(sorted, 0.9),
    withinNorm: ratio(within, within + late),
  };
}
