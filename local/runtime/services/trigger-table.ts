// The installable triggers of the open file, by id: what stays of them between executions. It knows no rule of who may create one.
import type { SavedTrigger } from '../state';

/** The installable triggers of the file, by id. */
export class TriggerTable {
  readonly #triggers: Map<string, SavedTrigger>;
  #last: number;

  constructor(saved: readonly SavedTrigger[] = []) {
    this.#triggers = new Map(saved.map((trigger) => [trigger.id, trigger]));
    this.#last = saved.reduce((last, { id }) => Math.max(last, Number(id)), 1_000_000_000);
  }

  all(): SavedTrigger[] {
    return [...this.#triggers.values()];
  }

  get(id: string): SavedTrigger | undefined {
    return this.#triggers.get(id);
  }

  add(trigger: Omit<SavedTrigger, 'id'>): SavedTrigger {
    this.#last += 1;
    const made = { ...trigger, id: String(this.#last) };
    this.#triggers.set(made.id, made);
    return made;
  }

  remove(id: string): void {
    this.#triggers.delete(id);
  }

  /** Sets when a clock trigger fires next; null keeps a spent one-shot listed. */
  schedule(id: string, nextRun: number | null): void {
    const trigger = this.#triggers.get(id);
    if (trigger !== undefined) this.#triggers.set(id, { ...trigger, nextRun });
  }
}
