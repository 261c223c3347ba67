// `npm run -s portal -- --data FILE --port N …`: the emulator alone. Prints the webhook URL as its first line and serves until it is stopped.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { runningClock } from '../clock';
import type { PortalOptions } from './contract';
import type { StatusSource } from './errors';
import { readFaults } from './faults';
import { createPortal } from './portal';
import { readPortalFile } from './portal-file';
import { servePortal } from './server';

const usage = `Usage: npm run -s portal -- --data FILE --port N [options]
  --data FILE            portal file (JSON); --port 0 takes a free port
  --now ISO              where the portal's clock starts, e.g. 2026-10-01T09:00:00+03:00 (default: now)
  --rate 2 --burst 50    requests drained a second, and how many may pile up (default by the plan: 5 and 250 on Enterprise)
  --count-refused        a refused request adds to the bucket too
  --latency-ms 0         time of the way there and back
  --page-ms 0            server time of one page of a list
  --operating-limit 480  seconds of method time in 10 minutes (0: no limit)
  --operating-ban        a method over its limit is banned for 300 s, a batch is charged at half its time
  --statuses docs        HTTP statuses of the documentation (docs) or of the server code (server) where they differ
  --require-https        refuse webhooks over plain http, as a real portal does
  --faults FILE          planned faults (JSON list; the form stands in local/portal/faults.ts)`;

/** A mistake in the command line: a sentence for the person at it. */
class UsageError extends Error {
  override readonly name = 'UsageError';
}

const flags = {
  data: { type: 'string' },
  port: { type: 'string' },
  now: { type: 'string' },
  rate: { type: 'string' },
  burst: { type: 'string' },
  'latency-ms': { type: 'string' },
  'page-ms': { type: 'string' },
  'operating-limit': { type: 'string' },
  'count-refused': { type: 'boolean' },
  'operating-ban': { type: 'boolean' },
  statuses: { type: 'string' },
  'require-https': { type: 'boolean' },
  faults: { type: 'string' },
  help: { type: 'boolean' },
} as const;

type Flags = { readonly [name in keyof typeof flags]?: string | boolean | undefined };

function readFlags(args: readonly string[]): Flags {
  try {
    return parseArgs({ args: [...args], options: flags, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function readNumber(values: Flags, name: keyof Flags, fallback: number): number {
  const text = values[name];
  if (text === undefined) return fallback;
  const value = Number(text);
  if (text === '' || !Number.isFinite(value) || value < 0)
    throw new UsageError(`--${name} must be a number that is not negative; "${text}" is not.`);
  return value;
}

// A limit that is not given follows the plan of the portal file.
const readLimit = (values: Flags, name: 'rate' | 'burst'): { readonly [key in 'rate' | 'burst']?: number } =>
  values[name] === undefined ? {} : { [name]: readNumber(values, name, 0) };

function readStatuses(text: string | boolean | undefined): { readonly statuses?: StatusSource } {
  if (text === undefined) return {};
  if (text !== 'docs' && text !== 'server') throw new UsageError(`--statuses must be docs or server; "${text}" is not.`);
  return { statuses: text };
}

function readJson<T>(path: string, flag: string, narrow: (json: unknown) => T): T {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new UsageError(`--${flag}: the file "${path}" cannot be read.`);
  }
  try {
    return narrow(JSON.parse(text));
  } catch (error) {
    throw new UsageError(`--${flag}: the file "${path}" is not usable. ${error instanceof Error ? error.message : String(error)}`);
  }
}

function readOptions(values: Flags): { options: PortalOptions; port: number } {
  if (typeof values.data !== 'string') throw new UsageError('--data FILE is needed: the portal file to serve.');
  if (values.port === undefined) throw new UsageError('--port N is needed; 0 takes a free port.');
  const now = values.now === undefined ? Date.now() : Date.parse(String(values.now));
  if (Number.isNaN(now)) throw new UsageError(`--now must be an ISO time such as 2026-10-01T09:00:00+03:00; "${values.now}" is not.`);
  const port = readNumber(values, 'port', 0);
  if (!Number.isInteger(port) || port > 65_535) throw new UsageError(`--port must be a whole number up to 65535; "${values.port}" is not.`);
  const options: PortalOptions = {
    data: readJson(values.data, 'data', readPortalFile),
    clock: runningClock(now),
    ...readLimit(values, 'rate'),
    ...readLimit(values, 'burst'),
    ...readStatuses(values.statuses),
    countRefused: values['count-refused'] === true,
    operatingBan: values['operating-ban'] === true,
    requireHttps: values['require-https'] === true,
    latencyMs: readNumber(values, 'latency-ms', 0),
    pageMs: readNumber(values, 'page-ms', 0),
    operatingLimit: readNumber(values, 'operating-limit', 480),
    ...(typeof values.faults === 'string' ? { faults: readJson(values.faults, 'faults', readFaults) } : {}),
  };
  return { options, port };
}

async function main(args: readonly string[]): Promise<void> {
  const values = readFlags(args);
  if (values.help === true) {
    console.log(usage);
    return;
  }
  const { options, port } = readOptions(values);
  const server = await servePortal(createPortal(options), { port }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE') throw new UsageError(`Port ${port} is taken; choose another or --port 0.`);
    throw error;
  });
  console.log(server.url);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close().then(() => process.exit(0)));
}

main(process.argv.slice(2)).catch((error: unknown) => {
  if (error instanceof UsageError) console.error(`${error.message}\n\n${usage}`);
  else console.error(error instanceof Error ? error.message : error);
  process.exitCode = error instanceof UsageError ? 2 : 1;
});
