// esbuild drops comments. The pushed file keeps the JSDoc of its entries; the rest stays in the repository, because every kilobyte of the
// bundle is read on every call. Kept comments travel through esbuild as legal comments.
import { readFileSync } from 'node:fs';

const BLOCK = '/*!b24 ';

export function keepComments() {
  const entryFiles = [...readFileSync('src/main.ts', 'utf8').matchAll(/from '\.\/(.+)'/g)].map((match) => `/src/${match[1]}.ts`);
  return {
    before: {
      name: 'keep-comments:before',
      transform: {
        order: 'pre',
        handler(code, id) {
          if (!entryFiles.some((file) => id.replaceAll('\\', '/').endsWith(file))) return null;
          if (code.includes(BLOCK)) this.error(`${id} already holds a comment marker of the build.`);
          return { code: code.replace(/^\/\*\*(?=(?:(?!\*\/)[\s\S])*\*\/\nexport function )/gm, BLOCK), map: null };
        },
      },
    },
    after: {
      name: 'keep-comments:after',
      renderChunk(code) {
        return { code: code.replaceAll(BLOCK, '/**').replaceAll('/* @__PURE__ */ ', ''), map: null };
      },
    },
  };
}
