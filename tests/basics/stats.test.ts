// Intervals of shares and their differences, against formulas written a second time.
import fc from 'fast-check';
import { round } from '../../src/money';
import { mean, median, newcombe, quantile, ratio, wilson } from '../../src/stats';
import { FUZZ } from '../fuzz';
import { golden } from '../golden-kpi';
import { wilson as reference } from './reference-stats';

const percent = (value: number) => round(value * 100, 2);

describe('intervals', () => {
  test.each(golden.unitCases.wilson)('Wilson, $k of $n', ({ k, n, ci }) => {
    const interval = wilson(k, n);
    expect(interval && [percent(interval.low), percent(interval.high)]).toEqual(ci);
  });

  test('0 of 0 has no interval', () => expect(wilson(0, 0)).toBeNull());

  test('Wilson bounds solve the score equation', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(), (n, seed) => {
        const k = seed % (n + 1);
        const interval = wilson(k, n);
        const [low, high] = reference(k, n);
        expect(interval?.low).toBeCloseTo(low, 9);
        expect(interval?.high).toBeCloseTo(high, 9);
      }),
      FUZZ,
    );
  });

  test.each(golden.unitCases.newcombe)('Newcombe, $k1/$n1 against $k2/$n2', ({ k1, n1, k2, n2, diff }) => {
    const difference = newcombe(k1, n1, k2, n2);
    expect(difference && [difference.value, difference.low, difference.high].map(percent)).toEqual(diff);
  });

  test('a difference with nobody on one side is none', () => expect(newcombe(1, 2, 0, 0)).toBeNull());
});

describe('quantiles', () => {
  test.each(golden.unitCases.percentileInc)('PERCENTILE.INC of $values', ({ values, p50, p90 }) => {
    const rounded = (value: number | null) => (value === null ? null : round(value, 10));
    expect([rounded(quantile(values, 0.5)), rounded(quantile(values, 0.9))]).toEqual([p50, p90]);
  });

  test('the order of values does not matter and is kept', () => {
    const values = [28, 8, 27, 10];
    expect([median(values), values]).toEqual([18.5, [28, 8, 27, 10]]);
  });

  test('nothing has no mean, no median, no ratio', () => {
    expect([mean([]), median([]), ratio(0, 0)]).toEqual([null, null, null]);
  });
});
