// B24_BONUS.
import type { FunctionDefinition } from './definition';

export const bonusFunction: FunctionDefinition = {
  name: 'B24_BONUS',
  params: ['period', 'who', 'pipeline', 'part', 'data'],
  rules: ['M34', 'R1', 'R12'],
  answer: () => '',
};
