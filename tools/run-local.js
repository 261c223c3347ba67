// Starts one of the local programs (portal, workbook, demo, bench): bundles its TypeScript with esbuild, then runs it in this process.
// The bundle goes to build/ (git-ignored); packages stay external, so a change costs a fraction of a second.
import { pathToFileURL } from 'node:url';
import { buildLocal } from './build-local.js';
import { freshDist } from './fresh-dist.js';

const [name, ...args] = process.argv.slice(2);
if (name !== 'portal') freshDist();
const program = await buildLocal(name);
process.setSourceMapsEnabled(true);
process.argv = [process.execPath, program, ...args];
await import(pathToFileURL(program).href);
