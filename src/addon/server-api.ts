// What the sidebar may ask the server for. JSON values only: google.script.run refuses dates and functions.
import type { FormulaAnswer, FormulaChoices, FormulaForm } from '../functions/formula-helper';
import type { KpiSetForm, PaySetup, SchemeForm } from '../functions/pay-setup';
import type { PlanQuestion, PlanTable } from '../functions/plan-editor';

/** What the sidebar shows when it opens and after every call. */
export interface PanelState {
  readonly lang: 'ru' | 'en';
  /** null = nobody has connected this file yet. */
  readonly portal: string | null;
  readonly userName: string;
  /** The file holds invented data, which the first load of a portal replaces. */
  readonly demo: boolean;
  /** Whether the person at the keyboard holds the webhook or the tokens: only they can refresh. */
  readonly own: boolean;
  /** The handler address for the card of a local application in Bitrix24. */
  readonly redirect: string;
  /** What does not work because a permission is lacking, a sentence each. */
  readonly missingScopes: readonly string[];
  /** ISO time the loaded data stands for; '' before the first load. */
  readonly asOf: string;
  /** The same in the file's zone, as text to show. */
  readonly asOfText: string;
  readonly deals: number;
  readonly leads: number;
  /** First day of the history that is loaded, 'YYYY-MM-DD'; '' = all of it. */
  readonly loadedFrom: string;
  /** The load that is under way, or waits for its next run; null = none. */
  readonly loading: LoadingState | null;
  readonly settings: SettingsForm;
  readonly schedule: ScheduleState;
}

/** When the file refreshes by itself. */
export interface ScheduleForm {
  /** `workdays`: not on days that «Календарь» calls days off. */
  readonly kind: 'off' | 'hourly' | 'daily' | 'workdays';
  /** 0…23 in the file's time zone; means nothing for `hourly`. */
  readonly hour: number;
  /** Replaces the schedule that somebody else keeps. */
  readonly takeOver?: boolean;
}

/** The schedule there is. */
export interface ScheduleState extends Pick<ScheduleForm, 'kind' | 'hour'> {
  /** Who keeps it; '' without a schedule. */
  readonly owner: string;
  /** Whether that is the person at the keyboard: nobody else can change it, only take it over. */
  readonly own: boolean;
  /** It has not come for more than two of its periods: its trigger is gone. */
  readonly silent: boolean;
  /** When it last came, as text to show; '' = not yet. */
  readonly last: string;
}

/** The card of a local application in Bitrix24, as a person copies it. */
export interface OauthForm {
  readonly portal: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** How far an unfinished load is, as of the last time it was kept. */
export interface LoadingState {
  readonly entities: readonly { readonly name: string; readonly rows: number; readonly total: number; readonly done: boolean }[];
  /** Rows received, and expected in all: an estimate that grows better on the way. */
  readonly rows: number;
  readonly total: number;
  /** At the speed up to now; null before there is one. */
  readonly restSeconds: number | null;
}

/** What «Настройки» says, where every change is typed and can be made by hand as well; language and zone are the file's own. */
export interface SettingsForm {
  /** `history`: the moment of the final stage; `closedate`: the editable close date, as Bitrix24's sales plan counts (R6). */
  readonly closeDateSource: 'history' | 'closedate';
  /** A step there and back within fewer seconds is a misclick; 0 = none is (R5). */
  readonly misclickSeconds: number;
  /** Whether the day of the data has passed for the plan to date (R14). */
  readonly countToday: boolean;
  /** Attainment to date from which a plan is green and yellow (M29); fractions. */
  readonly statusGreen: number;
  readonly statusYellow: number;
  /** Working days before which there is no run-rate (M30). */
  readonly minElapsedDays: number;
  /** Names of the pipelines that formulas answer for when none is named; empty = all. */
  readonly defaultPipelines: readonly string[];
  /** Fail stages whose deals are no lost ones (M04); they are rows of «Нормы». */
  readonly junkStages: readonly string[];
  /** Custom fields of deals with a column in the sheet of deals: titles or codes. */
  readonly dealFields: readonly string[];
  /** First day of the history that a load of everything brings, 'YYYY-MM-DD'; '' = all of it. */
  readonly historyFrom: string;
  /** Pay is seen by everybody with access to the file. */
  readonly payVisible: boolean;
  /** Raw sheets that are written besides those that always are. */
  readonly rawSheets: readonly RawSheetChoice[];
  /** Behind the plan to date by more than this fraction is told; null = it is not watched. */
  readonly alertPace: number | null;
  /** A sum of stuck deals above this, in units of the base currency, is told; null = it is not watched. */
  readonly alertStuck: number | null;
  /** The ways of every notice. */
  readonly mailNotices: boolean;
  readonly chatNotices: boolean;
  /** Hour 0…23 from which the first refresh by schedule of a working day sends the morning digest; null = none is sent. */
  readonly digestHour: number | null;
  /** E-mails that get it; empty = whoever keeps the schedule, null = nobody. */
  readonly digestTo: readonly string[] | null;
  /** Whether managers get one with their own numbers, and the names of those who do not. */
  readonly digestPersonal: boolean;
  readonly digestWithout: readonly string[];
  /** Language and number formats of the file, like `ru_RU`; they and the zone are the spreadsheet's own settings. */
  readonly locale: string;
  /** IANA name of the file's time zone: days are cut by it. */
  readonly zone: string;
}

export type RawSheetChoice = 'stageHistory' | 'products' | 'activities' | 'companies' | 'contacts';

/** What settings may be chosen from, as the portal tells it now. */
export interface SettingChoices {
  readonly pipelines: readonly string[];
  /** Stages that deals fail on. */
  readonly failStages: readonly string[];
  /** Who may get a personal digest. */
  readonly managers: readonly string[];
  readonly dealFields: readonly { readonly name: string; readonly title: string }[];
}

/** What one run of a refresh did; `done` is false when the time of a run was used up: call again. */
export interface RefreshResult {
  readonly done: boolean;
  /** HTTP requests of this run. */
  readonly requests: number;
  /** Rows received in this refresh so far. */
  readonly rows: number;
  /** Generation of the numbers now shown. */
  readonly generation: number;
  /** One sentence for the person. */
  readonly text: string;
}

/** One changed cell of the table of plans. */
export interface PlanEdit {
  /** Bitrix24's id; null = the company. */
  readonly owner: number | null;
  /** 'YYYY-MM'. */
  readonly month: string;
  /** What was shown when the person changed it. */
  readonly was: number | null;
  /** null = no plan. */
  readonly target: number | null;
  /** Written over whatever stands there. */
  readonly force?: boolean;
}

/** A change that was not made, because somebody changed the same plan meanwhile. */
export interface PlanConflict {
  readonly owner: number | null;
  readonly month: string;
  /** What stands there now. */
  readonly target: number | null;
  /** Who and when, as «Планы» tells; '' = it does not. */
  readonly by: string;
  readonly at: string;
}

/** A cell that was typed and not saved. */
export type DraftCell = readonly [owner: number | null, month: string, target: number | null];

export interface PlansOpened {
  readonly table: PlanTable;
  readonly draft: readonly DraftCell[];
}

export interface PlansSaved {
  readonly table: PlanTable;
  readonly conflicts: readonly PlanConflict[];
  readonly saved: number;
}

/** A changed scheme of pay. */
export interface SchemeEdit {
  /** As it was shown when the person changed it; null = it is new. */
  readonly was: SchemeForm | null;
  /** null = the scheme goes. */
  readonly scheme: SchemeForm | null;
}

export interface SchemeSaved {
  /** What stands in the sheet now. */
  readonly setup: PaySetup;
  readonly saved: boolean;
  /** The sheet no longer says what the person saw; nothing was written. */
  readonly conflict: boolean;
  /** What the reader of the sheet says: why nothing was written, or what to think about. */
  readonly notes: readonly string[];
}

/** A run of the journal, newest first. */
export interface ShownRun {
  readonly start: string;
  readonly what: string;
  readonly who: string;
  readonly result: string;
  readonly error: string;
}

/** A report sheet that can be built. */
export interface ReportChoice {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly picked: boolean;
  readonly exists: boolean;
}

export interface ReportOrder {
  readonly ids: readonly string[];
  /** Blocks and charts that people removed come back. */
  readonly restore: boolean;
}

export interface ServerApi {
  sidebarState(): PanelState;
  /** Readable at any time, also while a refresh runs. */
  loadProgress(): LoadingState | null;
  connect(webhook: string): PanelState;
  /** Answers the address to open in another tab; the panel's state shows the portal when the person has come back. */
  beginOauth(form: OauthForm): string;
  disconnect(): PanelState;
  /** Fills an empty file with invented data and builds the reports; answers one sentence. */
  tryDemo(): string;
  refresh(full?: boolean): RefreshResult;
  reportChoices(): readonly ReportChoice[];
  /** Without an order: what was picked the last time. */
  buildReports(order?: ReportOrder): string;
  saveSettings(settings: Partial<SettingsForm>): PanelState;
  settingChoices(): SettingChoices;
  /** Sends a trial of a notice by the ways that are switched on; answers one sentence. */
  testNotice(): string;
  /** Sends the digest of now to the person who asks, by mail; answers one sentence. */
  testDigest(): string;
  scheduleState(): ScheduleState;
  setSchedule(form: ScheduleForm): PanelState;
  plans(question: PlanQuestion): PlansOpened;
  keepDraft(question: PlanQuestion, cells: readonly DraftCell[]): void;
  savePlans(question: PlanQuestion, edits: readonly PlanEdit[]): PlansSaved;
  /** Opens the large table of plans over the file. */
  showPlans(): void;
  lastRuns(): readonly ShownRun[];
  /** Asks the load that is under way to stop; what it has received is kept, the next refresh goes on. */
  cancelRefresh(): void;
  formulaChoices(): FormulaChoices;
  formulaAnswer(form: FormulaForm): FormulaAnswer;
  insertFormula(form: FormulaForm): string;
  createInputSheets(): string;
  paySetup(): PaySetup;
  saveKpiSet(set: KpiSetForm): PaySetup;
  saveScheme(edit: SchemeEdit): SchemeSaved;
}
