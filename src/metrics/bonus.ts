// M34: what a scheme pays for a fact. Inside an open period it is "accrued so far".
import type { BonusScheme, BonusTier } from '../inputs/bonus-scheme';
import { round } from '../money';
import { ratio } from '../stats';

export interface BonusQuestion {
  readonly fact: number;
  readonly plan: number | null;
  /** KPI score, a fraction; matters only when the scheme multiplies by it. */
  readonly score: number | null;
  readonly active: boolean;
}

export interface BonusTierPart {
  readonly tier: BonusTier;
  /** Part of the fact the rate pays for, and what it pays. */
  readonly base: number;
  readonly paid: number;
}

export interface Bonus {
  readonly attainment: number | null;
  readonly fixed: number;
  readonly parts: readonly BonusTierPart[];
  /** Before the multiplier and the cap, unrounded. */
  readonly variable: number;
  readonly multiplier: number;
  /** min(cap, fixed + variable × multiplier), rounded once. */
  readonly total: number;
  readonly capped: boolean;
  /** NO_PLAN: the fixed part only. NO_SCORE, FIRED: to be checked by a person. */
  readonly flags: readonly ('NO_PLAN' | 'NO_SCORE' | 'FIRED')[];
}

/** An attainment of exactly the threshold pays; below it nothing variable is paid. */
export function bonusOf(scheme: BonusScheme, { fact, plan, score, active }: BonusQuestion): Bonus {
  const attainment = plan === null ? null : ratio(fact, plan);
  const parts = attainment === null || plan === null || attainment < scheme.threshold ? [] : paidParts(scheme, fact, plan, attainment);
  const variable = parts.reduce((sum, { paid }) => sum + paid, 0);
  const multiplier = scheme.kpiMultiplier && score !== null ? Math.min(scheme.kpiMultiplierMax, score) : 1;
  const earned = scheme.fixed + variable * multiplier;
  const cap = scheme.capTotal ?? Number.POSITIVE_INFINITY;
  return {
    attainment,
    fixed: scheme.fixed,
    parts,
    variable,
    multiplier,
    total: round(Math.min(cap, earned), 2),
    capped: earned > cap,
    flags: [
      ...(attainment === null ? (['NO_PLAN'] as const) : []),
      ...(scheme.kpiMultiplier && score === null ? (['NO_SCORE'] as const) : []),
      ...(active ? [] : (['FIRED'] as const)),
    ],
  };
}

/**
 * What the fact lacks to the threshold or, beyond it, to the next tier, units of money with whole hundredths. null = nothing more to reach: no plan,
 * the last tier, or the cap. A tier begins behind the bound of the one before it.
 */
export function toNextTier(
  { tiers, threshold }: BonusScheme,
  { fact, plan }: Pick<BonusQuestion, 'fact' | 'plan'>,
  bonus: Bonus,
): number | null {
  if (plan === null || plan <= 0 || bonus.capped) return null;
  if (bonus.attainment !== null && bonus.attainment < threshold) return Math.max(0.01, round(threshold * plan - fact, 2));
  const bound = tiers.slice(0, -1).find(({ upTo }) => upTo !== null && fact <= upTo * plan)?.upTo ?? null;
  return bound === null ? null : Math.max(0.01, round(bound * plan - fact, 2));
}

/** marginal: each rate for the part of the fact inside its tier, upper bound included. cliff: the rate reached, for the whole; beyond the last bound the last rate. */
function paidParts({ mode, tiers }: BonusScheme, fact: number, plan: number, attainment: number): BonusTierPart[] {
  if (mode === 'cliff') {
    const reached = tiers.find(({ upTo }) => attainment <= (upTo ?? Number.POSITIVE_INFINITY)) ?? tiers[tiers.length - 1];
    return reached === undefined ? [] : [{ tier: reached, base: fact, paid: fact * reached.rate }];
  }
  let from = 0;
  return tiers.flatMap((tier) => {
    const upper = tier.upTo === null ? fact : Math.min(fact, tier.upTo * plan);
    const base = Math.max(0, upper - from);
    from = Math.max(from, upper);
    return base > 0 ? [{ tier, base, paid: base * tier.rate }] : [];
  });
}
