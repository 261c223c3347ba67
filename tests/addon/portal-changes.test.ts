// A portal that changes while it is read: records come, go and move, rights and scopes shrink, the webhook dies, the address changes, its clock is wrong. The load
// ends complete, and the next refresh brings it level with the portal; or it ends with a sentence and the old numbers untouched. On the built bundle.
import { type Clock, manualClock } from '../../local/clock';
import type { FaultRule, PortalChange } from '../../local/portal/portal';
import golden from '../golden/kpi-example/kpi-example.json';
import { connected, type Desk, loadedDesk, numbers, open, rawCells, sentence, sheetNames, won107 } from './loaded-desk';

const many = Array.from({ length: 400 }, (_, at) => ({
  id: 1000 + at,
  title: `Сделка ${at}`,
  categoryId: 0,
  stageId: 'NEW',
  stageSemanticId: 'P',
  opportunity: 100 + at,
  currencyId: 'RUB',
  assignedById: at % 2 === 0 ? 11 : 12,
  createdTime: '2025-05-10T10:00:00+03:00',
  updatedTime: '2025-05-10T10:00:00+03:00',
  movedTime: '2025-05-10T10:00:00+03:00',
}));
const history = many.map(({ id }) => ({
  ID: 5000 + id,
  TYPE_ID: 1,
  OWNER_ID: id,
  CREATED_TIME: '2025-05-10T10:00:00+03:00',
  CATEGORY_ID: 0,
  STAGE_ID: 'NEW',
  STAGE_SEMANTIC_ID: 'P',
}));
const data = { ...golden.inputs, deals: [...golden.inputs.deals, ...many], stageHistory: [...golden.inputs.stageHistory, ...history] };

const seen = (desk: Desk): object => {
  const raw = sheetNames(desk).filter((name) => name.startsWith('Данные_'));
  return { numbers: numbers(desk), ...Object.fromEntries(raw.map((name) => [name, String(rawCells(desk, name))])) };
};

/** What a file that is loaded anew from the portal as it is now shows. */
function anew(desk: Desk): object {
  const other = open({ portalOf: desk.portal, now: new Date(desk.clock.now()).toISOString() });
  other.connect();
  other.refresh();
  return seen(other);
}

const at = (nth: number, change: PortalChange): FaultRule => ({ fault: 'change', match: { method: 'batch', nth }, change });
const later = '2025-05-20T18:40:00+03:00';
const batches = (desk: Desk): number => desk.portal.stats().byMethod['batch'] ?? 0;
const quiet = connected({ data });
const before = batches(quiet);
quiet.refresh();
const loading = batches(quiet) - before;
const whole = numbers(quiet);

describe('records that change between two requests of a load', () => {
  const created = { ...many[0], id: 2000, title: 'Новая во время загрузки', createdTime: later, updatedTime: later, movedTime: later };
  const changes: [string, PortalChange][] = [
    ['a deal is created', { deals: [created] }],
    ['a deal is won', { deals: [{ id: 1100, stageId: 'WON', stageSemanticId: 'S', closed: 'Y', movedTime: later, updatedTime: later }] }],
    ['deals are deleted', { delete: { deals: [1000, 1150, 1399], stageHistory: [6000, 6150, 6399] } }],
    ['a responsible is changed', { deals: [{ id: 1001, assignedById: 13, updatedTime: later }] }],
    ['an employee leaves', { users: [{ ...golden.inputs.users[1], ACTIVE: false } as never] }],
    ['a stage is renamed', { statuses: [{ ...golden.inputs.statuses[0], NAME: 'Совсем новая' } as never] }],
  ];
  const cases = changes.flatMap(([name, change]) => [2, loading].map((nth) => [name, nth, change] as const));
  test.each(cases)('%s before request %i: after one more refresh the file shows what the portal has', (_name, nth, change) => {
    const desk = connected({ data, portal: { faults: [at(before + nth, change)] } });
    expect(desk.refresh().done).toBe(true);
    desk.clock.advance(60_000);
    expect(desk.refresh().done).toBe(true);
    expect(seen(desk)).toEqual(anew(desk));
  });
});

describe('a portal that closes itself to the load', () => {
  const closings: [string, PortalChange, RegExp][] = [
    ['the webhook is deleted', { portal: { webhook: { code: 'other0code' } } }, /не принял вебхук/],
    ['the webhook expires', { portal: { webhook: { expires: '2025-01-01T00:00:00+03:00' } } }, /вебхук/],
    ['a scope is taken from it', { portal: { scopes: ['user_brief', 'department'] } }, /нет права «crm»/],
    ['its user sees only what is their own', { portal: { rights: 'own' } }, /стало меньше|пропало слишком много/],
    ['its user sees nothing of CRM', { portal: { rights: 'none' } }, /доступ|прав/],
    ['a funnel is hidden from it', { portal: { funnels: [5] } }, /стало меньше|пропало слишком много/],
    ['the portal is closed', { portal: { closed: true } }, /удалён или временно закрыт/],
    ['the plan ends', { portal: { subscription: false } }, /тариф/],
  ];
  const places = [2, 3, loading];
  test.each(closings)('%s while a first load runs: a sentence and no number', (name, change, words) => {
    for (const nth of places) {
      const desk = connected({ data, portal: { faults: [at(before + nth, change)] } });
      const said = sentence(() => desk.refresh());
      expect([name, nth, said]).toEqual([name, nth, expect.stringMatching(words)]);
      // Behind the last page of records only goods are missing.
      if (nth < loading) expect([nth, String(numbers(desk))]).toEqual([nth, expect.stringContaining('Данных ещё нет')]);
      else expect([[whole], 'nothing']).toContainEqual(String(numbers(desk)).includes('Данных ещё нет') ? 'nothing' : [numbers(desk)]);
    }
  });

  test.each(closings)('%s before or in a refresh: a sentence, and the old numbers', (name, change, words) => {
    for (const nth of [1, 2]) {
      const desk = loadedDesk({ data, portal: { faults: [at(before + loading + nth, change)] } });
      desk.portal.mutate(won107);
      const said = sentence(() => desk.refresh());
      expect([name, nth, said]).toEqual([name, nth, expect.stringMatching(words)]);
      expect([name, nth, numbers(desk)]).toEqual([name, nth, whole]);
    }
  });

  test('rights that come back are believed at once: nothing of the bad load is left', () => {
    const desk = connected({ data, portal: { faults: [at(before + 2, { portal: { rights: 'own' } })] } });
    expect(sentence(() => desk.refresh())).toMatch(/стало меньше/);
    desk.portal.mutate({ portal: { rights: 'all' } });
    expect(desk.refresh().done).toBe(true);
    expect(numbers(desk)).toEqual(whole);
  });
});

describe('a clock of the portal that is ten minutes off', () => {
  const skewed = (clock: Clock, ms: number): Clock => ({ now: () => clock.now() + ms, advance: clock.advance });
  test.each([
    ['ahead', 600_000],
    ['behind', -600_000],
  ])('%s loses no change', (_name, ms) => {
    const start = Date.parse(golden.inputs.settings.asOf);
    const clock = manualClock(start);
    const desk = connected({ data, clock, portal: { clock: skewed(clock, ms) } });
    desk.refresh();
    for (let turn = 0; turn < 4; turn++) {
      clock.advance(120_000);
      const time = new Date(clock.now() + ms).toISOString();
      desk.portal.mutate({ deals: [{ id: 1000 + turn, opportunity: 7_000_000 + turn, updatedTime: time }] });
      desk.refresh();
      expect(seen(desk)).toEqual(anew(desk));
    }
  });
});

test('a hundred changes of the very same second, across the border of a page, all arrive', () => {
  const desk = loadedDesk({ data });
  const time = new Date(desk.clock.now() + 30_000).toISOString();
  desk.portal.mutate({ deals: many.slice(0, 130).map(({ id }) => ({ id, opportunity: 9, updatedTime: time })) });
  desk.clock.advance(60_000);
  desk.refresh();
  desk.portal.mutate({ deals: many.slice(130, 150).map(({ id }) => ({ id, opportunity: 8, updatedTime: time })) });
  desk.clock.advance(60_000);
  desk.refresh();
  expect(seen(desk)).toEqual(anew(desk));
});
