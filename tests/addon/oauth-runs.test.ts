// Runs that renew tokens at the same time, and runs that are killed while they do: a refresh token is spent once, and what is lost is told in a sentence.
// On the built bundle.
import fc from 'fast-check';
import type { InterleavedRun } from '../../local/runtime/contract';
import { FUZZ } from '../fuzz';
import { builtWorker } from '../local/built-worker';
import { type Desk, loadedDesk, numbers, project, sentence, won107 } from './loaded-desk';
import { connectedByOauth, letIn, loadedByOauth, tokenRequests } from './oauth-desk';

const realmWorker = builtWorker('local/runtime/thread/realm-worker');
const hour = 3_600_000;
/** The bundle with a door to its way to the portal, beside the file's lock: as a trigger and a panel that ask at the same time. */
const asking = project();
const withDoor = {
  ...asking,
  code: `${asking.code}\nfunction askInTest() { return ownPortal_().send([connectionRequest_()])[0].status; }`,
};

const fresh = loadedDesk();
const old = numbers(fresh);
fresh.portal.mutate(won107);
fresh.refresh();
const news = numbers(fresh);

const runs = (count: number) => ({ ...FUZZ, numRuns: process.env['SOAK'] ? count * 10 : count });
const schedule = (seed: number) => {
  let state = seed;
  return (ready: readonly number[]): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return ready[Math.floor((state / 2 ** 32) * ready.length)] ?? 0;
  };
};

test.each([false, true])(
  'two runs of a person with an expired token renew it once between them, also where a used refresh token works again: %p',
  (refreshTwice) => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const desk = loadedByOauth({ runtime: { realmWorker, project: withDoor }, portal: { refreshTwice } });
        desk.portal.mutate(won107);
        desk.clock.advance(hour);
        const at: InterleavedRun[] = [
          { functionName: 'refresh', as: 'sidebar' },
          { functionName: 'askInTest' },
          { functionName: 'askInTest' },
        ];
        const [first, second, third] = desk.runtime.interleave(at, schedule(seed));
        expect([first, second, third]).toEqual([{ value: expect.objectContaining({ done: true }) }, { value: 200 }, { value: 200 }]);
        expect(tokenRequests(desk)).toBe(2);
        expect(numbers(desk)).toEqual(news);
      }),
      runs(4),
    );
  },
);

test('a person who disconnects while a run renews the token is not connected again by it', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const desk = loadedByOauth({ runtime: { realmWorker } });
      desk.clock.advance(hour);
      desk.runtime.interleave(
        [
          { functionName: 'refresh', as: 'sidebar' },
          { functionName: 'disconnect', as: 'sidebar' },
        ],
        schedule(seed),
      );
      const { user } = desk.runtime.save().properties as { user: unknown };
      for (const secret of desk.secrets) expect(JSON.stringify(user)).not.toContain(secret);
      expect(numbers(desk)).toEqual(old);
    }),
    runs(4),
  );
});

/** Kills a refresh that has to renew its token at the nth call or request; answers what the next refresh says. */
function afterDeath(
  kill: NonNullable<InterleavedRun['kill']>,
  refreshTwice: boolean,
): { readonly desk: Desk; readonly said: string; readonly died: boolean } {
  const desk = loadedByOauth({ portal: { refreshTwice } });
  desk.portal.mutate(won107);
  desk.clock.advance(hour);
  const died = sentence(() => desk.runtime.run('refresh', [], { as: 'sidebar', kill })).includes('Exceeded maximum execution time');
  return { desk, died, said: sentence(() => desk.refresh()) };
}

test.each([
  [false, /больше не принимает разрешение/],
  [true, /^no error$/],
])(
  'a run killed before the answer of the authorization server reaches it loses the refresh token, unless (%p) Bitrix24 takes it twice',
  (refreshTwice, words) => {
    // The refused request is the first, the renewal the second.
    const { desk, died, said } = afterDeath({ at: 'fetch', nth: 2, unflushed: 'lost' }, refreshTwice);
    expect([died, said]).toEqual([true, expect.stringMatching(words)]);
    if (!refreshTwice) {
      expect(numbers(desk)).toEqual(old);
      expect(letIn(desk)).toContain('подключён');
      desk.refresh();
    }
    expect(numbers(desk)).toEqual(news);
  },
);

test('killed at any of the calls around a renewal, the next refresh completes or asks to authorise again: never a third thing', () => {
  const said = new Set<string>();
  const counts = (call: string): boolean => /\.(setProperty|releaseLock|fetchAll)$/.test(call);
  for (let nth = 1; ; nth++) {
    const { desk, died, said: text } = afterDeath({ at: 'call', nth, unflushed: 'lost', counts }, false);
    if (!died) break;
    said.add(text.includes('больше не принимает разрешение') ? 'again' : text);
    expect(numbers(desk)).toEqual(text === 'no error' ? news : old);
    expect(nth).toBeLessThan(200);
  }
  expect([...said].sort()).toEqual(['again', 'no error']);
});

test('an authorization killed on the way back is begun anew', () => {
  for (let nth = 1; nth <= 12; nth++) {
    const desk = connectedByOauth();
    desk.runtime.killNextRun({ at: 'call', nth, unflushed: 'lost' }, 'authCallback');
    letIn(desk);
    expect(letIn(desk)).toContain('подключён');
    desk.refresh();
    expect(desk.call('sidebarState')).toMatchObject({ portal: 'acme.bitrix24.ru', own: true });
    expect(numbers(desk)).toEqual(old);
  }
});
