// KPI sets as typed in «Наборы KPI» (M35): what a manager, or everybody of a department, is measured by.

export interface KpiItem {
  /** Id of any metric. */
  readonly metric: string;
  readonly weight: number;
  /** In the unit of the metric: shares are fractions. */
  readonly target: number;
  /** up: more is better. down: less is better. */
  readonly direction: 'up' | 'down';
  /** Attainment below it counts as 0; a fraction. */
  readonly floor: number;
  /** Attainment above it counts as this much; a fraction, 1.5 unless something else is typed. */
  readonly cap: number;
}

export interface KpiSet {
  readonly owner: { readonly scope: 'manager' | 'department'; readonly id: number };
  readonly items: readonly KpiItem[];
}
