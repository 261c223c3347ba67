// B24_AVG_DEAL: how large a won deal is.
import type { MetricId } from '../metrics/catalogue';
import { type Choice, chosen } from './arguments/choice';
import type { FunctionDefinition } from './definition';
import { metricAnswer } from './metric-answer';

type ChequeStat = 'mean' | 'median' | 'nonzero';

export const chequeStats: readonly Choice<ChequeStat>[] = [
  { value: 'mean', ru: ['среднее', 'средний', 'средняя'], en: ['mean', 'average'] },
  { value: 'median', ru: ['медиана'], en: ['median'] },
  { value: 'nonzero', ru: ['без нулей', 'без нулевых'], en: ['non-zero', 'nonzero', 'without zeros'] },
];

const metricOfStat: Readonly<Record<ChequeStat, MetricId>> = { mean: 'avgCheque', median: 'avgChequeMedian', nonzero: 'avgChequeNonZero' };

export const averageDealFunction: FunctionDefinition = {
  name: 'B24_AVG_DEAL',
  params: ['period', 'who', 'pipeline', 'stat', 'data'],
  rules: ['M07'],
  answer: (args, question) => metricAnswer(metricOfStat[chosen(args[3], 'stat', chequeStats, 'mean', question.labels)], args, question),
};
