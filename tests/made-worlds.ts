// Arbitrary small portals: histories with gaps, repeats, misclicks, transfers, deleted stages, corrections; for property tests.
import fc from 'fast-check';
import type { Deal, Records, StageChange } from '../src/raw/records';
import { at, madeDeal, madeRecords } from './made-records';

const STAGES = {
  0: ['NEW:P', 'PREPARATION:P', 'EXECUTING:P', 'OLD:P', 'WON:S', 'LOSE:F', 'SPAM:F'],
  5: ['C5:NEW:P', 'C5:PREPARATION:P', 'C5:WON:S', 'C5:LOSE:F'],
} as const;

const move = fc.record({
  pipeline: fc.constantFrom(0 as const, 0 as const, 5 as const),
  pick: fc.nat(6),
  wait: fc.oneof(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 3600, max: 20 * 86400 })),
});

const dealPlan = fc.record({
  manager: fc.constantFrom(0, 11, 12, 13, 777),
  created: fc.integer({ min: at('2025-03-01 00:00'), max: at('2025-05-20 18:00') }),
  amount: fc.oneof(
    fc.constant(0),
    fc.integer({ min: -1000, max: 100000000 }).map((value) => value / 1000),
  ),
  currency: fc.constantFrom('RUB', 'RUB', 'USD', 'EUR'),
  closedate: fc.constantFrom('', '2025-04-30', '2025-05-20', '2025-06-01'),
  moves: fc.array(move, { maxLength: 7 }),
  /** The last moves are missing from the history. */
  missing: fc.constantFrom(0, 0, 0, 1, 2, 9),
});

type Plan = typeof dealPlan extends fc.Arbitrary<infer T> ? T : never;

/** Records of up to 25 deals, in order of id. */
export const world: fc.Arbitrary<Records> = fc.array(dealPlan, { maxLength: 25 }).map((plans) => {
  const built = plans.map((plan, index) => builtDeal(plan, index + 1));
  return madeRecords({ deals: built.map(({ deal }) => deal), stageHistory: built.flatMap(({ history }) => history) });
});

function builtDeal(plan: Plan, id: number): { deal: Deal; history: StageChange[] } {
  let time = plan.created;
  let previous = 0;
  const history = [{ pipeline: 0 as 0 | 5, pick: 0, wait: 0 }, ...plan.moves].map(({ pipeline, pick, wait }, index): StageChange => {
    const stages = STAGES[pipeline];
    const written = stages[pick % stages.length] ?? 'NEW:P';
    time += wait;
    const typeId = index === 0 ? 1 : pipeline === previous ? 2 : 5;
    previous = pipeline;
    return {
      id: id * 100 + index,
      typeId,
      ownerId: id,
      time,
      categoryId: pipeline,
      stageId: written.slice(0, -2),
      semantic: written.slice(-1) as 'P' | 'S' | 'F',
    };
  });
  const last = history[history.length - 1];
  const deal = madeDeal(id, {
    assignedById: plan.manager,
    createdTime: plan.created,
    movedTime: time,
    updatedTime: time,
    opportunity: plan.amount,
    currencyId: plan.currency,
    closedate: plan.closedate,
    categoryId: last?.categoryId ?? 0,
    stageId: last?.stageId ?? 'NEW',
    semantic: last?.semantic ?? 'P',
  });
  return { deal, history: plan.missing === 0 ? history : history.slice(0, Math.max(0, history.length - plan.missing)) };
}
