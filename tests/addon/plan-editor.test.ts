// Plans edited in the panel: what is shown, what lands in «Планы», what happens when two people edit at once, and what people's own sheets may look like.
// On the built bundle.
import type { PlanTable } from '../../src/functions/plan-editor';
import { act, connected, type Desk, fresh, loadedDesk, sentence } from './loaded-desk';

const question = { year: 2025, metric: 'wonSum', scope: 'manager' } as const;
const plans = (desk: Desk, more: object = {}): PlanTable => (desk.call('plans', { ...question, ...more }) as { table: PlanTable }).table;
const save = (desk: Desk, edits: object[], more: object = {}) =>
  desk.call('savePlans', { ...question, ...more }, edits) as { table: PlanTable; conflicts: object[]; saved: number };
const rows = (desk: Desk): unknown[][] =>
  (
    JSON.parse(
      String(act(desk, `return JSON.stringify(file.getSheetByName('Планы').getDataRange().getDisplayValues())`)).replace(/\u00a0/g, ' '),
    ) as string[][]
  )
    .slice(1)
    .filter((row) => row[0] !== '' && !String(row[0]).startsWith('Пример'));
const lineOf = (table: PlanTable, id: number | null) => table.lines.find((line) => line.id === id);

test('before the first load there is a sentence, not a table', () => {
  expect(sentence(() => plans(connected()))).toContain('Данных ещё нет');
});

test('the table shows people of departments that sell, months with working days, facts of complete months and goals of those to come', () => {
  const table = plans(loadedDesk());
  expect(table).toMatchObject({
    year: 2025,
    metric: 'wonSum',
    scope: 'manager',
    unit: 'money',
    additive: true,
    currency: 'RUB',
    now: '2025-05',
  });
  expect(table.lines.map(({ name, group }) => [name, group])).toEqual([
    ['Анна А.', 'Отдел продаж 1'],
    ['Борис Б.', 'Отдел продаж 1'],
  ]);
  expect(table.months.map(({ workdays }) => workdays).slice(3, 6)).toEqual([22, 18, 19]);
  // Complete months only: won in May is not over yet.
  expect(lineOf(table, 12)?.facts.slice(3, 5)).toEqual([expect.any(Number), null]);
  expect(lineOf(table, 12)?.lastYear.every((value) => value === 0 || value === null)).toBe(true);
});

test('typed plans land in «Планы» as a person would write them, and formulas know them at once', () => {
  const desk = loadedDesk();
  const { table, conflicts, saved } = save(desk, [
    { owner: 12, month: '2025-05', was: null, target: 500000 },
    { owner: 11, month: '2025-06', was: null, target: 1200.5 },
  ]);
  expect([conflicts, saved]).toEqual([[], 2]);
  expect(lineOf(table, 12)?.targets[4]).toBe(500000);
  expect(rows(desk).map((row) => row.slice(0, 5))).toEqual([
    ['2025-05', 'менеджер', 'Борис Б.', 'Сумма продаж', '500 000,00'],
    ['2025-06', 'менеджер', 'Анна А.', 'Сумма продаж', '1 200,50'],
  ]);
  expect(rows(desk)[0]?.slice(6, 8)).toEqual([expect.stringMatching(/\S/), expect.stringMatching(/^\d\d\.\d\d\.2025 \d\d:\d\d$/)]);
  expect(fresh(desk).value('=B24_PLAN("2025-05";"Борис";;"Сумма продаж";B24_DATA)')).toBe(500000);
});

test('a changed plan keeps its row and comment, a cleared one loses its row, formulas of other rows stay', () => {
  const desk = loadedDesk();
  save(
    desk,
    [11, 12, 13].map((owner) => ({ owner, month: '2025-05', was: null, target: owner })),
  );
  act(
    desk,
    `const s = file.getSheetByName('Планы'); const at = s.getDataRange().getValues().findIndex((row) => row[2] === 'Борис Б.') + 1;
    s.getRange(at, 6).setValue('договорились'); s.getRange(at + 1, 5).setFormula('=10+3')`,
  );
  save(desk, [
    { owner: 12, month: '2025-05', was: 12, target: 99 },
    { owner: 11, month: '2025-05', was: 11, target: null },
  ]);
  expect(rows(desk).map((row) => [row[2], row[4], row[5]])).toEqual([
    ['Борис Б.', '99', 'договорились'],
    ['Вера В. (уволен)', '13', ''],
  ]);
  const formulas = act(desk, `return JSON.stringify(file.getSheetByName('Планы').getDataRange().getFormulas().flat().filter(String))`);
  expect(formulas).toBe('["=10+3"]');
});

test('two people change one plan: the later is told what stands there, by whom and when; nothing is written over, unless they say so', () => {
  const desk = loadedDesk();
  save(desk, [{ owner: 12, month: '2025-05', was: null, target: 100 }]);
  save(desk, [{ owner: 12, month: '2025-05', was: 100, target: 120 }]);
  const late = save(desk, [
    { owner: 12, month: '2025-05', was: 100, target: 130 },
    { owner: 12, month: '2025-06', was: null, target: 7 },
  ]);
  expect(late.saved).toBe(1);
  expect(late.conflicts).toEqual([
    { owner: 12, month: '2025-05', target: 120, by: expect.stringMatching(/\S/), at: expect.stringMatching(/2025/) },
  ]);
  expect(lineOf(late.table, 12)?.targets.slice(4, 6)).toEqual([120, 7]);
  expect(save(desk, [{ owner: 12, month: '2025-05', was: 100, target: 120 }]).conflicts).toEqual([]);
  expect(lineOf(save(desk, [{ owner: 12, month: '2025-05', was: 100, target: 130, force: true }]).table, 12)?.targets[4]).toBe(130);
});

test('the company, departments, pipelines and metrics each have their own plans; shares are shares', () => {
  const desk = loadedDesk();
  save(desk, [{ owner: null, month: '2025-05', was: null, target: 900 }], { scope: 'company' });
  save(desk, [{ owner: 3, month: '2025-05', was: null, target: 600 }], { scope: 'department' });
  save(desk, [{ owner: 5, month: '2025-05', was: null, target: 50 }], { scope: 'pipeline' });
  save(desk, [{ owner: 12, month: '2025-05', was: null, target: 0.4 }], { metric: 'winRateCount' });
  const table = plans(desk);
  expect([
    table.company[4],
    table.departments.find(({ name }) => name === 'Отдел продаж 1')?.targets[4],
    lineOf(table, 12)?.targets[4],
  ]).toEqual([900, 600, null]);
  expect(lineOf(plans(desk, { scope: 'pipeline' }), 5)?.targets[4]).toBe(50);
  expect(plans(desk, { metric: 'winRateCount' })).toMatchObject({ unit: 'share', additive: false });
  expect(lineOf(plans(desk, { metric: 'winRateCount' }), 12)?.targets[4]).toBe(0.4);
  expect(rows(desk).map((row) => row[4])).toContain('40,0%');
});

test('plans of quarters are shown beside the months', () => {
  const desk = loadedDesk();
  save(desk, [{ owner: 12, month: '2025-05', was: null, target: 1 }]);
  act(desk, `file.getSheetByName('Планы').appendRow(['2025-Q2', 'менеджер', 'Борис', 'Сумма продаж', 1500])`);
  expect(plans(desk).longPlans).toEqual([{ name: 'Борис Б.', period: '2025-04…2025-06', target: 1500 }]);
});

test('a sheet that people made with columns in their order works; one without headers gets a sentence, and nothing is written', () => {
  const desk = loadedDesk();
  act(
    desk,
    `const s = file.insertSheet('Планы'); s.getRange(1, 1, 2, 5).setValues([['План', 'Кто', 'Область', 'Показатель', 'Период'], [77, 'Борис', 'менеджер', 'Сумма продаж', '2025-06']])`,
  );
  expect(lineOf(plans(desk), 12)?.targets[5]).toBe(77);
  save(desk, [
    { owner: 12, month: '2025-06', was: 77, target: 78 },
    { owner: 11, month: '2025-07', was: null, target: 5 },
  ]);
  expect(rows(desk).map((row) => row.slice(0, 5))).toEqual([
    ['78', 'Борис', 'менеджер', 'Сумма продаж', expect.stringMatching(/2025/)],
    ['5', 'Анна А.', 'менеджер', 'Сумма продаж', '2025-07'],
  ]);
  act(desk, `file.getSheetByName('Планы').getRange(1, 1, 1, 5).clearContent()`);
  expect(sentence(() => save(desk, [{ owner: 11, month: '2025-08', was: null, target: 5 }]))).toContain('не найдены заголовки');
});

test.each([
  ['no list', 'all'],
  ['a negative plan', [{ owner: 11, month: '2025-05', was: null, target: -1 }]],
  ['no number', [{ owner: 11, month: '2025-05', was: null, target: 'много' }]],
  ['no month', [{ owner: 11, month: '2025-13', was: null, target: 1 }]],
  ['an owner that is no id', [{ owner: '=1', month: '2025-05', was: null, target: 1 }]],
])('%s is refused with a sentence and nothing is written', (_name, edits) => {
  const desk = loadedDesk();
  expect(sentence(() => desk.call('savePlans', question, edits))).toContain('Планы не сохранены');
  expect(sentence(() => desk.call('savePlans', { ...question, scope: 'everyone' }, []))).toContain('Планы не сохранены');
  expect(
    plans(desk)
      .lines.flatMap(({ targets }) => targets)
      .every((target) => target === null),
  ).toBe(true);
});

test('names that look like formulas or markup stay text', () => {
  const desk = loadedDesk();
  desk.portal.mutate({ users: [{ ID: '12', NAME: '=1+1', LAST_NAME: '<img onerror=x>' }] });
  desk.refresh();
  const { table } = save(desk, [{ owner: 12, month: '2025-05', was: null, target: 5 }]);
  expect(lineOf(table, 12)).toMatchObject({ name: '=1+1 <img onerror=x>' });
  expect(rows(desk)[0]?.[2]).toBe('=1+1 <img onerror=x>');
  expect(lineOf(plans(desk), 12)?.targets[4]).toBe(5);
});

test('what was typed and not saved lies with the person, by year, metric and scope, until it is saved or given up', () => {
  const desk = loadedDesk();
  const drafts = (more: object = {}): unknown => (desk.call('plans', { ...question, ...more }) as { draft: unknown }).draft;
  desk.call('keepDraft', question, [
    [12, '2025-06', 5],
    [11, '2025-07', null],
  ]);
  expect([drafts(), drafts({ metric: 'wonCount' }), drafts({ year: 2026 })]).toEqual([
    [
      [12, '2025-06', 5],
      [11, '2025-07', null],
    ],
    [],
    [],
  ]);
  desk.call(
    'keepDraft',
    question,
    Array.from({ length: 2000 }, (_, at) => [at, '2025-06', Math.sin(at)]),
  );
  expect(drafts()).toEqual([]);
  desk.call('keepDraft', question, [[12, '2025-06', 5]]);
  desk.call('keepDraft', question, []);
  expect(drafts()).toEqual([]);
});
