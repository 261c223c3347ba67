// Finds a Chromium-like browser on this machine for the browser checks (nothing is downloaded).
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

/** The first of (`root` is the repository): WORKBENCH_BROWSER, CHROME_PATH, playwright's own, an installed Chrome or Chromium; null when there is none. */
export function findBrowser(root: string, environment: Readonly<Record<string, string | undefined>> = process.env): string | null {
  for (const named of [environment['WORKBENCH_BROWSER'], environment['CHROME_PATH']]) {
    if (named !== undefined && named !== '') {
      if (existsSync(named)) return named;
      throw new Error(`There is no browser at ${named}: correct WORKBENCH_BROWSER or CHROME_PATH.`);
    }
  }
  const bundled = chromium.executablePath();
  if (bundled !== '' && existsSync(bundled)) return bundled;
  const listed = spawnSync(process.execPath, [join(root, 'tools', 'installed-browsers.js')], { encoding: 'utf8' }).stdout;
  return listed.split('\n').find((path) => path !== '') ?? null;
}

/** Flags of a quiet, offline browser; the sandbox cannot start for root and in most CI containers. */
export function browserFlags(environment: Readonly<Record<string, string | undefined>> = process.env): string[] {
  const quiet = [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  const unsandboxed = environment['CI'] === 'true' || (process.platform !== 'win32' && userInfo().uid === 0);
  return unsandboxed ? [...quiet, '--no-sandbox'] : quiet;
}
