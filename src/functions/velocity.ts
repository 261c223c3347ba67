// B24_VELOCITY: money a day that the open deals are moving with.
import type { FunctionDefinition } from './definition';
import { metricAnswer } from './metric-answer';

export const velocityFunction: FunctionDefinition = {
  name: 'B24_VELOCITY',
  params: ['period', 'who', 'pipeline', 'data'],
  rules: ['M09', 'M06', 'M07', 'M08'],
  answer: (args, question) => metricAnswer('salesVelocity', args, question),
};
