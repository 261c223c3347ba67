// Rows of one input sheet under its header, and the complaints about their cells. Knows columns, not what they mean.
import type { InputErrorKey } from '../locale/errors-inputs';
import { inputSheetWords } from '../locale/input-words';
import type { Sentence } from '../locale/sentence';
import { plain } from '../matching';
import { shownCell, type Typed, typedCell } from './cells';
import type { Complaint, Directory, InputCells, InputSheetId } from './sheet';
import { type ColumnKey, type ColumnLayout, columnLayouts } from './sheets';
import { wordOf } from './words';

/** What all readers share: the cells, the names, and the list of what could not be used. */
export interface Reading {
  readonly cells: InputCells;
  readonly directory: Directory;
  readonly complaints: Complaint[];
}

/** A filled row. */
export interface InputRow<K extends string> {
  /** 1-based row of the sheet. */
  readonly number: number;
  readonly directory: Directory;
  readonly cell: (key: K) => Typed;
  /** The cell as the file shows it; '' = blank. */
  readonly shown: (key: K) => string;
  /** Note of the column: what is expected in it. */
  readonly expected: (key: K) => string;
  /** The row is left out: complains and answers null. The cell found is the parameter `found`. */
  readonly bad: (key: K, error: InputErrorKey, params?: Complaint['params']) => null;
  /** The row counts, with a hint. */
  readonly hint: (key: K, error: InputErrorKey, params?: Complaint['params']) => void;
}

/** Rows above the header that a person may have put there. */
const HEADER_REACH = 5;

/** Filled rows of a sheet in their order, examples left out; none when there is no sheet, and one complaint when its header is not found. */
export function filledRows<S extends InputSheetId>(sheet: S, reading: Reading): InputRow<ColumnKey<S>>[] {
  type Key = ColumnKey<S>;
  const { cells, directory, complaints } = reading;
  const table = cells[sheet];
  if (table === undefined) return [];
  const words: Readonly<Record<string, { readonly name: Sentence; readonly note: Sentence }>> = inputSheetWords[sheet].columns;
  const layouts: Readonly<Record<Key, ColumnLayout>> = columnLayouts[sheet];
  const keys = Object.keys(words) as Key[];
  const { headerRow, heads, needed } = headOf(sheet, table);
  if (headerRow < 0) {
    const nearest = heads.reduce((best, found) => (found.size > best.size ? found : best), new Map<Key, number>());
    const columns = needed.filter((key) => !nearest.has(key)).map((key) => `«${words[key]?.name[directory.lang]}»`);
    const params = { columns: columns.join(', ') };
    complaints.push({ sheet, level: 'error', row: 1, column: null, header: '', found: '', key: 'inputHeader', params });
    return [];
  }
  const columns = heads[headerRow] ?? new Map<Key, number>();
  const meant = keys.filter((key) => layouts[key].role !== 'remark' && columns.has(key));
  const rows: InputRow<Key>[] = [];
  for (let index = headerRow + 1; index < table.length; index++) {
    const cell = (key: Key): Typed => typedCell(table[index]?.[columns.get(key) ?? -1]);
    if (meant.every((key) => cell(key) === '') || isExample(cell(keys[0] as Key))) continue;
    const shown = (key: Key) => shownCell(cell(key), directory.lang, directory.dayOf);
    const complain = (level: Complaint['level'], key: Key, error: InputErrorKey, params: Complaint['params'] = {}): void => {
      const column = columns.get(key) ?? null;
      const header = column === null ? '' : String(typedCell(table[headerRow]?.[column]));
      const found = shown(key);
      complaints.push({ sheet, level, row: index + 1, column, header, found, key: error, params: { found, ...params } });
    };
    rows.push({
      number: index + 1,
      directory,
      cell,
      shown,
      expected: (key) => words[key]?.note[directory.lang] ?? '',
      bad: (key, error, params) => {
        complain('error', key, error, params);
        return null;
      },
      hint: (key, error, params) => complain('hint', key, error, params),
    });
  }
  return rows;
}

interface Head<K extends string> {
  /** 0-based; −1 = not found. */
  readonly headerRow: number;
  /** Columns by key, 0-based, in each row that may be the header. */
  readonly heads: readonly Map<K, number>[];
  /** Columns without which the sheet is not read. */
  readonly needed: readonly K[];
}

/** Where the header of a sheet stands and what it names. */
export function headOf<S extends InputSheetId>(sheet: S, table: readonly (readonly unknown[])[]): Head<ColumnKey<S>> {
  type Key = ColumnKey<S>;
  const words: Readonly<Record<string, { readonly name: Sentence }>> = inputSheetWords[sheet].columns;
  const layouts: Readonly<Record<Key, ColumnLayout>> = columnLayouts[sheet];
  const keys = Object.keys(words) as Key[];
  const needed = keys.filter((key) => layouts[key].role === undefined);
  const heads = table.slice(0, HEADER_REACH).map((row) => headerColumns(row, keys, (key) => words[key]?.name));
  return { headerRow: heads.findIndex((found) => needed.every((key) => found.has(key))), heads, needed };
}

/** Where the columns stand; of two with one header the first. */
function headerColumns<K extends string>(
  row: readonly unknown[],
  keys: readonly K[],
  nameOf: (key: K) => Sentence | undefined,
): Map<K, number> {
  const headers = row.map((cell) => plain(String(typedCell(cell))));
  const found = new Map<K, number>();
  for (const key of keys) {
    const name = nameOf(key);
    const column = name === undefined ? -1 : headers.findIndex((header) => header === plain(name.ru) || header === plain(name.en));
    if (column >= 0) found.set(key, column);
  }
  return found;
}

/** A row that shows how to fill one: its first column is the word «Пример», alone or before a colon. */
function isExample(cell: Typed): boolean {
  return typeof cell === 'string' && wordOf(cell.split(':')[0] ?? '', ['example']) !== undefined;
}
