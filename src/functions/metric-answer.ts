// One metric for whoever is asked: everybody, a person, a department, or every cell of a range in one call.
import type { Cell, Table } from '../cell';
import { type MetricId, type MetricValue, metricOf } from '../metrics/catalogue';
import { groupingByManager } from '../metrics/grouping';
import type { Slice } from '../metrics/slice';
import { periodArgument } from './arguments/period';
import { pipelinesArgument } from './arguments/pipeline';
import { answerForWho, type People } from './arguments/who';
import { cellOf } from './output';
import type { Question } from './question';

/** The first three arguments of nearly every function; the facts are read when the first answer is asked for. */
export function metricAnswer(id: MetricId, args: readonly unknown[], question: Question): Cell | Table {
  const { labels } = question;
  const metric = metricOf(id);
  const base: Slice = { period: periodArgument(args[0], labels), managers: null, pipelines: pipelinesArgument(args[2], labels) };
  const facts = () => question.load(metric.tables);
  let byManager: MetricValue[] | null = null;
  const asked = Array.isArray(args[1]);
  return answerForWho(args[1], labels, (people: People) => {
    const [only] = people ?? [];
    // A column of names is answered by one pass over the facts.
    if (asked && people?.size === 1 && only !== undefined) {
      const loaded = facts();
      byManager = byManager ?? metric.computeGroups(loaded, base, groupingByManager(loaded));
      return cellOf(byManager[only]);
    }
    return cellOf(metric.compute(facts(), { ...base, managers: people }));
  });
}
