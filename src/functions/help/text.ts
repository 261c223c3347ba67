// What people read about a function.
import type { ArgumentName } from '../../locale/argument-words';
import type { Sentence } from '../../locale/sentence';

/** The full text is for the page of functions; the hint, where there is one, is what Sheets shows beside the formula. */
export interface ParamText extends Sentence {
  readonly hint?: Sentence;
}

export interface FunctionText {
  /** Two or three sentences for a head of sales. */
  readonly text: Sentence;
  /** Formulas as typed in a file of that language. */
  readonly examples: readonly Sentence[];
  /** Meaning and allowed values of each parameter. */
  readonly params: Readonly<Partial<Record<ArgumentName, ParamText>>>;
}
