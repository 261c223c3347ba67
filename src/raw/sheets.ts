// Raw sheets as a projection of records (D2): which columns, of what type, what each cell says. The edge writes them.
import type { Lang } from '../cell';
import type { Sentence } from '../locale/sentence';
import type { Names } from './names';
import type { Records } from './records';

/** Keys of `sheetWords` in src/locale/words.ts. */
export type RawSheetId = 'deals' | 'leads' | 'stageHistory' | 'stages' | 'employees' | 'products' | 'activities' | 'companies' | 'contacts';

export type ColumnType = 'id' | 'text' | 'number' | 'money' | 'date' | 'datetime' | 'url';

/**
 * A cell: text, number, a date ({day: 'YYYY-MM-DD'}, shown as that day) or a moment ({instant: unix seconds}, shown in the file's zone). '' = empty.
 * Text and url columns hold strings only: format them as plain text (D10).
 */
export type RawCell = string | number | { readonly day: string } | { readonly instant: number };

export interface RawColumn<T> {
  readonly title: Sentence;
  readonly type: ColumnType;
  readonly value: (record: T, names: Names, lang: Lang) => RawCell;
}

export interface RawSheet<T> {
  readonly id: RawSheetId;
  /** Records shown, from everything there is. Ascending by id. */
  readonly rows: (records: Records) => readonly T[];
  readonly columns: readonly RawColumn<T>[];
  /** Always written (D14); the others while they fit the cell budget. */
  readonly always: boolean;
}

/** A sheet with its record type closed over. */
export interface RawSheetRows {
  readonly id: RawSheetId;
  readonly always: boolean;
  readonly titles: readonly string[];
  readonly types: readonly ColumnType[];
  /** How many rows there are. */
  readonly count: number;
  /** Cells of rows [from, to). */
  readonly cells: (from: number, to: number) => RawCell[][];
}

/** Every raw sheet in the order of tabs. */
export function rawSheets(_records: Records, _names: Names, _lang: Lang): RawSheetRows[] {
  throw new Error('not yet');
}
