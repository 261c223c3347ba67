// Whatever plans were typed and whatever is asked of them: clean cells or one sentence, and lines that stand by the definitions.
import fc from 'fast-check';
import type { Cell } from '../../src/cell';
import { isKpiError } from '../../src/errors';
import type { FunctionName } from '../../src/functions/names';
import type { Plan } from '../../src/inputs/plan';
import { describe as sentenceOf } from '../../src/locale/describe';
import { parseIsoDay } from '../../src/period';
import { FUZZ } from '../fuzz';
import { askGolden } from './golden-desk';

const NAMES: readonly FunctionName[] = [
  'B24_LEADS',
  'B24_VELOCITY',
  'B24_PLAN',
  'B24_PLANFACT',
  'B24_PLANFACT_TABLE',
  'B24_RUNRATE',
  'B24_FORECAST',
  'B24_FORECAST_DEALS',
  'B24_COVERAGE',
  'B24_GOAL',
];

const first = parseIsoDay('2025-03-01') ?? 0;
const plan: fc.Arbitrary<Plan> = fc
  .record({
    owner: fc.constantFrom(
      { scope: 'company' as const, id: null },
      { scope: 'manager' as const, id: 11 },
      { scope: 'manager' as const, id: 13 },
      { scope: 'manager' as const, id: 999 },
      { scope: 'department' as const, id: 3 },
      { scope: 'pipeline' as const, id: 0 },
    ),
    metric: fc.constantFrom('wonSum', 'wonCount', 'meetings', 'winRateCount', 'lostCount', 'noSuchMetric'),
    start: fc.nat(150),
    length: fc.integer({ min: 0, max: 120 }),
    target: fc.oneof(fc.constantFrom(0, -5, 1e12), fc.double({ min: 0, max: 1e6, noNaN: true })),
  })
  .map(({ owner, metric, start, length, target }) => ({
    ...owner,
    metric,
    period: { start: first + start, end: first + start + length },
    target,
  }));

const one = fc.constantFrom<unknown>(
  '',
  undefined,
  'все',
  'Анна А.',
  12,
  'Отдел продаж 1',
  'Общая',
  'Повторные',
  'Анна А.; Отдел продаж 2',
  'нет таких',
);
const word = fc.constantFrom<unknown>(
  '',
  undefined,
  'Сумма продаж',
  'Встречи',
  'Доля побед',
  'Проиграно',
  'статус',
  'прогноз',
  'нужно сделок',
  'отдел',
  'месяц',
  'показатель',
  'темп',
  'верхний',
  'просрочено',
  'в периоде',
  'смелая',
  'конверсия',
  7,
);
const period = fc.constantFrom<unknown>('', '2025-05', '2025-06', '2025', 'все время', '2025-05-10..2025-05-11', '2030');
const who = fc.oneof({ weight: 3, arbitrary: one }, { weight: 1, arbitrary: fc.array(fc.tuple(one), { minLength: 2, maxLength: 4 }) });

const isClean = (cell: unknown): boolean =>
  typeof cell === 'string' ||
  (typeof cell === 'number' && Number.isFinite(cell)) ||
  Object.prototype.toString.call(cell) === '[object Date]';

test('an answer is a clean cell or a rectangular table of them; an error is one sentence', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...NAMES),
      period,
      who,
      who,
      word,
      word,
      fc.array(plan, { maxLength: 6 }),
      (name, when, people, where, a, b, plans) => {
        try {
          const answer = askGolden(name, [when, people, where, a, b], { inputs: { plans } });
          const rows = Array.isArray(answer) ? (answer as unknown[][]) : [[answer]];
          expect(rows.every((row) => row.length === rows[0]?.length && row.every(isClean))).toBe(true);
        } catch (error) {
          if (!isKpiError(error)) throw error;
          expect(error.kind).toBe('argument');
          for (const lang of ['ru', 'en'] as const) expect(sentenceOf(error, lang)).not.toMatch(/undefined|NaN|\{/);
        }
      },
    ),
    { ...FUZZ, numRuns: FUZZ.numRuns * 5 },
  );
});

test('facts of managers add up to the total, and each line is what B24_PLANFACT tells of its person', () => {
  fc.assert(
    fc.property(fc.constantFrom('2025-05', '2025-04', '2025-Q2'), fc.array(plan, { maxLength: 6 }), (when, plans) => {
      const [, ...rows] = askGolden('B24_PLANFACT_TABLE', [when], { inputs: { plans } }) as Cell[][];
      const total = rows.findIndex(([name]) => name === 'Итого');
      expect(rows.slice(0, total).reduce((sum, row) => sum + Number(row[2]), 0)).toBe(rows[total]?.[2]);
      for (const [name, target, fact, attainment, , , , status] of rows.slice(0, total)) {
        const told = ['план', 'факт', 'выполнение', 'статус'].map((what) =>
          askGolden('B24_PLANFACT', [when, name, '', '', what], { inputs: { plans } }),
        );
        expect(told).toEqual([target, fact, attainment, status]);
      }
    }),
    FUZZ,
  );
});
