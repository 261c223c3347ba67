// Every formula that people are shown – in the help of the functions and in the README – answers on the demo company.
import { readFileSync } from 'node:fs';
import { demoPortal } from '../../local/demo-data/demo-portal';
import type { Lang } from '../../src/cell';
import { functionTexts } from '../../src/functions/help/texts';
import { FUNCTION_NAMES } from '../../src/functions/names';
import { openDesk } from './desk';

const now = '2026-11-23T12:00:00+03:00';
const readme = { ru: 'README.ru.md', en: 'README.md' };
const managers = { ru: ['Анна Кузнецова', 'Иванова'], en: ['Anna Collins', 'Ellis'] };
const metric = { ru: 'Сумма продаж', en: 'Won sum' };

/** The demo company in an open file; the cells that the examples point to are filled as a person would. */
function demoDesk(lang: Lang) {
  const desk = openDesk({ data: demoPortal({ lang, now: Date.parse(now) }).data, now, lang });
  desk.connect();
  desk.refresh();
  const sheet = lang === 'ru' ? 'Лист1' : 'Sheet1';
  managers[lang].forEach((name, index) => {
    desk.runtime.edit(sheet, `A${index + 2}`, name);
  });
  desk.runtime.edit(sheet, 'B1', metric[lang]);
  return desk;
}

/** What is wrong with an answer: an error, or nothing but blanks. */
function complaint(answer: unknown): string {
  const cells = (Array.isArray(answer) ? answer : [[answer]]).flat();
  const error = cells.find((cell) => typeof cell === 'string' && /^#|^Аргумент|^Argument/.test(cell));
  if (error !== undefined) return String(error);
  return cells.every((cell) => cell === '') ? 'nothing but blanks' : '';
}

describe.each(['ru', 'en'] as const)('on the demo company (%s)', (lang) => {
  const help = FUNCTION_NAMES.flatMap((name) => functionTexts[name].examples.map((example) => example[lang]));
  const shown = [...readFileSync(readme[lang], 'utf8').matchAll(/`(=B24_[^`]+)`/g)].map((match) => match[1] ?? '');
  const desk = demoDesk(lang);

  test('the README shows formulas', () => {
    expect(shown.length).toBeGreaterThanOrEqual(6);
  });

  test.each([...new Set([...help, ...shown])])('%s answers', (formula) => {
    expect(complaint(desk.value(formula))).toBe('');
  });
});
