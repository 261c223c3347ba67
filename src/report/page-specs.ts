// What a page is made of, in the words of a sheet's own file; page.ts finds a place for it.
import type { Lang } from '../cell';
import type { Labels } from '../facts/facts';
import type { ReportId } from '../locale/report-sheet-words';
import type { Choice } from './choices';
import type { Block, ChartKind, ChartOptions, Condition, ReportSheet } from './spec';

export interface Frame {
  readonly id: ReportId;
  readonly labels: Labels;
  readonly lang: Lang;
  /** What people choose above the tables, in this order; see choices.ts. */
  readonly choices: readonly Choice[];
  /** Pixels of the printed columns, at least seven of them; about 1,100 in all fit the width of A4. */
  readonly widths: readonly number[];
  /** Only of the sheet whose switches the others follow. */
  readonly shares?: boolean;
}

export interface Column {
  /** Name by which formulas of the page find the column. */
  readonly key: string;
  readonly format?: string;
  /** Numbers stand right, the first column and texts left. */
  readonly align?: 'left' | 'center' | 'right';
  readonly wrap?: boolean;
  /** What the header means, with its rule. */
  readonly note?: string;
}

export interface TableSpec {
  /** Stable within the sheet. */
  readonly id: string;
  readonly title: string;
  /** One muted line under the title. */
  readonly hint?: string;
  /** Canonical, without the equals sign. It brings the header row itself. */
  readonly formula: string;
  readonly columns: readonly Column[];
  /** Most lines below the header. */
  readonly lines: number;
  /** First column of the table; default 1. A table with a `left` may stand beside the one before it: `beside`. */
  readonly left?: number;
  readonly beside?: boolean;
  /** Lines whose first cell is this word stand out; default the word of totals. */
  readonly total?: string;
  readonly conditions?: (table: TableRef) => readonly Condition[];
  /** More cells of the block, to the right of the formula's own columns or in rows reserved by `extraColumns`. */
  readonly more?: (table: TableRef) => Partial<Pick<Block, 'values' | 'formulas' | 'looks' | 'notes'>>;
  /** Columns right of the formula's own that belong to the block. */
  readonly extraColumns?: readonly Column[];
}

/** Where a table stands; rows and columns are 1-based. */
export interface TableRef {
  readonly header: number;
  readonly first: number;
  readonly last: number;
  readonly left: number;
  /** Column letter. */
  readonly letter: (key: string) => string;
  /** The lines of a column, absolute: `$B$30:$B$90`. */
  readonly column: (key: string) => string;
  /** The same relative, for conditions and looks: `B30:B90`. */
  readonly lines: (key: string) => string;
  /** All lines without the header. */
  readonly body: string;
  /** Columns from one to another with the header and so many lines: a range for a chart. */
  readonly chart: (from: string, to: string, lines: number) => string;
}

export interface AsideCells {
  readonly title: string;
  /** `row` is the row it stands in, `column` the letter of another column of these by its place. */
  readonly formula: (line: number, row: number, column: (at: number) => string) => string;
  readonly format?: string;
}

export interface AsideSpec {
  readonly id: string;
  readonly lines: number;
  /** A formula in every cell of these columns; `line` counts from 0 … */
  readonly cells?: readonly AsideCells[];
  /** … or one formula per column, spilling down below its title … */
  readonly columns?: readonly { readonly title: string; readonly formula: string; readonly format?: string }[];
  /** … or one that brings several columns below their titles … */
  readonly sorted?: { readonly titles: readonly string[]; readonly formats: readonly (string | undefined)[]; readonly formula: string };
  /** … or one that brings a table with its header. */
  readonly table?: { readonly formula: string; readonly formats: readonly (string | undefined)[] };
}

export interface AsideRef {
  /** The whole range with the header: a range for a chart. */
  readonly range: string;
  /** The same with the first `lines` lines only. */
  readonly firstLines: (lines: number) => string;
  /** Lines of a column by its place (0-based), absolute. */
  readonly column: (at: number) => string;
  /** One cell by line (1 = the first below the header) and column (0-based), absolute. */
  readonly cell: (line: number, at: number) => string;
}

export interface TileSpec {
  readonly label: string;
  /** Canonical, without the equals sign. */
  readonly formula: string;
  readonly format: string;
  /** A muted line below, canonical formula; words around a number stand in its format. */
  readonly caption?: string;
  readonly captionFormat?: string;
  readonly note?: string;
}

export interface ChartPlan {
  readonly id: string;
  readonly kind: ChartKind;
  readonly title: string;
  readonly ranges: readonly string[];
  readonly options: ChartOptions;
  /** Anchor column, 1-based, and width in pixels. */
  readonly column: number;
  readonly width: number;
}

/** Rows kept free for charts. */
export interface ChartRow {
  readonly row: number;
  readonly height: number;
}

export interface Page {
  readonly lang: Lang;
  readonly labels: Labels;
  /** Address of what is chosen under this id, absolute. */
  readonly chosen: (id: string) => string;
  /** Keeps rows free for charts at this place; the charts themselves follow once their data have a place. */
  readonly chartRow: (height?: number) => ChartRow;
  readonly chart: (row: ChartRow, plan: ChartPlan) => void;
  readonly tiles: (id: string, tiles: readonly TileSpec[], spans: readonly (readonly [from: number, to: number])[]) => void;
  readonly table: (spec: TableSpec) => TableRef;
  readonly aside: (spec: AsideSpec) => AsideRef;
  /** A block of its own kind, `rows` high, at the next free row; made last, so that it may point at what stands below. `header`: the
   * row of it, from 0, that is two lines high. */
  readonly block: (rows: number, make: (row: number) => Partial<Block> & Pick<Block, 'id' | 'area'>, header?: number) => void;
  /** One muted line of text. */
  readonly remark: (id: string, text: string) => void;
  readonly sheet: () => ReportSheet;
}
