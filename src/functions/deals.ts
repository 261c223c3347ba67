// B24_DEALS and B24_REVENUE: how many deals, and for how much they were won.
import type { MetricId } from '../metrics/catalogue';
import { type Choice, chosen } from './arguments/choice';
import type { FunctionDefinition } from './definition';
import { metricAnswer } from './metric-answer';

type DealState = 'created' | 'won' | 'lost' | 'work' | 'open';

/** The states that people choose from. */
export const dealStates: readonly Choice<DealState>[] = [
  { value: 'created', ru: ['создано', 'создана', 'созданные', 'новые'], en: ['created', 'new'] },
  { value: 'won', ru: ['выиграно', 'выиграна', 'выигранные', 'успех'], en: ['won', 'success'] },
  { value: 'lost', ru: ['проиграно', 'проиграна', 'проигранные', 'отказ'], en: ['lost', 'failed'] },
  { value: 'work', ru: ['в работе', 'работа'], en: ['in work', 'in progress'] },
  { value: 'open', ru: ['открыто', 'открыта', 'открытые'], en: ['open'] },
];

const metricOfState: Readonly<Record<DealState, MetricId>> = {
  created: 'created',
  won: 'wonCount',
  lost: 'lostCount',
  work: 'inWorkDuring',
  open: 'openCount',
};

export const dealsFunction: FunctionDefinition = {
  name: 'B24_DEALS',
  params: ['period', 'who', 'pipeline', 'state', 'data'],
  rules: ['M01', 'M02', 'M03', 'M04'],
  answer: (args, question) => {
    const state = chosen(args[3], 'state', dealStates, 'created', question.labels);
    return metricAnswer(metricOfState[state], args, question);
  },
};

export const revenueFunction: FunctionDefinition = {
  name: 'B24_REVENUE',
  params: ['period', 'who', 'pipeline', 'data'],
  rules: ['M05', 'R6', 'R8'],
  answer: (args, question) => metricAnswer('wonSum', args, question),
};
