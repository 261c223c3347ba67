// B24_EXPLAIN.
import type { FunctionDefinition } from './definition';

export const explainFunction: FunctionDefinition = {
  name: 'B24_EXPLAIN',
  params: ['period', 'who', 'pipeline', 'metric', 'data'],
  rules: ['R1'],
  answer: () => '',
};
