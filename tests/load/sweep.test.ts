// The search for deleted records: three requests a refresh, everything looked at within 24 refreshes, whatever else goes on.
import fc from 'fast-check';
import { demoPortal } from '../../local/demo-data/demo-portal';
import type { PortalFile } from '../../local/portal/portal';
import type { SweepMark } from '../../src/load/load';
import { SWEEP_START } from '../../src/load/sweep';
import { FUZZ } from '../fuzz';
import { type Desk, desk, type Loaded, load, marksAfter, NOW } from './drive';
import { clustered, dense, portalOfDeals } from './many-deals';

const FULL = { mode: 'full', entities: ['users', 'deals', 'stageHistory'] } as const;
const HOUR = 3_600_000;

/** Hourly refreshes, each going on where the last one left off. */
class Refreshes {
  held: Loaded;
  mark: SweepMark = SWEEP_START;
  /** Requests of the search in each refresh. */
  readonly sent: number[] = [];
  private readonly entities;

  constructor(
    private readonly at: Desk,
    options: Parameters<typeof load>[1] = FULL,
  ) {
    this.held = load(at, options, { direct: true });
    this.entities = options.entities;
  }

  next(): void {
    this.at.clock.advance(HOUR);
    const options = { mode: 'incremental', marks: marksAfter(this.held), sweep: this.mark } as const;
    this.held = load(this.at, this.entities ? { ...options, entities: this.entities } : options, {
      previous: this.held.records,
      direct: true,
    });
    const { sweep } = this.held.cursor;
    if (!sweep) throw new Error('There was no search.');
    this.mark = sweep;
    this.sent.push(sweep.sent);
  }

  /** As if these deals had not been readable up to now. */
  forget(hidden: ReadonlySet<number>): void {
    const { deals, stageHistory, productRows, ...rest } = this.held.records;
    const records = {
      ...rest,
      deals: deals.filter(({ id }) => !hidden.has(id)),
      stageHistory: stageHistory.filter(({ ownerId }) => !hidden.has(ownerId)),
      productRows: productRows.filter(({ ownerId }) => !hidden.has(ownerId)),
    };
    this.held = { ...this.held, records };
  }

  ids(): number[] {
    return this.held.records.deals.map((deal) => deal.id);
  }
}

function demo(): PortalFile {
  return demoPortal({ lang: 'en', now: NOW, scale: 0.02 }).data as unknown as PortalFile;
}

const MANY = process.env['SOAK'] ? 100_000 : 20_000;

describe('records that were deleted', () => {
  it('of a small portal are gone with the next refresh, which spends one request on the search', () => {
    const at = desk(portalOfDeals(dense(900)));
    const refreshes = new Refreshes(at);
    at.portal.mutate({ delete: { deals: [1, 450, 451, 900] } } as never);
    refreshes.next();
    const gone = new Set([1, 450, 451, 900]);
    expect([refreshes.ids(), refreshes.sent]).toEqual([dense(900).filter((id) => !gone.has(id)), [1]]);
  });

  it('take their history and their product rows along', () => {
    const at = desk(demo());
    const refreshes = new Refreshes(at, { mode: 'full' });
    const won = refreshes.held.records.productRows.slice(0, 3).map((row) => row.ownerId);
    const { leads, activities } = refreshes.held.records;
    at.portal.mutate({ delete: { deals: won, leads: [leads[5]?.id], activities: [activities[7]?.id] } } as never);
    refreshes.next();
    expect(refreshes.held.records).toEqual(load(at, { mode: 'full' }).records);
  });

  it.each([
    ['dense', dense],
    ['in clusters', clustered],
  ])(`of ${MANY} deals with ids %s are gone within 24 refreshes of at most three requests each`, (_title, made) => {
    const ids = made(MANY);
    const at = desk(portalOfDeals(ids));
    const refreshes = new Refreshes(at);
    const gone = new Set(ids.filter((_, place) => place % (MANY / 40) === 17));
    at.portal.mutate({ delete: { deals: [...gone] } } as never);
    for (let hour = 0; hour < 24; hour++) refreshes.next();
    expect(refreshes.ids().join()).toBe(ids.filter((id) => !gone.has(id)).join());
    expect(Math.max(...refreshes.sent)).toBeLessThanOrEqual(3);
  });

  it('cost one request while there are none', () => {
    const refreshes = new Refreshes(desk(portalOfDeals(dense(5_000))));
    for (let hour = 0; hour < 3; hour++) refreshes.next();
    expect(refreshes.sent).toEqual([1, 1, 1]);
  });

  it('are more than one refresh looks into: the rest is kept for the next ones', () => {
    const at = desk(portalOfDeals(dense(20_000)));
    const refreshes = new Refreshes(at);
    at.portal.mutate({ delete: { deals: dense(400).map((place) => place * 50) } } as never);
    let hours = 0;
    while (refreshes.ids().length > 19_600 && hours < 30) {
      refreshes.next();
      hours++;
    }
    expect(refreshes.ids().length).toBe(19_600);
    expect(hours).toBeGreaterThan(1);
    expect(Math.max(...refreshes.sent)).toBeLessThanOrEqual(3);
    expect(JSON.stringify(refreshes.mark).length).toBeLessThan(6000);
  });
});

describe('records that are there and were not known', () => {
  it('come with their history and product rows, although nothing of them has changed', () => {
    const at = desk(demo());
    const refreshes = new Refreshes(at, { mode: 'full' });
    const hidden = new Set(refreshes.held.records.deals.filter((_, place) => place % 5 === 0).map((deal) => deal.id));
    refreshes.forget(hidden);
    for (let hour = 0; hour < 24; hour++) refreshes.next();
    expect(refreshes.held.records).toEqual(load(at, { mode: 'full' }).records);
    expect(hidden.size).toBeGreaterThan(20);
  });
});

describe('a search', () => {
  it('that the portal has no operating time for ends, goes on in the next refresh, and nothing else waits for it', () => {
    const faults = [{ match: { method: 'crm.item.list', after: 60 }, fault: 'operation-limit', times: 40 }] as const;
    const at = desk(portalOfDeals(dense(3_000)), { faults });
    const refreshes = new Refreshes(at);
    at.portal.mutate({ delete: { deals: [7] } } as never);
    for (let hour = 0; hour < 4; hour++) refreshes.next();
    expect(refreshes.ids().length).toBe(2_999);
  });

  it('whose totals the portal does not give lists the ids instead', () => {
    const at = desk({ ...portalOfDeals(dense(2_100)) });
    const refreshes = new Refreshes({ ...at, send: (requests) => at.send(requests).map(withoutTotals) });
    at.portal.mutate({ delete: { deals: [77] } } as never);
    for (let hour = 0; hour < 24; hour++) refreshes.next();
    expect(refreshes.ids()).toEqual(dense(2_100).filter((id) => id !== 77));
  });

  it('keeps what is kept equal to what is there, whatever is deleted and whenever', () => {
    const deaths = fc.array(
      fc.record({ ids: fc.uniqueArray(fc.integer({ min: 1, max: 700 }), { maxLength: 20 }), hours: fc.integer({ min: 1, max: 3 }) }),
      {
        maxLength: 5,
      },
    );
    fc.assert(
      fc.property(deaths, (rounds) => {
        const at = desk(portalOfDeals(clustered(700)));
        const all = clustered(700);
        const refreshes = new Refreshes(at);
        const gone = new Set<number>();
        for (const { ids, hours } of rounds) {
          for (const place of ids) gone.add(all[place - 1] ?? 0);
          at.portal.mutate({ delete: { deals: [...gone] } } as never);
          for (let hour = 0; hour < hours; hour++) refreshes.next();
          expect(refreshes.ids()).toEqual(all.filter((id) => !gone.has(id)));
        }
      }),
      { ...FUZZ, numRuns: process.env['SOAK'] ? 200 : 10 },
    );
  });
});

function withoutTotals(response: ReturnType<Desk['send']>[number]): ReturnType<Desk['send']>[number] {
  if ('failure' in response) return response;
  const body = JSON.parse(response.body) as { result?: { result_total?: unknown } };
  if (body.result?.result_total) body.result.result_total = [];
  return { ...response, body: JSON.stringify(body) };
}
