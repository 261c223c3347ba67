// esbuild drops comments. What the pushed file keeps: the name of each source file above its code, and the JSDoc of the entries. The rest
// stays in the repository: every kilobyte of the bundle is read on every call. Kept comments travel through esbuild as legal comments.
import { readFileSync } from 'node:fs';

const BLOCK = '/*!b24 ';
const LINE = '//!b24';

export function keepComments() {
  const entryFiles = [...readFileSync('src/main.ts', 'utf8').matchAll(/from '\.\/(.+)'/g)].map((match) => `/src/${match[1]}.ts`);
  return {
    before: {
      name: 'keep-comments:before',
      transform: {
        order: 'pre',
        handler(code, id) {
          const path = id.replaceAll('\\', '/');
          if (!/\/src\/.*\.ts$/.test(path)) return null;
          if (code.includes(BLOCK) || code.includes(LINE)) this.error(`${id} already holds a comment marker of the build.`);
          const isEntry = entryFiles.some((file) => path.endsWith(file));
          const marked = isEntry ? code.replace(/^\/\*\*(?=(?:(?!\*\/)[\s\S])*\*\/\nexport function )/gm, BLOCK) : code;
          return { code: `${LINE} ${path.slice(path.lastIndexOf('/src/') + 1)}\n${marked}`, map: null };
        },
      },
    },
    after: {
      name: 'keep-comments:after',
      renderChunk(code) {
        const kept = code.replaceAll(BLOCK, '/**').replaceAll(LINE, '//');
        // A file of which only types or unused names remain leaves its name behind.
        return { code: kept.replace(/^\/\/ src\/\S+\n(?=\s*(?:\/\/ src\/|$))/gm, ''), map: null };
      },
    },
  };
}
