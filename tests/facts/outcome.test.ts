// State and closing of a deal (R6), on deals written by hand: what the worked example does not exercise.
import { at, madeDeal, madeFacts, madeHistory } from '../made-records';
import { dealOf, journeysOf, staysOf } from './shown-facts';

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
