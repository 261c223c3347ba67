// What one run of a refresh came to, in numbers: said by the run itself, written down by the journal.
import type { EntityId } from '../raw/records';

/** Records of one entity that a commit added, changed, deleted. */
export interface Counts {
  readonly added: number;
  readonly changed: number;
  readonly deleted: number;
}

/** What one run of a refresh came to, for the journal. */
export interface RunReport {
  /** `sheets`: no request was made, the raw sheets of an earlier run were written to their end. */
  readonly kind: 'full' | 'incremental' | 'sheets';
  readonly requests: number;
  /** Requests that were refused or failed and were sent again. */
  readonly retries: number;
  readonly changes: Readonly<Partial<Record<EntityId, Counts>>>;
}
