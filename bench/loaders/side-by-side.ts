// The load machine and other loaders on the same portal of deals: requests, refusals, totals counted, rows, time. Each has a portal of its own, fresh and full of tokens.
import { type Clock, manualClock } from '../../local/clock';
import { createPortal, type Portal, type PortalFile } from '../../local/portal/portal';
import { desk, load, NOW } from '../../tests/load/drive';
import { dense, portalOfDeals } from '../../tests/load/many-deals';
import { figure, table } from '../figures';
import { byOffsets, byOneChain, type Line, type Loader, sdkBatches, sdkCallList } from './peers';
import { inVirtualTime } from './virtual-time';

export const DEALS = 100_000;
export const LATENCY_MS = 300;

export const OURS = 'the load machine';
export const PEERS: Readonly<Record<string, Loader>> = {
  'b24jssdk callList: by id, a page a request': sdkCallList,
  'b24jssdk batchByChunk: offsets, in turn': sdkBatches,
  'one chain of batches by id, in turn': byOneChain,
  'offset batches, all at a time': byOffsets,
};

export interface Measured {
  readonly name: string;
  readonly requests: number;
  readonly rejected: number;
  readonly counts: number;
  readonly rows: number;
  readonly seconds: number;
  /** Whether every id is there, once, and no other. */
  readonly isWhole: boolean;
}

/** `--page-ms N`: server time of a page. */
export function pageMsIn(args: readonly string[]): number {
  const at = args.indexOf('--page-ms');
  const value = at < 0 ? 0 : Number(args[at + 1]);
  if (!Number.isFinite(value) || value < 0) throw new Error('--page-ms must be a number of milliseconds.');
  return value;
}

export const isWhole = (ids: readonly number[], wanted: readonly number[]): boolean =>
  [...ids].sort((a, b) => a - b).join() === [...wanted].sort((a, b) => a - b).join();

export function printSideBySide(lines: readonly Measured[]): void {
  table(
    ['loader', 'requests', 'rejected', 'COUNTs', 'rows handed out', 'seconds', 'every id once'],
    lines.map(({ name, requests, rejected, counts, rows, seconds, isWhole: whole }) => {
      return [name, requests, rejected, counts, rows, seconds, whole ? 'yes' : 'NO'];
    }),
  );
}

/** On a clock that moves only by waits: the portal's delays, the loaders' own brakes. The same for all; computing takes no time. */
export async function sideBySide(args: readonly string[]): Promise<Measured[]> {
  const pageMs = pageMsIn(args);
  figure(`${DEALS} deals with dense ids, ${LATENCY_MS} ms of latency, a page ${pageMs} ms, bucket 2/s and 50; simulated clock, no network`);
  const data = portalOfDeals(dense(DEALS));
  const lines = [ours(data, pageMs)];
  for (const [name, loader] of Object.entries(PEERS)) lines.push(await theirs(name, loader, data, pageMs));
  printSideBySide(lines);
  return lines;
}

function ours(data: PortalFile, pageMs: number): Measured {
  const at = desk(data, { latencyMs: LATENCY_MS, pageMs });
  const { records } = load(at, { mode: 'full', entities: ['deals'] }, { direct: true });
  return measured(OURS, at.portal, at.clock.now() - NOW, idsIn(records.deals));
}

export const idsIn = (deals: readonly { readonly id: number }[]): number[] => deals.map(({ id }) => id);

async function theirs(name: string, loader: Loader, data: PortalFile, pageMs: number): Promise<Measured> {
  const clock = manualClock(NOW);
  const portal = createPortal({ data, clock, latencyMs: LATENCY_MS, pageMs });
  const ids = await inVirtualTime(clock, () => loader(lineTo(portal, clock)));
  return measured(name, portal, clock.now() - NOW, ids);
}

function measured(name: string, portal: Portal, ms: number, ids: readonly number[]): Measured {
  const { requests, rejected, counts, rows } = portal.stats();
  return { name, requests, rejected, counts, rows, seconds: ms / 1000, isWhole: isWhole(ids, dense(DEALS)) };
}

function lineTo(portal: Portal, clock: Clock): Line {
  const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
  return {
    url: `http://portal.test${portal.webhookPath}`,
    isHttp: false,
    now: () => clock.now(),
    sleep,
    post: async (suffix, body) => {
      const path = portal.webhookPath + suffix;
      const {
        status,
        body: text,
        delayMs,
      } = portal.handle({ method: 'POST', path, headers: { 'content-type': 'application/json' }, body });
      await sleep(delayMs);
      return { status, body: text };
    },
  };
}
