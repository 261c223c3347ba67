// Amounts and currencies (R8), on deals written by hand: what the worked example does not exercise.
import { madeDeal, madeFacts, madeHistory } from '../made-records';
import { flagsOf } from './shown-facts';

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
