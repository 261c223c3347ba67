// The one call that an execution is made of, in whatever thread its realm lives: which names may be called, and how values go in and out
// (apps-script reference, 3.3, 7).
import { hostCopy, pageResult } from './google-script-run';
import type { LoadedScript } from './loaded-script';
import { type Realm, type RealmValue, ScriptError } from './realm';

/** What to call. */
export interface Entry {
  readonly functionName: string;
  /** Which names may be called. */
  readonly names: 'declared' | 'variables';
  /** Whether the answer obeys the rules of google.script.run. */
  readonly answers: 'page' | 'host';
  /** Real-time limit of the execution, ms. */
  readonly timeoutMs: number;
}

/** Calls the function in its realm and answers a host copy of its value; throws ScriptError, or TimeExceeded on the watchdog. */
export function runEntry(realm: Realm, script: LoadedScript, entry: Entry, args: readonly unknown[]): unknown {
  const value = realm.execute(
    script,
    () => {
      const target = targetOf(realm, script, entry);
      return realm.call(
        target,
        args.map((one) => realm.toRealm(one)),
      );
    },
    entry.timeoutMs,
  );
  return entry.answers === 'page' ? pageResult(value) : hostCopy(value);
}

function targetOf(
  realm: Realm,
  script: LoadedScript,
  { functionName, names }: Entry,
): { readonly value: RealmValue; readonly owner: RealmValue } {
  const { functions, functionVariables, others } = script.topLevel;
  const first = functionName.split('.')[0] ?? '';
  const isMember = functionName.includes('.');
  const known =
    functions.includes(functionName) ||
    (names === 'variables' &&
      (functionVariables.includes(functionName) || (isMember && [...others, ...functionVariables, ...functions].includes(first))));
  const target = known && !functionName.endsWith('_') ? realm.find(functionName) : undefined;
  if (typeof target?.value !== 'function') throw new ScriptError('Exception', `Script function not found: ${functionName}`, '');
  return target;
}
