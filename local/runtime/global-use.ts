// Whether a script can see what lies on its global object by itself: what decides when its names are put there (script.ts).
import type { Node } from 'acorn';

type Tree = Node & Record<string, unknown>;

/**
 * Whether the code may read or change, on the global object, one of `names`: by `globalThis`, by the `this` of code that is not strict, or by `eval`. A doubt counts
 * as yes. Code made of text by `Function` is not looked for: the realm notices that when it happens.
 */
export function looksAtGlobal(program: Tree, names: ReadonlySet<string>, strict: boolean): boolean {
  /** `isOwn`: whether `this` cannot be the global object here. */
  const looks = (node: Tree, isOwn: boolean): boolean => {
    switch (node.type) {
      case 'ThisExpression':
        return !isOwn;
      case 'Identifier':
        return node['name'] === 'globalThis' || node['name'] === 'eval';
      case 'MemberExpression':
        return isHarmless(node, names) ? false : children(node).some((child) => looks(child, isOwn));
      case 'ClassDeclaration':
      case 'ClassExpression':
        return children(node).some((child) => looks(child, true));
      case 'FunctionDeclaration':
      case 'FunctionExpression':
        return children(node).some((child) => looks(child, isOwn || strict));
      default:
        return children(node).some((child) => looks(child, isOwn));
    }
  };
  return looks(program, false);
}

/** `globalThis.Intl`: a name that is none of the script's. */
function isHarmless(node: Tree, names: ReadonlySet<string>): boolean {
  const { object, property, computed } = node as unknown as { object: Tree; property: Tree; computed: boolean };
  return object.type === 'Identifier' && object['name'] === 'globalThis' && !computed && !names.has(String(property['name']));
}

/** The nodes right below a node. */
export function children(node: Tree): Tree[] {
  return Object.values(node).flatMap((value) => (Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : []));
}

function isNode(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}
