// `npm run deps` in a small tree with the project's own rules: an import against the flow of the folders ends it, and so does a file that it has not read.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function checked(
  files: Record<string, string>,
  rules = "module.exports = require('./rules.cjs');",
): { status: number | null; said: string } {
  const folder = mkdtempSync(join(tmpdir(), 'b24-deps-'));
  folders.push(folder);
  for (const [file, text] of Object.entries({ 'local/a.ts': 'export const a = 1;\n', '.dependency-cruiser.cjs': rules, ...files })) {
    mkdirSync(join(folder, dirname(file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  copyFileSync('.dependency-cruiser.cjs', join(folder, 'rules.cjs'));
  copyFileSync('tsconfig.base.json', join(folder, 'tsconfig.base.json'));
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve('tools/dependencies.js')], { cwd: folder, encoding: 'utf8' });
  return { status, said: stdout + stderr };
}

const rates = "export const rate = 1;\nexport { a } from './cycle';\nexport { b } from './deals';\nexport { c } from './stuck';\n";
const metrics = {
  'src/metrics/rates.ts': rates,
  'src/metrics/cycle.ts': "export { days as a } from '../facts/days';\n",
  'src/metrics/deals.ts': "export { days as b } from '../facts/days';\n",
  'src/metrics/stuck.ts': "export { days as c } from '../facts/days';\n",
  'src/facts/days.ts': 'export const days = 1;\n',
};

test('imports down the flow pass, and the files are counted', () => {
  expect(checked(metrics)).toEqual({
    status: 0,
    said: expect.stringContaining('6 of 6 files of src and local were read, with 6 imports.'),
  });
});

test('facts that import a metric do not', () => {
  const { status, said } = checked({
    ...metrics,
    'src/facts/days.ts': "export const days = 1;\nexport { rate } from '../metrics/rates';\n",
  });
  expect(status).toBe(1);
  expect(said).toContain('facts-imports: src/facts/days.ts → src/metrics/rates.ts');
});

test('a file that was not read is named', () => {
  const blind =
    "const rules = require('./rules.cjs');\nmodule.exports = { ...rules, options: { ...rules.options, exclude: { path: 'stuck' } } };";
  expect(checked(metrics, blind)).toEqual({ status: 1, said: expect.stringContaining('Not read: src/metrics/stuck.ts') });
});
