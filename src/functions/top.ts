// B24_TOP.
import type { FunctionDefinition } from './definition';

export const topFunction: FunctionDefinition = {
  name: 'B24_TOP',
  params: ['period', 'who', 'pipeline', 'by', 'n', 'metric', 'data'],
  rules: ['M20', 'M21', 'M22', 'M25'],
  answer: () => '',
};
