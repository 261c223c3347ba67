// The switches themselves: each has another setting, and COVERAGE.md says where it is tested.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultSwitches, otherSettings } from '../../../local/runtime/switches';

const names = Object.keys(defaultSwitches).sort();

test('every switch has another setting that differs from its default', () => {
  const others = otherSettings();
  expect([...new Set(others.map(([name]) => name))].sort()).toEqual(names);
  for (const [name, switches] of others) {
    expect(Object.keys(switches)).toEqual([name]);
    expect(switches[name]).not.toEqual(defaultSwitches[name]);
  }
});

test('every switch has its row in COVERAGE.md, and every row names a switch', () => {
  const coverage = readFileSync(join(__dirname, '../../../local/runtime/COVERAGE.md'), 'utf8');
  const named = new Set([...coverage.matchAll(/\| switch `(\w+)`/g)].map(([, name]) => name));
  expect([...named].sort()).toEqual(names);
});
