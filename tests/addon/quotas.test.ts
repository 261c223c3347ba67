// A load that is too long for one run, against what Google allows a consumer account: minutes of a run, daily quotas, sizes. On the built bundle, on a simulated clock;
// the same for 100,000 deals is a part of the bench (`npm run bench -- --quotas`).
import { demoPortal } from '../../local/demo-data/demo-portal';
import { dailyLimits } from '../../local/runtime/quotas';
import { openDesk } from './desk';

const now = '2026-11-23T12:00:00+03:00';

describe('a portal so slow that a load takes several runs', () => {
  const { data } = demoPortal({ lang: 'ru', now: Date.parse(now), scale: 0.05 });
  const desk = openDesk({ data, now, portal: { latencyMs: 300, pageMs: 10_000, operatingLimit: 0 } });
  desk.connect();
  const minutes: number[] = [];
  for (let done = false; !done && minutes.length < 50; ) {
    const begun = desk.clock.now();
    ({ done } = desk.call('refresh') as { done: boolean });
    minutes.push((desk.clock.now() - begun) / 60_000);
  }
  const { properties, quotas } = desk.runtime.save();
  const used = Object.values(quotas)[0]?.used ?? {};

  test('is loaded by runs that end themselves before Google ends them', () => {
    expect(minutes.length).toBeGreaterThan(1);
    expect(Math.max(...minutes)).toBeLessThan(6);
    expect(desk.portal.stats().rejected).toBe(0);
  });

  test('takes a hundredth of the day’s fetches and properties at most, and less than half of its trigger minutes', () => {
    expect(used['urlfetch']).toBe(desk.portal.stats().requests);
    expect(used['urlfetch']).toBeLessThanOrEqual(dailyLimits.urlfetch.consumer / 100);
    expect(used['properties']).toBeLessThanOrEqual(dailyLimits.properties.consumer / 100);
    expect(minutes.reduce((sum, one) => sum + one * 60_000, 0)).toBeLessThan(dailyLimits.triggerMs.consumer / 2);
  });

  test('leaves only small properties and cells', () => {
    const values = [properties.script, properties.document, ...Object.values(properties.user)].flatMap((store) => Object.values(store));
    expect(Math.max(...values.map((value) => Buffer.byteLength(value)))).toBeLessThanOrEqual(9 * 1024);
    let [cells, longest] = [0, 0];
    for (const { id } of desk.runtime.spreadsheet.sheets()) {
      const store = desk.runtime.spreadsheet.store(id);
      const { rows, cols } = store.extent();
      cells += store.rows * store.cols;
      const filled = rows * cols === 0 ? [] : store.values({ top: 0, left: 0, bottom: rows - 1, right: cols - 1 });
      for (const value of filled.flat()) if (typeof value === 'string') longest = Math.max(longest, value.length);
    }
    expect(cells).toBeLessThan(10_000_000);
    expect(longest).toBeLessThanOrEqual(50_000);
  });
});
