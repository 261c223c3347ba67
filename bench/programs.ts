// The local programs as processes of their own, with what they took when they end.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** Prints the peak of a program's memory when it ends. */
const PEAK = `process.on('exit',()=>process.stderr.write('peak '+process.resourceUsage().maxRSS*1024+' '+(process.cpuUsage().user+process.cpuUsage().system)/1e6+'\\n'))`;

export interface Program {
  readonly child: ChildProcess;
  readonly out: () => string;
  readonly err: () => string;
}

/** Starts a program of tools/run-local.js. */
export function program(name: string, args: readonly string[]): Program {
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

/** The webhook's address, once the portal listens. */
export async function listening(portal: Program): Promise<string> {
  while (!portal.out().includes('\n')) {
    if (portal.child.exitCode !== null) throw new Error(`The portal ended: ${portal.err()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return portal.out().trim();
}

/** Ends a program that serves until it is told to stop. */
export async function ended({ child }: Program): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'close');
}

/** Peak of memory in bytes and processor seconds of a program that has ended. */
export function took({ err }: Program): { readonly peak: number; readonly processorSeconds: number } {
  const [, peak = '0', seconds = '0'] = /peak (\d+) ([\d.]+)/.exec(err()) ?? [];
  return { peak: Number(peak), processorSeconds: Number(seconds) };
}
