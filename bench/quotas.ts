// The first load of 100,000 deals and a day of hourly refreshes after it, against what a consumer account may use: runs, daily quotas, sizes of the file. Times are
// those of the simulated clock (local/runtime/costs.ts and the portal's limits): it stands still while the script computes, which is told apart.
import { manualClock } from '../local/clock';
import { createPortal, type Portal } from '../local/portal/portal';
import type { Runtime } from '../local/runtime/contract';
import { costs } from '../local/runtime/costs';
import { dailyLimits } from '../local/runtime/quotas';
import { bigPortal, now } from './big-portal';
import { figure, table, timed } from './figures';
import { connectedRuntime } from './load';

const RUN_MINUTES = 6;
const FILE_CELLS = 10_000_000;
const CELL_TEXT = 50_000;
const PROPERTY_BYTES = 9 * 1024;
const STORE_BYTES = 500 * 1024;
const LATENCY_MS = 300;
const PAGE_MS = 70;
const HOURS = 24;
const CHANGED = 100;

interface Run {
  readonly name: string;
  readonly minutes: number;
  readonly requests: number;
  readonly properties: number;
  /** Bytes of the largest property that the run left, and of the fullest store. */
  readonly property: number;
  readonly store: number;
  /** Of this machine's processor. */
  readonly processorSeconds: number;
}

export function quotas(): void {
  figure(`100,000 deals within the daily quotas of a consumer account: simulated clock, ${LATENCY_MS} ms of latency, a page ${PAGE_MS} ms`);
  const clock = manualClock(now);
  const portal = createPortal({ data: bigPortal().data, clock, latencyMs: LATENCY_MS, pageMs: PAGE_MS });
  const runtime = connectedRuntime(clock, portal);
  const run = (name: string): { run: Run; done: boolean } => {
    const before = { at: clock.now(), requests: runtime.stats.urlFetchCalls, properties: propertyCalls(runtime) };
    const { result, processorSeconds } = timed(() => runtime.run('refresh', [], { as: 'sidebar' }) as { done: boolean });
    const minutes = (clock.now() - before.at) / 60_000;
    const requests = runtime.stats.urlFetchCalls - before.requests;
    const properties = propertyCalls(runtime) - before.properties;
    return { run: { name, minutes, requests, properties, processorSeconds, ...propertySizes(runtime) }, done: result.done };
  };
  const until = (name: string): Run[] => {
    for (const runs: Run[] = []; runs.length < 100; ) {
      const last = run(`${name}, run ${runs.length + 1}`);
      runs.push(last.run);
      if (last.done) return runs;
      // A one-shot trigger continues the load a minute later. A run that would have to wait longer than it may last ends at once.
      clock.advance(60_000);
    }
    throw new Error('The refresh does not end.');
  };

  const first = until('first load');
  hourLater(portal, clock, 1);
  const second = until(`an hour later, ${CHANGED} deals changed`);
  hourLater(portal, clock, 2);
  const third = until('another hour later, others changed');
  const all = [...first, ...second, ...third];
  table(
    ['run', 'minutes', 'UrlFetch calls', 'property reads and writes', 'processor, s'],
    all.map((one) => [one.name, one.minutes, one.requests, one.properties, one.processorSeconds]),
  );

  const sum = (runs: readonly Run[], of: (one: Run) => number): number => runs.reduce((total, one) => total + of(one), 0);
  const day = (of: (one: Run) => number): number => sum(first, of) + HOURS * sum(third, of);
  const sizes = sizesOf(runtime);
  const limit = (name: 'urlfetch' | 'properties' | 'triggerMs') => dailyLimits[name].consumer;
  const lines: [string, number, number][] = [
    ['longest run, minutes', Math.max(...all.map(({ minutes }) => minutes)), RUN_MINUTES],
    ['first load, minutes, were every run a trigger', sum(first, ({ minutes }) => minutes), limit('triggerMs') / 60_000],
    ['the same with the refreshes', day(({ minutes }) => minutes), limit('triggerMs') / 60_000],
    ['UrlFetch calls of a day', day(({ requests }) => requests), limit('urlfetch')],
    ['property reads and writes of a day', day(({ properties }) => properties), limit('properties')],
    ['cells of the file', sizes.cells, FILE_CELLS],
    ['longest text of a cell, characters', sizes.text, CELL_TEXT],
    ['largest property after any run, bytes', Math.max(...all.map(({ property }) => property)), PROPERTY_BYTES],
    ['all properties of a store, bytes', Math.max(...all.map(({ store }) => store)), STORE_BYTES],
  ];
  figure(`A day: the first load and ${HOURS} refreshes like the last`);
  table(
    ['what', 'used', 'allowed', 'holds'],
    lines.map(([name, used, allowed]) => [name, used, allowed, used <= allowed ? 'yes' : 'NO']),
  );
  const over = lines.filter(([, used, allowed]) => used > allowed).map(([name]) => name);
  if (over.length > 0) console.log(`\nQUOTA EXCEEDED: ${over.join('; ')}.`);
}

/** An hour later some deals have changed, others each time. */
function hourLater(portal: Portal, clock: { advance(ms: number): void }, hour: number): void {
  clock.advance(3_600_000);
  portal.mutate({ deals: Array.from({ length: CHANGED }, (_, at) => ({ id: at * 997 + hour, title: `changed ${hour}` })) });
  clock.advance(60_000);
}

/** Property calls made so far, by what was charged for them. */
function propertyCalls({ stats }: Runtime): number {
  const calls = (cost: 'properties.get' | 'properties.set') => Math.round((stats.charged[cost] ?? 0) / costs[cost]);
  return calls('properties.get') + calls('properties.set');
}

function sizesOf(runtime: Runtime) {
  const { spreadsheet } = runtime;
  let [cells, text] = [0, 0];
  for (const { id } of spreadsheet.sheets()) {
    const store = spreadsheet.store(id);
    cells += store.rows * store.cols;
    const { rows, cols } = store.extent();
    for (let top = 0; top < rows && cols > 0; top += 1000)
      for (const line of store.values({ top, left: 0, bottom: Math.min(rows, top + 1000) - 1, right: cols - 1 }))
        for (const value of line) if (typeof value === 'string') text = Math.max(text, value.length);
  }
  return { cells, text };
}

/** Bytes of the largest property, and of the fullest store. */
function propertySizes(runtime: Runtime): { property: number; store: number } {
  const { script, document, user } = runtime.save().properties;
  const bytes = [script, document, ...Object.values(user)].map((store) => Object.values(store).map((value) => Buffer.byteLength(value)));
  return { property: Math.max(...bytes.flat()), store: Math.max(...bytes.map((store) => store.reduce((total, size) => total + size, 0))) };
}
