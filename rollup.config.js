// Builds what Google runs: dist/Code.js (one flat script, readable by its functions), dist/*.html, dist/appsscript.json.
// `npm run build` writes Russian function help, `npm run build -- --lang en` English.
import esbuild from 'rollup-plugin-esbuild';
import { appsScript } from './tools/build/apps-script.js';
import { compact } from './tools/build/compact.js';
import { demoPage } from './tools/build/demo-page.js';
import { functionDocs } from './tools/build/function-docs.js';
import { helpPage } from './tools/build/help-page.js';
import { htmlPages } from './tools/build/html-pages.js';
import { keepComments } from './tools/build/keep-comments.js';
import { licences } from './tools/build/licences.js';
import { privateNames } from './tools/build/private-names.js';
import { shortNames } from './tools/build/short-names.js';

export default (flags) => {
  const lang = flags.lang === 'en' ? 'en' : 'ru';
  delete flags.lang;
  const comments = keepComments();
  return {
    input: 'src/main.ts',
    output: { file: 'dist/Code.js', format: 'es', generatedCode: 'es2015' },
    treeshake: { moduleSideEffects: false },
    onwarn(warning) {
      throw new Error(`${warning.code}: ${warning.message}`);
    },
    plugins: [
      comments.before,
      esbuild({
        target: 'es2019',
        supported: { 'optional-chain': true, 'nullish-coalescing': true },
        include: /\.[cm]?[jt]s$/,
        exclude: [],
        tsconfig: 'src/addon/tsconfig.json',
        legalComments: 'inline',
        charset: 'utf8',
        minifySyntax: true,
        logLevel: 'error',
      }),
      comments.after,
      privateNames(),
      shortNames(),
      compact(),
      functionDocs(lang),
      appsScript(),
      licences(),
      htmlPages(),
      helpPage(),
      demoPage(),
    ],
  };
};
