// What is not measured cannot be kept quick: the bench has a formula for every function.
import { readFileSync } from 'node:fs';
import { FUNCTION_NAMES } from '../../src/functions/names';

test('every function is measured', () => {
  const bench = readFileSync('bench/bench.ts', 'utf8');
  expect(FUNCTION_NAMES.filter((name) => !bench.includes(`=${name}(`))).toEqual([]);
});
