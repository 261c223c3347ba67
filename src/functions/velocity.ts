// B24_VELOCITY.
import type { FunctionDefinition } from './definition';

export const velocityFunction: FunctionDefinition = {
  name: 'B24_VELOCITY',
  params: ['period', 'who', 'pipeline', 'data'],
  rules: ['M09'],
  answer: () => '',
};
