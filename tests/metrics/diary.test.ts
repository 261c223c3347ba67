// What a day came to, by manager: the worked example, and what must hold for every portal.
import fc from 'fast-check';
import { NO_INPUTS } from '../../src/inputs/inputs';
import { remembered } from '../../src/memory/log';
import { metricOf } from '../../src/metrics/catalogue';
import { periodChanges } from '../../src/metrics/changes';
import { type DiaryLine, type DiaryNumber, diaryLines } from '../../src/metrics/diary';
import { units } from '../../src/money';
import { parseIsoDay } from '../../src/period';
import { HEAVY } from '../fuzz';
import { goldenInputs } from '../golden-inputs';
import { goldenFacts } from '../golden-kpi';
import { at, madeDeal, madeFacts, madeHistory } from '../made-records';
import { world } from '../made-worlds';
import { load } from '../memory/loads';
import { ratio4 } from '../rounded';

const day = (text: string): number => parseIsoDay(text) ?? 0;

test('the worked example on its last full day, with the month up to it', () => {
  const facts = goldenFacts();
  const lines = diaryLines(facts, goldenInputs, day('2025-05-19'), null);
  const shown = lines.map(({ manager, numbers }) => [
    facts.labels.managers[manager]?.name,
    ...Object.values({ ...numbers, attainment: ratio4(numbers.attainment ?? 0) }),
  ]);
  expect(Object.keys(lines[0]?.numbers ?? {})).toEqual(
    'created wonCount lostCount wonSum calls meetings openCount openSum plan fact attainment'.split(' '),
  );
  // 203 of Boris was lost on the 20th: on the 19th it was open. Vera left, but has sold this month. 9 of 18 working days have passed.
  expect(shown).toEqual([
    ['Анна А.', 1, 0, 0, 0, 0, 0, 3, 295000, 400000, 190000, 0.95],
    ['Борис Б.', 0, 1, 0, 120000, 1, 0, 2, 195000, 300000, 350000, 2.3333],
    ['Вера В.', 0, 0, 0, 0, 0, 0, 0, 0, 200000, 70000, 0.7],
  ]);
});

test('what is no number of anybody is no line: nobody without deals, no fired person without a number', () => {
  const april = diaryLines(goldenFacts(), NO_INPUTS, day('2024-04-10'), null);
  expect(april.map(({ manager, numbers }) => [manager, numbers.plan, numbers.attainment])).toEqual([
    [1, null, null],
    [2, null, null],
  ]);
});

test('the pipelines of the settings cut deals, and leave calls and meetings alone', () => {
  const facts = goldenFacts();
  const repeat = new Set([facts.labels.pipelines.findIndex(({ id }) => id === 5)]);
  const of = (pipelines: ReadonlySet<number> | null) =>
    diaryLines(facts, NO_INPUTS, day('2025-05-15'), pipelines).map(({ numbers }) => numbers);
  expect([sum(of(null), 'wonSum'), sum(of(repeat), 'wonSum')]).toEqual([200000, 0]);
  expect(sum(of(repeat), 'calls')).toBe(sum(of(null), 'calls'));
});

test('an open deal is worth what the loads had seen by the end of the day', () => {
  const before = [madeDeal(1, { opportunity: 100, createdTime: at('2025-05-10 10:00') })];
  const after = [{ ...before[0], opportunity: 900 } as (typeof before)[0]];
  const history = madeHistory(1, ['2025-05-10 10:00', 'NEW']);
  const [since, asOf] = [at('2025-05-19 20:00'), at('2025-05-20 08:00')];
  const entries = remembered(load(since, before, history), load(asOf, after, history));
  const facts = madeFacts({ deals: after, stageHistory: history }, { memory: [{ portal: 'example.bitrix24.com', since, asOf, entries }] });
  const openSum = (text: string) =>
    sum(
      diaryLines(facts, NO_INPUTS, day(text), null).map(({ numbers }) => numbers),
      'openSum',
    );
  expect([openSum('2025-05-19'), openSum('2025-05-20')]).toEqual([100, 900]);
});

test('for every portal and day the lines add up to the company, and what is open to the balance of what changed', () => {
  fc.assert(
    fc.property(world, fc.integer({ min: day('2025-03-01'), max: day('2025-05-20') }), (records, on) => {
      const facts = madeFacts(records);
      const lines = diaryLines(facts, NO_INPUTS, on, null).map(({ numbers }) => numbers);
      const slice = { period: { start: on, end: on }, managers: null, pipelines: null };
      for (const id of ['created', 'wonCount', 'lostCount', 'wonSum', 'calls', 'meetings'] as const) {
        expect([id, sum(lines, id)]).toEqual([id, metricOf(id).compute(facts, slice)]);
      }
      const { end } = periodChanges(facts, slice).balance;
      expect([sum(lines, 'openCount'), sum(lines, 'openSum')]).toEqual([end.count, units(end.sum)]);
    }),
    HEAVY,
  );
});

/** In hundredths, so that kopecks add up. */
function sum(lines: readonly DiaryLine['numbers'][], of: DiaryNumber): number {
  return lines.reduce((total, numbers) => total + Math.round((numbers[of] ?? 0) * 100), 0) / 100;
}
