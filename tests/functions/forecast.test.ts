// B24_FORECAST, B24_FORECAST_DEALS and B24_COVERAGE over the worked example.
import type { Cell } from '../../src/cell';
import type { Plan } from '../../src/inputs/plan';
import { describe as sentenceOf } from '../../src/locale/describe';
import { monthRange } from '../../src/period';
import { golden, goldenNorms } from '../golden-kpi';
import { at, madeDeal, madeFacts } from '../made-records';
import { money, ratio4 } from '../rounded';
import { askGolden, type Desk } from './golden-desk';

const { forecast, coverage } = golden.expected;
const MAY = '2025-05';
const may = monthRange(MAY) ?? { start: 0, end: 0 };
const asked = (method: string, who: unknown = '', pipeline: unknown = '', desk: Desk = {}) =>
  askGolden('B24_FORECAST', [MAY, who, pipeline, method], desk) as number;
const covered = (what: string, who: unknown = '', pipeline: unknown = '', desk: Desk = {}) =>
  askGolden('B24_COVERAGE', [MAY, who, pipeline, what], desk);
const deals = (args: readonly unknown[], desk: Desk = {}) => askGolden('B24_FORECAST_DEALS', args, desk) as Cell[][];

describe('B24_FORECAST', () => {
  test('every forecast of the worked example', () => {
    expect({
      weightedPipeline: money(asked('взвешенная')),
      pipelineForecast: money(asked('')),
      overdueWeighted: money(asked('просрочено')),
      runRate: money(asked('темп')),
    }).toEqual({
      weightedPipeline: forecast.weightedPipeline,
      pipelineForecast: forecast.pipelineForecast,
      overdueWeighted: forecast.overdueWeighted,
      runRate: forecast.runRate,
    });
    expect([asked('выиграно'), money(asked('нижний')), asked('верхний')]).toEqual([610000, forecast.pipelineForecast, forecast.runRate]);
  });

  test('people are answered cell by cell, with the probabilities of everybody', () => {
    // Anna: won 190 000, due 202 = 36 666.67; Boris: won 350 000, due 107 = 101 562.50; Vera has nothing open.
    const column = asked('стадии', [['Анна А.'], ['Борис Б.'], [''], ['Вера В.'], ['все']]) as unknown as Cell[][];
    expect(column.map(([cell]) => (typeof cell === 'number' ? money(cell) : cell))).toEqual([226666.67, 451562.5, '', 70000, 748229.17]);
    expect([money(asked('', '', 'Общая')), money(asked('', 'Отдел продаж 2'))]).toEqual([521562.5, 70000]);
  });

  test('early in a period the pace is unknown: nothing is extrapolated, the range is the forecast by stages alone', () => {
    const week = (method: string) => askGolden('B24_FORECAST', ['2025-05-19..2025-05-25', '', '', method]);
    // Won in the week: 110 for 120 000; due until the 25th: nothing.
    expect([week('темп'), week('стадии'), week('нижний'), week('верхний')]).toEqual(['', 120000, 120000, 120000]);
  });

  test('a period that is over is what was won; nobody’s is nothing', () => {
    const april = (method: string) => askGolden('B24_FORECAST', ['2025-04', '', '', method]);
    expect(['стадии', 'темп', 'нижний', 'верхний', 'выиграно'].map(april)).toEqual([25000, 25000, 25000, 25000, 25000]);
    expect([asked('', 'Без менеджера'), asked('темп', 'Без менеджера')]).toEqual([0, 0]);
  });

  test('what is won, and its pace, are answered without the history of stages', () => {
    const desk: Desk = { asked: [] };
    expect([asked('won', '', '', desk), asked('run-rate', '', '', desk)]).toEqual([610000, 1098000]);
    expect([...new Set(desk.asked)]).toEqual(['deals']);
    expect(() => asked('завтра')).toThrow('argChoice');
  });
});

describe('B24_FORECAST_DEALS', () => {
  test('the deals of the forecast by weight, overdue ones after them, then what they add up to', () => {
    const [header, ...rows] = deals([MAY]);
    expect(header).toEqual([
      'Сделка',
      'Ссылка',
      'Менеджер',
      'Стадия',
      'Сумма',
      'Вероятность',
      'Взвешенная сумма',
      'Ожидаемая дата',
      'Когда',
    ]);
    const link = (id: number) => `https://example.bitrix24.ru/crm/deal/details/${id}/`;
    const day = (text: string) => new Date(`${text}T00:00:00+03:00`);
    const shown = rows.map((row) =>
      row.map((cell, column) => (typeof cell !== 'number' ? cell : column === 5 ? ratio4(cell) : money(cell))),
    );
    const weighted = forecast.weightedByDeal;
    expect(shown).toEqual([
      ['Deal 107', link(107), 'Борис Б.', 'Подготовка', 150000, 0.6771, weighted[107], day('2025-05-28'), 'в периоде'],
      ['Deal 202', link(202), 'Анна А.', 'Новая', 55000, 0.6667, weighted[202], day('2025-05-26'), 'в периоде'],
      ['Deal 108', link(108), 'Анна А.', 'В работе', 180000, 0.8125, weighted[108], day('2025-05-15'), 'просрочена'],
      ['Выиграно', '', '', '', '', '', 610000, '', ''],
      ['Ожидается, взвешенно', '', '', '', '', '', 138229.17, '', ''],
      ['Прогноз', '', '', '', '', '', forecast.pipelineForecast, '', ''],
      ['Просрочено, взвешенно (не в прогнозе)', '', '', '', '', '', forecast.overdueWeighted, '', ''],
    ]);
    expect(rows.slice(0, 3).map(([title]) => title)).toEqual(
      [...forecast.inPeriodDeals, ...forecast.overdueDeals].map((id) => `Deal ${id}`),
    );
  });

  test('a deal expected later is not of this period; in its own period it is', () => {
    const june = deals(['2025-06-01..2025-06-30', 'Анна А.']).slice(1);
    // 202 is expected on 26 May, before June but not overdue: it is due, as everything from today to the end of the period.
    expect(june.map(([title, , , , , , weighted]) => [title, money(Number(weighted))])).toEqual([
      ['Deal 109', 37500],
      ['Deal 202', 36666.67],
      ['Deal 108', 146250],
      ['Выиграно', 0],
      ['Ожидается, взвешенно', 74166.67],
      ['Прогноз', 74166.67],
      ['Просрочено, взвешенно (не в прогнозе)', 146250],
    ]);
  });

  test('nothing expected leaves the totals alone', () => {
    expect(deals([MAY, 'Вера В.'], { labels: { lang: 'en' } }).map(([first, , , , , , weighted]) => [first, weighted])).toEqual([
      ['Deal', 'Weighted sum'],
      ['Won', 70000],
      ['Expected, weighted', 0],
      ['Forecast', 70000],
      ['Overdue, weighted (not in the forecast)', 0],
    ]);
  });

  test('a deal of an unknown currency or stage is listed, and adds nothing', () => {
    const facts = madeFacts({
      deals: [
        madeDeal(1, { currencyId: 'XXX', closedate: '2025-05-25' }),
        madeDeal(2, { stageId: 'GONE', closedate: '2025-05-25' }),
        madeDeal(3, { closedate: '2025-05-25' }),
      ],
    });
    const norms = { shrink: 5, probabilities: { NEW: 0.5 } };
    const rows = deals([MAY], { facts, inputs: { norms: { ...goldenNorms, ...norms } } });
    expect(rows.slice(1, 4).map((row) => row.slice(3, 7))).toEqual([
      ['NEW', 100, 0.5, 50],
      ['NEW', '', 0.5, ''],
      ['deleted stage', 100, '', ''],
    ]);
    expect(rows[5]?.[6]).toBe(50);
  });

  test('two hundred deals at most, overdue ones keep fifty of the lines: the last line of each kind has the rest and its sum', () => {
    const many = (count: number, from: number, closedate: string) =>
      Array.from({ length: count }, (_, index) =>
        madeDeal(from + index, { opportunity: from + index, closedate, createdTime: at('2025-05-01 10:00') }),
      );
    const facts = madeFacts({ deals: [...many(300, 1000, '2025-05-25'), ...many(90, 5000, '2025-05-10')] });
    const norms = { ...goldenNorms, probabilities: { NEW: 0.5 } };
    let titles = 0;
    const rows = deals([MAY], {
      facts,
      inputs: { norms },
      context: {
        titles: (asked) => {
          titles = asked.length;
          return asked.map((row) => `№ ${facts.deals.id[row]}`);
        },
      },
    }).slice(1);
    expect(rows.length).toBe(204);
    expect([rows[0]?.[0], rows[148]?.[0], rows[150]?.[0], rows[198]?.[0]]).toEqual(['№ 1299', '№ 1151', '№ 5089', '№ 5041']);
    // Deals 1000…1150 are left, 151 of them: 151 × 1075 = 162 325; overdue 5000…5040: 41 × 5020 = 205 820.
    expect(rows[149]).toEqual(['151 more', '', '', '', 162325, '', 81162.5, '', 'in the period']);
    expect(rows[199]).toEqual(['41 more', '', '', '', 205820, '', 102910, '', 'overdue']);
    expect(titles).toBe(200);
    const few = deals([MAY], { facts: madeFacts({ deals: [...many(3, 1000, '2025-05-25'), ...many(240, 5000, '2025-05-10')] }) }).slice(1);
    expect([few.length, few[199]?.[0], few[2]?.[8], few[3]?.[8]]).toEqual([204, '44 more', 'in the period', 'overdue']);
  });
});

describe('B24_COVERAGE', () => {
  test('every coverage of the worked example', () => {
    const of = (what: string) => ratio4(Number(covered(what)));
    expect({ all: of(''), inPeriod: of('в периоде'), needed: of('нужно') }).toEqual(coverage);
    expect(covered('in period')).toBe(covered('за период'));
  });

  test('a met plan is a word, no plan is an empty cell; people are answered cell by cell', () => {
    // Anna: 295 000 open of 210 000 missing; Boris has done his plan; Vera has nothing open.
    expect(covered('', [['Анна А.'], ['Борис Б.'], [''], ['Вера В.'], ['Без менеджера']])).toEqual([
      [295000 / 210000],
      ['план выполнен'],
      [''],
      [0],
      [''],
    ]);
    expect(covered('', 12, '', { labels: { lang: 'en' } })).toBe('plan met');
    expect(covered('в периоде', [['Анна А.'], ['Отдел продаж 1']])).toEqual([[55000 / 210000], [205000 / 160000]]);
    expect([covered('', '', 'Общая'), covered('', '', 'Повторные'), covered('', '', '', { inputs: { plans: [] } })]).toEqual([
      390000 / 480000,
      '',
      '',
    ]);
  });

  test('what is needed does not ask for a plan, and is unknown where nothing was closed', () => {
    expect([covered('нужно', 11), covered('нужно', '', '', { inputs: { plans: [] } }), covered('нужно', 'Без менеджера')]).toEqual([
      1,
      825000 / 610000,
      '',
    ]);
  });

  test('open deals of what the plan lacks cover it once', () => {
    const plan: Plan = { scope: 'manager', id: 11, metric: 'wonSum', period: may, target: 190000 + 295000 };
    expect(covered('', 11, '', { inputs: { plans: [plan] } })).toBe(1);
  });
});

test('wrong words are told with those allowed', () => {
  try {
    covered('всегда');
    throw new Error('answered');
  } catch (error) {
    expect(sentenceOf(error, 'ru')).toBe('Аргумент «что»: не понимаю «всегда». Можно: "покрытие", "в периоде", "нужно".');
  }
});

test.each([
  ['B24_LEADS', ['', 'конверсия']],
  ['B24_VELOCITY', ['']],
  ['B24_PLAN', ['', '']],
  ['B24_PLANFACT', ['', '', 'выполнение на дату']],
  ['B24_PLANFACT', ['Общая', '', 'факт']],
  ['B24_RUNRATE', ['', 'Проиграно']],
  ['B24_FORECAST', ['', 'верхний']],
  ['B24_FORECAST', ['Общая', 'взвешенная']],
  ['B24_COVERAGE', ['', 'в периоде']],
  ['B24_COVERAGE', ['', 'нужно']],
  ['B24_GOAL', ['', 'базовая', '']],
] as const)('%s of a column of names is that of each name alone (%j)', (name, rest) => {
  const who = ['Анна А.', 'Борис Б.', 'Вера В.', 'Без менеджера', 'Отдел продаж 1', 'Анна А.; Вера В.', 'все'];
  const period = name === 'B24_GOAL' ? '2025-06' : MAY;
  const column = askGolden(name, [period, who.map((one) => [one]), ...rest]);
  expect(column).toEqual(who.map((one) => [askGolden(name, [period, one, ...rest])]));
});
