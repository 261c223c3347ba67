// The help of the functions of pay: true to the words they understand, and examples that are answered.
import { choiceWords } from '../../src/functions/arguments/choice';
import { payParts } from '../../src/functions/bonus';
import { payTexts } from '../../src/functions/help/pay-texts';
import { payWords } from '../../src/locale/pay-words';
import { askPay } from './pay-desk';

const names = Object.keys(payTexts) as (keyof typeof payTexts)[];

test('the help names every part and every status', () => {
  for (const lang of ['ru', 'en'] as const) {
    const help = payTexts.B24_BONUS.params.part[lang];
    for (const word of choiceWords(payParts, lang)) expect(help).toContain(`"${word}"`);
    for (const key of ['accrued', 'approved', 'check', 'NO_PLAN', 'NO_SCORE', 'FIRED', 'UNREAD', 'UNPRICED', 'NO_SCHEME'] as const)
      expect(help).toContain(payWords[key][lang]);
  }
});

/** The arguments of an example, names of the example's company in place of others. */
function argumentsOf(example: string): unknown[] {
  const inside = /\((.*)\)$/.exec(example)?.[1] ?? '';
  return inside.split(/[;,](?=(?:[^"]*"[^"]*")*[^"]*$)/).map((written) => {
    if (written === 'A2:A15') return [['Анна А.'], ['']];
    if (written === 'B24_DATA') return 'b24:2025-05-20T15:00:00Z#1.0';
    const text = written.replace(/"/g, '');
    const known: Readonly<Record<string, string>> = {
      Иванова: 'Анна А.',
      B1: 'Борис Б.',
      'Corporate Sales': 'Отдел продаж 1',
      Кузнецова: 'Анна А.',
      Collins: 'Анна А.',
    };
    return known[text] ?? (text.startsWith('Корп') ? 'Отдел продаж 1' : text);
  });
}

test.each(names)('%s: its examples are answered', (name) => {
  for (const example of payTexts[name].examples) {
    for (const written of [example.ru, example.en]) {
      expect(written.startsWith(`=${name}(`)).toBe(true);
      expect(askPay(name, argumentsOf(written))).toBeDefined();
    }
  }
});
