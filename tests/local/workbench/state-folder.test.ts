// The folder that keeps a workbook between runs.
import { mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SavedState } from '../../../local/runtime/state';
import { keepState, keptState } from '../../../local/workbench/state-folder';

const folder = (): string => mkdtempSync(join(tmpdir(), 'state-'));

test('what is kept is found again, readable by its owner only', () => {
  const place = join(folder(), 'new', 'deeper');
  const state = { version: 1, enabled: true } as SavedState;
  expect(keptState(place)).toBeUndefined();
  keepState(place, state);
  expect(keptState(place)).toEqual(state);
  expect(readdirSync(place)).toEqual(['workbook.json']);
  if (process.platform !== 'win32') expect(statSync(join(place, 'workbook.json')).mode & 0o077).toBe(0);
});

test.each(['{"version":1', '{"version":2}', '[]'])('a file with %s is refused with a sentence', (text) => {
  const place = folder();
  writeFileSync(join(place, 'workbook.json'), text);
  expect(() => keptState(place)).toThrow(/is not a kept workbook of this version: remove it or name another folder in --state\.$/);
});
