// Builds each page of the sidebar (src/sidebar/*.html) into one self-contained file in dist: script and style are put in place of
// `<!-- inline:js -->` and `<!-- inline:css -->`. A page is served by createHtmlOutputFromFile: no scriptlets, data by calls only.

import { readdirSync, readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { licenceComment, packagesOf } from './licences.js';

export function htmlPages() {
  return {
    name: 'html-pages',
    buildStart() {
      for (const file of readdirSync('src/sidebar')) this.addWatchFile(`src/sidebar/${file}`);
    },
    async generateBundle() {
      for (const file of readdirSync('src/sidebar').filter((name) => name.endsWith('.html'))) {
        const result = await bundledPage(file);
        const modules = Object.values(result.metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs));
        const bundle = result.outputFiles.find((output) => output.path.endsWith('.js'))?.text ?? '';
        const script = licenceComment(packagesOf(modules)) + bundle;
        const style = result.outputFiles.find((output) => output.path.endsWith('.css'))?.text ?? '';
        for (const bad of ['<?', '</script', '<!--']) if (script.includes(bad)) this.error(`${file}: the script holds "${bad}".`);
        const page = readFileSync(`src/sidebar/${file}`, 'utf8')
          .replace('<!-- inline:css -->', () => `<style>${style}</style>`)
          .replace('<!-- inline:js -->', () => `<script>${script}</script>`);
        this.emitFile({ type: 'asset', fileName: file, source: page });
      }
    },
  };
}

/** Script and style of a page, with the list of modules they are made of. */
export function bundledPage(file) {
  return build({
    entryPoints: [`src/sidebar/${file.replace(/\.html$/, '').toLowerCase()}.tsx`],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2020',
    charset: 'ascii',
    outdir: 'out',
    write: false,
    metafile: true,
    logLevel: 'error',
  });
}
