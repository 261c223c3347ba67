// B24_PLAN.
import type { FunctionDefinition } from './definition';

export const planFunction: FunctionDefinition = {
  name: 'B24_PLAN',
  params: ['period', 'who', 'pipeline', 'metric', 'data'],
  rules: ['M28'],
  answer: () => '',
};
