// B24_KPI: any metric of the catalogue by its name.
import type { FunctionDefinition } from './definition';
import { metricAnswer } from './metric-answer';
import { metricArgument } from './metric-names';

export const kpiFunction: FunctionDefinition = {
  name: 'B24_KPI',
  params: ['period', 'who', 'pipeline', 'metric', 'data'],
  rules: ['M01', 'M02', 'M03', 'M04', 'M05', 'M06', 'M07', 'M08', 'M09', 'M11'],
  answer: (args, question) => metricAnswer(metricArgument(args[3], 'metric', 'wonSum', question.labels), args, question),
};
