// What callers of the local Apps Script runtime hold: options in, a Runtime out. Types only; runtime.ts makes one.
import type { Clock } from '../clock';
import type { Consent } from './authorisation';
import type { Fault } from './faults';
import type { Schedule } from './interleaving';
import type { Kill } from './kill';
import type { ScriptProject } from './project';
import type { ParallelLimits } from './running-executions';
import type { Answer, MenuTree, Question, UiEvent } from './screen';
import type { Mail } from './services/mail';
import type { CustomFunctionResult } from './spreadsheet/contract';
import type { Workbook } from './spreadsheet/workbook';
import type { SavedState } from './state';
import type { Switches } from './switches';
import type { Transport } from './transport';

export interface RuntimeOptions extends Consent {
  readonly project: ScriptProject;
  readonly clock: Clock;
  readonly transport: Transport;
  /** The spreadsheet's locale; default `ru_RU`. */
  readonly locale?: 'ru_RU' | 'en_US';
  /** The person's language as `Session.getActiveUserLocale()` answers it; default by `locale`. */
  readonly userLocale?: string;
  /** The spreadsheet's time zone (IANA); default: the manifest's. The script's zone is always the manifest's. */
  readonly timeZone?: string;
  /** Container-bound script or installed Editor add-on (apps-script reference, 6); default `bound`. */
  readonly home?: 'bound' | 'addon';
  /** Who opens the file, and is at the keyboard unless a call names somebody else; the owner of a file that is fresh. */
  readonly user?: { readonly email: string };
  /** Whose daily quotas count (reference, 1); default `consumer`. */
  readonly account?: 'consumer' | 'workspace';
  /** What `save()` gave earlier. */
  readonly state?: SavedState;
  /** Passed on to the workbook's engine (transport, client), so that a page can follow the file. */
  readonly modelConfig?: Readonly<Record<string, unknown>>;
  readonly switches?: Partial<Switches>;
  /** How many executions may run and start at a time. */
  readonly limits?: Partial<ParallelLimits>;
  /** The built thread/realm-worker, in which interleaved executions run. */
  readonly realmWorker?: string;
  /** Trouble of Google's own, planted into service calls: `[{ call: 'SpreadsheetApp.Range.setValues', nth: 3, error: 'timed-out' }]` (faults.ts). */
  readonly faults?: readonly Fault[];
  /** Hosts a Workspace administrator lets scripts reach, `*.` for sub-domains (reference, 2.2 and 6); default: no such list. */
  readonly adminAllowlist?: readonly string[];
  /** Answers to alerts and prompts; default presses the affirmative button. */
  readonly answer?: (question: Question) => Answer;
  /** Real-time limit of one execution in ms, against endless loops that call no service; default 360,000. */
  readonly watchdogMs?: number;
  /**
   * `virtual` (default): costs of service calls, sleeps and waits move the clock at once. `real`: the clock runs by itself, sleeps are waited for, and a call
   * takes what it takes here; for a portal that is reached over HTTP.
   */
  readonly time?: 'virtual' | 'real';
  /** The add-on's name in the Extensions menu; default `Add-on`. */
  readonly addonName?: string;
  /** Receives console and Logger lines; default drops them. */
  readonly log?: (level: string, line: string) => void;
}

/** Who starts an execution: decides auth mode, UI, time budget and the value rules. */
export type Caller = 'menu' | 'sidebar' | 'trigger' | 'editor';

/** Who is at the keyboard. */
export interface Person {
  /** E-mail; default whoever opened the file. */
  readonly user?: string;
}

/** How a function of the script is called. */
export interface RunOptions extends Person {
  readonly as?: Caller;
  /** Where the run dies; the caller gets `Exceeded maximum execution time`. */
  readonly kill?: Kill;
}

/** One of several executions at a time. */
export interface InterleavedRun extends RunOptions {
  readonly functionName: string;
  readonly args?: readonly unknown[];
}

/** How an interleaved execution ended; `error` is `name: message`. */
export type InterleavedOutcome = { readonly value: unknown } | { readonly error: string };

/** One installable trigger as a person would see it in the list. */
export interface TriggerInfo {
  readonly id: string;
  readonly functionName: string;
  readonly eventType: string;
  /** When a clock trigger fires next (UTC ms), null when it will not fire again. */
  readonly nextRun: number | null;
}

/** How a trigger run ended. */
export interface TriggerRun {
  readonly id: string;
  readonly functionName: string;
  readonly error: string | null;
}

/** A run that failed where nobody waited for its answer: simple triggers, installed triggers. */
export interface ExecutionFailure {
  readonly functionName: string;
  readonly error: string;
}

/** Counters of what scripts did, over the life of this Runtime. */
export interface RuntimeStats {
  executions: number;
  /** Service calls of scripts: what the kill switch counts. */
  serviceCalls: number;
  customFunctionCalls: number;
  customFunctionHits: number;
  urlFetchCalls: number;
  /** Virtual cost charged by name (costs.ts), ms. */
  readonly charged: Record<string, number>;
  /** Bytes of cache values read and number of cache reads. */
  cacheReads: number;
  cacheBytesRead: number;
}

/** A local Google: one open spreadsheet with the script project attached to it. */
export interface Runtime {
  readonly spreadsheet: Workbook;
  /** Opens the file as a person does: runs `onOpen` in the auth mode Google would (bound: LIMITED; add-on not yet used in this file: NONE). */
  open(who?: Person): void;
  /** A person installs the add-on from inside the editor: runs `onInstall` in FULL (reference, 6); installing on the website runs nothing. */
  install(who?: Person): void;
  /** Calls a function of the script. A failed run throws a host Error with the script's message (and its `name`). `sidebar` obeys the google.script.run value rules. */
  run(functionName: string, args?: readonly unknown[], options?: RunOptions): unknown;
  /**
   * Runs several executions of the file at a time. Each goes on by one service call, or to its end, when the schedule names it; sleeping and waiting for a lock let
   * the others go on. One clock: a call takes its time for everybody. Needs a clock that moves only when told.
   */
  interleave(runs: readonly InterleavedRun[], schedule: Schedule): InterleavedOutcome[];
  /** Arms the kill switch for the next execution to begin, of that function if one is named: triggers, cells, whoever calls it. */
  killNextRun(kill: Kill, functionName?: string): void;
  /** A person types into a cell (USER_ENTERED); fires the simple `onEdit` and installable edit triggers. */
  edit(sheetName: string, a1: string, text: string, who?: Person): void;
  /** A person pastes a block of texts whose upper left cell is `a1`; one `onEdit` for the block. */
  paste(sheetName: string, a1: string, rows: readonly (readonly string[])[], who?: Person): void;
  /** The value of a formula without leaving a trace in the workbook: a scalar, a Date, or 2-D for a spill; or the error with its note. */
  evaluate(formula: string): { readonly value: unknown } | { readonly error: string; readonly message: string };
  /** A person's browser asks for `/macros/d/<script id>/usercallback?<query>`: answers the HTML of the page that Google shows. */
  userCallback(query: string, who?: Person): string;
  menus(): readonly MenuTree[];
  /** Everything shown so far, oldest first; the page takes what it has displayed by `splice`. */
  readonly uiEvents: UiEvent[];
  triggers(): readonly TriggerInfo[];
  /** Fires every clock trigger whose time has come, once each. A failing trigger does not stop the others. */
  fireDueTriggers(): TriggerRun[];
  save(): SavedState;
  /** Mails sent, oldest first. */
  readonly outbox: readonly Mail[];
  /** Failures of triggers, oldest first; Google shows them under Executions only. */
  readonly failures: readonly ExecutionFailure[];
  readonly stats: RuntimeStats;
  /** Names callable from cells, as declared at top level. */
  readonly functionNames: readonly string[];
  /** A custom function as a cell calls it, from the kept results or by a run: the page's cells are answered by it. */
  callFromCell(name: string, args: readonly unknown[]): CustomFunctionResult;
  /** Empties the custom function result cache (debugging; Google has no such button). */
  clearFunctionCache(): void;
}
