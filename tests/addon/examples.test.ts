// Every formula that people are shown – in the help of the functions and in the README – answers on the demo company, and the pages of
// docs/ say what it answers.
import { readFileSync } from 'node:fs';
import { demoFile, exampleAnswer, fillExampleCells } from '../../local/workbench/demo-desk';
import { functionsPage } from '../../src/functions/function-docs';
import { functionTexts } from '../../src/functions/help/texts';
import { FUNCTION_NAMES } from '../../src/functions/names';

const readme = { ru: 'README.ru.md', en: 'README.md' };
const pages = { ru: 'docs/functions.ru.md', en: 'docs/functions.md' };

/** What is wrong with an answer: an error, or nothing but blanks. */
function complaint(answer: unknown): string {
  const cells = (Array.isArray(answer) ? answer : [[answer]]).flat();
  const error = cells.find((cell) => typeof cell === 'string' && /^#[A-Z]|^Аргумент|^Argument/.test(cell));
  if (error !== undefined) return String(error);
  return cells.every((cell) => cell === '') ? 'nothing but blanks' : '';
}

describe.each(['ru', 'en'] as const)('on the demo company (%s)', (lang) => {
  const help = FUNCTION_NAMES.flatMap((name) => functionTexts[name].examples.map((example) => example[lang]));
  const shown = [...readFileSync(readme[lang], 'utf8').matchAll(/`(=B24_[^`]+)`/g)].map((match) => match[1] ?? '');
  const file = demoFile(lang);
  fillExampleCells(file, lang);
  const answers = new Map([...new Set([...help, ...shown])].map((formula) => [formula, exampleAnswer(file, formula, lang)]));

  test('the README shows formulas', () => {
    expect(shown.length).toBeGreaterThanOrEqual(6);
  });

  test.each([...answers.keys()])('%s answers', (formula) => {
    expect(complaint(answers.get(formula))).toBe('');
  });

  test('every function has an example', () => {
    expect(FUNCTION_NAMES.filter((name) => functionTexts[name].examples.length === 0)).toEqual([]);
  });

  test('the page of functions is up to date (npm run docs)', () => {
    expect(readFileSync(pages[lang], 'utf8')).toBe(functionsPage(lang, (formula) => answers.get(formula)));
  });
});
