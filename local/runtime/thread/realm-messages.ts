// What the runtime's thread and the thread of an interleaved execution tell each other. Values are packed by packed-values.ts.
import type { PortEnd } from '../blocking-port';
import type { WrappedScript } from '../loaded-script';
import type { Entry } from '../realm-entry';
import type { Switches } from '../switches';
import type { Packed } from './packed-values';

/** What the thread of an execution is started with. */
export interface RealmJob {
  readonly end: PortEnd;
  readonly script: WrappedScript;
  readonly cachedCode: Buffer;
  readonly entry: Entry;
  readonly args: Packed;
  readonly globals: Packed;
  readonly zone: string;
  readonly switches: Switches;
  readonly now: number;
}

/** What the script wants. */
export type ScriptSays =
  | { readonly kind: 'invoke'; readonly service: Packed; readonly name: string; readonly args: Packed }
  | { readonly kind: 'read'; readonly service: Packed; readonly name: string }
  | { readonly kind: 'log'; readonly level: string; readonly line: string }
  /** The text of a template, or why there is none: `failure` is what the script is told. */
  | { readonly kind: 'template'; readonly text: string; readonly failure: Failure | null }
  | { readonly kind: 'end'; readonly value: unknown; readonly failure: EndFailure | null };

export interface Failure {
  readonly name: string;
  readonly message: string;
}

/** How an execution failed: by an error of the script, or because its real time was used up. */
export interface EndFailure extends Failure {
  readonly stack: string;
  readonly isTimeout: boolean;
}

/** What it gets. */
export type ScriptHears =
  | { readonly kind: 'answer'; readonly now: number; readonly value: Packed }
  | { readonly kind: 'failure'; readonly now: number; readonly failure: Failure; readonly isOver: boolean }
  /** A template is to be evaluated before the answer comes. */
  | { readonly kind: 'template'; readonly now: number; readonly code: string; readonly service: Packed };
