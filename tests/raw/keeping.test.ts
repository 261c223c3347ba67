// Records as they are kept: packed and read back alike, merged by id, laid in blocks whose bounds never move.
import fc from 'fast-check';
import { blockOf, blocksOf, touchedBlocks } from '../../src/raw/blocks';
import { ENTITY_IDS, entitySpec } from '../../src/raw/entities';
import { keptHistory, mergeRecords } from '../../src/raw/merge';
import { packRecords, unpackRecords } from '../../src/raw/pack';
import type { Client, EntityId, ProductRow } from '../../src/raw/records';
import { FUZZ } from '../fuzz';
import { madeDeal, madeHistory } from '../made-records';

const client = (id: number, title = `c${id}`): Client => ({ id, title, assignedById: 0, createdTime: 0, updatedTime: 0 });
const row = (id: number, ownerId: number): ProductRow => ({ id, ownerId, productId: 0, productName: 'p', price: 1, quantity: 1 });

/** Any record of an entity, by the packing of its columns. */
function anyRecord(entity: EntityId): fc.Arbitrary<unknown> {
  const values = {
    int: fc.integer({ min: 0, max: 100_000 }),
    id: fc.integer({ min: 0, max: 2_000_000_000 }),
    time: fc.integer({ min: 0, max: 253_402_300_799 }),
    float: fc.double({ noNaN: true, noDefaultInfinity: true }),
    text: fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', 'NEW', 'Сделка', '=IMPORTXML("x")', '\n\t"')),
    flag: fc.boolean(),
    map: fc.dictionary(fc.string(), fc.string(), { noNullPrototype: true }),
  };
  return fc.record(
    Object.fromEntries(Object.entries(entitySpec(entity).columns).map(([name, packing]) => [name, values[packing as keyof typeof values]])),
  );
}

describe('packed records', () => {
  it.each(ENTITY_IDS.map((entity) => [entity]))('%s are read back exactly', (entity) => {
    fc.assert(
      fc.property(fc.array(anyRecord(entity), { maxLength: 30 }), (records) => {
        expect(unpackRecords(entity, packRecords(entity, records as never))).toEqual(records);
      }),
      { ...FUZZ, numRuns: process.env['SOAK'] ? 1000 : 40 },
    );
  });

  it.each([[''], ['{}'], [packRecords('companies', [client(1)]).slice(0, -3)], [packRecords('users', [])]])(
    'damaged or foreign text is refused: %j',
    (text) => {
      expect(() => unpackRecords('companies', text)).toThrow(expect.objectContaining({ kind: 'data' }));
    },
  );
});

describe('merging', () => {
  it('replaces by id, adds, deletes, and keeps ids rising', () => {
    const before = [client(1), client(3), client(5)];
    const merged = mergeRecords('companies', before, { records: [client(4), client(3, 'new')], deleted: [5, 9] });
    expect(merged).toEqual([client(1), client(3, 'new'), client(4)]);
    expect(before).toEqual([client(1), client(3), client(5)]);
  });

  it('lets the later of two arrivals win', () => {
    expect(mergeRecords('companies', [], { records: [client(2, 'a'), client(1), client(2, 'b')] })).toEqual([client(1), client(2, 'b')]);
  });

  it('forgets what was there when everything arrived', () => {
    expect(mergeRecords('companies', [client(1)], { records: [client(2)], whole: true })).toEqual([client(2)]);
  });

  it('replaces all product rows of the deals that were asked again', () => {
    const before = [row(1, 10), row(2, 10), row(3, 11)];
    expect(mergeRecords('productRows', before, { records: [row(4, 10)], owners: [10] })).toEqual([row(3, 11), row(4, 10)]);
  });

  it('orders currencies by their code', () => {
    const currency = (code: string) => ({ code, amount: 1, count: 1, base: false });
    expect(mergeRecords('currencies', [], { records: [currency('USD'), currency('EUR')], whole: true })).toEqual([
      currency('EUR'),
      currency('USD'),
    ]);
  });
});

describe('a stage history that arrived whole', () => {
  const rows = madeHistory(1, ['2025-05-01 10:00', 'NEW'], ['2025-05-02 10:00', 'PREPARATION'], ['2025-05-03 10:00', 'C5:NEW', 5]);

  it('keeps the rows that were seen before and are not returned any more', () => {
    expect(keptHistory(rows.slice(0, 2), rows.slice(2), [madeDeal(1)])).toEqual(rows);
  });

  it('takes the new reading of a row that is returned again', () => {
    const [first, ...rest] = rows.map((change) => ({ ...change, stageId: 'EXECUTING' }));
    expect(
      keptHistory(
        rows,
        [first, ...rest].filter((change) => change !== undefined),
        [madeDeal(1)],
      ),
    ).toEqual([first, ...rest]);
  });

  it('lets the rows of a deal go with it', () => {
    expect(keptHistory(rows, [], [madeDeal(2)])).toEqual([]);
  });
});

describe('blocks', () => {
  it('have bounds that depend on the id alone', () => {
    expect([0, 999, 1000, 123_456].map((id) => blockOf('deals', id))).toEqual([0, 0, 1, 123]);
    expect(blockOf('users', 123_456)).toBe(0);
  });

  it('hold every record once, in order, product rows by their deal', () => {
    expect(blocksOf('companies', [client(1), client(1999), client(2000), client(9000)])).toEqual([
      { block: 0, records: [client(1), client(1999)] },
      { block: 1, records: [client(2000)] },
      { block: 4, records: [client(9000)] },
    ]);
    expect(blocksOf('productRows', [row(1, 1500), row(2, 10)])).toEqual([
      { block: 0, records: [row(2, 10)] },
      { block: 1, records: [row(1, 1500)] },
    ]);
  });

  it('touched by an arrival are known before the old ones are read', () => {
    expect(touchedBlocks('companies', { records: [client(4000), client(5)], deleted: [9000] })).toEqual([0, 2, 4]);
    expect(touchedBlocks('productRows', { records: [], owners: [1500, 3] })).toEqual([0, 1]);
    expect(touchedBlocks('users', { records: [], whole: true })).toBeNull();
  });

  it('not touched by an arrival do not change by merging', () => {
    const ids = fc.uniqueArray(fc.integer({ min: 1, max: 20_000 }), { maxLength: 60 });
    fc.assert(
      fc.property(ids, ids, ids, (before, changed, deleted) => {
        const old = mergeRecords('companies', [], { records: before.map((id) => client(id)) });
        const arrived = { records: changed.map((id) => client(id, 'new')), deleted };
        const touched = new Set(touchedBlocks('companies', arrived));
        const untouched = (list: readonly Client[]) => blocksOf('companies', list).filter(({ block }) => !touched.has(block));
        expect(untouched(mergeRecords('companies', old, arrived))).toEqual(untouched(old));
      }),
      FUZZ,
    );
  });
});
