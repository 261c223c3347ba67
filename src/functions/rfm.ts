// B24_RFM.
import type { FunctionDefinition } from './definition';

export const rfmFunction: FunctionDefinition = {
  name: 'B24_RFM',
  params: ['who', 'pipeline', 'data'],
  rules: ['M23'],
  answer: () => '',
};
