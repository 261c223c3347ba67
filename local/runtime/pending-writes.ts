// Writes of a run that Google holds back until a flush, a read or the end of the run (apps-script reference, 5.2). It knows no cell: a write is a step to do later.

/** The buffer of one execution, in the order of the calls. */
export class PendingWrites {
  #steps: (() => void)[] = [];

  get isEmpty(): boolean {
    return this.#steps.length === 0;
  }

  /** Keeps a write for later. */
  defer(step: () => void): void {
    this.#steps.push(step);
  }

  /** Does what waits, in order; a step that throws ends it and the rest is lost. */
  apply(): void {
    const steps = this.#steps;
    this.#steps = [];
    for (const step of steps) step();
  }

  /** Forgets what waits: the run was killed before Google had taken it over. */
  drop(): void {
    this.#steps = [];
  }
}
