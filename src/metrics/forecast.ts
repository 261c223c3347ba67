// M27: open deals weighted by the probability of their stages, and the forecast of a period.
import { type Facts, NO_DAY, OPEN } from '../facts/facts';
import { units } from '../money';
import { dealGroups } from './grouping';
import { dealRows, minorSum } from './populations';
import type { Slice } from './slice';
import { type PipelineProbabilities, winProbability } from './stage-probabilities';

export interface WeightedDeal {
  /** Row of `DealFacts`. */
  readonly deal: number;
  /** Units of the base currency; null = unknown currency. */
  readonly amount: number | null;
  readonly probability: number | null;
  /** amount × probability; null when either is missing. */
  readonly weighted: number | null;
  readonly closedate: number;
  /** due: expected in the rest of the period. overdue: the expected date has passed, so it is known to be wrong. later: another time or no date. */
  readonly when: 'due' | 'overdue' | 'later';
}

export interface Forecast {
  readonly deals: readonly WeightedDeal[];
  /** Σ weighted of all open deals of the slice. */
  readonly weighted: number;
  readonly won: number;
  /** Σ weighted of the deals due. */
  readonly due: number;
  /** won + due. */
  readonly total: number;
  readonly overdue: number;
  /** Σ amounts of the deals due, unweighted (M32). */
  readonly dueSum: number;
  /** Open deals that no probability or currency is known for: they add nothing. */
  readonly unknown: number;
}

type ForecastFacts = Facts<'deals' | 'cards'>;

/** The forecast of the slice's period. "Due" means asOf's date ≤ closedate ≤ end of the period. */
export function forecast(facts: ForecastFacts, slice: Slice, probabilities: readonly PipelineProbabilities[]): Forecast {
  const deals = weightedDeals(facts, slice, probabilities);
  const sum = (rows: readonly WeightedDeal[]) => rows.reduce((total, { weighted }) => total + (weighted ?? 0), 0);
  const due = deals.filter(({ when }) => when === 'due');
  const won = units(minorSum(facts.deals, dealRows(facts, slice, 'won')));
  return {
    deals,
    weighted: sum(deals),
    won,
    due: sum(due),
    total: won + sum(due),
    overdue: sum(deals.filter(({ when }) => when === 'overdue')),
    dueSum: dueSum(facts, slice),
    unknown: deals.filter(({ weighted }) => weighted === null).length,
  };
}

/** Σ amounts of the open deals expected in the rest of the period; units of the base currency (M32). */
export function dueSum(facts: ForecastFacts, slice: Slice): number {
  const rows = dealRows(facts, slice, 'open').filter((row) => whenExpected(facts, row, slice) === 'due');
  return units(minorSum(facts.deals, rows));
}

/** Range between the two forecasts of a period (M30); one alone when the other is missing. */
export function forecastRange(runRate: number | null, pipelineForecast: number): { readonly low: number; readonly high: number } {
  const other = runRate ?? pipelineForecast;
  return { low: Math.min(other, pipelineForecast), high: Math.max(other, pipelineForecast) };
}

/** Every open deal of the slice, ascending by row; weights are not rounded. */
function weightedDeals(facts: ForecastFacts, slice: Slice, probabilities: readonly PipelineProbabilities[]): WeightedDeal[] {
  const { deals, cards } = facts;
  const groups = dealGroups(facts, slice);
  const found: WeightedDeal[] = [];
  for (let row = 0; row < deals.count; row++) {
    if (groups[row] !== 0 || deals.state[row] !== OPEN) continue;
    const minor = deals.amount[row] ?? Number.NaN;
    const amount = Number.isNaN(minor) ? null : units(minor);
    const probability = winProbability(probabilities, deals.pipeline[row] ?? 0, deals.stage[row] ?? -1);
    const weighted = amount === null || probability === null ? null : amount * probability;
    found.push({
      deal: row,
      amount,
      probability,
      weighted,
      closedate: cards.closedate[row] ?? NO_DAY,
      when: whenExpected(facts, row, slice),
    });
  }
  return found;
}

function whenExpected({ cards, labels }: ForecastFacts, row: number, { period }: Slice): WeightedDeal['when'] {
  const day = cards.closedate[row] ?? NO_DAY;
  if (day === NO_DAY || day > period.end) return 'later';
  return day < labels.asOfDay ? 'overdue' : 'due';
}
