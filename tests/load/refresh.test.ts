// Incremental refreshes: after any changes of the portal, what is kept equals a fresh full load (deletions apart).
import fc from 'fast-check';
import { demoPortal } from '../../local/demo-data/demo-portal';
import type { PortalFile } from '../../local/portal/portal';
import { HEAVY } from '../fuzz';
import { desk, load, marksAfter, NOW } from './drive';

const demo = demoPortal({ lang: 'en', now: NOW, scale: 0.02 }).data as unknown as PortalFile;
const dealIds = (demo.deals ?? []).map((deal) => Number(deal['id']));

describe('a refresh', () => {
  it('brings moved deals with their history, new leads, edited activities and replaced product rows', () => {
    const at = desk(demo);
    const first = load(at, { mode: 'full' });
    at.clock.advance(7_200_000);
    const won = first.records.deals.find((deal) => deal.semantic === 'S');
    const open = first.records.deals.find((deal) => deal.semantic === 'P' && deal.categoryId === 0);
    const activity = first.records.activities[0];
    expect(won && open && activity).toBeTruthy();
    at.portal.mutate({
      deals: [
        { id: won?.id, title: 'renamed' },
        { id: open?.id, stageId: 'LOSE', stageSemanticId: 'F' },
      ],
      leads: [
        { id: 900_001, title: 'new lead', stageId: 'NEW', stageSemanticId: 'P', assignedById: 1, createdTime: '2026-10-15T13:00:00+03:00' },
      ],
      activities: [{ ID: String(activity?.id), SUBJECT: 'edited' }],
      productRows: [{ id: 900_002, ownerId: won?.id, ownerType: 'D', productName: 'late', price: 10, quantity: 2 }],
    } as PortalFile);
    at.clock.advance(60_000);
    const second = load(at, { mode: 'incremental', marks: marksAfter(first) }, { previous: first.records });
    const fresh = load(at, { mode: 'full' });
    expect(second.records).toEqual(fresh.records);
    expect(second.records.productRows.map((row) => row.id)).toContain(900_002);
    expect(second.cursor.requests).toBeLessThan(5);
  });

  it('equals a fresh full load after random edits, with refreshes between', () => {
    const edit = fc.record({
      deal: fc.nat(dealIds.length - 1),
      opportunity: fc.integer({ min: 0, max: 100_000 }),
      wait: fc.integer({ min: 1, max: 4000 }),
      refresh: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (edits) => {
        const at = desk(demo);
        let held = load(at, { mode: 'full' });
        for (const { deal, opportunity, wait, refresh } of edits) {
          at.clock.advance(wait * 1000);
          at.portal.mutate({ deals: [{ id: dealIds[deal], opportunity }] });
          if (refresh) held = load(at, { mode: 'incremental', marks: marksAfter(held) }, { previous: held.records });
        }
        held = load(at, { mode: 'incremental', marks: marksAfter(held) }, { previous: held.records });
        expect(held.records).toEqual(load(at, { mode: 'full' }).records);
      }),
      { ...HEAVY, numRuns: process.env['SOAK'] ? 100 : 6 },
    );
  });

  it('loads in full what has no mark yet', () => {
    const at = desk(demo);
    const first = load(at, { mode: 'full', entities: ['users', 'deals', 'stageHistory'] });
    const { contacts: _, ...marks } = { ...marksAfter(first), contacts: undefined };
    const second = load(at, { mode: 'incremental', marks }, { previous: first.records });
    expect(second.records.contacts).toEqual(load(at, { mode: 'full' }).records.contacts);
  });

  it('keeps no mark earlier than the load it follows', () => {
    const at = desk(demo);
    const first = load(at, { mode: 'full' });
    const asOf = Math.floor(NOW / 1000);
    const last = Math.max(...first.records.stageHistory.map((change) => change.id));
    const marks = marksAfter(first);
    expect([marks.deals?.since, marks.leads?.since, marks.activities?.since, marks.stageHistory?.afterId]).toEqual([
      asOf - 300,
      asOf - 300,
      asOf - 300,
      Math.max(0, last - 200),
    ]);
    expect(marks.users).toBeUndefined();
  });
});
