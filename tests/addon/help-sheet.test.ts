// The sheet «Справка»: every function and metric, in the language of the file, from a page of the bundle that no cell reads.
import { FUNCTION_NAMES } from '../../src/functions/names';
import { METRIC_IDS } from '../../src/metrics/catalogue';
import { reviewed, shownSheet } from '../golden/shown-sheet';
import { open } from './loaded-desk';

function helpDesk(lang: 'ru' | 'en') {
  const desk = open({ lang });
  desk.runtime.run('menuHelp', [], { as: 'menu' });
  return desk;
}

describe.each([
  ['ru', 'Справка'],
  ['en', 'Help'],
] as const)('in a file of the language %s', (lang, name) => {
  const desk = helpDesk(lang);
  const cells = (): string[][] => desk.runtime.spreadsheet.dump(name) as string[][];

  test('has a row for every function, then for every metric', () => {
    const first = cells()
      .slice(1)
      .map((row) => row[0]);
    expect(first.slice(0, FUNCTION_NAMES.length)).toEqual([...FUNCTION_NAMES]);
    expect(first).toHaveLength(FUNCTION_NAMES.length + METRIC_IDS.length);
  });

  test('shows what was reviewed', () => {
    const shown = shownSheet(desk, name);
    expect(shown).toBe(reviewed('help', lang, shown));
  });

  test('shows examples as text: none of them is calculated', () => {
    const examples = cells()
      .slice(1)
      .map((row) => row[3]);
    expect(examples.filter((example) => !String(example).startsWith('=B24_'))).toEqual([]);
  });

  test('drawn again it is the same sheet', () => {
    const before = cells();
    desk.runtime.run('menuHelp', [], { as: 'menu' });
    expect([desk.runtime.spreadsheet.sheets().filter((sheet) => sheet.name.startsWith(name)).length, cells()]).toEqual([1, before]);
  });
});
