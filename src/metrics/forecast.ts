// M27: open deals weighted by the probability of their stages, and the forecast of a period.
import { type Facts, NO_DAY, OPEN } from '../facts/facts';
import { units } from '../money';
import { dealGroups, type Grouping } from './grouping';
import { membership, WON_IN } from './populations';
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

/** Sums in units of the base currency; weights are not rounded. */
export interface ForecastTotals {
  /** Σ weighted of all open deals. */
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

export interface Forecast extends ForecastTotals {
  readonly deals: readonly WeightedDeal[];
}

type ForecastFacts = Facts<'deals' | 'cards'>;

/** The forecast of the slice's period with the deals behind it. "Due" means asOf's date ≤ closedate ≤ end of the period. */
export function forecast(facts: ForecastFacts, slice: Slice, probabilities: readonly PipelineProbabilities[]): Forecast {
  return { ...(forecastTotals(facts, slice, probabilities)[0] ?? totalsOf(noSums())), deals: weightedDeals(facts, slice, probabilities) };
}

/** The same in numbers alone, for each group in one pass; without probabilities the sums of amounts still stand. */
export function forecastTotals(
  facts: ForecastFacts,
  slice: Slice,
  probabilities: readonly PipelineProbabilities[],
  grouping: Grouping | null = null,
): ForecastTotals[] {
  const { deals } = facts;
  const groups = dealGroups(facts, slice, grouping);
  const sums = Array.from({ length: grouping?.count ?? 1 }, noSums);
  for (let row = 0; row < deals.count; row++) {
    const sum = sums[groups[row] ?? -1];
    if (sum === undefined) continue;
    const minor = deals.amount[row] ?? Number.NaN;
    if (deals.state[row] !== OPEN) {
      if (!Number.isNaN(minor) && (membership(deals, row, slice.period) & WON_IN) !== 0) sum.won += minor;
      continue;
    }
    const when = whenExpected(facts, row, slice);
    const probability = winProbability(probabilities, deals.pipeline[row] ?? 0, deals.stage[row] ?? -1);
    if (when === 'due' && !Number.isNaN(minor)) sum.dueSum += minor;
    if (Number.isNaN(minor) || probability === null) {
      sum.unknown++;
      continue;
    }
    const weighted = units(minor) * probability;
    sum.weighted += weighted;
    if (when !== 'later') sum[when] += weighted;
  }
  return sums.map(totalsOf);
}

type Sums = ReturnType<typeof noSums>;

/** Amounts in minor units, weights in units. */
function noSums() {
  return { won: 0, weighted: 0, due: 0, overdue: 0, dueSum: 0, unknown: 0 };
}

function totalsOf(sums: Sums): ForecastTotals {
  const won = units(sums.won);
  return { ...sums, won, total: won + sums.due, dueSum: units(sums.dueSum) };
}

/** Range between the two forecasts of a period (M30); one alone when the other is missing. */
export function forecastRange(runRate: number | null, pipelineForecast: number): { readonly low: number; readonly high: number } {
  const other = runRate ?? pipelineForecast;
  return { low: Math.min(other, pipelineForecast), high: Math.max(other, pipelineForecast) };
}

/** Every open deal of the slice, ascending by row. */
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
