// B24_SCORE over the worked example: every score with its parts, whose KPI set it is, and who has none.
import { describe as sentenceOf } from '../../src/locale/describe';
import { type MetricId, metricOf } from '../../src/metrics/catalogue';
import { goldenInputs } from '../golden-inputs';
import { golden } from '../golden-kpi';
import { percent, ratio4 } from '../rounded';
import { askGolden, type Desk } from './golden-desk';

const { expected } = golden;
const MAY = '2025-05';
const table = (who: unknown = '', desk: Desk = {}): unknown[][] => askGolden('B24_SCORE', [MAY, who], desk) as unknown[][];
const [anna, boris] = goldenInputs.kpiSets;

test.each(Object.entries(expected.kpiScore))('manager %s: the score, and the parts it is made of', (id, values) => {
  expect(percent(askGolden('B24_SCORE', [MAY, Number(id)]) as number)).toBe(values.score);
  const name = { 11: 'Анна А.', 12: 'Борис Б.', 13: 'Вера В. (уволен)' }[id] ?? '';
  const rows = table().filter(([manager]) => manager === name);
  expect(rows.map(([, score]) => (score === '' ? '' : percent(score as number)))).toEqual(
    values.rows.map((_, at) => (at === 0 ? values.score : '')),
  );
  const items = golden.inputs.kpiSets[id as '11'];
  expect(rows.map(([, , , weight]) => weight)).toEqual(items.map(({ weight }) => weight));
  values.rows.forEach((row, at) => {
    const { unit } = metricOf(row.kpi as MetricId);
    const [, , , , target, fact, raw, counted] = rows[at] ?? [];
    const inUnit = (value: unknown) => (value === '' ? null : unit === 'share' ? percent(value as number) : ratio4(value as number));
    const rounded = (value: unknown) => (value === '' ? null : ratio4(value as number));
    expect([inUnit(target), inUnit(fact), rounded(raw), rounded(counted)]).toEqual([items[at]?.target, row.fact, row.raw, row.counted]);
  });
});

test('the table is headed, names the KPI as the tables do, and puts the best score first', () => {
  const [header, ...lines] = table();
  expect(header).toEqual(['Менеджер', 'Балл', 'Показатель', 'Вес', 'Цель', 'Факт', 'Выполнение', 'Зачтено']);
  expect(lines.map(([manager, , item]) => [manager, item])).toEqual([
    ['Анна А.', 'Сумма продаж'],
    ['Анна А.', 'Доля побед, шт.'],
    ['Анна А.', 'Цикл средний, дней'],
    ['Борис Б.', 'Сумма продаж'],
    ['Борис Б.', 'Встречи'],
    ['Вера В. (уволен)', 'Сумма продаж'],
    ['Вера В. (уволен)', 'Средний чек'],
    ['Вера В. (уволен)', 'Конверсия лидов'],
  ]);
  expect(table('Отдел продаж 1')).toEqual([header, ...lines.slice(0, 5)]);
  expect(table('Анна А.; Вера В.').length).toBe(7);
});

test('a column of people is answered cell by cell: many together have no score', () => {
  const answer = askGolden('B24_SCORE', [MAY, [['Анна'], [''], ['Отдел продаж 1'], ['все'], ['Без менеджера']]]) as unknown[][];
  expect(percent(answer[0]?.[0] as number)).toBe(91.25);
  expect(answer.slice(1)).toEqual([
    [''],
    ['Балл KPI считается по одному сотруднику, а «Анна А., Борис Б.» – это 2. Назовите одного или вызовите B24_SCORE без диапазона.'],
    ['Балл KPI считается по одному сотруднику, а «все» – это 3. Назовите одного или вызовите B24_SCORE без диапазона.'],
    [''],
  ]);
});

describe('whose set it is', () => {
  const set = (scope: 'manager' | 'department', id: number, from = boris) => ({ owner: { scope, id }, items: from?.items ?? [] });

  test('an own one goes before the department’s', () => {
    const desk: Desk = { inputs: { kpiSets: [set('department', 3, boris), set('manager', 11, anna)] } };
    const answer = askGolden('B24_SCORE', [MAY, [['Анна'], ['Борис'], ['Вера']]], desk) as unknown[][];
    expect(answer.map(([score]) => (score === '' ? '' : percent(score as number)))).toEqual([91.25, 70, '']);
  });

  test('without a set there is no score', () => {
    const desk: Desk = { inputs: { kpiSets: [] }, asked: [] };
    expect([askGolden('B24_SCORE', [MAY, 11], desk), table('', desk)[1]?.[0], desk.asked]).toEqual(['', 'Наборов KPI нет', []]);
  });

  test('those who left and did nothing are not shown unless they are asked for', () => {
    const june: unknown[] = ['2025-06'];
    const names = (who: unknown) =>
      (askGolden('B24_SCORE', [...june, who], { labels: { asOfDay: 20270 } }) as unknown[][]).map(([name]) => name);
    expect(names('').includes('Вера В. (уволен)')).toBe(false);
    expect(names('Анна А.; Вера В.')).toContain('Вера В. (уволен)');
  });
});

test('a pipeline cuts what pipelines cut', () => {
  const desk: Desk = {
    inputs: {
      kpiSets: [
        {
          owner: { scope: 'manager', id: 12 },
          items: [{ metric: 'wonSum', weight: 1, target: 230000, direction: 'up', floor: 0, cap: 1.5 }],
        },
      ],
    },
  };
  expect([askGolden('B24_SCORE', [MAY, 12, 'Общая'], desk), askGolden('B24_SCORE', [MAY, 12, 'Повторные'], desk)]).toEqual([
    1,
    120000 / 230000,
  ]);
});

test('a wrong argument is told before any table is read', () => {
  const desk: Desk = { asked: [] };
  let told = '';
  try {
    askGolden('B24_SCORE', ['когда-нибудь'], desk);
  } catch (error) {
    told = sentenceOf(error, 'ru');
  }
  expect([told.startsWith('Аргумент «период»'), desk.asked]).toEqual([true, []]);
});

test('more people than the table holds: 59 with their parts, one line for the rest', () => {
  const managers = Array.from({ length: 70 }, (_, id) => ({
    id,
    name: `Человек ${id}`,
    email: '',
    active: true,
    hasDeals: true,
    department: id === 0 ? -1 : 0,
  }));
  const departments = [{ id: 3, name: 'Отдел', parent: -1 }];
  const desk: Desk = {
    labels: { managers, departments },
    inputs: { kpiSets: [{ owner: { scope: 'department', id: 3 }, items: boris?.items ?? [] }] },
  };
  const lines = table('', desk).slice(1);
  expect([lines.length, lines[lines.length - 1]?.[0]]).toEqual([59 * 2 + 1, 'Ещё 10']);
  expect(lines.every((line) => line.length === 8)).toBe(true);
});
