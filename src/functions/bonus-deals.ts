// B24_BONUS_DEALS.
import type { FunctionDefinition } from './definition';

export const bonusDealsFunction: FunctionDefinition = {
  name: 'B24_BONUS_DEALS',
  params: ['period', 'who', 'pipeline', 'data'],
  rules: ['M34', 'R1', 'R12'],
  answer: () => '',
};
