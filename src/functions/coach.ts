// B24_COACH.
import type { FunctionDefinition } from './definition';

export const coachFunction: FunctionDefinition = {
  name: 'B24_COACH',
  params: ['period', 'who', 'pipeline', 'data'],
  rules: ['M36', 'R11'],
  answer: () => '',
};
