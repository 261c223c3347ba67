// Managers, clients and sources (R12, R13), on deals written by hand: what the worked example does not exercise.
import type { Lead } from '../../src/raw/records';
import { at, madeDeal, madeFacts, madeHistory } from '../made-records';
import { flagsOf } from './shown-facts';

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
