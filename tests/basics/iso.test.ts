// ISO moments: an offset is part of the moment, nothing else is one.
import fc from 'fast-check';
import { instantOf, isoMoment, writtenOffset } from '../../src/iso';
import { FUZZ } from '../fuzz';

describe('an ISO moment', () => {
  it.each([
    ['2024-08-30T14:29:00+02:00', 1725020940],
    ['2024-08-30T12:29:00Z', 1725020940],
    ['2024-08-30 09:29:00-03:00', 1725020940],
    ['2024-08-30T17:59:00.250+05:30', 1725020940],
    ['9999-12-31T00:00:00+00:00', 253402214400],
  ])('%s is %i', (text, instant) => {
    expect(instantOf(text)).toBe(instant);
  });

  it.each([['2024-08-30T14:29:00'], ['2024-08-30'], ['30.08.2024 14:29:00'], [''], ['soon']])('%j is none', (text) => {
    expect([instantOf(text), writtenOffset(text)]).toEqual([Number.NaN, Number.NaN]);
  });

  it('is written back in any offset', () => {
    expect([isoMoment(1725020940, 10800), isoMoment(1725020940, -12600), isoMoment(1725020940, 0)]).toEqual([
      '2024-08-30T15:29:00+03:00',
      '2024-08-30T08:59:00-03:30',
      '2024-08-30T12:29:00+00:00',
    ]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), fc.integer({ min: -47, max: 56 }), (instant, quarters) => {
        const text = isoMoment(instant, quarters * 900);
        expect([instantOf(text), writtenOffset(text)]).toEqual([instant, quarters * 900]);
      }),
      FUZZ,
    );
  });
});
