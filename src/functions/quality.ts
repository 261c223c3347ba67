// B24_QUALITY.
import type { FunctionDefinition } from './definition';

export const qualityFunction: FunctionDefinition = {
  name: 'B24_QUALITY',
  params: ['period', 'who', 'pipeline', 'what', 'data'],
  rules: ['R17'],
  answer: () => '',
};
