// What a cell can hold when a custom function answers: the only value type that crosses into Sheets.

/** Number, text, truth or a date; `''` is the empty cell (nothing to divide by, no such value: D6). */
export type Cell = number | string | boolean | Date;

/** Rows of cells; always rectangular. */
export type Table = Cell[][];

/** The two languages of the product. */
export type Lang = 'ru' | 'en';
