// B24_PLANFACT.
import type { FunctionDefinition } from './definition';

export const planFactFunction: FunctionDefinition = {
  name: 'B24_PLANFACT',
  params: ['period', 'who', 'pipeline', 'metric', 'what', 'data'],
  rules: ['M28', 'M29', 'M30', 'M31'],
  answer: () => '',
};
