// What people read about a rule of the definitions (M…, R…). Like all help it is outside of the bundle.
import type { Sentence } from '../../locale/sentence';

/** A rule of a number. */
export interface MetricRule {
  readonly name: Sentence;
  /** How it is computed. */
  readonly formula: Sentence;
  /** What puts a deal, a lead or an activity into the period. */
  readonly period: Sentence;
  /** What else decides about the number. */
  readonly note?: Sentence;
  /** How Bitrix24's own report counts, as far as its published server code tells. */
  readonly bitrix?: Sentence;
}

/** A rule that all numbers follow. */
export interface CommonRule {
  readonly name: Sentence;
  readonly text: Sentence;
}
