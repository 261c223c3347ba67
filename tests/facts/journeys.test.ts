// Ways through pipelines (R7) and time on their stages (M15), on deals written by hand: what the worked example does not exercise.
import { zoneOf } from '../golden-kpi';
import { at, madeDeal, madeFacts, madeHistory } from '../made-records';
import { date, flagsOf, journeysOf, staysOf } from './shown-facts';

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
