// The portal the demo brings along: the emulator on loopback, with invented data or a portal file.
import { readFileSync } from 'node:fs';
import { runningClock } from '../clock';
import { demoPortal, describePlanted } from '../demo-data/demo-portal';
import { readBigJson } from '../portal/big-json';
import { createPortal, type PortalFile } from '../portal/portal';
import { readPortalFile } from '../portal/portal-file';
import { servePortal } from '../portal/server';
import type { Language } from './args';

/** The local application of the portal, for a person who connects by OAuth; nothing of it is secret, since the portal listens on loopback only. */
export const application = { clientId: 'local.workbench', clientSecret: 'key-of-the-local-application' };

export interface OwnPortal {
  readonly webhook: string;
  /** Installs the application with its handler at a workbook's address (ends with a slash). */
  install(workbook: string): void;
  /** What is planted in the invented data, in words; empty for a file. */
  readonly planted: string;
  close(): void;
}

/** Starts the emulator on a free port. `file` null = invented data that end now. Throws a sentence for an unreadable file. */
export async function startPortal(file: string | null, lang: Language): Promise<OwnPortal> {
  const clock = runningClock();
  const demo = file === null ? demoPortal({ lang, now: clock.now() }) : null;
  const data = demo === null ? portalFile(file ?? '') : (demo.data as PortalFile);
  const portal = createPortal({ data, clock, asksPerson: true });
  const server = await servePortal(portal, { port: 0 });
  return {
    webhook: server.url,
    planted: demo === null ? '' : describePlanted(demo.planted, lang),
    install: (workbook) => {
      const redirectUri = `${workbook}macros/d/local-script/usercallback`;
      portal.mutate({ portal: { app: { ...application, redirectUri, scopes: ['crm', 'user_brief', 'department'] } } });
    },
    close: () => void server.close(),
  };
}

function portalFile(path: string): PortalFile {
  try {
    return readPortalFile(readBigJson(readFileSync(path)));
  } catch (error) {
    throw new Error(`The portal file ${path} cannot be read: ${(error as Error).message}`);
  }
}
