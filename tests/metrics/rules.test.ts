// What the worked example does not exercise of M01–M15, on deals written by hand.
import { FLAG } from '../../src/facts/facts';
import { breakdown, managersOfDepartment } from '../../src/metrics/breakdown';
import { METRIC_IDS, type MetricId, metricOf, metricRows, tablesOf } from '../../src/metrics/catalogue';
import { cohortFunnel, cohortTotals } from '../../src/metrics/cohort-funnel';
import { dealTotals } from '../../src/metrics/deals';
import { evidenceOf } from '../../src/metrics/evidence';
import { flowFunnel } from '../../src/metrics/flow-funnel';
import { groupingByManager } from '../../src/metrics/grouping';
import { dealRows } from '../../src/metrics/populations';
import type { Slice } from '../../src/metrics/slice';
import { snapshotFunnel } from '../../src/metrics/snapshot-funnel';
import { stayStats, timeInStage } from '../../src/metrics/time-in-stage';
import { monthRange } from '../../src/period';
import { at, madeDeal, madeFacts, madeHistory } from '../made-records';

const may: Slice = { period: monthRange('2025-05') ?? { start: 0, end: 0 }, managers: null, pipelines: null };
const april: Slice = { ...may, period: monthRange('2025-04') ?? { start: 0, end: 0 } };
const won = { stageId: 'WON', semantic: 'S' } as const;
const lost = { stageId: 'LOSE', semantic: 'F' } as const;

describe('volume and value', () => {
  test('nothing gives counts and sums of 0, and no rate, cheque, cycle or velocity', () => {
    const facts = madeFacts({});
    const zero: MetricId[] = ['created', 'openCount', 'openSum', 'inWorkDuring', 'wonCount', 'wonSum', 'lostCount', 'lostSum'];
    zero.push('zeroAmountWon', 'junkCount', 'cohortEntered', 'repeatCount', 'repeatSum', 'leadsCreated', 'leadsConverted', 'leadsJunk');
    zero.push('calls', 'meetings', 'emails', 'tasks', 'todos');
    expect(Object.fromEntries(METRIC_IDS.map((id) => [id, metricOf(id).compute(facts, may)]))).toEqual(
      Object.fromEntries(METRIC_IDS.map((id) => [id, zero.includes(id) ? 0 : null])),
    );
  });

  test('junk stages leave the losses, the rate and the funnel, and stand on a line of their own', () => {
    const records = {
      deals: [madeDeal(1, won), madeDeal(2, lost), madeDeal(3, { stageId: 'SPAM', semantic: 'F' as const, opportunity: 1000 })],
      stageHistory: [
        ...madeHistory(1, ['2025-05-01 10:00', 'NEW'], ['2025-05-05 10:00', 'WON']),
        ...madeHistory(2, ['2025-05-01 10:00', 'NEW'], ['2025-05-05 10:00', 'LOSE']),
        ...madeHistory(3, ['2025-05-01 10:00', 'NEW'], ['2025-05-05 10:00', 'SPAM']),
      ],
    };
    const ids: MetricId[] = ['created', 'lostCount', 'lostSum', 'winRateCount', 'winRateValue', 'junkCount', 'cohortEntered'];
    const plain = madeFacts(records);
    const cleaned = madeFacts(records, { settings: { junkStages: ['SPAM'] } });
    expect(metricRows(plain, may, ids)).toEqual([[3, 2, 1100, 1 / 3, 100 / 1200, 0, 3]]);
    expect(metricRows(cleaned, may, ids)).toEqual([[3, 1, 100, 0.5, 0.5, 1, 2]]);
    expect([cohortFunnel(cleaned, may, 0).entered, flowFunnel(cleaned, may, 0).reached[0], dealRows(cleaned, may, 'lost')]).toEqual([
      2,
      2,
      [1],
    ]);
  });

  test('a win whose closing date is still to come is in work, not won', () => {
    const facts = madeFacts(
      {
        deals: [madeDeal(1, { ...won, closedate: '2025-05-30' })],
        stageHistory: madeHistory(1, ['2025-05-01 10:00', 'NEW'], ['2025-05-05 10:00', 'WON']),
      },
      { settings: { closeDateSource: 'closedate' } },
    );
    expect(metricRows(facts, may, ['wonCount', 'inWorkDuring', 'openCount'])).toEqual([[0, 1, 0]]);
  });

  test('in work during a period: created by its end and not closed before its start', () => {
    const facts = madeFacts({
      deals: [
        madeDeal(1, { ...won, createdTime: at('2025-03-01 10:00') }),
        madeDeal(2, { ...won, createdTime: at('2025-03-01 10:00') }),
        madeDeal(3, { createdTime: at('2025-03-01 10:00') }),
        madeDeal(4, { createdTime: at('2025-05-01 00:00') }),
        madeDeal(5, { ...won, createdTime: at('2025-04-10 10:00') }),
      ],
      stageHistory: [
        ...madeHistory(1, ['2025-03-01 10:00', 'NEW'], ['2025-03-31 23:59', 'WON']),
        ...madeHistory(2, ['2025-03-01 10:00', 'NEW'], ['2025-04-01 00:00', 'WON']),
        ...madeHistory(3, ['2025-03-01 10:00', 'NEW']),
        ...madeHistory(4, ['2025-05-01 00:00', 'NEW']),
        ...madeHistory(5, ['2025-04-10 10:00', 'WON', 3]),
      ],
    });
    expect(dealRows(facts, april, 'inWork').map((row) => facts.deals.id[row])).toEqual([2, 3]);
  });

  test('an unknown currency counts as a deal, not as money; negative amounts are summed as they are', () => {
    const facts = madeFacts({
      deals: [
        madeDeal(1, { ...won, currencyId: 'EUR' }),
        madeDeal(2, { ...won, opportunity: 300 }),
        madeDeal(3, { ...won, opportunity: -60 }),
        madeDeal(4, { ...won, opportunity: 0 }),
      ],
      stageHistory: [1, 2, 3, 4].flatMap((id) => madeHistory(id, ['2025-05-01 10:00', 'NEW'], ['2025-05-05 10:00', 'WON'])),
    });
    const ids: MetricId[] = ['wonCount', 'wonSum', 'avgCheque', 'avgChequeNonZero', 'avgChequeMedian', 'zeroAmountWon'];
    expect(metricRows(facts, may, ids)).toEqual([[4, 240, 60, 300, 0, 1]]);
  });
});

describe('funnels', () => {
  const facts = madeFacts({
    deals: [
      madeDeal(1, { categoryId: 5, stageId: 'C5:NEW', opportunity: 10 }),
      madeDeal(2, { ...won, opportunity: 20 }),
      madeDeal(3, { ...lost, opportunity: 40 }),
      madeDeal(4, { stageId: 'OLD', opportunity: 80 }),
    ],
    stageHistory: [
      ...madeHistory(1, ['2025-04-10 10:00', 'NEW'], ['2025-05-02 10:00', 'PREPARATION'], ['2025-05-03 10:00', 'C5:NEW', 5]),
      ...madeHistory(2, ['2025-04-10 10:00', 'NEW'], ['2025-05-12 10:00', 'WON']),
      ...madeHistory(3, ['2025-04-10 10:00', 'NEW'], ['2025-04-20 10:00', 'EXECUTING'], ['2025-05-12 10:00', 'LOSE']),
      ...madeHistory(4, ['2025-05-05 10:00', 'NEW'], ['2025-05-06 10:00', 'OLD']),
    ],
  });

  test('a transferred deal is neither win nor loss, and enters the next pipeline on its own day', () => {
    expect(cohortTotals(facts, { ...april, pipelines: new Set([0]) })).toEqual([{ entered: 3, won: 1, lost: 1, open: 0, transferred: 1 }]);
    expect(cohortTotals(facts, { ...may, pipelines: new Set([1]) })).toEqual([{ entered: 1, won: 0, lost: 0, open: 1, transferred: 0 }]);
    expect(
      cohortFunnel(facts, april, 0).rows.map(({ reached, sum, advanced, lost, transferred }) => [
        reached,
        sum,
        advanced,
        lost,
        transferred,
      ]),
    ).toEqual([
      [3, 70, 3, 0, 0],
      [3, 70, 2, 0, 1],
      [2, 60, 1, 1, 0],
    ]);
  });

  test('the flow counts each stage by the day it was reached, skipped stages too', () => {
    expect(flowFunnel(facts, may, 0)).toEqual({ reached: [1, 2, 1], won: 1 });
  });

  test('open deals on a deleted stage keep a line in the snapshot', () => {
    expect(snapshotFunnel(facts, may, 0).map(({ stage, count, sum }) => [stage, count, sum])).toEqual([
      [0, 0, 0],
      [1, 0, 0],
      [2, 0, 0],
      [-1, 1, 80],
    ]);
    expect(snapshotFunnel(facts, may, 1)[0]?.medianAge).toBeCloseTo(17 + 8 / 24, 9);
  });

  test('stays of a transferred deal stay in the pipeline it left', () => {
    expect(timeInStage(facts, may, 0)[1]).toMatchObject({ stage: 1, completed: [0], days: [1] });
    expect(stayStats(facts, { ...may, pipelines: new Set([0]) }, 1)).toEqual([{ n: 1, median: 1, mean: 1, p90: 1 }]);
  });

  test('a deal entered already won is no win of the flow', () => {
    const entered = madeFacts({ deals: [madeDeal(1, won)], stageHistory: madeHistory(1, ['2025-05-05 10:00', 'WON', 3]) });
    expect([flowFunnel(entered, may, 0).won, dealTotals(entered, may)[0]?.wonCount]).toEqual([0, 1]);
  });

  test('a deal without history has an age in the snapshot, none beside the time in stage', () => {
    const bare = madeFacts({ deals: [madeDeal(1, { createdTime: at('2025-05-10 18:00') })] });
    expect([snapshotFunnel(bare, may, 0)[0]?.medianAge, timeInStage(bare, may, 0)[0]?.openAges]).toEqual([10, []]);
  });

  test('a pipeline without stages counts its deals and draws nothing', () => {
    const strange = madeFacts({
      deals: [madeDeal(1, { categoryId: 9, stageId: 'C9:LOSE', semantic: 'F' })],
      stageHistory: madeHistory(1, ['2025-05-01 10:00', 'C9:NEW'], ['2025-05-02 10:00', 'C9:LOSE']),
    });
    expect(cohortFunnel(strange, may, 2)).toMatchObject({ rows: [], entered: 1, lost: 1, wonRow: { reached: 0, cumulative: 0 } });
  });
});

describe('breakdowns', () => {
  const facts = madeFacts({
    deals: [
      madeDeal(1, won),
      madeDeal(2, { ...won, assignedById: 12 }),
      madeDeal(3, { assignedById: 13 }),
      madeDeal(4, { ...lost, assignedById: 0 }),
    ],
    stageHistory: [
      ...madeHistory(1, ['2025-05-01 10:00', 'NEW'], ['2025-05-05 10:00', 'WON']),
      ...madeHistory(2, ['2025-04-01 10:00', 'NEW'], ['2025-04-05 10:00', 'WON']),
      ...madeHistory(3, ['2025-05-01 10:00', 'NEW']),
      ...madeHistory(4, ['2025-05-01 10:00', 'NEW'], ['2025-05-05 10:00', 'LOSE']),
    ],
  });

  test('a parent department includes its children; people without one keep a line', () => {
    expect(breakdown(facts, may, 'department', ['wonCount', 'openCount'])).toEqual({
      rows: [
        { key: 1, values: [1, 0] },
        { key: 2, values: [0, 0] },
        { key: -1, values: [0, 1] },
      ],
      total: [1, 1],
    });
    expect([...managersOfDepartment(facts, 0)].map((index) => facts.labels.managers[index]?.name)).toEqual(['Anna', 'Boris']);
  });

  test('the fired and "No manager" are shown when they have a fact', () => {
    const names = (slice: Slice, id: MetricId) =>
      breakdown(facts, slice, 'manager', [id]).rows.map(({ key }) => facts.labels.managers[Number(key)]?.name);
    expect(names(may, 'lostCount')).toEqual(['No manager', 'Anna', 'Boris']);
    expect(names(may, 'openCount')).toEqual(['Anna', 'Boris', 'Vera']);
  });

  test('months are clipped to the period', () => {
    const period = { start: april.period.start + 4, end: may.period.start + 3 };
    expect(breakdown(facts, { ...may, period }, 'month', ['wonCount']).rows).toEqual([
      { key: '2025-04', values: [1] },
      { key: '2025-05', values: [0] },
    ]);
  });

  test('a slice of managers gives lines for them only', () => {
    const { rows, total } = breakdown(facts, { ...may, managers: new Set([1]) }, 'manager', ['wonSum']);
    expect([rows, total]).toEqual([[{ key: 1, values: [100] }], [100]]);
  });
});

describe('the catalogue', () => {
  test('a metric reads only the tables it declares', () => {
    const facts = madeFacts({ deals: [madeDeal(1)], stageHistory: madeHistory(1, ['2025-05-01 10:00', 'NEW']) });
    for (const id of METRIC_IDS) {
      const { tables, compute } = metricOf(id);
      const loaded = Object.fromEntries(['labels' as const, ...tables].map((table) => [table, facts[table]])) as unknown as typeof facts;
      expect(compute(loaded, may)).toEqual(compute(facts, may));
      for (const table of tables) expect(() => compute({ ...loaded, [table]: undefined } as unknown as typeof facts, may)).toThrow(table);
    }
  });

  test('the records behind a metric are found in the tables it names for them', () => {
    const facts = madeFacts({ deals: [madeDeal(1)], stageHistory: madeHistory(1, ['2025-05-01 10:00', 'NEW']) });
    for (const id of METRIC_IDS) {
      const evidence = evidenceOf[id];
      if (evidence === null) continue;
      const { tables, rows } = evidence;
      const loaded = Object.fromEntries(['labels' as const, ...tables].map((table) => [table, facts[table]])) as unknown as typeof facts;
      expect(rows(loaded, may)).toEqual(rows(facts, may));
      for (const table of tables) expect(() => rows({ ...loaded, [table]: undefined } as unknown as typeof facts, may)).toThrow(table);
    }
  });

  test('what belongs to people has a value for every person and for no pipeline; a slice’s pipelines do not cut it', () => {
    const facts = madeFacts({
      deals: [madeDeal(1)],
      activities: [
        {
          id: 1,
          ownerTypeId: 2,
          ownerId: 1,
          typeId: 2,
          providerId: '',
          direction: 2,
          completed: true,
          missedCall: false,
          responsibleId: 12,
          createdTime: at('2025-05-02 10:00'),
          updatedTime: at('2025-05-02 10:00'),
          startTime: at('2025-05-02 10:00'),
          deadline: 0,
          subject: '',
        },
      ],
    });
    const calls = (by: 'manager' | 'pipeline') => breakdown(facts, { ...may, pipelines: new Set([1]) }, by, ['calls']);
    expect(calls('pipeline')).toEqual({ rows: [{ key: 1, values: [null] }], total: [1] });
    expect(calls('manager').rows.map(({ key, values }) => [facts.labels.managers[Number(key)]?.name, ...values])).toEqual([
      ['Anna', 0],
      ['Boris', 1],
    ]);
    expect(METRIC_IDS.filter((id) => !metricOf(id).byPipeline)).toEqual([
      'leadsCreated',
      'leadsConverted',
      'leadsJunk',
      'leadConversion',
      'calls',
      'meetings',
      'emails',
      'tasks',
      'todos',
    ]);
  });

  test('tables of many metrics are named once', () => {
    expect(tablesOf(['wonSum', 'cycleMedianDays', 'maturity'])).toEqual(['deals', 'cycles', 'journeys']);
  });

  test('groups of a metric agree with its slices', () => {
    const facts = madeFacts({ deals: [madeDeal(1), madeDeal(2, { assignedById: 12 })] });
    expect(metricOf('openCount').computeGroups(facts, may, groupingByManager(facts))).toEqual([0, 1, 1]);
    expect(dealTotals(facts, { ...may, managers: new Set([2]) })[0]?.openCount).toBe(1);
    expect(FLAG.NO_HISTORY & (facts.deals.flags[0] ?? 0)).not.toBe(0);
  });
});
