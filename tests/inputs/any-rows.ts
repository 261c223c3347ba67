// Rows that people, other programs or a hostile person put into input sheets: mostly the sheet's own words, sometimes anything.
import fc from 'fast-check';
import type { Lang } from '../../src/cell';
import { type Directory, INPUT_SHEETS, type InputCells, type InputSheetId } from '../../src/inputs/sheet';
import { inputSheet } from '../../src/inputs/sheets';
import { headersOf } from './typed';

/** Anything at all, and things that are nearly right. */
export const anyCell = fc.oneof(
  fc.anything(),
  fc.string(),
  fc.double(),
  fc.date({ noInvalidDate: false }),
  fc.constantFrom('', ' ', '#REF!', '=1+1', '__proto__', 'constructor', 'toString', -0, Number.NaN, 'Пример', '😀'.repeat(40)),
);

/** Of what company and what time the rows speak. */
export interface Told {
  /** Whose drop-downs the words are from, language by language. */
  readonly directories: readonly Directory[];
  /** Names, or parts of them, as people type them. */
  readonly names: readonly string[];
  readonly periods: readonly unknown[];
}

/** Rows of a sheet, without its header. */
export function rowsOf(id: InputSheetId, { directories, names, periods }: Told): fc.Arbitrary<unknown[][]> {
  const near = fc.oneof(
    fc.constantFrom<unknown>(...names, 'все', 'all', 'USD', 'да', 'yes'),
    fc.constantFrom<unknown>(...periods, 2026, '2026-W2', '05.11.2026', '1 2026', 'май', new Date('2026-11-16T21:00:00Z')),
    fc.oneof(fc.constantFrom<unknown>('5 %', '1 200,5 ₽', 0, 1, 0.5, 64, -1, '120 %'), fc.double({ min: -10, max: 200, noNaN: true })),
  );
  const cells = inputSheet(id).columns.map(({ choices }) => {
    const words = directories.flatMap((directory) => [...choices(directory)]);
    return fc.oneof(
      { weight: 6, arbitrary: words.length > 0 ? fc.constantFrom<unknown>(...words) : near },
      { weight: 2, arbitrary: near },
      fc.constant(''),
      anyCell,
    );
  });
  return fc.array(fc.tuple(...cells), { maxLength: 12 });
}

/** Every sheet with its header in the language of its words. */
export function sheetsOf(told: Told & { readonly lang: Lang }): fc.Arbitrary<InputCells> {
  const sheets = INPUT_SHEETS.map((id) => [id, rowsOf(id, told).map((rows) => [headersOf(id, told.lang), ...rows])] as const);
  return fc.record(Object.fromEntries(sheets));
}
