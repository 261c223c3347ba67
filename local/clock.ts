// The one clock of the local stand-ins: the portal and the Apps Script runtime may share it. Times are UTC milliseconds.

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Lets time pass: a manual clock jumps, a running clock is told how long the caller waits for real (no-op). */
  advance(ms: number): void;
}

/** A clock that stands still until it is told to move: tests and headless runs in one process. */
export function manualClock(start: number): Clock {
  let now = start;
  return {
    now: () => now,
    advance: (ms) => {
      now += ms;
    },
  };
}

/** A clock that starts at the given moment and runs with real time; `advance` skips ahead in addition. */
export function runningClock(start: number = Date.now()): Clock {
  let offset = start - Date.now();
  return {
    now: () => Date.now() + offset,
    advance: (ms) => {
      offset += ms;
    },
  };
}
