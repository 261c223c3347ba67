// Behaviours of Google that no source confirms, each switchable, with the default the runtime assumes and the other settings worth a test.
// Cited: sections of the Apps Script reference.

export interface Switches {
  /** Network timeout of UrlFetchApp in ms: measured 60 s, documented 360 s (section 1). */
  readonly fetchTimeoutMs: number;
  /** Longest URL: 2,082 characters as documented, or the 2,048 at which users hit the limit (section 1). */
  readonly longestUrl: number;
  /** `Utilities.sleep` longest single call in ms (section 1: UNCONFIRMED, from an older reference text). */
  readonly longestSleepMs: number;
  /** A script above 1 MB, a page above 500 KB and a payload of `google.script.run` above 5 MB are refused (section 1: no figure found, these are the advised bounds). */
  readonly advisedSizesHold: boolean;
  /** `e instanceof Error` for errors of services (section 2.1: UNCONFIRMED). */
  readonly exceptionsAreErrors: boolean;
  /** Characters of the body quoted in `Request failed for` (section 2.2, "examples ~100-200 chars"). */
  readonly truncatedBodyLength: number;
  /** Error texts whose wording is UNCONFIRMED (section 2.2) read as the reference assumes; otherwise in other words, so that nobody leans on them. */
  readonly textsAsAssumed: boolean;
  /** The `Intl` object (section 3.1: UNCONFIRMED). */
  readonly hasIntl: boolean;
  /** Library methods after ES2019: `replaceAll`, `at()`, `Object.groupBy`, … (section 3.2: UNCONFIRMED). */
  readonly hasNewerMethods: boolean;
  /** Logical assignment, numeric separators, the regex flags `d` and `v` (section 3.2: UNCONFIRMED). */
  readonly acceptsNewerSyntax: boolean;
  /** The literal `1n` (section 3.1: UNCONFIRMED through the parser). */
  readonly acceptsBigIntLiterals: boolean;
  /** Regex lookbehind, named groups and the flags `u`, `s`, `y` (section 3.2: "no report against", UNCONFIRMED). */
  readonly acceptsNewerRegex: boolean;
  /** `google.script.run` reaches `var f = () =>` too (section 3.3: UNCONFIRMED; the documented rule is "declared at the top level"). */
  readonly sidebarCallsVariables: boolean;
  /** Menus and triggers reach `globalThis.f = …` (section 3.3: "reported unreliable, UNCONFIRMED"). */
  readonly callsGlobalAssignments: boolean;
  /** `onOpen` and `onEdit` may be `var onOpen = () =>` (section 3.3: UNCONFIRMED). */
  readonly simpleTriggersInVariables: boolean;
  /** A cell waits for an async custom function; otherwise the promise is an object, which no cell holds (section 3.3: UNCONFIRMED). */
  readonly awaitsCustomFunctions: boolean;
  /** An async entry that rejects ends without a word, as unhandled rejections do (section 3.3: "silent"); otherwise its run fails. */
  readonly asyncEntriesFailSilently: boolean;
  /** A 1-D array returned by a custom function: one column, or one row (section 4.2, "1-D arrays: UNCONFIRMED"). */
  readonly oneDimensionalResult: 'column' | 'row';
  /** Rows of different length returned by a custom function: padded, or an error (section 4.2: UNCONFIRMED). */
  readonly raggedResult: 'padded' | 'refused';
  /** `null` or `undefined` returned by a custom function: an empty cell, or an error (section 4.2: UNCONFIRMED). */
  readonly nullResult: 'empty' | 'refused';
  /** Text beginning with `=` returned by a custom function: stays text, or an error (section 4.2: UNCONFIRMED). */
  readonly formulaTextResult: 'text' | 'refused';
  /** A setter of a user property in a custom function: refused or silently kept (section 4.3: "editors cannot set user properties"). */
  readonly customFunctionWritesProperties: boolean;
  /** Answers of custom functions are kept by name and arguments; otherwise every recalculation calls again (section 4.4: "opposite reports"). */
  readonly keepsFunctionResults: boolean;
  /** `createAddonMenu()` of a bound script shows a menu (section 6: UNCONFIRMED). */
  readonly boundScriptHasAddonMenu: boolean;
  /** `Session.getActiveUserLocale` needs the scope `script.locale` (section 6: "not required in Editor add-ons (UNCONFIRMED)"). */
  readonly localeNeedsScope: boolean;
  /** A server's answer that holds a Date: null for the whole value (several reports), or a failed request (the guide) (section 7). */
  readonly dateResult: 'null' | 'failure';
  /** Time in an open alert or prompt counts towards the 6 minutes (section 7: UNCONFIRMED). */
  readonly alertTimeCounts: boolean;
  /** Hours that `everyHours` accepts (section 8: "others reportedly throw"); null = any positive number. */
  readonly everyHours: readonly number[] | null;
  /** A published add-on may set a one-shot for a moment within the hour (section 0.1: "never more often than hourly", silent about one-shots). */
  readonly addonOneShots: boolean;
  /** Whether the active user's address is hidden in triggers (section 8, Session: `''` in many trigger contexts). */
  readonly hidesUserInTriggers: boolean;
  /** What hides the active user: an empty address, or a refusal (sections 2.2 and 4.3: "blank/refused"). */
  readonly hiddenUser: 'blank' | 'refused';
  /** A payload without a method is sent as POST (section 8: reported, UNCONFIRMED). */
  readonly payloadImpliesPost: boolean;
  /** An option of a fetch that Google does not know is refused (the reference is silent; refusing shows misspelt options). */
  readonly refusesUnknownFetchOptions: boolean;
  /** Charset of texts given to `base64Encode` and digests without one (section 8: "not stated: pass UTF_8"). */
  readonly defaultCharset: 'UTF_8' | 'US_ASCII';
  /** `ungzip` needs the content type `application/x-gzip` (section 8: reported). */
  readonly ungzipNeedsContentType: boolean;
  /** Locks rest at the end of an execution only, or count nested calls (section 8: not counted, reported). */
  readonly countsLocks: boolean;
  /** The run of `usercallback` knows the open file (section 11 is silent; in an add-on nobody tells it which file was meant). */
  readonly fileInCallback: boolean;
  /** Whether the end of the time is an exception that `catch` and `finally` of the script see (section 2.2: "cannot be caught (UNCONFIRMED that no `finally` runs)"). */
  readonly catchableTimeout: boolean;
  /** Unflushed writes of a run whose time is used up (section 5.2 says that a run's end applies them, not what a dead run's end does). */
  readonly unflushedAtTimeout: 'kept' | 'lost';
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
  fetchTimeoutMs: 60_000,
  longestUrl: 2082,
  longestSleepMs: 300_000,
  advisedSizesHold: false,
  exceptionsAreErrors: true,
  truncatedBodyLength: 200,
  textsAsAssumed: true,
  hasIntl: false,
  hasNewerMethods: false,
  acceptsNewerSyntax: false,
  acceptsBigIntLiterals: false,
  acceptsNewerRegex: true,
  sidebarCallsVariables: false,
  callsGlobalAssignments: false,
  simpleTriggersInVariables: false,
  awaitsCustomFunctions: false,
  asyncEntriesFailSilently: true,
  oneDimensionalResult: 'column',
  raggedResult: 'padded',
  nullResult: 'empty',
  formulaTextResult: 'text',
  customFunctionWritesProperties: false,
  keepsFunctionResults: true,
  boundScriptHasAddonMenu: true,
  localeNeedsScope: false,
  dateResult: 'null',
  alertTimeCounts: true,
  everyHours: null,
  addonOneShots: true,
  hidesUserInTriggers: true,
  hiddenUser: 'blank',
  payloadImpliesPost: true,
  refusesUnknownFetchOptions: true,
  defaultCharset: 'UTF_8',
  ungzipNeedsContentType: true,
  countsLocks: false,
  fileInCallback: true,
  catchableTimeout: false,
  unflushedAtTimeout: 'lost',
  formulaInTextCell: 'text',
  formulaSyntax: 'locale',
  nonFiniteNumbers: 'error',
  objectsInCells: 'java',
  refusesProtectedAtOnce: true,
  errorArguments: 'text',
};

/** Names of the switches that are not just on or off. */
type Chosen = { readonly [Name in keyof Switches]-?: Switches[Name] extends boolean ? never : Name }[keyof Switches];

/** The settings of these beside their default; the compiler asks for those of a new switch. */
const otherChoices: { readonly [Name in Chosen]: readonly Switches[Name][] } = {
  fetchTimeoutMs: [360_000],
  longestUrl: [2048],
  longestSleepMs: [Number.POSITIVE_INFINITY],
  truncatedBodyLength: [100],
  oneDimensionalResult: ['row'],
  raggedResult: ['refused'],
  nullResult: ['refused'],
  formulaTextResult: ['refused'],
  dateResult: ['failure'],
  everyHours: [[1, 2, 4, 6, 8, 12]],
  hiddenUser: ['refused'],
  defaultCharset: ['US_ASCII'],
  unflushedAtTimeout: ['kept'],
  formulaInTextCell: ['formula'],
  formulaSyntax: ['english'],
  nonFiniteNumbers: ['text'],
  objectsInCells: ['refused'],
  errorArguments: ['notCalled'],
};

/** Every other setting of every switch, one at a time, so that a test can run under each. */
export function otherSettings(): (readonly [name: keyof Switches, switches: Partial<Switches>])[] {
  return (Object.keys(defaultSwitches) as (keyof Switches)[]).flatMap((name) => {
    const usual = defaultSwitches[name];
    const others = typeof usual === 'boolean' ? [!usual] : otherChoices[name as Chosen];
    return others.map((value) => [name, { [name]: value }] as const);
  });
}

/** An error text of unconfirmed wording: as the reference assumes, or in other words when the switch says so. */
export const ifAssumed = ({ textsAsAssumed }: Switches, assumed: string, otherwise: string): string =>
  textsAsAssumed ? assumed : otherwise;
