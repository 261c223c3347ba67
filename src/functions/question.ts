// What a custom function is given besides its arguments: the labels, and ways to ask for fact tables, inputs and memory. It knows no sheet.
import type { Facts, FactTableName, Labels, StayPart } from '../facts/facts';
import type { TypedInputs } from '../inputs/sheet';
import type { KeptForecast } from '../memory/forecasts';
import type { ApprovedMonth } from '../memory/ledger';

/** What the edge offers. `load([])` answers the labels alone and must be cheap: arguments are parsed before any table is read (D3). */
export interface AnswerContext {
  /** `part` narrows the stays to what the answer needs. */
  readonly load: <T extends FactTableName>(tables: readonly T[], part?: StayPart) => Facts<T>;
  /** What people typed, with what could not be used; read once. */
  readonly inputs: () => TypedInputs;
  /** Titles of deals by rows of `DealFacts`, in the order asked. */
  readonly titles: (rows: readonly number[]) => readonly string[];
  /** Approved months of pay, ascending. */
  readonly approved: () => readonly ApprovedMonth[];
  /** Forecasts of earlier weeks, by day. */
  readonly forecasts: () => readonly KeptForecast[];
}

/** The context with the labels read. */
export interface Question extends AnswerContext {
  readonly labels: Labels;
}
