// Raw sheets while everything happens: records change, people sort, delete and write, runs are killed at any service call. The sheet then shows exactly
// the records, and what people wrote stands beside the record it was written for. On the built bundle.
import fc from 'fast-check';
import type { Kill } from '../../local/runtime/kill';
import { FUZZ } from '../fuzz';
import golden from '../golden/kpi-example/kpi-example.json';
import { connected, type Desk, loadedDesk, sentence, won107 } from './loaded-desk';
import { HISTORY, handle, records, rowsOf } from './raw-desk';

const counts = (call: string): boolean => /^SpreadsheetApp|^PropertiesService/.test(call);
const runs = (usual: number) => ({ ...FUZZ, numRuns: process.env['SOAK'] ? 300 : usual });

const MINUTE = 60_000;
const start = Date.parse('2025-05-20T18:01:00+03:00');

/** What the portal learns at a step: a deal is new or changes, or loses its text to an older one. */
type News = { readonly kind: 'deal'; readonly id: number; readonly title: string } | { readonly kind: 'user'; readonly name: string };

/** What a person does to the sheet of deals. */
const hands = {
  sortDown: 's.getRange(2, 1, s.getLastRow() - 1, s.getMaxColumns()).sort({ column: 1, ascending: false })',
  sortByTitle: 's.getRange(2, 1, s.getLastRow() - 1, s.getMaxColumns()).sort({ column: 2, ascending: true })',
  deleteRows: 's.deleteRows(3, 2)',
  overwriteId: "s.getRange(4, 1).setValue('?')",
  hide: 's.hideRows(3, 4)',
  // A formula and a note for every record, as they stand. The formula finds its row by itself: sorting here moves formulas as they are written.
  write: `if (s.getMaxColumns() < w + 3) s.insertColumnsAfter(s.getMaxColumns(), w + 3 - s.getMaxColumns());
    s.getRange(1, w + 2, 1, 2).setValues([['Вдвое', 'Заметки']]);
    for (let row = 2; row <= s.getLastRow(); row++) if (s.getRange(row, 1).getValue() !== '?') s.getRange(row, w + 2, 1, 2).setValues([['=INDEX(F:F;ROW())*2', 'note ' + s.getRange(row, 1).getValue()]])`,
} as const;

interface Step {
  readonly news: readonly News[];
  readonly hand: keyof typeof hands | null;
  readonly kill: { readonly nth: number; readonly unflushed: Kill['unflushed'] } | null;
}

const news: fc.Arbitrary<News> = fc.oneof(
  fc.record({
    kind: fc.constant('deal' as const),
    id: fc.constantFrom(101, 103, 107, 110, 900, 901, 902),
    title: fc.constantFrom('А', 'Б', '=1'),
  }),
  fc.record({ kind: fc.constant('user' as const), name: fc.constantFrom('Анна', 'Яна') }),
);
const step: fc.Arbitrary<Step> = fc.record({
  news: fc.array(news, { minLength: 1, maxLength: 3 }),
  hand: fc.constantFrom(null, ...(Object.keys(hands) as (keyof typeof hands)[])),
  kill: fc.option(fc.record({ nth: fc.integer({ min: 1, max: 900 }), unflushed: fc.constantFrom('kept' as const, 'lost' as const) })),
});

const iso = (ms: number): string => new Date(ms).toISOString();

function tell(desk: Desk, list: readonly News[], at: number): void {
  for (const one of list) {
    if (one.kind === 'user') desk.portal.mutate({ users: [{ ID: '11', NAME: one.name }], now: iso(at) } as never);
    else
      desk.portal.mutate({
        deals: [
          {
            ...golden.inputs.deals.find((deal) => deal.id === one.id),
            ...(one.id >= 900 ? { ...golden.inputs.deals[0], id: one.id } : {}),
            title: one.title,
            updatedTime: iso(at),
          },
        ],
        now: iso(at),
      } as never);
  }
}

/** Sheets are looked after when something is new. */
const last: Step = { news: [{ kind: 'deal', id: 110, title: 'Последняя' }], hand: null, kill: null };

/** What a file shows that is loaded from the portal of the same news at once. */
function loadedAtOnce(steps: readonly Step[]): unknown[] {
  const desk = connected();
  steps.forEach(({ news }, at) => {
    tell(desk, news, start + at * MINUTE);
  });
  desk.refresh();
  return [records(rowsOf(desk)), records(rowsOf(desk, HISTORY))];
}

test('whatever happens, the sheets end with exactly the records, and what people wrote beside its record', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 4 }), (drawn) => {
      const steps = [...drawn, last];
      const desk = loadedDesk();
      steps.forEach(({ news, hand, kill }, at) => {
        tell(desk, news, start + at * MINUTE);
        if (hand) handle(desk, hands[hand]);
        if (kill) sentence(() => desk.runtime.run('refresh', [], { as: 'sidebar', kill: { at: 'call', ...kill, counts } }));
      });
      // The first may only finish what was killed.
      const said = [desk.refresh(), desk.refresh(), desk.refresh()].map(({ text }) => text);
      expect(said[2]).toContain('Новых данных нет');
      const rows = rowsOf(desk).filter((row) => row[0] !== '');
      expect([records(rows), records(rowsOf(desk, HISTORY))]).toEqual(loadedAtOnce(steps));
      expect(rows.length - 1).toBe(Object.keys(records(rows)).length);
      const [header = [], ...lines] = rows;
      const [double, note, sum] = ['Вдвое', 'Заметки', 'Сумма'].map((title) => header.indexOf(title)) as [number, number, number];
      for (const line of lines) {
        if (note < 0) break;
        expect(['', `note ${line[0]}`]).toContain(line[note]);
        if (line[double] !== '') expect(line[double]).toBe(Number(line[sum]) * 2);
      }
    }),
    runs(25),
  );
});

describe('a refresh killed at any call of the raw sheets', () => {
  const edited = (): Desk => {
    const desk = loadedDesk();
    handle(desk, hands.write);
    handle(desk, hands.sortByTitle);
    desk.portal.mutate({
      ...won107,
      deals: [...won107.deals, { ...golden.inputs.deals[0], id: 900, title: '=Новая', updatedTime: iso(start) }],
      delete: { deals: [103] },
      now: iso(start),
    } as never);
    return desk;
  };
  const everything = (desk: Desk): unknown => [
    rowsOf(desk),
    rowsOf(desk, HISTORY),
    handle(desk, 'return [s.getMaxRows(), s.getMaxColumns()].join()'),
    handle(desk, 'return JSON.stringify(s.getDataRange().getFormulas())'),
  ];
  const whole = (desk: Desk): string => sentence(() => desk.runtime.run('refresh', [true], { as: 'sidebar' }));

  const quiet = edited();
  const calls: string[] = [];
  const listed = (call: string): boolean => {
    if (counts(call)) calls.push(call);
    return false;
  };
  quiet.runtime.run('refresh', [true], { as: 'sidebar', kill: { at: 'call', nth: 1, unflushed: 'kept', counts: listed } });
  const expected = everything(quiet);
  // The raw sheets begin when the load of product rows is closed; the last two properties are the journal's and the lock's.
  const deleted = calls.flatMap((call, at) => (call === 'PropertiesService.Properties.deleteProperty' ? [at] : []));
  const first = (deleted[deleted.length - 3] ?? -1) + 1;

  test('ends as the undisturbed one, cell by cell', () => {
    expect([first > 0, calls.length - first > 300]).toEqual([true, true]);
    fc.assert(
      fc.property(fc.integer({ min: first, max: calls.length }), fc.constantFrom('kept' as const, 'lost' as const), (nth, unflushed) => {
        const desk = edited();
        sentence(() => desk.runtime.run('refresh', [true], { as: 'sidebar', kill: { at: 'call', nth, unflushed, counts } }));
        expect(whole(desk)).toBe('no error');
        expect(everything(desk)).toEqual(expected);
      }),
      runs(40),
    );
  });
});
