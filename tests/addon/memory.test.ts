// What the portal forgets stays in the file: owners, amounts and deals of before, and history rows once seen. Killed anywhere, a commit neither
// loses nor doubles what it remembered. On the built bundle.
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import type { Kill } from '../../local/runtime/kill';
import { unpackTable } from '../../src/facts/pack';
import type { MemoryBlock, Remembered } from '../../src/memory/log';
import { unpackMemory } from '../../src/memory/pack';
import { FUZZ } from '../fuzz';
import { act, type Desk, fresh, loadedDesk, rawCells, sentence, sheetNames } from './loaded-desk';

const died = 'Exceeded maximum execution time';

/** At 18:30 of the example's last day 101, won long ago, is handed from 11 to 12, and 107 grows from 150,000 to 170,000. */
const handed = {
  deals: [
    { id: 101, assignedById: 12, updatedTime: '2025-05-20T18:30:00+03:00' },
    { id: 107, opportunity: 170_000, updatedTime: '2025-05-20T18:30:00+03:00' },
  ],
};

const refreshAll = (desk: Desk): void => {
  while (!(desk.call('refresh', true) as { done: boolean }).done);
};

/** Lines of a kind: deal, was, is, difference. */
const changes = (desk: Desk, kind: string): unknown[] => {
  const value = fresh(desk).value(`=B24_CHANGES("2025-05";;;"${kind}";B24_DATA)`) as unknown[][];
  return value.slice(1).map((line) => [line[1], line[5], line[6], line[7]]);
};

/** The last row that is used, and the blocks of the memory sheet that the stamp vouches for. */
function memoryOf(desk: Desk): { rows: number; blocks: MemoryBlock[] } {
  const cells = JSON.parse(
    String(act(desk, "const s = file.getSheetByName('_b24_memory'); return s ? JSON.stringify(s.getDataRange().getValues()) : '[]'")),
  ) as [string, string][];
  const stamped = Number(/#(\d+)\./.exec(String(desk.value('=B24_DATA')))?.[1]);
  const texts = new Map<string, string>();
  const spans = cells.flatMap(([heading, text]) => {
    const [, span = '', first, last] = /^m((\d+)-(\d+))\.\d+\/\d+$/.exec(heading) ?? [];
    texts.set(span, (texts.get(span) ?? '') + text);
    return Number(last) <= stamped ? [{ span, first: Number(first), last: Number(last) }] : [];
  });
  const held = spans.filter((one) => !spans.some((other) => other.span !== one.span && other.first <= one.first && other.last >= one.last));
  const blocks = [...new Set(held.map(({ span }) => span))].flatMap((span) =>
    unpackMemory(gunzipSync(Buffer.from(texts.get(span) ?? '', 'base64')).toString('utf8')),
  );
  return { rows: cells.length, blocks };
}

const entriesOf = (desk: Desk): Remembered[] => memoryOf(desk).blocks.flatMap((block) => block.entries);

/** The manager paid for a deal, as the stored facts say. */
function payeeOf(desk: Desk, id: number): number | undefined {
  const rows = JSON.parse(
    String(act(desk, "return JSON.stringify(file.getSheetByName('_b24_store').getDataRange().getValues())")),
  ) as string[][];
  const text = (row: number, chunks: number): string => {
    const cells = rows
      .slice(row - 1)
      .flatMap((line) => line.slice(0, 10))
      .slice(0, chunks);
    return gunzipSync(Buffer.from(cells.map((cell) => cell.slice(cell.indexOf(':') + 1)).join(''), 'base64')).toString('utf8');
  };
  type Index = { generation: number; texts: Record<string, [number, number, number]> };
  const indexes = [1, 2].flatMap((slot) => {
    const chunks = (rows[slot - 1] ?? []).filter((cell) => cell !== '').length;
    return chunks > 0 ? [JSON.parse(text(slot, chunks)) as Index] : [];
  });
  const [index] = indexes.sort((a, b) => b.generation - a.generation);
  const table = <N extends 'labels' | 'deals' | 'payees'>(name: N) => {
    const [row = 0, , chunks = 0] = index?.texts[`facts/${name}`] ?? [];
    return unpackTable(name, text(row, chunks));
  };
  const row = Array.from(table('deals').id).indexOf(id);
  return table('labels').managers[table('payees').payee[row] ?? 0]?.id;
}

describe('what the portal forgets', () => {
  test('a first load remembers nothing and makes no sheet for it', () => {
    const desk = loadedDesk();
    expect(sheetNames(desk)).not.toContain('_b24_memory');
  });

  test('a won deal that is handed over: the change is told, and the one who closed it is paid', () => {
    const desk = loadedDesk();
    desk.portal.mutate(handed);
    desk.refresh();
    expect(changes(desk, 'сменила ответственного')).toEqual([['Deal 101', 'Анна А.', 'Борис Б.', '']]);
    expect(changes(desk, 'выросла')).toEqual([['Deal 107', 150_000, 170_000, 20_000]]);
    expect(payeeOf(desk, 101)).toBe(11);
    expect(payeeOf(desk, 107)).toBe(12);
    expect(desk.runtime.spreadsheet.sheets().find((sheet) => sheet.name === '_b24_memory')?.hidden).toBe(true);
  });

  test('a deleted deal is remembered by the full load that misses it, and by later ones', () => {
    const desk = loadedDesk();
    desk.portal.mutate({ delete: { deals: [108] } });
    refreshAll(desk);
    const gone = [['Deal 108', 180_000, '', -180_000]];
    expect(changes(desk, 'удалена')).toEqual(gone);
    refreshAll(desk);
    expect(changes(desk, 'удалена')).toEqual(gone);
    expect(entriesOf(desk).map(({ dealId, is }) => [dealId, is])).toEqual([[108, null]]);
  });

  test('history rows once seen stay when the portal returns them no more', () => {
    const desk = loadedDesk();
    const before = rawCells(desk, 'Данные_История') as string;
    const ids = (cells: string) => (JSON.parse(cells) as unknown[][]).slice(1).map((row) => row[0]);
    desk.portal.mutate({ delete: { stageHistory: ids(before).slice(1, 4).map(Number) } });
    refreshAll(desk);
    expect(rawCells(desk, 'Данные_История')).toBe(before);
  });

  test('nothing is lost with the store: the memory has a sheet of its own', () => {
    const desk = loadedDesk();
    desk.portal.mutate(handed);
    desk.refresh();
    act(desk, "file.deleteSheet(file.getSheetByName('_b24_store')); file.deleteSheet(file.getSheetByName('_b24'))");
    refreshAll(desk);
    expect(changes(desk, 'сменила ответственного')).toEqual([['Deal 101', 'Анна А.', 'Борис Б.', '']]);
    expect(entriesOf(desk)).toHaveLength(2);
  });

  test('rows may be sorted and moved; a damaged text stops the refresh with a sentence, and the numbers stay', () => {
    const desk = loadedDesk();
    desk.portal.mutate(handed);
    desk.refresh();
    desk.portal.mutate({ deals: [{ id: 107, opportunity: 1, updatedTime: '2025-05-20T18:40:00+03:00' }] });
    desk.refresh();
    act(
      desk,
      "const s = file.getSheetByName('_b24_memory'); s.insertRowsBefore(1, 2); s.getRange(1, 1, 5, 2).sort({ column: 1, ascending: false })",
    );
    desk.portal.mutate({ deals: [{ id: 109, opportunity: 1, updatedTime: '2025-05-20T18:50:00+03:00' }] });
    desk.refresh();
    expect(
      entriesOf(desk)
        .map(({ dealId }) => dealId)
        .sort(),
    ).toEqual([101, 107, 107, 109]);
    const stamp = desk.value('=B24_DATA');
    act(desk, "const s = file.getSheetByName('_b24_memory'); s.getRange(s.getLastRow(), 2).setValue('x')");
    desk.portal.mutate({ deals: [{ id: 109, opportunity: 2, updatedTime: '2025-05-20T18:55:00+03:00' }] });
    expect(sentence(() => desk.refresh())).toContain('_b24_memory');
    expect(desk.value('=B24_DATA')).toBe(stamp);
    act(desk, "file.deleteSheet(file.getSheetByName('_b24_memory'))");
    expect(desk.refresh().done).toBe(true);
  });

  test('a year of loads stays some dozens of texts: loose blocks are put together, and every entry is there once', () => {
    const desk = loadedDesk();
    for (let round = 1; round <= 125; round++) {
      const time = new Date(Date.parse('2025-05-20T18:30:00+03:00') + round * 60_000).toISOString();
      desk.portal.mutate({ deals: [{ id: 107, opportunity: 1000 + round, updatedTime: time }], now: time });
      desk.refresh();
    }
    const { rows, blocks } = memoryOf(desk);
    expect(rows).toBeLessThanOrEqual(110);
    expect(blocks.flatMap(({ entries }) => entries.map(({ is }) => is?.opportunity)).sort()).toEqual(
      Array.from({ length: 125 }, (_, round) => 1001 + round),
    );
  }, 300_000);
});

describe('a commit killed at any call', () => {
  const leavesTheScript = (call: string): boolean => !call.startsWith('Utilities.');
  const refresh = (desk: Desk, kill: Kill): string => sentence(() => desk.runtime.run('refresh', [], { as: 'sidebar', kill }));

  test('remembers every change once, whoever was killed before', () => {
    const living = loadedDesk();
    living.portal.mutate(handed);
    let [calls, begun] = [0, 0];
    const counts = (call: string): boolean => {
      if (leavesTheScript(call)) calls++;
      if (call === 'UrlFetchApp.fetchAll') begun = calls;
      return false;
    };
    expect(refresh(living, { at: 'call', nth: 1, unflushed: 'kept', counts })).toBe('no error');
    const [entries, grown] = [entriesOf(living), changes(living, 'выросла')];
    expect(entries).toHaveLength(2);
    const kill = fc.record({
      at: fc.constant('call' as const),
      nth: fc.integer({ min: begun, max: Math.min(begun + 150, calls) }),
      unflushed: fc.constantFrom('kept' as const, 'lost' as const),
      counts: fc.constant(leavesTheScript),
    });
    fc.assert(
      fc.property(fc.array(kill, { minLength: 1, maxLength: 3 }), (deaths) => {
        const desk = loadedDesk();
        desk.portal.mutate(handed);
        expect(refresh(desk, deaths[0] as Kill)).toBe(died);
        for (const next of deaths.slice(1)) refresh(desk, next);
        desk.refresh();
        expect(entriesOf(desk)).toEqual(entries);
        expect(changes(desk, 'выросла')).toEqual(grown);
        // What a killed run left behind may count no later either.
        desk.portal.mutate({
          deals: [{ id: 102, title: 'Other', updatedTime: '2025-05-20T18:50:00+03:00' }],
          now: '2025-05-20T18:51:00+03:00',
        });
        desk.refresh();
        expect(entriesOf(desk)).toEqual(entries);
      }),
      { ...FUZZ, numRuns: process.env['SOAK'] ? 300 : 30 },
    );
  });
});
