// B24_GOAL: a month's goal out of complete months; B24_LEADS and B24_VELOCITY over the worked example.
import type { FactTables } from '../../src/facts/facts';
import { describe as sentenceOf } from '../../src/locale/describe';
import { isoDay, monthRange, parseIsoDay } from '../../src/period';
import { golden, goldenCalendar } from '../golden-kpi';
import { at, madeDeal, madeFacts } from '../made-records';
import { money, percent } from '../rounded';
import { askGolden, type Desk } from './golden-desk';

const { goalSuggestion, leads, salesVelocity } = golden.expected;
const complaint = (name: string, ...args: unknown[]): string => {
  try {
    return `answered ${JSON.stringify(askGolden(name, args))}`;
  } catch (error) {
    return sentenceOf(error, 'ru');
  }
};

/** One win a month of a manager, closed on the tenth. */
function wins(months: readonly { readonly month: string; readonly wonSum: number }[], manager = 11): FactTables {
  const deals = months.map(({ month, wonSum }, index) => {
    const closed = at(`${month}-10 10:00`);
    return madeDeal(index + 1, {
      stageId: 'WON',
      semantic: 'S',
      opportunity: wonSum,
      assignedById: manager,
      createdTime: at(`${month}-03 10:00`),
      movedTime: closed,
      closedate: `${month}-10`,
    });
  });
  return madeFacts({ deals });
}

describe('B24_GOAL', () => {
  /** January 2025 of the example has 17 working days, its other months have no holidays. */
  const holidays = ['01', '02', '03', '06', '07', '08'].map((day) => parseIsoDay(`2025-01-${day}`) ?? 0);
  const calendar = { ...goldenCalendar, holidays: new Set([...goldenCalendar.holidays, ...holidays]) };
  const desk: Desk = { facts: wins(golden.inputs.monthlyHistory), inputs: { calendar } };
  const goal = (args: readonly unknown[], more: Desk = {}) => askGolden('B24_GOAL', args, { ...desk, ...more }) as number;

  test('every goal of the worked example, for the month after this one', () => {
    expect({
      targetMonth: '2025-06',
      workdays: 19,
      conservative: money(goal(['', '', '', 'осторожная'])),
      base: money(goal([])),
      ambitious: money(goal(['', '', '', 'смелая'])),
    }).toEqual(goalSuggestion);
    expect([goal(['2025-06']), goal(['следующий месяц', '', '', 'base']), goal([new Date('2025-06-10T00:00:00+03:00')])]).toEqual([
      goal([]),
      goal([]),
      goal([]),
    ]);
    // July has 23 working days.
    expect(money(goal(['2025-07']))).toBe(money((goalSuggestion.base / 19) * 23));
  });

  test('people by themselves: only months with a deal in work; fewer than three say nothing', () => {
    expect(goal(['', [['Anna'], ['Boris'], [''], ['все']]])).toEqual([[goal([])], [''], [''], [goal([])]]);
    expect(goal(['', '', 'Sales'])).toBe(goal([]));
    expect(goal(['', '', 'Repeat'])).toBe('');
    expect(goal([], { facts: wins(golden.inputs.monthlyHistory.slice(-3)) })).toBeGreaterThan(0);
    expect(goal([], { facts: wins(golden.inputs.monthlyHistory.slice(-2)) })).toBe('');
  });

  test('any metric that adds up has a goal: one win a month', () => {
    // One win in months of 22, 22, 17, 20, 21 and 22 days: the median of their rates is between 1/22 and 1/21.
    const rates = [1 / 21, 1 / 22, 1 / 17, 1 / 20, 1 / 21, 1 / 22].sort();
    expect(goal(['', '', '', '', 'Выиграно'])).toBeCloseTo((((rates[2] ?? 0) + (rates[3] ?? 0)) / 2) * 19, 9);
    expect(goal(['', '', '', '', 'Доля побед'])).toBe('');
    expect(goal(['', '', '', '', 'Звонки'])).toBe(0);
  });

  test('the season as it was typed goes into the goal', () => {
    const seasonality = { 5: 1, 6: 2, 7: 3 };
    expect(goal([], { inputs: { calendar, seasonality } })).toBe(goal([]));
    expect(money(goal(['2025-07'], { inputs: { calendar, seasonality } }))).toBe(money(goal(['2025-07']) * 1.5));
  });

  test('a goal is for one month', () => {
    expect(complaint('B24_GOAL', '2025-Q3')).toBe(
      'Аргумент «период»: цель ставится на один месяц, а найдено 01.07.2025..30.09.2025. Назовите месяц, например "2025-06".',
    );
    expect(complaint('B24_GOAL', '2025-06-01..2025-06-15')).toContain('цель ставится на один месяц');
    expect(complaint('B24_GOAL', '', '', '', 'огромная')).toBe(
      'Аргумент «уровень»: не понимаю «огромная». Можно: "осторожная", "базовая", "смелая".',
    );
  });

  test('months before the loaded horizon are not looked at', () => {
    const horizonDay = monthRange('2025-02')?.start ?? 0;
    expect(isoDay(horizonDay)).toBe('2025-02-01');
    // Rates 20 000, 24 000 and 19 000 are left: their median × 19.
    expect(money(goal([], { labels: { horizonDay } }))).toBe(380000);
  });
});

describe('B24_LEADS', () => {
  const asked = (state: string, who: unknown = '', pipeline: unknown = '') => askGolden('B24_LEADS', ['2025-05', who, pipeline, state]);

  test('every value of the worked example', () => {
    expect({
      created: asked(''),
      converted: asked('сконвертировано'),
      junk: asked('некачественные'),
      conversion: percent(Number(asked('конверсия'))),
    }).toEqual(leads);
    expect([asked('new'), asked('qualified'), asked('мусор'), asked('rate')]).toEqual([
      asked(''),
      asked('converted'),
      asked('junk'),
      asked('доля'),
    ]);
  });

  test('people are answered cell by cell; nothing decided is an empty cell', () => {
    const column = asked('создано', [['Анна А.'], ['Борис Б.'], ['Вера В.'], ['Без менеджера'], ['все']]) as number[][];
    expect(column.slice(0, 4).reduce((sum, [count]) => sum + (count ?? 0), 0)).toBe(leads.created);
    expect(column[4]).toEqual([leads.created]);
    expect(askGolden('B24_LEADS', ['2024', '', '', 'конверсия'])).toBe('');
  });

  test('a lead has no pipeline: one named on purpose is refused, those of the settings do not matter', () => {
    expect(complaint('B24_LEADS', '2025-05', '', 'Общая', 'конверсия')).toBe(
      'Аргумент «воронка»: показатель «Конверсия лидов» считается по людям, воронка на него не влияет. Уберите "Общая" или напишите "все".',
    );
    expect(asked('', '', 'все')).toBe(leads.created);
    expect(askGolden('B24_LEADS', ['2025-05'], { labels: { defaultPipelines: [0] } })).toBe(leads.created);
  });
});

test('B24_VELOCITY is that of the worked example; without wins there is none', () => {
  expect(money(Number(askGolden('B24_VELOCITY', ['2025-05'])))).toBe(salesVelocity.perDay);
  expect(askGolden('B24_VELOCITY', ['2025-05', [['все'], ['Без менеджера'], ['']]])).toEqual([
    [askGolden('B24_VELOCITY', ['2025-05'])],
    [''],
    [''],
  ]);
  expect(askGolden('B24_VELOCITY', ['2024'])).toBe('');
});
