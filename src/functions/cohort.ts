// B24_COHORT.
import type { FunctionDefinition } from './definition';

export const cohortFunction: FunctionDefinition = {
  name: 'B24_COHORT',
  params: ['period', 'who', 'pipeline', 'metric', 'data'],
  rules: ['M11'],
  answer: () => '',
};
