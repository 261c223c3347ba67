// The load through the real bundle, without a network: portal and runtime in one process on one clock that stands still, so waits for the portal cost nothing.
import { type Clock, manualClock } from '../local/clock';
import { createPortal, type Portal, type PortalFile } from '../local/portal/portal';
import type { Runtime } from '../local/runtime/contract';
import { loadProject } from '../local/runtime/project';
import { createRuntime } from '../local/runtime/runtime';
import type { SavedState } from '../local/runtime/state';
import { inProcessTransport } from '../local/runtime/transport';
import { figure, timed, took } from './figures';

const HOST = '127.0.0.1:8080';
/** A machine that others use too may take long over a run: the real-time limit of a run is not what is measured here. */
const HOUR = 3_600_000;

/** A runtime of the built bundle that reaches the portal, if there is one. */
export function runtimeOf(clock: Clock, portal: Portal | null, state?: SavedState): Runtime {
  const hosts = portal === null ? {} : { [HOST]: (request: Parameters<Portal['handle']>[0]) => portal.handle(request) };
  const transport = inProcessTransport(hosts, clock);
  return createRuntime({
    project: loadProject('dist'),
    clock,
    transport,
    locale: 'ru_RU',
    watchdogMs: HOUR,
    ...(state === undefined ? {} : { state }),
  });
}

/** The same, connected to the portal. */
export function connectedRuntime(clock: Clock, portal: Portal): Runtime {
  const runtime = runtimeOf(clock, portal);
  runtime.run('connect', [`http://${HOST}${portal.webhookPath}`], { as: 'sidebar' });
  return runtime;
}

/** Makes the portal, loads it whole, prints what that took. `data` is let go as soon as the portal has it. */
export function fullLoad(give: () => PortalFile, start: number): Runtime {
  const clock = manualClock(start);
  const made = timed(() => createPortal({ data: give(), clock }));
  took('Records into the emulated portal', made);
  const portal = made.result;
  const runtime = connectedRuntime(clock, portal);
  const load = timed(() => {
    let runs = 0;
    let rows = 0;
    for (let done = false; !done && runs < 100; runs++) {
      const result = runtime.run('refresh', [], { as: 'sidebar' }) as { done: boolean; rows: number };
      done = result.done;
      rows = Math.max(rows, result.rows);
    }
    return { runs, rows };
  });
  took('Full load', load);
  figure('  rows received', load.result.rows, 'rows');
  figure('  rows a second of processor time', load.result.rows / load.processorSeconds, 'rows/s');
  const { requests, counts, rejected } = portal.stats();
  figure('  HTTP requests', requests);
  figure('  totals counted by the portal; requests rejected', `${counts}; ${rejected}`);
  figure('  runs of at most five minutes', load.result.runs);
  figure("  time on the script's clock: the portal's limits, Google's prices", (clock.now() - start) / 60_000, 'min');
  return runtime;
}
