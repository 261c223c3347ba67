// Arbitrary small portals for the second reading of the definitions: every trouble the rules name, on purpose and in any combination.
import fc from 'fast-check';
import type { Activity, Client, Deal, Lead, ProductRow, Records, Semantic, StageChange, Status } from '../../src/raw/records';
import { at, madeDeal, madeRecords } from '../made-records';
import type { OracleSettings, Slice, World } from './oracle';

type Pipeline = 0 | 5 | 7;

/** Codes of history rows with their semantics; OLD, OLD2 and GONE are in no directory. Pipeline 7 has equal SORTs and lists its last stage first. */
const CODES: Readonly<Record<Pipeline, readonly (readonly [string, Semantic])[]>> = {
  0: [
    ['NEW', 'P'],
    ['PREPARATION', 'P'],
    ['EXECUTING', 'P'],
    ['OLD', 'P'],
    ['OLD2', 'P'],
    ['WON', 'S'],
    ['LOSE', 'F'],
    ['APOLOGY', 'F'],
    ['SPAM', 'F'],
    ['GONE', 'F'],
  ],
  5: [
    ['C5:NEW', 'P'],
    ['C5:PREPARATION', 'P'],
    ['C5:WON', 'S'],
    ['C5:LOSE', 'F'],
  ],
  7: [
    ['C7:A', 'P'],
    ['C7:B', 'P'],
    ['C7:LAST', 'P'],
    ['C7:OLD', 'P'],
    ['C7:WON', 'S'],
    ['C7:LOSE', 'F'],
  ],
};

const SEVENTH: readonly (readonly [string, number, Semantic])[] = [
  ['C7:LAST', 30, 'P'],
  ['C7:WON', 40, 'S'],
  ['C7:B', 10, 'P'],
  ['C7:A', 10, 'P'],
  ['C7:LOSE', 50, 'F'],
];

const statuses: readonly Status[] = [
  ...madeRecords({}).statuses,
  ...SEVENTH.map(([statusId, sort, semantic], index) => ({
    id: 100 + index,
    entityId: 'DEAL_STAGE_7',
    statusId,
    name: statusId,
    sort,
    categoryId: 7,
    semantic,
  })),
];

const FIRST = at('2025-03-20 00:00');
const AS_OF = at('2025-05-20 18:00');

/** Seconds between moves: none, around the misclick limit, or days. */
const wait = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 1, max: 70 }),
  fc.constantFrom(59, 60, 61),
  fc.integer({ min: 600, max: 9 * 86400 }),
);
const pipeline = fc.constantFrom<Pipeline>(0, 0, 0, 5, 7);

/** To a stage of a pipeline, or back to where the deal stood before: chains of these are misclicks within misclicks. */
const move = fc.oneof(
  { weight: 3, arbitrary: fc.record({ to: fc.record({ pipeline, pick: fc.nat(9) }), wait }) },
  { weight: 2, arbitrary: fc.record({ to: fc.constant('back' as const), wait: fc.oneof(fc.integer({ min: 0, max: 70 }), wait) }) },
);

const dealPlan = fc.record({
  fields: fc.record({
    assignedById: fc.constantFrom(0, 11, 12, 13, 14, 777),
    opportunity: fc.oneof(
      fc.constantFrom(0, 0.005, 1.005, 1.115, -1.005, 999.995),
      fc.integer({ min: -100000, max: 100000000 }).map((value) => value / 1000),
    ),
    currencyId: fc.constantFrom('RUB', 'RUB', 'USD', 'UZS', 'EUR'),
    closedate: fc.constantFrom('', '2025-04-10', '2025-04-30', '2025-05-20', '2025-05-21', '2025-06-01'),
    companyId: fc.constantFrom(0, 501, 502),
    contactId: fc.constantFrom(0, 601),
    leadId: fc.constantFrom(0, 0, 1, 2, 99),
    sourceId: fc.constantFrom('', 'WEB'),
    utmSource: fc.constantFrom('', 'yandex', 'google'),
    returnCustomer: fc.boolean(),
    lastActivityTime: fc.constantFrom(0, AS_OF - 7 * 86400, AS_OF - 7 * 86400 - 1, AS_OF - 3600),
    custom: fc.constantFrom<Readonly<Record<string, string>>>({}, { ufCrmReason: 'Price' }, { ufCrmReason: ' Rival ' }),
    recurring: fc.constantFrom(false, false, false, false, false, true),
  }),
  created: fc.integer({ min: FIRST, max: AS_OF + 86400 }),
  /** Seconds by which the deal's own creation is later than its first history row. */
  late: fc.constantFrom(0, 0, 0, 0, 86400),
  /** The first row of the history. */
  begin: fc.oneof(
    { weight: 3, arbitrary: fc.constant({ pipeline: 0 as Pipeline, pick: 0 }) },
    { weight: 1, arbitrary: fc.record({ pipeline, pick: fc.nat(9) }) },
  ),
  moves: fc.array(move, { maxLength: 9 }),
  /** How many of the last rows the history lacks. */
  missing: fc.constantFrom(0, 0, 0, 0, 1, 2, 99),
  /** `movedTime` is then earlier than the row before it, or unknown. */
  moved: fc.constantFrom('true', 'true', 'early', 'none'),
  /** Ids that do not follow time. */
  ids: fc.constantFrom('up', 'up', 'down'),
});

type Plan = typeof dealPlan extends fc.Arbitrary<infer T> ? T : never;

const moment = fc.integer({ min: FIRST - 20 * 86400, max: AS_OF + 86400 });

const activity: fc.Arbitrary<Activity> = fc
  .record({
    ownerTypeId: fc.constantFrom(1, 2, 2, 2, 3, 4),
    ownerId: fc.oneof(fc.integer({ min: 1, max: 6 }), fc.constantFrom(501, 601)),
    typeId: fc.constantFrom(1, 2, 3, 4, 6),
    providerId: fc.constantFrom('', 'CRM_TODO', 'CRM_TASKS_TASK', 'IMOPENLINES_SESSION'),
    completed: fc.boolean(),
    missedCall: fc.boolean(),
    responsibleId: fc.constantFrom(0, 11, 12, 13, 15),
    startTime: fc.oneof(fc.constant(0), moment),
    deadline: fc.oneof(fc.constantFrom(0, AS_OF, AS_OF - 1, Date.UTC(9999, 11, 31) / 1000), moment),
    createdTime: fc.constantFrom(FIRST, FIRST, AS_OF + 1),
    updatedTime: moment,
  })
  .map((fields) => ({ id: 0, direction: 1, subject: '', ...fields }));

const lead: fc.Arbitrary<Lead> = fc
  .record({
    semantic: fc.constantFrom<Semantic>('P', 'S', 'F'),
    assignedById: fc.constantFrom(0, 11, 12, 13, 15, 777),
    createdTime: fc.integer({ min: FIRST - 9 * 86400, max: AS_OF + 86400 }),
    movedTime: fc.oneof(fc.constant(0), moment),
    updatedTime: moment,
    sourceId: fc.constantFrom('', 'CALL'),
  })
  .map((fields) => ({
    id: 0,
    title: 'Lead',
    stageId: fields.semantic,
    opportunity: 0,
    currencyId: 'RUB',
    companyId: 0,
    contactId: 0,
    utmSource: '',
    utmMedium: '',
    utmCampaign: '',
    ...fields,
  }));

const productRow: fc.Arbitrary<ProductRow> = fc.record({
  id: fc.constant(0),
  ownerId: fc.integer({ min: 1, max: 13 }),
  productId: fc.constantFrom(0, 1001, 1002),
  productName: fc.constantFrom('Delivery', ' Delivery ', 'Help'),
  price: fc.oneof(
    fc.constantFrom(0, 100, 1.005),
    fc.integer({ min: -1000, max: 100000 }).map((value) => value / 1000),
  ),
  quantity: fc.constantFrom(1, 2, 0.5, 1.375),
});

const records: fc.Arbitrary<Records> = fc
  .record({
    plans: fc.array(dealPlan, { maxLength: 12 }),
    activities: fc.array(activity, { maxLength: 10 }),
    leads: fc.array(lead, { maxLength: 4 }),
    productRows: fc.array(productRow, { maxLength: 8 }),
    shuffled: fc.boolean(),
  })
  .map(({ plans, activities, leads, productRows, shuffled }) => {
    const built = plans.map((plan, index) => builtDeal(plan, index + 1));
    const stageHistory = built.flatMap(({ history }) => history).sort((a, b) => a.id - b.id);
    const made = madeRecords({});
    return {
      ...made,
      deals: built.map(({ deal }) => deal),
      stageHistory: shuffled ? [...stageHistory].reverse() : stageHistory,
      activities: activities.map((one, index) => ({ ...one, id: index + 1 })),
      leads: leads.map((one, index) => ({ ...one, id: index + 1 })),
      productRows: productRows.map((one, index) => ({ ...one, id: index + 1 })),
      companies: [client(501)],
      contacts: [client(601)],
      categories: [...made.categories, { id: 7, name: 'Service', sort: 50 }],
      statuses,
      users: [
        ...made.users,
        { id: 14, name: 'Gleb', email: '', active: true, position: '', departmentId: 4 },
        { id: 15, name: 'Dina', email: '', active: false, position: '', departmentId: 3 },
      ],
      currencies: [...made.currencies, { code: 'UZS', amount: 7.0347, count: 1000, base: false }],
    };
  });

function client(id: number): Client {
  return { id, title: `Client ${id}`, assignedById: 11, createdTime: FIRST, updatedTime: FIRST };
}

function builtDeal(plan: Plan, id: number): { readonly deal: Deal; readonly history: readonly StageChange[] } {
  const history: StageChange[] = [];
  const add = (target: Pipeline, pick: number, time: number): void => {
    const codes = CODES[target];
    const [stageId, semantic] = codes[pick % codes.length] ?? ['NEW', 'P'];
    const place = history.length;
    const typeId = place === 0 ? 1 : history[place - 1]?.categoryId !== target ? 5 : semantic === 'P' ? 2 : 3;
    const rowId = id * 100 + (plan.ids === 'up' ? place : 99 - place);
    history.push({ id: rowId, typeId, ownerId: id, time, categoryId: target, stageId, semantic });
  };
  let time = plan.created;
  // Back is back along the way the deal came, so that there and back nests: N P E P N.
  const way: (readonly [Pipeline, number])[] = [[plan.begin.pipeline, plan.begin.pick]];
  add(plan.begin.pipeline, plan.begin.pick, time);
  for (const { to, wait: pause } of plan.moves) {
    time += pause;
    if (to !== 'back') way.push([to.pipeline, to.pick]);
    else if (way.length > 1) way.pop();
    const [target, pick] = way[way.length - 1] ?? [0, 0];
    add(target, pick, time);
  }
  // The portal shows the last row by (time, id), whatever order the rows were made in.
  const last = [...history].sort((a, b) => a.time - b.time || a.id - b.id)[history.length - 1];
  const deal = madeDeal(id, {
    ...plan.fields,
    createdTime: plan.created + plan.late,
    movedTime: plan.moved === 'none' ? 0 : plan.moved === 'early' ? plan.created : time,
    updatedTime: time,
    categoryId: last?.categoryId ?? 0,
    stageId: last?.stageId ?? 'NEW',
    semantic: last?.semantic ?? 'P',
  });
  return { deal, history: history.slice(0, Math.max(0, history.length - plan.missing)) };
}

const settings: fc.Arbitrary<OracleSettings> = fc.record({
  closeDateSource: fc.constantFrom('history' as const, 'history' as const, 'closedate' as const),
  misclickSeconds: fc.constantFrom(60, 60, 0, 3600),
  junkStages: fc.constantFrom<readonly string[]>([], ['SPAM'], ['SPAM', 'APOLOGY', 'C5:LOSE']),
  stageAliases: fc.constantFrom<Readonly<Record<string, string>>>(
    {},
    { OLD2: 'PREPARATION' },
    { OLD2: 'NEW', 'C7:OLD': 'C7:LAST', NEW: 'EXECUTING', OLD: 'NOWHERE' },
  ),
  lossReasonField: fc.constantFrom('', 'ufCrmReason'),
  monthlyRates: fc.constantFrom<OracleSettings['monthlyRates']>({}, { '2025-04': { USD: 81.5 }, '2025-05': { USD: 79.125, EUR: 101.01 } }),
});

export const oracleWorld: fc.Arbitrary<World> = fc.record({
  records,
  settings,
  timeZone: fc.constantFrom('Europe/Moscow', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu'),
  asOf: fc.constantFrom(AS_OF, AS_OF, at('2025-05-01 00:00'), at('2025-03-30 03:30')),
});

const day = fc.integer({ min: 0, max: 150 }).map((count) => new Date(Date.UTC(2025, 1, 1 + count)).toISOString().slice(0, 10));

/** Any days, or the months and the day around the DST change; any managers and pipelines. */
export const oracleSlice: fc.Arbitrary<Slice> = fc
  .record({
    days: fc.oneof(
      fc.tuple(day, day),
      fc.constantFrom<[string, string]>(
        ['2025-04-01', '2025-04-30'],
        ['2025-05-01', '2025-05-31'],
        ['2025-03-30', '2025-03-30'],
        ['2025-03-01', '2025-06-30'],
      ),
    ),
    managers: fc.option(fc.uniqueArray(fc.constantFrom(0, 11, 12, 13, 14, 15))),
    pipelines: fc.option(fc.uniqueArray(fc.constantFrom(0, 5, 7))),
  })
  .map(({ days: [a, b], managers, pipelines }) => ({
    start: a < b ? a : b,
    end: a < b ? b : a,
    managers: managers === null ? null : new Set(managers),
    pipelines: pipelines === null ? null : new Set(pipelines),
  }));
