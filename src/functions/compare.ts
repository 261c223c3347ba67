// B24_COMPARE.
import type { FunctionDefinition } from './definition';

export const compareFunction: FunctionDefinition = {
  name: 'B24_COMPARE',
  params: ['period', 'who', 'pipeline', 'metric', 'against', 'data'],
  rules: ['R16', 'R11'],
  answer: () => '',
};
