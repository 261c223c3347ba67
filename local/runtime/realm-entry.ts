// The one call that an execution is made of, in whatever thread its realm lives: which names may be called, and how values go in and out
// (apps-script reference, 3.3, 7).
import { isPromise } from 'node:util/types';
import { type NameRule, reach } from './callable';
import { hostCopy, pageResult } from './google-script-run';
import type { LoadedScript } from './loaded-script';
import type { Realm, RealmValue } from './realm';
import { ScriptError } from './realm-errors';
import type { Switches } from './switches';

/** What to call. */
export interface Entry {
  readonly functionName: string;
  /** Which names may be called. */
  readonly names: NameRule;
  /** Whether the answer obeys the rules of google.script.run, is copied as it is, or is wanted as the service's own object (else copied). */
  readonly answers: 'page' | 'host' | 'service';
  /** Real-time limit of the execution, ms. */
  readonly timeoutMs: number;
}

/** Calls the function in its realm and answers a host copy of its value; throws ScriptError, or TimeExceeded on the watchdog. */
export function runEntry(realm: Realm, script: LoadedScript, entry: Entry, args: readonly unknown[], switches: Switches): unknown {
  const work = (): RealmValue => {
    const target = targetOf(realm, script, entry, switches);
    const value = realm.call(
      target,
      args.map((one) => realm.toRealm(one)),
    );
    // A cell takes a promise for an object, unless it waits for it (3.3).
    return entry.names === 'cell' && isPromise(value) && !switches.awaitsCustomFunctions ? realm.toRealm({}) : value;
  };
  const copy = (value: RealmValue): unknown => {
    if (entry.answers === 'page') return pageResult(value, switches);
    return (entry.answers === 'service' ? realm.serviceOf(value) : null) ?? hostCopy(value);
  };
  return realm.execute(script, work, copy, entry.timeoutMs);
}

function targetOf(
  realm: Realm,
  script: LoadedScript,
  { functionName, names }: Entry,
  switches: Switches,
): { readonly value: RealmValue; readonly owner: RealmValue } {
  const found = reach(functionName, names, script.topLevel, switches);
  const target = found === 'none' ? undefined : found === 'global' ? realm.findGlobal(functionName) : realm.find(functionName);
  if (typeof target?.value !== 'function') throw new ScriptError('Exception', `Script function not found: ${functionName}`, '');
  return target;
}
