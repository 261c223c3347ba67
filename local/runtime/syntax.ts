// The parser of the script project: refuses what Apps Script refuses at push (apps-script reference, 2.2 and 3.2) and lists the top-level names.
import { parse } from 'acorn';
import { hasOwnThis, looksAtGlobal, type Tree } from './global-use';
import { defaultSwitches, type Switches } from './switches';

export interface TopLevel {
  /** Names of `function f() {}` (also async and generators): callable from everywhere. */
  readonly functions: readonly string[];
  /** Names of `var|let|const f = function | () =>`: callable by triggers and menus. */
  readonly functionVariables: readonly string[];
  /** Every other top-level `var`, `let`, `const` or `class` name. */
  readonly others: readonly string[];
  readonly vars: readonly string[];
  /** Whether the script begins with a "use strict" directive. */
  readonly strict: boolean;
}

export interface ParsedScript {
  readonly topLevel: TopLevel;
  /** Where the blocks of `catch` and `finally` begin: positions behind their brace, ascending. */
  readonly handlers: readonly number[];
  /** Whether the code may see its own names on the global object (global-use.ts). */
  readonly looksAtGlobal: boolean;
}

/** What Google answers to a push it cannot parse. */
export class PushError extends Error {
  override readonly name = 'PushError';
}

/** Parses the code as Apps Script does (ES2019 with `?.` and `??`; what is newer by switch) and answers what it found; throws PushError with Google's text. */
export function parseScript(code: string, switches: Switches = defaultSwitches, file = 'Code.gs'): ParsedScript {
  let program: Tree;
  try {
    program = parse(code, {
      ecmaVersion: 'latest',
      sourceType: 'script',
      locations: true,
      allowAwaitOutsideFunction: false,
    }) as unknown as Tree;
  } catch (error) {
    throw new PushError(parserMessage(error, code, file));
  }
  const top = topLevel(program);
  const names = new Set([...top.functions, ...top.vars]);
  const handlers: number[] = [];
  let looks = false;
  walk(program, top.strict, (node, parent, isOwn) => {
    const what = complaint(node, switches);
    if (what !== null) throw new PushError(pushText(what, node.loc?.start.line ?? 0, file));
    const block = node.type === 'CatchClause' ? node['body'] : node.type === 'TryStatement' ? node['finalizer'] : null;
    if (typeof block === 'object' && block !== null) handlers.push((block as Tree).start + 1);
    looks ||= looksAtGlobal(node, parent, isOwn, names);
  });
  return { topLevel: top, handlers: handlers.sort((a, b) => a - b), looksAtGlobal: looks };
}

/** Visits every node; however deep they lie. `isOwn`: whether `this` cannot be the global object there. */
function walk(program: Tree, strict: boolean, visit: (node: Tree, parent: Tree | null, isOwn: boolean) => void): void {
  const waiting: [node: Tree, parent: Tree | null, isOwn: boolean][] = [[program, null, false]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [node, parent, isOwn] = next;
    visit(node, parent, isOwn);
    const own = hasOwnThis(node, isOwn, strict);
    for (const key in node) {
      const value = node[key];
      if (typeof value !== 'object' || value === null) continue;
      if (Array.isArray(value)) {
        for (const item of value) if (isNode(item)) waiting.push([item, node, own]);
      } else if (isNode(value)) waiting.push([value, node, own]);
    }
  }
}

const isNode = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

function parserMessage(error: unknown, code: string, file: string): string {
  const { message, loc } = error as { message: string; loc?: { line: number } };
  const line = loc?.line ?? 0;
  const text = code.split('\n')[line - 1] ?? '';
  if (/\bawait\b/.test(text) && /Unexpected token|Unexpected identifier|await/.test(message))
    return pushText('SyntaxError: await is only valid in async functions and the top-level bodies of modules', line, file);
  if (/'import' and 'export'/.test(message)) {
    const word = /^\s*export\b/.test(text) ? "Unexpected token 'export'" : 'Cannot use import statement outside a module';
    return pushText(`SyntaxError: ${word}`, line, file);
  }
  return pushText(`SyntaxError: ${message.replace(/ \(\d+:\d+\)$/, '')}`, line, file);
}

const pushText = (what: string, line: number, file: string): string => `Syntax error: ${what} line: ${line} file: ${file}`;

/** The complaint about a node that is newer than the parser of Apps Script, or null. */
function complaint(node: Tree, switches: Switches): string | null {
  switch (node.type) {
    case 'PropertyDefinition':
      return (node['key'] as Tree).type === 'PrivateIdentifier' ? 'ParseError: Unexpected token #' : 'ParseError: Unexpected token =';
    case 'PrivateIdentifier':
      return 'ParseError: Unexpected token #';
    case 'StaticBlock':
      return "SyntaxError: Unexpected token '{'";
    case 'ImportExpression':
      return 'SyntaxError: Cannot use import statement outside a module';
    case 'MetaProperty':
      return (node['meta'] as { name: string }).name === 'import' ? "SyntaxError: Cannot use 'import.meta' outside a module" : null;
    case 'AssignmentExpression':
      return !switches.acceptsNewerSyntax && /^(\?\?|\|\||&&)=$/.test(String(node['operator'])) ? 'ParseError: Unexpected token =' : null;
    case 'ExportAllDeclaration':
      return "SyntaxError: Unexpected token 'export'";
    case 'Literal':
      return literalComplaint(node, switches);
    default:
      return null;
  }
}

function literalComplaint(node: Tree, { acceptsBigIntLiterals, acceptsNewerSyntax, acceptsNewerRegex }: Switches): string | null {
  const isNumber = typeof node['value'] === 'number' || typeof node['bigint'] === 'string';
  if (typeof node['bigint'] === 'string' && !acceptsBigIntLiterals) return 'ParseError: Unexpected token ILLEGAL';
  if (isNumber && String(node['raw']).includes('_') && !acceptsNewerSyntax) return 'ParseError: Unexpected token ILLEGAL';
  const regex = node['regex'] as { flags: string; pattern: string } | undefined;
  if (regex === undefined) return null;
  if ((!acceptsNewerSyntax && /[dv]/.test(regex.flags)) || (!acceptsNewerRegex && /[suy]/.test(regex.flags)))
    return 'SyntaxError: Invalid regular expression flags';
  return !acceptsNewerRegex && /\(\?<[=!\w$]/.test(regex.pattern) ? 'SyntaxError: Invalid regular expression: Invalid group' : null;
}

function topLevel(program: Tree): TopLevel {
  const functions: string[] = [];
  const functionVariables: string[] = [];
  const others: string[] = [];
  const vars: string[] = [];
  const body = program['body'] as Tree[];
  for (const statement of body) {
    if (statement.type === 'FunctionDeclaration') functions.push((statement['id'] as { name: string } & Tree).name as string);
    if (statement.type === 'ClassDeclaration') others.push((statement['id'] as { name: string } & Tree).name as string);
    if (statement.type !== 'VariableDeclaration') continue;
    for (const declarator of statement['declarations'] as Tree[]) {
      const names = patternNames(declarator['id'] as Tree);
      const value = declarator['init'] as Tree | null;
      const isFunction = value !== null && (value.type === 'FunctionExpression' || value.type === 'ArrowFunctionExpression');
      (isFunction ? functionVariables : others).push(...names);
      if (statement['kind'] === 'var') vars.push(...names);
    }
  }
  const directive = body[0]?.['directive'];
  return { functions: [...new Set(functions)], functionVariables, others, vars, strict: directive === 'use strict' };
}

function patternNames(pattern: Tree): string[] {
  switch (pattern.type) {
    case 'Identifier':
      return [String(pattern['name'])];
    case 'ObjectPattern':
      return (pattern['properties'] as Tree[]).flatMap((property) =>
        patternNames((property.type === 'RestElement' ? property['argument'] : property['value']) as Tree),
      );
    case 'ArrayPattern':
      return (pattern['elements'] as (Tree | null)[]).flatMap((element) => (element === null ? [] : patternNames(element)));
    case 'AssignmentPattern':
      return patternNames(pattern['left'] as Tree);
    case 'RestElement':
      return patternNames(pattern['argument'] as Tree);
    default:
      return [];
  }
}
