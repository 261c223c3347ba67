// Formulas between the syntax of the file and that of the engine.
import fc from 'fast-check';
import { fromCanonical, mentions, toCanonical } from '../../../../local/runtime/spreadsheet/formula';

describe('a formula between the syntax of the file and that of the engine', () => {
  it.each([
    ['ru_RU', '=SUM(C2;C3)*1,5', '=SUM(C2,C3)*1.5'],
    ['ru_RU', '=IF(A1="да; нет, 1,5";1;0)', '=IF(A1="да; нет, 1,5",1,0)'],
    ['ru_RU', "='Данные; 1,5'!A1+2,25", "='Данные; 1,5'!A1+2.25"],
    ['ru_RU', '={1\\2;3\\4,5}', '={1,2;3,4.5}'],
    ['ru_RU', '={SUM(A1;B1)\\2}', '={SUM(A1,B1),2}'],
    ['ru_RU', '=B24_REVENUE("2026-10";"Иванова";B24_DATA)', '=B24_REVENUE("2026-10","Иванова",B24_DATA)'],
    ['en_US', '=SUM(C2,C3)*1.5', '=SUM(C2,C3)*1.5'],
    ['en_US', '={1,2;3,4}', '={1,2;3,4}'],
  ] as const)('%s %s', (locale, shown, canonical) => {
    expect(toCanonical(shown, locale)).toBe(canonical);
    expect(fromCanonical(canonical, locale)).toBe(shown);
  });

  it('takes ; as a separator in an English file too', () => {
    expect(toCanonical('=SUM(A1;B1)', 'en_US')).toBe('=SUM(A1,B1)');
  });

  it('keeps a comma that Russian syntax does not allow, in a form the engine refuses', () => {
    const canonical = toCanonical('=SUM(A1,B1)', 'ru_RU');
    expect(canonical).not.toBe('=SUM(A1,B1)');
    expect(fromCanonical(canonical, 'ru_RU')).toBe('=SUM(A1,B1)');
  });

  it('shows a lost reference as Google does', () => {
    expect(fromCanonical('=SUM(#REF,1.5)', 'ru_RU')).toBe('=SUM(#REF!;1,5)');
  });

  it('comes back unchanged, whatever texts and numbers it holds', () => {
    const number = fc.double({ min: 0, max: 1e6, noNaN: true }).map((value) => value.toFixed(2).replace('.', ','));
    const text = fc.string({ maxLength: 8 }).map((value) => `"${value.replaceAll('"', '""')}"`);
    const formula = fc
      .array(fc.oneof(number, text, fc.constant('A1'), fc.constant("'Лист 1'!B2")), { minLength: 1 })
      .map((parts) => `=F(${parts.join(';')})`);
    fc.assert(
      fc.property(formula, (shown) => fromCanonical(toCanonical(shown, 'ru_RU'), 'ru_RU') === shown),
      process.env['FC_SEED'] === undefined ? {} : { seed: Number(process.env['FC_SEED']) },
    );
  });
});

it('names the sheets, functions and names a formula mentions; cells of other sheets and texts are no names', () => {
  expect(mentions('=SUM(\'Мой лист\'!A1,Данные!B:B,Лист3!2:5)+IF(B24_DATA="x",INDIRECT("Сырьё!A1"),C4+SUM(D:D,2:3))')).toEqual({
    sheets: ['Мой лист', 'Данные', 'Лист3'],
    functions: ['SUM', 'IF', 'INDIRECT', 'SUM'],
    names: ['B24_DATA', 'C4', 'D', 'D', '2'],
  });
});
