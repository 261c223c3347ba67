// The project's code made ready to run: parsed once, compiled once, evaluated afresh in every execution. It knows no service.
import { createHash } from 'node:crypto';
import { createContext, runInContext, Script } from 'node:vm';
import { lackingGlobals } from './language';
import type { Switches } from './switches';
import { PushError, parseScript, type TopLevel } from './syntax';

export interface CompiledScript {
  readonly topLevel: TopLevel;
  /** Evaluates, in a realm, to `(...globals) => (globalThis) => find`, where `find(name)` answers a top-level value. */
  readonly script: Script;
  /** Names of the globals that `script` expects, in order. */
  readonly globals: readonly string[];
  /** Identifies the code. */
  readonly hash: string;
  /** Whether promises may be rejected unheard; Apps Script says nothing then (apps-script reference, 3.3). */
  readonly usesPromises: boolean;
}

const reserved = new Set(['globalThis', 'eval', 'undefined', 'arguments']);
const builtIns: readonly string[] = (
  runInContext('Object.getOwnPropertyNames(globalThis)', createContext(Object.create(null) as object)) as string[]
).filter((name) => !reserved.has(name));
/** The bound the reference advises where no figure is published (1). */
const advisedScriptBytes = 1024 * 1024;
const compiled = new Map<string, CompiledScript>();

/**
 * Compiles the code. The text is wrapped into a function whose parameters are the globals, because a lookup of a global in a vm context is a hundred times slower
 * than a parameter's; top-level functions and `var`s are also properties of the global object, so that what a bundle puts there in their place is what is called (apps-script reference, 3.3). Throws PushError where a push would fail.
 */
export function compileScript(code: string, services: readonly string[], switches: Switches): CompiledScript {
  if (switches.advisedSizesHold && Buffer.byteLength(code) > advisedScriptBytes) throw new PushError('The script is larger than 1 MB.');
  const lacking = lackingGlobals(switches);
  const grammar = JSON.stringify([lacking, switches.acceptsNewerSyntax, switches.acceptsBigIntLiterals, switches.acceptsNewerRegex]);
  const hash = createHash('sha256').update(services.join()).update('\0').update(grammar).update('\0').update(code).digest('hex');
  const known = compiled.get(hash);
  if (known !== undefined) return known;
  const topLevel = parseScript(code, switches);
  const globals = [...new Set([...builtIns, 'console', ...services])].filter((name) => !lacking.includes(name));
  const names = [...new Set([...topLevel.functions, ...topLevel.functionVariables, ...topLevel.others])];
  const linked = [...topLevel.functions, ...topLevel.vars].map(
    (name) => `${JSON.stringify(name)}:{get(){return ${name}},set($${name}){${name}=$${name}},enumerable:true,configurable:true}`,
  );
  const head = `(function(${globals.join(',')}){return function(globalThis){${topLevel.strict ? "'use strict';" : ''}Object.defineProperties(globalThis,{${linked.join()}});`;
  const find = names.map((name) => `case ${JSON.stringify(name)}:return ${name};`).join('');
  const tail = `\n;return function(name){switch(name){${find}}}}})`;
  const script = new Script(head + code + tail, { filename: 'Code.gs', columnOffset: -head.length });
  const made = { topLevel, script, globals, hash, usesPromises: /\basync\b|\bPromise\b/.test(code) };
  if (compiled.size >= 16) compiled.delete([...compiled.keys()][0] ?? '');
  compiled.set(hash, made);
  return made;
}
