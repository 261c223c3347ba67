// `npm run bench`: what a call costs. Bundle size and evaluation; a batch of the emulated portal; then, on 100,000 demo deals loaded through the bundle, for each function the
// bytes and values read from the cache and the computing time (median of 20). Times are this machine's; compare them within one run only.
import { readFileSync } from 'node:fs';
import { createContext, Script } from 'node:vm';
import { manualClock } from '../local/clock';
import { demoPortal } from '../local/demo-data/demo-portal';
import { createPortal } from '../local/portal/portal';
import { loadProject } from '../local/runtime/project';
import { createRuntime } from '../local/runtime/runtime';
import { inProcessTransport } from '../local/runtime/transport';

const RUNS = 20;
const HOST = '127.0.0.1:8080';

const formulas = [
  '=B24_STATUS("сделок")',
  '=B24_DEALS("этот месяц")',
  '=B24_REVENUE("этот год")',
  '=B24_WINRATE("прошлый квартал")',
  '=B24_AVG_DEAL("прошлый месяц";;;"медиана")',
  '=B24_CYCLE("прошлый квартал")',
  '=B24_CONVERSION("прошлый квартал";;"Продажи")',
  '=B24_CONVERSION("прошлый квартал";;"Продажи";2)',
  '=B24_STAGE_TIME("прошлый месяц";;"Продажи";2)',
  '=B24_KPI("этот месяц";;;"wonSum")',
  '=B24_FUNNEL("прошлый квартал";;"Продажи")',
  '=B24_KPI_TABLE("этот год")',
];

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

function line(...cells: readonly (string | number)[]): void {
  console.log(cells.map((cell, at) => (at === 0 ? String(cell).padEnd(52) : String(cell).padStart(14))).join(''));
}

function bundle(): void {
  const code = readFileSync('dist/Code.js', 'utf8');
  const evaluations = Array.from({ length: RUNS }, () => {
    const context = createContext({});
    const start = performance.now();
    new Script(code).runInContext(context);
    return performance.now() - start;
  });
  line('Bundle', `${(Buffer.byteLength(code) / 1024).toFixed(0)} KB`);
  line(`Compile and evaluate, median of ${RUNS}`, `${median(evaluations).toFixed(1)} ms`);
}

function loadedRuntime() {
  const now = Date.parse('2026-11-23T09:00:00Z');
  const { data } = demoPortal({ lang: 'ru', now, scale: 16.4 });
  const clock = manualClock(now);
  const portal = createPortal({ data, clock });
  const transport = inProcessTransport({ [HOST]: (request) => portal.handle(request) }, clock);
  const runtime = createRuntime({ project: loadProject('dist'), clock, transport, locale: 'ru_RU' });
  runtime.run('connect', [`http://${HOST}${portal.webhookPath}`], { as: 'sidebar' });
  const start = performance.now();
  let rows = 0;
  let runs = 0;
  for (let done = false; !done && runs < 100; runs++) {
    const result = runtime.run('refresh', [], { as: 'sidebar' }) as { done: boolean; rows: number };
    done = result.done;
    rows = Math.max(rows, result.rows);
  }
  const { requests, counts } = portal.stats();
  line('Full load: deals', data.deals?.length ?? 0);
  line('  rows received', rows);
  line('  runs of at most five minutes', runs);
  line('  HTTP requests, totals counted', requests, counts);
  line('  time in Node', `${((performance.now() - start) / 1000).toFixed(1)} s`);
  return runtime;
}

function perFunction(runtime: ReturnType<typeof loadedRuntime>): void {
  line('Formula', 'bytes read', 'cache values', `median ms`);
  for (const formula of formulas) {
    const times: number[] = [];
    let bytes = 0;
    let values = 0;
    for (let run = 0; run < RUNS; run++) {
      runtime.clearFunctionCache();
      const before = { bytes: runtime.stats.cacheBytesRead, values: runtime.stats.cacheReads };
      const start = performance.now();
      const answer = runtime.evaluate(formula);
      times.push(performance.now() - start);
      if ('error' in answer) throw new Error(`${formula}: ${answer.message}`);
      bytes = runtime.stats.cacheBytesRead - before.bytes;
      values = runtime.stats.cacheReads - before.values;
    }
    line(formula, bytes, values, median(times).toFixed(0));
  }
}

/** The emulator at 200,000 deals: one batch of 50 chained keyset pages, as the load asks for them. */
function portalBatch(): void {
  const time = '2026-01-05T10:00:00+03:00';
  const deals = Array.from({ length: 200000 }, (_, at) => ({ id: at + 1, title: `Deal ${at + 1}`, stageId: 'NEW', createdTime: time }));
  const portal = createPortal({ data: { deals }, clock: manualClock(Date.parse('2026-11-23T09:00:00Z')), burst: Number.POSITIVE_INFINITY });
  const page = (after: string) => `crm.item.list?entityTypeId=2&start=-1&order[id]=ASC&select[]=id&select[]=stageId&filter[%3Eid]=${after}`;
  const cmd = Object.fromEntries(
    Array.from({ length: 50 }, (_, at) => [`c${at}`, page(at === 0 ? '100000' : `$result[c${at - 1}][items][49][id]`)]),
  );
  const body = JSON.stringify({ halt: 0, cmd });
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    const { status } = portal.handle({
      method: 'POST',
      path: `${portal.webhookPath}batch`,
      headers: { 'content-type': 'application/json' },
      body,
    });
    if (status !== 200) throw new Error(`The portal answered ${status}.`);
    return performance.now() - start;
  });
  line(`Portal of 200,000 deals: 50-command keyset batch, median of ${RUNS}`, `${median(times).toFixed(0)} ms`);
}

bundle();
portalBatch();
perFunction(loadedRuntime());
