// The worked example at a desk where everything was typed: plans of people, departments, pipelines and the company, pace, forecast, coverage. A goal
// stands on six whole months, which the portal of the example does not have: it is asserted on the metrics.
import { typedInputs } from '../addon/typed-inputs';
import { inputs, money, partsOf, percent, ratio } from './example';
import { type Line, people, typedDesk } from './typed-desk';

const { expected, unread } = partsOf('kpi-example-plans');
const desk = typedDesk('the add-on');
const of = (formula: string) => desk.value(formula);
const number = (formula: string) => Number(desk.value(formula));
const department = (id: string) => inputs.departments.find((one) => String(one.ID) === id)?.NAME;

test('nothing that was typed is complained of', () => {
  expect(desk.lines('=B24_QUALITY(;;;"ввод")')).toEqual([expect.objectContaining({ Лист: 'Замечаний нет' })]);
});

test('sheets that a person made by name, columns in another order, are read as those of the add-on', () => {
  const own = typedInputs(desk);
  expect([own?.inputs.plans.length, own?.complaints]).toEqual([inputs.plans.length, []]);
  expect(typedInputs(typedDesk('a person'))).toEqual(own);
});

type Plan = (typeof expected.plans)['manager:11:wonSum'];

/** What of a plan the words of B24_PLANFACT show. */
function told(who: string, pipeline: string, metric: string): Record<string, unknown> {
  const what = (word: string) => of(`=B24_PLANFACT("2025-05";${who};${pipeline};"${metric}";"${word}")`);
  return {
    plan: money(of(`=B24_PLAN("2025-05";${who};${pipeline};"${metric}")`)),
    fact: money(what('факт')),
    attainment: percent(what('выполнение')),
    planToDate: money(what('план на дату')),
    planToDateCalendar: money(what('план на дату по календарю')),
    deviation: money(what('отклонение')),
    attainmentToDate: percent(what('выполнение на дату')),
    status: ({ 'в плане': 'green', отстаёт: 'yellow', 'сильно отстаёт': 'red' } as Record<string, string>)[String(what('статус'))],
    runRate: money(what('прогноз')),
    runRateAttainment: percent(what('прогноз %')),
    gap: money(what('осталось')),
    requiredPerWorkday: money(what('нужно в день')),
  };
}

/** The line of B24_PLANFACT_TABLE as far as it goes. */
function lined(line: Line | undefined): unknown[] {
  return [
    money(line?.['План']),
    money(line?.['Факт']),
    percent(line?.['Выполнение']),
    money(line?.['План на дату']),
    money(line?.['Отклонение']),
    percent(line?.['Выполнение на дату']),
    money(line?.['Прогноз']),
    money(line?.['Осталось']),
    money(line?.['Нужно в день']),
  ];
}
const linedWant = (want: Plan): unknown[] => [
  want.plan,
  want.fact,
  want.attainment,
  want.planToDate,
  want.deviation,
  want.attainmentToDate,
  want.runRate,
  want.gap,
  want.requiredPerWorkday,
];

describe.each(Object.entries(expected.plans).filter(([key]) => !key.includes('sumOfManagers')))('the plan %s', (key, want) => {
  const [scope = '', id = '', metric = ''] = key.split(':');
  const who = scope === 'manager' ? `"${people[id]}"` : scope === 'department' ? `"${department(id)}"` : '';
  const by = { manager: 'менеджер', department: 'отдел', pipeline: 'воронка', company: 'менеджер' }[scope];
  const name = { manager: people[id], department: department(id), pipeline: 'Общая', company: 'Итого' }[scope];

  test('as single answers', () => {
    expect(told(who, scope === 'pipeline' ? '"Общая"' : '', metric)).toEqual(want);
  });

  test('as a line of the table', () => {
    const lines = desk.lines(`=B24_PLANFACT_TABLE("2025-05";;;"${metric}";"${by}")`);
    expect(lined(lines.find((line) => String(Object.values(line)[0]).startsWith(String(name))))).toEqual(linedWant(want as Plan));
  });
});

test('the sum of the plans of the managers: the second line of the table, and what both departments have together', () => {
  const want = expected.plans['company:sumOfManagers:wonSum'];
  const lines = desk.lines('=B24_PLANFACT_TABLE("2025-05")');
  expect(lined(lines.find((line) => line['Менеджер'] === 'Сумма планов менеджеров'))).toEqual(linedWant(want));
  expect(told(`"${department('3')}; ${department('4')}"`, '', 'wonSum')).toEqual(want);
});

test('working days: every one of their counts is a quotient of two cells', () => {
  const { total, elapsed, remaining, calendarTotal, calendarElapsed } = expected.workdays;
  const anna = (what: string) => number(`=B24_PLANFACT("2025-05";"Анна";;"wonSum";"${what}")`);
  const perDay = number('=B24_ACTIVITY("2025-05";"Борис";;"все";"день")');
  expect(ratio(number('=B24_ACTIVITY("2025-05";"Борис")') / perDay)).toBe(elapsed);
  expect(ratio((anna('прогноз') / anna('факт')) * elapsed)).toBe(total);
  expect(ratio(anna('осталось') / anna('нужно в день'))).toBe(remaining);
  expect(ratio(anna('план на дату по календарю') / anna('план'))).toBe(ratio(calendarElapsed / calendarTotal));
  const [quarter] = inputs.plans.filter(({ scope }) => scope === 'pipeline');
  expect(ratio(((quarter?.target ?? 0) / number('=B24_PLAN("2025-05";;"Общая")')) * total)).toBe(expected.workdaysQ2);
});

test('velocity: the open deals, and what they bring a day', () => {
  expect(of('=B24_DEALS("2025-05";;;"открыто")')).toBe(expected.salesVelocity.openDeals);
  expect(money(of('=B24_VELOCITY("2025-05")'))).toBe(expected.salesVelocity.perDay);
});

test('deals needed, before and after they become whole', () => {
  const { dealsNeeded, newDealsNeeded, dealsNeededExact, newDealsNeededExact } = expected.required;
  const planned = (what: string) => of(`=B24_PLANFACT("2025-05";;;"wonSum";"${what}")`);
  const exact = Number(planned('осталось')) / number('=B24_AVG_DEAL("2025-05")');
  expect([planned('нужно сделок'), planned('нужно новых сделок')]).toEqual([dealsNeeded, newDealsNeeded]);
  expect([ratio(exact), ratio(exact / number('=B24_WINRATE("2025-05")'))]).toEqual([dealsNeededExact, newDealsNeededExact]);
});

describe('forecast', () => {
  const idOf = (line: Line): number => Number(/(\d+)\/$/.exec(String(line['Ссылка']))?.[1]);
  const deals = (period: string, when = '') =>
    desk.lines(`=B24_FORECAST_DEALS("${period}")`).filter((line) => idOf(line) > 0 && String(line['Когда']).includes(when));

  test('by every method', () => {
    const want = expected.forecast;
    const at = (method: string) => money(of(`=B24_FORECAST("2025-05";;;"${method}")`));
    expect({
      pipelineForecast: at('стадии'),
      runRate: at('темп'),
      range: [at('нижний'), at('верхний')],
      weightedPipeline: at('взвешенная'),
      overdueWeighted: at('просрочено'),
    }).toEqual({
      pipelineForecast: want.pipelineForecast,
      runRate: want.runRate,
      range: [want.pipelineForecast, want.runRate],
      weightedPipeline: want.weightedPipeline,
      overdueWeighted: want.overdueWeighted,
    });
    expect(money(of('=B24_RUNRATE("2025-05")'))).toBe(want.runRate);
  });

  test('its deals: those of May, those that are late, and every open one with its weight', () => {
    const want = expected.forecast;
    expect(deals('2025-05', 'в периоде').map(idOf).sort()).toEqual(want.inPeriodDeals);
    expect(deals('2025-05', 'просрочена').map(idOf)).toEqual(want.overdueDeals);
    // Deal 109 is expected in June.
    const weighted = deals('2025-05..2025-06').map((line) => [idOf(line), money(line['Взвешенная сумма'])]);
    expect(Object.fromEntries(weighted)).toEqual(want.weightedByDeal);
  });

  test('the probability of a stage: as the deals of the forecast have it, and before it was drawn to the mean', () => {
    const shown = deals('2025-05..2025-06').map((line) => [idOf(line), ratio(line['Вероятность'])]);
    const [main, repeat] = [expected.stageWinRates[0], expected.stageWinRates[5]];
    expect(Object.fromEntries(shown)).toEqual({
      107: main.PREPARATION.shrunk,
      108: main.EXECUTING.shrunk,
      109: main.NEW.shrunk,
      202: repeat['C5:NEW'].shrunk,
    });
    for (const [pipeline, stages] of Object.entries(expected.stageWinRates))
      for (const [stage, { raw }] of Object.entries(stages as Record<string, { raw: number }>))
        expect([stage, percent(of(`=B24_CONVERSION("последние 365 дней";;${pipeline};"${stage}";"успех")`))]).toEqual([stage, raw]);
  });
});

test('coverage of what is left to sell', () => {
  const cover = (word: string) => ratio(of(`=B24_COVERAGE("2025-05";;;"${word}")`));
  expect({ all: cover('покрытие'), inPeriod: cover('в периоде'), needed: cover('нужно') }).toEqual(expected.coverage);
});

test('no value of these parts is forgotten', () => {
  expect(unread()).toEqual([]);
});
