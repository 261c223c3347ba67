// Two loads of a portal, and what may have happened between them, for tests of the memory.
import fc from 'fast-check';
import { type MemoryLog, remembered, type Seen } from '../../src/memory/log';
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

/** When the first of two loads was. */
export const NOW = Date.parse('2025-05-20T15:00:00Z') / 1000;

const fates = fc.array(fate, { minLength: 25, maxLength: 25 });

/** The deals as another load may have seen them: owners, amounts and stages differ (stages without a history row), some are not there. */
function otherwise(deals: readonly Deal[], fate: typeof fates extends fc.Arbitrary<infer T> ? T : never): Deal[] {
  return deals.flatMap((deal, index) => {
    const to = fate[index % fate.length];
    if (to === undefined || to.fate === 'gone') return [];
    return [
      {
        ...deal,
        ...to.stage,
        assignedById: to.owner ?? deal.assignedById,
        opportunity: to.amount ?? deal.opportunity,
        currencyId: to.currency ?? deal.currencyId,
        recurring: to.template,
      },
    ];
  });
}

/** A portal and the same portal later: deals changed, gone, come back and made. */
export const twoLoads: fc.Arbitrary<Loads> = fc.tuple(world, fates, fc.nat(3)).map(([records, fate, made]) => {
  const before = records.deals.filter((_, index) => fate[index]?.fate !== 'back');
  const after = otherwise(records.deals, fate);
  for (let id = 1; id <= made; id++) after.push(madeDeal(records.deals.length + id, { createdTime: NOW + id }));
  return { before: { ...records, deals: before }, after: { ...records, deals: after } };
});

export interface Remembering {
  /** What the portal holds now. */
  readonly records: Records;
  /** What the loads before remembered, up to this one. */
  readonly memory: MemoryLog;
}

const HOUR = 3600;

/** A portal with a past of up to four loads: deals changed between them, some are gone since, some were not seen by all. */
export const remembering: fc.Arbitrary<Remembering> = fc
  .tuple(world, fc.array(fc.record({ fate: fates, hours: fc.integer({ min: 1, max: 400 }) }), { maxLength: 4 }), fc.nat(4))
  .map(([records, past, lost]) => {
    const gone = Array.from({ length: lost }, (_, at) =>
      madeDeal(100 + at, { assignedById: 11 + (at % 3), opportunity: 1000 * at, createdTime: NOW - 500 * HOUR * (at + 1) }),
    );
    const loads = [load(NOW, records.deals, records.stageHistory)];
    for (const { fate, hours } of past) {
      const [next] = loads as [Seen];
      const asOf = next.asOf - hours * HOUR;
      // What is gone now was there in every load before this one, however it looked.
      const deals = loads.length === 1 ? [...next.records.deals, ...gone] : next.records.deals;
      const seen = otherwise(deals, fate).filter((deal) => deal.createdTime <= asOf);
      loads.unshift(
        load(
          asOf,
          seen,
          records.stageHistory.filter((change) => change.time <= asOf),
        ),
      );
    }
    const memory = loads.slice(1).map((after, at) => {
      const before = loads[at] as Seen;
      return { portal: after.portal, since: before.asOf, asOf: after.asOf, entries: remembered(before, after) };
    });
    return { records, memory };
  });
