// What a number is asked for: when, who, where.
import type { DayRange } from '../period';

export type { DayRange } from '../period';

export interface Slice {
  readonly period: DayRange;
  /** Indices in `labels.managers`; null = everybody. */
  readonly managers: ReadonlySet<number> | null;
  /** Indices in `labels.pipelines`; null = all. */
  readonly pipelines: ReadonlySet<number> | null;
}
