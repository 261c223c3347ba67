// The catalogue of custom functions, in the order of the help. The JSDoc that Sheets shows, the help, the pickers and the tests come from it (D7).
import { averageDealFunction } from './cheque';
import { conversionFunction, winRateFunction } from './conversion';
import { dealsFunction, revenueFunction } from './deals';
import type { FunctionDefinition } from './definition';
import { cycleFunction, stageTimeFunction } from './durations';
import { funnelFunction } from './funnel';
import { kpiFunction } from './kpi';
import { kpiTableFunction } from './kpi-table';
import type { FunctionName } from './names';
import { statusFunction } from './status';

const definitions: Readonly<Record<FunctionName, FunctionDefinition>> = {
  B24_DEALS: dealsFunction,
  B24_REVENUE: revenueFunction,
  B24_CONVERSION: conversionFunction,
  B24_WINRATE: winRateFunction,
  B24_AVG_DEAL: averageDealFunction,
  B24_CYCLE: cycleFunction,
  B24_STAGE_TIME: stageTimeFunction,
  B24_FUNNEL: funnelFunction,
  B24_KPI_TABLE: kpiTableFunction,
  B24_KPI: kpiFunction,
  B24_STATUS: statusFunction,
};

export function functionDefinition(name: FunctionName): FunctionDefinition {
  return definitions[name];
}
