// Time that passes only when everybody waits: timers and `Date.now()` of this process on a clock of ours, so that a program that minds a limit of two requests a
// second for a quarter of an hour is measured at once. What the program computes takes no time.
import type { Clock } from '../../local/clock';

interface Timer {
  readonly at: number;
  readonly run: () => void;
}

/** Runs the work to its end on the clock; throws when it waits for nothing that will come. Only promises and timers: no real network. */
export async function inVirtualTime<T>(clock: Clock, work: () => Promise<T>): Promise<T> {
  const real = { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout, now: Date.now };
  const timers = new Set<Timer>();
  Date.now = () => clock.now();
  globalThis.setTimeout = ((run: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) => {
    const timer: Timer = { at: clock.now() + Math.max(0, ms), run: () => run(...args) };
    timers.add(timer);
    return timer;
  }) as unknown as typeof setTimeout;
  globalThis.clearTimeout = ((timer: Timer) => void timers.delete(timer)) as unknown as typeof clearTimeout;
  try {
    return await ended(clock, timers, work());
  } finally {
    Object.assign(globalThis, { setTimeout: real.setTimeout, clearTimeout: real.clearTimeout });
    Date.now = real.now;
  }
}

async function ended<T>(clock: Clock, timers: Set<Timer>, work: Promise<T>): Promise<T> {
  let isOver = false;
  const over = (): void => {
    isOver = true;
  };
  work.then(over, over);
  for (;;) {
    // All promises that can go on have gone on when the event loop comes round.
    await new Promise((resolve) => setImmediate(resolve));
    if (isOver) return work;
    const [first] = [...timers].sort((a, b) => a.at - b.at);
    if (first === undefined) throw new Error('The program waits for something that never comes.');
    timers.delete(first);
    clock.advance(Math.max(0, first.at - clock.now()));
    first.run();
  }
}
