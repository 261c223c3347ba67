// Refreshes that Google kills at any service call or HTTP request, with the unflushed writes of the run all kept or all lost. The old numbers stay whole or the
// new ones are; the next refresh completes as if nothing had happened. On the built bundle.
import fc from 'fast-check';
import type { Kill } from '../../local/runtime/kill';
import { FUZZ } from '../fuzz';
import { connected, type Desk, loadedDesk, numbers, rawCells, sentence, sheetNames, won107 } from './loaded-desk';

const died = 'Exceeded maximum execution time';
const rawNames = ['Данные_Сделки', 'Данные_История', 'Данные_Сотрудники'];
/** Service calls of a commit in a small file, with room. */
const COMMIT_CALLS = 150;

/** Calls that leave the script's own computing: the zone alone formats thousands of dates. */
const leavesTheScript = (call: string): boolean => !call.startsWith('Utilities.');

const refresh = (desk: Desk, kill: Kill): string => sentence(() => desk.runtime.run('refresh', [], { as: 'sidebar', kill }));

interface Extent {
  readonly calls: number;
  /** Calls before the portal's last answer: the commit begins after it. */
  readonly commit: number;
  readonly requests: number;
}

/** A refresh that lives, counted. */
function counted(desk: Desk): Extent {
  const before = desk.runtime.stats.urlFetchCalls;
  let [calls, commit] = [0, 0];
  const counts = (call: string): boolean => {
    if (leavesTheScript(call)) calls++;
    if (call === 'UrlFetchApp.fetchAll') commit = calls;
    return false;
  };
  expect(refresh(desk, { at: 'call', nth: 1, unflushed: 'kept', counts })).toBe('no error');
  return { calls, commit, requests: desk.runtime.stats.urlFetchCalls - before };
}

/** Any call, as often one of those that make the commit; any request, sent or not. */
function kills({ calls, commit, requests }: Extent): fc.Arbitrary<Kill> {
  const unflushed = fc.constantFrom('kept' as const, 'lost' as const);
  const call = (min: number, max: number): fc.Arbitrary<Kill> =>
    fc.record({ at: fc.constant('call' as const), nth: fc.integer({ min, max }), unflushed, counts: fc.constant(leavesTheScript) });
  return fc.oneof(
    { weight: 3, arbitrary: call(1, calls) },
    { weight: 4, arbitrary: call(commit, Math.min(commit + COMMIT_CALLS, calls)) },
    {
      weight: 1,
      arbitrary: fc.record({
        at: fc.constant('fetch' as const),
        nth: fc.integer({ min: 1, max: requests }),
        sent: fc.boolean(),
        unflushed,
      }),
    },
  );
}

const runs = (count: number) => ({ ...FUZZ, numRuns: process.env['SOAK'] ? 300 : count });

describe('a refresh killed at any service call or request', () => {
  const first = connected();
  const firstExtent = counted(first);
  const [firstNumbers, firstSheets] = [numbers(first), sheetNames(first).sort()];
  first.portal.mutate(won107);
  const laterExtent = counted(first);
  const [laterNumbers, laterRaw] = [numbers(first), rawNames.map((name) => rawCells(first, name))];

  test('leaves no numbers or whole numbers in a first load, and the next refresh completes as if nothing had happened', () => {
    fc.assert(
      fc.property(kills(firstExtent), (kill) => {
        const desk = connected();
        expect(refresh(desk, kill)).toBe(died);
        const seen = numbers(desk) as unknown[];
        if (!String(seen[0]).includes('Данных ещё нет')) expect(seen).toEqual(firstNumbers);
        expect(desk.refresh().done).toBe(true);
        expect(numbers(desk)).toEqual(firstNumbers);
        expect(sheetNames(desk).sort()).toEqual(firstSheets);
      }),
      runs(30),
    );
  });

  test('leaves the old numbers or the new ones in a later refresh, never a mix; sheets and numbers end as undisturbed', () => {
    fc.assert(
      fc.property(kills(laterExtent), (kill) => {
        const desk = loadedDesk();
        desk.portal.mutate(won107);
        expect(refresh(desk, kill)).toBe(died);
        expect([firstNumbers, laterNumbers]).toContainEqual(numbers(desk));
        desk.refresh();
        expect(numbers(desk)).toEqual(laterNumbers);
        expect(rawNames.map((name) => rawCells(desk, name))).toEqual(laterRaw);
      }),
      runs(40),
    );
  });

  test('may be killed again and again: each next one goes on', () => {
    fc.assert(
      fc.property(fc.array(kills(firstExtent), { minLength: 2, maxLength: 4 }), (deaths) => {
        const desk = connected();
        for (const kill of deaths) sentence(() => refresh(desk, kill));
        expect(desk.refresh().done).toBe(true);
        expect(numbers(desk)).toEqual(firstNumbers);
      }),
      runs(6),
    );
  });
});
