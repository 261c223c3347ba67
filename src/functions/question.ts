// What a custom function is given besides its arguments: the labels and a way to ask for fact tables. It knows no sheet.
import type { Facts, FactTableName, Labels, StayPart } from '../facts/facts';

/** What the edge offers. `load([])` answers the labels alone and must be cheap: arguments are parsed before any table is read (D3). */
export interface AnswerContext {
  /** `part` narrows the stays to what the answer needs. */
  readonly load: <T extends FactTableName>(tables: readonly T[], part?: StayPart) => Facts<T>;
}

/** The context with the labels read. */
export interface Question extends AnswerContext {
  readonly labels: Labels;
}
