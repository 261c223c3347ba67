// Nothing is forgotten: each official example is named by a test of the portal.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contractTest, exampleNames } from './official-examples';

contractTest('every official example is named by a conformance test [0 official-examples]', () => {
  const tests = readdirSync(__dirname)
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => readFileSync(join(__dirname, file), 'utf8'))
    .filter((text) => text.includes("from './official-examples'"));
  const isNamed = (name: string): boolean => tests.some((text) => text.includes(`'${name}'`));
  expect(exampleNames().filter((name) => !isNamed(name))).toEqual([]);
});
