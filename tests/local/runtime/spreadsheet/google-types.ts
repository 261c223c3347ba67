// What Google's classes have, by the published types (@types/google-apps-script 2.0.13): methods with the parameter types of every overload.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';

/** Parameter types of one overload, as written. */
type Overload = readonly string[];
type Methods = ReadonlyMap<string, readonly Overload[]>;

const folder = resolve(__dirname, '../../../../node_modules/@types/google-apps-script');

/** The interfaces of a types file by name. */
export function googleClasses(file: 'spreadsheet' | 'charts'): ReadonlyMap<string, Methods> {
  const path = resolve(folder, `google-apps-script.${file}.d.ts`);
  const classes = new Map<string, Map<string, Overload[]>>();
  const visit = (node: ts.Node): void => {
    if (!ts.isInterfaceDeclaration(node)) {
      ts.forEachChild(node, visit);
      return;
    }
    const methods = classes.get(node.name.text) ?? new Map<string, Overload[]>();
    classes.set(node.name.text, methods);
    for (const member of node.members) {
      if (ts.isMethodSignature(member) && ts.isIdentifier(member.name)) {
        const overloads = methods.get(member.name.text) ?? [];
        overloads.push(member.parameters.map(({ type }) => type?.getText() ?? 'any'));
        methods.set(member.name.text, overloads);
      }
    }
  };
  visit(ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, true));
  return classes;
}
