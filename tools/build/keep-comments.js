// esbuild drops ordinary comments. This pair of rollup plugins turns the comments of our own sources into legal comments before
// esbuild, which it keeps, and turns them back in the finished bundle, so that what is pushed stays readable.

const OPEN = '/*!b24 ';
const LINE = '//!b24';

export function keepComments() {
  return {
    before: {
      name: 'keep-comments:before',
      transform: {
        order: 'pre',
        handler(code, id) {
          if (!/[\\/]src[\\/].*\.ts$/.test(id)) return null;
          if (code.includes(OPEN) || code.includes(LINE)) this.error(`${id} already holds a comment marker of the build.`);
          const marked = code
            .replace(/^([ \t]*)\/\*\*(?=[\s*])/gm, (_all, indent) => `${indent}${OPEN}`)
            .replace(/^([ \t]*)\/\/(?!\/)/gm, (_all, indent) => `${indent}${LINE}`);
          return { code: marked, map: null };
        },
      },
    },
    after: {
      name: 'keep-comments:after',
      renderChunk(code) {
        return { code: code.replaceAll(OPEN, '/**').replaceAll(LINE, '//'), map: null };
      },
    },
  };
}
