// Worker threads of the runtime, built as the local programs build them, for tests that start them.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

/** Builds the entry (`local/runtime/http-worker`) and answers the built file's path; it is gone after the tests of the file. */
export function builtWorker(entry: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'worker-'));
  const outfile = join(folder, 'worker.cjs');
  buildSync({
    entryPoints: [join(__dirname, '../..', `${entry}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    packages: 'external',
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return outfile;
}
