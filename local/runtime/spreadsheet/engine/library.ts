// The one door to the formula engine's library. Works in Node (CommonJS build) and in the page (ES build).
import './group-by';
import * as imported from '@odoo/o-spreadsheet';

/** The library itself: Node's ES loader hides part of a CommonJS module behind `default`. */
export const library: typeof imported = (imported as unknown as { default?: typeof imported }).default ?? imported;

// The library prints how long each command took: nobody asked, and it would drown what people print on purpose.
const { debug } = console;
console.debug = (...words: unknown[]) => {
  const timing = words[words.length - 1] === 'ms' || /^(?:#+|Snapshot |.* Model creation)/.test(String(words[0]));
  if (!timing) debug.apply(console, words);
};

/** The model's dispatch, open to the commands this runtime adds. */
export type Dispatch = (type: string, payload?: object) => { readonly isSuccessful: boolean; readonly reasons: readonly string[] };

export interface Position {
  readonly sheetId: string;
  readonly col: number;
  readonly row: number;
}

/** A cell's or an argument's value in the engine. Errors are text values with a message. */
export interface EngineValue {
  readonly value?: string | number | boolean | null;
  readonly format?: string;
  readonly message?: string;
  readonly position?: Position;
}
