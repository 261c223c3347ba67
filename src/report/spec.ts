// A report sheet as data: what the edge draws. Cells are in A1 notation; formulas are canonical (English names, comma between arguments).
// It knows neither Sheets nor the numbers.
import type { ReportId } from '../locale/report-sheet-words';

/** A value typed into a cell: text and numbers as they are. */
export interface ValueCell {
  readonly a1: string;
  readonly value: string | number;
}

/** A formula, canonical: `withSeparator` (formula.ts) renders it for a file whose separator is `;` (D8). */
export interface FormulaCell {
  readonly a1: string;
  readonly formula: string;
}

/** A cell people choose in. A rebuild keeps what they chose when it is still in the list. */
export interface Switch {
  readonly a1: string;
  /** Stable name of the choice: period, pipeline, who, mode. */
  readonly id: string;
  readonly values: readonly string[];
  readonly initial: string;
  /** Shown when the cell is selected. Values outside the list are accepted where `strict` is false (periods may be typed by hand). */
  readonly help: string;
  readonly strict: boolean;
}

/** Look of a range; a missing key leaves the default of the sheet. Applied in order, later ones over earlier ones. */
export interface RangeLook {
  readonly a1: string;
  readonly numberFormat?: string;
  readonly background?: string;
  readonly color?: string;
  readonly fontSize?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly align?: 'left' | 'center' | 'right';
  readonly verticalAlign?: 'top' | 'middle' | 'bottom';
  readonly wrap?: boolean;
  /** Line under the range, palette colour. */
  readonly borderBottom?: string;
  /** Line over the range, palette colour. */
  readonly borderTop?: string;
}

/** A conditional format by formula (canonical, relative to the first cell of the first range). */
export interface FormulaCondition {
  readonly ranges: readonly string[];
  readonly formula: string;
  readonly background?: string;
  readonly color?: string;
  readonly bold?: boolean;
}

/** A heat map: from the colour of the smallest value to that of the largest one. */
export interface GradientCondition {
  readonly ranges: readonly string[];
  readonly gradient: { readonly min: string; readonly max: string };
}

export type Condition = FormulaCondition | GradientCondition;

export interface Note {
  readonly a1: string;
  readonly text: string;
}

/** Chart types by the names of Google's `Charts.ChartType`. */
export type ChartKind = 'COMBO' | 'BAR' | 'COLUMN' | 'LINE' | 'AREA' | 'SCATTER' | 'PIE';

/** Chart options as `EmbeddedChartBuilder.setOption` takes them: dotted path → value. */
export type ChartOptions = Readonly<Record<string, string | number | boolean>>;

export interface ChartSpec {
  /** Stable within the sheet: a rebuild updates the chart that carries it. */
  readonly id: string;
  readonly kind: ChartKind;
  /** Fixed ranges of this sheet; the first column is the categories, the first row the names of the series. */
  readonly ranges: readonly string[];
  readonly headers: number;
  readonly options: ChartOptions;
  /** Anchor cell, 1-based, and size in pixels. */
  readonly position: { readonly row: number; readonly column: number; readonly width: number; readonly height: number };
}

/** Where a formula spills, header included, and how many cells it may fill at most (D8): nothing else may stand there. */
export interface SpillArea {
  readonly anchor: string;
  readonly area: string;
}

/** Cells that belong together: people may remove a block, and a rebuild leaves it out then. */
export interface Block {
  /** Stable within the sheet. */
  readonly id: string;
  /** Everything of the block lies in this rectangle. */
  readonly area: string;
  /** The cell whose formula tells that the block is still there; '' = a block without one, which is always drawn. */
  readonly anchor: string;
  readonly values: readonly ValueCell[];
  readonly formulas: readonly FormulaCell[];
  readonly looks: readonly RangeLook[];
  readonly conditions: readonly Condition[];
  readonly notes: readonly Note[];
  readonly merges: readonly string[];
  readonly spills: readonly SpillArea[];
  /** Cells for people to type in: never overwritten once they hold something, never protected. */
  readonly typed: readonly string[];
  /** Drop-downs of cells that people type in; anything else may be typed too. */
  readonly lists?: readonly { readonly a1: string; readonly values: readonly string[] }[];
}

/** A name of the file for a cell of the sheet. */
export interface NamedCell {
  readonly name: string;
  readonly a1: string;
}

export interface ReportSheet {
  readonly id: ReportId;
  /** Name of the tab in the file's language. */
  readonly name: string;
  readonly tabColor: string;
  /** Size of the grid. */
  readonly rows: number;
  readonly columns: number;
  /** Pixels, one per column. */
  readonly columnWidths: readonly number[];
  /** Pixels of the rows that are not of the usual height: 1-based row → height. */
  readonly rowHeights: Readonly<Record<number, number>>;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly hideGridlines: boolean;
  readonly switches: readonly Switch[];
  readonly names: readonly NamedCell[];
  /** The head first. */
  readonly blocks: readonly Block[];
  readonly charts: readonly ChartSpec[];
}
