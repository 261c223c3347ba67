// Bundles the local programs (Node side) from TypeScript to build/*.cjs.

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Entry file of each local program; a `-worker` entry runs inside a worker thread of another one. */
export const programs = {
  portal: 'local/portal/cli.ts',
  workbook: 'local/workbench/workbook.ts',
  demo: 'local/workbench/demo.ts',
  bench: 'bench/bench.ts',
  'http-worker': 'local/runtime/http-worker.ts',
  'workbench-worker': 'local/workbench/worker.ts',
};

/** Bundles the named program and every worker entry that exists; answers the program's path. */
export async function buildLocal(name) {
  const wanted = Object.keys(programs).filter((key) => key === name || key.endsWith('-worker'));
  const present = wanted.filter((key) => existsSync(root + programs[key]));
  if (!present.includes(name)) throw new Error(`No local program is named "${name}".`);
  await build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(present.map((key) => [key, programs[key]])),
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
  return `${root}build/${name}.cjs`;
}
