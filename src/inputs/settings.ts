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

/** Ids of the raw sheets that people may do without, in the order of tabs. */
export const OPTIONAL_SHEETS = ['stageHistory', 'products', 'activities', 'companies', 'contacts'] as const;
export type OptionalSheet = (typeof OPTIONAL_SHEETS)[number];

export interface Settings extends NumberSettings {
  /** history: the day of the stage move. closedate: the editable field, as in the sales plan of Bitrix24 (R6). */
  readonly closeDateSource: 'history' | 'closedate';
  /** A move taken back sooner is none (R5); 0…3600 seconds. */
  readonly misclickSeconds: number;
  /** Bitrix24 ids of the pipelines that formulas answer for when none is named; empty = all. */
  readonly defaultPipelines: readonly number[];
  /** Custom fields of deals, by code or title, that have a column in the sheet of deals. */
  readonly dealFields: readonly string[];
  /** First day of the history that a load of everything brings, that of a month, 'YYYY-MM-DD'; '' = there is no such day. */
  readonly historyFrom: string;
  /** Whether pay is shown in this file at all; off until a person switches it on. */
  readonly payVisible: boolean;
  /** Raw sheets that are written besides those that always are. */
  readonly rawSheets: readonly OptionalSheet[];
  /** How far the company may be behind its plan to date before it is told (M29); a fraction, null = it is not watched. */
  readonly alertPace: number | null;
  /** Sum of stuck deals above which it is told (M17), in units of the base currency; null = it is not watched. */
  readonly alertStuck: number | null;
  /** The ways of every notice: a refresh by schedule that fails and works again, and the two rules above. */
  readonly mailNotices: boolean;
  readonly chatNotices: boolean;
  /** Hour of the file's zone, 0…23, from which the first refresh by schedule on a working day sends the digest; null = none is sent. */
  readonly digestHour: number | null;
  /** E-mails that get it; empty = whoever keeps the schedule, null = nobody. */
  readonly digestTo: readonly string[] | null;
  /** Whether managers get one with their own numbers. */
  readonly digestPersonal: boolean;
  /** Bitrix24 ids of the people who do not. */
  readonly digestWithout: readonly number[];
}

/** What holds until somebody types otherwise. */
export const DEFAULT_SETTINGS: Settings = {
  ...DEFAULT_NUMBER_SETTINGS,
  closeDateSource: 'history',
  misclickSeconds: 60,
  defaultPipelines: [],
  dealFields: [],
  historyFrom: '',
  payVisible: false,
  rawSheets: OPTIONAL_SHEETS,
  alertPace: null,
  alertStuck: null,
  mailNotices: true,
  chatNotices: false,
  digestHour: null,
  digestTo: [],
  digestPersonal: false,
  digestWithout: [],
};
