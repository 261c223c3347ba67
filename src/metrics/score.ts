// M35: the KPI score of a manager. Before the end of the period it is "so far": targets are for the whole of it.
import type { KpiItem } from '../inputs/kpi-set';
import { ratio } from '../stats';

export interface ScoreRow {
  readonly item: KpiItem;
  readonly fact: number | null;
  /** Attainment as it is; null = no value, left out. */
  readonly raw: number | null;
  /** After floor and cap. */
  readonly counted: number | null;
}

export interface Score {
  readonly rows: readonly ScoreRow[];
  /** A fraction; null when more than half of the weight has no value. */
  readonly score: number | null;
}

/** Weights are typed as decimals: 0.1 + 0.2 must not be more than 0.3. */
const WEIGHT_NOISE = 1e-9;

/** Σ weight × counted / Σ weight over the items that have a value; `factOf` gives the value of a metric in its own unit. */
export function kpiScore(items: readonly KpiItem[], factOf: (metric: string) => number | null): Score {
  const rows = items.map((item): ScoreRow => {
    const fact = factOf(item.metric);
    const raw = attainment(item, fact);
    return { item, fact, raw, counted: raw === null ? null : raw < item.floor ? 0 : Math.min(item.cap, Math.max(0, raw)) };
  });
  let points = 0;
  let valued = 0;
  let dropped = 0;
  for (const { item, counted } of rows) {
    if (counted === null) dropped += item.weight;
    else {
      valued += item.weight;
      points += item.weight * counted;
    }
  }
  return { rows, score: dropped - valued > WEIGHT_NOISE ? null : ratio(points, valued) };
}

/** fact / target, or target / fact where less is better: then nothing can be said of a fact of 0 or below. */
function attainment({ target, direction }: KpiItem, fact: number | null): number | null {
  if (fact === null) return null;
  if (direction === 'up') return ratio(fact, target);
  return fact <= 0 ? null : target / fact;
}
