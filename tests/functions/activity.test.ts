// B24_ACTIVITY: what people did, in all and against days, deals and norms. May 2025 has ten working days elapsed.
import type { ActivityKind } from '../../src/facts/side-tables';
import { describe as sentenceOf } from '../../src/locale/describe';
import { goldenInputs } from '../golden-inputs';
import { golden, goldenNorms } from '../golden-kpi';
import { askGolden, type Desk } from './golden-desk';

const activity = (who: unknown = '', kind = '', per = '', desk: Desk = {}, period = '2025-05', pipeline: unknown = '') =>
  askGolden('B24_ACTIVITY', [period, who, pipeline, kind, per], desk);
const nameOf: Readonly<Record<string, string>> = { 11: 'Анна', 12: 'Борис', 13: 'Вера' };
const norms = (activities: Readonly<Partial<Record<ActivityKind, number>>>): Desk => ({
  inputs: { norms: { ...goldenNorms, activities } },
});
const complaint = (pipeline: unknown): string => {
  try {
    return JSON.stringify(activity('', '', '', {}, '2025-05', pipeline));
  } catch (error) {
    return sentenceOf(error, 'ru');
  }
};

test.each(Object.entries(golden.expected.activities))('activities of manager %s in the worked example', (id, values) => {
  const words = { calls: 'звонки', meetings: 'встречи', tasks: 'задачи', emails: 'письма' } as const;
  for (const [kind, word] of Object.entries(words))
    expect([kind, activity(nameOf[id], word)]).toEqual([kind, values[kind as keyof typeof words]]);
  expect(activity(nameOf[id])).toBe(values.calls + values.meetings + values.tasks + values.emails);
});

test('a range is answered cell by cell, a department as one', () => {
  expect(
    activity(
      [
        ['Анна', ''],
        ['Борис', 'все'],
        ['Вера', 'Отдел продаж 1'],
        ['Никто', 'Без менеджера'],
      ],
      'calls',
    ),
  ).toEqual([
    [1, ''],
    [1, 2],
    [0, 2],
    [expect.stringContaining('нет сотрудника или отдела «Никто»'), 0],
  ]);
});

test('per working day elapsed, per deal in work', () => {
  const { company, byManager } = golden.expected;
  expect(activity('Борис', '', 'день')).toBe(3 / golden.expected.workdays.elapsed);
  expect(activity('', 'звонки', 'per day')).toBe(2 / golden.expected.workdays.elapsed);
  expect(activity([['Борис'], ['все']], '', 'сделку')).toEqual([[3 / byManager[12].inWorkDuring], [5 / company.inWorkDuring]]);
});

test('nothing to divide by is an empty cell: no day has passed, no deal was in work', () => {
  expect(activity('', '', 'день', {}, '2025-06')).toBe('');
  expect(activity('', '', 'сделку', {}, '2024')).toBe('');
  expect(activity('', '', '', {}, '2024')).toBe(0);
});

describe('the share of the norm', () => {
  test('is what was done of the norm of a working day times the days elapsed', () => {
    expect(activity([['Анна'], ['Борис'], ['Вера']], 'звонки', 'норма', norms({ calls: 0.5 }))).toEqual([[1 / 5], [1 / 5], [0]]);
    const settings = { ...goldenInputs.settings, countToday: false };
    expect(activity('Анна', 'звонки', 'норма', { inputs: { ...norms({ calls: 0.5 }).inputs, settings } })).toBe(1 / 4.5);
  });

  test('of everything takes the kinds that have a norm, on both sides', () => {
    // Boris: one call and one meeting of (0.5 + 0.2) × 10; his task has no norm.
    expect(activity('Борис', '', 'норма', norms({ calls: 0.5, meetings: 0.2 }))).toBe(2 / 7);
    expect(activity('Борис', 'задачи', 'норма', norms({ calls: 0.5 }))).toBe('');
    expect(activity('Борис', '', 'норма', norms({ calls: 0 }))).toBe('');
  });

  test('of several people is owed by those who work or did anything', () => {
    // Anna and Boris work here, Vera has left but wrote a letter.
    expect(activity('все', 'звонки', 'норма', norms({ calls: 0.5 }))).toBe(2 / 15);
    expect(activity('Отдел продаж 1', 'звонки', 'норма', norms({ calls: 0.5 }))).toBe(2 / 10);
    expect(activity('Без менеджера', 'звонки', 'норма', norms({ calls: 0.5 }))).toBe('');
  });
});

test('a pipeline has no activities, and the sentence says so; "all" and a pipeline chosen in the settings promise nothing', () => {
  expect(complaint('Общая')).toBe(
    'Аргумент «воронка»: дела относятся к сотрудникам, а не к воронкам, поэтому «Общая» здесь не действует. Оставьте аргумент пустым.',
  );
  expect(complaint([['5'], ['']])).toContain('«5» здесь не действует');
  expect(complaint('Несуществующая')).toContain('нет воронки «Несуществующая»');
  expect(activity('', '', '', {}, '2025-05', 'все')).toBe(5);
  expect(activity('', '', '', { labels: { defaultPipelines: [1] } })).toBe(5);
});

test('a wrong word lists those there are', () => {
  expect(() => activity('', 'танцы')).toThrow('argChoice');
  expect(() => activity('', '', 'час')).toThrow('argChoice');
});

test('deals are read only when divided by', () => {
  const asked: string[] = [];
  activity('', '', 'день', { asked: asked as never[] });
  expect(asked).toEqual(['activities']);
});
