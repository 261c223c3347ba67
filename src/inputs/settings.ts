// Settings as typed in «Настройки»: thresholds that reports compare with, and what facts are derived under.

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

export interface Settings extends NumberSettings {
  /** history: the day of the stage move. closedate: the editable field, as in the sales plan of Bitrix24 (R6). */
  readonly closeDateSource: 'history' | 'closedate';
  /** A move taken back sooner is none (R5); 0…3600 seconds. */
  readonly misclickSeconds: number;
  /** Bitrix24 ids of the pipelines that formulas answer for when none is named; empty = all. */
  readonly defaultPipelines: readonly number[];
  /** Custom fields of deals, by code or title, that have a column in the sheet of deals. */
  readonly dealFields: readonly string[];
  /** Whether pay is shown in this file at all; off until a person switches it on. */
  readonly payVisible: boolean;
  /** Whether a refresh by schedule that fails is told by mail, and in Bitrix24. */
  readonly failureMail: boolean;
  readonly failureChat: boolean;
}

/** What holds until somebody types otherwise. */
export const DEFAULT_SETTINGS: Settings = {
  ...DEFAULT_NUMBER_SETTINGS,
  closeDateSource: 'history',
  misclickSeconds: 60,
  defaultPipelines: [],
  dealFields: [],
  payVisible: false,
  failureMail: true,
  failureChat: false,
};
