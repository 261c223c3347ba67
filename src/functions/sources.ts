// B24_SOURCES.
import type { FunctionDefinition } from './definition';

export const sourcesFunction: FunctionDefinition = {
  name: 'B24_SOURCES',
  params: ['period', 'who', 'pipeline', 'by', 'data'],
  rules: ['M25'],
  answer: () => '',
};
