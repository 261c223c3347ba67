// What of Google's classes the runtime has: members of the type package against the names a script sees, as rows of a Markdown table.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { script } from './script';

const folder = join(__dirname, '../../../node_modules/@types/google-apps-script');
let declared: Map<string, Set<string>> | null = null;

/** Member names of every interface of the type package, by `Namespace.Interface`. */
function declaredMembers(): Map<string, Set<string>> {
  if (declared !== null) return declared;
  const found = new Map<string, Set<string>>();
  const visit = (node: ts.Node, path: readonly string[]): void => {
    if (ts.isModuleDeclaration(node) && node.body !== undefined) {
      ts.forEachChild(node.body, (child) => visit(child, [...path, node.name.text]));
      if (ts.isModuleDeclaration(node.body)) visit(node.body, [...path, node.name.text]);
      return;
    }
    if (!ts.isInterfaceDeclaration(node)) return;
    const key = [...path.slice(1), node.name.text].join('.');
    const members = found.get(key) ?? new Set<string>();
    for (const member of node.members) if (member.name !== undefined) members.add(member.name.getText());
    found.set(key, members);
  };
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.d.ts'))) {
    const source = ts.createSourceFile(name, readFileSync(join(folder, name), 'utf8'), ts.ScriptTarget.Latest, true);
    ts.forEachChild(source, (node) => visit(node, []));
  }
  declared = found;
  return found;
}

/** Google's member names of a class; an unknown class throws with the names there are. */
export function googleMembers(key: string): ReadonlySet<string> {
  const members = declaredMembers().get(key);
  if (members !== undefined) return members;
  const near = [...declaredMembers().keys()].filter((name) => name.includes(key.split('.')[0] ?? ''));
  throw new Error(`The type package declares no ${key}; it has ${near.join(', ')}`);
}

/** The names a script sees on the value of an expression. */
export function seenMembers(expression: string): string[] {
  const code = `function seen() { const it = ${expression}; return Object.getOwnPropertyNames(Object.getPrototypeOf(it)).concat(Object.keys(it)); }`;
  return script(code, { hosts: { host: () => ({ status: 200, headers: {}, body: '' }) } }).run('seen') as string[];
}

/** An object of the runtime: how a script gets it, and Google's class of it. */
export type Sample = readonly [expression: string, key: string];

/** Rows `| class | implemented | lacking |` of the samples, in their order. */
export function implementedTable(samples: readonly Sample[]): string[] {
  const rows = samples.map(([expression, key]) => {
    const seen = new Set(seenMembers(expression));
    const members = [...googleMembers(key)].filter((name) => /^\w+$/.test(name)).sort();
    const list = (names: string[]): string => (names.length === 0 ? '–' : names.map((name) => `\`${name}\``).join(' '));
    return `| ${key} | ${list(members.filter((name) => seen.has(name)))} | ${list(members.filter((name) => !seen.has(name)))} |`;
  });
  return ['| Class | Implemented | Lacking (throws by name) |', '| --- | --- | --- |', ...rows];
}

/** The lines of the first table under a heading of a Markdown text. */
export function tableUnder(markdown: string, heading: string): string[] {
  const lines = markdown.split('\n');
  const start = lines.indexOf(heading);
  if (start < 0) throw new Error(`There is no heading "${heading}".`);
  const table = lines.slice(start + 1);
  const first = table.findIndex((line) => line.startsWith('|'));
  const rest = table.slice(first);
  const end = rest.findIndex((line) => !line.startsWith('|'));
  return end < 0 ? rest : rest.slice(0, end);
}
