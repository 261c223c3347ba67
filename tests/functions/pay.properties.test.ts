// Whatever is typed into the functions of pay, with pay switched on: a clean cell, a rectangular table, or one of the product's own sentences.
import fc from 'fast-check';
import { isKpiError } from '../../src/errors';
import { FUZZ } from '../fuzz';
import { approvedMonth, askPay, payDesk, statement } from './pay-desk';

const value = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      '2025-05',
      '2025',
      '2025-Q2',
      'этот месяц',
      'все',
      'Анна',
      12,
      13,
      'Отдел продаж 1',
      'Без менеджера',
      'статус',
      'итог',
      'Общая',
      '2026',
    ),
  },
  { weight: 2, arbitrary: fc.constantFrom('', undefined, null) },
  { weight: 1, arbitrary: fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.date()) },
);
const argument = fc.oneof(
  { weight: 5, arbitrary: value },
  { weight: 1, arbitrary: fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 3 }) },
);
const april = approvedMonth(
  '2025-04',
  [{ dealId: 999, title: '=1+1', managerId: 12, closeDay: 20200, amount: -1.5, month: '2025-03' }],
  [statement(11), statement(12), statement(77, { score: 0.5, plan: 0 })],
);

const isClean = (cell: unknown): boolean =>
  typeof cell === 'string' ||
  (typeof cell === 'number' && Number.isFinite(cell)) ||
  Object.prototype.toString.call(cell) === '[object Date]';

test('an answer is clean, an error is about an argument', () => {
  const desk = payDesk({ kpiMultiplier: true }, { context: { approved: () => [april] } });
  let answered = 0;
  fc.assert(
    fc.property(fc.constantFrom('B24_SCORE', 'B24_BONUS', 'B24_BONUS_DEALS'), fc.array(argument, { maxLength: 5 }), (name, args) => {
      try {
        const answer = askPay(name, args, desk);
        const rows = Array.isArray(answer) ? (answer as unknown[][]) : [[answer]];
        expect(rows.every((row) => row.length === rows[0]?.length && row.every(isClean))).toBe(true);
        answered++;
      } catch (error) {
        if (!isKpiError(error)) throw error;
        expect(error.kind).toBe('argument');
      }
    }),
    { ...FUZZ, numRuns: FUZZ.numRuns * 5 },
  );
  expect(answered).toBeGreaterThan(0);
});
