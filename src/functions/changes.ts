// B24_CHANGES.
import type { FunctionDefinition } from './definition';

export const changesFunction: FunctionDefinition = {
  name: 'B24_CHANGES',
  params: ['period', 'who', 'pipeline', 'kind', 'data'],
  rules: ['R1', 'R12'],
  answer: () => '',
};
