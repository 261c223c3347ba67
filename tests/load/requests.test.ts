// What a load costs, as counts: requests, counted totals, refusals (loading 6).
import fc from 'fast-check';
import type { LoadCursor } from '../../src/load/load';
import { FUZZ } from '../fuzz';
import { desk, type Loaded, load, marksAfter, NOW } from './drive';
import { clustered, dense, historyOf, portalOfDeals, sparse } from './many-deals';

const ENTITIES = ['categories', 'statuses', 'currencies', 'departments', 'users', 'deals'] as const;
const FULL = { mode: 'full', entities: ENTITIES } as const;

function ids(loaded: Loaded): string {
  return loaded.records.deals.map((deal) => deal.id).join();
}

describe('loading 100,000 deals', () => {
  it.each([
    ['takes at most 50 requests when ids are dense', dense, 50],
    ['takes at most 65 requests when nine ids of ten are missing', sparse, 65],
    ['takes at most 65 requests when ids come in clusters', clustered, 65],
  ])('%s; nothing is refused, no total of deals is counted, the cursor fits a property', (_title, made, most) => {
    const at = desk(portalOfDeals(made(100_000)), { latencyMs: 300 });
    const loaded = load(at, FULL, { direct: true });
    expect(ids(loaded) === made(100_000).join()).toBe(true);
    expect(loaded.cursor.requests).toBeLessThanOrEqual(most);
    expect(loaded.cursorLength).toBeLessThan(9000);
    // Who asks in turn waits 41 times for the portal: half of that at most.
    expect(loaded.steps - loaded.waits).toBeLessThanOrEqual(20);
    // The one total counted is that of the departments, which know no other paging.
    expect(at.portal.stats()).toMatchObject({ rejected: 0, counts: 1, requests: loaded.cursor.requests });
  });

  it('costs 3 requests when 100 of them changed since', () => {
    const data = portalOfDeals(dense(100_000), (id) => (id % 2 === 0 ? 'S' : 'P'));
    const at = desk(data);
    const first = load(at, FULL, { direct: true });
    at.clock.advance(3_600_000);
    const changed = dense(100).map((index) => ({ id: index * 997, title: 'changed' }));
    at.portal.mutate({ deals: changed });
    at.clock.advance(60_000);
    const before = at.portal.stats().requests;
    const marks = marksAfter(first);
    const second = load(
      at,
      { mode: 'incremental', marks, entities: [...ENTITIES, 'productRows'] },
      { previous: first.records, direct: true },
    );
    expect(at.portal.stats().requests - before).toBeLessThanOrEqual(3);
    const titles = second.records.deals.filter((deal) => deal.title === 'changed').map((deal) => deal.id);
    expect(titles).toEqual(changed.map((deal) => deal.id).sort((a, b) => a - b));
    expect(second.records.deals.length).toBe(100_000);
    expect(second.cursor.asOf).toBe(Math.floor(NOW / 1000) + 3660);
  });
});

describe('a load killed at any wave, after the portal answered and before the cursor was kept', () => {
  const soak = process.env['SOAK'] !== undefined;
  /** So many waves, others in every run. */
  const killedAt = (waves: number, times: number, holds: (wave: number) => void): void => {
    const wave = fc.integer({ min: 0, max: waves - 1 });
    fc.assert(fc.property(wave, holds), { ...FUZZ, numRuns: soak ? waves : times });
  };

  it.each([
    { portal: 'with two pages to a request', total: 12_000, pageMs: 12_000 },
    { portal: 'with one page to a request', total: 5_000, pageMs: 20_000 },
  ])('asks at most a tenth more and loses nothing on a portal $portal', ({ total, pageMs }) => {
    const data = portalOfDeals(dense(total));
    const run = (killed: number | null) => {
      const at = desk(data, { latencyMs: 300, pageMs, operatingLimit: 0 });
      const loaded = load(at, { mode: 'full', entities: ['deals'] }, { direct: true, killAt: (wave) => wave === killed });
      expect(ids(loaded) === dense(total).join()).toBe(true);
      return { requests: at.portal.stats().requests, waves: loaded.steps - loaded.waits };
    };
    const undisturbed = run(null);
    expect(undisturbed.requests).toBeGreaterThan(100);
    killedAt(undisturbed.waves, 8, (wave) => expect(run(wave).requests).toBeLessThanOrEqual(undisturbed.requests * 1.1));
  });

  it.each([
    { deals: 100_000, times: 3 },
    { deals: soak ? 400_000 : 15_000, times: 6 },
  ])(
    'asks at most a tenth more, or a wave of three, for $deals deals; what it forgot to have sent may be refused as too much',
    ({ deals, times }) => {
      const data = portalOfDeals(dense(deals));
      const run = (killed: number | null) => {
        const at = desk(data, { latencyMs: 300 });
        const { steps, waits } = load(at, { mode: 'full', entities: ['deals'] }, { direct: true, killAt: (wave) => wave === killed });
        return { ...at.portal.stats(), waves: steps - waits };
      };
      const undisturbed = run(null);
      killedAt(undisturbed.waves, times, (wave) => {
        const { requests, rejected } = run(wave);
        expect(rejected).toBeLessThanOrEqual(10);
        expect(requests - rejected).toBeLessThanOrEqual(Math.max(undisturbed.requests + 3, undisturbed.requests * 1.1));
      });
    },
  );
});

describe('a slow portal', () => {
  it('is never asked for a request of 60 s, though a page takes 2 s', () => {
    const at = desk(portalOfDeals(dense(3_000)), { pageMs: 2000, operatingLimit: 0 });
    const loaded = load(at, FULL);
    expect(ids(loaded) === dense(3_000).join()).toBe(true);
    expect(at.longest()).toBeLessThan(60_000);
  });

  it('parks a method whose operating time is used up, and ends complete', () => {
    const at = desk(portalOfDeals(dense(20_000)), { pageMs: 300, operatingLimit: 60 });
    const loaded = load(at, FULL, { direct: true });
    expect(ids(loaded) === dense(20_000).join()).toBe(true);
    expect(loaded.waits).toBeGreaterThan(0);
    // One wave of refusals per window of ten minutes, not a storm.
    expect(loaded.cursor.requests).toBeLessThan(120);
  });

  it('parks only the method whose operating time somebody else has used up: other records go on meanwhile', () => {
    const at = desk({ ...portalOfDeals(dense(5_000)), stageHistory: historyOf(dense(15_000)) }, { pageMs: 300, operatingLimit: 120 });
    const page = 'crm.item.list?entityTypeId=2&start=-1';
    const body = JSON.stringify({ halt: 0, cmd: dense(50).map(() => page) });
    for (let batch = 0; batch < 8; batch++) at.send([{ method: 'POST', suffix: 'batch', body }]);
    const parked = new Set<string>();
    let [history, meanwhile] = [0, 0];
    const onWave = (_: number, { parked: methods, work }: LoadCursor): void => {
      const resting = Object.keys(methods).filter((method) => (methods[method] ?? 0) > at.clock.now());
      for (const method of resting) parked.add(method);
      const rows = work.stageHistory?.rows ?? 0;
      if (resting.length > 0) meanwhile += rows - history;
      history = rows;
    };
    const loaded = load(at, { mode: 'full', entities: ['deals', 'stageHistory'] }, { direct: true, onWave });
    expect([...parked]).toEqual(['crm.item.list']);
    expect(meanwhile).toBeGreaterThan(0);
    expect(ids(loaded) === dense(5_000).join()).toBe(true);
    expect(loaded.records.stageHistory.length).toBe(15_000);
  });

  it('is asked no faster than its bucket drains: more requests than it holds, none refused', () => {
    const total = process.env['SOAK'] ? 400_000 : 130_000;
    const at = desk(portalOfDeals(dense(total)), { latencyMs: 300 });
    const loaded = load(at, FULL, { direct: true });
    expect(loaded.records.deals.length).toBe(total);
    expect(loaded.waits).toBeGreaterThan(0);
    expect(loaded.cursor.requests).toBeLessThanOrEqual(process.env['SOAK'] ? 180 : 65);
    expect(at.portal.stats().rejected).toBe(0);
  });
});
