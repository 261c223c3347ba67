// Makes the page's files with esbuild: build/page/main.js, main.css and the fonts they name. Built on this machine, never committed.
import { join } from 'node:path';
import { build } from 'esbuild';

/** Bundles the page and answers the folder it is in. */
export async function buildPage(root: string): Promise<string> {
  const folder = join(root, 'build', 'page');
  await build({
    absWorkingDir: root,
    entryPoints: { main: 'local/workbench/page/page.ts' },
    outdir: folder,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    // The package's `browser` field names a script without exports.
    mainFields: ['module', 'main'],
    loader: { '.xml': 'text', '.woff': 'file', '.woff2': 'file', '.ttf': 'file', '.eot': 'file', '.svg': 'file' },
    assetNames: '[name]',
    legalComments: 'linked',
    minify: true,
    logLevel: 'error',
  });
  return folder;
}
