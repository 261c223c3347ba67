// The rules of the read model one by one, on deals written by hand: what the worked example does not exercise. State and closing, journeys, stays.
import { zoneOf } from '../golden-kpi';
import { at, madeDeal, madeFacts, madeHistory } from '../made-records';
import { date, dealOf, flagsOf, journeysOf, staysOf } from './seen-facts';

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
