// The pages of functions in docs/ are what the catalogue says now.
import { readFileSync } from 'node:fs';
import { functionsPage } from '../../src/functions/function-docs';

test.each([
  ['en', 'docs/functions.md'],
  ['ru', 'docs/functions.ru.md'],
] as const)('the %s page is up to date (npm run docs)', (lang, file) => {
  expect(readFileSync(file, 'utf8')).toBe(functionsPage(lang));
});
