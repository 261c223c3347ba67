// A person stops the load that is under way: the earlier numbers stay, what was received is kept, and the next refresh goes on. On the built bundle.
import { builtWorker } from '../local/built-worker';
import { connected, type Desk, loadedDesk, numbers } from './loaded-desk';

const realmWorker = builtWorker('local/runtime/thread/realm-worker');

test('a load that is asked to stop ends with a sentence; the next one goes on where it was and completes', () => {
  let requests = 0;
  const desk: Desk = connected({
    runtime: { realmWorker },
    intercept: () => {
      requests++;
      return null;
    },
  });
  requests = 0;
  const outcomes = desk.runtime.interleave(
    [
      { functionName: 'refresh', args: [], as: 'sidebar' },
      { functionName: 'cancelRefresh', args: [], as: 'sidebar' },
    ],
    (ready) => (requests >= 2 && ready.includes(1) ? 1 : (ready[0] ?? 0)),
  );
  expect(outcomes[0]).toMatchObject({ error: expect.stringContaining('остановлена') });
  expect(String(numbers(desk))).toContain('Данных ещё нет');
  expect(desk.call('loadProgress')).toMatchObject({ rows: expect.any(Number) });
  const before = requests;
  expect(desk.refresh().done).toBe(true);
  expect(requests - before).toBeGreaterThan(0);
  expect(numbers(desk)).toEqual(numbers(loadedDesk()));
  expect(desk.call('loadProgress')).toBeNull();
});

test('a wish to stop that nobody heard stops no later load', () => {
  const desk = loadedDesk();
  desk.call('cancelRefresh');
  desk.clock.advance(1000);
  expect(desk.refresh().done).toBe(true);
});
