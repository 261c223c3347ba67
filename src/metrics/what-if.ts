// M19: what a better stage would bring. An estimate: the other rates are assumed unchanged.
import type { CohortFunnel } from './cohort-funnel';

export interface WhatIf {
  readonly baseWins: number;
  readonly newWins: number;
  readonly deltaWins: number;
  /** deltaWins × average cheque; null when the pipeline won nothing in the period. */
  readonly deltaRevenue: number | null;
}

/** `points` is a fraction (0.1 = 10 points); the raised rate stays within 100 %. null when any stage has no pass rate, or there is no such stage. */
export function whatIf(funnel: CohortFunnel, stage: number, points: number, cheque: number | null): WhatIf | null {
  if (funnel.rows[stage] === undefined) return null;
  let baseWins = funnel.entered;
  let newWins = funnel.entered;
  for (const { stage: index, passRate } of funnel.rows) {
    if (passRate === null) return null;
    baseWins *= passRate;
    newWins *= index === stage ? Math.min(1, passRate + points) : passRate;
  }
  const deltaWins = newWins - baseWins;
  return { baseWins, newWins, deltaWins, deltaRevenue: cheque === null ? null : deltaWins * cheque };
}
