// The names of the custom functions: the only list of them.

export const FUNCTION_NAMES = [
  'B24_DEALS',
  'B24_REVENUE',
  'B24_CONVERSION',
  'B24_WINRATE',
  'B24_AVG_DEAL',
  'B24_CYCLE',
  'B24_STAGE_TIME',
  'B24_FUNNEL',
  'B24_KPI_TABLE',
  'B24_KPI',
  'B24_STATUS',
] as const;

export type FunctionName = (typeof FUNCTION_NAMES)[number];
