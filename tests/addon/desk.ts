// A desk to work at: the built bundle on the local runtime, a portal in the same process on the same clock.
import { type Clock, manualClock } from '../../local/clock';
import type { PortalOptions } from '../../local/portal/contract';
import { createPortal, type Portal } from '../../local/portal/portal';
import { readPortalFile } from '../../local/portal/portal-file';
import type { RuntimeOptions } from '../../local/runtime/contract';
import { loadProject } from '../../local/runtime/project';
import { createRuntime } from '../../local/runtime/runtime';
import { type Host, type HostRequest, inProcessTransport } from '../../local/runtime/transport';

export interface DeskOptions {
  readonly data: unknown;
  /** ISO time at which portal and runtime start. */
  readonly now: string;
  /** In place of a clock that starts at `now` and moves by what calls cost. */
  readonly clock?: Clock;
  readonly lang?: 'ru' | 'en';
  readonly portal?: Partial<PortalOptions>;
  /** A portal that another desk works with already, in place of one made of `data`. */
  readonly portalOf?: Portal;
  readonly runtime?: Partial<RuntimeOptions>;
  /** Stands before the portal: may answer itself (null = let the portal answer). */
  readonly intercept?: (body: string, nth: number, request: HostRequest & { readonly host: string }) => ReturnType<Host> | null;
  /** Names that reach the same portal besides loopback, over https: those it is known by, and its authorization server. */
  readonly names?: readonly string[];
}

const HOST = '127.0.0.1:8080';

/** What was built and would be pushed. */
export const bundle = loadProject('dist');

export function openDesk(options: DeskOptions) {
  const clock = options.clock ?? manualClock(Date.parse(options.now));
  const portal = options.portalOf ?? createPortal({ data: readPortalFile(options.data), clock, ...options.portal });
  let nth = 0;
  const at =
    (host: string): Host =>
    (request) => {
      nth++;
      const headers = { ...request.headers, host };
      return options.intercept?.(request.body, nth, { ...request, host }) ?? portal.handle({ ...request, headers, secure: host !== HOST });
    };
  const hosts = Object.fromEntries([HOST, ...(options.names ?? [])].map((name) => [name, at(name)]));
  const runtime = createRuntime({
    project: bundle,
    clock,
    transport: inProcessTransport(hosts, clock),
    locale: options.lang === 'en' ? 'en_US' : 'ru_RU',
    userLocale: options.lang ?? 'ru',
    ...options.runtime,
  });
  const webhook = `http://${HOST}${portal.webhookPath}`;
  const call = (name: string, ...args: unknown[]): unknown => runtime.run(name, args, { as: 'sidebar' });
  return {
    clock,
    portal,
    runtime,
    webhook,
    call,
    connect: () => call('connect', webhook),
    /** Runs until the refresh is done; answers the last result. */
    refresh: (): RefreshOutcome => {
      for (let run = 0; run < 50; run++) {
        const result = call('refresh') as RefreshOutcome;
        if (result.done) return result;
      }
      throw new Error('The refresh does not end.');
    },
    /** Value of a formula; the sentence of a formula error. */
    value: (formula: string): unknown => {
      const answer = runtime.evaluate(formula);
      return 'error' in answer ? `${answer.error} ${answer.message}` : answer.value;
    },
  };
}

export interface RefreshOutcome {
  readonly done: boolean;
  readonly requests: number;
  readonly rows: number;
  readonly generation: number;
  readonly text: string;
}
