// Properties of the walk: no id is lost and none comes twice, wherever ids lie and wherever a run is killed.
import fc from 'fast-check';
import { FUZZ } from '../fuzz';
import { desk, load } from './drive';
import { dense, directories, portalOfDeals } from './many-deals';

const RUNS = { ...FUZZ, numRuns: process.env['SOAK'] ? 500 : 25 };
const FULL = { mode: 'full', entities: ['users', 'deals'] } as const;

describe('a walk over ids', () => {
  it.each([[0], [1], [49], [50], [51], [99], [100], [101], [150], [2500], [2550], [2551]])('brings %i rows', (count) => {
    const { records } = load(desk(portalOfDeals(dense(count))), FULL);
    expect(records.deals.map((deal) => deal.id)).toEqual(dense(count));
  });

  it('brings every id once, whatever gaps and crowds there are', () => {
    const gaps = fc.array(
      fc.oneof({ weight: 12, arbitrary: fc.constant(1) }, fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 100_000 })),
      {
        minLength: 0,
        maxLength: 1500,
        size: 'max',
      },
    );
    fc.assert(
      fc.property(gaps, (steps) => {
        let id = 0;
        const ids = steps.map((step) => (id += step));
        const { records, pages } = load(desk(portalOfDeals(ids)), FULL);
        expect(records.deals.map((deal) => deal.id)).toEqual(ids);
        expect(pages.filter((page) => page.entity === 'deals').reduce((sum, page) => sum + page.records.length, 0)).toBe(ids.length);
      }),
      RUNS,
    );
  });

  it('brings the same records when runs are killed between staging pages and keeping the cursor', () => {
    const ids = dense(2300);
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), (kills) => {
        const { records } = load(desk(portalOfDeals(ids)), FULL, { killAt: (wave) => kills[wave] === true });
        expect(records.deals.map((deal) => deal.id)).toEqual(ids);
      }),
      RUNS,
    );
  });

  it('pages through the product rows of one deal, and keeps none of a deal that has none', () => {
    const deals = portalOfDeals(dense(5), (id) => (id === 2 ? 'P' : 'S'));
    const rows = (ownerId: number, count: number) =>
      dense(count).map((at) => ({ id: ownerId * 1000 + at, ownerId, ownerType: 'D', productName: 'p', price: 2, quantity: 3 }));
    const data = { ...deals, ...directories, productRows: [...rows(1, 130), ...rows(2, 5), ...rows(4, 50), ...rows(5, 100)] };
    const { records } = load(desk(data), { mode: 'full' });
    const counts = [1, 2, 3, 4, 5].map((owner) => records.productRows.filter((row) => row.ownerId === owner).length);
    expect(counts).toEqual([130, 0, 0, 50, 100]);
  });
});
