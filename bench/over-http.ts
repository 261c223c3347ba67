// The load as a person at the command line has it: `portal` and `workbook` in processes of their own, HTTP between them, real time.
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { bigPortal, now, writePortalFile } from './big-portal';
import { figure } from './figures';
import { ended, listening, type Program, program, took } from './programs';

function told(name: string, one: Program): void {
  const { peak, processorSeconds } = took(one);
  figure(`  ${name}: peak of memory`, peak / 1e6, 'MB');
  figure(`  ${name}: processor time`, processorSeconds, 's');
}

/** A quarter of an hour, most of it waiting: the add-on keeps to Bitrix24's two requests a second. */
export async function overHttp(folder: string): Promise<void> {
  const file = join(folder, 'portal.json');
  writePortalFile(file, bigPortal().data);
  figure('100,000 deals over HTTP: two programs, real time');
  figure('  portal file', statSync(file).size / 1e6, 'MB');
  const moment = new Date(now).toISOString();
  const portal = program('portal', ['--data', file, '--port', '0', '--now', moment]);
  try {
    await loadFrom(portal, folder, moment);
  } finally {
    await ended(portal);
  }
  told('portal', portal);
}

async function loadFrom(portal: Program, folder: string, moment: string): Promise<void> {
  const begun = performance.now();
  const webhook = await listening(portal);
  figure('  portal ready after', (performance.now() - begun) / 1000, 's');
  const loading = performance.now();
  const state = join(folder, 'http-state');
  const workbook = program('workbook', ['--webhook', webhook, '--now', moment, '--state', state, '--refresh']);
  await once(workbook.child, 'close');
  figure('  connect, load, keep: wall clock of the program', (performance.now() - loading) / 1000, 's');
  const { refresh } = JSON.parse(workbook.out()) as { refresh?: { requests: number; rows: number; seconds: number }[] };
  if (refresh === undefined) throw new Error(`The load failed: ${workbook.out()}`);
  figure('  the load alone, as the program reports it', refresh[0]?.seconds ?? 0, 's');
  figure('  HTTP requests', refresh[0]?.requests ?? 0);
  figure('  rows received', refresh[0]?.rows ?? 0, 'rows');
  told('workbook', workbook);
}
