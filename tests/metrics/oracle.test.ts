// Facts and metrics against the second reading of the definitions (oracle.ts), on arbitrary worlds, the worked example and the demo company.
import fc from 'fast-check';
import { type FactTables, FLAG, type FlagName } from '../../src/facts/facts';
import { breakdown } from '../../src/metrics/breakdown';
import { METRIC_IDS, type MetricId, type MetricValue, metricOf, metricRows } from '../../src/metrics/catalogue';
import { cohortFunnel, cohortTotals } from '../../src/metrics/cohort-funnel';
import { cycleStats } from '../../src/metrics/cycle';
import { dealTotals } from '../../src/metrics/deals';
import { flowFunnel } from '../../src/metrics/flow-funnel';
import { winRateInterval } from '../../src/metrics/rates';
import { snapshotFunnel } from '../../src/metrics/snapshot-funnel';
import { stayStats, timeInStage } from '../../src/metrics/time-in-stage';
import { monthRange } from '../../src/period';
import { FUZZ } from '../fuzz';
import { golden, goldenRecords } from '../golden-kpi';
import { instant } from '../records-from-portal';
import { expectSame, factsOf, sliceOf } from './against-oracle';
import { demoCompany, NO_SETTINGS } from './demo-company';
import * as oracle from './oracle';
import * as sales from './oracle-sales';
import { oracleSlice, oracleWorld } from './oracle-worlds';

/** The metrics of the catalogue, as the oracle has them. */
function scalars(told: oracle.Told, slice: oracle.Slice): Record<MetricId, MetricValue> {
  const deals = oracle.dealAnswers(told, slice);
  const cohort = oracle.cohortAnswers(told, slice);
  return {
    created: deals.created,
    openCount: deals.openCount,
    openSum: deals.openSum,
    inWorkDuring: deals.inWork,
    wonCount: deals.won,
    wonSum: deals.wonSum,
    lostCount: deals.lost,
    lostSum: deals.lostSum,
    winRateCount: deals.winRate,
    winRateValue: deals.winRateByValue,
    avgCheque: deals.cheque,
    avgChequeMedian: deals.chequeMedian,
    avgChequeNonZero: deals.chequeNonZero,
    zeroAmountWon: deals.zeroAmountWon,
    junkCount: deals.junk,
    cycleMedianDays: deals.cycleMedian,
    cycleMeanDays: deals.cycleMean,
    cycleP90Days: deals.cycleP90,
    cohortEntered: cohort.entered,
    cohortConversion: cohort.winRateDecided,
    cohortWinRateAll: cohort.winRateAll,
    maturity: cohort.maturity,
    salesVelocity: deals.velocity,
    ...sales.repeatAnswers(told, slice),
    ...sales.leadAnswers(told, slice),
    ...sales.activityAnswers(told, slice),
  };
}

const named = (values: readonly MetricValue[] | undefined) => Object.fromEntries(METRIC_IDS.map((id, at) => [id, values?.[at]]));

function checkScalars(facts: FactTables, told: oracle.Told, asked: oracle.Slice): void {
  const slice = sliceOf(facts, asked);
  const deals = oracle.dealAnswers(told, asked);
  const cohort = oracle.cohortAnswers(told, asked);
  expectSame(named(metricRows(facts, slice, METRIC_IDS)[0]), scalars(told, asked));
  const [totals] = dealTotals(facts, slice);
  expectSame(
    [totals && winRateInterval(totals), cycleStats(facts, slice)[0]?.n, cohortTotals(facts, slice)[0]],
    [
      deals.winRateInterval,
      deals.cycleN,
      { entered: cohort.entered, won: cohort.won, lost: cohort.lost, open: cohort.open, transferred: cohort.transferred },
    ],
  );
}

function checkFunnels(facts: FactTables, told: oracle.Told, asked: oracle.Slice): void {
  const slice = sliceOf(facts, asked);
  facts.labels.pipelines.forEach(({ id, stages }, pipeline) => {
    const stageId = (index: number) => stages[index]?.id ?? '';
    expectSame(
      stages.map((stage) => stage.id),
      oracle.processStages(told.world.records.statuses, id),
    );
    const { rows, wonRow } = cohortFunnel(facts, slice, pipeline);
    expectSame({ rows: rows.map((row) => ({ ...row, stage: stageId(row.stage) })), won: wonRow }, oracle.cohortFunnelRows(told, asked, id));
    expectSame(flowFunnel(facts, slice, pipeline), oracle.flowFunnelRows(told, asked, id));
    expectSame(
      snapshotFunnel(facts, slice, pipeline).map((row) => ({ ...row, stage: stageId(row.stage) })),
      oracle.snapshotRows(told, asked, id).filter((row) => row.stage !== '' || row.count > 0),
    );
    const times = timeInStage(facts, slice, pipeline)
      .filter(({ stage }) => stage >= 0)
      .map(({ stage, n, median, p90, mean, openAges }) => ({
        stage: stageId(stage),
        n,
        median,
        p90,
        mean,
        openAges: openAges.map((one) => one.days).sort((a, b) => a - b),
      }));
    const expected = oracle.stageTimes(told, asked, id);
    expectSame(times, expected);
    const own = { ...slice, pipelines: new Set([pipeline]) };
    expectSame(
      stages.map((_, stage) => stayStats(facts, own, stage)[0]),
      expected.map(({ n, median, mean, p90 }) => ({ n, median, mean, p90 })),
    );
  });
}

function checkBreakdowns(facts: FactTables, told: oracle.Told, asked: oracle.Slice): void {
  const slice = sliceOf(facts, asked);
  const { managers, departments, pipelines } = facts.labels;
  const inScope = (ids: ReadonlySet<number>) => new Set([...ids].filter((id) => asked.managers === null || asked.managers.has(id)));
  const askedFor = {
    manager: (key: number | string): oracle.Slice => ({ ...asked, managers: new Set([managers[Number(key)]?.id ?? -1]) }),
    pipeline: (key: number | string): oracle.Slice => ({ ...asked, pipelines: new Set([pipelines[Number(key)]?.id ?? -1]) }),
    department: (key: number | string): oracle.Slice => {
      const department = departments[Number(key)];
      const known = new Set(told.world.records.departments.map(({ id }) => id));
      const outside = told.world.records.users.filter((user) => !known.has(user.departmentId)).map((user) => user.id);
      return { ...asked, managers: inScope(department ? oracle.managersOf(told.world.records, department.id) : new Set([0, ...outside])) };
    },
    month: (key: number | string): oracle.Slice => {
      const first = `${key}-01`;
      const last = `${key}-${String(daysOf(String(key))).padStart(2, '0')}`;
      return { ...asked, start: first > asked.start ? first : asked.start, end: last < asked.end ? last : asked.end };
    },
  } as const;
  for (const by of ['manager', 'department', 'pipeline', 'month'] as const) {
    const { rows, total } = breakdown(facts, slice, by, METRIC_IDS);
    // Leads and activities belong to people: no pipeline has a value of theirs.
    const hidden = (values: Record<MetricId, MetricValue>) =>
      Object.fromEntries(METRIC_IDS.map((id) => [id, by === 'pipeline' && !metricOf(id).byPipeline ? null : values[id]]));
    expectSame(
      rows.map(({ key, values }) => [key, named(values)]),
      rows.map(({ key }) => [key, hidden(scalars(told, askedFor[by](key)))]),
    );
    expectSame(named(total), scalars(told, asked));
    // No line is missing: lines of managers, pipelines and months hold every win of the whole.
    if (by !== 'department') {
      const won = rows.reduce((sum, { values }) => sum + (values[METRIC_IDS.indexOf('wonCount')] ?? 0), 0);
      expect(won).toBe(oracle.dealAnswers(told, asked).won);
    }
  }
}

function daysOf(month: string): number {
  const range = monthRange(month);
  return range === null ? 0 : range.end - range.start + 1;
}

function flagsOf({ deals }: FactTables): [number, string[]][] {
  const names = (Object.keys(FLAG) as FlagName[]).filter((name) => name !== 'JUNK');
  return Array.from(deals.id, (id, row): [number, string[]] => [
    id,
    names.filter((name) => ((deals.flags[row] ?? 0) & FLAG[name]) !== 0).sort(),
  ]);
}

function checkFlags(facts: FactTables, told: oracle.Told): void {
  expect(flagsOf(facts)).toEqual(told.stories.map((story): [number, string[]] => [story.deal.id, [...story.flags].sort()]));
}

describe('On any small portal, facts and metrics say what the definitions say', () => {
  const check = (what: (facts: FactTables, told: oracle.Told, asked: oracle.Slice) => void) =>
    fc.assert(
      fc.property(oracleWorld, fc.array(oracleSlice, { minLength: 1, maxLength: 3 }), (world, slices) => {
        const facts = factsOf(world);
        const told = oracle.tell(world);
        for (const slice of slices) what(facts, told, slice);
      }),
      FUZZ,
    );

  test('flags of every deal (R17)', () => check((facts, told) => checkFlags(facts, told)));
  test('volumes, sums, rates, cheques, cycles, cohort rates (M01–M09, M11)', () => check(checkScalars));
  test('cohort, flow and snapshot funnels and time in stage (M11–M15)', () => check(checkFunnels));
  test('by manager, department, pipeline and month (M20, R12)', () => check(checkBreakdowns));
});

const everybody = { managers: null, pipelines: null };

describe('On the worked example, facts and metrics say what the definitions say', () => {
  const { settings } = golden.inputs;
  test.each(['history', 'closedate'] as const)('closing days from %s', (closeDateSource) => {
    const world = {
      records: goldenRecords,
      settings: { ...NO_SETTINGS, closeDateSource },
      timeZone: settings.timeZone,
      asOf: instant(settings.asOf),
    };
    const facts = factsOf(world);
    const told = oracle.tell(world);
    checkFlags(facts, told);
    for (const [start = '', end = ''] of [settings.period, settings.cohortPeriod]) {
      const slice = { start, end, ...everybody };
      checkScalars(facts, told, slice);
      checkFunnels(facts, told, slice);
      checkBreakdowns(facts, told, slice);
    }
  });
});

describe('On the demo company, what is planted is what the product finds', () => {
  let company: ReturnType<typeof demoCompany>;
  beforeAll(() => {
    company = demoCompany();
  }, 60_000);
  const november = { start: '2025-11-01', end: '2025-11-30', ...everybody };
  const flagged = (tables: FactTables, flag: FlagName) =>
    [...tables.deals.id].filter((_, row) => ((tables.deals.flags[row] ?? 0) & FLAG[flag]) !== 0);

  test('the definitions say the same', () => {
    const { facts, told, whole } = company;
    checkFlags(facts, told);
    for (const slice of [whole, november]) {
      checkScalars(facts, told, slice);
      checkFunnels(facts, told, slice);
      checkBreakdowns(facts, told, slice);
    }
  }, 60_000);

  test.each([
    ['noChannel', 'NO_SOURCE'],
    ['noClient', 'NO_CLIENT'],
    ['zeroAmountWon', 'ZERO_AMOUNT_WON'],
    ['negativeAmount', 'NEGATIVE_AMOUNT'],
    ['unknownCurrency', 'UNKNOWN_CURRENCY'],
    ['closeDateEdited', 'CLOSE_DATE_EDITED'],
    ['createdClosed', 'CREATED_CLOSED'],
    ['deletedStage', 'DELETED_STAGE'],
    ['reopened', 'REOPENED'],
    ['misclicks', 'MISCLICK'],
    ['noHistory', 'NO_HISTORY'],
    ['historyGap', 'HISTORY_GAP'],
    ['orphans', 'ORPHAN'],
  ] as const)('%s are the deals flagged %s', (kind, flag) => {
    const { facts, planted } = company;
    expect(planted.ids[kind].length).toBeGreaterThan(0);
    expect(flagged(facts, flag)).toEqual(planted.ids[kind]);
  });

  test('futureClose are the deals flagged FUTURE_CLOSE when the closing date decides', () => {
    const { planted, world } = company;
    const byDate = factsOf({ ...world, settings: { ...NO_SETTINGS, closeDateSource: 'closedate' } });
    expect(flagged(byDate, 'FUTURE_CLOSE')).toEqual(planted.ids.futureClose);
  });

  test('templates are no deals, and transferred deals are those of more than one journey', () => {
    const { facts, planted } = company;
    const journeys = new Map<number, number>();
    for (const row of facts.journeys.deal) journeys.set(row, (journeys.get(row) ?? 0) + 1);
    const moved = [...journeys].flatMap(([row, count]) => (count > 1 ? [facts.deals.id[row] ?? 0] : []));
    expect(planted.ids.recurring.length).toBeGreaterThan(0);
    expect({
      templates: planted.ids.recurring.filter((id) => facts.deals.id.includes(id)),
      transferred: moved.sort((a, b) => a - b),
    }).toEqual({ templates: [], transferred: planted.ids.transferred });
  });

  test('the weak manager loses at the planted stage what was planted, and nobody passes it less often', () => {
    const { facts, planted, whole } = company;
    const { weak } = planted;
    const pipeline = facts.labels.pipelines.findIndex(({ id }) => id === weak.categoryId);
    const stage = facts.labels.pipelines[pipeline]?.stages.findIndex(({ id }) => id === weak.stageId) ?? -1;
    const rowOf = (managers: ReadonlySet<number> | null) =>
      cohortFunnel(facts, { ...sliceOf(facts, whole), managers }, pipeline).rows[stage];
    const scores = facts.labels.managers.map(({ id }, index) => ({ id, row: rowOf(new Set([index])) }));
    const own = scores.find(({ id }) => id === weak.managerId)?.row;
    const all = rowOf(null);
    expect({
      own: { advanced: own?.advanced, lost: own?.lost },
      all: { advanced: all?.advanced, lost: all?.lost },
    }).toEqual({ own: weak.own, all: { advanced: weak.own.advanced + weak.others.advanced, lost: weak.own.lost + weak.others.lost } });
    const decided = scores.filter(({ row }) => row !== undefined && row.advanced + row.lost >= 10);
    const lowest = [...decided].sort((a, b) => (a.row?.passRate ?? 1) - (b.row?.passRate ?? 1))[0];
    expect(lowest?.id).toBe(weak.managerId);
  });
});
