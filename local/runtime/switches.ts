// Behaviours of Google that no source confirms, each switchable, with the default the runtime assumes. Cited: sections of the Apps Script reference.

export interface Switches {
  /** Rows of a 1-D array returned by a custom function: one column, or refused (section 4.2, "1-D arrays: UNCONFIRMED"). */
  readonly oneDimensionalResult: 'column' | 'row';
  /** `google.script.run` reaches `var f = () =>` too (section 3.3: UNCONFIRMED; the documented rule is "declared at the top level"). */
  readonly sidebarCallsVariables: boolean;
  /** Network timeout of UrlFetchApp in ms: measured 60 s, documented 360 s (section 1). */
  readonly fetchTimeoutMs: number;
  /** Cost of an unmuted body excerpt: characters of the body quoted in `Request failed for` (section 2.2, "examples ~100-200 chars"). */
  readonly truncatedBodyLength: number;
  /** `Utilities.sleep` longest single call in ms (section 1: UNCONFIRMED, from an older reference text). */
  readonly longestSleepMs: number;
  /** A setter of a user property in a custom function: refused or silently kept (section 4.3: "editors cannot set user properties"). */
  readonly customFunctionWritesProperties: boolean;
  /** Hours that `everyHours` accepts (section 8: "others reportedly throw"); null = any positive number. */
  readonly everyHours: readonly number[] | null;
  /** Whether the signed-in person's address is hidden in simple triggers (section 8, Session: `''` in many trigger contexts). */
  readonly hidesUserInSimpleTriggers: boolean;
  /** Locks rest at the end of an execution only, or count nested calls (section 8: not counted, reported). */
  readonly countsLocks: boolean;
  /** Whether the end of the time is an exception that `catch` and `finally` of the script see (section 2.2: "cannot be caught (UNCONFIRMED that no `finally` runs)"). */
  readonly catchableTimeout: boolean;
  /** Unflushed writes of a run whose time is used up (section 5.2 says that a run's end applies them, not what a dead run's end does). */
  readonly unflushedAtTimeout: 'kept' | 'lost';
}

/** The assumptions in force unless a caller switches one. */
export const defaultSwitches: Switches = {
  oneDimensionalResult: 'column',
  sidebarCallsVariables: false,
  fetchTimeoutMs: 60_000,
  truncatedBodyLength: 200,
  longestSleepMs: 300_000,
  customFunctionWritesProperties: false,
  everyHours: null,
  hidesUserInSimpleTriggers: true,
  countsLocks: false,
  catchableTimeout: false,
  unflushedAtTimeout: 'lost',
};
