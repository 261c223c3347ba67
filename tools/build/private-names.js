// In a flat Apps Script file every top-level name is public: callable from the sidebar and offered in the Run menu. A trailing
// underscore makes it private, so every top-level binding that is not an entry is renamed to `name_`.
import { parseSync, traverse } from '@babel/core';

export function privateNames() {
  return {
    name: 'private-names',
    renderChunk(code, chunk) {
      const entries = new Set(chunk.exports);
      const ast = parseSync(code, { babelrc: false, configFile: false, sourceType: 'module' });
      const edits = [];
      traverse(ast, {
        Program(path) {
          const taken = new Set(Object.keys(path.scope.globals));
          path.traverse({
            Scope(inner) {
              for (const name of Object.keys(inner.scope.bindings)) taken.add(name);
            },
          });
          for (const name of Object.keys(path.scope.bindings)) taken.add(name);
          for (const [name, binding] of Object.entries(path.scope.bindings)) {
            if (entries.has(name) || name.endsWith('_')) continue;
            let fresh = `${name}_`;
            while (taken.has(fresh)) fresh += '_';
            taken.add(fresh);
            for (const node of namePlaces(binding)) edits.push({ node, name, fresh });
          }
          path.stop();
        },
      });
      edits.sort((a, b) => a.node.start - b.node.start);
      // Pieces joined once: a script of a megabyte that is cut anew for every name takes longer than everything else of the build.
      const pieces = [];
      let end = 0;
      for (const { node, name, fresh } of edits) {
        if (node.start < end) continue;
        pieces.push(code.slice(end, node.start), node.shorthand ? `${name}: ${fresh}` : fresh);
        end = node.start + name.length;
      }
      const renamed = pieces.join('') + code.slice(end);
      return { code: renamed, map: null };
    },
  };
}

/** Every identifier of a binding: its declaration, its readings and its assignments; a shorthand property is marked as such. */
function namePlaces(binding) {
  const places = [];
  const add = (path, node) => {
    const property = path.parentPath?.isObjectProperty() && path.parent.shorthand ? path.parent : null;
    places.push({ start: node.start, shorthand: property !== null });
  };
  places.push({ start: binding.identifier.start, shorthand: false });
  for (const path of binding.referencePaths) {
    if (path.isExportSpecifier?.() || path.parentPath?.isExportSpecifier?.()) continue;
    add(path, path.node);
  }
  for (const path of binding.constantViolations) {
    for (const [name, identifiers] of Object.entries(path.getBindingIdentifiers(true))) {
      if (name === binding.identifier.name)
        for (const identifier of identifiers) places.push({ start: identifier.start, shorthand: false });
    }
    if (path.isUpdateExpression() && path.node.argument.type === 'Identifier')
      places.push({ start: path.node.argument.start, shorthand: false });
  }
  return places;
}
