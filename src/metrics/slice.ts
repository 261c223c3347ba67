// What a number is asked for: when, who, where.

/** Local days, both included (R2). */
export interface DayRange {
  readonly start: number;
  readonly end: number;
}

export interface Slice {
  readonly period: DayRange;
  /** Indices in `labels.managers`; null = everybody. */
  readonly managers: ReadonlySet<number> | null;
  /** Indices in `labels.pipelines`; null = all. */
  readonly pipelines: ReadonlySet<number> | null;
}
