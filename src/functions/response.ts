// B24_RESPONSE.
import type { FunctionDefinition } from './definition';

export const responseFunction: FunctionDefinition = {
  name: 'B24_RESPONSE',
  params: ['period', 'who', 'pipeline', 'stat', 'data'],
  rules: ['R15'],
  answer: () => '',
};
