// What a cell holds after typed text was understood: the values of plain sheets and the input of engine sheets.
import type { WorkbookLocale } from './contract';

/** A formula as typed, with the leading `=`: in the file's own syntax unless another is named. */
export class Formula {
  constructor(
    readonly text: string,
    readonly syntax?: WorkbookLocale,
  ) {}
}

/** A value whose number format came with the typing (a date, a percentage): it stays when the content is replaced or cleared. */
export class Formatted {
  constructor(
    readonly value: string | number | boolean | undefined,
    /** Google's pattern. */
    readonly format: string,
  ) {}
}

/** Undefined is an empty cell. Dates are Formatted serial numbers. */
export type StoredCell = string | number | boolean | Formatted | undefined;

export type TypedCell = StoredCell | Formula;
