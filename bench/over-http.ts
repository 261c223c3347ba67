// The load as a person at the command line has it: `portal` and `workbook` in processes of their own, HTTP between them, real time.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { bigPortal, now, writePortalFile } from './big-portal';
import { figure } from './figures';

/** Prints the peak of a program's memory when it ends. */
const PEAK = `process.on('exit',()=>process.stderr.write('peak '+process.resourceUsage().maxRSS*1024+' '+(process.cpuUsage().user+process.cpuUsage().system)/1e6+'\\n'))`;

interface Program {
  readonly child: ChildProcess;
  readonly out: () => string;
  readonly err: () => string;
}

function program(name: string, args: readonly string[]): Program {
  const hook = `data:text/javascript,${encodeURIComponent(PEAK)}`;
  const child = spawn(process.execPath, ['--import', hook, 'tools/run-local.js', name, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  return { child, out: () => out, err: () => err };
}

function ended(name: string, err: string): void {
  const [, bytes = '0', seconds = '0'] = /peak (\d+) ([\d.]+)/.exec(err) ?? [];
  figure(`  ${name}: peak of memory`, Number(bytes) / 1e6, 'MB');
  figure(`  ${name}: processor time`, Number(seconds), 's');
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
    if (portal.child.exitCode === null) {
      portal.child.kill('SIGTERM');
      await once(portal.child, 'close');
    }
  }
  ended('portal', portal.err());
}

async function loadFrom(portal: Program, folder: string, moment: string): Promise<void> {
  const begun = performance.now();
  while (!portal.out().includes('\n')) {
    if (portal.child.exitCode !== null) throw new Error(`The portal ended: ${portal.err()}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  figure('  portal ready after', (performance.now() - begun) / 1000, 's');
  const loading = performance.now();
  const state = join(folder, 'http-state');
  const workbook = program('workbook', ['--webhook', portal.out().trim(), '--now', moment, '--state', state, '--refresh']);
  await once(workbook.child, 'close');
  figure('  connect, load, keep: wall clock of the program', (performance.now() - loading) / 1000, 's');
  const { refresh } = JSON.parse(workbook.out()) as { refresh?: { requests: number; rows: number; seconds: number }[] };
  if (refresh === undefined) throw new Error(`The load failed: ${workbook.out()}`);
  figure('  the load alone, as the program reports it', refresh[0]?.seconds ?? 0, 's');
  figure('  HTTP requests', refresh[0]?.requests ?? 0);
  figure('  rows received', refresh[0]?.rows ?? 0, 'rows');
  ended('workbook', workbook.err());
}
