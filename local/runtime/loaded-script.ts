// A project's code wrapped for realms, and compiled in this thread; script.ts wraps it. It parses nothing, so that worker threads need no parser.
import { Script } from 'node:vm';
import type { TopLevel } from './syntax';

/** The project's code as one expression; may cross to another thread. */
export interface WrappedScript {
  readonly topLevel: TopLevel;
  /** Evaluates, in a realm, to `(...globals, alive, link) => (globalThis) => find`, where `find(name)` answers a top-level value. */
  readonly source: string;
  /** Where the project's first line stands in the first line of `source`. */
  readonly columnOffset: number;
  /** Names of the globals that it expects, in order. */
  readonly globals: readonly string[];
  /** Identifies the code. */
  readonly hash: string;
  /** Whether promises may be rejected unheard; Apps Script says nothing then (apps-script reference, 3.3). */
  readonly usesPromises: boolean;
}

export interface LoadedScript extends WrappedScript {
  readonly script: Script;
}

/** Compiles for this thread; `cachedData` is what `createCachedData` of another thread's script gave. */
export function loadScript(wrapped: WrappedScript, cachedData?: Buffer): LoadedScript {
  const script = new Script(wrapped.source, {
    filename: 'Code.gs',
    columnOffset: wrapped.columnOffset,
    ...(cachedData === undefined ? {} : { cachedData }),
  });
  return { ...wrapped, script };
}
