// Builds dist/ when it is missing or older than a source: the local programs run what `clasp push` would send.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const sources = ['src', 'tools', 'rollup.config.js', 'appsscript.json'];

/** Runs the build when it is needed. Its lines go to standard error, because a program's output may be read by another. */
export function freshDist() {
  const built = `${root}dist/Code.js`;
  if (existsSync(built) && sources.every((path) => newest(root + path) <= statSync(built).mtimeMs)) return;
  const result = spawnSync(process.execPath, [`${root}node_modules/rollup/dist/bin/rollup`, '-c', '--silent'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (result.status !== 0) throw new Error('The build failed: see the lines above.');
}

function newest(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(`${path}/${name}`)));
}
