// A metric of many people in few passes over the facts: of everybody, of each, and of all but some.
import { metricOf } from '../metrics/catalogue';
import { type Grouping, groupingByManager } from '../metrics/grouping';
import type { MetricId } from '../metrics/metric-id';
import { proofOf } from '../metrics/proof';
import { type ShareCount, shareCounts } from '../metrics/share-counts';
import type { DayRange, Slice } from '../metrics/slice';
import { round } from '../money';
import { ratio } from '../stats';
import type { Pipelines } from './arguments/pipeline';
import type { People } from './arguments/who';
import type { Question } from './question';

/** A value, and what it divides when it is a share by count. */
export interface Measure {
  readonly value: number | null;
  readonly counts: ShareCount | null;
}

export const NOTHING: Measure = { value: null, counts: null };

export interface Measures {
  readonly of: (people: People, period: DayRange) => Measure;
  /** Of everybody but these. */
  readonly others: (people: ReadonlySet<number>, period: DayRange) => Measure;
}

/** Measures of one metric; the facts are read when the first is asked for. Everybody costs one pass a period, all single people together another. */
export function measuresOf(id: MetricId, pipelines: Pipelines, question: Question): Measures {
  const known = new Map<string, readonly Measure[]>();
  const of = (people: People, period: DayRange): Measure => {
    const [only] = people ?? [];
    const single = people?.size === 1 && only !== undefined;
    if (people !== null && !single) return measured(id, { period, managers: people, pipelines }, null, question)[0] ?? NOTHING;
    const key = `${single} ${period.start} ${period.end}`;
    const grouping = single ? groupingByManager(question) : null;
    const found = known.get(key) ?? measured(id, { period, managers: null, pipelines }, grouping, question);
    known.set(key, found);
    return found[single ? only : 0] ?? NOTHING;
  };
  const rest = (people: ReadonlySet<number>) => new Set([...question.labels.managers.keys()].filter((index) => !people.has(index)));
  return { of, others: (people, period) => without(of(null, period), of(people, period), id) ?? of(rest(people), period) };
}

function measured(id: MetricId, slice: Slice, grouping: Grouping | null, question: Question): Measure[] {
  const metric = metricOf(id);
  const facts = question.load(metric.tables);
  const share = shareCounts[id];
  if (share) return share.of(facts, slice, grouping).map((counts) => ({ value: ratio(...counts), counts }));
  const values = grouping === null ? [metric.compute(facts, slice)] : metric.computeGroups(facts, slice, grouping);
  return values.map((value) => ({ value, counts: null }));
}

/** What is left of the whole where records add up; null = they do not (a mean, a median). */
function without(whole: Measure, own: Measure, id: MetricId): Measure | null {
  if (whole.counts && own.counts) {
    const counts = [whole.counts[0] - own.counts[0], whole.counts[1] - own.counts[1]] as const;
    return { value: ratio(...counts), counts };
  }
  if (proofOf[id].how !== 'sum' || whole.value === null || own.value === null) return null;
  return { value: round(whole.value - own.value, 2), counts: null };
}
