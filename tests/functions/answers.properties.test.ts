// Whatever stands in the arguments, a function answers with clean cells or with a sentence of ours.
import fc from 'fast-check';
import { isKpiError } from '../../src/errors';
import { FUNCTION_NAMES } from '../../src/functions/names';
import { describe as sentenceOf } from '../../src/locale/describe';
import { FUZZ } from '../fuzz';
import { ask } from './small-facts';

const word = fc.constantFrom(
  'Анна',
  'петров',
  'все',
  'Отдел продаж',
  'Продажи',
  'Повторные',
  'Новая',
  'этап',
  'шаг',
  'зрелость',
  'медиана',
  'p90',
  'сумма',
  'месяц',
  'отдел',
  'Создано, Зрелость, скорость',
  '2026-10',
  'последние 3 месяца',
  'прошлый период на дату',
  'снимок',
  'качество',
  'b24:2026-10-15T15:00:00Z#7.0',
);
const value = fc.oneof(
  { weight: 6, arbitrary: word },
  { weight: 2, arbitrary: fc.constantFrom('', undefined) },
  {
    weight: 1,
    arbitrary: fc.oneof(fc.string(), fc.double(), fc.integer({ min: -1, max: 40 }), fc.boolean(), fc.date(), fc.constant(null)),
  },
);
const argument = fc.oneof(
  { weight: 5, arbitrary: value },
  { weight: 1, arbitrary: fc.array(fc.array(value, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 3 }) },
);

const isClean = (cell: unknown): boolean =>
  typeof cell === 'string' ||
  typeof cell === 'boolean' ||
  (typeof cell === 'number' && Number.isFinite(cell)) ||
  Object.prototype.toString.call(cell) === '[object Date]';

test('an answer is a clean cell or a rectangular table of them; an error is one sentence without open parameters', () => {
  fc.assert(
    fc.property(fc.constantFrom(...FUNCTION_NAMES), fc.array(argument, { maxLength: 6 }), (name, args) => {
      try {
        const answer = ask(name, args);
        const rows = Array.isArray(answer) ? (answer as unknown[][]) : [[answer]];
        expect(rows.every((row) => row.length === rows[0]?.length && row.every(isClean))).toBe(true);
      } catch (error) {
        if (!isKpiError(error)) throw error;
        expect(error.kind).toBe('argument');
        for (const lang of ['ru', 'en'] as const) expect(sentenceOf(error, lang)).not.toMatch(/undefined|NaN/);
      }
    }),
    { ...FUZZ, numRuns: FUZZ.numRuns * 10 },
  );
});
