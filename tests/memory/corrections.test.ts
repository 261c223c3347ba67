// What was paid stays as it was approved; what changed afterwards is paid or taken back once, in the month that is open (R1).
import fc from 'fast-check';
import { KpiError } from '../../src/errors';
import { correctedMonth, corrections } from '../../src/memory/corrections';
import type { ApprovedMonth, LedgerLine } from '../../src/memory/ledger';
import { packMonth, unpackMonth } from '../../src/memory/ledger-pack';
import { added } from '../../src/money';
import { addMonths } from '../../src/period';
import { FUZZ } from '../fuzz';

const line = (dealId: number, month: string, amount: number, managerId = 11): LedgerLine => ({
  dealId,
  title: `Сделка ${dealId}`,
  managerId,
  closeDay: 20000 + dealId,
  amount,
  month,
});
const approve = (month: string, lines: readonly LedgerLine[]): ApprovedMonth => ({
  month,
  approvedAt: 0,
  approvedBy: '',
  lines: [...lines],
  statements: [],
});
const shown = (lines: readonly LedgerLine[]) => lines.map(({ month, dealId, managerId, amount }) => [month, dealId, managerId, amount]);

describe('a month approved with two deals', () => {
  const april = approve('2025-04', [line(1, '2025-04', 100), line(2, '2025-04', 50)]);
  const now = (...lines: LedgerLine[]) => shown(corrections([april], lines));

  test('stands while nothing changes', () => {
    expect(now(line(1, '2025-04', 100), line(2, '2025-04', 50))).toEqual([]);
    expect(correctedMonth([april])).toBe('2025-05');
  });

  test('a deal that is won no more, or gone, is taken back', () => {
    expect(now(line(1, '2025-04', 100))).toEqual([['2025-04', 2, 11, -50]]);
  });

  test('an amount that changed gives the difference, of either sign', () => {
    expect(now(line(1, '2025-04', 130), line(2, '2025-04', 49.99))).toEqual([
      ['2025-04', 1, 11, 30],
      ['2025-04', 2, 11, -0.01],
    ]);
  });

  test('a deal of somebody else now is taken from the one and given to the other', () => {
    expect(now(line(1, '2025-04', 100), line(2, '2025-04', 50, 12))).toEqual([
      ['2025-04', 2, 11, -50],
      ['2025-04', 2, 12, 50],
    ]);
  });

  test('a deal that came into the month late is added; one of an open month is none of its business', () => {
    expect(now(line(1, '2025-04', 100), line(2, '2025-04', 50), line(3, '2025-04', 7), line(4, '2025-05', 9))).toEqual([
      ['2025-04', 3, 11, 7],
    ]);
  });

  test('a deal whose closing moved to another month leaves the approved one', () => {
    expect(now(line(1, '2025-04', 100), line(2, '2025-05', 50))).toEqual([['2025-04', 2, 11, -50]]);
  });

  test('a correction approved in the next month is not made again, and is taken back when the change is', () => {
    const changed = [line(1, '2025-04', 130), line(2, '2025-04', 50)];
    const may = approve('2025-05', [line(9, '2025-05', 5), ...corrections([april], changed)]);
    const ninth = line(9, '2025-05', 5);
    expect(corrections([april, may], [...changed, ninth])).toEqual([]);
    expect(shown(corrections([april, may], [line(1, '2025-04', 100), line(2, '2025-04', 50), ninth]))).toEqual([['2025-04', 1, 11, -30]]);
  });

  test('the title and the closing day are the present ones, of a deal that is gone the frozen ones', () => {
    const renamed = { ...line(1, '2025-04', 101), title: 'Новая', closeDay: 20005 };
    expect(corrections([april], [renamed])).toEqual([
      { ...renamed, amount: 1 },
      { ...line(2, '2025-04', 50), amount: -50 },
    ]);
  });
});

test('without an approved month nothing is corrected', () => {
  expect([corrections([], [line(1, '2025-04', 1)]), correctedMonth([])]).toEqual([[], null]);
});

/** A year of facts that change between approvals: at each step every deal may have another month, person and amount, or be gone. */
const deal = fc.record({
  dealId: fc.integer({ min: 1, max: 6 }),
  month: fc.integer({ min: 0, max: 3 }),
  managerId: fc.integer({ min: 11, max: 12 }),
  kopecks: fc.integer({ min: -500, max: 100000 }),
});
const state = fc.uniqueArray(deal, { selector: ({ dealId }) => dealId, maxLength: 6 });
const monthAt = (at: number) => addMonths('2025-01', at);
const linesOf = (facts: readonly { dealId: number; month: number; managerId: number; kopecks: number }[]) =>
  facts.map(({ dealId, month, managerId, kopecks }) => line(dealId, monthAt(month), kopecks / 100, managerId));
const totals = (lines: readonly LedgerLine[]) => added(lines.map(({ amount }) => amount));

/** Approves month after month, each from the facts of its own moment, as the product does. */
function approvals(states: readonly LedgerLine[][]): ApprovedMonth[] {
  const approved: ApprovedMonth[] = [];
  states.forEach((facts, at) => {
    const month = monthAt(at);
    approved.push(approve(month, [...facts.filter((one) => one.month === month), ...corrections(approved, facts)]));
  });
  return approved;
}

test('whatever changes between approvals: what is approved and what is open together are the present facts, for each person', () => {
  fc.assert(
    fc.property(fc.array(state, { maxLength: 3 }), state, (states, last) => {
      const approved = approvals(states.map(linesOf));
      const facts = linesOf(last);
      const open = facts.filter(({ month }) => month >= monthAt(states.length));
      const due = corrections(approved, facts);
      for (const id of [11, 12]) {
        const of = (lines: readonly LedgerLine[]) => totals(lines.filter(({ managerId }) => managerId === id));
        expect(added([...approved.map(({ lines }) => of(lines)), of(due), of(open)])).toBe(of(facts));
      }
    }),
    FUZZ,
  );
});

test('whatever changes between approvals: once the corrections are approved nothing is left to correct, in any order of the lines', () => {
  fc.assert(
    fc.property(fc.array(state, { minLength: 1, maxLength: 3 }), state, (states, last) => {
      const approved = approvals([...states, last].map(linesOf));
      expect(corrections(approved, linesOf(last))).toEqual([]);
      const before = approved.slice(0, -1);
      const backwards = [...before].reverse().map((month) => ({ ...month, lines: [...month.lines].reverse() }));
      expect(shown(corrections(backwards, linesOf(last).reverse()))).toEqual(shown(corrections(before, linesOf(last))));
    }),
    FUZZ,
  );
});

describe('as text', () => {
  const approved: ApprovedMonth = {
    month: '2025-04',
    approvedAt: 1746000000,
    approvedBy: 'head@example.ru',
    lines: [line(1, '2025-04', 100.01), { ...line(2, '2025-03', -7), title: '=HYPERLINK("x")\n"\u2028' }],
    statements: [
      {
        managerId: 11,
        name: 'Анна А.',
        scheme: {
          name: 'П',
          fixed: 1,
          base: 'wonSum',
          mode: 'cliff',
          tiers: [{ upTo: null, rate: 0.1 }],
          threshold: 0,
          capTotal: null,
          kpiMultiplier: false,
          kpiMultiplierMax: 1.2,
        },
        plan: null,
        score: 0.5,
        active: true,
      },
    ],
  };

  test('a month comes back as it was, with its portal', () => {
    expect(unpackMonth(packMonth({ portal: 'a.bitrix24.ru', approved }))).toEqual({ portal: 'a.bitrix24.ru', approved });
  });

  test.each(['', 'null', '{}', '{"format":"b24ledger 2"}', '{"format":"b24ledger 1","portal":"a"}'])(
    '%j is damage, not an empty month',
    (text) => {
      expect(() => unpackMonth(text)).toThrow(new KpiError('data', 'ledgerDamaged'));
    },
  );
});
