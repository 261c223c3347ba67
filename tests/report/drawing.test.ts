// A layout in few calls leaves the cells as one call for each cell would.
import fc from 'fast-check';
import { addressOf, type Box, boxOf, cell, meets, outside } from '../../src/report/cells';
import { lookSteps, rectangles } from '../../src/report/drawing';
import type { RangeLook } from '../../src/report/spec';
import { FUZZ } from '../fuzz';

const SIZE = 6;
const box = fc
  .tuple(fc.nat(SIZE - 1), fc.nat(SIZE - 1), fc.nat(SIZE - 1), fc.nat(SIZE - 1))
  .map(
    ([a, b, c, d]): Box => ({ top: Math.min(a, b) + 1, bottom: Math.max(a, b) + 1, left: Math.min(c, d) + 26, right: Math.max(c, d) + 26 }),
  );
const cellsOf = ({ top, bottom, left, right }: Box): string[] =>
  Array.from({ length: bottom - top + 1 }, (_, row) =>
    Array.from({ length: right - left + 1 }, (_, at) => cell(top + row, left + at)),
  ).flat();

test('an address and its box are the same, across the column Z', () => {
  fc.assert(
    fc.property(box, (one) => {
      expect(boxOf(addressOf(one))).toEqual(one);
    }),
    FUZZ,
  );
  expect(boxOf('B7')).toEqual({ top: 7, left: 2, bottom: 7, right: 2 });
});

test('what lies outside of boxes are the cells in none of them, each once', () => {
  fc.assert(
    fc.property(box, fc.array(box, { maxLength: 4 }), (whole, holes) => {
      const left = outside(whole, holes).flatMap(cellsOf);
      const expected = cellsOf(whole).filter((a1) => !holes.some((hole) => meets(boxOf(a1), hole)));
      expect(left.sort()).toEqual(expected.sort());
    }),
    FUZZ,
  );
});

test('looks in steps paint every cell as the looks one after another do', () => {
  const look = fc.record({ box, background: fc.constantFrom('#000001', '#000002'), bold: fc.option(fc.boolean()) });
  fc.assert(
    fc.property(fc.array(look, { maxLength: 12 }), (all) => {
      const looks = all.map(({ box: one, background, bold }): RangeLook => {
        return { a1: addressOf(one), background, ...(bold === null ? {} : { bold }) };
      });
      const painted = (steps: readonly { key: string; value: unknown; ranges: readonly string[] }[]) => {
        const cells: Record<string, unknown> = {};
        for (const { key, value, ranges } of steps)
          for (const a1 of ranges.flatMap((range) => cellsOf(boxOf(range)))) cells[`${key} ${a1}`] = value;
        return cells;
      };
      const oneByOne = looks.flatMap(({ a1, ...rest }) => Object.entries(rest).map(([key, value]) => ({ key, value, ranges: [a1] })));
      expect(painted(lookSteps(looks))).toEqual(painted(oneByOne));
      expect(lookSteps(looks).length).toBeLessThanOrEqual(oneByOne.length);
    }),
    FUZZ,
  );
});

test('cells in rectangles are the same cells, the last of two for one place', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(box, fc.nat()), { maxLength: 25 }), (all) => {
      const cells = all.map(([one, value]) => ({ a1: cell(one.top, one.left), value }));
      const found = rectangles(cells).flatMap(({ a1, rows }) => rows.flat().map((one, at) => [cellsOf(boxOf(a1))[at], one.value] as const));
      expect(Object.fromEntries(found)).toEqual(Object.fromEntries(cells.map(({ a1, value }) => [a1, value])));
      expect(found.length).toBe(new Set(cells.map(({ a1 }) => a1)).size);
    }),
    FUZZ,
  );
});

test('a column of formulas is one rectangle, and so is a table', () => {
  const column = Array.from({ length: 5 }, (_, at) => ({ a1: `D${at + 3}` }));
  expect(rectangles(column).map(({ a1 }) => a1)).toEqual(['D3:D7']);
  expect(rectangles([...column, ...column.map((_, at) => ({ a1: `E${at + 3}` }))]).map(({ a1 }) => a1)).toEqual(['D3:E7']);
});
