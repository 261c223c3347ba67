// What changed over a period, and the balance of the open deals: it adds up and agrees with the other numbers, whatever was remembered.
import fc from 'fast-check';
import { FLAG } from '../../src/facts/facts';
import { remembered } from '../../src/memory/log';
import { BALANCE_LINES, type Balance } from '../../src/metrics/balance';
import { type MetricId, metricOf } from '../../src/metrics/catalogue';
import { type ChangeEvent, periodChanges } from '../../src/metrics/changes';
import type { Slice } from '../../src/metrics/slice';
import { units } from '../../src/money';
import { isoDay } from '../../src/period';
import type { Deal } from '../../src/raw/records';
import { FUZZ, HEAVY } from '../fuzz';
import { rangeOf } from '../golden-kpi';
import { at, madeDeal, madeFacts, madeHistory } from '../made-records';
import { load, remembering } from '../memory/loads';

const day = (text: string) => rangeOf([text, text]).start;
const FIRST = day('2025-03-01');
const LAST = day('2025-05-20');

const slices: fc.Arbitrary<Slice> = fc
  .record({
    start: fc.integer({ min: FIRST, max: LAST }),
    length: fc.nat(60),
    managers: fc.option(fc.uniqueArray(fc.nat(3)).map((indices) => new Set(indices))),
    pipelines: fc.option(fc.uniqueArray(fc.nat(1)).map((indices) => new Set(indices))),
  })
  .map(({ start, length, ...rest }) => ({ period: { start, end: start + length }, ...rest }));

const settings = { junkStages: ['SPAM'] };

/** Events of a day; growth is net over a period, and idle is who is idle at its end. */
const DATED: readonly ChangeEvent['kind'][] = ['new', 'won', 'lost', 'junk', 'back', 'owner', 'gone'];

describe('whatever was remembered', () => {
  test('the balance adds up, in deals and in money', () => {
    fc.assert(
      fc.property(
        remembering,
        slices,
        fc.constantFrom('history' as const, 'closedate' as const),
        ({ records, memory }, slice, closeDateSource) => {
          const facts = madeFacts(records, { memory, settings: { ...settings, closeDateSource } });
          const { balance } = periodChanges(facts, slice);
          const { start, end, won, lost, junk, gone, aside } = balance;
          const moved = BALANCE_LINES.filter((line) => !['start', 'end', 'goneClosed'].includes(line));
          expect(start.sum + moved.reduce((sum, line) => sum + balance[line].sum, 0)).toBe(end.sum);
          expect(start.count + balance.new.count - won.count - lost.count - junk.count - gone.count + aside.count).toBe(end.count);
        },
      ),
      FUZZ,
    );
  });

  test('what is open at the end of a period is open at the start of the next one', () => {
    fc.assert(
      fc.property(remembering, slices, fc.nat(30), ({ records, memory }, slice, length) => {
        const facts = madeFacts(records, { memory, settings });
        const next = { ...slice, period: { start: slice.period.end + 1, end: slice.period.end + 1 + length } };
        expect(periodChanges(facts, next).balance.start).toEqual(periodChanges(facts, slice).balance.end);
      }),
      HEAVY,
    );
  });

  test('created, won and lost deals are those of the metrics, and what is open today is what is open (M01–M05)', () => {
    fc.assert(
      fc.property(remembering, slices, ({ records, memory }, slice) => {
        const facts = madeFacts(records, { memory, settings });
        const measured = (id: MetricId, asked = slice) => metricOf(id).compute(facts, asked);
        const { balance } = periodChanges(facts, slice);
        const found = [balance.new.count, balance.won.count, -balance.won.sum, balance.lost.count, -balance.lost.sum, balance.junk.count];
        expect(found.map((value, at) => (at === 2 || at === 4 ? units(value) + 0 : value))).toEqual(
          (['created', 'wonCount', 'wonSum', 'lostCount', 'lostSum', 'junkCount'] as const).map((id) => measured(id)),
        );
        const today = { ...slice, period: { start: slice.period.start, end: Math.max(slice.period.start, LAST) } };
        const { end } = periodChanges(facts, today).balance;
        expect([end.count, units(end.sum)]).toEqual([measured('openCount', today), measured('openSum', today)]);
      }),
      HEAVY,
    );
  });

  test('managers add up to the company, and events to the lines of the balance', () => {
    fc.assert(
      fc.property(remembering, slices, ({ records, memory }, slice) => {
        const facts = madeFacts(records, { memory, settings });
        const { balance, events } = periodChanges(facts, { ...slice, managers: null });
        const parts = [...facts.labels.managers.keys()].map((manager) => periodChanges(facts, { ...slice, managers: new Set([manager]) }));
        const added = (line: keyof Balance, of: 'count' | 'sum') => parts.reduce((sum, part) => sum + part.balance[line][of], 0);
        for (const line of BALANCE_LINES)
          expect([added(line, 'count'), added(line, 'sum')]).toEqual([balance[line].count, balance[line].sum]);
        for (const kind of ['new', 'won', 'lost', 'junk', 'grew', 'shrank', 'corrected'] as const) {
          const own = events.filter((event) => event.kind === kind);
          expect([own.length, own.reduce((sum, event) => sum + (event.difference || 0), 0)]).toEqual([
            balance[kind].count,
            balance[kind].sum,
          ]);
        }
        expect(events.filter((event) => event.kind === 'gone')).toHaveLength(balance.gone.count + balance.goneClosed.count);
        const { start, end } = slice.period;
        for (const event of events)
          if (event.kind !== 'idle' && event.kind !== 'corrected') expect(event.day >= start && event.day <= end).toBe(true);
      }),
      HEAVY,
    );
  });

  test('two periods that follow each other share no event and lose none, down to single days', () => {
    fc.assert(
      fc.property(remembering, slices, fc.nat(60), fc.nat(60), ({ records, memory }, slice, first, second) => {
        const facts = madeFacts(records, { memory, settings });
        const { start } = slice.period;
        const told = (from: number, to: number) =>
          periodChanges(facts, { ...slice, period: { start: from, end: to } })
            .events.filter(({ kind }) => DATED.includes(kind))
            .map(({ kind, id, day, moved }) => JSON.stringify([kind, id, day, moved ?? null]));
        const [middle, end] = [start + first, start + first + 1 + second];
        expect([...told(start, middle), ...told(middle + 1, end)].sort()).toEqual(told(start, end).sort());
      }),
      HEAVY,
    );
  });
});

describe('over May', () => {
  const may: Slice = { period: rangeOf(['2025-05-01', '2025-05-31']), managers: null, pipelines: null };
  type Loads = readonly (readonly [string, readonly Deal[]])[];

  /** The events of May of the last of these loads, as the other ones remember them. */
  function mayOf(loads: Loads, history: ReturnType<typeof madeHistory> = []) {
    const seen = loads.map(([moment, deals]) =>
      load(
        at(moment),
        deals,
        history.filter((change) => change.time <= at(moment)),
      ),
    );
    const memory = seen.slice(1).map((after, index) => {
      const before = seen[index];
      return { portal: after.portal, since: before?.asOf ?? 0, asOf: after.asOf, entries: remembered(before ?? null, after) };
    });
    const facts = madeFacts({ deals: loads[loads.length - 1]?.[1] ?? [], stageHistory: history }, { memory });
    return { facts, ...periodChanges(facts, may) };
  }

  const shown = (events: readonly ChangeEvent[]) =>
    events.map(({ kind, id, day, was, is, difference }) => [kind, id, isoDay(day), was, is, difference]);
  const april = at('2025-04-10 10:00');
  const old = (fields: Partial<Deal> = {}) => madeDeal(1, { createdTime: april, lastActivityTime: at('2025-05-10 10:00'), ...fields });

  test('a deal that grew and shrank is one event: what is left of it', () => {
    const loads: Loads = [
      ['2025-04-30 18:00', [old()]],
      ['2025-05-05 18:00', [old({ opportunity: 300 })]],
      ['2025-05-06 18:00', [old({ opportunity: 250 })]],
    ];
    const { events, balance } = mayOf(loads);
    expect(shown(events)).toEqual([['grew', 1, '2025-05-06', 10000, 25000, 15000]]);
    expect([balance.start, balance.grew, balance.end]).toEqual([
      { count: 1, sum: 10000 },
      { count: 1, sum: 15000 },
      { count: 1, sum: 25000 },
    ]);
  });

  test('a change seen in the morning with yesterday’s win belongs to the win; one of a won deal is a correction of its month', () => {
    const history = madeHistory(1, ['2025-04-10 10:00', 'NEW'], ['2025-04-30 19:00', 'WON']);
    const won = (opportunity: number) => old({ stageId: 'WON', semantic: 'S', opportunity });
    const loads: Loads = [
      ['2025-04-30 18:00', [old()]],
      ['2025-05-01 09:00', [won(300)]],
      ['2025-05-02 09:00', [won(280)]],
    ];
    const { facts, events } = mayOf(loads, history);
    expect(shown(events)).toEqual([]);
    const inApril = periodChanges(facts, { ...may, period: rangeOf(['2025-04-30', '2025-04-30']) });
    expect(shown(inApril.events)).toEqual([
      ['won', 1, '2025-04-30', 10000, 28000, -28000],
      ['corrected', 1, '2025-05-02', 30000, 28000, -2000],
      ['grew', 1, '2025-04-30', 10000, 30000, 20000],
    ]);
    expect(inApril.balance.end).toEqual({ count: 0, sum: 0 });
  });

  test('a won deal whose amount was corrected, reopened and won again was corrected while it was on its way', () => {
    const history = madeHistory(
      1,
      ['2025-04-10 10:00', 'NEW'],
      ['2025-05-02 12:00', 'WON'],
      ['2025-05-06 12:00', 'EXECUTING'],
      ['2025-05-10 12:00', 'WON'],
    );
    const won = (opportunity: number) => old({ stageId: 'WON', semantic: 'S', opportunity });
    const { events } = mayOf(
      [
        ['2025-05-03 18:00', [won(100)]],
        ['2025-05-04 18:00', [won(120)]],
        ['2025-05-11 18:00', [won(120)]],
      ],
      history,
    );
    expect(shown(events.filter(({ kind }) => kind !== 'back'))).toEqual([
      ['won', 1, '2025-05-10', 10000, 12000, -12000],
      ['grew', 1, '2025-05-04', 10000, 12000, 2000],
    ]);
  });

  test('a deleted deal leaves the open ones; a deleted won one was never among them, and is told', () => {
    const won = madeDeal(2, { createdTime: april, stageId: 'WON', semantic: 'S', opportunity: 700 });
    const { events, balance } = mayOf([
      ['2025-05-05 18:00', [old(), won]],
      ['2025-05-06 18:00', []],
    ]);
    expect(shown(events)).toEqual([
      ['gone', 1, '2025-05-06', 10000, null, -10000],
      ['gone', 2, '2025-05-06', 70000, null, null],
    ]);
    expect([balance.start.sum, balance.gone.sum, balance.end.sum, balance.goneClosed.sum]).toEqual([10000, -10000, 0, 70000]);
  });

  test('a deal that was gone and came back is there: it is neither gone nor new', () => {
    const { events, balance } = mayOf([
      ['2025-05-05 18:00', [old()]],
      ['2025-05-06 18:00', []],
      ['2025-05-07 18:00', [old()]],
    ]);
    expect(shown(events)).toEqual([]);
    expect([balance.start.count, balance.end.count]).toEqual([1, 1]);
  });

  test('a deal handed over is told to the one who lost it and to the one who got it, and to nobody else', () => {
    const { facts, events } = mayOf([
      ['2025-05-05 18:00', [old()]],
      ['2025-05-06 18:00', [old({ assignedById: 12 })]],
    ]);
    const index = (id: number) => facts.labels.managers.findIndex((manager) => manager.id === id);
    expect(events.map(({ kind, moved }) => [kind, moved?.from, moved?.to])).toEqual([['owner', index(11), index(12)]]);
    const toldTo = (id: number) => periodChanges(facts, { ...may, managers: new Set([index(id)]) }).events.length;
    expect([11, 12, 13].map(toldTo)).toEqual([1, 1, 0]);
  });

  test('a move back that only the memory knows is told once, also when the history shows the gap', () => {
    const history = madeHistory(1, ['2025-04-10 10:00', 'EXECUTING']);
    const at1 = (stageId: string) => old({ stageId, movedTime: at('2025-05-06 12:00') });
    const gap = mayOf(
      [
        ['2025-05-05 18:00', [at1('EXECUTING')]],
        ['2025-05-06 18:00', [at1('NEW')]],
      ],
      history,
    );
    expect(gap.events.map(({ kind, moved }) => [kind, moved?.from, moved?.to])).toEqual([['back', 2, 0]]);
    const later = mayOf(
      [
        ['2025-05-05 18:00', [at1('EXECUTING')]],
        ['2025-05-06 18:00', [at1('NEW')]],
        ['2025-05-07 18:00', [at1('EXECUTING')]],
      ],
      history,
    );
    expect(later.events.map(({ kind, moved }) => [kind, moved?.from, moved?.to])).toEqual([['back', 2, 0]]);
  });

  test('idle are open deals without a sign of life since before the period; what was created in it is none', () => {
    const alive = (text: string) => at(`2025-${text} 10:00`);
    const deals = [
      old({ lastActivityTime: alive('04-30') }),
      madeDeal(2, { createdTime: april, lastActivityTime: alive('05-01') }),
      madeDeal(3, { createdTime: alive('05-02'), lastActivityTime: alive('04-02') }),
      madeDeal(4, { createdTime: april, lastActivityTime: april, stageId: 'LOSE', semantic: 'F', movedTime: april }),
    ];
    const { events } = mayOf([['2025-05-20 18:00', deals]]);
    expect(shown(events.filter((event) => event.kind === 'idle'))).toEqual([['idle', 1, '2025-04-30', 10000, 10000, 0]]);
  });

  test('a deal entered after the fact counts as created and as won where they count it, and stands aside of the open ones', () => {
    const deal = madeDeal(1, {
      createdTime: at('2025-05-05 10:00'),
      stageId: 'WON',
      semantic: 'S',
      closedate: '2025-04-20',
      opportunity: 5,
    });
    const { facts, balance } = mayOf([['2025-05-20 18:00', [deal]]], madeHistory(1, ['2025-05-05 10:00', 'WON']));
    expect((facts.deals.flags[0] ?? 0) & FLAG.CREATED_CLOSED).not.toBe(0);
    expect([balance.new, balance.aside, balance.end]).toEqual([
      { count: 1, sum: 500 },
      { count: -1, sum: -500 },
      { count: 0, sum: 0 },
    ]);
    const april20 = periodChanges(facts, { ...may, period: rangeOf(['2025-04-01', '2025-04-30']) });
    expect([april20.balance.won, april20.balance.aside, april20.balance.end]).toEqual([
      { count: 1, sum: -500 },
      { count: 1, sum: 500 },
      { count: 0, sum: 0 },
    ]);
  });
});
