// Starts one of the local programs (portal, workbook, demo, bench): bundles its TypeScript with esbuild, then runs it.
// The bundle goes to build/ (git-ignored); packages stay external, so a change costs a fraction of a second.
import { spawn } from 'node:child_process';
import { buildLocal } from './build-local.js';
import { freshDist } from './fresh-dist.js';

const [name, ...args] = process.argv.slice(2);
if (name === 'workbook' || name === 'demo') freshDist();
const outfile = await buildLocal(name);
const child = spawn(process.execPath, ['--enable-source-maps', outfile, ...args], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
