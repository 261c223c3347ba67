// Rounding of money: halves away from zero, no negative zero.
import fc from 'fast-check';
import { convertedMinor, minorUnits, round, units } from '../../src/money';
import { FUZZ } from '../fuzz';
import { golden } from '../golden-kpi';

describe('rounding', () => {
  test.each(golden.unitCases.roundHalfAwayFromZero)('$value to $digits digits is $result', ({ value, digits, result }) => {
    expect(round(Number(value), digits)).toBe(result);
  });

  test('nothing is rounded to a negative zero', () => {
    expect(Object.is(round(-0.001, 2), 0)).toBe(true);
  });

  test('every half of a minor unit goes away from zero', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), (minor) => {
        const half = Number(`${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')}5`);
        expect([minorUnits(half), minorUnits(-half)]).toEqual([minor + 1, -(minor + 1)]);
      }),
      FUZZ,
    );
  });

  test('a value just below a half is rounded down', () => {
    expect([minorUnits(1.00499), minorUnits(2.6749999), minorUnits(123456789.014999)]).toEqual([100, 267, 12345678901]);
  });
});

describe('money', () => {
  test('an amount is converted and rounded once', () => {
    expect([convertedMinor(10, 90), convertedMinor(0.5, 0.01), convertedMinor(33.35, 0.1), convertedMinor(-0.15, 0.1)]).toEqual([
      90000, 1, 334, -2,
    ]);
  });

  test('units and minor units are inverse', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (minor) => {
        expect(minorUnits(units(minor))).toBe(minor);
      }),
      FUZZ,
    );
  });
});
