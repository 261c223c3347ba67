// Builds dist and the local workers once before the tests that run them.
const { execFileSync } = require('node:child_process');
const { join } = require('node:path');

module.exports = async () => {
  const root = join(__dirname, '..');
  if (process.env.B24_SKIP_BUILD) return;
  execFileSync(process.execPath, [join(root, 'node_modules/rollup/dist/bin/rollup'), '-c', '--silent'], { cwd: root, stdio: 'inherit' });
  const { buildLocal } = await import('./build-local.js');
  await buildLocal('demo');
};
