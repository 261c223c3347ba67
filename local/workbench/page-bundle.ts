// Makes the page's files with esbuild: build/page/main.js, main.css and the fonts they name. Built on this machine, never committed.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

/** Bundles the page and answers the folder it is in. */
export async function buildPage(root: string): Promise<string> {
  const folder = join(root, 'build', 'page');
  const { outputFiles } = await build({
    absWorkingDir: root,
    write: false,
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
  // Each file is replaced at once: a server that has started earlier serves from here too.
  for (const { path, contents } of outputFiles) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.${process.pid}`, contents);
    renameSync(`${path}.${process.pid}`, path);
  }
  return folder;
}
