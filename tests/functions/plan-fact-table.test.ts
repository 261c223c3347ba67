// B24_PLANFACT_TABLE over the worked example: lines, their order, totals, and what it does when there is much or little.
import type { Cell } from '../../src/cell';
import type { ManagerLabel } from '../../src/facts/facts';
import type { Plan } from '../../src/inputs/plan';
import { monthRange } from '../../src/period';
import { goldenPlans } from '../golden-inputs';
import { golden, goldenFacts } from '../golden-kpi';
import { money, percent } from '../rounded';
import { askGolden, type Desk } from './golden-desk';

const { plans } = golden.expected;
const MAY = '2025-05';
const may = monthRange(MAY) ?? { start: 0, end: 0 };
const table = (args: readonly unknown[], desk: Desk = {}) => askGolden('B24_PLANFACT_TABLE', args, desk) as Cell[][];
const statuses: Readonly<Record<string, string>> = { green: 'в плане', yellow: 'отстаёт', red: 'сильно отстаёт' };
const names = (rows: readonly Cell[][]) => rows.slice(1).map(([name]) => name);

/** The columns of a plan of the example; money and shares at its rounding. */
const exampleOf = (key: keyof typeof plans) => {
  const found = plans[key];
  return [
    found.plan,
    found.fact,
    found.attainment,
    found.planToDate,
    found.deviation,
    found.attainmentToDate,
    statuses[found.status],
    found.runRate,
    found.gap,
    found.requiredPerWorkday,
  ];
};
const rounded = ([name, ...cells]: readonly Cell[]) => [
  name,
  ...cells.map((cell, at) => (typeof cell === 'number' ? (at === 2 || at === 5 ? percent : money)(cell) : cell)),
];

test('managers by fact, who left among them; the company, and under it the sum of its managers’ plans, which is another', () => {
  const [header, ...rows] = table([MAY]);
  expect(header).toEqual([
    'Менеджер',
    'План',
    'Факт',
    'Выполнение',
    'План на дату',
    'Отклонение',
    'Выполнение на дату',
    'Статус',
    'Прогноз',
    'Осталось',
    'Нужно в день',
  ]);
  expect(rows.map(rounded)).toEqual([
    ['Борис Б.', ...exampleOf('manager:12:wonSum')],
    ['Анна А.', ...exampleOf('manager:11:wonSum')],
    ['Вера В. (уволен)', ...exampleOf('manager:13:wonSum')],
    ['Итого', ...exampleOf('company:all:wonSum')],
    ['Сумма планов менеджеров', ...exampleOf('company:sumOfManagers:wonSum')],
  ]);
});

test('departments: each with the plans of its people, a larger one over those within it', () => {
  const rows = table([MAY, '', '', '', 'отдел']).slice(1).map(rounded);
  expect(rows).toEqual([
    ['Компания', ...exampleOf('company:sumOfManagers:wonSum')],
    ['Отдел продаж 1', ...exampleOf('department:3:wonSum')],
    ['Отдел продаж 2', ...exampleOf('department:4:wonSum')],
    ['Итого', ...exampleOf('company:all:wonSum')],
    ['Сумма планов менеджеров', ...exampleOf('company:sumOfManagers:wonSum')],
  ]);
});

test('pipelines: the plan of a quarter by its share of working days', () => {
  const rows = table([MAY, '', '', '', 'воронка']).slice(1).map(rounded);
  expect(rows[0]).toEqual(['Общая', ...exampleOf('pipeline:0:wonSum')]);
  expect(rows[1]?.slice(0, 4)).toEqual(['Повторные продажи', '', 190000, '']);
  expect(rows.slice(2)).toEqual([['Итого', ...exampleOf('company:all:wonSum')]]);
});

test('months: from the first deal to the last plan, each with its share of a plan', () => {
  const plan: Plan = { scope: 'company', id: null, metric: 'wonSum', period: monthRange('2025-07') ?? may, target: 70 };
  const rows = table(['2020..2030', '', '', '', 'месяц'], { inputs: { plans: [...goldenPlans, plan] } });
  expect(rows.slice(1).map(([name, target, fact]) => [name, target, fact])).toEqual([
    ['апрель 2025', '', 25000],
    ['май 2025', 1000000, 610000],
    ['июнь 2025', '', 0],
    ['июль 2025', 70, 0],
    ['Итого', 1000070, 635000],
    ['Сумма планов менеджеров', 900000, 635000],
  ]);
  expect(names(table(['2030', '', '', '', 'месяц']))).toEqual(['Итого']);
  // Leads came before the first deal: their months are not left out, in either table of months.
  const leads = [
    ['март 2025', 1],
    ['апрель 2025', 1],
    ['май 2025', 3],
    ['Итого', 5],
  ];
  expect(
    table(['2020..2025-05', '', '', 'leadsCreated', 'месяц'])
      .slice(1)
      .map(([name, , fact]) => [name, fact]),
  ).toEqual(leads);
  expect(askGolden('B24_KPI_TABLE', ['все время', '', '', 'месяц', 'leadsCreated'])).toEqual([['Месяц', 'Лиды'], ...leads]);
  // A part of a month has its part of the plan: 10 of 18 working days.
  expect(table(['2025-05-01..2025-05-20', '', '', '', 'месяц'])[1]?.slice(0, 2)).toEqual(['май 2025', (1000000 * 10) / 18]);
});

test('metrics: those with a plan of whoever is asked for, or those named; nothing is added up', () => {
  expect(table([MAY, 11, '', '', 'показатель']).map(rounded).slice(1)).toEqual([
    ['Выиграно', ...exampleOf('manager:11:wonCount')],
    ['Сумма продаж', ...exampleOf('manager:11:wonSum')],
  ]);
  const named = table([MAY, 12, '', 'Встречи, Доля побед', 'показатель']);
  expect(rounded(named[1] ?? [])).toEqual(['Встречи', ...exampleOf('manager:12:meetings')]);
  expect(named[2]?.slice(0, 4)).toEqual(['Доля побед, шт.', '', 0.6, '']);
  expect(names(table([MAY, '', 'Общая', '', 'показатель']))).toEqual(['Сумма продаж']);
  expect(table([MAY, '', '', '', 'kpi'], { inputs: { plans: [] } }).length).toBe(1);
});

test('whoever is asked for by name has a line; the total is theirs, and has one plan when they are no department', () => {
  const rows = table([MAY, [['Анна А.'], ['Без менеджера']]]).slice(1);
  expect(rows.map((row) => row.slice(0, 4))).toEqual([
    ['Анна А.', 400000, 190000, 0.475],
    ['Без менеджера', '', 0, ''],
    ['Итого', 400000, 190000, 0.475],
  ]);
  expect(names(table([MAY, 'Отдел продаж 1']))).toEqual(['Борис Б.', 'Анна А.', 'Итого']);
  const plans: Plan[] = [...goldenPlans, { scope: 'department', id: 3, metric: 'wonSum', period: may, target: 750000 }];
  const own = table([MAY, 'Отдел продаж 1'], { inputs: { plans } });
  expect(own.slice(-2).map((row) => row.slice(0, 3))).toEqual([
    ['Итого', 750000, 540000],
    ['Сумма планов менеджеров', 700000, 540000],
  ]);
  // Anna is not the whole of her department: its plan would not be hers.
  expect(
    table([MAY, 11, '', '', 'отдел'])
      .slice(1)
      .map((row) => row.slice(0, 3)),
  ).toEqual([
    ['Отдел продаж 1', '', 190000],
    ['Итого', 400000, 190000],
  ]);
});

test('within a named pipeline people have facts and no plans, the total has the plan of the pipeline', () => {
  expect(
    table([MAY, '', 'Общая'])
      .slice(1)
      .map((row) => row.slice(0, 3)),
  ).toEqual([
    ['Борис Б.', '', 230000],
    ['Анна А.', '', 190000],
    ['Итого', 900000, 420000],
  ]);
});

test('people without a plan and without a fact have no line, a plan alone makes one', () => {
  expect(names(table([MAY, '', '', 'Встречи']))).toEqual(['Борис Б.', 'Итого']);
  expect(names(table(['2025-06']))).toEqual(['Итого']);
  const plan: Plan = { scope: 'manager', id: 13, metric: 'meetings', period: may, target: 2 };
  expect(names(table([MAY, '', '', 'Встречи'], { inputs: { plans: [...goldenPlans, plan] } }))).toEqual([
    'Борис Б.',
    'Вера В. (уволен)',
    'Итого',
  ]);
});

test('sixty lines of managers at most: the last one says how many more there are, with their plans and facts', () => {
  const facts = goldenFacts();
  const hired = Array.from(
    { length: 70 },
    (_, at): ManagerLabel => ({
      id: 1000 + at,
      name: `Продавец ${at}`,
      email: '',
      active: true,
      hasDeals: false,
      department: 0,
    }),
  );
  const plans = [...goldenPlans, ...hired.map(({ id }): Plan => ({ scope: 'manager', id, metric: 'wonSum', period: may, target: 10 }))];
  const rows = table([MAY], { labels: { managers: [...facts.labels.managers, ...hired] }, inputs: { plans } }).slice(1);
  expect(rows.length).toBe(62);
  expect(rows[58]?.slice(0, 3)).toEqual(['Продавец 55', 10, 0]);
  expect(rows[59]?.slice(0, 3)).toEqual(['Ещё 14', 140, 0]);
  expect(rows[61]?.slice(0, 3)).toEqual(['Сумма планов менеджеров', 900700, 610000]);
});

test('headers and totals are of the language of the file', () => {
  const rows = table([MAY, '', '', '', 'metric'], { labels: { lang: 'en' } });
  expect(rows[0]).toEqual([
    'Metric',
    'Plan',
    'Fact',
    'Attainment',
    'Plan to date',
    'Deviation',
    'Attainment to date',
    'Status',
    'Forecast',
    'Left',
    'Needed per day',
  ]);
  expect(rows[1]?.slice(0, 4)).toEqual(['Won', 5, 7, 1.4]);
});
