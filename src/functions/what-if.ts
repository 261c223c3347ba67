// B24_WHATIF.
import type { FunctionDefinition } from './definition';

export const whatIfFunction: FunctionDefinition = {
  name: 'B24_WHATIF',
  params: ['period', 'who', 'pipeline', 'stage', 'points', 'data'],
  rules: ['M19'],
  answer: () => '',
};
