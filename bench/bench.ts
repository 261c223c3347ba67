// `npm run bench`: what things cost on this machine. Without an argument the quick parts; `-- --big` the load of 100,000 deals and what follows it, `-- --http`
// the same load over HTTP, `-- --quotas` what it takes of a day's quotas; `-- --loaders` other ways to load beside ours and the six aims on a simulated clock,
// `-- --loaders-http` in real time, both with `--page-ms N` for the portal's time of a page; `-- --stores,bundle` the parts named. Each part has a process of its own,
// so peaks of memory are its own.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createContext, Script } from 'node:vm';
import { manualClock } from '../local/clock';
import { demoPortal } from '../local/demo-data/demo-portal';
import { createPortal, type PortalFile } from '../local/portal/portal';
import type { Runtime } from '../local/runtime/contract';
import { modelData } from '../local/runtime/spreadsheet/engine/model-data';
import { fillDemoInputs } from '../local/workbench/demo-inputs';
import { keepState, keptState } from '../local/workbench/state-folder';
import { REPORT_IDS, USUAL_REPORTS } from '../src/report/sheets';
import { bigPortal, listSizes, now } from './big-portal';
import { figure, heapMegabytes, median, peakMegabytes, timed, took } from './figures';
import { fullLoad, runtimeOf } from './load';
import { overNetwork } from './loaders/over-network';
import { targets } from './loaders/targets';
import { overHttp } from './over-http';
import { planAnswer, planEverybody, planWindow, withSellers } from './plan-table';
import { quotas } from './quotas';
import { plainAndEngine } from './stores';

const RUNS = 20;

/** At least one formula for each function, with the arguments that make it work. */
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
  '=B24_LEADS("этот месяц")',
  '=B24_VELOCITY("прошлый квартал")',
  '=B24_PLAN("этот месяц")',
  '=B24_PLANFACT("этот месяц")',
  '=B24_RUNRATE("этот месяц")',
  '=B24_FORECAST("этот месяц")',
  '=B24_COVERAGE("этот месяц")',
  '=B24_GOAL()',
  '=B24_REPEAT("прошлый квартал")',
  '=B24_ACTIVITY("этот месяц";;;"звонки")',
  '=B24_RESPONSE("прошлый месяц")',
  '=B24_SCORE("этот месяц";"Кузнецова")',
  '=B24_BONUS("этот месяц";"Кузнецова")',
  '=B24_FUNNEL("прошлый квартал";;"Продажи")',
  '=B24_KPI_TABLE("этот год")',
  '=B24_PLANFACT_TABLE("этот месяц")',
  '=B24_FORECAST_DEALS("этот месяц")',
  '=B24_BOTTLENECK("прошлый квартал";;"Продажи")',
  '=B24_STUCK()',
  '=B24_LOSSES("прошлый квартал")',
  '=B24_WHATIF("прошлый квартал";;"Продажи";2;10)',
  '=B24_COMPARE("прошлый месяц";;;"wonSum")',
  '=B24_COACH("прошлый квартал";;"Продажи")',
  '=B24_QUALITY("этот год")',
  '=B24_EXPLAIN("этот год";;;"wonSum")',
  '=B24_BITRIX("прошлый месяц")',
  '=B24_TOP("этот год";;;"товар";20)',
  '=B24_TOP("этот год";;;"клиент";20)',
  '=B24_RFM()',
  '=B24_SOURCES("этот год")',
  '=B24_COHORT("последние 365 дней";;"Продажи")',
  '=B24_CHANGES("этот месяц")',
  '=B24_FORECAST_LOG("этот месяц")',
  '=B24_BONUS_DEALS("этот месяц";"Кузнецова")',
];

function bundle(): void {
  const code = readFileSync('dist/Code.js', 'utf8');
  const evaluations = Array.from({ length: RUNS }, () => {
    const context = createContext({});
    const start = performance.now();
    new Script(code).runInContext(context);
    return performance.now() - start;
  });
  figure('Bundle', Buffer.byteLength(code) / 1024, 'KB');
  figure(`Compile and evaluate, median of ${RUNS}`, median(evaluations), 'ms');
}

/** The emulator at 200,000 deals: one batch of 50 chained keyset pages, as the load asks for them. */
function portalBatch(): void {
  const time = '2026-01-05T10:00:00+03:00';
  const deals = Array.from({ length: 200000 }, (_, at) => ({ id: at + 1, title: `Deal ${at + 1}`, stageId: 'NEW', createdTime: time }));
  const portal = createPortal({ data: { deals }, clock: manualClock(now), burst: Number.POSITIVE_INFINITY });
  const page = (after: string) => `crm.item.list?entityTypeId=2&start=-1&order[id]=ASC&select[]=id&select[]=stageId&filter[%3Eid]=${after}`;
  const cmd = Object.fromEntries(
    Array.from({ length: 50 }, (_, at) => [`c${at}`, page(at === 0 ? '100000' : `$result[c${at - 1}][items][49][id]`)]),
  );
  const body = JSON.stringify({ halt: 0, cmd });
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    const path = `${portal.webhookPath}batch`;
    const { status } = portal.handle({ method: 'POST', path, headers: { 'content-type': 'application/json' }, body });
    if (status !== 200) throw new Error(`The portal answered ${status}.`);
    return performance.now() - start;
  });
  figure(`Portal of 200,000 deals: 50-command keyset batch, median of ${RUNS}`, median(times), 'ms');
}

/** For each formula the bytes and values read from the cache and the processor's time, as if nothing had been calculated before. */
function perFunction(runtime: Runtime): void {
  figure(`Formulas: bytes and cache values read, median processor time of ${RUNS}`);
  for (const formula of formulas) {
    let bytes = 0;
    let values = 0;
    const times = Array.from({ length: RUNS }, () => {
      runtime.clearFunctionCache();
      const before = { bytes: runtime.stats.cacheBytesRead, values: runtime.stats.cacheReads };
      const { result, processorSeconds } = timed(() => runtime.evaluate(formula));
      if ('error' in result) throw new Error(`${formula}: ${result.message}`);
      bytes = runtime.stats.cacheBytesRead - before.bytes;
      values = runtime.stats.cacheReads - before.values;
      return processorSeconds * 1000;
    });
    figure(`${formula}  ${bytes} bytes, ${values} values`, median(times), 'ms');
  }
}

function demoLoad(): void {
  const { data, planted } = demoPortal({ lang: 'ru', now });
  figure(`Demo portal, seed ${planted.seed}`);
  for (const [name, count] of listSizes(data as PortalFile)) figure(`  ${name}`, count, 'rows');
  const runtime = fullLoad(() => data as PortalFile, now);
  fillDemoInputs(runtime, 'ru', now);
  perFunction(runtime);
  planAnswer(runtime);
}

/** The demo portal's deals among sixty sellers, a plan for each of them and each month. */
async function planTable(): Promise<void> {
  const { data } = demoPortal({ lang: 'ru', now });
  const runtime = fullLoad(() => withSellers(data as PortalFile, 60), now);
  planEverybody(runtime);
  await planWindow(planAnswer(runtime));
}

function bigLoad(folder: string): void {
  figure('100,000 deals: portal and runtime in one process');
  const runtime = fullLoad(() => {
    const { data, seed } = bigPortal();
    figure('  seed', String(seed));
    for (const [name, count] of listSizes(data)) figure(`  ${name}`, count, 'rows');
    return data;
  }, now);
  figure('Peak of memory, portal included', peakMegabytes(), 'MB');
  took(
    'People type plans, KPI sets and costs',
    timed(() => fillDemoInputs(runtime, 'ru', now)),
  );
  const kept = timed(() => keepState(folder, runtime.save()));
  took('Keep the file', kept);
  figure('  size', statSync(join(folder, 'workbook.json')).size / 1e6, 'MB');
}

function reopened(folder: string): Runtime {
  figure('100,000 deals: the kept file');
  const opened = timed(() => {
    const state = keptState(folder);
    if (state === undefined) throw new Error('There is no kept file.');
    return runtimeOf(manualClock(now), null, state);
  });
  took('Reopen', opened);
  const runtime = opened.result;
  const first = timed(() => runtime.evaluate('=B24_WINRATE("прошлый квартал")'));
  took('First formula after reopening', first);
  figure('Peak of memory', peakMegabytes(), 'MB');
  return runtime;
}

/** In a process of its own, as Google gives each call one: beside a loaded portal of two gigabytes, collecting garbage is half of the time. */
function bigFormulas(folder: string): void {
  const runtime = reopened(folder);
  perFunction(runtime);
  planAnswer(runtime);
}

/** The six sheets that are built unless people pick others, then all of them, each set in a file of its own. */
function bigReports(folder: string): void {
  for (const [name, ids] of [
    ['the usual six', USUAL_REPORTS],
    ['all', REPORT_IDS],
  ] as const) {
    const state = keptState(folder);
    if (state === undefined) throw new Error('There is no kept file.');
    const clock = manualClock(now);
    const runtime = runtimeOf(clock, null, state);
    const before = { executions: runtime.stats.executions, bytes: runtime.stats.cacheBytesRead };
    const build = timed(() => runtime.run('buildReports', [{ ids, restore: false }], { as: 'sidebar' }));
    took(`100,000 deals: report sheets are built, ${name}: ${ids.length}`, build);
    figure("  time on the script's clock", (clock.now() - now) / 1000, 's');
    figure('  calls of functions in cells', runtime.stats.executions - before.executions - 1);
    figure('  read from the cache by them and the build', (runtime.stats.cacheBytesRead - before.bytes) / 1e6, 'MB');
    figure('Peak of memory', peakMegabytes(), 'MB');
  }
}

function rawSheetShown(folder: string): void {
  const { spreadsheet } = reopened(folder);
  const raw = spreadsheet.sheetByName('Данные_Сделки');
  if (raw === undefined) throw new Error('There is no raw sheet of deals.');
  const { rows, cols } = spreadsheet.store(raw.id).extent();
  const before = heapMegabytes();
  took(
    `The raw sheet of ${rows} × ${cols} cells is shown`,
    timed(() => spreadsheet.promote(raw.id)),
  );
  figure('  memory it takes in the engine', heapMegabytes() - before, 'MB');
  took(
    '  what a page that opens afterwards is sent',
    timed(() => JSON.stringify(modelData(spreadsheet.model)).length),
  );
  figure('Peak of memory', peakMegabytes(), 'MB');
}

const parts: Readonly<Record<string, (folder: string, args: readonly string[]) => unknown>> = {
  bundle,
  portalBatch,
  stores: () => plainAndEngine(4000),
  demoLoad,
  planTable,
  bigLoad,
  reopened: (folder) => void reopened(folder),
  bigFormulas,
  bigReports,
  rawSheetShown,
  http: overHttp,
  loaders: (_, args) => targets(args),
  'loaders-http': overNetwork,
  quotas,
};
const quick = ['bundle', 'portalBatch', 'stores', 'demoLoad', 'planTable'];
const big = ['bigLoad', 'bigFormulas', 'bigReports', 'rawSheetShown'];

async function main([flag, ...rest]: readonly string[]): Promise<void> {
  if (flag === '--part') {
    const [name = '', folder = '', ...args] = rest;
    await parts[name]?.(folder, args);
    return;
  }
  const chosen = flag === undefined ? quick : flag === '--big' ? big : flag.slice(2).split(',');
  const unknown = chosen.find((part) => parts[part] === undefined);
  if (unknown !== undefined) throw new Error(`There is no part "${unknown}"; the parts are ${Object.keys(parts).join(', ')}.`);
  const place = mkdtempSync(join(tmpdir(), 'bench-'));
  console.log(`Node ${process.version}, ${cpus().length} cores`);
  try {
    for (const part of chosen) {
      const { status } = spawnSync(process.execPath, [process.argv[1] ?? '', '--part', part, place, ...rest], { stdio: 'inherit' });
      if (status !== 0) process.exitCode = 1;
    }
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

void main(process.argv.slice(2));
