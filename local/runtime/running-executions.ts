// How many executions may run and start at a time (apps-script reference, 1, 2.2): refusals with Google's texts. It knows people, not what they run.
import type { Clock } from '../clock';
import { ServiceException } from './service';

export interface ParallelLimits {
  /** Simultaneous executions of one person: 30. */
  readonly parallelPerUser: number;
  /** Simultaneous executions of the project: 1,000. */
  readonly parallelPerProject: number;
  /** Starts of one person within a second; Google publishes no figure, so null = no limit is modelled. */
  readonly startsPerSecond: number | null;
}

/** The published limits. */
export const defaultLimits: ParallelLimits = { parallelPerUser: 30, parallelPerProject: 1000, startsPerSecond: null };

/** The executions that have begun and not ended. */
export class RunningExecutions {
  readonly #clock: Clock;
  readonly #limits: ParallelLimits;
  readonly #running = new Map<string, number>();
  readonly #starts = new Map<string, number[]>();

  constructor(clock: Clock, limits: Partial<ParallelLimits> = {}) {
    this.#clock = clock;
    this.#limits = { ...defaultLimits, ...limits };
  }

  /** Counts a beginning execution of this person in, or refuses it. */
  begin(person: string): void {
    const { parallelPerUser, parallelPerProject, startsPerSecond } = this.#limits;
    const mine = this.#running.get(person) ?? 0;
    if (mine >= parallelPerUser)
      throw new ServiceException('There are too many scripts running simultaneously for this Google user account.');
    const all = [...this.#running.values()].reduce((sum, count) => sum + count, 0);
    if (all >= parallelPerProject)
      throw new ServiceException('There are too many executions running simultaneously for this Apps Script project at this time.');
    if (startsPerSecond !== null) this.#start(person, startsPerSecond);
    this.#running.set(person, mine + 1);
  }

  end(person: string): void {
    this.#running.set(person, (this.#running.get(person) ?? 1) - 1);
  }

  #start(person: string, limit: number): void {
    const now = this.#clock.now();
    const recent = (this.#starts.get(person) ?? []).filter((moment) => moment > now - 1000);
    if (recent.length >= limit) throw new ServiceException('Script invoked too many times per second for this Google user account.');
    this.#starts.set(person, [...recent, now]);
  }
}
