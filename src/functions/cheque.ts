// B24_AVG_DEAL: how large a won deal is.
import type { MetricId } from '../metrics/catalogue';
import { type Choice, chosen } from './arguments/choice';
import { dataParam, type FunctionDefinition, periodParam, pipelineParam, whoParam } from './definition';
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
  params: [
    periodParam,
    whoParam,
    pipelineParam,
    {
      name: 'stat',
      text: {
        ru: 'Статистика: "среднее" (по умолчанию), "медиана" (одна крупная сделка её не сдвинет) или "без нулей" (среднее без сделок с нулевой суммой).',
        en: 'Statistic: "mean" (default), "median" (one whale does not move it) or "non-zero" (mean without deals of zero sum).',
      },
    },
    dataParam,
  ],
  text: {
    ru: 'Средний чек выигранных за период сделок в базовой валюте. Сделки с нулевой суммой входят в среднее, чтобы сумма равнялась количеству, умноженному на чек.',
    en: 'Average sum of the deals won in the period, in the base currency. Deals of zero sum are in the mean, so that the sum equals the count times the average.',
  },
  examples: [
    { ru: '=B24_AVG_DEAL("этот месяц";;;;B24_DATA)', en: '=B24_AVG_DEAL("this month",,,,B24_DATA)' },
    { ru: '=B24_AVG_DEAL("2026-Q3";A2:A15;"Продажи";"медиана";B24_DATA)', en: '=B24_AVG_DEAL("2026-Q3",A2:A15,"Sales","median",B24_DATA)' },
  ],
  rules: ['M07'],
  answer: (args, question) =>
    metricAnswer(metricOfStat[chosen(args[3], 'stat', chequeStats, 'mean', question.labels.lang)], args, question),
};
