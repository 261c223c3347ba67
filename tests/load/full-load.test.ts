// The full load against the demo portal and small ones: what arrives is what is there.
import { demoPortal } from '../../local/demo-data/demo-portal';
import type { PortalFile } from '../../local/portal/portal';
import { progress } from '../../src/load/machine';
import { recordsFromPortal } from '../records-from-portal';
import { desk, load, NOW } from './drive';

const demo = demoPortal({ lang: 'ru', now: NOW, scale: 0.05 }).data as unknown as PortalFile;

describe('a full load', () => {
  it('brings every record of the portal, once', () => {
    const at = desk(demo);
    const { records, cursor, products } = load(at, { mode: 'full' });
    const expected = recordsFromPortal(demo as never);
    const won = new Set(expected.deals.filter((deal) => deal.semantic === 'S' && !deal.recurring).map((deal) => deal.id));
    expect(records.deals.map((deal) => deal.id)).toEqual(expected.deals.filter((deal) => !deal.recurring).map((deal) => deal.id));
    expect(records.leads).toEqual(expected.leads);
    expect(records.stageHistory).toEqual(expected.stageHistory.filter((change) => change.stageId !== ''));
    expect(records.activities).toEqual(expected.activities);
    expect(records.productRows).toEqual(expected.productRows.filter((row) => won.has(row.ownerId)));
    expect(records.companies.map((one) => one.id)).toEqual(expected.companies.map((one) => one.id));
    expect(records.contacts.map((one) => one.id)).toEqual(expected.contacts.map((one) => one.id));
    expect(records.users.map((one) => one.id)).toEqual(expected.users.map((one) => one.id));
    expect(records.departments).toEqual(expected.departments);
    expect(records.statuses.length).toBe(expected.statuses.length);
    expect(records.categories).toEqual(expected.categories);
    expect(records.currencies.length).toBe(expected.currencies.length);
    expect(cursor.asOf).toBe(Math.floor(NOW / 1000));
    expect(at.portal.stats().rejected).toBe(0);
    const rows = Object.values(records).reduce((sum, list) => sum + list.length, 0);
    const productRows = records.productRows.length;
    expect([progress(cursor), products && progress(products)]).toMatchObject([
      { done: true, rows: rows - productRows, total: rows - productRows },
      { done: true, rows: productRows, total: productRows },
    ]);
  });
});
