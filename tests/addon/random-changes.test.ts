// Two hundred changes of a portal at random – created, moved, edited, deleted, opened again, given to somebody else – with refreshes between: what the file then
// holds is what a fresh full load holds. On the built bundle.
import fc from 'fast-check';
import type { Portal } from '../../local/portal/portal';
import golden from '../golden/kpi-example/kpi-example.json';
import { type Desk, formulas, open, rawCells, rounded } from './loaded-desk';

const CHANGES = 200;
const runs = { numRuns: process.env['SOAK'] ? 50 : 5, ...(process.env['FC_SEED'] ? { seed: Number(process.env['FC_SEED']) } : {}) };

const rawSheets = ['Сделки', 'Лиды', 'История', 'Стадии', 'Сотрудники', 'Товары', 'Дела', 'Компании', 'Контакты'].map(
  (name) => `Данные_${name}`,
);
const stages = ['NEW', 'PREPARATION', 'EXECUTING', 'WON', 'LOSE'] as const;
const semantics: Readonly<Record<string, string>> = { WON: 'S', LOSE: 'F' };
const people = golden.inputs.users.map((user) => Number(user.ID));
const data = { ...golden.inputs, portal: { automation: true } };

const change = fc.record({
  kind: fc.constantFrom('create', 'move', 'move', 'move', 'edit', 'give', 'delete', 'product', 'activity', 'lead', 'call off'),
  which: fc.nat(),
  stage: fc.constantFrom(...stages),
  amount: fc.integer({ min: 0, max: 500_000 }),
  person: fc.constantFrom(...people),
  minutes: fc.integer({ min: 1, max: 90 }),
  refresh: fc.integer({ min: 0, max: 11 }).map((chance) => chance === 0),
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

/** Ids that are there now, and the next free one of everything. */
interface World {
  deals: number[];
  leads: number[];
  activities: number[];
  next: number;
}

function world(): World {
  return {
    deals: golden.inputs.deals.map((deal) => Number(deal.id)),
    leads: golden.inputs.leads.map((lead) => Number(lead.id)),
    activities: golden.inputs.activities.map((activity) => Number(activity.ID)),
    next: 5000,
  };
}

function apply(portal: Portal, at: World, now: string, { kind, which, stage, amount, person }: Change): void {
  const pick = (ids: readonly number[]): number => ids[which % Math.max(1, ids.length)] ?? 0;
  const final = { stageId: stage, stageSemanticId: semantics[stage] ?? 'P', movedTime: now };
  const mutate = (body: unknown): void => portal.mutate(body as never);
  if (kind === 'create') {
    const id = at.next++;
    at.deals.push(id);
    mutate({
      deals: [
        { id, title: `d${id}`, categoryId: 0, ...final, opportunity: amount, currencyId: 'RUB', assignedById: person, createdTime: now },
      ],
    });
  }
  if (kind === 'lead') {
    const id = at.next++;
    at.leads.push(id);
    mutate({ leads: [{ id, title: `l${id}`, stageId: 'NEW', stageSemanticId: 'P', assignedById: person, createdTime: now }] });
  }
  if (kind === 'activity') {
    const ID = String(at.next++);
    at.activities.push(Number(ID));
    mutate({
      activities: [
        {
          ID,
          OWNER_TYPE_ID: '2',
          OWNER_ID: String(pick(at.deals)),
          TYPE_ID: '2',
          PROVIDER_ID: 'VOXIMPLANT_CALL',
          DIRECTION: '2',
          COMPLETED: 'Y',
          RESPONSIBLE_ID: String(person),
          CREATED: now,
          LAST_UPDATED: now,
          START_TIME: now,
          SUBJECT: 'c',
        },
      ],
    });
  }
  if (kind === 'call off') {
    const id = pick(which % 2 === 0 ? at.leads : at.activities);
    if (which % 2 === 0) at.leads = at.leads.filter((one) => one !== id);
    else at.activities = at.activities.filter((one) => one !== id);
    mutate({ delete: which % 2 === 0 ? { leads: [id] } : { activities: [id] } });
  }
  const deal = pick(at.deals);
  if (deal === 0) return;
  if (kind === 'move') mutate({ deals: [{ id: deal, ...final }] });
  if (kind === 'edit') mutate({ deals: [{ id: deal, opportunity: amount, title: `edited ${amount}` }] });
  if (kind === 'give') mutate({ deals: [{ id: deal, assignedById: person }] });
  if (kind === 'product')
    mutate({
      productRows: [{ id: at.next++, ownerId: deal, ownerType: 'D', productName: 'p', price: amount, quantity: 1 }],
      deals: [{ id: deal }],
    });
  if (kind === 'delete') {
    at.deals = at.deals.filter((one) => one !== deal);
    mutate({ delete: { deals: [deal] } });
  }
}

/** Everything a reader sees: numbers, and raw sheets as sets of rows. */
function seen(desk: Desk): unknown {
  const sheets = rawSheets.map((name) =>
    (JSON.parse(String(rawCells(desk, name))) as unknown[][]).map((row) => JSON.stringify(row)).sort(),
  );
  return [formulas.map((formula) => rounded(desk.value(formula))), rounded(desk.value('=B24_TOP("2025";;;"товар";50;;B24_DATA)')), sheets];
}

test(`after ${CHANGES} changes with refreshes between, the file holds what a fresh full load holds`, () => {
  fc.assert(
    fc.property(fc.array(change, { minLength: CHANGES, maxLength: CHANGES }), (changes) => {
      const desk = open({ data });
      desk.connect();
      desk.refresh();
      const at = world();
      for (const one of changes) {
        desk.clock.advance(one.minutes * 60_000);
        apply(desk.portal, at, new Date(desk.clock.now()).toISOString(), one);
        if (one.refresh) desk.refresh();
      }
      desk.clock.advance(60_000);
      desk.refresh();
      const fresh = open({ data, now: new Date(desk.clock.now()).toISOString(), portalOf: desk.portal });
      fresh.connect();
      fresh.refresh();
      expect(seen(desk)).toEqual(seen(fresh));
    }),
    { ...runs, endOnFailure: true },
  );
});
