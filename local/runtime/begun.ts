// An execution that has begun: what a realm needs to run it, in this thread or in another, and what its end does. Types only; executions.ts makes it.
import type { RunningExecution } from './execution';
import type { Entry } from './realm-entry';
import type { LocalServices } from './service-holder';

export interface Begun {
  readonly execution: RunningExecution;
  readonly services: LocalServices;
  readonly entry: Entry;
  readonly args: () => readonly unknown[];
  /** Works on the execution's behalf: cells that are calculated meanwhile are paid by its person. */
  during<T>(work: () => T): T;
  /** Ends the execution with what `work` answers or throws: pending writes, locks, the place among the running ones. */
  end(work: () => unknown): unknown;
}
