// Which row shows which record: people's order stays, new records follow, rows of records that are gone go.
import fc from 'fast-check';
import { missingRecords, ownersOf, rowPlan, type StrayRow, strayRows } from '../../src/raw/row-places';
import { FUZZ } from '../fuzz';

interface Stray {
  readonly likeness?: string;
  /** What people have to the right. */
  readonly beside?: readonly string[];
  readonly ours?: string;
}

/** The plan for ids as they stand, of records 11, 12, 13 … `known`: what was written; `strays`: content by row. */
function plan(ids: readonly unknown[], records: readonly number[], known: readonly number[] | null, strays: Record<number, Stray> = {}) {
  const owners = ownersOf(ids, new Map(records.map((id, at) => [id, at])), known && new Set(known));
  const rows = new Map<number, StrayRow>(
    strayRows(owners).map((row) => {
      const { likeness = '', beside = [], ours = String(ids[row] ?? '') } = strays[row] ?? {};
      return [row, { likeness, oursEmpty: ours === '', empty: beside.map((text) => text === '') }];
    }),
  );
  const made = rowPlan(owners, rows, missingRecords(owners, records.length), (record) => `record ${records[record]}`);
  return { ...made, order: made.order.map((record) => records[record] ?? null), taken: [...made.taken.keys()] };
}

const nothing = { removed: [], restored: [], cleared: [], taken: [] };

describe('rows of a raw sheet', () => {
  it('stay where people sorted them to; new records follow in order of their ids', () => {
    expect(plan([13, 11, 12], [11, 12, 13, 14, 15], [11, 12, 13])).toEqual({ ...nothing, order: [13, 11, 12, 14, 15], have: 3, base: 3 });
  });

  it('go with their record, whatever stands beside it', () => {
    expect(plan([13, 11, 12], [11, 13], [11, 12, 13])).toEqual({ ...nothing, removed: [2], order: [13, 11], have: 2, base: 2 });
  });

  it('come back at the end when people deleted them', () => {
    expect(plan([11, 13], [11, 12, 13], [11, 12, 13])).toMatchObject({ order: [11, 13, 12], base: 2 });
  });

  it('are known again by what they show when their ids were overwritten', () => {
    const made = plan(['x', 11, 999], [11, 12, 13], [11, 12, 13], { 0: { likeness: 'record 13' }, 2: { likeness: 'record 12' } });
    expect(made).toEqual({ ...nothing, order: [13, 11, 12], have: 3, base: 3, restored: [0, 2] });
  });

  it('whose id stands twice are shown once: the copy goes, what people wrote beside it stays', () => {
    expect(plan([11, 11, 12], [11, 12], [11, 12])).toMatchObject({ removed: [1], order: [11, 12] });
    expect(plan([11, 11, 12], [11, 12], [11, 12], { 1: { beside: ['mine'] } })).toMatchObject({
      removed: [],
      order: [11, null, 12],
      cleared: [1],
    });
  });

  it('that people wrote below the records stay, without what they wrote into our columns', () => {
    expect(plan([11, 'Total'], [11], [11], { 1: { beside: ['', 'sum'] } })).toMatchObject({ order: [11, null], cleared: [1], base: 1 });
    expect(plan([11, '', 'Total'], [11], [11])).toMatchObject({ removed: [1, 2], order: [11] });
  });

  it('take new records first where people filled formulas down in advance', () => {
    const ahead = { beside: ['=A1'], ours: '' };
    const made = plan([11, '', ''], [11, 12, 13, 14], [11], { 1: ahead, 2: ahead });
    expect(made).toEqual({ ...nothing, order: [11, 12, 13, 14], have: 3, base: 1, taken: [1, 2] });
    expect(plan([11, '', ''], [11, 12], [11], { 1: ahead, 2: ahead })).toMatchObject({ order: [11, 12, null], taken: [1], cleared: [] });
  });

  it('of unknown numbers go when nothing tells what was shown, unless they look like a record', () => {
    expect(plan([11, 99, 98], [11, 12], null, { 1: { likeness: 'record 12' } })).toMatchObject({
      removed: [2],
      order: [11, 12],
      restored: [1],
    });
  });

  it('show every record once and nobody else’s, whatever people did to the ids', () => {
    const id = fc.oneof(fc.integer({ min: 1, max: 12 }), fc.constant(''), fc.constant('x'), fc.integer({ min: 50, max: 52 }));
    const records = fc.uniqueArray(fc.integer({ min: 1, max: 14 }), { maxLength: 12 }).map((list) => list.sort((a, b) => a - b));
    const known = fc.option(fc.uniqueArray(fc.integer({ min: 1, max: 14 })), { nil: null });
    const beside = fc.array(fc.option(fc.constant('mine'), { nil: '' }), { minLength: 20, maxLength: 20 });
    fc.assert(
      fc.property(fc.array(id, { maxLength: 15 }), records, known, beside, (ids, all, written, mine) => {
        const made = plan(ids, all, written, Object.fromEntries(mine.map((text, row) => [row, { beside: [text] }])));
        const shown = made.order.filter((one): one is number => one !== null);
        expect([...shown].sort((a, b) => a - b)).toEqual(all);
        expect(made.have).toBe(ids.length - made.removed.length);
        // Records that stood keep their order.
        const kept = [...new Set(ids)].filter((one): one is number => typeof one === 'number' && all.includes(one));
        expect(shown.filter((one) => kept.includes(one))).toEqual(kept);
        // A second run finds nothing to do.
        const ours = made.order.map((one) => one ?? '');
        const again = plan(ours, all, all, Object.fromEntries(ours.map((one, row) => [row, { ours: String(one), beside: ['mine'] }])));
        expect(again).toMatchObject({ removed: [], cleared: [], restored: [], taken: [], order: made.order, base: expect.any(Number) });
        expect(again.order.slice(again.base).every((one) => one === null)).toBe(true);
      }),
      FUZZ,
    );
  });
});
