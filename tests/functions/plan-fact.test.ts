// B24_PLAN, B24_PLANFACT and B24_RUNRATE over the worked example: every value of its plans, and what holds where there is no plan.
import type { Plan } from '../../src/inputs/plan';
import { describe as sentenceOf } from '../../src/locale/describe';
import { monthRange, quarterRange } from '../../src/period';
import { goldenPlans } from '../golden-inputs';
import { golden } from '../golden-kpi';
import { money, percent } from '../rounded';
import { askGolden, type Desk } from './golden-desk';

const { expected } = golden;
const MAY = '2025-05';
const may = monthRange(MAY) ?? { start: 0, end: 0 };
const ask = (what: string, who: unknown = '', pipeline: unknown = '', metric: unknown = '', desk: Desk = {}) =>
  askGolden('B24_PLANFACT', [MAY, who, pipeline, metric, what], desk);
const complaint = (ask: () => unknown): string => {
  try {
    return `answered ${JSON.stringify(ask())}`;
  } catch (error) {
    return sentenceOf(error, 'ru');
  }
};
const plan = (fields: Partial<Plan>): Plan => ({ scope: 'company', id: null, metric: 'wonSum', period: may, target: 100, ...fields });

/** Keys of the example («manager:11:wonSum») as arguments of a formula: the pipeline or whoever it is. */
const argumentsOf = (key: string): [who: string, pipeline: string, metric: string] => {
  const [scope, id = '', metric = ''] = key.split(':');
  const department = { 3: 'Отдел продаж 1', 4: 'Отдел продаж 2' }[id] ?? '';
  return [{ company: '', department, manager: id, pipeline: '' }[scope ?? ''] ?? '', scope === 'pipeline' ? id : '', metric];
};
const statuses: Readonly<Record<string, string>> = { green: 'в плане', yellow: 'отстаёт', red: 'сильно отстаёт' };
const cell = (round: (value: number | null) => number | null, value: unknown) => (typeof value === 'number' ? round(value) : value);

describe('every plan of the worked example', () => {
  test.each(Object.entries(expected.plans).filter(([key]) => key !== 'company:sumOfManagers:wonSum'))('%s', (key, values) => {
    const [who, pipeline, metric] = argumentsOf(key);
    const value = (what: string) => ask(what, who, pipeline, metric);
    expect({
      plan: cell(money, value('план')),
      fact: cell(money, value('факт')),
      attainment: cell(percent, value('')),
      planToDate: cell(money, value('план на дату')),
      planToDateCalendar: cell(money, value('план на дату по календарю')),
      deviation: cell(money, value('отклонение')),
      attainmentToDate: cell(percent, value('выполнение на дату')),
      status: value('статус'),
      runRate: cell(money, value('прогноз')),
      runRateAttainment: cell(percent, value('прогноз %')),
      gap: cell(money, value('осталось')),
      requiredPerWorkday: cell(money, value('нужно в день')),
    }).toEqual({ ...values, status: statuses[values.status] });
    const args = [MAY, who, pipeline, metric];
    expect(cell(money, askGolden('B24_PLAN', args))).toBe(values.plan);
    expect(cell(money, askGolden('B24_RUNRATE', args))).toBe(values.runRate);
  });

  test('deals that the gap of the company needs, of money and of wins', () => {
    expect([ask('нужно сделок'), ask('нужно новых сделок')]).toEqual([expected.required.dealsNeeded, expected.required.newDealsNeeded]);
    // Anna lacks 2 wins of 5, and wins all that she closes.
    expect([ask('нужно сделок', 11, '', 'Выиграно'), ask('new deals needed', 11, '', 'Won')]).toEqual([2, 2]);
    expect(ask('нужно сделок', 12, '', 'Встречи')).toBe('');
  });
});

test('without arguments it is the attainment of this month by the company', () => {
  expect([askGolden('B24_PLANFACT'), askGolden('B24_PLAN'), askGolden('B24_RUNRATE')]).toEqual([0.61, 1000000, 1098000]);
});

test('a column of people is answered cell by cell: each against an own plan, blanks blank, an unknown name its sentence', () => {
  const column = [['Анна А.'], [''], ['Отдел продаж 2'], ['все'], ['Никто'], ['Без менеджера']];
  const nobody = 'Аргумент «кто»: нет сотрудника или отдела «Никто». Напишите имя, часть имени, e-mail, id, название отдела или "все".';
  expect(ask('', column)).toEqual([[0.475], [''], [0.35], [0.61], [nobody], ['']]);
  expect(ask('статус', column)).toEqual([['отстаёт'], [''], ['сильно отстаёт'], ['в плане'], [nobody], ['нет плана']]);
  expect(askGolden('B24_PLAN', [MAY, column])).toEqual([[400000], [''], [200000], [1000000], [nobody], ['']]);
  expect(askGolden('B24_RUNRATE', [MAY, column])).toEqual([[342000], [''], [126000], [1098000], [nobody], [0]]);
});

test('a plan alone reads no facts', () => {
  const asked: Desk = { asked: [] };
  expect([ask('план', 11, '', '', asked), askGolden('B24_PLAN', [MAY, 11], asked)]).toEqual([400000, 400000]);
  expect(asked.asked).toEqual([]);
});

describe('whose plan it is', () => {
  test('several people and departments: targets add up, each person once', () => {
    expect(ask('план', 'Анна А.; Борис Б.')).toBe(700000);
    expect(ask('факт', 'Анна А.; Борис Б.')).toBe(540000);
    expect(ask('план', 'Отдел продаж 1; Анна А.')).toBe(700000);
    const plans = [plan({ scope: 'manager', id: 11, metric: 'avgCheque' }), plan({ scope: 'manager', id: 12, metric: 'avgCheque' })];
    // Plans of a rate do not add up.
    expect([ask('план', 11, '', 'чек', { inputs: { plans } }), ask('план', '11; 12', '', 'чек', { inputs: { plans } })]).toEqual([100, '']);
  });

  test('a company or a department without a row of its own has the sum of its people’s plans', () => {
    const plans = goldenPlans.filter(({ scope }) => scope === 'manager');
    expect([ask('план', '', '', '', { inputs: { plans } }), ask('план', 'Отдел продаж 1', '', '', { inputs: { plans } })]).toEqual([
      900000, 700000,
    ]);
  });

  test('a pipeline that is named has its own plan, several the sum of theirs; a person within a pipeline has none, the fact stands', () => {
    const plans = [...goldenPlans, plan({ scope: 'pipeline', id: 5, target: 500000 })];
    expect(ask('план', '', 'Общая; Повторные', '', { inputs: { plans } })).toBe(1400000);
    expect(ask('план', '', 'Повторные')).toBe('');
    expect([ask('план', 11, 'Общая'), ask('факт', 11, 'Общая'), ask('', 11, 'Общая'), ask('статус', 11, 'Общая')]).toEqual([
      '',
      190000,
      '',
      'нет плана',
    ]);
  });

  test('pipelines chosen in settings cut the fact and leave the plans of people as they are; «все» takes all', () => {
    const desk: Desk = { labels: { defaultPipelines: [0] } };
    expect([ask('факт', '', '', '', desk), ask('план', '', '', '', desk)]).toEqual([420000, 1000000]);
    expect([ask('факт', '', 'все', '', desk), ask('план', '', 'все', '', desk)]).toEqual([610000, 1000000]);
  });

  test('what belongs to people alone is not asked of a pipeline', () => {
    const sentence =
      'Аргумент «воронка»: показатель «Встречи» считается по людям, воронка на него не влияет. Уберите "Общая" или напишите "все".';
    for (const name of ['B24_PLAN', 'B24_PLANFACT', 'B24_RUNRATE', 'B24_PLANFACT_TABLE']) {
      expect(complaint(() => askGolden(name, [MAY, '', 'Общая', 'Встречи']))).toBe(sentence);
    }
    expect(complaint(() => askGolden('B24_PLANFACT_TABLE', [MAY, '', 'Общая', 'Встречи, Выиграно', 'показатель']))).toBe(sentence);
    expect([ask('план', 12, 'все', 'Встречи'), ask('план', 12, '', 'Встречи', { labels: { defaultPipelines: [0] } })]).toEqual([4, 4]);
  });
});

describe('where there is nothing to compare with', () => {
  const items = ['факт', 'план', '', 'отклонение', 'план на дату', 'прогноз', 'прогноз %', 'осталось', 'нужно в день', 'статус'];

  test('no plan, and a plan of 0, are no plan: nothing is attained', () => {
    const all = (plans: Plan[]) => items.map((what) => ask(what, '', '', '', { inputs: { plans } }));
    expect(all([])).toEqual([610000, '', '', '', '', 1098000, '', '', '', 'нет плана']);
    expect(all([plan({ target: 0 })])).toEqual([610000, 0, '', 610000, 0, 1098000, '', 0, 0, 'нет плана']);
  });

  test('before its first day a plan is not rated, and in its first days nothing is extrapolated', () => {
    const june = (what: string) =>
      askGolden('B24_PLANFACT', ['2025-06', '', '', '', what], {
        inputs: { plans: [plan({ period: quarterRange(2025, 2), target: 590 })] },
      });
    expect([june('план'), june('план на дату'), june('статус'), june('прогноз'), june('')]).toEqual([190, 0, 'без оценки', '', 0]);
    // Two working days of the week of Monday the 19th have passed.
    const week = '2025-05-19..2025-05-25';
    expect([askGolden('B24_RUNRATE', [week]), askGolden('B24_PLANFACT', [week, '', '', '', 'прогноз'])]).toEqual(['', '']);
  });

  test('what does not add up has no pace, and its plan is due from the first day', () => {
    const desk: Desk = { inputs: { plans: [plan({ metric: 'winRateCount', target: 0.5 })] } };
    const of = (what: string) => ask(what, '', '', 'доля побед', desk);
    expect([of('план на дату'), of('статус'), of('прогноз'), of('нужно в день')]).toEqual([0.5, 'в плане', '', '']);
    expect(askGolden('B24_RUNRATE', [MAY, '', '', 'Доля побед'])).toBe('');
  });

  test('where less is better a plan is kept from below', () => {
    const lost = (target: number, what: string) =>
      ask(what, '', '', 'Проиграно', { inputs: { plans: [plan({ metric: 'lostCount', target })] } });
    // 4 lost; by now 10 of 18 working days' share may be: 10 of 18, or 2 of 3.6.
    expect([lost(18, 'статус'), lost(18, 'выполнение на дату'), lost(3.6, 'статус'), lost(3.6, 'осталось')]).toEqual([
      'в плане',
      2.5,
      'сильно отстаёт',
      '',
    ]);
  });
});

test('words of both languages are understood, statuses are told in the language of the file', () => {
  expect([ask('run-rate'), ask('Run rate'), ask('gap'), ask('план к дате')]).toEqual([1098000, 1098000, 390000, ask('plan to date')]);
  expect(ask('status', 11, '', '', { labels: { lang: 'en' } })).toBe('behind');
  expect(complaint(() => ask('скоро'))).toContain('Аргумент «что»: не понимаю «скоро». Можно: "выполнение", "план", "факт"');
});
