// What a person types reaches the cells as the page shows it.
import { typedDate, typedNumber } from '../../../local/workbench/page/typed-values';

test.each<[string, ReturnType<typeof typedDate>]>([
  ['07.02.2026', { serial: 46060, format: 'dd.mm.yyyy' }],
  [' 7.2.2026 14:30 ', { serial: 46060 + 14.5 / 24, format: 'dd.mm.yyyy hh:mm' }],
  ['29.02.2024', { serial: 45351, format: 'dd.mm.yyyy' }],
  ['29.02.2026', null],
  ['01.13.2026', null],
  ['01.01.2026 25:00', null],
  ['1.5', null],
  ['12.10.26', null],
])('a typed %j is read as a date', (text, date) => {
  expect(typedDate(text)).toEqual(date);
});

test.each<[string, string | null]>([
  ['1 234,5', '1234.5'],
  ['-12\u00a0345\u202f678', '-12345678'],
  ['1234', null],
  ['12 34', null],
  ['100 руб', null],
])('a typed %j is read as a number', (text, number) => {
  expect(typedNumber(text)).toBe(number);
});
