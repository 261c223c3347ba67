// The rules of the read model one by one, on deals written by hand: what the worked example does not exercise. Money, people, clients, sources, the first contact.
import type { Activity, Lead } from '../../src/raw/records';
import { at, madeDeal, madeFacts, madeHistory } from '../made-records';
import { flagsOf } from './seen-facts';

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
