// The same loaders in real time: the portal a program of its own, HTTP on loopback between them. The slowest takes a quarter of an hour, as it would on a portal.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Portal, PortalStats } from '../../local/portal/portal';
import { httpTransport } from '../../local/runtime/http-transport';
import type { RawResponse } from '../../local/runtime/transport';
import type { HttpRequest, HttpResponse } from '../../src/bitrix24/http';
import { type Desk, load, NOW } from '../../tests/load/drive';
import { dense, portalOfDeals } from '../../tests/load/many-deals';
import { figure, spread, table } from '../figures';
import { ended, listening, type Program, program } from '../programs';
import type { Line } from './peers';
import { DEALS, idsIn, isWhole, LATENCY_MS, OURS, PEERS, pageMsIn } from './side-by-side';

/** Loads that take seconds are repeated; medians are told. */
const REPEATS = 3;
const SLOW = 'callList';

export async function overNetwork(folder: string, args: readonly string[]): Promise<void> {
  const pageMs = pageMsIn(args);
  const file = join(folder, 'deals.json');
  writeFileSync(file, JSON.stringify(portalOfDeals(dense(DEALS))));
  figure(
    `The same in real time: ${DEALS} deals, ${LATENCY_MS} ms of latency, a page ${pageMs} ms; HTTP on loopback, portal and loader in processes of their own`,
  );
  const loaders: [string, (url: string) => Promise<number[]>][] = [
    [OURS, async (url) => byMachine(url)],
    ...Object.entries(PEERS).map(([name, loader]): [string, (url: string) => Promise<number[]>] => [name, (url) => loader(lineTo(url))]),
  ];
  const lines: (string | number)[][] = [];
  for (const [name, run] of loaders) {
    const seconds: number[] = [];
    const processor: number[] = [];
    let told: (string | number)[] = [];
    for (let time = 0; time < (name.includes(SLOW) ? 1 : REPEATS); time++) {
      const measured = await once(file, pageMs, run);
      seconds.push(measured.seconds);
      processor.push(measured.processorSeconds);
      const { requests, rejected, counts, rows } = measured.stats;
      told = [requests, rejected, counts, rows, measured.isWhole ? 'yes' : 'NO'];
    }
    lines.push([name, ...told, spread(seconds), spread(processor)]);
  }
  table(['loader', 'requests', 'rejected', 'COUNTs', 'rows handed out', 'every id once', 'seconds', 'processor of the loader, s'], lines);
}

/** A portal that has not been asked yet, one load, the portal's counters. */
async function once(file: string, pageMs: number, run: (url: string) => Promise<number[]>) {
  const options = ['--latency-ms', String(LATENCY_MS), '--page-ms', String(pageMs)];
  const portal: Program = program('portal', ['--data', file, '--port', '0', '--now', new Date(NOW).toISOString(), ...options]);
  try {
    const url = await listening(portal);
    const cpu = process.cpuUsage();
    const begun = performance.now();
    const ids = await run(url);
    const seconds = (performance.now() - begun) / 1000;
    const { user, system } = process.cpuUsage(cpu);
    const stats = (await (await fetch(new URL('/_stats', url))).json()) as PortalStats;
    return { seconds, processorSeconds: (user + system) / 1e6, stats, isWhole: isWhole(ids, dense(DEALS)) };
  } finally {
    await ended(portal);
  }
}

function lineTo(url: string): Line {
  return {
    url,
    isHttp: true,
    now: () => Date.now(),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    post: async (suffix, body) => {
      const answer = await fetch(url + suffix, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      return { status: answer.status, body: await answer.text() };
    },
  };
}

/** The load machine driven as in its tests; a wave goes through what `UrlFetchApp.fetchAll` is in the local runtime. Pages are packed as for the staging sheet. */
function byMachine(url: string): number[] {
  const transport = httpTransport();
  const send = (requests: readonly HttpRequest[]): HttpResponse[] =>
    transport
      .send(
        requests.map(({ method, suffix, body }) => ({
          url: url + suffix,
          method: method.toUpperCase(),
          headers: { 'content-type': 'application/json' },
          body: Buffer.from(body),
          timeoutMs: 60_000,
          followRedirects: false,
        })),
      )
      .map(responseOf);
  const desk: Desk = {
    get portal(): Portal {
      throw new Error('The portal is another program.');
    },
    clock: { now: () => Date.now(), advance: (ms) => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms) },
    send,
    longest: () => 0,
  };
  try {
    return idsIn(load(desk, { mode: 'full', entities: ['deals'] }).records.deals);
  } finally {
    transport.close();
  }
}

function responseOf(raw: RawResponse): HttpResponse {
  if ('fault' in raw) return { failure: raw.fault === 'timeout' ? 'timeout' : 'network', detail: raw.fault };
  return { status: raw.status, headers: Object.fromEntries(raw.headers), body: Buffer.from(raw.body).toString('utf8') };
}
