// Several executions of one file at a time, one step of one of them after another, in the order a schedule gives. It knows neither threads nor services.
import type { Clock } from '../clock';

/**
 * Who makes the next step: a list of positions, or a choice among those that can. A name in the list that cannot go on (it has ended, sleeps, waits for a lock) is
 * passed over; behind the end of the list the first that can goes on.
 */
export type Schedule = readonly number[] | ((ready: readonly number[]) => number);

/** An execution that goes on step by step: a step is one service call, or its end. */
export interface Participant {
  readonly hasEnded: boolean;
  /** While it waits: until when at the latest, and for what; null = it can go on. */
  readonly waits: { readonly until: number; readonly isReady: () => boolean } | null;
  step(): void;
}

/** Runs all participants to their ends. When everybody waits, the clock goes on to the first whose waiting ends. */
export function interleave(participants: readonly Participant[], schedule: Schedule, clock: Clock): void {
  const next = chooser(schedule);
  for (;;) {
    const open = participants.filter(({ hasEnded }) => !hasEnded);
    if (open.length === 0) return;
    const ready = open.filter(({ waits }) => waits === null || waits.until <= clock.now() || waits.isReady());
    if (ready.length === 0) clock.advance(Math.min(...open.map(({ waits }) => waits?.until ?? 0)) - clock.now());
    else participants[next(ready.map((one) => participants.indexOf(one)))]?.step();
  }
}

function chooser(schedule: Schedule): (ready: readonly number[]) => number {
  if (typeof schedule === 'function') {
    return (ready) => {
      const chosen = schedule(ready);
      if (!ready.includes(chosen)) throw new Error(`The schedule chose ${chosen}, which cannot go on: ${ready.join(', ')} can.`);
      return chosen;
    };
  }
  let at = 0;
  return (ready) => {
    while (at < schedule.length) {
      const named = schedule[at] ?? -1;
      at += 1;
      if (ready.includes(named)) return named;
    }
    return ready[0] ?? -1;
  };
}
