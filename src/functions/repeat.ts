// B24_REPEAT.
import type { FunctionDefinition } from './definition';

export const repeatFunction: FunctionDefinition = {
  name: 'B24_REPEAT',
  params: ['period', 'who', 'pipeline', 'by', 'data'],
  rules: ['M24'],
  answer: () => '',
};
