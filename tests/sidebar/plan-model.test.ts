// The table of plans between two savings: what is typed, undone, copied, raised, spread, pasted and summed.
import fc from 'fast-check';
import type { PlanTable } from '../../src/functions/plan-editor';
import {
  type Change,
  copiedMonth,
  discarded,
  editsOf,
  goalsForBlanks,
  movedDraft,
  openState,
  parsed,
  pasted,
  pastFacts,
  raised,
  redone,
  spread,
  sumOf,
  sumOfLine,
  targetAt,
  typed,
  undone,
} from '../../src/sidebar/plan-model';

const line = (id: number, group: string, targets: Record<number, number>): PlanTable['lines'][number] => ({
  id,
  name: `n${id}`,
  group,
  targets: Array.from({ length: 12 }, (_, month) => targets[month] ?? null),
  lastYear: Array(12).fill(null),
  facts: Array(12).fill(null),
  goals: Array.from({ length: 12 }, (_, month) => (month < 6 ? null : [900.4, 1000.6, 1200])),
});
const table = (more: Partial<PlanTable> = {}): PlanTable => ({
  year: 2026,
  metric: 'wonSum',
  scope: 'manager',
  lang: 'ru',
  unit: 'money',
  additive: true,
  currency: 'RUB',
  metrics: [],
  months: Array.from({ length: 12 }, (_, at) => ({
    month: `2026-${String(at + 1).padStart(2, '0')}`,
    name: `m${at}`,
    workdays: 20 + (at % 3),
    season: null,
  })),
  lines: [line(11, 'A', { 0: 100, 1: 200 }), line(12, 'A', { 0: 50 }), line(13, 'B', {})],
  company: Array(12).fill(null),
  departments: [],
  longPlans: [],
  now: '2026-06',
  ...more,
});
const all = (state: ReturnType<typeof openState>): (number | null)[] =>
  state.table.lines.flatMap((_, at) => Array.from({ length: 12 }, (_, month) => targetAt(state, at, month)));

test('a typed cell is an edit with what was shown; typed back to what is saved it is none', () => {
  const once = typed(openState(table()), [
    { line: 0, month: 1, target: 250 },
    { line: 2, month: 0, target: 10 },
    { line: 1, month: 0, target: null },
  ]);
  expect(editsOf(once)).toEqual([
    { owner: 11, month: '2026-02', was: 200, target: 250 },
    { owner: 13, month: '2026-01', was: null, target: 10 },
    { owner: 12, month: '2026-01', was: 50, target: null },
  ]);
  expect(editsOf(typed(once, [{ line: 0, month: 1, target: 200 }])).map(({ owner }) => owner)).toEqual([13, 12]);
});

test('any steps are undone one by one to what was, and done again to what they made', () => {
  const change: fc.Arbitrary<Change> = fc.record({
    line: fc.integer({ min: 0, max: 2 }),
    month: fc.integer({ min: 0, max: 11 }),
    target: fc.option(fc.integer({ min: 0, max: 300 })),
  });
  fc.assert(
    fc.property(fc.array(fc.array(change, { maxLength: 4 }), { maxLength: 8 }), (steps) => {
      const states = [openState(table())];
      for (const step of steps) states.push(typed(states[states.length - 1] ?? openState(table()), step));
      let last = states[states.length - 1] ?? openState(table());
      const end = all(last);
      for (let at = 0; at < states.length; at++) last = undone(last);
      expect(all(last)).toEqual(all(openState(table())));
      for (let at = 0; at < states.length; at++) last = redone(last);
      expect(all(last)).toEqual(end);
    }),
  );
});

test('everything that is not saved can be given up, and that be undone', () => {
  const state = typed(openState(table()), [{ line: 0, month: 1, target: 250 }]);
  expect(editsOf(discarded(state))).toEqual([]);
  expect(all(undone(discarded(state)))).toEqual(all(state));
});

test('a month is copied where there is a plan, months are raised by percent and rounded as people plan', () => {
  expect(editsOf(copiedMonth(openState(table()), 0, 2))).toMatchObject([
    { owner: 11, month: '2026-03', target: 100 },
    { owner: 12, target: 50 },
  ]);
  expect(editsOf(raised(openState(table()), [0, 1], 7))).toMatchObject([{ target: 107 }, { target: 214 }, { target: 54 }]);
  const big = table({ lines: [line(11, '', { 0: 1_234_567, 1: 12_345 })] });
  expect(editsOf(raised(openState(big), [0, 1], 10))).toMatchObject([{ target: 1_358_000 }, { target: 13_600 }]);
});

test('a total spread over months adds up to the last kopeck, whatever the weights; without weights nothing changes', () => {
  const whole = fc.record({
    total: fc.integer({ min: 0, max: 90_000_000 }),
    weights: fc.array(fc.nat(25), { minLength: 3, maxLength: 3 }),
  });
  fc.assert(
    fc.property(whole, ({ total, weights }) => {
      const state = spread(openState(table()), 2, [3, 4, 5], total, weights);
      if (weights.every((weight) => weight === 0)) expect(editsOf(state)).toEqual([]);
      else expect(sumOfLine(state, 2, [3, 4, 5])).toBe(total);
    }),
  );
  expect(editsOf(spread(openState(table()), 2, [0, 1, 2], 630, [20, 21, 22])).map(({ target }) => target)).toEqual([200, 210, 220]);
});

test('goals fill only what has no plan', () => {
  const state = goalsForBlanks(typed(openState(table()), [{ line: 0, month: 6, target: 5 }]), [5, 6], 1);
  expect(editsOf(state).map(({ owner, month, target }) => [owner, month, target])).toEqual([
    [11, '2026-07', 5],
    [12, '2026-07', 1001],
    [13, '2026-07', 1001],
  ]);
});

test('a block of a spreadsheet is pasted from its corner; beyond the table it is left out; one cell that is no number stops all of it', () => {
  const { state, bad } = pasted(openState(table()), 1, 10, '1 200 000\t64,5\t9\r\n\t7\n1\t2\n');
  expect(bad).toEqual([]);
  expect(editsOf(state).map(({ owner, month, target }) => [owner, month, target])).toEqual([
    [12, '2026-11', 1_200_000],
    [12, '2026-12', 64.5],
    [13, '2026-12', 7],
  ]);
  expect(pasted(openState(table()), 0, 0, '5\tпять').bad).toEqual(['пять']);
  expect(editsOf(pasted(openState(table()), 0, 0, '5\tпять').state)).toEqual([]);
});

test('sums are of what is shown, also by a part of the lines; of metrics that do not add up there are none', () => {
  const state = typed(openState(table()), [{ line: 2, month: 0, target: 7 }]);
  expect([sumOf(state, 0), sumOf(state, 0, ({ group }) => group === 'A'), sumOf(state, 5), sumOfLine(state, 0, [0, 1])]).toEqual([
    157,
    150,
    null,
    300,
  ]);
  expect(sumOf(openState(table({ additive: false })), 0)).toBeNull();
});

test('a draft follows its owners when lines have moved; what is saved by now is no draft', () => {
  const state = typed(openState(table()), [
    { line: 0, month: 1, target: 250 },
    { line: 2, month: 0, target: 10 },
  ]);
  const to = table({ lines: [line(13, 'B', { 0: 10 }), line(11, 'A', { 0: 100, 1: 200 })] });
  expect([...movedDraft(state.draft, state.table, to)]).toEqual([['1:1', 250]]);
});

test.each([
  ['', null],
  [' ', null],
  ['1200', 1200],
  ['1 200 000', 1_200_000],
  ['1\u00a0200,50', 1200.5],
  ['1,200', 1200],
  ['1.200.000', 1_200_000],
  ['1.200,5', 1200.5],
  ['1,200.5', 1200.5],
  ['1,25', 1.25],
  ['0,125', 0.125],
  ['1,2 млн', 1_200_000],
  ['15 тыс.', 15_000],
  ['2m', 2_000_000],
  ['300 ₽', 300],
  ['-5', undefined],
  ['пять', undefined],
  ['=1+1', undefined],
  ['5%', undefined],
  ['1e9', undefined],
  ['1,,2', undefined],
] as const)('«%s» as money is %p', (text, expected) => {
  expect(parsed(text, 'money')).toBe(expected);
});

test.each([
  ['64%', 0.64],
  ['64', 0.64],
  ['0,64', 0.64],
  ['7,5 %', 0.075],
  ['1', 1],
])('«%s» as a share is %p', (text, expected) => {
  expect(parsed(text, 'share')).toBe(expected);
});

test('beside a plan stand the same month a year ago and the last complete month; of a month that is over its own fact', () => {
  const one = {
    ...line(11, 'A', {}),
    lastYear: [10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120],
    facts: [1, 2, 3, 4, 5, ...Array(7).fill(null)],
  };
  const told = (month: number, owner = one) => pastFacts(table(), owner, month).map((fact) => Object.values(fact).join(' '));
  expect(told(2)).toEqual(['fact m2 2026 3', 'lastYear m2 2025 30']);
  expect(told(5)).toEqual(['lastYear m5 2025 60', 'lastMonth m4 2026 5']);
  expect(told(11)).toEqual(['lastYear m11 2025 120', 'lastMonth m4 2026 5']);
  const next = { ...one, facts: Array(12).fill(null) };
  expect(told(0, next)).toEqual(['lastYear m0 2025 10', 'lastMonth m11 2025 120']);
  // Who was not there a year ago has no year to compare with.
  expect(told(5, { ...one, lastYear: [0, 0, 0, 0, 0, 0, 0, 7, 0, 0, 0, 0] })).toEqual(['lastMonth m4 2026 5']);
  expect(told(8, { ...one, lastYear: [0, 0, 0, 0, 0, 0, 0, 7, 0, 0, 0, 0] })).toEqual(['lastYear m8 2025 0', 'lastMonth m4 2026 5']);
  expect(told(5, { ...one, lastYear: Array(12).fill(null), facts: Array(12).fill(null) })).toEqual([]);
});
