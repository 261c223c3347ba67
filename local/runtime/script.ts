// The project's code made ready to run: parsed once, compiled once, evaluated afresh in every execution. It knows no service.
import { createHash } from 'node:crypto';
import { createContext, runInContext } from 'node:vm';
import { cellFunctions } from './callable';
import { lackingGlobals } from './language';
import { type LoadedScript, loadScript } from './loaded-script';
import type { Switches } from './switches';
import { PushError, parseScript } from './syntax';

/** The name under which the wrapped code finds the realm's `alive`: it throws on when the run is dead. */
const alive = '$alive$';
/** And its `link`, which is told how to put the script's names on the global object. */
const link = '$link$';
const reserved = new Set(['globalThis', 'eval', 'undefined', 'arguments']);
const builtIns: readonly string[] = (
  runInContext('Object.getOwnPropertyNames(globalThis)', createContext(Object.create(null) as object)) as string[]
).filter((name) => !reserved.has(name));
/** The bound the reference advises where no figure is published (1). */
const advisedScriptBytes = 1024 * 1024;
const compiled = new Map<string, ProjectScript>();

export interface ProjectScript extends LoadedScript {
  /** Names of the functions offered to cells. */
  readonly cellFunctions: readonly string[];
}

/**
 * Compiles the code. The text is wrapped into a function whose parameters are the globals, because a lookup of a global in a vm context is a hundred times slower
 * than a parameter's; top-level functions and `var`s are also properties of the global object, so that what a bundle puts there in their place is what is called (3.3):
 * from the start when the code may look there, else when code made of text does, because a bundle has thousands of them and an execution begins with this.
 * Every `catch` and `finally` begins with `alive()`, because nothing of a killed run may run (2.2). Throws PushError where a push would fail.
 */
export function compileScript(code: string, services: readonly string[], switches: Switches): ProjectScript {
  if (switches.advisedSizesHold && Buffer.byteLength(code) > advisedScriptBytes) throw new PushError('The script is larger than 1 MB.');
  const lacking = lackingGlobals(switches);
  const grammar = JSON.stringify([lacking, switches.acceptsNewerSyntax, switches.acceptsBigIntLiterals, switches.acceptsNewerRegex]);
  const key = [services.join(), grammar, code].join('\0');
  const known = compiled.get(key);
  if (known !== undefined) return known;
  const hash = createHash('sha256').update(key).digest('hex');
  const { topLevel, handlers, looksAtGlobal } = parseScript(code, switches);
  const globals = [...new Set([...builtIns, 'console', ...services])].filter((name) => !lacking.includes(name));
  const names = [...new Set([...topLevel.functions, ...topLevel.functionVariables, ...topLevel.others])];
  const linked = [...topLevel.functions, ...topLevel.vars].map(
    (name) => `${JSON.stringify(name)}:{get(){return ${name}},set($${name}){${name}=$${name}},enumerable:true,configurable:true}`,
  );
  const linking = `${link}(function(){return {${linked.join()}}},${String(looksAtGlobal)});`;
  const head = `(function(${[...globals, alive, link].join(',')}){return function(globalThis){${topLevel.strict ? "'use strict';" : ''}${linking}`;
  const find = names.map((name) => `case ${JSON.stringify(name)}:return ${name};`).join('');
  const tail = `\n;return function(name){switch(name){${find}}}}})`;
  const source = head + guarded(code, handlers) + tail;
  const loaded = loadScript({
    topLevel,
    source,
    columnOffset: -head.length,
    globals,
    hash,
    usesPromises: /\basync\b|\bPromise\b/.test(code),
  });
  const made = { ...loaded, cellFunctions: cellFunctions(code, topLevel.functions) };
  if (compiled.size >= 16) compiled.delete([...compiled.keys()][0] ?? '');
  compiled.set(key, made);
  return made;
}

/** The code with a guard at the beginning of every block that could run after the end. */
function guarded(code: string, handlers: readonly number[]): string {
  let done = 0;
  const parts = handlers.map((at) => {
    const part = code.slice(done, at);
    done = at;
    return part;
  });
  return [...parts, code.slice(done)].join(`${alive}();`);
}
