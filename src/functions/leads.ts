// B24_LEADS: leads created, converted and refused, and their conversion.
import type { MetricId } from '../metrics/catalogue';
import { type Choice, chosen } from './arguments/choice';
import type { FunctionDefinition } from './definition';
import { metricAnswer } from './metric-answer';
import { namedPipelines } from './named-pipelines';

type LeadState = 'created' | 'converted' | 'junk' | 'conversion';

export const leadStates: readonly Choice<LeadState>[] = [
  { value: 'created', ru: ['создано', 'созданы', 'созданные', 'новые'], en: ['created', 'new'] },
  {
    value: 'converted',
    ru: ['сконвертировано', 'сконвертированы', 'сконвертированные', 'качественные', 'в работу', 'успех'],
    en: ['converted', 'qualified', 'success'],
  },
  { value: 'junk', ru: ['некачественные', 'мусор', 'мусорные', 'отказ', 'брак'], en: ['junk', 'unqualified', 'refused'] },
  { value: 'conversion', ru: ['конверсия', 'доля'], en: ['conversion', 'rate'] },
];

const metricOfState: Readonly<Record<LeadState, MetricId>> = {
  created: 'leadsCreated',
  converted: 'leadsConverted',
  junk: 'leadsJunk',
  conversion: 'leadConversion',
};

export const leadsFunction: FunctionDefinition = {
  name: 'B24_LEADS',
  params: ['period', 'who', 'pipeline', 'state', 'data'],
  rules: ['M10'],
  answer: (args, question) => {
    const id = metricOfState[chosen(args[3], 'state', leadStates, 'created', question.labels)];
    namedPipelines(args[2], [id], question.labels);
    return metricAnswer(id, args, question);
  },
};
