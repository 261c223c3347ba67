// Checks that the finished file is what Apps Script accepts, cuts the final `export`, and puts the manifest beside it.

import { readFileSync } from 'node:fs';
import { parse } from 'acorn';

export function appsScript() {
  return {
    name: 'apps-script',
    renderChunk(code, chunk) {
      const program = parse(code, { ecmaVersion: 2020, sourceType: 'module' });
      const functions = new Map();
      let end = code.length;
      for (const node of program.body) {
        if (node.type === 'ImportDeclaration') this.error(`"${node.source.value}" is still imported.`);
        if (node.type === 'FunctionDeclaration') functions.set(node.id.name, node);
        if (node.type !== 'ExportNamedDeclaration') continue;
        if (node.declaration) this.error('An entry is exported inline.');
        for (const { local, exported } of node.specifiers)
          if (local.name !== exported.name) this.error(`Entry ${exported.name} is renamed.`);
        end = node.start;
      }
      for (const name of chunk.exports) {
        const node = functions.get(name);
        if (!node) this.error(`Entry ${name} is not a plain function declaration.`);
        if (/^[A-Z0-9_]+$/.test(name)) checkDocs(this, code, node);
      }
      const script = `${code.slice(0, end).trimEnd()}\n`;
      parse(script, { ecmaVersion: 2020, sourceType: 'script' });
      if (/\b\d+n\b/.test(script.replace(/'[^'\n]*'|"[^"\n]*"|`[^`]*`|\/\/.*|\/\*[\s\S]*?\*\//g, '')))
        this.error('A BigInt literal: Apps Script refuses it.');
      return { code: script, map: null };
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'appsscript.json', source: readFileSync('appsscript.json', 'utf8') });
    },
  };
}

/** A custom function needs a JSDoc block right above it with `@customfunction` and the names of its real parameters. */
function checkDocs(context, code, node) {
  const name = node.id.name;
  const before = code.slice(0, node.start).trimEnd();
  const start = before.lastIndexOf('/**');
  const block = before.slice(start);
  if (start < 0 || !before.endsWith('*/') || block.indexOf('*/') !== block.length - 2)
    context.error(`${name} has no JSDoc right above it.`);
  if (!block.includes('@customfunction')) context.error(`${name} has no @customfunction.`);
  const documented = [...block.matchAll(/@param \{[^}]*\} (\w+)/g)].map((match) => match[1]);
  const real = node.params.map((param) => param.name);
  if (documented.join() !== real.join()) context.error(`${name}(${real}) is documented as (${documented}).`);
}
