// B24_RUNRATE: what a metric comes to by the end of the period at the pace so far.
import { metricRows } from '../metrics/catalogue';
import { runRate } from '../metrics/plan-progress';
import { answerForWho } from './arguments/who';
import type { FunctionDefinition } from './definition';
import { forEachAsked } from './metric-answer';
import { metricArgument } from './metric-names';
import { cellOf } from './output';
import { daysOf, planScope } from './plan-scope';

export const runRateFunction: FunctionDefinition = {
  name: 'B24_RUNRATE',
  params: ['period', 'who', 'pipeline', 'metric', 'data'],
  rules: ['M30', 'R14'],
  answer: (args, question) => {
    const { labels } = question;
    const scope = planScope(args, metricArgument(args[3], 'metric', 'wonSum', labels), question);
    const { metric, slice, inputs } = scope;
    const days = daysOf(slice.period, scope);
    const values = forEachAsked(args[1], labels, slice, (part, grouping) =>
      metricRows(question.load(metric.tables), part, [metric.id], grouping),
    );
    return answerForWho(args[1], labels, (people) =>
      cellOf(runRate(values(people)?.[0] ?? null, metric, days, inputs.settings.minElapsedDays)),
    );
  },
};
