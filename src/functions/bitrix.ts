// B24_BITRIX.
import type { FunctionDefinition } from './definition';

export const bitrixFunction: FunctionDefinition = {
  name: 'B24_BITRIX',
  params: ['period', 'who', 'pipeline', 'report', 'data'],
  rules: ['M38'],
  answer: () => '',
};
