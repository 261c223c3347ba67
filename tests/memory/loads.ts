// Two loads of a portal, and what may have happened between them, for tests of the memory.
import fc from 'fast-check';
import type { Seen } from '../../src/memory/log';
import type { Deal, Records, StageChange } from '../../src/raw/records';
import { madeDeal } from '../made-records';
import { world } from '../made-worlds';

/** A load at a moment (unix seconds) of a portal by a user. */
export function load(asOf: number, deals: readonly Deal[], stageHistory: readonly StageChange[] = [], fields: Partial<Seen> = {}): Seen {
  return { records: { deals, stageHistory }, portal: 'example.bitrix24.com', userId: 1, asOf, ...fields };
}

const fate = fc.record({
  owner: fc.option(fc.constantFrom(0, 11, 12, 13)),
  amount: fc.option(fc.integer({ min: -100, max: 1000 }).map((value) => value / 4)),
  currency: fc.option(fc.constantFrom('RUB', 'USD', 'EUR')),
  stage: fc.option(
    fc.constantFrom(
      { stageId: 'NEW', categoryId: 0, semantic: 'P' as const },
      { stageId: 'WON', categoryId: 0, semantic: 'S' as const },
      { stageId: 'C5:LOSE', categoryId: 5, semantic: 'F' as const },
    ),
  ),
  template: fc.constantFrom(false, false, false, true),
  fate: fc.constantFrom('there', 'there', 'there', 'gone', 'back'),
});

export interface Loads {
  readonly before: Records;
  readonly after: Records;
}

/** A portal and the same portal later: owners, amounts and stages changed (stages without a history row), deals gone, come back and made. */
export const twoLoads: fc.Arbitrary<Loads> = fc
  .tuple(world, fc.array(fate, { minLength: 25, maxLength: 25 }), fc.nat(3))
  .map(([records, fates, made]) => {
    const before: Deal[] = [];
    const after: Deal[] = [];
    records.deals.forEach((deal, index) => {
      const to = fates[index];
      if (to?.fate !== 'back') before.push(deal);
      if (to === undefined || to.fate === 'gone') return;
      after.push({
        ...deal,
        ...to.stage,
        assignedById: to.owner ?? deal.assignedById,
        opportunity: to.amount ?? deal.opportunity,
        currencyId: to.currency ?? deal.currencyId,
        recurring: to.template,
      });
    });
    for (let id = 1; id <= made; id++) after.push(madeDeal(records.deals.length + id, { createdTime: NOW + id }));
    return { before: { ...records, deals: before }, after: { ...records, deals: after } };
  });

/** When the first of two loads was. */
export const NOW = Date.parse('2025-05-20T15:00:00Z') / 1000;
