// A plan as typed in «Планы»: who is to reach what, when (M28). Knows no cell and no metric.
import type { DayRange } from '../period';

export type PlanScope = 'company' | 'department' | 'pipeline' | 'manager';

/** Whose plan it is; `id` is Bitrix24's own, null for the company. */
export interface PlanOwner {
  readonly scope: PlanScope;
  readonly id: number | null;
}

export interface Plan extends PlanOwner {
  /** Id of any metric. */
  readonly metric: string;
  /** A month, a quarter, a half-year or a year. */
  readonly period: DayRange;
  /** In the unit of the metric: shares are fractions. */
  readonly target: number;
}
