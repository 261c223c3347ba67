// What one run of a refresh came to, for the journal.
import type { EntityId } from '../raw/records';

/** Records of one entity that a commit added, changed, deleted. */
export interface Counts {
  readonly added: number;
  readonly changed: number;
  readonly deleted: number;
}

export type Changes = Readonly<Partial<Record<EntityId, Counts>>>;

export interface RunReport {
  /** sheets: only raw sheets were written. */
  readonly kind: 'full' | 'incremental' | 'sheets';
  readonly requests: number;
  /** Requests that were refused or failed and were sent again. */
  readonly retries: number;
  readonly changes: Changes;
  /** Which sheets could not be written and why, as a sentence; '' = none. */
  readonly refused: string;
  /** What could not be kept for later, as a sentence; '' = nothing. */
  readonly unkept: string;
}
