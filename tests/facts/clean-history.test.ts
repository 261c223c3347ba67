// Gaps, repetitions and misclicks in a history (R5), on deals written by hand: what the worked example does not exercise.
import { at, madeDeal, madeFacts, madeHistory } from '../made-records';
import { dealOf, flagsOf, journeysOf, staysOf } from './shown-facts';

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
