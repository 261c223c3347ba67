// What the memory adds to the facts: changes by day and people, who is paid for a deal (R12), moves back, titles.
import fc from 'fast-check';
import { LOST, NO_DAY, OPEN, WON } from '../../src/facts/facts';
import { CHANGE_KINDS } from '../../src/facts/side-tables';
import { packTitles, titlesOf, titleTextNames } from '../../src/facts/titles';
import { type MemoryBlock, remembered, type Seen } from '../../src/memory/log';
import { isoDay } from '../../src/period';
import type { Deal, StageChange } from '../../src/raw/records';
import { FUZZ } from '../fuzz';
import { at, madeDeal, madeFacts, madeHistory } from '../made-records';

const won = { stageId: 'WON', semantic: 'S' } as const;

/** What consecutive loads of the portal remember; the moment of each load and its deals. */
function memoryOf(...loads: readonly (readonly [string, readonly Deal[], (readonly StageChange[])?])[]): MemoryBlock[] {
  const blocks: MemoryBlock[] = [];
  let before: Seen | null = null;
  for (const [moment, deals, stageHistory = []] of loads) {
    const after: Seen = { records: { deals, stageHistory }, portal: 'example.bitrix24.com', userId: 1, asOf: at(moment) };
    blocks.push({
      portal: after.portal,
      since: before?.asOf ?? 0,
      asOf: after.asOf,
      entries: remembered(before, after),
    });
    before = after;
  }
  return blocks;
}

describe('the payee of a deal (R12)', () => {
  const closed = madeHistory(1, ['2025-05-01 10:00', 'NEW'], ['2025-05-05 12:00', 'WON']);
  const by = (assignedById: number, fields: Partial<Deal> = won) => [madeDeal(1, { ...fields, assignedById })];
  const payeeOf = (memory: MemoryBlock[], deals: Deal[], stageHistory = closed) => {
    const { payees, labels } = madeFacts({ deals, stageHistory }, { memory });
    return labels.managers[payees.payee[0] ?? 0]?.id;
  };

  test('is the manager seen at the first load after the closing: later changes of the owner are undone', () => {
    const memory = memoryOf(['2025-05-05 09:00', by(11, {})], ['2025-05-05 18:00', by(11)], ['2025-05-06 18:00', by(12)]);
    expect(payeeOf(memory, by(12))).toBe(11);
  });

  test('is the first one of several later owners, also when he gets the deal back', () => {
    const loads = [
      ['2025-05-05 18:00', by(11)],
      ['2025-05-06 18:00', by(12)],
      ['2025-05-07 18:00', by(13)],
    ] as const;
    expect(payeeOf(memoryOf(...loads), by(13))).toBe(11);
    expect(payeeOf(memoryOf(...loads, ['2025-05-08 18:00', by(11)]), by(11))).toBe(11);
  });

  test('is the new owner when the same load saw the closing and the change', () => {
    const memory = memoryOf(['2025-05-05 09:00', by(11, {})], ['2025-05-05 18:00', by(12)]);
    expect(payeeOf(memory, by(12))).toBe(12);
  });

  test('of a deal that was closed before the first load is the manager whom that load saw', () => {
    expect(payeeOf(memoryOf(['2025-05-10 09:00', by(11)], ['2025-05-11 09:00', by(12)]), by(12))).toBe(11);
  });

  test('starts anew with the last closing: an owner changed before the deal was won again is paid', () => {
    const again = madeHistory(
      1,
      ['2025-05-01 10:00', 'NEW'],
      ['2025-05-05 12:00', 'WON'],
      ['2025-05-08 12:00', 'NEW'],
      ['2025-05-12 12:00', 'WON'],
    );
    const before = memoryOf(['2025-05-05 18:00', by(11)], ['2025-05-06 18:00', by(12)], ['2025-05-12 18:00', by(12)]);
    expect(payeeOf(before, by(12), again)).toBe(12);
    const after = memoryOf(['2025-05-12 18:00', by(12)], ['2025-05-13 18:00', by(13)]);
    expect(payeeOf([...before, ...after], by(13), again)).toBe(12);
  });

  test('of an open deal is its manager', () => {
    expect(payeeOf(memoryOf(['2025-05-05 18:00', by(11, {})], ['2025-05-06 18:00', by(12, {})]), by(12, {}), [])).toBe(12);
  });

  test('is named although he left and owns nothing any more', () => {
    const memory = memoryOf(['2025-05-05 18:00', by(13)], ['2025-05-06 18:00', by(12)]);
    const { labels, payees } = madeFacts({ deals: by(12), stageHistory: closed }, { memory });
    expect(labels.managers[payees.payee[0] ?? 0]).toMatchObject({ name: 'Vera', active: false, hasDeals: false });
  });

  test('nothing that was remembered after asOf counts (R1)', () => {
    const memory = memoryOf(['2025-05-05 18:00', by(11)], ['2025-05-20 18:01', by(12)]);
    expect(payeeOf(memory, by(12))).toBe(12);
  });
});

describe('remembered changes', () => {
  const rowsOf = (memory: MemoryBlock[], deals: Deal[], stageHistory: StageChange[] = []) => {
    const { changes, labels } = madeFacts({ deals, stageHistory }, { memory });
    return Array.from({ length: changes.count }, (_, at) => ({
      deal: changes.deal[at],
      row: changes.row[at],
      days: [changes.since, changes.day].map((days) => isoDay(days[at] ?? 0)),
      kind: CHANGE_KINDS[changes.kind[at] ?? 0],
      pipeline: labels.pipelines[changes.pipeline[at] ?? 0]?.id,
      managers: [changes.fromManager[at], changes.toManager[at]].map((index) => labels.managers[index ?? 0]?.id),
      amounts: [changes.fromAmount[at], changes.toAmount[at]],
      stages: [changes.fromStage[at], changes.toStage[at]],
      states: [changes.fromState[at], changes.toState[at]],
      created: changes.createdDay[at] === NO_DAY ? '' : isoDay(changes.createdDay[at] ?? 0),
      title: changes.title[at],
    }));
  };

  test('one load may see several of one deal; each says only what it is about', () => {
    const now = madeDeal(2, { assignedById: 12, opportunity: 250.5, stageId: 'EXECUTING' });
    const memory = memoryOf(['2025-05-05 18:00', [madeDeal(1), madeDeal(2)]], ['2025-05-06 18:00', [madeDeal(1), now]]);
    const same = { deal: 2, row: 1, days: ['2025-05-05', '2025-05-06'], pipeline: 0, states: [OPEN, OPEN], created: '', title: '' };
    expect(rowsOf(memory, [madeDeal(1), now])).toEqual([
      { ...same, kind: 'owner', managers: [11, 12], amounts: [25050, 25050], stages: [2, 2] },
      { ...same, kind: 'amount', managers: [12, 12], amounts: [10000, 25050], stages: [2, 2] },
      { ...same, kind: 'stage', managers: [12, 12], amounts: [25050, 25050], stages: [0, 2] },
    ]);
  });

  test('a deal that is gone keeps its title, owner, pipeline and amount, also when the pipeline is gone with it', () => {
    const gone = madeDeal(2, { title: 'Big one', categoryId: 8, stageId: 'C8:X', opportunity: 3, currencyId: 'USD' });
    const memory = memoryOf(['2025-05-05 18:00', [madeDeal(1), gone]], ['2025-05-06 18:00', [madeDeal(1)]]);
    expect(rowsOf(memory, [madeDeal(1)])).toEqual([
      {
        deal: 2,
        row: -1,
        days: ['2025-05-05', '2025-05-06'],
        kind: 'gone',
        pipeline: 8,
        managers: [11, 11],
        amounts: [27000, 0],
        stages: [-1, -1],
        states: [OPEN, OPEN],
        created: '2025-05-01',
        title: 'Big one',
      },
    ]);
  });

  test('an unknown currency has no amount, never 1:1 (R8)', () => {
    const now = madeDeal(1, { currencyId: 'EUR' });
    const memory = memoryOf(['2025-05-05 18:00', [madeDeal(1)]], ['2025-05-06 18:00', [now]]);
    expect(rowsOf(memory, [now]).map(({ kind, amounts }) => [kind, amounts])).toEqual([['amount', [10000, Number.NaN]]]);
  });

  test('closing and reopening are remembered with the state after them', () => {
    const moves = madeHistory(1, ['2025-05-01 10:00', 'NEW'], ['2025-05-06 12:00', 'LOSE'], ['2025-05-07 12:00', 'PREPARATION']);
    const lost = madeDeal(1, { stageId: 'LOSE', semantic: 'F' });
    const open = madeDeal(1, { stageId: 'PREPARATION' });
    const memory = memoryOf(
      ['2025-05-05 18:00', [madeDeal(1)], moves.slice(0, 1)],
      ['2025-05-06 18:00', [lost], moves.slice(0, 2)],
      ['2025-05-07 18:00', [open], moves],
    );
    expect(rowsOf(memory, [open], moves).map(({ kind, days, stages, states }) => [kind, days[1], stages, states])).toEqual([
      ['closed', '2025-05-06', [0, -1], [OPEN, LOST]],
      ['reopened', '2025-05-07', [-1, 1], [LOST, OPEN]],
    ]);
  });
});

describe('moves back', () => {
  const backsOf = (deal: Deal, ...rows: Parameters<typeof madeHistory>[1][]) => {
    const { backs } = madeFacts({ deals: [deal], stageHistory: madeHistory(1, ...rows) });
    return Array.from({ length: backs.count }, (_, at) => [isoDay(backs.day[at] ?? 0), backs.pipeline[at], backs.from[at], backs.to[at]]);
  };

  test('are returns to an earlier stage of the pipeline; moves forward and misclicks are none', () => {
    const deal = madeDeal(1, { stageId: 'PREPARATION' });
    expect(
      backsOf(
        deal,
        ['2025-05-01 10:00', 'EXECUTING'],
        ['2025-05-02 10:00', 'NEW'],
        ['2025-05-03 10:00', 'EXECUTING'],
        ['2025-05-03 10:00:30', 'NEW'],
        ['2025-05-03 10:00:40', 'EXECUTING'],
        ['2025-05-04 10:00', 'PREPARATION'],
      ),
    ).toEqual([
      ['2025-05-02', 0, 2, 0],
      ['2025-05-04', 0, 2, 1],
    ]);
  });

  test('a closed deal that was opened again moved back, whatever the stage', () => {
    const deal = madeDeal(1, { stageId: 'EXECUTING' });
    expect(backsOf(deal, ['2025-05-01 10:00', 'NEW'], ['2025-05-02 10:00', 'WON'], ['2025-05-03 10:00', 'EXECUTING'])).toEqual([
      ['2025-05-03', 0, -1, 2],
    ]);
  });

  test('neither another pipeline nor a deleted stage tells back from forward', () => {
    const deal = madeDeal(1, { categoryId: 5, stageId: 'C5:NEW' });
    expect(
      backsOf(
        deal,
        ['2025-05-01 10:00', 'EXECUTING'],
        ['2025-05-02 10:00', 'OLD'],
        ['2025-05-03 10:00', 'NEW'],
        ['2025-05-04 10:00', 'C5:NEW', 5],
      ),
    ).toEqual([]);
  });

  test('a created-closed deal has none', () => {
    expect(backsOf(madeDeal(1, won), ['2025-05-01 10:00', 'LOSE'], ['2025-05-02 10:00', 'WON'])).toEqual([]);
  });
});

describe('titles', () => {
  test('every row has its own, whatever is asked in whatever order; only the blocks asked for are read', () => {
    const deals = Array.from({ length: 4500 }, (_, index) => madeDeal(index * 3 + 1, { title: `Deal «${index}»` }));
    const texts = packTitles([...deals].reverse(), at('2025-05-20 18:00'));
    expect(Object.keys(texts)).toEqual(['titles/0', 'titles/1', 'titles/2']);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1, max: 4499 }), { maxLength: 20 }), (rows) => {
        const read = Object.fromEntries(titleTextNames(rows).map((name) => [name, texts[name] ?? '']));
        expect(titlesOf(rows, read)).toEqual(rows.map((row) => (row < 0 ? '' : `Deal «${row}»`)));
      }),
      FUZZ,
    );
    expect(titleTextNames([4499, 1, 4000, -1])).toEqual(['titles/2', 'titles/0']);
  });

  test('templates and deals of the future take no row (R4, R1)', () => {
    const deals = [madeDeal(1), madeDeal(2, { recurring: true }), madeDeal(3, { createdTime: at('2025-05-21 10:00') }), madeDeal(4)];
    const texts = packTitles(deals, at('2025-05-20 18:00'));
    expect(titlesOf([0, 1], texts)).toEqual(['Deal 1', 'Deal 4']);
  });
});

test('a won deal has its payee in the same row as its amount', () => {
  const { deals, payees } = madeFacts({
    deals: [madeDeal(2, { ...won, assignedById: 12 }), madeDeal(1)],
    stageHistory: madeHistory(2, ['2025-05-01 10:00', 'NEW'], ['2025-05-05 12:00', 'WON']),
  });
  expect(Array.from(deals.state)).toEqual([OPEN, WON]);
  expect(Array.from(payees.payee)).toEqual(Array.from(deals.manager));
});
