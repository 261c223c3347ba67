// Report sheets as data: reviewed golden layouts, and rules that every formula of them keeps.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { periodArgument } from '../../src/functions/arguments/period';
import { pipelinesArgument } from '../../src/functions/arguments/pipeline';
import { peopleArgument } from '../../src/functions/arguments/who';
import { FUNCTION_NAMES } from '../../src/functions/names';
import { withSeparator } from '../../src/report/formula';
import { reportSheets } from '../../src/report/sheets';
import type { ReportSheet } from '../../src/report/spec';
import { labels } from '../functions/small-facts';

const english = { ...labels, lang: 'en' as const, baseCurrency: 'USD' };
const sheets: [string, ReportSheet][] = [
  ...reportSheets(labels, 'ru').map((sheet): [string, ReportSheet] => [`${sheet.id}.ru`, sheet]),
  ...reportSheets(english, 'en').map((sheet): [string, ReportSheet] => [`${sheet.id}.en`, sheet]),
];

/** Functions that Google Sheets and the local engine share, beside ours. */
const SHARED = ['IF', 'IFERROR', 'OR', 'AND', 'SUM', 'INDEX', 'MATCH', 'MAX', 'FILTER'];

const column = (name: string): number => [...name].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

interface Area {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

function areaOf(a1: string): Area {
  const match = /^([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/.exec(a1);
  if (!match) throw new Error(`not an address: ${a1}`);
  const [, left = '', top = '', right = left, bottom = top] = match;
  return { top: Number(top), left: column(left), bottom: Number(bottom), right: column(right) };
}

const inside = (inner: Area, outer: Area): boolean =>
  inner.top >= outer.top && inner.left >= outer.left && inner.bottom <= outer.bottom && inner.right <= outer.right;
const touches = (one: Area, other: Area): boolean =>
  one.top <= other.bottom && other.top <= one.bottom && one.left <= other.right && other.left <= one.right;

test.each(sheets)('%s is the layout that was reviewed', (name, sheet) => {
  const file = join(__dirname, '../golden/report', `${name}.json`);
  const text = `${JSON.stringify(sheet, null, 2)}\n`;
  // GOLDEN=update rewrites the file for review; a missing file is a failure.
  if (process.env['GOLDEN'] === 'update') writeFileSync(file, text);
  expect(existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : 'no golden file').toEqual(JSON.parse(text));
});

describe.each(sheets)('%s', (_name, sheet) => {
  const grid: Area = { top: 1, left: 1, bottom: sheet.rows, right: sheet.columns };
  const formulas = [...sheet.formulas.map(({ formula }) => formula), ...sheet.conditions.map(({ formula }) => formula)];

  test('uses only our functions and those that both engines have', () => {
    const used = formulas.flatMap((formula) =>
      [...formula.replace(/"(?:[^"]|"")*"/g, '""').matchAll(/([A-Z][A-Z0-9_]*)\(/g)].map((match) => match[1] ?? ''),
    );
    expect([...new Set(used)].filter((name) => !SHARED.includes(name) && !(FUNCTION_NAMES as readonly string[]).includes(name))).toEqual(
      [],
    );
  });

  test('gives every function of ours the stamp as its last argument', () => {
    const ours = formulas.filter((formula) => formula.includes('B24_'));
    expect(ours.length).toBeGreaterThan(2);
    for (const formula of ours) expect(formula).toMatch(/(?:\(|,)B24_DATA\)$/);
  });

  test('keeps everything in the grid, a width for each column', () => {
    const places = [
      ...sheet.values.map(({ a1 }) => a1),
      ...sheet.formulas.map(({ a1 }) => a1),
      ...sheet.switches.map(({ a1 }) => a1),
      ...sheet.looks.map(({ a1 }) => a1),
      ...sheet.notes.map(({ a1 }) => a1),
      ...sheet.merges,
      ...sheet.spills.map(({ area }) => area),
      ...sheet.conditions.flatMap(({ ranges }) => ranges),
      ...sheet.charts.flatMap(({ ranges }) => ranges),
    ];
    expect(places.filter((a1) => !inside(areaOf(a1), grid))).toEqual([]);
    expect(sheet.columnWidths.length).toBe(sheet.columns);
  });

  test('leaves the areas of spilling tables empty, apart from their anchors', () => {
    const written = [...sheet.values, ...sheet.formulas, ...sheet.switches].map(({ a1 }) => a1);
    for (const { anchor, area } of sheet.spills) {
      expect(written.filter((a1) => a1 !== anchor && inside(areaOf(a1), areaOf(area)))).toEqual([]);
      expect(sheet.spills.filter((other) => other.area !== area && touches(areaOf(other.area), areaOf(area)))).toEqual([]);
    }
  });

  test('offers only choices that the functions understand', () => {
    for (const choice of sheet.switches) {
      expect(choice.values).toContain(choice.initial);
      expect(choice.values.length).toBeLessThanOrEqual(500);
      for (const value of choice.values) {
        if (choice.id === 'period') expect(() => periodArgument(value, labels)).not.toThrow();
        if (choice.id === 'who') expect(() => peopleArgument(value, labels)).not.toThrow();
        if (choice.id === 'pipeline') expect(() => pipelinesArgument(value, labels)).not.toThrow();
      }
    }
  });

  test('uses one palette: no colour without a name', () => {
    const colours = JSON.stringify(sheet).match(/#[0-9a-f]{6}/g) ?? [];
    expect([...new Set(colours)].length).toBeLessThanOrEqual(11);
  });
});

test('a formula is rendered for the separator of the file: texts stay as they are', () => {
  expect(withSeparator('=IF(A1<>"a, b",SUM(B1,1.5),"1,5 ""x, y""")', ';')).toBe('=IF(A1<>"a, b";SUM(B1;1,5);"1,5 ""x, y""")');
  expect(withSeparator('=SUM(A1,2)', ',')).toBe('=SUM(A1,2)');
  expect(withSeparator("=SUM('Лист, 1'!A1,2)", ';')).toBe("=SUM('Лист, 1'!A1;2)");
});

test('charts stand clear of the tables', () => {
  for (const [, sheet] of sheets) {
    for (const { position } of sheet.charts) {
      // Rows are 21 pixels high unless they wrap.
      const bottom = position.row + Math.ceil(position.height / 21) - 1;
      const chart: Area = { top: position.row, left: 1, bottom, right: 12 };
      expect(sheet.spills.filter(({ area }) => touches(areaOf(area), chart)).map(({ area }) => area)).toEqual([]);
      expect(bottom).toBeLessThanOrEqual(sheet.rows);
    }
  }
});
