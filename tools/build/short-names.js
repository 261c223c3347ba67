// Shortens the names inside of functions: a fifth of the script that every call has to parse. Top-level names stay, so that the script can be read by its
// functions and a stack of Google's log says where it was; entries stay whole, because Sheets shows the parameters of custom functions.
import { parse } from 'acorn';
import { transform } from 'esbuild';

export function shortNames() {
  return {
    name: 'short-names',
    async renderChunk(code, chunk) {
      const entries = new Set(chunk.exports);
      const kept = [];
      let [rest, end] = ['', 0];
      for (const { type, id, end: next } of parse(code, { ecmaVersion: 2020, sourceType: 'module' }).body) {
        const isEntry = type === 'ExportNamedDeclaration' || (type === 'FunctionDeclaration' && entries.has(id.name));
        // With the comment above it, which lies between the statements.
        if (isEntry) kept.push(code.slice(end, next).trim());
        else rest += code.slice(end, next);
        end = next;
      }
      // Without an export it is a script to esbuild, whose top-level names are everybody's.
      const { code: short } = await transform(rest, {
        minifyIdentifiers: true,
        target: 'es2019',
        supported: { 'optional-chain': true, 'nullish-coalescing': true },
        charset: 'utf8',
        legalComments: 'none',
      });
      return { code: `${short}${kept.join('\n')}\n`, map: null };
    },
  };
}
