// Whether a script can see what lies on its global object by itself: what decides when its names are put there (script.ts).
import type { Node } from 'acorn';

export type Tree = Node & Record<string, unknown>;

/** Below which nodes `this` cannot be the global object: in a class always, in a function of strict code. `isOwn`: whether it could not be above. */
export function hasOwnThis(node: Tree, isOwn: boolean, strict: boolean): boolean {
  if (isOwn || node.type === 'ClassDeclaration' || node.type === 'ClassExpression') return true;
  return strict && (node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression');
}

/**
 * Whether the code may read or change here, on the global object, one of `names`: by `globalThis`, by the `this` of code that is not strict, or by `eval`. A doubt
 * counts as yes. Code made of text by `Function` is not looked for: the realm notices that when it happens.
 */
export function looksAtGlobal(node: Tree, parent: Tree | null, isOwn: boolean, names: ReadonlySet<string>): boolean {
  if (node.type === 'ThisExpression') return !isOwn;
  if (node.type !== 'Identifier') return false;
  return node['name'] === 'eval' || (node['name'] === 'globalThis' && !isHarmless(node, parent, names));
}

/** `globalThis.Intl`: a name that is none of the script's. */
function isHarmless(node: Tree, parent: Tree | null, names: ReadonlySet<string>): boolean {
  if (parent?.type !== 'MemberExpression' || parent['object'] !== node || parent['computed'] === true) return false;
  return !names.has(String((parent['property'] as Tree)['name']));
}
