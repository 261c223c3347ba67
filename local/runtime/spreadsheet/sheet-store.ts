// What holds the cells of one sheet, in a plain store or in the engine: one interface over both.
// Rows and columns are zero-based everywhere below the SpreadsheetApp façade.
import type { AttributeChange, CellAttributes } from './attributes';
import type { CellValue, Zone } from './contract';
import type { TypedCell } from './typed';
import type { Dimension } from './zones';

export interface SheetStore {
  readonly kind: 'plain' | 'engine';
  readonly rows: number;
  readonly cols: number;
  /** Writes understood cells at a corner; the block must lie inside the grid. A plain store refuses formulas. */
  put(row: number, col: number, cells: readonly (readonly TypedCell[])[]): void;
  values(zone: Zone): CellValue[][];
  displayValues(zone: Zone): string[][];
  /** Formulas as the file shows them, `''` where there is none. */
  formulas(zone: Zone): string[][];
  attributes(row: number, col: number): CellAttributes;
  /** Whether the cell's format is `@`. */
  plainText(row: number, col: number): boolean;
  format(zone: Zone, change: AttributeChange): void;
  clearContents(zone: Zone): void;
  clearFormats(zone: Zone): void;
  /** How many rows and columns reach the last cell with content. */
  extent(): { rows: number; cols: number };
  /** Inserts lines before line `at`, formatted like the line before or after them. */
  insert(dimension: Dimension, at: number, count: number, like: 'before' | 'after'): void;
  remove(dimension: Dimension, at: number, count: number): void;
  note(row: number, col: number): string;
  setNotes(notes: readonly { row: number; col: number; text: string }[]): void;
  size(dimension: Dimension, index: number): number;
  setSize(dimension: Dimension, indexes: readonly number[], pixels: number): void;
  frozen(dimension: Dimension): number;
  freeze(dimension: Dimension, count: number): void;
  isHidden(dimension: Dimension, index: number): boolean;
  setHidden(dimension: Dimension, indexes: readonly number[], hidden: boolean): void;
  hidesGridlines(): boolean;
  setHidesGridlines(hidden: boolean): void;
}

/** What a store needs of its workbook. */
export interface StoreContext {
  readonly timeZone: () => string;
  /** The number as the file shows it. */
  readonly show: (value: string | number | boolean, googleFormat: string) => string;
}

export const DEFAULT_COLUMN_WIDTH = 100;
export const DEFAULT_ROW_HEIGHT = 21;
