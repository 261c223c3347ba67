// What an input sheet is: its columns, what may stand in them, and what is said about a cell that cannot be used. Knows no spreadsheet service.
import type { Lang, Table } from '../cell';
import type { InputErrorKey } from '../locale/errors-inputs';
import type { Sentence } from '../locale/sentence';
import type { DayRange } from '../period';
import type { Inputs } from './inputs';

/** The input sheets in the order of the tabs. */
export const INPUT_SHEETS = [
  'plans',
  'calendar',
  'norms',
  'kpiSets',
  'bonusSchemes',
  'costs',
  'rates',
  'seasonality',
  'actions',
  'settings',
] as const;
export type InputSheetId = (typeof INPUT_SHEETS)[number];

export interface InputColumn {
  /** The header; a sheet's columns are found by it, in any order. */
  readonly name: Sentence;
  /** Note of the header cell: what to type, by example. */
  readonly note: Sentence;
  readonly kind: 'text' | 'number' | 'money' | 'share' | 'date';
  /** Drop-down; names typed by hand that are not in it are told by a complaint, not refused. Empty = none. */
  readonly choices: (directory: Directory) => readonly string[];
  /** Pixels. */
  readonly width: number;
}

export interface InputSheetSpec {
  readonly id: InputSheetId;
  /** Name of the tab. */
  readonly name: Sentence;
  readonly columns: readonly InputColumn[];
  /** Rows a new sheet begins with, in the order of the columns: examples that change no number, or the defaults that hold. */
  readonly firstRows: (directory: Directory) => Table;
}

/** What a typed name means: its id, or the names it is near to (none when nothing is near; several when it fits several). */
export type Found<T> = { readonly id: T } | { readonly similar: readonly string[] };

export interface MetricKind {
  readonly unit: 'count' | 'money' | 'share' | 'days';
  readonly additive: boolean;
  readonly better: 'more' | 'less' | null;
}

/** Names that stand in the CRM and in the catalogues, for reading and for drop-downs. */
export interface Directory {
  readonly lang: Lang;
  /** Local day of the data. */
  readonly asOfDay: number;
  /** Local day of a date cell; null when it is none. */
  readonly dayOf: (cell: unknown) => number | null;
  /** A written period or a date cell (its month); null = not understood. Whether it is a month, a quarter… is for the sheet to say. */
  readonly period: (cell: unknown) => DayRange | null;
  readonly manager: (typed: string) => Found<number>;
  readonly department: (typed: string) => Found<number>;
  readonly pipeline: (typed: string) => Found<number>;
  /** Stage id of Bitrix24, F stages too; «Воронка: Стадия» or the name alone when it is unique. */
  readonly stage: (typed: string) => Found<string>;
  /** Source id of Bitrix24. */
  readonly channel: (typed: string) => Found<string>;
  readonly metric: (typed: string) => Found<string>;
  /** Unit, additivity and good direction of a metric id; null = there is no such metric. */
  readonly metricKind: (id: string) => MetricKind | null;
  readonly currencies: readonly string[];
  readonly names: {
    readonly managers: readonly string[];
    readonly departments: readonly string[];
    readonly pipelines: readonly string[];
    /** Process stages. */
    readonly stages: readonly string[];
    readonly failStages: readonly string[];
    readonly channels: readonly string[];
    readonly metrics: readonly string[];
  };
}

/** One thing to mend, or to think about, in an input sheet. */
export interface Complaint {
  readonly sheet: InputSheetId;
  /** error: the row is left out. hint: it counts. */
  readonly level: 'error' | 'hint';
  /** 1-based row of the sheet. */
  readonly row: number;
  /** 0-based column of the sheet; null = the whole row. */
  readonly column: number | null;
  /** Header of the column as it stands; '' = the whole row. */
  readonly header: string;
  /** What was found, as the cell shows it. */
  readonly found: string;
  /** What is wrong and what is expected. */
  readonly key: InputErrorKey;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Everything people typed, and what of it could not be used. */
export interface TypedInputs {
  readonly inputs: Inputs;
  readonly complaints: readonly Complaint[];
}

/** Cells of the sheets there are, header row first, as `getValues()` gives them. */
export type InputCells = Readonly<Partial<Record<InputSheetId, readonly (readonly unknown[])[]>>>;
