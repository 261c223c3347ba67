// B24_BONUS after a month was approved: it stays as it was paid, and what changed in it is corrected in the month after.
import { type FactTables, LOST } from '../../src/facts/facts';
import { parseIsoDay } from '../../src/period';
import { goldenFacts } from '../golden-kpi';
import type { Desk } from './golden-desk';
import { approvedMonth, askPay, changedFacts, MAY, bonusOf as of, payDesk, scheme, statement, withoutDeals } from './pay-desk';

describe('after April was approved', () => {
  const day = parseIsoDay('2025-04-28') ?? 0;
  const line113 = { dealId: 113, title: 'Сделка 113', managerId: 11, closeDay: day, amount: 25000, month: '2025-04' };
  const april = approvedMonth('2025-04', [line113], [statement(11), statement(12), statement(13, { active: false })]);
  const desk = (change: Parameters<typeof changedFacts>[0] = {}) =>
    payDesk({}, { facts: changedFacts(change), context: { approved: () => [april] } });
  const bases = (change: Parameters<typeof changedFacts>[0]) => of([[11], [12], [13]], 'база', desk(change));

  test('it stays as it was, whatever happens to its deals, plans and schemes', () => {
    const later = payDesk({ fixed: 99999 }, { facts: changedFacts({ 113: { amount: 1 } }), context: { approved: () => [april] } });
    expect([of(11, '', later, '2025-04'), of(11, 'база', later, '2025-04'), of(11, 'статус', later, '2025-04')]).toEqual([
      20000,
      25000,
      'утверждено',
    ]);
    expect((askPay('B24_BONUS', ['2025-04'], later) as unknown[][]).map(([name]) => name)).toEqual([
      'Менеджер',
      'Анна А.',
      'Борис Б.',
      'Итого',
    ]);
  });

  test('May has no corrections while April stands', () => {
    expect(bases({})).toEqual([[190000], [350000], [70000]]);
  });

  test('a deal lost after all, one that costs more, one that went to another person, one that came late: May takes them', () => {
    expect(bases({ 113: { state: LOST } })).toEqual([[165000], [350000], [70000]]);
    expect(bases({ 113: { amount: 26000.5 } })).toEqual([[191000.5], [350000], [70000]]);
    expect(bases({ 113: { payee: 2 } })).toEqual([[165000], [375000], [70000]]);
    // Won on 30 April instead of 1 May: it leaves May by itself and comes back as a correction.
    expect(bases({ 201: { closeDay: day + 2 } })).toEqual([[190000], [350000], [70000]]);
  });

  test('only the month after the last approved one takes them', () => {
    const june = { labels: { asOfDay: parseIsoDay('2025-06-20') ?? 0 } };
    expect(of(11, 'база', { ...desk({ 113: { state: LOST } }), ...june }, '2025-06')).toBe(0);
    expect(of(11, 'база', { ...desk({ 113: { state: LOST } }), ...june }, '2025-Q2')).toBe(25000 + 165000);
  });

  test('a person who had no scheme then is not paid for it now', () => {
    const only12 = approvedMonth('2025-04', [], [statement(12)]);
    expect(of(11, 'база', payDesk({}, { context: { approved: () => [only12] } }))).toBe(190000);
  });

  test('a month that the load does not reach any more is left as it was paid', () => {
    const short = { ...desk({ 113: { state: LOST } }), labels: { horizonDay: parseIsoDay('2025-05-01') ?? 0 } };
    expect(of(11, 'база', short)).toBe(190000);
  });

  describe('a paid deal that is not loaded any more', () => {
    const april999 = approvedMonth('2025-04', [line113, { ...line113, dealId: 999, amount: 500 }], [statement(11)]);
    const base = (facts: FactTables) => of(11, 'база', payDesk({}, { facts, context: { approved: () => [april999] } }));

    test('is taken back when loads saw it disappear', () => {
      expect(base(withoutDeals(goldenFacts(), 999))).toBe(190000 - 500);
    });

    test('is left alone when it is only out of sight: another user may not see it', () => {
      expect(base(goldenFacts())).toBe(190000);
    });
  });

  test('a currency that lost its rate takes nothing back, and the status says so', () => {
    const lost = desk({ 113: { amount: Number.NaN } });
    expect([of(11, 'база', lost), of(11, 'статус', lost)]).toEqual([190000, 'проверить: есть сделки в валюте без курса']);
  });

  test('corrections of somebody whom no scheme pays now are shown and stay due', () => {
    const only12 = {
      bonusAssignments: [{ owner: { scope: 'manager', id: 12 } as const, scheme: scheme.name }],
    };
    const pays = payDesk({}, { facts: changedFacts({ 113: { state: LOST } }), inputs: only12, context: { approved: () => [april] } });
    const visible: Desk = { ...pays, inputs: { ...payDesk().inputs, ...only12 } };
    expect([of(11, 'база', visible), of(11, 'итог', visible), of(11, 'статус', visible)]).toEqual([
      -25000,
      0,
      'проверить: нет плана, поправки без схемы мотивации',
    ]);
    expect((askPay('B24_BONUS', [MAY], visible) as unknown[][]).map(([name]) => name)).toContain('Анна А.');
  });

  test('somebody the portal has lost keeps the approved pay, under the name of then', () => {
    const gone = approvedMonth('2025-04', [{ ...line113, managerId: 77 }], [statement(77, { name: 'Глеб Г.' })]);
    const table = askPay('B24_BONUS', ['2025-04'], payDesk({}, { context: { approved: () => [gone] } })) as unknown[][];
    expect(table[1]?.slice(0, 2)).toEqual(['Глеб Г.', 25000]);
  });
});
