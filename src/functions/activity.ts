// B24_ACTIVITY.
import type { FunctionDefinition } from './definition';

export const activityFunction: FunctionDefinition = {
  name: 'B24_ACTIVITY',
  params: ['period', 'who', 'pipeline', 'kind', 'per', 'data'],
  rules: ['M37'],
  answer: () => '',
};
