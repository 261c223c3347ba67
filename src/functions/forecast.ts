// B24_FORECAST.
import type { FunctionDefinition } from './definition';

export const forecastFunction: FunctionDefinition = {
  name: 'B24_FORECAST',
  params: ['period', 'who', 'pipeline', 'method', 'data'],
  rules: ['M27', 'M30'],
  answer: () => '',
};
