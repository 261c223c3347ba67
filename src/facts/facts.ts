// The read model: what happened to each deal, rules R1–R8, R12, R13, R15 applied once. Tables are parallel columns, so that a
// function can unpack 100,000 deals within one call. Days are local calendar days counted from 1970-01-01 in the file's zone.
// `deriveFacts` (derive.ts) makes them from records and a `FactContext` (context.ts); pack.ts turns each table into text and back.
import type { Lang } from '../cell';
import type { Zone } from '../zone';
import type { SideTables } from './side-tables';

/** "No day": open deals have no closing day, nor have closed ones whose closing date is still to come (FUTURE_CLOSE, R6). */
export const NO_DAY = -1;

/** Values of `DealFacts.state` and `JourneyFacts.outcome` (R6, R7). */
export const OPEN = 0;
export const WON = 1;
export const LOST = 2;
export const TRANSFERRED = 3;

/** Bits of `DealFacts.flags`; the names are those of R17. */
export const FLAG = {
  NO_HISTORY: 1,
  HISTORY_GAP: 2,
  CREATED_CLOSED: 4,
  CLOSE_DATE_EDITED: 8,
  FUTURE_CLOSE: 16,
  UNKNOWN_CURRENCY: 32,
  ZERO_AMOUNT_WON: 64,
  NO_CLIENT: 128,
  NO_SOURCE: 256,
  ORPHAN: 512,
  REOPENED: 1024,
  MISCLICK: 2048,
  DELETED_STAGE: 4096,
  NEGATIVE_AMOUNT: 8192,
  NEGATIVE_CYCLE: 16384,
  /** Lost on a stage of the setting `junkStages` (M04). */
  JUNK: 32768,
  /** Won, with product rows that do not add up to the amount (M21). */
  PRODUCT_MISMATCH: 65536,
} as const;
export type FlagName = keyof typeof FLAG;

/** One row per deal of the population (R4), ascending by id. */
export interface DealFacts {
  readonly count: number;
  readonly id: Float64Array;
  /** Index in `labels.pipelines`. */
  readonly pipeline: Int32Array;
  /** Index in the pipeline's process stages (0-based); -1 = final or deleted stage. */
  readonly stage: Int32Array;
  readonly state: Int32Array;
  /** Index in `labels.managers`; 0 is "No manager" (R12). */
  readonly manager: Int32Array;
  readonly createdDay: Int32Array;
  readonly closeDay: Int32Array;
  /** Minor units (kopecks) of the base currency, rounded per deal (R8); NaN = unknown currency. */
  readonly amount: Float64Array;
  readonly flags: Int32Array;
}

/** Aligned with `DealFacts`: closing moment (unix seconds, NaN = none) and cycle from first contact (seconds, NaN = none; M08, R15). */
export interface CycleFacts {
  readonly closeTime: Float64Array;
  readonly cycle: Float64Array;
}

/** One row per deal × pipeline it went through (R7), ascending by deal row. Created-closed deals have none. */
export interface JourneyFacts {
  readonly count: number;
  /** Row in `DealFacts`. */
  readonly deal: Int32Array;
  readonly pipeline: Int32Array;
  readonly entryDay: Int32Array;
  /** OPEN, WON, LOST or TRANSFERRED. */
  readonly outcome: Int32Array;
  /** Furthest stage reached, 1-based; k+1 = won (R7). */
  readonly maxIdx: Int32Array;
  /** Days on which index 1…min(maxIdx, k) was reached; the rows of journey j are reachDay[reachStart[j] … reachStart[j+1]-1]. */
  readonly reachStart: Int32Array;
  readonly reachDay: Int32Array;
}

/** One row per deal × process stage visited (M15), all visits added up. NO_HISTORY and created-closed deals have none, but see `openSince`. */
export interface StayFacts {
  readonly count: number;
  readonly deal: Int32Array;
  readonly pipeline: Int32Array;
  /** Index in the pipeline's process stages; -1 = a deleted stage. */
  readonly stage: Int32Array;
  /** Seconds of all ended visits (plus the running one up to asOf when the deal stands there now). */
  readonly seconds: Float64Array;
  /** Local day of the last exit; NO_DAY while the deal stands there now. */
  readonly exitDay: Int32Array;
  /** Start of the current uninterrupted visit, unix seconds; NaN when the deal is not there now. Set for NO_HISTORY deals too (from the synthetic row). */
  readonly openSince: Float64Array;
}

export interface StageLabel {
  readonly id: string;
  readonly name: string;
}
export interface PipelineLabel {
  readonly id: number;
  readonly name: string;
  /** Process stages in the order of R7: index i here is stage i+1 there. */
  readonly stages: readonly StageLabel[];
  /** Name of the success stage. */
  readonly wonName: string;
}
export interface ManagerLabel {
  /** 0 = "No manager". */
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly active: boolean;
  /** False for employees without any deal: they can be named in a formula, tables of everybody leave them out. */
  readonly hasDeals: boolean;
  /** Index in `departments`; -1 = none. */
  readonly department: number;
}
export interface DepartmentLabel {
  readonly id: number;
  readonly name: string;
  /** Index of the parent; -1 = root. */
  readonly parent: number;
}

/** Names, and what the numbers stand on. Small; kept as JSON. */
export interface Labels {
  readonly pipelines: readonly PipelineLabel[];
  readonly managers: readonly ManagerLabel[];
  readonly departments: readonly DepartmentLabel[];
  readonly baseCurrency: string;
  /** Moment the loaded data stands for, unix seconds (R1), and its local day. */
  readonly asOf: number;
  readonly asOfDay: number;
  readonly timeZone: string;
  /** The zone the days were made with: turns a date cell into its local day without asking the platform. */
  readonly zone: Zone;
  /** First local day the load covers; earlier periods are refused (D6). 0 = everything was loaded. */
  readonly horizonDay: number;
  readonly lang: Lang;
  /** Pipelines (indices) the formulas answer for when none is named; empty = all. */
  readonly defaultPipelines: readonly number[];
  /** How many deals carry each flag (R17). */
  readonly flagCounts: Readonly<Record<FlagName, number>>;
  /** True when older portals hide transfers between pipelines (R5). */
  readonly transfersHidden: boolean;
  readonly portal: string;
  /** Whose rights the data was read with. */
  readonly userName: string;
  readonly generation: number;
  readonly rows: Readonly<Record<string, number>>;
  /** Product rows are still being loaded: tables of products have to wait. */
  readonly productsPending: boolean;
}

export interface FactTables extends SideTables {
  readonly labels: Labels;
  readonly deals: DealFacts;
  readonly cycles: CycleFacts;
  readonly journeys: JourneyFacts;
  readonly stays: StayFacts;
}
export type FactTableName = keyof FactTables;

/** Which stays a function needs: they are kept stage by stage, because together they are the largest table. null = all. */
export interface StayPart {
  readonly pipelines: ReadonlySet<number> | null;
  /** Index of a process stage; −1 = deleted stages. */
  readonly stage: number | null;
}

/** The tables a function asked for; `labels` is always there. */
export type Facts<T extends FactTableName = FactTableName> = Pick<FactTables, T | 'labels'>;

/** Settings that change facts (D2: a change re-derives them without the network). */
export interface FactSettings {
  readonly closeDateSource: 'history' | 'closedate';
  readonly misclickSeconds: number;
  /** F stages that mean "not a real lead": `stageId`s. */
  readonly junkStages: readonly string[];
  /** Deleted stage id → live stage id (R7). */
  readonly stageAliases: Readonly<Record<string, string>>;
  /** "YYYY-MM" → currency → value of one unit in base currency (R8); empty until the sheet «Курсы» is filled. */
  readonly monthlyRates: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** REST name of the deal field with the reason of a loss; '' = the fail stage is the reason (M18). */
  readonly lossReasonField: string;
  /** Texts of the values of that field, when it is a list: the deals hold their ids. */
  readonly lossReasons?: Readonly<Record<string, string>>;
}

export const DEFAULT_FACT_SETTINGS: FactSettings = {
  closeDateSource: 'history',
  misclickSeconds: 60,
  junkStages: [],
  stageAliases: {},
  monthlyRates: {},
  lossReasonField: '',
};
