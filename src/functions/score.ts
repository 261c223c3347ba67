// B24_SCORE.
import type { FunctionDefinition } from './definition';

export const scoreFunction: FunctionDefinition = {
  name: 'B24_SCORE',
  params: ['period', 'who', 'pipeline', 'data'],
  rules: ['M35'],
  answer: () => '',
};
