// B24_COVERAGE.
import type { FunctionDefinition } from './definition';

export const coverageFunction: FunctionDefinition = {
  name: 'B24_COVERAGE',
  params: ['period', 'who', 'pipeline', 'what', 'data'],
  rules: ['M32'],
  answer: () => '',
};
