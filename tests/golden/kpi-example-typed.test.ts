// The worked example of the KPI definitions with everything its people would have typed, through portal → bundle → input sheets → formula.
// Goals need months that its portal does not have: they are asserted on the metrics (tests/metrics), as are the intervals of 95 % of coaching,
// because B24_COACH publishes the wide one.
import { openDesk } from '../addon/desk';
import golden from './kpi-example/kpi-example.json';

const { inputs, expected } = golden;
const desk = openDesk({ data: inputs, now: inputs.settings.asOf });

type Row = Readonly<Record<string, unknown>>;

/** The lines of a table by the names of its columns. */
function lines(formula: string): Row[] {
  const answer = desk.value(formula);
  if (!Array.isArray(answer)) throw new Error(`${formula}: ${String(answer)}`);
  const [headers = [], ...rows] = answer as unknown[][];
  return rows.map((row) => Object.fromEntries(headers.map((header, at) => [String(header), row[at]])));
}
const round = (value: unknown, digits: number): unknown => {
  if (typeof value !== 'number') return value === '' || value === undefined ? null : value;
  const scaled = Math.abs(value) * 10 ** digits;
  return (Math.sign(value) * Math.round(scaled + 1e-9 * Math.max(1, scaled))) / 10 ** digits;
};
const money = (value: unknown) => round(value, 2);
const percent = (value: unknown) => round(typeof value === 'number' ? value * 100 : value, 2);
const of = (formula: string) => desk.value(formula);
const paste = (sheet: string, rows: readonly (readonly string[])[], at = 'A2') => desk.runtime.spreadsheet.pasteAsPerson(sheet, at, rows);

const names: Readonly<Record<string, string>> = { 11: 'Анна А.', 12: 'Борис Б.', 13: 'Вера В.' };
const scopeWords: Readonly<Record<string, string>> = { manager: 'менеджер', company: 'компания', pipeline: 'воронка' };
const metricWords: Readonly<Record<string, string>> = { wonSum: 'Сумма продаж', wonCount: 'Выиграно', meetings: 'Встречи' };
const typed = (value: number): string => String(value).replace('.', ',');

/** «Схема мотивации» as its sheet asks for it. */
function typeScheme(change: Readonly<Record<string, string>> = {}): void {
  const row = (name: string, value: string, from = '', to = '') => ['Продажи', name, from, to, change[name] ?? value, ''];
  paste('Схема мотивации', [
    row('Кому', 'все'),
    row('Оклад', '20 000'),
    row('База', 'Сумма продаж'),
    row('Порог', '50 %'),
    row('Ставка', '3 %', '0', '100 %'),
    row('Ставка', '5 %', '100 %', '120 %'),
    row('Ставка', '8 %', '120 %'),
    row('Способ', 'по частям'),
    row('Потолок', '60 000'),
    row('Множитель KPI', 'нет'),
  ]);
}

function typeSetting(name: string, value: string): void {
  const row = desk.runtime.spreadsheet.dump('Настройки').findIndex((cells) => cells[0] === name);
  desk.runtime.edit('Настройки', `B${row + 1}`, value);
}

beforeAll(() => {
  desk.connect();
  desk.refresh();
  desk.runtime.run('createInputSheets', [], { as: 'menu' });
  paste(
    'Планы',
    inputs.plans.map(({ scope, scopeId, metric, period, target }) => [
      period,
      scopeWords[scope] ?? '',
      scope === 'manager' ? (names[String(scopeId)] ?? '') : scope === 'pipeline' ? 'Общая' : '',
      metricWords[metric] ?? metric,
      typed(target),
      '',
    ]),
  );
  paste(
    'Наборы KPI',
    Object.entries(inputs.kpiSets).flatMap(([id, items]) =>
      items.map(({ kpi, weight, target, direction, cap, floor }) => [
        names[id] ?? '',
        kpi,
        typed(weight),
        /Rate|Conversion/.test(kpi) ? `${target}%` : typed(target),
        direction === 'up' ? 'больше' : 'меньше',
        typed(floor),
        typed(cap),
      ]),
    ),
  );
  paste(
    'Расходы',
    inputs.channelCosts.map(({ channel, period, cost }) => [period, channel, typed(cost)]),
  );
  typeScheme();
  const { stuckDefaultDays, minNCoaching, lossReasonField } = inputs.settings;
  const below = `A${desk.runtime.spreadsheet.dump('Нормы').length + 1}`;
  paste(
    'Нормы',
    [
      ...Object.entries(stuckDefaultDays).map(([stage, days]) => ['Дней на стадии', stage, String(days)]),
      ...expected.bottleneck.rows.map(({ stage, baseline }) => ['Доля прохождения стадии', stage, `${baseline}%`]),
    ],
    below,
  );
  for (const [name, value] of [
    ['Выборка: обучение', String(minNCoaching)],
    ['Поле причины отказа', lossReasonField],
  ] as const) {
    const row = desk.runtime.spreadsheet.dump('Нормы').findIndex((cells) => cells[0] === name);
    desk.runtime.edit('Нормы', `C${row + 1}`, value);
  }
  typeSetting('Показывать мотивацию', 'да');
  // The field of reasons is loaded by the next refresh.
  desk.refresh();
});

test('nothing that was typed is complained of', () => {
  expect(lines('=B24_QUALITY(;;;"ввод")')).toEqual([expect.objectContaining({ Лист: 'Замечаний нет' })]);
});

test('leads and velocity', () => {
  const lead = (state: string) => of(`=B24_LEADS("2025-05";;;"${state}")`);
  expect({
    created: lead('создано'),
    converted: lead('сконвертировано'),
    junk: lead('некачественные'),
    conversion: percent(lead('конверсия')),
  }).toEqual(expected.leads);
  expect(money(of('=B24_VELOCITY("2025-05")'))).toBe(expected.salesVelocity.perDay);
});

describe.each(Object.entries(expected.plans).filter(([key]) => !key.includes('sumOfManagers')))('the plan %s', (key, want) => {
  const [scope, id = '', metric = ''] = key.split(':');
  const department = inputs.departments.find((one) => String(one.ID) === id)?.NAME;
  const who = scope === 'manager' ? `"${names[id]}"` : scope === 'department' ? `"${department}"` : '';
  const pipeline = scope === 'pipeline' ? '"Общая"' : '';
  const what = (word: string) => of(`=B24_PLANFACT("2025-05";${who};${pipeline};"${metric}";"${word}")`);

  test('target, fact, attainment, to date, pace', () => {
    expect({
      plan: money(of(`=B24_PLAN("2025-05";${who};${pipeline};"${metric}")`)),
      fact: money(what('факт')),
      attainment: percent(what('выполнение')),
      planToDate: money(what('план на дату')),
      planToDateCalendar: money(what('план на дату по календарю')),
      deviation: money(what('отклонение')),
      attainmentToDate: percent(what('выполнение на дату')),
      runRate: money(what('прогноз')),
      gap: money(what('осталось')),
      requiredPerWorkday: money(what('нужно в день')),
    }).toEqual({
      plan: want.plan,
      fact: want.fact,
      attainment: want.attainment,
      planToDate: want.planToDate,
      planToDateCalendar: want.planToDateCalendar,
      deviation: want.deviation,
      attainmentToDate: want.attainmentToDate,
      runRate: want.runRate,
      gap: want.gap,
      requiredPerWorkday: want.requiredPerWorkday,
    });
    expect(what('статус')).toBe({ green: 'в плане', yellow: 'отстаёт', red: 'сильно отстаёт' }[want.status]);
  });
});

test('the sum of the plans of the managers is the second line of the table', () => {
  const want = expected.plans['company:sumOfManagers:wonSum'];
  const row = lines('=B24_PLANFACT_TABLE("2025-05")').find((line) => line['Менеджер'] === 'Сумма планов менеджеров');
  expect([row?.['План'], row?.['Факт'], percent(row?.['Выполнение']), money(row?.['План на дату']), money(row?.['Отклонение'])]).toEqual([
    want.plan,
    want.fact,
    want.attainment,
    want.planToDate,
    want.deviation,
  ]);
});

test('forecast, its deals, coverage, deals needed', () => {
  const at = (method: string) => money(of(`=B24_FORECAST("2025-05";;;"${method}")`));
  expect([at('стадии'), at('темп'), at('взвешенная'), at('просрочено'), at('нижний'), at('верхний')]).toEqual([
    expected.forecast.pipelineForecast,
    expected.forecast.runRate,
    expected.forecast.weightedPipeline,
    expected.forecast.overdueWeighted,
    expected.forecast.pipelineForecast,
    expected.forecast.runRate,
  ]);
  const deals = lines('=B24_FORECAST_DEALS("2025-05")').filter((row) => String(row['Ссылка']).startsWith('https'));
  const weighted = Object.fromEntries(deals.map((row) => [/(\d+)\/$/.exec(String(row['Ссылка']))?.[1], money(row['Взвешенная сумма'])]));
  expect(weighted).toEqual(Object.fromEntries(Object.entries(expected.forecast.weightedByDeal).filter(([id]) => id !== '109')));
  const cover = (word: string) => round(of(`=B24_COVERAGE("2025-05";;;"${word}")`), 4);
  expect({ all: cover('покрытие'), inPeriod: cover('в периоде'), needed: cover('нужно') }).toEqual(expected.coverage);
  expect([
    of('=B24_PLANFACT("2025-05";;;"wonSum";"нужно сделок")'),
    of('=B24_PLANFACT("2025-05";;;"wonSum";"нужно новых сделок")'),
  ]).toEqual([expected.required.dealsNeeded, expected.required.newDealsNeeded]);
});

const cohort = '"2025-04-01..2025-05-31"';

test('bottleneck by the typed norms, and what a better stage would bring', () => {
  const rows = lines(`=B24_BOTTLENECK(${cohort};;"Общая")`);
  const verdicts: Readonly<Record<string, string>> = { 'в норме': 'normal', 'хуже нормы': 'worse', 'лучше нормы': 'better' };
  expect(rows.map((row) => [row['Прошло дальше'], row['Решено'], percent(row['Норма']), money(row['Потеряно денег'])])).toEqual(
    expected.bottleneck.rows.map(({ k, n, baseline, lostValue }) => [k, n, baseline, lostValue]),
  );
  expect(rows.map((row) => verdicts[String(row['Вывод'])])).toEqual(expected.bottleneck.rows.map(({ verdict }) => verdict));
  expect(rows.findIndex((row) => row['Главное'] !== '')).toBe(
    expected.bottleneck.rows.findIndex(({ stage }) => stage === expected.bottleneck.main),
  );
});

test('stuck deals by the typed limits', () => {
  const flags: Readonly<Record<string, string>> = {
    'долго на стадии': 'stuckInStage',
    'нет движения': 'idle',
    'нет дела': 'noNextStep',
    'дата прошла': 'overdueClose',
  };
  const found = lines('=B24_STUCK()').map((row) => ({
    id: Number(/(\d+)\/$/.exec(String(row['Ссылка']))?.[1]),
    // The second refresh was a minute after the moment of the example.
    stageAgeDays: round(row['Дней на стадии'], 2),
    flags: String(row['Почему'])
      .split(', ')
      .map((word) => flags[word]),
  }));
  expect(found.sort((a, b) => a.id - b.id)).toEqual(expected.stuck.map((deal) => ({ ...deal, stageAgeDays: round(deal.stageAgeDays, 2) })));
});

test('losses by reason, fail stage and the stage they left from', () => {
  const table = (by: string) =>
    lines(`=B24_LOSSES("2025-05";;;"${by}")`)
      .map((row) => Object.values(row))
      .filter(([name]) => name !== 'Итого');
  expect(table('причина').map(([name, count, sum, share]) => [name, { count, sum, share: percent(share) }])).toEqual(
    Object.entries(expected.lossReasons).map(([name, row]) => [name === '__NOT_SET__' ? 'Не указано' : name, row]),
  );
  const counts = (by: string) => table(by).map(([, count]) => count);
  expect(counts('стадия отказа')).toEqual(Object.values(expected.failStages));
  expect(counts('стадия ухода')).toEqual(Object.values(expected.lossStages));
});

test('products, clients with ABC, RFM, repeat sales', () => {
  const products = lines('=B24_TOP("2025-05";;;"товар")');
  const sums = products.map((row) => [row['Сумма продаж'], row['Сделок']]);
  expect(sums).toEqual([
    ...Object.values(expected.products).map(({ sum, deals }) => [sum, deals]),
    [expected.company.wonSum, expected.company.wonCount],
  ]);
  const clients = lines('=B24_TOP("2025-05";;;"клиент")').filter((row) => row['ABC'] !== '');
  expect(clients.map((row) => [row['Сумма продаж'], row['Сделок'], percent(row['Доля нарастающим']), row['ABC']])).toEqual(
    Object.values(expected.clientsABC).map(({ wonSum, wonCount, cumShare, abc }) => [wonSum, wonCount, cumShare, abc]),
  );
  const rfm = lines('=B24_RFM()').map((row) => [row['Дней с покупки'], row['Покупок'], row['Сумма'], row['R'], row['F'], row['M']]);
  const wanted = Object.values(expected.rfm).map(({ recencyDays, frequency, monetary, R, F, M }) => [
    recencyDays,
    frequency,
    monetary,
    R,
    F,
    M,
  ]);
  expect(rfm).toEqual(wanted.sort((a, b) => Number(b[2]) - Number(a[2])));
  expect([percent(of('=B24_REPEAT("2025-05")')), percent(of('=B24_REPEAT("2025-05";;;"сумма")'))]).toEqual([
    expected.repeat.shareCount,
    expected.repeat.shareSum,
  ]);
});

test('channels with what they cost', () => {
  const found = Object.fromEntries(
    lines('=B24_SOURCES("2025-05")').map((row) => [
      row['Источник'],
      {
        created: row['Создано'],
        wonCount: row['Выиграно'],
        wonSum: row['Сумма продаж'],
        lostCount: row['Проиграно'],
        winRateCount: percent(row['Доля побед, шт.']),
        cost: money(row['Расходы']),
        costPerDeal: money(row['Расход на сделку']),
        costPerWon: money(row['Расход на продажу']),
        romi: percent(row['ROMI']),
      },
    ]),
  );
  for (const [channel, want] of Object.entries(expected.channels)) {
    expect([channel, found[channel === '__NOT_SET__' ? 'Не указан' : channel]]).toEqual([channel, want]);
  }
});

test.each(Object.entries(expected.activities))('activities of manager %s', (id, want) => {
  const kind = (word: string) => of(`=B24_ACTIVITY("2025-05";"${names[id]}";;"${word}")`);
  expect({ calls: kind('звонки'), meetings: kind('встречи'), tasks: kind('задачи'), emails: kind('письма') }).toEqual(want);
});

test.each(Object.entries(expected.kpiScore))('the KPI score of manager %s', (id, want) => {
  expect(percent(of(`=B24_SCORE("2025-05";"${names[id]}")`))).toBe(want.score);
});

describe('pay', () => {
  const part = (id: string, word: string) => of(`=B24_BONUS("2025-05";"${names[id]}";;"${word}";B24_DATA)`);
  test.each(Object.entries(expected.bonus))('manager %s', (id, want) => {
    expect({ attainment: percent(part(id, 'выполнение')), variable: part(id, 'переменная'), total: part(id, 'итог') }).toEqual(want);
  });

  test('the statement of Boris adds up to his pay', () => {
    const text = JSON.stringify(of('=B24_BONUS_DEALS("2025-05";"Борис")'));
    expect(text).toContain('350000');
    expect(text).toContain('31500');
  });

  test('another mode and a multiplier, typed, change the pay without a refresh', () => {
    typeScheme({ Способ: 'на всё' });
    expect([part('12', 'переменная'), part('12', 'итог')]).toEqual([
      expected.bonusVariants.boris_cliff.variable,
      expected.bonusVariants.boris_cliff.total,
    ]);
    typeScheme({ 'Множитель KPI': 'да' });
    expect([part('12', 'переменная'), part('12', 'итог')]).toEqual([
      expected.bonusVariants.boris_kpiMultiplier.variable,
      expected.bonusVariants.boris_kpiMultiplier.total,
    ]);
    typeScheme();
  });
});

test('coaching: the samples and the verdicts', () => {
  const rows = lines(`=B24_COACH(${cohort};;"Общая")`);
  const stageNames = inputs.statuses.filter(({ ENTITY_ID }) => ENTITY_ID === 'DEAL_STAGE');
  for (const [id, stages] of Object.entries(expected.coaching).filter(([key]) => names[key] !== undefined))
    for (const { stage, manager, team } of stages) {
      const name = stageNames.find(({ STATUS_ID }) => STATUS_ID === stage)?.NAME;
      const row = rows.find((one) => String(one['Менеджер']).startsWith(names[id] ?? '?') && one['Стадия'] === name);
      if (manager[1] === 0) continue; // Nobody was decided there: no line.
      expect([id, stage, row?.['Прошло дальше'], row?.['Решено'], row?.['Прошло у остальных'], row?.['Решено у остальных']]).toEqual([
        id,
        stage,
        ...manager,
        ...team,
      ]);
    }
});

test('what Bitrix24 would show', () => {
  const { salesTargetCompany, managersRatingPipeline0, dealConversionPipeline0 } = expected.bitrixComparison;
  const all = lines('=B24_BITRIX("2025-05")').map((row) => Object.values(row));
  const one = lines('=B24_BITRIX("2025-05";;"Общая")').map((row) => Object.values(row));
  expect(all[0]?.slice(1, 3)).toEqual([salesTargetCompany.count, salesTargetCompany.sum]);
  expect(one[1]?.slice(1, 3)).toEqual([managersRatingPipeline0.count, managersRatingPipeline0.sum]);
  expect(percent(one[2]?.[3])).toBe(dealConversionPipeline0.value);
});

test('the deals behind the won sum are those of the example and add up to it', () => {
  const table = of('=B24_EXPLAIN("2025-05";;;"wonSum")') as unknown[][];
  const ids = table
    .slice(2)
    .map((row) => row[0])
    .filter((id) => typeof id === 'number');
  expect([...ids].sort()).toEqual(expected.dealIds.won);
  expect(table[0]?.[6]).toBe(expected.company.wonSum);
  expect(table.slice(2, 2 + ids.length).reduce((sum, row) => sum + Number(row[6]), 0)).toBe(expected.company.wonSum);
});

test('with the closing date of the card, typed into «Настройки», the numbers are those of the other mode after a refresh', () => {
  typeSetting('Дата закрытия', 'из поля');
  desk.refresh();
  const { wonCount, wonSum, lostCount, winRateCount } = expected.closedateMode;
  expect([
    of('=B24_DEALS("2025-05";;;"выиграно")'),
    of('=B24_REVENUE("2025-05")'),
    of('=B24_DEALS("2025-05";;;"проиграно")'),
    percent(of('=B24_WINRATE("2025-05")')),
  ]).toEqual([wonCount, wonSum, lostCount, winRateCount]);
});
