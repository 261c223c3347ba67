// Number formats come back as a script wrote them.
import { FormatBook, isDateFormat, toEngineFormat } from '../../../../local/runtime/spreadsheet/number-format';

it.each([
  ['General', ''],
  ['general', ''],
  ['0.###############', ''],
  ['@', '@'],
  ['#,##0.00 ₽', '#,##0.00 "₽"'],
  ['[$₽-419]#,##0', '"₽"#,##0'],
  ['#,##0;[Red]-#,##0', '#,##0;-#,##0'],
  ['0.0%', '0.0%'],
  ['0.00E+00', '0.00'],
  ['dd.MM.yyyy', 'dd.mm.yyyy'],
  ['M/d/yyyy H:mm:ss', 'm/d/yyyy hh:mm:ss'],
  ['[h]:mm', 'hhhh:mm'],
  ['d MMMM yyyy', 'd mmmm yyyy'],
  ['yyyy-MM', 'yyyy-mm'],
])('the pattern %s is %j in the engine', (google, engine) => {
  expect(toEngineFormat(google)).toBe(engine);
});

it.each([
  ['dd.MM.yyyy', true],
  ['H:mm', true],
  ['[h]:mm:ss', true],
  ['yyyy-MM', true],
  ['@', false],
  ['General', false],
  ['0.00%', false],
  ['#,##0" дней"', false],
  ['[Red]0', false],
  ['"дом" 0', false],
])('numbers under %s are dates: %s', (format, dates) => {
  expect(isDateFormat(format)).toBe(dates);
});

it('gives back the pattern a script wrote, also when two patterns look alike in the engine', () => {
  const book = new FormatBook();
  const patterns = ['dd.MM.yyyy', 'dd.mm.yyyy', '0.00', '0.00E+00', '[Red]0.00', '#,##0 ₽'];
  const engine = patterns.map((pattern) => book.engine(pattern));
  expect(new Set(engine).size).toBe(patterns.length);
  expect(engine.map((pattern) => book.google(pattern))).toEqual(patterns);
  expect(new FormatBook(book.save()).google(engine[0])).toBe('dd.MM.yyyy');
});
