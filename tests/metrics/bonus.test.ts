// What a scheme pays, tier by tier, and what it says about the pay (M34).
import type { BonusScheme } from '../../src/inputs/bonus-scheme';
import { type BonusQuestion, bonusOf } from '../../src/metrics/bonus';

const scheme: BonusScheme = {
  name: '',
  fixed: 100,
  base: 'wonSum',
  mode: 'marginal',
  tiers: [
    { upTo: 1, rate: 0.1 },
    { upTo: null, rate: 0.2 },
  ],
  threshold: 0,
  capTotal: null,
  kpiMultiplier: false,
  kpiMultiplierMax: 1.2,
};
const paid = (fact: number, change: Partial<BonusScheme> = {}, more: Partial<BonusQuestion> = {}) =>
  bonusOf({ ...scheme, ...change }, { fact, plan: 1000, score: null, active: true, ...more });
const tierOf = (index: number) => scheme.tiers[index];

test('everything that a payslip shows is told', () => {
  expect(paid(1500)).toEqual({
    attainment: 1.5,
    fixed: 100,
    parts: [
      { tier: tierOf(0), base: 1000, paid: 100 },
      { tier: tierOf(1), base: 500, paid: 100 },
    ],
    variable: 200,
    multiplier: 1,
    total: 300,
    capped: false,
    flags: [],
  });
});

test('a tier that the fact does not enter is not listed, the bound itself belonging to the lower one', () => {
  expect([paid(0).parts, paid(1000).parts, paid(-5).parts].map((parts) => parts.map(({ base }) => base))).toEqual([[], [1000], []]);
});

test('without a plan, or with a plan of 0, no tier is reached, be there no threshold either', () => {
  expect([null, 0].map((plan) => paid(1000, {}, { plan })).map(({ attainment, parts, total }) => [attainment, parts, total])).toEqual([
    [null, [], 100],
    [null, [], 100],
  ]);
});

test('a scheme without a cap never bites, a cap of 0 always', () => {
  expect([paid(1000), paid(1000, { capTotal: 0 })].map(({ total, capped }) => [total, capped])).toEqual([
    [200, false],
    [0, true],
  ]);
});

test('a cliff without a last bound pays its last rate for any fact', () => {
  const cliff = (fact: number) => paid(fact, { mode: 'cliff' }).parts;
  expect([cliff(1000), cliff(9000)]).toEqual([[{ tier: tierOf(0), base: 1000, paid: 100 }], [{ tier: tierOf(1), base: 9000, paid: 1800 }]]);
});

test('a score matters, and is missed, only where the scheme multiplies by it', () => {
  const told = (kpiMultiplier: boolean, score: number | null) => {
    const { multiplier, flags } = paid(1000, { kpiMultiplier }, { score });
    return [multiplier, flags];
  };
  expect([told(true, 0.5), told(true, null), told(false, 0.5), told(false, null)]).toEqual([
    [0.5, []],
    [1, ['NO_SCORE']],
    [1, []],
    [1, []],
  ]);
});
