// Numbers as people write them, and cells as the file shows them.
import fc from 'fast-check';
import { shownCell, typedCell, typedNumber } from '../../src/inputs/cells';
import { FUZZ } from '../fuzz';
import { day } from './typed';

test.each([
  [5, 5],
  ['1 200 000,50 ₽', 1200000.5],
  ['1\u00a0200\u2009000', 1200000],
  ['1.200.000,5', 1200000.5],
  ['1,200,000.5', 1200000.5],
  ['1,200,000', 1200000],
  ['1.200.000', 1200000],
  ['1,200', 1.2],
  ['1.200', 1.2],
  ['12,5 руб.', 12.5],
  ['5 р.', 5],
  ['100 рублей', 100],
  ['$5', 5],
  ['5 EUR', 5],
  ['−5', -5],
  ['+5', 5],
  [',5', 0.5],
  ['5,', 5],
  ["1'000", 1000],
])('%s is %s', (cell, value) => {
  expect(typedNumber(cell, 'ru')).toEqual({ value, percent: false });
});

test.each([
  ['3 %', 0.03],
  ['64.3%', 0.643],
  ['7%', 0.07],
  ['0,1 %', 0.001],
  ['100%', 1],
])('%s is the fraction %s', (cell, value) => {
  expect(typedNumber(cell, 'ru')).toEqual({ value, percent: true });
});

test.each([
  '',
  '-',
  '—',
  'много',
  '1 млн',
  '5 %%',
  '1e5',
  '0x10',
  '1,2,3',
  '1.2.3',
  '#N/A',
  'Infinity',
  '12-34',
  '1/2',
  true,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  new Date(0),
])('%s is no number', (cell) => {
  expect(typedNumber(cell, 'ru')).toBeNull();
});

test('in English a comma before exactly three digits groups them', () => {
  expect(['1,200', '1,20', '1,2000', '12,345', '1234,567'].map((cell) => typedNumber(cell, 'en')?.value)).toEqual([
    1200, 1.2, 1.2, 12345, 1234.567,
  ]);
});

test('an amount reads back however Russian spreadsheets write it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10 ** 12 }),
      fc.constantFrom(' ', '\u00a0', '\u202f', ''),
      fc.constantFrom('', ' ₽', ' руб.'),
      (kopecks, blank, mark) => {
        const whole = String(Math.floor(kopecks / 100)).replace(/\B(?=(\d{3})+$)/g, blank);
        const text = `${whole},${String(kopecks % 100).padStart(2, '0')}${mark}`;
        expect(typedNumber(text, 'ru')?.value).toBe(kopecks / 100);
      },
    ),
    FUZZ,
  );
});

test('what is no value of a cell is blank', () => {
  expect([null, undefined, {}, [], Symbol('x'), () => 1, Object.create(null)].map(typedCell)).toEqual(['', '', '', '', '', '', '']);
  expect([typedCell('  a '), typedCell(0), typedCell(false)]).toEqual(['a', 0, false]);
});

test('a found cell is shown as the file shows it', () => {
  const shown = (value: string | number | boolean | Date, lang: 'ru' | 'en') => shownCell(value, lang, () => day('2026-11-05'));
  expect([1.5, true, false, new Date(0), 'x'.repeat(61)].map((value) => shown(value, 'ru'))).toEqual([
    '1,5',
    'ИСТИНА',
    'ЛОЖЬ',
    '05.11.2026',
    `${'x'.repeat(57)}…`,
  ]);
  expect([1.5, true, new Date(0)].map((value) => shown(value, 'en'))).toEqual(['1.5', 'TRUE', '2026-11-05']);
  expect(shownCell(new Date(Number.NaN), 'ru', () => null)).toBe('?');
});
