// One metric for whoever is asked: everybody, a person, a department, or every cell of a range in one call.
import type { Cell, Table } from '../cell';
import type { Labels } from '../facts/facts';
import { type MetricId, metricOf, metricRows } from '../metrics/catalogue';
import { type Grouping, groupingByManager } from '../metrics/grouping';
import type { Slice } from '../metrics/slice';
import { periodArgument } from './arguments/period';
import { pipelinesArgument } from './arguments/pipeline';
import { answerForWho, type People } from './arguments/who';
import { namedPipelines } from './named-pipelines';
import { cellOf } from './output';
import type { Question } from './question';

/** The first three arguments of nearly every function; the facts are read when the first answer is asked for. */
export function metricAnswer(id: MetricId, args: readonly unknown[], question: Question): Cell | Table {
  const { labels } = question;
  namedPipelines(args[2], [id], labels);
  const base: Slice = { period: periodArgument(args[0], labels), managers: null, pipelines: pipelinesArgument(args[2], labels) };
  const { tables } = metricOf(id);
  const values = forEachAsked(args[1], labels, base, (slice, grouping) => metricRows(question.load(tables), slice, [id], grouping));
  return answerForWho(args[1], labels, (people) => cellOf(values(people)?.[0]));
}

/** What `rows` computes (one row per group of the slice) for whoever is asked: a column of names is answered by one pass over the facts. */
export function forEachAsked<T>(
  who: unknown,
  labels: Labels,
  base: Slice,
  rows: (slice: Slice, grouping: Grouping | null) => readonly T[],
): (people: People) => T | undefined {
  let byManager: readonly T[] | null = null;
  return (people) => {
    const [only] = people ?? [];
    if (!Array.isArray(who) || people?.size !== 1 || only === undefined) return rows({ ...base, managers: people }, null)[0];
    byManager = byManager ?? rows(base, groupingByManager({ labels }));
    return byManager[only];
  };
}
