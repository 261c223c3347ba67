// What becomes of a text that is typed, in a Russian and in an English file (the setValues trap).
import { Formatted, Formula } from '../../../../local/runtime/spreadsheet/typed';
import { typedText } from '../../../../local/runtime/spreadsheet/user-entered';

const typed = (text: string, locale: 'ru_RU' | 'en_US', plainText = false) => typedText(text, { locale, currentYear: 2026, plainText });
const serial = (year: number, month: number, day: number) => Date.UTC(year, month - 1, day) / 86_400_000 + 25569;

describe('a text typed into a Russian file', () => {
  it.each<[string, unknown]>([
    ['', undefined],
    ['Иванова', 'Иванова'],
    ['  два слова ', '  два слова '],
    ['12', 12],
    ['-12', -12],
    ['+12', 12],
    ['1234,5', 1234.5],
    ['1 234,50', 1234.5],
    ['1\u00a0234\u00a0567', 1234567],
    [',5', 0.5],
    ['00123', 123],
    ['12,5%', new Formatted(0.125, '0.00%')],
    ['7%', new Formatted(0.07, '0%')],
    ['1 234,50 ₽', new Formatted(1234.5, '#,##0.00 "₽"')],
    ['500 руб.', new Formatted(500, '#,##0.00 "₽"')],
    ['1e5', new Formatted(100_000, '0.00E+00')],
    ['1,5e3', new Formatted(1500, '0.00E+00')],
    ['(15)', -15],
    ['1.5', new Formatted(serial(2026, 5, 1), 'dd.MM')],
    ['31.12.2026', new Formatted(serial(2026, 12, 31), 'dd.MM.yyyy')],
    ['31.12.26', new Formatted(serial(2026, 12, 31), 'dd.MM.yyyy')],
    ['1/2', new Formatted(serial(2026, 2, 1), 'dd.MM')],
    ['2026-10-05', new Formatted(serial(2026, 10, 5), 'yyyy-MM-dd')],
    ['2026-10', new Formatted(serial(2026, 10, 1), 'yyyy-MM')],
    ['5 октября 2026', new Formatted(serial(2026, 10, 5), 'dd.MM.yyyy')],
    ['31 мая 2026 г.', new Formatted(serial(2026, 5, 31), 'dd.MM.yyyy')],
    ['12:30', new Formatted(0.5208333333333334, 'H:mm')],
    ['31.12.2026 12:00', new Formatted(serial(2026, 12, 31) + 0.5, 'dd.MM.yyyy H:mm:ss')],
    ['31.02.2026', '31.02.2026'],
    ['32.12', '32.12'],
    ['25:00', '25:00'],
    ['1,234,567', '1,234,567'],
    ['1.5.7.2', '1.5.7.2'],
    ['ИСТИНА', true],
    ['ложь', false],
    ['TRUE', true],
    ["'007", '007'],
    ["'=СУММ", '=СУММ'],
    ["'", ''],
    ['=A1*2', new Formula('=A1*2')],
    ['=', '='],
    ['+A1', new Formula('=+A1')],
    ['+7 (999) 123-45-67', new Formula('=+7 (999) 123-45-67')],
    ['-A1', '-A1'],
    ['@ivan', '@ivan'],
  ])('%j', (text, cell) => {
    expect(typed(text, 'ru_RU')).toEqual(cell);
  });
});

describe('a text typed into an English file', () => {
  it.each<[string, unknown]>([
    ['1.5', 1.5],
    ['1,234.50', 1234.5],
    ['1,000,000', 1_000_000],
    ['2.000', 2],
    ['1234,5', '1234,5'],
    ['$2.99', new Formatted(2.99, '"$"#,##0.00')],
    ['-$5', new Formatted(-5, '"$"#,##0.00')],
    ['50%', new Formatted(0.5, '0%')],
    ['12/31/2026', new Formatted(serial(2026, 12, 31), 'M/d/yyyy')],
    ['1/2', new Formatted(serial(2026, 1, 2), 'M/d')],
    ['31/12/2026', '31/12/2026'],
    ['31.12.2026', '31.12.2026'],
    ['Oct 5, 2026', new Formatted(serial(2026, 10, 5), 'M/d/yyyy')],
    ['5 October 2026', new Formatted(serial(2026, 10, 5), 'M/d/yyyy')],
    ['3:30 PM', new Formatted(0.6458333333333334, 'H:mm')],
    ['true', true],
    ['ИСТИНА', 'ИСТИНА'],
    ['007', 7],
  ])('%j', (text, cell) => {
    expect(typed(text, 'en_US')).toEqual(cell);
  });
});

it('keeps every text as it is under the format @, except the leading apostrophe', () => {
  const texts = ['00123', '1.5', '=A1', '+7 999', '12%', "'007"];
  expect(texts.map((text) => typed(text, 'ru_RU', true))).toEqual(['00123', '1.5', '=A1', '+7 999', '12%', '007']);
});
