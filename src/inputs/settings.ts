// Settings of the numbers as typed in «Настройки»: thresholds that reports compare with. Those that change facts stand in src/facts.

export interface NumberSettings {
  /** Whether the day of asOf counts as elapsed (R14); no for morning runs. */
  readonly countToday: boolean;
  /** Attainment to date from which a plan is green and yellow (M29); fractions. */
  readonly statusGreen: number;
  readonly statusYellow: number;
  /** Elapsed working days before which no run-rate is given (M30). */
  readonly minElapsedDays: number;
  /** Bounds of the classes A and B (M22); fractions. */
  readonly abc: readonly [number, number];
}

/** What holds until somebody types otherwise. */
export const DEFAULT_NUMBER_SETTINGS: NumberSettings = {
  countToday: true,
  statusGreen: 1,
  statusYellow: 0.8,
  minElapsedDays: 3,
  abc: [0.8, 0.95],
};
