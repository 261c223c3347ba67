// What a raw sheet shows, as hashes, packed and read again.
import fc from 'fast-check';
import { rowHash, textHash } from '../../src/raw/fingerprint';
import { packShown, unpackShown } from '../../src/raw/shown-rows';
import { FUZZ } from '../fuzz';

const id = fc.oneof(fc.nat(1000), fc.integer({ min: 0, max: 2 ** 45 }));
const hash = fc.integer({ min: 0, max: 2 ** 30 - 1 });

describe('hashes of rows', () => {
  it('differ when a cell, its type or its place differs', () => {
    const rows = [
      [1, 'a', ''],
      [1, '', 'a'],
      [1, 'a'],
      ['1', 'a', ''],
      [1, 'b', ''],
      [1, { day: '2026-10-15' }, ''],
      [1, { instant: 5 }, ''],
      [1, { instant: 6 }, ''],
    ];
    expect(new Set(rows.map(rowHash)).size).toBe(rows.length);
  });

  it('of a hundred thousand texts that differ a little meet as seldom as chance wants', () => {
    const hashes = new Set(Array.from({ length: 100_000 }, (_, at) => textHash(`Сделка ${at}`)));
    expect(hashes.size).toBeGreaterThan(99_970);
  });
});

describe('what is shown', () => {
  it('is the same after packing, in any order of ids', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(id, hash), { selector: ([one]) => one }), (rows) => {
        expect([...(unpackShown(packShown(rows)) ?? [])]).toEqual(rows);
      }),
      FUZZ,
    );
  });

  it('takes six characters a row where ids follow each other', () => {
    expect(packShown(Array.from({ length: 1000 }, (_, at): [number, number] => [at + 1, at])).length).toBe(6000);
  });

  it('cannot be read from a text that was cut or changed', () => {
    const text = packShown([[7, 5]]);
    expect([unpackShown(text.slice(0, -1)), unpackShown(text.replace('A', '=')), unpackShown('ё')]).toEqual([null, null, null]);
    expect(unpackShown('')).toEqual(new Map());
  });
});
