// B24_LEADS.
import type { FunctionDefinition } from './definition';

export const leadsFunction: FunctionDefinition = {
  name: 'B24_LEADS',
  params: ['period', 'who', 'pipeline', 'state', 'data'],
  rules: ['M10'],
  answer: () => '',
};
