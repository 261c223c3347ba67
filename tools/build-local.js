// Bundles the local programs (Node side) from TypeScript to build/*.cjs.

import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

const httpWorker = { 'http-worker': 'local/runtime/http-worker.ts' };

/** Entry files of each local program: its own, and those of the worker threads it starts. */
const programs = {
  portal: { portal: 'local/portal/cli.ts' },
  workbook: { workbook: 'local/workbench/workbook.ts', ...httpWorker },
  demo: { demo: 'local/workbench/demo.ts', 'workbench-worker': 'local/workbench/worker.ts', ...httpWorker },
  'demo-desk': { 'demo-desk': 'local/workbench/demo-desk.ts', ...httpWorker },
  bench: { bench: 'bench/bench.ts', ...httpWorker },
};

/** Bundles the named program with its workers; answers the program's path. */
export async function buildLocal(name) {
  const entryPoints = programs[name];
  if (!entryPoints) throw new Error(`No local program is named "${name}": there are ${Object.keys(programs).join(', ')}.`);
  const { outputFiles } = await build({
    absWorkingDir: root,
    write: false,
    entryPoints,
    outdir: 'build',
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    packages: 'external',
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  // Each file is replaced at once: another program may be starting from it.
  for (const { path, contents } of outputFiles) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.${process.pid}`, contents);
    renameSync(`${path}.${process.pid}`, path);
  }
  return `${root}build/${name}.cjs`;
}
