// The rules of the read model one by one, on deals written by hand: what the worked example does not exercise.
import { type FactTables, FLAG, type FlagName, LOST, NO_DAY, OPEN, TRANSFERRED, WON } from '../../src/facts/facts';
import { isoDay } from '../../src/period';
import type { Activity, Lead } from '../../src/raw/records';
import { zoneOf } from '../golden-kpi';
import { at, madeDeal, madeFacts, madeHistory } from '../made-records';

const STATES = { [OPEN]: 'open', [WON]: 'won', [LOST]: 'lost', [TRANSFERRED]: 'transferred' } as Record<number, string>;
const date = (day: number | undefined) => (day === undefined || day === NO_DAY ? null : isoDay(day));
const flagsOf = (facts: FactTables, row = 0) =>
  (Object.keys(FLAG) as FlagName[]).filter((name) => ((facts.deals.flags[row] ?? 0) & FLAG[name]) !== 0);

function dealOf(facts: FactTables, row = 0) {
  return { state: STATES[facts.deals.state[row] ?? -1], closed: date(facts.deals.closeDay[row]), flags: flagsOf(facts, row) };
}

function journeysOf({ journeys, labels }: FactTables) {
  return Array.from(journeys.deal, (deal, row) => ({
    deal,
    pipeline: labels.pipelines[journeys.pipeline[row] ?? -1]?.id,
    entry: date(journeys.entryDay[row]),
    outcome: STATES[journeys.outcome[row] ?? -1],
    maxIdx: journeys.maxIdx[row],
    reached: Array.from(journeys.reachDay.slice(journeys.reachStart[row], journeys.reachStart[row + 1]), date),
  }));
}

function staysOf({ stays, labels }: FactTables) {
  return Array.from(stays.deal, (_, row) => ({
    stage: labels.pipelines[stays.pipeline[row] ?? -1]?.stages[stays.stage[row] ?? -1]?.id ?? 'deleted',
    hours: (stays.seconds[row] ?? 0) / 3600,
    exit: date(stays.exitDay[row]),
    since: Number.isNaN(stays.openSince[row]) ? null : stays.openSince[row],
  }));
}

describe('population (R1, R4)', () => {
  test('templates and deals created after asOf do not exist', () => {
    const facts = madeFacts({
      deals: [madeDeal(1), madeDeal(2, { recurring: true }), madeDeal(3, { createdTime: at('2025-05-20 18:01') })],
      stageHistory: madeHistory(1, ['2025-05-01 10:00', 'NEW']),
    });
    expect([...facts.deals.id]).toEqual([1]);
  });

  test('a history row after asOf does not exist, and the stage it led to is taken at asOf at the latest', () => {
    const facts = madeFacts({
      deals: [madeDeal(1, { stageId: 'WON', semantic: 'S', movedTime: at('2025-05-20 19:00') })],
      stageHistory: madeHistory(1, ['2025-05-01 10:00', 'NEW'], ['2025-05-20 19:00', 'WON']),
    });
    expect(dealOf(facts)).toEqual({ state: 'won', closed: '2025-05-20', flags: ['HISTORY_GAP'] });
  });

  test('a pipeline without a record is named by its number and loses no deal', () => {
    const facts = madeFacts({
      deals: [madeDeal(1, { categoryId: 9, stageId: 'C9:NEW' })],
      stageHistory: madeHistory(1, ['2025-05-01 10:00', 'C9:NEW']),
    });
    expect(facts.labels.pipelines.map(({ id, name, stages }) => [id, name, stages.length])).toEqual([
      [0, 'Sales', 3],
      [5, 'Repeat', 2],
      [9, '#9', 0],
    ]);
    expect([facts.deals.pipeline[0], facts.deals.stage[0], ...flagsOf(facts)]).toEqual([2, -1, 'DELETED_STAGE']);
  });

  test('stages go by their sort, then by their code', () => {
    const stage = (statusId: string, sort: number) =>
      ({ id: 0, entityId: 'DEAL_STAGE', statusId, name: statusId, sort, categoryId: 0, semantic: 'P' }) as const;
    const facts = madeFacts({ statuses: [stage('B', 20), stage('A', 20), stage('C', 10)] });
    expect(facts.labels.pipelines[0]?.stages.map(({ id }) => id)).toEqual(['C', 'A', 'B']);
  });
});

describe('clean history (R5)', () => {
  test('the row added for a gap never stands before the last row written, be that row a repetition', () => {
    const facts = madeFacts({
      deals: [madeDeal(1, { stageId: 'LOSE', semantic: 'F', movedTime: at('2025-05-02 09:00') })],
      stageHistory: madeHistory(1, ['2025-04-28 10:00', 'NEW'], ['2025-05-03 10:00', 'NEW']),
    });
    expect(dealOf(facts)).toEqual({ state: 'lost', closed: '2025-05-03', flags: ['HISTORY_GAP'] });
  });

  test('a last row that is not the stage of the card gets a row at the moment of the move', () => {
    const facts = madeFacts({
      deals: [madeDeal(1, { stageId: 'LOSE', semantic: 'F', movedTime: at('2025-05-12 09:00') })],
      stageHistory: madeHistory(1, ['2025-05-01 10:00', 'NEW'], ['2025-05-03 10:00', 'PREPARATION']),
    });
    expect(dealOf(facts)).toEqual({ state: 'lost', closed: '2025-05-12', flags: ['HISTORY_GAP'] });
    expect(journeysOf(facts)).toEqual([
      { deal: 0, pipeline: 0, entry: '2025-05-01', outcome: 'lost', maxIdx: 2, reached: ['2025-05-01', '2025-05-03'] },
    ]);
  });

  test('the added row is never before the last real one; without a move time the update counts', () => {
    const history = madeHistory(1, ['2025-05-10 10:00', 'NEW']);
    const won = { stageId: 'WON', semantic: 'S' } as const;
    const early = madeFacts({ deals: [madeDeal(1, { ...won, movedTime: at('2025-05-08 10:00') })], stageHistory: history });
    const updated = madeFacts({
      deals: [madeDeal(1, { ...won, movedTime: 0, updatedTime: at('2025-05-15 10:00') })],
      stageHistory: history,
    });
    expect([dealOf(early).closed, dealOf(updated).closed]).toEqual(['2025-05-10', '2025-05-15']);
  });

  test('a row written twice counts once, from its first moment', () => {
    const facts = madeFacts({
      deals: [madeDeal(1, { stageId: 'PREPARATION' })],
      stageHistory: madeHistory(
        1,
        ['2025-05-01 10:00', 'NEW'],
        ['2025-05-01 10:00', 'NEW'],
        ['2025-05-03 10:00', 'PREPARATION'],
        ['2025-05-05 10:00', 'PREPARATION'],
      ),
    });
    expect(flagsOf(facts)).toEqual([]);
    expect(staysOf(facts)).toEqual([
      { stage: 'NEW', hours: 48, exit: '2025-05-03', since: null },
      { stage: 'PREPARATION', hours: 17 * 24 + 8, exit: null, since: at('2025-05-03 10:00') },
    ]);
  });

  test('rows of one moment go by their id, in whatever order they come', () => {
    const [created, moved, won] = madeHistory(
      1,
      ['2025-05-01 10:00', 'NEW'],
      ['2025-05-01 10:00', 'PREPARATION'],
      ['2025-05-01 10:00', 'WON'],
    );
    const deals = [madeDeal(1, { stageId: 'WON', semantic: 'S' })];
    const rows = [won, created, moved].flatMap((row) => row ?? []);
    const facts = madeFacts({ deals, stageHistory: rows });
    expect([dealOf(facts), staysOf(facts).map(({ stage }) => stage)]).toEqual([
      { state: 'won', closed: '2025-05-01', flags: [] },
      ['NEW', 'PREPARATION'],
    ]);
  });

  test('an accidental win of 59 seconds is a misclick, one of 60 seconds is a reopened win', () => {
    const backAt = (back: string) =>
      madeFacts({
        deals: [madeDeal(1)],
        stageHistory: madeHistory(1, ['2025-05-01 10:00', 'NEW'], ['2025-05-02 10:00:00', 'WON'], [back, 'NEW']),
      });
    expect([flagsOf(backAt('2025-05-02 10:00:59')), flagsOf(backAt('2025-05-02 10:01:00'))]).toEqual([['MISCLICK'], ['REOPENED']]);
  });

  test('misclicks inside misclicks all disappear', () => {
    const facts = madeFacts({
      deals: [madeDeal(1)],
      stageHistory: madeHistory(
        1,
        ['2025-05-01 10:00', 'NEW'],
        ['2025-05-02 10:00:00', 'PREPARATION'],
        ['2025-05-02 10:00:10', 'EXECUTING'],
        ['2025-05-02 10:00:20', 'PREPARATION'],
        ['2025-05-02 10:00:30', 'NEW'],
      ),
    });
    expect(journeysOf(facts)[0]?.maxIdx).toBe(1);
    expect(staysOf(facts).map(({ stage }) => stage)).toEqual(['NEW']);
  });

  test('the semantic of a row decides, not the look of its code', () => {
    const facts = madeFacts({
      deals: [madeDeal(1, { stageId: 'DONE', semantic: 'S', movedTime: at('2025-05-04 10:00') })],
      stageHistory: madeHistory(1, ['2025-05-01 10:00', 'NEW'], ['2025-05-04 10:00', 'DONE:S']),
    });
    expect(dealOf(facts)).toEqual({ state: 'won', closed: '2025-05-04', flags: ['DELETED_STAGE'] });
  });

  test('an open deal without history has an age, but no finished stay', () => {
    const facts = madeFacts({ deals: [madeDeal(1, { stageId: 'EXECUTING', movedTime: at('2025-05-10 10:00') })] });
    expect(flagsOf(facts)).toEqual(['NO_HISTORY']);
    expect(staysOf(facts).map(({ stage, since }) => [stage, since])).toEqual([['EXECUTING', at('2025-05-10 10:00')]]);
    expect(journeysOf(facts)[0]).toMatchObject({ entry: '2025-05-01', maxIdx: 3 });
  });

  test('histories that begin in the middle without any transfer row mean that transfers are hidden', () => {
    const history = madeHistory(1, ['2025-05-01 10:00', 'NEW', 2], ['2025-05-02 10:00', 'PREPARATION']);
    const deals = [madeDeal(1, { stageId: 'PREPARATION' }), madeDeal(2, { categoryId: 5, stageId: 'C5:NEW' })];
    const transferred = madeHistory(2, ['2025-05-01 10:00', 'NEW'], ['2025-05-02 10:00', 'C5:NEW', 5]);
    expect([
      madeFacts({ deals, stageHistory: history }).labels.transfersHidden,
      madeFacts({ deals, stageHistory: [...history, ...transferred] }).labels.transfersHidden,
    ]).toEqual([true, false]);
  });
});

describe('state and closing (R6)', () => {
  test('lost and later won is won at the win; won and later lost is lost at the cancellation', () => {
    const facts = madeFacts({
      deals: [
        madeDeal(1, { stageId: 'WON', semantic: 'S', movedTime: at('2025-05-15 10:00') }),
        madeDeal(2, { stageId: 'LOSE', semantic: 'F', movedTime: at('2025-05-16 10:00') }),
      ],
      stageHistory: [
        ...madeHistory(1, ['2025-05-01 10:00', 'NEW'], ['2025-05-05 10:00', 'LOSE'], ['2025-05-15 10:00', 'WON']),
        ...madeHistory(2, ['2025-05-01 10:00', 'NEW'], ['2025-05-06 10:00', 'WON'], ['2025-05-16 10:00', 'LOSE']),
      ],
    });
    expect([dealOf(facts, 0), dealOf(facts, 1)]).toEqual([
      { state: 'won', closed: '2025-05-15', flags: [] },
      { state: 'lost', closed: '2025-05-16', flags: [] },
    ]);
    expect(journeysOf(facts).map(({ outcome, maxIdx }) => [outcome, maxIdx])).toEqual([
      ['won', 4],
      ['lost', 1],
    ]);
  });

  test('a move from one fail stage to another keeps the first loss', () => {
    const facts = madeFacts({
      deals: [madeDeal(1, { stageId: 'APOLOGY', semantic: 'F', movedTime: at('2025-05-18 10:00') })],
      stageHistory: madeHistory(1, ['2025-05-01 10:00', 'NEW'], ['2025-05-05 10:00', 'LOSE'], ['2025-05-18 10:00', 'APOLOGY']),
    });
    expect(dealOf(facts).closed).toBe('2025-05-05');
  });

  test('with closing dates from the card: an empty one falls back to history, a future one is not counted yet', () => {
    const won = { stageId: 'WON', semantic: 'S' } as const;
    const facts = madeFacts(
      {
        deals: [
          madeDeal(1, { ...won, closedate: '' }),
          madeDeal(2, { ...won, closedate: '2025-05-21' }),
          madeDeal(3, { ...won, closedate: '2025-05-20' }),
        ],
        stageHistory: [1, 2, 3].flatMap((id) => madeHistory(id, ['2025-05-01 10:00', 'NEW'], ['2025-05-05 10:00', 'WON'])),
      },
      { settings: { closeDateSource: 'closedate' } },
    );
    expect([0, 1, 2].map((row) => dealOf(facts, row))).toEqual([
      { state: 'won', closed: '2025-05-05', flags: [] },
      { state: 'won', closed: null, flags: ['FUTURE_CLOSE'] },
      { state: 'won', closed: '2025-05-20', flags: [] },
    ]);
  });

  test('a deal entered already closed counts by the earlier date, and in no funnel, stay or cycle', () => {
    const facts = madeFacts({
      deals: [madeDeal(1, { stageId: 'WON', semantic: 'S', closedate: '2025-05-17', createdTime: at('2025-05-10 10:00') })],
      stageHistory: madeHistory(1, ['2025-05-10 10:00', 'WON', 3]),
    });
    expect(dealOf(facts)).toEqual({ state: 'won', closed: '2025-05-10', flags: ['CREATED_CLOSED', 'CLOSE_DATE_EDITED'] });
    expect([journeysOf(facts), staysOf(facts), facts.cycles.cycle[0]]).toEqual([[], [], Number.NaN]);
  });
});

describe('journeys (R7)', () => {
  test('a deal that comes back to a pipeline has one journey there; leaving is a transfer, neither win nor loss', () => {
    const facts = madeFacts({
      deals: [madeDeal(1, { categoryId: 5, stageId: 'C5:PREPARATION' })],
      stageHistory: madeHistory(
        1,
        ['2025-05-01 10:00', 'C5:NEW'],
        ['2025-05-02 10:00', 'NEW', 5],
        ['2025-05-03 10:00', 'EXECUTING'],
        ['2025-05-04 10:00', 'C5:PREPARATION', 5],
      ),
    });
    expect(journeysOf(facts)).toEqual([
      { deal: 0, pipeline: 5, entry: '2025-05-01', outcome: 'open', maxIdx: 2, reached: ['2025-05-01', '2025-05-04'] },
      { deal: 0, pipeline: 0, entry: '2025-05-02', outcome: 'transferred', maxIdx: 3, reached: ['2025-05-02', '2025-05-03', '2025-05-03'] },
    ]);
  });

  test('a transfer may land on a final stage: the win reaches every stage of the new pipeline', () => {
    const facts = madeFacts({
      deals: [madeDeal(1, { categoryId: 5, stageId: 'C5:WON', semantic: 'S' })],
      stageHistory: madeHistory(1, ['2025-05-01 10:00', 'NEW'], ['2025-05-06 10:00', 'C5:WON', 5]),
    });
    expect(journeysOf(facts)).toEqual([
      { deal: 0, pipeline: 0, entry: '2025-05-01', outcome: 'transferred', maxIdx: 1, reached: ['2025-05-01'] },
      { deal: 0, pipeline: 5, entry: '2025-05-06', outcome: 'won', maxIdx: 3, reached: ['2025-05-06', '2025-05-06'] },
    ]);
  });

  test('a stage passed with a final semantic is not a stage reached, whatever the directory says today', () => {
    const facts = madeFacts({
      deals: [madeDeal(1, { stageId: 'PREPARATION' })],
      stageHistory: madeHistory(1, ['2025-05-01 10:00', 'NEW'], ['2025-05-03 10:00', 'EXECUTING:F'], ['2025-05-05 10:00', 'PREPARATION']),
    });
    expect(journeysOf(facts)[0]).toMatchObject({ maxIdx: 2, reached: ['2025-05-01', '2025-05-05'] });
  });

  test('a past win that was re-opened raises nothing', () => {
    const facts = madeFacts({
      deals: [madeDeal(1, { stageId: 'PREPARATION' })],
      stageHistory: madeHistory(1, ['2025-05-01 10:00', 'NEW'], ['2025-05-03 10:00', 'WON'], ['2025-05-05 10:00', 'PREPARATION']),
    });
    expect(journeysOf(facts)[0]).toMatchObject({ outcome: 'open', maxIdx: 2, reached: ['2025-05-01', '2025-05-05'] });
  });

  test('a deleted stage gives no index and its time goes to its own line; an alias puts both on a live stage', () => {
    const records = {
      deals: [madeDeal(1, { stageId: 'LOSE', semantic: 'F' as const, movedTime: at('2025-05-09 10:00') })],
      stageHistory: madeHistory(1, ['2025-05-01 10:00', 'NEW'], ['2025-05-03 10:00', 'OLD'], ['2025-05-09 10:00', 'LOSE']),
    };
    const plain = madeFacts(records);
    const aliased = madeFacts(records, { settings: { stageAliases: { OLD: 'PREPARATION' } } });
    expect([flagsOf(plain), journeysOf(plain)[0]?.maxIdx, staysOf(plain)[1]]).toEqual([
      ['DELETED_STAGE'],
      1,
      { stage: 'deleted', hours: 144, exit: '2025-05-09', since: null },
    ]);
    expect([flagsOf(aliased), journeysOf(aliased)[0]?.maxIdx, staysOf(aliased)[1]]).toEqual([
      [],
      2,
      { stage: 'PREPARATION', hours: 144, exit: '2025-05-09', since: null },
    ]);
  });
});

describe('stays (M15)', () => {
  test('all visits to a stage add up, and the last exit dates them', () => {
    const facts = madeFacts({
      deals: [madeDeal(1, { stageId: 'EXECUTING' })],
      stageHistory: madeHistory(
        1,
        ['2025-05-01 10:00', 'NEW'],
        ['2025-05-02 10:00', 'PREPARATION'],
        ['2025-05-05 10:00', 'NEW'],
        ['2025-05-06 22:00', 'EXECUTING'],
      ),
    });
    expect(staysOf(facts)).toEqual([
      { stage: 'NEW', hours: 60, exit: '2025-05-06', since: null },
      { stage: 'PREPARATION', hours: 72, exit: '2025-05-05', since: null },
      { stage: 'EXECUTING', hours: 13 * 24 + 20, exit: null, since: at('2025-05-06 22:00') },
    ]);
  });

  test('over the change to summer time days follow the clock, durations follow the time passed', () => {
    const facts = madeFacts(
      {
        deals: [madeDeal(1, { createdTime: at('2025-03-29T23:30:00+01:00'), stageId: 'WON', semantic: 'S' })],
        stageHistory: madeHistory(
          1,
          ['2025-03-29T23:30:00+01:00', 'NEW'],
          ['2025-03-30T23:30:00+02:00', 'PREPARATION'],
          ['2025-10-26T00:30:00+02:00', 'WON'],
        ),
      },
      { zone: zoneOf('Europe/Berlin'), asOf: '2025-11-01T12:00:00+01:00' },
    );
    expect([date(facts.deals.createdDay[0]), date(facts.deals.closeDay[0]), staysOf(facts)[0]]).toEqual([
      '2025-03-29',
      '2025-10-26',
      { stage: 'NEW', hours: 23, exit: '2025-03-30', since: null },
    ]);
    expect(journeysOf(facts)[0]?.reached).toEqual(['2025-03-29', '2025-03-30', '2025-10-26']);
  });
});

describe('money (R8)', () => {
  const won = { stageId: 'WON', semantic: 'S', currencyId: 'USD', opportunity: 10 } as const;
  const records = {
    deals: [
      madeDeal(1, won),
      madeDeal(2, won),
      madeDeal(3, { currencyId: 'USD', opportunity: 10 }),
      madeDeal(4, { currencyId: 'EUR', opportunity: 10 }),
      madeDeal(5, { opportunity: -0.015 }),
      madeDeal(6, { currencyId: 'RUB', opportunity: 7 }),
    ],
    stageHistory: [
      ...madeHistory(1, ['2025-04-01 10:00', 'NEW'], ['2025-04-30 23:59', 'WON']),
      ...madeHistory(2, ['2025-04-01 10:00', 'NEW'], ['2025-05-01 00:00', 'WON']),
      ...[3, 4, 5, 6].flatMap((id) => madeHistory(id, ['2025-05-01 10:00', 'NEW'])),
    ],
  };

  test('a negative amount is told even where it cannot be converted or rounds to nothing', () => {
    const facts = madeFacts({
      deals: [madeDeal(1, { currencyId: 'EUR', opportunity: -5 }), madeDeal(2, { opportunity: -0.001 })],
      stageHistory: [1, 2].flatMap((id) => madeHistory(id, ['2025-05-01 10:00', 'NEW'])),
    });
    expect([flagsOf(facts, 0), flagsOf(facts, 1)]).toEqual([['UNKNOWN_CURRENCY', 'NEGATIVE_AMOUNT'], ['NEGATIVE_AMOUNT']]);
  });

  test('the CRM’s current rate applies where the month has none; an unknown currency has no amount', () => {
    const facts = madeFacts(records);
    expect([...facts.deals.amount]).toEqual([90000, 90000, 90000, Number.NaN, -2, 700]);
    expect([flagsOf(facts, 3), flagsOf(facts, 4)]).toEqual([['UNKNOWN_CURRENCY'], ['NEGATIVE_AMOUNT']]);
  });

  test('the rate of a month goes by the closing day, open deals by asOf; the base currency has no rate', () => {
    const facts = madeFacts(records, {
      settings: { monthlyRates: { '2025-04': { USD: 80, RUB: 2 }, '2025-05': { USD: 85.5, EUR: 100, RUB: 2 } } },
    });
    expect([...facts.deals.amount]).toEqual([80000, 85500, 85500, 100000, -2, 700]);
  });

  test('a currency that is quoted by the hundred is divided before it is counted', () => {
    const facts = madeFacts({ deals: [madeDeal(1, { currencyId: 'USD', opportunity: 0.01 })] });
    expect(facts.deals.amount[0]).toBe(90);
  });
});

describe('people, clients and sources (R12, R13)', () => {
  test('nobody and strangers are "No manager"; the fired stay and leave orphans', () => {
    const facts = madeFacts({
      deals: [madeDeal(1, { assignedById: 0 }), madeDeal(2, { assignedById: 777 }), madeDeal(3, { assignedById: 13 }), madeDeal(4)],
    });
    expect(facts.labels.managers.map(({ id, name, active, hasDeals }) => [id, name, active, hasDeals])).toEqual([
      [0, 'No manager', true, true],
      [11, 'Anna', true, true],
      [12, 'Boris', true, false],
      [13, 'Vera', false, true],
    ]);
    expect([...facts.deals.manager]).toEqual([0, 0, 3, 1]);
    expect([0, 1, 2, 3].map((row) => flagsOf(facts, row).includes('ORPHAN'))).toEqual([false, false, true, false]);
  });

  test('a contact is a client too; a lead gives its source', () => {
    const lead = { id: 5, createdTime: at('2025-05-01 09:00'), sourceId: 'CALL' } as Lead;
    const facts = madeFacts({
      leads: [lead],
      deals: [
        madeDeal(1, { companyId: 0, contactId: 0, sourceId: '' }),
        madeDeal(2, { companyId: 0, contactId: 601, sourceId: '', leadId: 5 }),
      ],
      stageHistory: [1, 2].flatMap((id) => madeHistory(id, ['2025-05-01 10:00', 'NEW'])),
    });
    expect([flagsOf(facts, 0), flagsOf(facts, 1)]).toEqual([['NO_CLIENT', 'NO_SOURCE'], []]);
  });

  test('each flag is counted', () => {
    const { flagCounts } = madeFacts({ deals: [madeDeal(1, { companyId: 0 }), madeDeal(2, { companyId: 0, assignedById: 13 })] }).labels;
    expect([flagCounts.NO_CLIENT, flagCounts.ORPHAN, flagCounts.NO_HISTORY, flagCounts.JUNK]).toEqual([2, 1, 2, 0]);
  });
});

describe('first contact (R15)', () => {
  const activity = (fields: Partial<Activity>): Activity => ({
    id: 1,
    ownerTypeId: 2,
    ownerId: 1,
    typeId: 2,
    providerId: '',
    direction: 1,
    completed: true,
    missedCall: false,
    responsibleId: 11,
    createdTime: 0,
    updatedTime: 0,
    startTime: at('2025-04-30 10:00'),
    deadline: 0,
    subject: '',
    ...fields,
  });
  const lead = { id: 5, createdTime: at('2025-04-28 10:00'), sourceId: 'CALL' } as Lead;
  const cycleDays = (fields: { activities?: Activity[]; leads?: Lead[]; leadId?: number }) =>
    (madeFacts({
      deals: [madeDeal(1, { stageId: 'WON', semantic: 'S', leadId: fields.leadId ?? 0 })],
      stageHistory: madeHistory(1, ['2025-05-01 10:00', 'NEW'], ['2025-05-11 10:00', 'WON']),
      activities: fields.activities ?? [],
      leads: fields.leads ?? [],
    }).cycles.cycle[0] ?? 0) / 86400;

  test.each([
    ['the deal itself when nothing is earlier', {}, 10],
    ['a completed call', { activities: [activity({})] }, 11],
    ['a missed call', { activities: [activity({ missedCall: true })] }, 11],
    ['an open channel chat', { activities: [activity({ typeId: 6, providerId: 'IMOPENLINES_SESSION' })] }, 11],
    ['not a planned meeting', { activities: [activity({ typeId: 1, completed: false })] }, 10],
    ['not a task', { activities: [activity({ typeId: 3 })] }, 10],
    ['not an activity of the client card', { activities: [activity({ ownerTypeId: 4, ownerId: 501 })] }, 10],
    ['the lead', { leads: [lead], leadId: 5 }, 13],
    [
      'a call of the lead',
      { leads: [lead], leadId: 5, activities: [activity({ ownerTypeId: 1, ownerId: 5, startTime: at('2025-04-26 10:00') })] },
      15,
    ],
    ['not the lead of another deal', { leads: [lead] }, 10],
  ])('is %s', (_, fields, days) => {
    expect(cycleDays(fields)).toBe(days);
  });

  test('a closing before the first contact is a cycle of 0 with a flag', () => {
    const facts = madeFacts({
      deals: [madeDeal(1, { stageId: 'WON', semantic: 'S', createdTime: at('2025-05-05 10:00') })],
      stageHistory: madeHistory(1, ['2025-05-01 10:00', 'NEW'], ['2025-05-04 10:00', 'WON']),
    });
    expect([facts.cycles.cycle[0], flagsOf(facts)]).toEqual([0, ['NEGATIVE_CYCLE']]);
  });
});
