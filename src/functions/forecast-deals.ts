// B24_FORECAST_DEALS.
import type { FunctionDefinition } from './definition';

export const forecastDealsFunction: FunctionDefinition = {
  name: 'B24_FORECAST_DEALS',
  params: ['period', 'who', 'pipeline', 'data'],
  rules: ['M26', 'M27'],
  answer: () => '',
};
