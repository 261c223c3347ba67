// Which parts of the JavaScript library Apps Script lacks, as far as the engine here has them (apps-script reference, 3.1, 3.2). It knows no realm.
import type { Switches } from './switches';

/** Library members after ES2019, by the path of their owner; `''` is the global object. */
const newerMembers: Readonly<Record<string, readonly string[]>> = {
  '': ['AggregateError', 'FinalizationRegistry', 'Iterator', 'WeakRef'],
  Array: ['fromAsync'],
  'Array.prototype': ['at', 'findLast', 'findLastIndex', 'group', 'groupToMap', 'toReversed', 'toSorted', 'toSpliced', 'with'],
  'ArrayBuffer.prototype': ['resizable', 'maxByteLength', 'resize', 'detached', 'transfer', 'transferToFixedLength'],
  Map: ['groupBy'],
  Object: ['groupBy', 'hasOwn'],
  Promise: ['allSettled', 'any', 'try', 'withResolvers'],
  'Set.prototype': ['difference', 'intersection', 'isDisjointFrom', 'isSubsetOf', 'isSupersetOf', 'symmetricDifference', 'union'],
  // What all typed arrays share.
  'Uint8Array.prototype.__proto__': ['at', 'findLast', 'findLastIndex', 'toReversed', 'toSorted', 'with'],
  'String.prototype': ['at', 'isWellFormed', 'matchAll', 'replaceAll', 'toWellFormed'],
};

/** WebAssembly has no streaming (3.1). */
const neverThere: Readonly<Record<string, readonly string[]>> = { WebAssembly: ['compileStreaming', 'instantiateStreaming'] };

/** What to take out of a realm: owner's path and names. `BigInt` stays: the engine has it, only its literal is in doubt (3.1). */
export function lackingMembers({ hasIntl, hasNewerMethods }: Switches): (readonly [owner: string, names: readonly string[]])[] {
  return [
    ...Object.entries(neverThere),
    ...(hasIntl ? [] : [['', ['Intl']] as const]),
    ...(hasNewerMethods ? [] : Object.entries(newerMembers)),
  ];
}

/** Globals among them. */
export function lackingGlobals(switches: Switches): string[] {
  return lackingMembers(switches).flatMap(([owner, names]) => (owner === '' ? names : []));
}
