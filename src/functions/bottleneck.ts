// B24_BOTTLENECK.
import type { FunctionDefinition } from './definition';

export const bottleneckFunction: FunctionDefinition = {
  name: 'B24_BOTTLENECK',
  params: ['period', 'who', 'pipeline', 'data'],
  rules: ['M16', 'R11'],
  answer: () => '',
};
