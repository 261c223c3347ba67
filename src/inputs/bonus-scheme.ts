// A scheme of pay as typed in «Схема мотивации» (M34).

export interface BonusTier {
  /** Attainment up to which (included) the rate holds, a fraction; null = without end. Ascending. */
  readonly upTo: number | null;
  /** Share of the fact that is paid. */
  readonly rate: number;
}

export interface BonusScheme {
  readonly name: string;
  readonly fixed: number;
  /** Id of a metric in money. */
  readonly base: string;
  /** marginal: each rate pays for its own part of the fact. cliff: the rate reached pays for the whole. */
  readonly mode: 'marginal' | 'cliff';
  readonly tiers: readonly BonusTier[];
  /** Attainment below which nothing variable is paid; a fraction. */
  readonly threshold: number;
  /** Most that is paid in all; null = no cap. */
  readonly capTotal: number | null;
  /** Whether the KPI score multiplies the variable part. */
  readonly kpiMultiplier: boolean;
  readonly kpiMultiplierMax: number;
}

/** Who is paid by which scheme; a manager's own goes before the department's. */
export interface BonusAssignment {
  readonly owner: { readonly scope: 'company' | 'manager' | 'department'; readonly id: number | null };
  readonly scheme: string;
}
