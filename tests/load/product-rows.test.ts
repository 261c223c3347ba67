// Product rows of a first load: lists of deals in one command only where the portal proved to answer them rightly (bitrix24-rest 5.7), deal by deal elsewhere.
import fc from 'fast-check';
import type { PortalFile } from '../../local/portal/portal';
import { FUZZ } from '../fuzz';
import { desk, load, loadOnce, marksAfter } from './drive';
import { dense, portalOfDeals } from './many-deals';

/** Won deals with so many product rows each. */
function portal(rowsOf: readonly number[]): PortalFile {
  const base = portalOfDeals(dense(rowsOf.length), () => 'S');
  let id = 0;
  const productRows = rowsOf.flatMap((rows, at) =>
    dense(rows).map(() => ({ id: ++id, ownerId: at + 1, ownerType: 'D', productName: `p${id}`, price: id, quantity: 2 })),
  );
  return { ...base, productRows };
}

function rowIds(data: PortalFile): number[] {
  return (data.productRows ?? []).map((row) => Number(row['id'])).sort((a, b) => a - b);
}

const OWNERS = dense(600);
const TWO_EACH = portal(OWNERS.map(() => 2));

describe('product rows', () => {
  it('are asked for by lists of deals once a list gave the same rows as its deals one by one', () => {
    const at = desk(TWO_EACH);
    const { products, records } = load(at, { mode: 'full' });
    expect(records.productRows.map((row) => row.id)).toEqual(rowIds(TWO_EACH));
    // The clock and the identity, the proof, and lists: 600 deals one by one are twelve requests.
    expect([products?.owners.arrays, products?.requests]).toEqual([true, 3]);
  });

  it('are asked for deal by deal where the portal judges a list as deal 1, which this user may not read', () => {
    const [first, ...others] = TWO_EACH.deals ?? [];
    const at = desk({ ...TWO_EACH, portal: { rights: 'own' }, deals: [{ ...first, assignedById: 2 }, ...others] });
    const { products, records } = load(at, { mode: 'full' });
    expect(records.productRows.map((row) => row.id)).toEqual(rowIds(TWO_EACH).slice(2));
    expect(products?.owners.arrays).toBe(false);
  });

  it('are asked for deal by deal when a proven list is refused later', () => {
    const faults = [{ match: { method: 'crm.item.productrow.list', nth: 40 }, fault: 'insufficient-scope', times: 1 }] as const;
    const at = desk(TWO_EACH, { faults });
    const { products, records } = load(at, { mode: 'full' });
    expect(records.productRows.map((row) => row.id)).toEqual(rowIds(TWO_EACH));
    expect(products?.owners.arrays).toBe(false);
  });

  it('of few deals are asked for without a proof', () => {
    const data = portal(dense(60).map(() => 2));
    const { products, records } = load(desk(data), { mode: 'full' });
    expect([records.productRows.length, products?.owners]).toEqual([120, { arrays: null, tries: 0, done: 60 }]);
  });

  it('prove nothing while the deals of the proof have none; then lists are tried again, three times at most', () => {
    const late = portal(OWNERS.map((_, at) => (at < 30 ? 0 : 1)));
    const none = portal(OWNERS.map(() => 0));
    expect(load(desk(late), { mode: 'full' }).products?.owners).toMatchObject({ arrays: true, tries: 2 });
    expect(load(desk(none), { mode: 'full' }).products?.owners).toMatchObject({ arrays: null, tries: 3, done: 600 });
  });

  it('all come, once, however they lie: full pages, deals without any, runs killed between staging and keeping', () => {
    const rows = fc.array(fc.oneof({ weight: 6, arbitrary: fc.nat(6) }, fc.integer({ min: 45, max: 160 })), {
      minLength: 1,
      maxLength: 220,
      size: 'max',
    });
    fc.assert(
      fc.property(rows, fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), (counts, kills) => {
        const data = portal(counts);
        const { records } = load(desk(data), { mode: 'full' }, { killAt: (wave) => kills[wave] === true });
        expect(records.productRows.map((row) => row.id)).toEqual(rowIds(data));
      }),
      { ...FUZZ, numRuns: process.env['SOAK'] ? 300 : 20 },
    );
  });

  it('of 100 changed won deals come with their news in three requests: that lists are right was proven by the first load', () => {
    const at = desk(TWO_EACH);
    const first = load(at, { mode: 'full' });
    const change = (title: string) => {
      at.clock.advance(3_600_000);
      at.portal.mutate({ deals: dense(100).map((id) => ({ id, title })) });
      at.clock.advance(60_000);
    };
    change('changed');
    const second = loadOnce(at, { mode: 'incremental', marks: marksAfter(first) }, { previous: first.records });
    expect(second.cursor.requests).toBeLessThanOrEqual(3);
    expect(second.records.productRows.map((row) => row.id)).toEqual(rowIds(TWO_EACH));
    // It is remembered from refresh to refresh.
    change('changed again');
    const third = loadOnce(at, { mode: 'incremental', marks: marksAfter(second) }, { previous: second.records });
    expect(third.cursor.requests).toBeLessThanOrEqual(3);
    expect(marksAfter(third).productRows).toEqual(marksAfter(first).productRows);
  });

  it('are asked for deal by deal again, for good, once a refresh met a list that was refused', () => {
    const at = desk(TWO_EACH);
    const first = load(at, { mode: 'full' });
    const marks = marksAfter(first);
    expect(marks.productRows).toEqual({ rowsPerDeal: 2 });
    at.clock.advance(3_600_000);
    at.portal.mutate({
      portal: { rights: 'own' },
      deals: dense(100).map((id) => ({ id, title: 'changed', assignedById: id === 1 ? 2 : 1 })),
    });
    at.clock.advance(60_000);
    const second = loadOnce(at, { mode: 'incremental', marks }, { previous: first.records });
    expect(second.records.productRows.filter((row) => row.ownerId > 1).map((row) => row.id)).toEqual(rowIds(TWO_EACH).slice(2));
    expect(marksAfter(second).productRows).toBeUndefined();
  });

  it('of a deal that is won no more are given up with the next refresh', () => {
    const at = desk(portal([2, 1, 3]));
    const first = load(at, { mode: 'full' });
    at.clock.advance(3_600_000);
    at.portal.mutate({ deals: [{ id: 3, stageId: 'NEW', stageSemanticId: 'P' }] });
    at.clock.advance(60_000);
    const second = loadOnce(at, { mode: 'incremental', marks: { deals: { since: first.cursor.asOf } } }, { previous: first.records });
    expect(second.records.productRows.map((row) => row.ownerId)).toEqual([1, 1, 2]);
  });
});
