// B24_LOSSES.
import type { FunctionDefinition } from './definition';

export const lossesFunction: FunctionDefinition = {
  name: 'B24_LOSSES',
  params: ['period', 'who', 'pipeline', 'by', 'data'],
  rules: ['M18'],
  answer: () => '',
};
