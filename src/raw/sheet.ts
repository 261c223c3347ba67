// What a raw sheet is made of (D2): columns of a type, a title in both languages, a value from a record. No sheet service is known here.
import type { Lang } from '../cell';
import type { Sentence } from '../locale/sentence';
import type { Names } from './names';
import type { Records, Semantic } from './records';

/** Keys of `sheetWords` in src/locale/words.ts, in the order of tabs. */
export const RAW_SHEET_IDS = [
  'deals',
  'leads',
  'stageHistory',
  'stages',
  'employees',
  'products',
  'activities',
  'companies',
  'contacts',
] as const;
export type RawSheetId = (typeof RAW_SHEET_IDS)[number];

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
  /** Records shown, from everything there is. */
  readonly rows: (records: Records) => readonly T[];
  /** At most 24 (D14); the first identifies the row. */
  readonly columns: readonly RawColumn<T>[];
  /** Always written; the others while they fit the cell budget, newest first (D14). */
  readonly always: boolean;
}

/** Deadlines from here on (9999-01-01) stand for "no deadline". */
const NEVER = 253_370_764_800;

const words = {
  yes: { ru: 'да', en: 'yes' },
  no: { ru: 'нет', en: 'no' },
  P: { ru: 'в работе', en: 'in progress' },
  S: { ru: 'успех', en: 'won' },
  F: { ru: 'провал', en: 'lost' },
} as const satisfies Record<string, Sentence>;

export function yesNo(value: boolean, lang: Lang): string {
  return (value ? words.yes : words.no)[lang];
}

export function semanticWord(semantic: Semantic, lang: Lang): string {
  return words[semantic][lang];
}

/** An empty cell for no moment. */
export function momentCell(instant: number): RawCell {
  return instant === 0 || instant >= NEVER ? '' : { instant };
}

export function dayCell(day: string): RawCell {
  return day === '' ? '' : { day };
}

/** An empty cell for no link. */
export function linkCell(id: number): RawCell {
  return id === 0 ? '' : id;
}

/** Address of a card in the portal: text, never a link formula (D10). */
export function cardUrl(portal: string, kind: 'deal' | 'lead' | 'company' | 'contact', id: number): string {
  return `https://${portal}/crm/${kind}/details/${id}/`;
}

type Value<T> = RawColumn<T>['value'];

/** A column: type, Russian title, English title, value. */
export function column<T>(type: ColumnType, ru: string, en: string, value: Value<T>): RawColumn<T> {
  return { type, title: { ru, en }, value };
}
