// The worked example at a desk where everything was typed: funnels, time in stage, weak places, stuck deals, coaching, and what Bitrix24 would show.
import { days, inputs, money, partsOf, percent, ratio } from './example';
import { passNorms, people, typedDesk } from './typed-desk';

const { expected, unread } = partsOf('kpi-example-funnel');
const desk = typedDesk('the add-on');
const of = (formula: string) => desk.value(formula);
const cohort = '"2025-04-01..2025-05-31"';
const idOf = (link: unknown): number => Number(/(\d+)\/$/.exec(String(link))?.[1]);

describe.each([
  ['0', '"Общая"'],
  ['5', '"Повторные продажи"'],
] as const)('pipeline %s', (id, pipeline) => {
  const want = expected.cohortFunnel[id];
  const stages = inputs.statuses.filter(
    (status) => status.ENTITY_ID === (id === '0' ? 'DEAL_STAGE' : `DEAL_STAGE_${id}`) && status.SEMANTICS === null,
  );
  const nameOf = (stage: string) => stages.find((status) => status.STATUS_ID === stage)?.NAME ?? 'Успех';

  test('the cohort funnel as a table: counts, sums, rates', () => {
    const rows = desk.lines(`=B24_FUNNEL(${cohort};;${pipeline})`).map((row) => ({
      stage: row['Стадия'],
      reached: row['Вошло'],
      sum: row['Сумма'],
      advanced: row['Прошло дальше'],
      lost: row['Потеряно'],
      open: row['Стоит'],
      transferred: row['Передано'],
      passRate: percent(row['Конверсия этапа']),
      stepConversion: percent(row['Шаговая']),
      cumulative: percent(row['Сквозная']),
      // Two cells of the line divided, as a reader would.
      dropOff: percent(Number(row['Потеряно']) / Number(row['Вошло'])),
      lossShare: percent(row['Доля потерь']),
    }));
    const last = want.rows.length - 1;
    expect(rows.slice(0, last)).toEqual(
      want.rows.slice(0, last).map((row) => ({
        stage: nameOf(row.stage),
        reached: row.reached,
        sum: row.sum,
        advanced: row.advanced,
        lost: row.lost,
        open: row.open,
        transferred: row.transferred,
        passRate: row.passRate,
        stepConversion: row.stepConversion,
        cumulative: row.cumulative,
        dropOff: row.dropOff,
        lossShare: row.lossShare,
      })),
    );
    const won = want.rows[last];
    const { stage, reached, sum, cumulative } = rows[last] ?? {};
    expect({ stage, reached, sum, cumulative }).toEqual({
      stage: nameOf(won?.stage ?? ''),
      reached: won?.reached,
      sum: won?.sum,
      cumulative: won?.cumulative,
    });
    expect(rows[0]?.reached).toBe(want.entered);
  });

  test('as single answers, in every mode, and with the interval and the money of the weak places', () => {
    const weak = desk.lines(`=B24_BOTTLENECK(${cohort};;${pipeline})`);
    for (const row of want.rows.filter(({ stage }) => stage !== '__WON__')) {
      const at = `${cohort};;${pipeline};"${nameOf(row.stage)}"`;
      const line = weak.find((one) => one['Стадия'] === nameOf(row.stage));
      expect({
        stage: row.stage,
        pass: percent(of(`=B24_CONVERSION(${at})`)),
        interval: [percent(line?.['От']), percent(line?.['До'])],
        step: percent(of(`=B24_CONVERSION(${at};"шаг")`)),
        cumulative: percent(of(`=B24_CONVERSION(${at};"сквозная")`)),
        win: percent(of(`=B24_CONVERSION(${at};"успех")`)),
        lost: money(line?.['Потеряно денег']),
      }).toEqual({
        stage: row.stage,
        pass: row.passRate,
        interval: row.passRateWilson,
        step: row.stepConversion,
        cumulative: row.cumulative,
        win: row.winFromStage,
        lost: row.lostValue,
      });
    }
    expect(percent(of(`=B24_CONVERSION(${cohort};;${pipeline})`))).toBe(want.cohortWinRateDecided);
    expect(percent(of(`=B24_KPI(${cohort};;${pipeline};"cohortWinRateAll")`))).toBe(want.cohortWinRateAll);
    expect(percent(of(`=B24_CONVERSION(${cohort};;${pipeline};;"зрелость")`))).toBe(want.maturity);
  });

  test('as a flow and as a snapshot', () => {
    const flow = of(`=B24_FUNNEL("2025-05";;${pipeline};"поток")`) as unknown[][];
    expect(flow.slice(1).map((row) => row[1])).toEqual(Object.values(expected.flowFunnel[id]));
    expect(flow.slice(1).every((row) => row[7] === '' && row[8] === '' && row[9] === '' && row[10] === '')).toBe(true);
    const snapshot = of(`=B24_FUNNEL("2025-05";;${pipeline};"снимок")`) as unknown[][];
    const wanted = Object.values(expected.snapshotFunnel[id] as Record<string, { count: number; sum: number }>);
    expect(snapshot.slice(1, 1 + wanted.length).map((row) => [row[1], row[2]])).toEqual(wanted.map((row) => [row.count, row.sum]));
  });

  test('time in stage, and how long the deals that stand there have stood', () => {
    const standing = desk.lines(`=B24_STUCK(;${pipeline})`);
    for (const [stage, time] of Object.entries(expected.timeInStage[id])) {
      const at = `"2025-05";;${pipeline};"${nameOf(stage)}"`;
      expect({
        stage,
        median: days(of(`=B24_STAGE_TIME(${at})`)),
        mean: days(of(`=B24_STAGE_TIME(${at};"среднее")`)),
        p90: days(of(`=B24_STAGE_TIME(${at};"p90")`)),
      }).toEqual({ stage, median: time.median, mean: time.mean, p90: time.p90 });
      // Every open deal of the example is stuck for some reason, so each has a line.
      const ages = standing
        .filter((line) => line['Стадия'] === nameOf(stage))
        .map((line) => [idOf(line['Ссылка']), days(line['Дней на стадии'])]);
      expect([stage, Object.fromEntries(ages)]).toEqual([stage, time.openAges]);
    }
  });
});

test('bottleneck by the typed norms', () => {
  const rows = desk.lines(`=B24_BOTTLENECK(${cohort};;"Общая")`);
  const verdicts: Readonly<Record<string, string>> = { 'в норме': 'normal', 'хуже нормы': 'worse', 'лучше нормы': 'better' };
  const named = Object.fromEntries(
    inputs.statuses.filter(({ ENTITY_ID }) => ENTITY_ID === 'DEAL_STAGE').map((one) => [one.NAME, one.STATUS_ID]),
  );
  expect(
    rows.map((row) => ({
      stage: named[String(row['Стадия'])],
      k: row['Прошло дальше'],
      n: row['Решено'],
      baseline: percent(row['Норма']),
      verdict: verdicts[String(row['Вывод'])],
      lostValue: money(row['Потеряно денег']),
    })),
  ).toEqual(expected.bottleneck.rows);
  expect(rows.filter((row) => row['Главное'] !== '').map((row) => named[String(row['Стадия'])])).toEqual([expected.bottleneck.main]);
  expect(expected.bottleneck.rows.map(({ stage, baseline }) => [stage, baseline])).toEqual(Object.entries(passNorms));
});

test('what a better stage would bring', () => {
  const { stage, pipeline, deltaPoints, baseWins, newWins, deltaWins, avgCheque, deltaRevenue } = expected.whatIf;
  const [line = {}, ...others] = desk.lines(`=B24_WHATIF(${cohort};;${pipeline};"${stage}";${deltaPoints})`);
  expect(others).toEqual([]);
  expect([line['Побед сейчас'], line['Побед станет'], line['Больше побед']].map(ratio)).toEqual([baseWins, newWins, deltaWins]);
  // The example takes the wins of two months and the average deal of May; a formula has one period, and the money is of its own average.
  expect(money(of(`=B24_AVG_DEAL("2025-05";;${pipeline})`))).toBe(avgCheque);
  expect(money(Number(line['Больше побед']) * Number(of(`=B24_AVG_DEAL("2025-05";;${pipeline})`)))).toBe(deltaRevenue);
  expect(money(line['Больше денег'])).toBe(money(Number(line['Больше побед']) * Number(of(`=B24_AVG_DEAL(${cohort};;${pipeline})`))));
});

test('stuck deals by the typed limits', () => {
  const flags: Readonly<Record<string, string>> = {
    'долго на стадии': 'stuckInStage',
    'нет движения': 'idle',
    'нет дела': 'noNextStep',
    'дата прошла': 'overdueClose',
  };
  const found = desk.lines('=B24_STUCK()').map((row) => ({
    id: idOf(row['Ссылка']),
    stageAgeDays: days(row['Дней на стадии']),
    flags: String(row['Почему'])
      .split(', ')
      .map((word) => flags[word]),
  }));
  expect(found.sort((a, b) => a.id - b.id)).toEqual(expected.stuck);
});

test('coaching: the samples, the differences and the verdicts', () => {
  const rows = desk.lines(`=B24_COACH(${cohort};;"Общая")`);
  const stageNames = new Map(inputs.statuses.map(({ STATUS_ID, NAME }) => [STATUS_ID, NAME]));
  const verdicts: Readonly<Record<string, string>> = { 'без разницы': 'no_difference', 'мало данных': 'insufficient' };
  for (const [id, stages] of Object.entries(expected.coaching))
    for (const { stage, manager, team, diff, verdict } of stages) {
      const row = rows.find((one) => String(one['Менеджер']).startsWith(people[id] ?? '?') && one['Стадия'] === stageNames.get(stage));
      // Where nobody was decided there is nothing to say, and no line.
      if (row === undefined) {
        expect([id, stage, manager]).toEqual([id, stage, [0, 0]]);
        continue;
      }
      expect([id, stage, row['Прошло дальше'], row['Решено']]).toEqual([id, stage, ...manager]);
      expect([
        id,
        stage,
        row['Прошло у остальных'],
        row['Решено у остальных'],
        percent(row['Разница']),
        verdicts[String(row['Вывод'])],
      ]).toEqual([id, stage, ...team, diff === null ? null : diff[0], verdict]);
    }
});

test('what Bitrix24 would show', () => {
  const { salesTargetCompany, managersRatingPipeline0, dealConversionPipeline0 } = expected.bitrixComparison;
  const [plan] = desk.lines('=B24_BITRIX("2025-05")');
  const [, rating, conversion] = desk.lines('=B24_BITRIX("2025-05";;"Общая")');
  expect([plan?.['Сделок'], plan?.['Сумма']]).toEqual([salesTargetCompany.count, salesTargetCompany.sum]);
  expect([rating?.['Сделок'], rating?.['Сумма']]).toEqual([managersRatingPipeline0.count, managersRatingPipeline0.sum]);
  const { alive, withSuccessRow, value } = dealConversionPipeline0;
  expect([conversion?.['Сделок'], percent(conversion?.['Доля'])]).toEqual([alive, value]);
  expect(conversion?.['Примечание']).toContain(`${withSuccessRow} из ${alive}`);
});

test('no value of these parts is forgotten', () => {
  expect(unread()).toEqual([]);
});
