// `npm run release`: checks, tests, builds, tags the version of package.json and pushes dist/ to Google by the pinned clasp. `-- --dry-run` only checks and says
// what would be run.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { release } from './release/steps.js';

/** Runs a command in the terminal's sight, unless it only asks; answers what it said. */
function run(command, args, { quiet }) {
  return new Promise((resolve, reject) => {
    // npm and npx are scripts of the shell on Windows.
    const child = spawn(command, args, { stdio: ['inherit', 'pipe', 'pipe'], shell: process.platform === 'win32' });
    let output = '';
    for (const [from, to] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ])
      from.on('data', (chunk) => {
        output += chunk;
        if (!quiet) to.write(chunk);
      });
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, output }));
  });
}

process.exitCode = await release({
  run,
  read: (file) => readFileSync(file, 'utf8'),
  say: (sentence) => console.log(sentence),
  dryRun: process.argv.includes('--dry-run'),
});
