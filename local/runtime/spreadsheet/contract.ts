// What the rest of the runtime and the workbench know of a workbook: its options, callbacks and the shape of a saved one.
// The class itself is in workbook.ts; nothing here knows the engine.
import type { Switches } from '../switches';

/** A value a cell may hold, as `getValues` returns it: `''` is an empty cell, error cells are their text (`#REF!`). */
export type CellValue = string | number | boolean | Date;

export type WorkbookLocale = 'ru_RU' | 'en_US';

/** Zero-based rectangle, ends included. */
export interface Zone {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The answer of a custom function: a value (scalar or rows) or Google's in-cell error with the text of its note. */
export type CustomFunctionResult =
  | { readonly value: unknown }
  | { readonly error: string; readonly message: string }
  /** The answer is not known yet (page only): the cell shows `Loading...`. */
  | { readonly loading: true };

export interface WorkbookOptions {
  readonly locale: WorkbookLocale;
  /** IANA name; dates of cells are wall-clock times of this zone. */
  readonly timeZone: string;
  readonly customFunctionNames: readonly string[];
  /**
   * Runs (or answers from the cache) a custom function. Arguments are as Google passes them: scalars, `''` for a blank cell,
   * Date for a date cell, undefined for an omitted one, rows first 2-D arrays for ranges.
   */
  readonly callCustomFunction: (name: string, args: readonly unknown[]) => CustomFunctionResult;
  readonly name?: string;
  /** The owner's address: who may edit whatever is protected. Unnamed, everybody may. */
  readonly owner?: string;
  readonly switches?: Partial<Switches>;
  /** What `save()` returned. */
  readonly state?: WorkbookState;
  /** Year, month of "today" for typed dates without a year, and TODAY() of the script; UTC milliseconds. Default: the system's clock. */
  readonly now?: () => number;
  /** Passed to the engine's Model (transport, client), so that a page can follow the workbook. */
  readonly modelConfig?: Readonly<Record<string, unknown>>;
  /** Called after a person's edit was applied (page, `editAsPerson`): values as `getValue` gives them. */
  readonly onPersonEdit?: (edit: PersonEdit) => void;
}

/** A cell or block edited by a person. Old and new value are undefined for more than one cell, as in Google's event. */
export interface PersonEdit {
  readonly sheetName: string;
  /** A1 notation without the sheet, e.g. `B3` or `B3:C4`. */
  readonly a1: string;
  readonly oldValue: CellValue | undefined;
  readonly newValue: CellValue | undefined;
}

/** JSON-able. The engine's data plus what the engine does not hold. */
export interface WorkbookState {
  readonly version: 1;
  readonly name: string;
  readonly id: string;
  readonly locale: WorkbookLocale;
  readonly timeZone: string;
  readonly owner?: string;
  readonly engine: unknown;
  readonly plain: readonly unknown[];
  readonly extras: unknown;
}

/** The result of `evaluate`: a spilled result is a 2-D array, a date cell a Date. */
export type Evaluation = { readonly value: CellValue | CellValue[][] } | { readonly error: string; readonly message: string };
