// B24_PLANFACT_TABLE.
import type { FunctionDefinition } from './definition';

export const planFactTableFunction: FunctionDefinition = {
  name: 'B24_PLANFACT_TABLE',
  params: ['period', 'who', 'pipeline', 'metric', 'by', 'data'],
  rules: ['M28', 'M29', 'M30', 'M31'],
  answer: () => '',
};
