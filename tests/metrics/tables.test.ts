// Which lines a table has: the idle, the fired, departments in a circle, days that do not exist, pipelines without stages.
import { bitrixDealConversion, bitrixManagerRating, bitrixSalesPlan } from '../../src/metrics/bitrix-figures';
import { breakdown, managersOfDepartment } from '../../src/metrics/breakdown';
import { METRIC_IDS, metricRows } from '../../src/metrics/catalogue';
import { coaching } from '../../src/metrics/coaching';
import { cohortFunnel, lostRows } from '../../src/metrics/cohort-funnel';
import { evidenceOf } from '../../src/metrics/evidence';
import { flowFunnel } from '../../src/metrics/flow-funnel';
import { dealRows } from '../../src/metrics/populations';
import type { Slice } from '../../src/metrics/slice';
import { snapshotFunnel } from '../../src/metrics/snapshot-funnel';
import { stageProbabilities } from '../../src/metrics/stage-probabilities';
import { stuckDeals } from '../../src/metrics/stuck';
import { timeInStage } from '../../src/metrics/time-in-stage';
import { monthRange } from '../../src/period';
import type { Lead } from '../../src/raw/records';
import { at, closedDeals, madeDeal, madeFacts, madeHistory } from '../made-records';

const may: Slice = { period: monthRange('2025-05') ?? { start: 0, end: 0 }, managers: null, pipelines: null };
const won = { stageId: 'WON', semantic: 'S' } as const;
const lost = { stageId: 'LOSE', semantic: 'F' } as const;

describe('breakdowns (M20, R12)', () => {
  test('somebody active without any deal has a line only when asked for', () => {
    const facts = madeFacts(closedDeals(won));
    const keys = (managers: Slice['managers']) =>
      breakdown(facts, { ...may, managers }, 'manager', ['wonCount']).rows.map(({ key }) => key);
    expect([keys(null), keys(new Set([1, 2])), keys(new Set([0]))]).toEqual([[1], [1, 2], []]);
  });

  test('a value that does not exist shows nobody who is fired, nor people without a department', () => {
    const facts = madeFacts(closedDeals({ assignedById: 13 }, { ...lost, assignedById: 11 }));
    const rows = (by: 'manager' | 'department', id: 'avgCheque' | 'openCount') =>
      breakdown(facts, may, by, [id]).rows.map(({ key }) => key);
    expect([
      rows('manager', 'avgCheque'),
      rows('manager', 'openCount'),
      rows('department', 'avgCheque'),
      rows('department', 'openCount'),
    ]).toEqual([[1], [1, 3], [1], [1, -1]]);
  });

  test('a department whose people have leads alone has a line, so that the lines are the total', () => {
    const lead = { id: 1, semantic: 'P', assignedById: 12, createdTime: at('2025-05-02 10:00'), sourceId: '' } as Lead;
    const facts = madeFacts({ ...closedDeals(won), leads: [lead] });
    const rows = (id: 'leadsCreated' | 'wonCount') =>
      breakdown(facts, may, 'department', [id]).rows.map(({ key, values }) => [key, ...values]);
    // Boris is of 4, which is within 3, Anna's; asked for deals, his own line would be of nothing.
    expect([rows('leadsCreated'), rows('wonCount')]).toEqual([
      [
        [1, 1],
        [2, 1],
      ],
      [[1, 1]],
    ]);
  });

  test('departments are those of the people asked for, and only their deals count', () => {
    const facts = madeFacts(closedDeals(won, { ...won, assignedById: 12 }));
    const rows = (managers: Slice['managers']) => breakdown(facts, { ...may, managers }, 'department', ['wonCount']).rows;
    expect([rows(null), rows(new Set([2]))]).toEqual([
      [
        { key: 1, values: [2] },
        { key: 2, values: [1] },
      ],
      [{ key: 2, values: [1] }],
    ]);
  });

  test('pipelines are those asked for', () => {
    const facts = madeFacts(closedDeals(won));
    const rows = (pipelines: Slice['pipelines']) => breakdown(facts, { ...may, pipelines }, 'pipeline', ['wonCount']);
    expect([rows(null), rows(new Set([1]))]).toEqual([
      {
        rows: [
          { key: 0, values: [1] },
          { key: 1, values: [0] },
        ],
        total: [1],
      },
      { rows: [{ key: 1, values: [0] }], total: [0] },
    ]);
  });

  test('a department that is its own ancestor ends nowhere, and is found from within', () => {
    const department = (id: number, parentId: number) => ({ id, name: `${id}`, sort: id, parentId, headId: 0 });
    const facts = madeFacts({ ...closedDeals(won), departments: [department(1, 0), department(3, 4), department(4, 3)] });
    expect([0, 1, 2, -1].map((index) => [...managersOfDepartment(facts, index)])).toEqual([[], [1, 2], [1, 2], [0]]);
  });

  test('months between the first and the last are whole', () => {
    const facts = madeFacts(closedDeals(won));
    const period = { start: (monthRange('2025-04')?.start ?? 0) + 10, end: (monthRange('2025-06')?.start ?? 0) + 10 };
    expect(breakdown(facts, { ...may, period }, 'month', ['wonCount'])).toEqual({
      rows: [
        { key: '2025-04', values: [0] },
        { key: '2025-05', values: [1] },
        { key: '2025-06', values: [0] },
      ],
      total: [1],
    });
  });
});

describe('a period before 1970', () => {
  test('holds nothing: "no day" is not the last day of 1969', () => {
    const sixties: Slice = { ...may, period: { start: -365, end: -1 } };
    const facts = madeFacts(
      {
        ...closedDeals({}, won, lost, { ...won, closedate: '2025-05-30' }),
        leads: [{ id: 1, semantic: 'P', assignedById: 11, createdTime: at('2025-05-02 10:00'), sourceId: '' } as Lead],
      },
      { settings: { closeDateSource: 'closedate' } },
    );
    // Open deals are those of now, whatever the period.
    const now = ['openCount', 'openSum'];
    expect(METRIC_IDS.filter((id) => !now.includes(id) && metricRows(facts, sixties, [id])[0]?.[0])).toEqual([]);
    expect([
      ...METRIC_IDS.flatMap((id) => (now.includes(id) || id === 'salesVelocity' ? [] : (evidenceOf[id]?.rows(facts, sixties) ?? []))),
      ...bitrixSalesPlan(facts, sixties).deals,
      ...bitrixManagerRating(facts, sixties, 0).deals,
      ...bitrixDealConversion(facts, sixties, 0).deals,
      ...timeInStage(facts, sixties, 0).flatMap(({ completed }) => completed),
      ...flowFunnel(facts, sixties, 0).reached.filter((reached) => reached > 0),
    ]).toEqual([]);
  });
});

describe('funnels of a pipeline without stages', () => {
  const strange = { categoryId: 9, stageId: 'C9:NEW' } as const;
  const facts = madeFacts({
    deals: [madeDeal(1, strange), madeDeal(2, { ...strange, semantic: 'F' }), madeDeal(3)],
    stageHistory: [1, 2].flatMap((id) => madeHistory(id, ['2025-05-01 10:00', id === 1 ? 'C9:NEW' : 'C9:LOSE'])),
  });

  test('have no rows, and lose nothing from a stage', () => {
    expect([flowFunnel(facts, may, 2), lostRows(facts, may, 2), stageProbabilities(facts, { shrink: 5, probabilities: {} })[2]]).toEqual([
      { reached: [], won: 0 },
      [[]],
      { pipeline: null, stages: [] },
    ]);
    expect(snapshotFunnel(facts, may, 2)).toEqual([{ stage: -1, count: 1, sum: 100, medianAge: expect.closeTo(19 + 8 / 24, 9) }]);
  });

  test('that nobody knows are empty', () => {
    expect([cohortFunnel(facts, may, 99).rows, flowFunnel(facts, may, 99).reached, snapshotFunnel(facts, may, 99)]).toEqual([[], [], []]);
    expect([lostRows(facts, may, 99), timeInStage(facts, may, 99)]).toEqual([[[]], []]);
  });
});

test('coaching compares each manager with all the others of the slice, and lists what was lost (M36)', () => {
  const facts = madeFacts(closedDeals(won, lost, { ...lost, assignedById: 12 }, { assignedById: 12 }));
  const [, anna, boris] = coaching(facts, may, 0, { minimum: 10, z: 2 });
  const told = (rows: typeof anna) =>
    rows?.map(({ stage, manager, team, lostDeals, verdict }) => [stage, manager, team, lostDeals, verdict]);
  expect([told(anna)?.[0], told(boris)?.[0], told(boris)?.[1]]).toEqual([
    [0, [1, 2], [0, 1], [1], 'insufficient'],
    [0, [0, 1], [1, 2], [2], 'insufficient'],
    [1, [0, 0], [1, 1], [], 'insufficient'],
  ]);
});

test('a stuck deal says everything about itself (M17)', () => {
  const facts = madeFacts({
    deals: [madeDeal(1, { closedate: '2025-05-30' }), madeDeal(2, { assignedById: 12 })],
    stageHistory: [1, 2].flatMap((id) => madeHistory(id, ['2025-05-10 18:00', 'NEW'])),
    activities: [
      {
        ...({ id: 1, ownerTypeId: 2, ownerId: 1, typeId: 2, providerId: '', direction: 2, missedCall: false, responsibleId: 11 } as const),
        ...{ completed: false, createdTime: 1, updatedTime: 1, startTime: 1, deadline: at('2025-05-25 10:00'), subject: 'Call' },
      },
    ],
  });
  const norms = { stageDays: { NEW: 9 }, idleDays: 100, minStays: 20 };
  expect(stuckDeals(facts, { ...may, managers: new Set([1]) }, norms)).toEqual([
    {
      deal: 0,
      reasons: ['stuckInStage'],
      stageAge: 10,
      norm: 9,
      idleDays: expect.closeTo(19 + 8 / 24, 9),
      nextStep: at('2025-05-25 10:00'),
      subject: 'Call',
      closedate: facts.cards.closedate[0],
    },
  ]);
  expect(
    stuckDeals(facts, may, { ...norms, stageDays: {} }).map(({ deal, reasons, norm, nextStep }) => [deal, reasons, norm, nextStep]),
  ).toEqual([[1, ['noNextStep'], null, null]]);
});

test('whatever can stand behind a number of the period is listed once', () => {
  const facts = madeFacts(closedDeals({}, won, lost, { stageId: 'SPAM', semantic: 'F' }), { settings: { junkStages: ['SPAM'] } });
  expect(
    (['created', 'open', 'inWork', 'won', 'lost', 'closed', 'junk', 'zeroWon', 'paid', 'any'] as const).map((which) =>
      dealRows(facts, may, which),
    ),
  ).toEqual([[0, 1, 2, 3], [0], [0, 1, 2, 3], [1], [2], [1, 2], [3], [], [1], [0, 1, 2, 3]]);
});
