// The catalogue of custom functions, in the order of the help. The JSDoc that Sheets shows, the help, the pickers and the tests come from it (D7).

import { activityFunction } from './activity';
import { bitrixFunction } from './bitrix';
import { bonusFunction } from './bonus';
import { bonusDealsFunction } from './bonus-deals';
import { bottleneckFunction } from './bottleneck';
import { changesFunction } from './changes';
import { averageDealFunction } from './cheque';
import { coachFunction } from './coach';
import { cohortFunction } from './cohort';
import { compareFunction } from './compare';
import { conversionFunction, winRateFunction } from './conversion';
import { coverageFunction } from './coverage';
import { dealsFunction, revenueFunction } from './deals';
import type { FunctionDefinition } from './definition';
import { cycleFunction, stageTimeFunction } from './durations';
import { explainFunction } from './explain';
import { forecastFunction } from './forecast';
import { forecastDealsFunction } from './forecast-deals';
import { forecastLogFunction } from './forecast-log';
import { funnelFunction } from './funnel';
import { goalFunction } from './goal';
import { kpiFunction } from './kpi';
import { kpiTableFunction } from './kpi-table';
import { leadsFunction } from './leads';
import { lossesFunction } from './losses';
import type { FunctionName } from './names';
import { planFunction } from './plan';
import { planFactFunction } from './plan-fact';
import { planFactTableFunction } from './plan-fact-table';
import { qualityFunction } from './quality';
import { repeatFunction } from './repeat';
import { responseFunction } from './response';
import { rfmFunction } from './rfm';
import { runRateFunction } from './run-rate';
import { scoreFunction } from './score';
import { sourcesFunction } from './sources';
import { statusFunction } from './status';
import { stuckFunction } from './stuck';
import { topFunction } from './top';
import { velocityFunction } from './velocity';
import { whatIfFunction } from './what-if';

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
  B24_LEADS: leadsFunction,
  B24_VELOCITY: velocityFunction,
  B24_PLAN: planFunction,
  B24_PLANFACT: planFactFunction,
  B24_PLANFACT_TABLE: planFactTableFunction,
  B24_RUNRATE: runRateFunction,
  B24_FORECAST: forecastFunction,
  B24_FORECAST_DEALS: forecastDealsFunction,
  B24_FORECAST_LOG: forecastLogFunction,
  B24_COVERAGE: coverageFunction,
  B24_GOAL: goalFunction,
  B24_BOTTLENECK: bottleneckFunction,
  B24_STUCK: stuckFunction,
  B24_LOSSES: lossesFunction,
  B24_WHATIF: whatIfFunction,
  B24_COMPARE: compareFunction,
  B24_COACH: coachFunction,
  B24_QUALITY: qualityFunction,
  B24_EXPLAIN: explainFunction,
  B24_BITRIX: bitrixFunction,
  B24_TOP: topFunction,
  B24_RFM: rfmFunction,
  B24_REPEAT: repeatFunction,
  B24_SOURCES: sourcesFunction,
  B24_ACTIVITY: activityFunction,
  B24_RESPONSE: responseFunction,
  B24_COHORT: cohortFunction,
  B24_CHANGES: changesFunction,
  B24_SCORE: scoreFunction,
  B24_BONUS: bonusFunction,
  B24_BONUS_DEALS: bonusDealsFunction,
  B24_STATUS: statusFunction,
};

export function functionDefinition(name: FunctionName): FunctionDefinition {
  return definitions[name];
}
