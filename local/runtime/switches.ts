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
  /** `=…` written into a cell of the format `@` stays text or becomes a formula (section 5.1: UNCONFIRMED). */
  readonly formulaInTextCell: 'text' | 'formula';
  /** Syntax of `setFormula` and of formulas in rules: the file's, or always en-US (section 5.2: sources disagree). */
  readonly formulaSyntax: 'locale' | 'english';
  /** NaN and infinities written into a cell: `#NUM!`, or their JavaScript text (section 5.1: UNCONFIRMED). */
  readonly nonFiniteNumbers: 'error' | 'text';
  /** Objects written into a cell: Java's text of them, or refused (section 5.1: UNCONFIRMED). */
  readonly objectsInCells: 'java' | 'refused';
  /** A write to protected cells is refused by the call, or by the flush that applies it (section 2.2 names only the text). */
  readonly refusesProtectedAtOnce: boolean;
  /** An error cell as an argument of a custom function: its text, or the call is not made (section 4.2: UNCONFIRMED). */
  readonly errorArguments: 'text' | 'notCalled';
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
  formulaInTextCell: 'text',
  formulaSyntax: 'locale',
  nonFiniteNumbers: 'error',
  objectsInCells: 'java',
  refusesProtectedAtOnce: true,
  errorArguments: 'text',
};
