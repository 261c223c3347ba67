// The kill switch: where one run is to die, as Google's infrastructure kills runs (apps-script reference, 2.2 "Exceeded maximum execution time"). It only counts;
// the execution dies.

/** What becomes of writes that a dead run had not flushed: Google took all of them over, or none. */
export type Unflushed = 'kept' | 'lost';

/** Where a run dies. Counting begins with the run. */
export interface Kill {
  /** What is counted: service calls, or HTTP requests (each element of a `fetchAll` is one). */
  readonly at: 'call' | 'fetch';
  /** 1 = the first. The fatal call does nothing any more; a run that has fewer ends as usual. */
  readonly nth: number;
  readonly unflushed: Unflushed;
  /** Of `fetch`: whether the fatal request still reaches the server, whose answer then reaches nobody; default true. */
  readonly sent?: boolean;
  /** Of `call`: which calls count, by name (`SpreadsheetApp.Range.setValues`); default all. */
  readonly counts?: (call: string) => boolean;
}

/** Counts towards the death of one run. */
export class KillSwitch {
  readonly unflushed: Unflushed;
  readonly #kill: Kill;
  #left: number;

  constructor(kill: Kill) {
    if (!(kill.nth >= 1)) throw new Error(`A run is killed at the first call or later, not at ${kill.nth}.`);
    this.#kill = kill;
    this.#left = kill.nth;
    this.unflushed = kill.unflushed;
  }

  /** Whether the run dies at this service call. */
  hits(call: string): boolean {
    const { at, counts } = this.#kill;
    if (at !== 'call' || !(counts?.(call) ?? true)) return false;
    this.#left -= 1;
    return this.#left === 0;
  }

  /** How many requests of a wave still leave before the run dies; null when it lives on. */
  lastSent(wave: number): number | null {
    const { at, sent = true } = this.#kill;
    if (at !== 'fetch' || this.#left <= 0) return null;
    this.#left -= wave;
    if (this.#left > 0) return null;
    return wave + this.#left - (sent ? 0 : 1);
  }
}
