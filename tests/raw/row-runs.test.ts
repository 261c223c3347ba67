// Rows that are written together.
import fc from 'fast-check';
import { neighbours, runsOf } from '../../src/raw/row-runs';
import { FUZZ } from '../fuzz';

describe('rows are written together', () => {
  it('when they are neighbours', () => {
    expect(neighbours([1, 2, 3, 7, 9, 10])).toEqual([
      { from: 1, count: 3 },
      { from: 7, count: 1 },
      { from: 9, count: 2 },
    ]);
  });

  it('across a gap that is small enough, if every row of it may be written', () => {
    expect(runsOf([1, 4, 8], 2, 100, () => true)).toEqual([
      { from: 1, count: 4 },
      { from: 8, count: 1 },
    ]);
    expect(runsOf([1, 4], 2, 100, (row) => row !== 3)).toHaveLength(2);
  });

  it('up to a number of rows', () => {
    expect(neighbours([0, 1, 2, 3, 4], 2).map((run) => run.count)).toEqual([2, 2, 1]);
  });

  it('and each is written once', () => {
    const rows = fc.uniqueArray(fc.nat(60)).map((list) => list.sort((a, b) => a - b));
    fc.assert(
      fc.property(rows, fc.nat(4), fc.integer({ min: 1, max: 8 }), (list, gap, most) => {
        const covered = runsOf(list, gap, most, () => true).flatMap(({ from, count }) => {
          expect(count).toBeLessThanOrEqual(most);
          return Array.from({ length: count }, (_, at) => from + at);
        });
        expect(new Set(covered).size).toBe(covered.length);
        expect(list.filter((row) => !covered.includes(row))).toEqual([]);
        expect(covered.length - list.length).toBeLessThanOrEqual(gap * list.length);
      }),
      FUZZ,
    );
  });
});
