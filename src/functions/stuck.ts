// B24_STUCK.
import type { FunctionDefinition } from './definition';

export const stuckFunction: FunctionDefinition = {
  name: 'B24_STUCK',
  params: ['who', 'pipeline', 'rule', 'data'],
  rules: ['M17'],
  answer: () => '',
};
