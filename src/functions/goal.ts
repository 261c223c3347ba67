// B24_GOAL.
import type { FunctionDefinition } from './definition';

export const goalFunction: FunctionDefinition = {
  name: 'B24_GOAL',
  params: ['period', 'who', 'pipeline', 'level', 'metric', 'data'],
  rules: ['M33'],
  answer: () => '',
};
