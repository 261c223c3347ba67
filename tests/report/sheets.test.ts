// Report sheets as data: reviewed golden layouts, and rules that every formula of them keeps.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { periodArgument } from '../../src/functions/arguments/period';
import { pipelinesArgument } from '../../src/functions/arguments/pipeline';
import { peopleArgument } from '../../src/functions/arguments/who';
import { FUNCTION_NAMES } from '../../src/functions/names';
import { reportWords } from '../../src/locale/report-words';
import { withSeparator } from '../../src/report/formula';
import { REPORT_IDS, reportSheets, USUAL_REPORTS } from '../../src/report/sheets';
import type { ReportSheet } from '../../src/report/spec';
import { labels } from '../functions/small-company';

const english = { ...labels, lang: 'en' as const, baseCurrency: 'USD' };
const sheets: [string, ReportSheet][] = [
  ...reportSheets(REPORT_IDS, labels, 'ru').map((sheet): [string, ReportSheet] => [`${sheet.id}.ru`, sheet]),
  ...reportSheets(REPORT_IDS, english, 'en').map((sheet): [string, ReportSheet] => [`${sheet.id}.en`, sheet]),
];

/** Functions that Google Sheets and the local engine share, beside ours. */
const SHARED = [
  ...['IF', 'IFERROR', 'OR', 'AND', 'SUM', 'INDEX', 'MATCH', 'MAX', 'MIN', 'FILTER'],
  ...['UNIQUE', 'SORT', 'COUNTIF', 'COUNTIFS', 'SUMIF', 'TRANSPOSE'],
];

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

const cellsOf = ({ blocks }: ReportSheet) => ({
  values: blocks.flatMap(({ values }) => values),
  formulas: blocks.flatMap(({ formulas }) => formulas),
  spills: blocks.flatMap(({ spills }) => spills),
});

describe.each(sheets)('%s', (_name, sheet) => {
  const grid: Area = { top: 1, left: 1, bottom: sheet.rows, right: sheet.columns };
  const { values, formulas, spills } = cellsOf(sheet);
  const conditions = sheet.blocks.flatMap(({ conditions }) => conditions);
  const texts = [...formulas, ...conditions].flatMap((one) => ('formula' in one ? [one.formula] : []));

  test('uses only our functions and those that both engines have', () => {
    const used = texts.flatMap((formula) =>
      [...formula.replace(/"(?:[^"]|"")*"/g, '""').matchAll(/([A-Z][A-Z0-9_]*)\(/g)].map((match) => match[1] ?? ''),
    );
    expect([...new Set(used)].filter((name) => !SHARED.includes(name) && !(FUNCTION_NAMES as readonly string[]).includes(name))).toEqual(
      [],
    );
  });

  test('gives every function of ours the stamp as its last argument', () => {
    const ours = texts.filter((formula) => /B24_[A-Z_]+\(/.test(formula));
    expect(ours.length).toBeGreaterThan(2);
    for (const formula of ours)
      for (const [call] of formula.replace(/"(?:[^"]|"")*"/g, '""').matchAll(/B24_[A-Z_]+\([^()]*\)/g))
        expect(call).toMatch(/[(,]B24_DATA\)$/);
  });

  test('keeps every block in the grid and everything of a block in its area; blocks do not touch', () => {
    expect(sheet.columnWidths.length).toBe(sheet.columns);
    expect(new Set(sheet.blocks.map(({ id }) => id)).size).toBe(sheet.blocks.length);
    for (const block of sheet.blocks) {
      const area = areaOf(block.area);
      const places = [
        ...[...block.values, ...block.formulas, ...block.looks, ...block.notes].map(({ a1 }) => a1),
        ...block.merges,
        ...block.typed,
        ...block.spills.map(({ area }) => area),
        ...block.conditions.flatMap(({ ranges }) => ranges),
        ...(block.anchor ? [block.anchor] : []),
      ];
      expect(places.filter((a1) => !inside(areaOf(a1), area))).toEqual([]);
      expect(inside(area, grid)).toBe(true);
      expect(sheet.blocks.filter((other) => other !== block && touches(areaOf(other.area), area)).map(({ id }) => id)).toEqual([]);
    }
    expect(sheet.charts.flatMap(({ ranges }) => ranges).filter((a1) => !inside(areaOf(a1), grid))).toEqual([]);
  });

  test('leaves the areas of spilling tables empty, apart from their anchors', () => {
    const written = [...values, ...formulas, ...sheet.switches].map(({ a1 }) => a1);
    for (const { anchor, area } of spills) {
      expect(written.filter((a1) => a1 !== anchor && inside(areaOf(a1), areaOf(area)))).toEqual([]);
      expect(spills.filter((other) => other.area !== area && touches(areaOf(other.area), areaOf(area)))).toEqual([]);
    }
  });

  test('has charts that stand clear of the blocks and of each other', () => {
    const left = (at: number): number => sheet.columnWidths.slice(0, at - 1).reduce((sum, width) => sum + width, 0);
    const columnAt = (pixel: number): number => {
      let at = 1;
      while (at < sheet.columns && left(at + 1) < pixel) at++;
      return at;
    };
    const zones = sheet.charts.map(({ position: { row, column, width, height } }): Area => {
      return { top: row, left: column, bottom: row + Math.ceil(height / 21) - 1, right: columnAt(left(column) + width) };
    });
    for (const [at, zone] of zones.entries()) {
      expect(sheet.blocks.filter(({ area }) => touches(areaOf(area), zone)).map(({ id }) => id)).toEqual([]);
      expect(zones.filter((other, index) => index !== at && touches(other, zone))).toEqual([]);
      expect(zone.bottom).toBeLessThanOrEqual(sheet.rows);
    }
  });

  test('offers only choices that the functions understand', () => {
    for (const choice of sheet.switches) {
      expect(choice.values).toContain(choice.initial);
      expect(choice.values.length).toBeLessThanOrEqual(500);
      for (const value of choice.values) {
        if (value === reportWords.likeSummary.ru || value === reportWords.likeSummary.en) continue;
        if (choice.id === 'period') expect(() => periodArgument(value, labels)).not.toThrow();
        if (choice.id === 'who') expect(() => peopleArgument(value, labels)).not.toThrow();
        if (choice.id === 'pipeline') expect(() => pipelinesArgument(value, labels)).not.toThrow();
      }
    }
  });

  test('uses one palette: no colour without a name', () => {
    const colours = JSON.stringify(sheet).match(/#[0-9a-f]{6}/g) ?? [];
    expect([...new Set(colours)].length).toBeLessThanOrEqual(13);
  });
});

test('a formula is rendered for the separator of the file: texts stay as they are', () => {
  expect(withSeparator('=IF(A1<>"a, b",SUM(B1,1.5),"1,5 ""x, y""")', ';')).toBe('=IF(A1<>"a, b";SUM(B1;1,5);"1,5 ""x, y""")');
  expect(withSeparator('=SUM(A1,2)', ',')).toBe('=SUM(A1,2)');
  expect(withSeparator("=SUM('Лист, 1'!A1,2)", ';')).toBe("=SUM('Лист, 1'!A1;2)");
});

test('the sheets that are built by default have at most 40 cells with functions of ours', () => {
  const cells = sheets
    .filter(([name, { id }]) => name.endsWith('.ru') && USUAL_REPORTS.includes(id))
    .flatMap(([, sheet]) => cellsOf(sheet).formulas);
  expect(cells.filter(({ formula }) => /B24_[A-Z_]+\(/.test(formula)).length).toBeLessThanOrEqual(40);
});
