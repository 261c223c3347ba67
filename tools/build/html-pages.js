// Builds each page of the sidebar (src/sidebar/*.html) into one self-contained file in dist: script and style are put in place of
// `<!-- inline:js -->` and `<!-- inline:css -->`. A page is served by createHtmlOutputFromFile: no scriptlets, data by calls only.

import { readdirSync, readFileSync } from 'node:fs';
import { build } from 'esbuild';

export function htmlPages() {
  return {
    name: 'html-pages',
    buildStart() {
      for (const file of readdirSync('src/sidebar')) this.addWatchFile(`src/sidebar/${file}`);
    },
    async generateBundle() {
      for (const file of readdirSync('src/sidebar').filter((name) => name.endsWith('.html'))) {
        const name = file.replace(/\.html$/, '');
        const result = await build({
          entryPoints: [`src/sidebar/${name.toLowerCase()}.tsx`],
          jsx: 'automatic',
          jsxImportSource: 'preact',
          bundle: true,
          minify: true,
          format: 'iife',
          target: 'es2020',
          charset: 'ascii',
          outdir: 'out',
          write: false,
          logLevel: 'error',
        });
        const script = result.outputFiles.find((output) => output.path.endsWith('.js'))?.text ?? '';
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
