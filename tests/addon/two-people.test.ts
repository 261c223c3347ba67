// Two people who work in one file at the same moment: their runs interleave call by call, in seeded schedules. No row is lost, no reader sees half a truth, and
// whoever has to wait is told so in a sentence. On the built bundle.
import fc from 'fast-check';
import type { InterleavedRun } from '../../local/runtime/contract';
import { FUZZ } from '../fuzz';
import { builtWorker } from '../local/built-worker';
import type { RefreshOutcome } from './desk';
import { type Desk, loadedDesk, numbers, rawCells, sheetNames, won107 } from './loaded-desk';

const realmWorker = builtWorker('local/runtime/thread/realm-worker');
const second = 'second@example.com';
const rawNames = ['Данные_Сделки', 'Данные_История', 'Данные_Сотрудники'];

/** News that come while people refresh. */
const dearer101 = { deals: [{ id: 101, opportunity: 777_000, updatedTime: '2025-05-20T18:40:00+03:00' }] };

/** A loaded file in which both have connected the portal with the team's webhook, and the portal has news. */
function shared(onRequest: () => void = () => undefined): Desk {
  const intercept = (): null => {
    onRequest();
    return null;
  };
  const desk = loadedDesk({ runtime: { realmWorker }, intercept });
  desk.runtime.run('connect', [desk.webhook], { as: 'sidebar', user: second });
  desk.portal.mutate(won107);
  return desk;
}

const raw = (desk: Desk): unknown => rawNames.map((name) => rawCells(desk, name));
const refreshing: InterleavedRun = { functionName: 'refresh', as: 'sidebar' };

const quiet = shared();
const old = numbers(quiet);
quiet.refresh();
const news = numbers(quiet);
quiet.portal.mutate(dearer101);
quiet.refresh();
const latest = numbers(quiet);
const [latestRaw, sheets] = [raw(quiet), sheetNames(quiet)];

/** Who goes on is thrown by dice; `stay` is how many calls one makes in a row, in the mean; the latest news come before the nth request. */
interface Dice {
  readonly seed: number;
  readonly stay: number;
  readonly newsAt: number;
}
const dice: fc.Arbitrary<Dice> = fc.record({ seed: fc.nat(), stay: fc.constantFrom(2, 30, 500), newsAt: fc.integer({ min: 1, max: 7 }) });

/** A schedule by dice that looks at the file as a stranger would, now and then. */
function schedule({ seed, stay }: Dice, look: () => void): (ready: readonly number[]) => number {
  let state = seed;
  const chance = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  let last = 0;
  return (ready) => {
    if (chance() < 1 / 800) look();
    if (!ready.includes(last) || chance() < 1 / stay) last = ready[Math.floor(chance() * ready.length)] ?? 0;
    return last;
  };
}

/** Runs them at once in a shared file; what a reader sees meanwhile and afterwards are numbers of one moment. `made` are the generations that refreshes made. */
function atOnce(
  runs: (desk: Desk) => InterleavedRun[],
  thrown: Dice,
): { readonly desk: Desk; readonly ended: string[]; readonly made: number[] } {
  let requests = Number.NaN;
  const desk = shared(() => {
    requests++;
    if (requests === thrown.newsAt) desk.portal.mutate(dearer101);
  });
  const look = (): void => expect([old, news, latest]).toContainEqual(numbers(desk));
  requests = 0;
  const outcomes = desk.runtime.interleave(runs(desk), schedule(thrown, look));
  look();
  const results = outcomes.flatMap((outcome) => ('value' in outcome ? [outcome.value as Partial<RefreshOutcome> | null] : []));
  return {
    desk,
    ended: outcomes.map((outcome) => ('error' in outcome ? outcome.error : 'done')),
    made: results.flatMap((result) => (result?.text?.startsWith('Обновлено') ? [result.generation ?? 0] : [])),
  };
}

/** Sheets that a saved setting makes. */
const ofSettings = ['Настройки', '_b24_inputs'];

/** What was left half done is finished first; with all the news the file then is as if nobody had disturbed anybody. */
function settles(desk: Desk): void {
  desk.refresh();
  desk.portal.mutate(dearer101);
  desk.refresh();
  const own = sheetNames(desk).filter((name) => !ofSettings.includes(name));
  expect([numbers(desk), raw(desk), own]).toEqual([latest, latestRaw, sheets]);
  expect(desk.refresh().text).toContain('Новых данных нет');
}

const runs = (count: number) => ({ ...FUZZ, numRuns: process.env['SOAK'] ? 60 : count });

test('both refresh: one does it, the other does it after them or is told that a refresh is running', () => {
  fc.assert(
    fc.property(dice, (thrown) => {
      const { desk, ended, made } = atOnce(() => [refreshing, { ...refreshing, user: second }], thrown);
      expect(ended).toContain('done');
      expect([[3], [3, 4]]).toContainEqual([...made].sort());
      for (const end of ended) expect(end).toMatch(/^done$|уже обновляются/);
      settles(desk);
    }),
    runs(6),
  );
});

test('one is killed anywhere: the other goes on or is told, and the next refresh completes', () => {
  fc.assert(
    fc.property(dice, fc.integer({ min: 1, max: 700 }), fc.constantFrom('kept' as const, 'lost' as const), (thrown, nth, unflushed) => {
      const counts = (call: string): boolean => !call.startsWith('Utilities.');
      const dying: InterleavedRun = { ...refreshing, kill: { at: 'call', nth, unflushed, counts } };
      const { desk, ended } = atOnce(() => [dying, { ...refreshing, user: second }], thrown);
      for (const end of ended) expect(end).toMatch(/^done$|уже обновляются|^Exception: Exceeded maximum execution time$/);
      settles(desk);
    }),
    runs(6),
  );
});

test('one connects again or saves a setting while the other refreshes: numbers stay whole', () => {
  fc.assert(
    fc.property(dice, fc.boolean(), (thrown, connects) => {
      const { desk, ended } = atOnce(
        ({ webhook }) => [
          refreshing,
          connects
            ? { functionName: 'connect', args: [webhook], as: 'sidebar', user: second }
            : { functionName: 'saveSettings', args: [{ closeDateSource: 'history', misclickSeconds: 0 }], as: 'sidebar', user: second },
        ],
        thrown,
      );
      expect(ended[1]).toMatch(/^done$|уже обновляются/);
      settles(desk);
    }),
    runs(6),
  );
});
