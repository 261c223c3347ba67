// Arbitrary small portals: histories with gaps, repeats, misclicks, transfers, deleted stages, corrections; for property tests.
import fc from 'fast-check';
import type { Activity, Deal, Lead, ProductRow, Records, Semantic, StageChange } from '../src/raw/records';
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
  origin: fc.record({
    companyId: fc.constantFrom(0, 501, 502, 503),
    contactId: fc.constantFrom(0, 601),
    sourceId: fc.constantFrom('', 'WEB', 'CALL'),
    returnCustomer: fc.boolean(),
    custom: fc.constantFrom<Readonly<Record<string, string>>>({}, { ufCrmReason: 'Price' }, { ufCrmReason: 'Rival' }),
  }),
  moves: fc.array(move, { maxLength: 7 }),
  /** The last moves are missing from the history. */
  missing: fc.constantFrom(0, 0, 0, 1, 2, 9),
});

type Plan = typeof dealPlan extends fc.Arbitrary<infer T> ? T : never;

const moment = fc.integer({ min: at('2025-03-01 00:00'), max: at('2025-05-25 00:00') });

const productRow: fc.Arbitrary<ProductRow> = fc.record({
  id: fc.constant(0),
  ownerId: fc.integer({ min: 1, max: 25 }),
  productId: fc.constantFrom(0, 1001, 1002),
  productName: fc.constantFrom('Tea', 'Coffee'),
  price: fc.integer({ min: -100, max: 10000000 }).map((value) => value / 1000),
  quantity: fc.constantFrom(1, 3, 0.25),
});

const lead: fc.Arbitrary<Lead> = fc
  .record({
    semantic: fc.constantFrom<Semantic>('P', 'S', 'F'),
    assignedById: fc.constantFrom(0, 11, 12, 13),
    createdTime: moment,
    movedTime: moment,
  })
  .map((fields) => ({
    id: 0,
    title: '',
    stageId: fields.semantic,
    opportunity: 0,
    currencyId: 'RUB',
    updatedTime: fields.movedTime,
    companyId: 0,
    contactId: 0,
    sourceId: '',
    utmSource: '',
    utmMedium: '',
    utmCampaign: '',
    ...fields,
  }));

const activity: fc.Arbitrary<Activity> = fc
  .record({
    ownerId: fc.integer({ min: 1, max: 25 }),
    typeId: fc.constantFrom(1, 2, 3, 4),
    completed: fc.boolean(),
    responsibleId: fc.constantFrom(0, 11, 12, 13),
    startTime: moment,
    deadline: moment,
    updatedTime: moment,
  })
  .map((fields) => ({
    id: 0,
    ownerTypeId: 2,
    providerId: '',
    direction: 2,
    missedCall: false,
    createdTime: fields.startTime,
    subject: 'Step',
    ...fields,
  }));

const numbered = <T extends { readonly id: number }>(rows: readonly T[]): T[] => rows.map((row, index) => ({ ...row, id: index + 1 }));

/** Records of up to 25 deals and what belongs to them, in order of id. */
export const world: fc.Arbitrary<Records> = fc
  .record({
    plans: fc.array(dealPlan, { maxLength: 25 }),
    productRows: fc.array(productRow, { maxLength: 12 }),
    leads: fc.array(lead, { maxLength: 6 }),
    activities: fc.array(activity, { maxLength: 12 }),
  })
  .map(({ plans, productRows, leads, activities }) => {
    const built = plans.map((plan, index) => builtDeal(plan, index + 1));
    return madeRecords({
      deals: built.map(({ deal }) => deal),
      stageHistory: built.flatMap(({ history }) => history),
      productRows: numbered(productRows),
      leads: numbered(leads),
      activities: numbered(activities),
    });
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
    ...plan.origin,
    categoryId: last?.categoryId ?? 0,
    stageId: last?.stageId ?? 'NEW',
    semantic: last?.semantic ?? 'P',
  });
  return { deal, history: plan.missing === 0 ? history : history.slice(0, Math.max(0, history.length - plan.missing)) };
}
