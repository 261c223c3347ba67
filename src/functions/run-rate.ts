// B24_RUNRATE.
import type { FunctionDefinition } from './definition';

export const runRateFunction: FunctionDefinition = {
  name: 'B24_RUNRATE',
  params: ['period', 'who', 'pipeline', 'metric', 'data'],
  rules: ['M30', 'R14'],
  answer: () => '',
};
