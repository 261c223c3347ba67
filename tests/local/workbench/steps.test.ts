// Steps of `npm run workbook`, one by one.
import type { Runtime } from '../../../local/runtime/contract';
import { connect, takeSteps } from '../../../local/workbench/steps';

/** A runtime that answers from a list and notes what it was asked. */
function fakeRuntime(answers: Record<string, unknown[]>) {
  const asked: unknown[] = [];
  const runtime = {
    spreadsheet: {
      timeZone: 'Europe/Moscow',
      flush: () => {},
      sheets: () => [{ name: 'Лист1' }, { name: 'Воронка' }],
      dump: (sheet: string) => [
        [sheet, new Date('2026-10-01T00:00:00+03:00')],
        [1, ''],
      ],
      fillAsPerson: (sheet: string, rows: string[][]) => asked.push(['fill', sheet, rows]),
    },
    run: (name: string, args: unknown[], options: unknown) => {
      asked.push([name, args, options]);
      const answer = answers[name]?.shift();
      if (answer instanceof Error) throw answer;
      return answer;
    },
    edit: (...args: unknown[]) => asked.push(['edit', ...args]),
    evaluate: (formula: string) => (formula === '=BAD' ? { error: '#NAME?', message: 'Unknown.' } : { value: [[1], [new Date(0)]] }),
  };
  return { runtime: runtime as unknown as Runtime, asked };
}

test('a refresh is called again until it is done and is reported as one', () => {
  const { runtime, asked } = fakeRuntime({
    refresh: [
      { done: false, requests: 40, rows: 5000, generation: 0 },
      { done: true, requests: 7, rows: 6200, generation: 1 },
    ],
  });
  const { refresh } = takeSteps(runtime, [{ kind: 'refresh' }], () => []);
  expect(refresh).toEqual([{ requests: 47, rows: 6200, seconds: expect.any(Number), generation: 1 }]);
  expect(asked).toHaveLength(2);
});

test('a formula error is a result, not a failure', () => {
  const { runtime } = fakeRuntime({});
  expect(
    takeSteps(
      runtime,
      [
        { kind: 'eval', formula: '=BAD' },
        { kind: 'eval', formula: '=OK' },
      ],
      () => [],
    ).eval,
  ).toEqual([
    { formula: '=BAD', error: '#NAME?', message: 'Unknown.' },
    { formula: '=OK', value: [[1], ['1970-01-01T03:00:00+03:00']] },
  ]);
});

test('sheets, calls, typing and pasting', () => {
  const { runtime, asked } = fakeRuntime({ savePlan: [{ saved: 2 }] });
  const report = takeSteps(
    runtime,
    [
      { kind: 'set', sheet: 'Лист1', a1: 'B2', text: '7' },
      { kind: 'fill', sheet: 'Новый', file: 'a.tsv' },
      { kind: 'call', functionName: 'savePlan', args: [1] },
      { kind: 'dump', sheet: 'Воронка' },
    ],
    (file) => [[file]],
  );
  expect(report).toEqual({
    refresh: [],
    eval: [],
    sheets: {
      Воронка: [
        ['Воронка', '2026-10-01T00:00:00+03:00'],
        [1, ''],
      ],
    },
    calls: [{ function: 'savePlan', value: { saved: 2 } }],
  });
  expect(asked).toEqual([
    ['edit', 'Лист1', 'B2', '7'],
    ['fill', 'Новый', [['a.tsv']]],
    ['savePlan', [1], { as: 'sidebar' }],
  ]);
});

test('an unknown sheet is a failure that names the sheets there are', () => {
  const { runtime } = fakeRuntime({});
  expect(() => takeSteps(runtime, [{ kind: 'dump', sheet: 'Ворона' }], () => [])).toThrow(
    'There is no sheet "Ворона"; the sheets are: "Лист1", "Воронка".',
  );
});

test('connecting answers whose portal it is and what the webhook lacks', () => {
  const { runtime, asked } = fakeRuntime({ connect: [{ portal: 'romashka.bitrix24.ru', missingScopes: ['user'] }] });
  expect(connect(runtime, 'http://127.0.0.1:1/rest/1/code/')).toEqual({ portal: 'romashka.bitrix24.ru', missing: ['user'] });
  expect(asked).toEqual([['connect', ['http://127.0.0.1:1/rest/1/code/'], { as: 'sidebar' }]]);
});
