// The ids of scalar metrics and what a value of one is. What they mean stands in the catalogue.

/** Every metric id; the order is that of the help and of drop-downs. */
export const METRIC_IDS = [
  'created',
  'openCount',
  'openSum',
  'inWorkDuring',
  'wonCount',
  'wonSum',
  'lostCount',
  'lostSum',
  'winRateCount',
  'winRateValue',
  'avgCheque',
  'avgChequeMedian',
  'avgChequeNonZero',
  'zeroAmountWon',
  'junkCount',
  'cycleMedianDays',
  'cycleMeanDays',
  'cycleP90Days',
  'cohortEntered',
  'cohortConversion',
  'cohortWinRateAll',
  'maturity',
  'salesVelocity',
  'repeatCount',
  'repeatSum',
  'repeatShareCount',
  'repeatShareSum',
  'leadsCreated',
  'leadsConverted',
  'leadsJunk',
  'leadConversion',
  'calls',
  'meetings',
  'emails',
  'tasks',
  'todos',
] as const;
export type MetricId = (typeof METRIC_IDS)[number];

/** Value of a metric; null = none (R9). Counts are whole, shares are fractions, money is units of the base currency, durations are days; all unrounded. */
export type MetricValue = number | null;
